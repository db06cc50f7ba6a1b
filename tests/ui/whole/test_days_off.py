"""A flare-up, days away or ill: noted, taken back, and the way back, in the whole window."""

from __future__ import annotations

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton

from hipcoach.core.run import AWAY, ILL
from hipcoach.journeys.days_off import DaysOff
from hipcoach.ui.controls.score_box import ScoreBox
from hipcoach.ui.today.session_mark import SessionMark

CONTROL = Qt.KeyboardModifier.ControlModifier


def undo(desktop) -> None:
    desktop.key(Qt.Key.Key_Z, CONTROL)


def note_flare(desktop) -> None:
    desktop.press("Having a flare-up?", "To the warning list")
    desktop.answer_pages()


def note_illness(desktop) -> None:
    desktop.press("Away or ill?", "Ill or fever", "To the warning list")
    desktop.answer_pages()


# A flare-up begins


def test_a_flare_up_begins_after_the_list_and_is_taken_back(settled) -> None:
    settled.press("Having a flare-up?")
    assert "First: is anything on the warning list new?" in settled.texts
    assert settled.focused().accessibleName() == "To the warning list"
    settled.press("To the warning list")
    assert settled.focused().accessibleName().startswith("No, none of these")
    assert settled.diary.flares == ()
    settled.answer_pages()
    assert [flare.from_ for flare in settled.diary.flares] == [settled.now().date()]
    assert settled.shown == "today"
    assert "Flare-up, day 1" in settled.texts
    assert "The flare-up is noted" in settled.texts
    assert settled.focused().accessibleName() == "Start easy session"
    assert not settled.shows("Having a flare-up?")
    undo(settled)
    assert settled.diary.flares == ()
    assert "The flare-up is noted" not in settled.texts
    assert settled.shows("Start session")
    assert settled.shows("Having a flare-up?")


def test_the_easy_session_starts_in_a_flare_up(settled) -> None:
    note_flare(settled)
    settled.press("Start easy session")
    assert settled.plays
    assert settled.session.program == "easy-day"


@pytest.mark.parametrize("key", [False, True], ids=["back", "esc"])
@pytest.mark.parametrize("begin", [("Having a flare-up?",), ("Away or ill?", "Ill or fever")])
def test_who_leaves_the_list_in_the_middle_has_noted_nothing(settled, begin, key) -> None:
    settled.press(*begin, "To the warning list")
    settled.answer_pages(pages=1)
    if key:
        settled.key(Qt.Key.Key_Escape)
    else:
        settled.press("Back", "Back")
    assert settled.shown == "days-off"
    assert settled.focused().accessibleName() == "To the warning list"
    settled.key(Qt.Key.Key_Escape)
    assert settled.shown == "today"
    assert settled.focused().accessibleName() == "Start session"
    assert (settled.diary.flares, settled.diary.absences) == ((), ())


def test_a_sign_stops_and_the_flare_up_is_noted_behind_it(settled) -> None:
    settled.press("Having a flare-up?", "To the warning list")
    settled.press("Yes, at least one", "Continue")
    assert settled.shows(settled.desk.catalogue.texts["wrong-answer"])
    assert len(settled.diary.flares) == 1
    settled.press("Leave for now")
    assert settled.shown == "today"
    assert settled.shows("What to do")
    assert not settled.shows("Start easy session")
    settled.key(Qt.Key.Key_Return, CONTROL)
    assert not settled.plays
    settled.press("Leave for now")
    undo(settled)
    assert settled.diary.flares == ()
    assert settled.shows("What to do")


def test_a_sign_and_a_kill_leave_both_the_stop_and_the_flare_up(settled) -> None:
    settled.press("Having a flare-up?", "To the warning list", "Yes, at least one", "Continue")
    settled.kill()
    assert settled.shows("What to do")
    assert len(settled.diary.flares) == 1


def test_a_wrong_answer_on_the_list_notes_the_flare_up_once(settled) -> None:
    settled.press("Having a flare-up?", "To the warning list", "Yes, at least one", "Continue")
    settled.press(settled.desk.catalogue.texts["wrong-answer"])
    settled.answer_pages()
    assert settled.shown == "today"
    assert settled.shows("Start easy session")
    assert len(settled.diary.flares) == 1
    undo(settled)
    assert settled.diary.flares == ()


def test_a_full_disk_is_said_on_the_page_and_nothing_is_noted(settled) -> None:
    settled.press("Having a flare-up?", "To the warning list")
    settled.answer_pages(pages=len(settled.screener.new_sign_pages()) - 1)
    settled.press("No, none of these")
    settled.disk.left = 1  # the last answer, and then nothing more
    settled.press("Continue")
    assert settled.shown == "days-off"
    assert settled.diary.flares == ()
    assert "is full" in settled.texts
    settled.disk.left = None
    settled.press("To the warning list")
    settled.answer_pages()
    assert settled.shows("Start easy session")


def test_what_cannot_be_noted_any_more_is_said_in_one_sentence(settled) -> None:
    settled.press("Having a flare-up?", "To the warning list")
    DaysOff(settled.desk).start_flare()
    settled.answer_pages()
    assert settled.shown == "days-off"
    assert "A flare-up is noted already." in settled.texts


# The way back from it


def test_the_way_back_is_one_step_easier_and_is_taken_back_whole(settled) -> None:
    note_flare(settled)
    before = settled.diary
    settled.later(days=3)
    settled.press("End the flare-up")
    assert "one step easier" in settled.texts
    assert settled.diary == before
    settled.press("End the flare-up")
    assert settled.shown == "today"
    assert "The flare-up is over" in settled.texts
    assert settled.diary.flares[0].to == settled.now().date() - timedelta(days=1)
    assert settled.diary.decisions
    undo(settled)
    assert settled.diary.flares[0].to is None
    assert settled.diary.decisions == before.decisions


def test_the_safety_questions_come_before_the_next_session(settled) -> None:
    note_flare(settled)
    settled.later(days=3)
    settled.press("End the flare-up", "End the flare-up")
    settled.press("Start session")
    assert settled.shown == "safety"


def test_a_flare_up_of_today_is_taken_out_and_changes_nothing(settled) -> None:
    note_flare(settled)
    settled.press("Not a flare-up", "Not a flare-up")
    assert settled.shown == "today"
    assert (settled.diary.flares, settled.diary.decisions) == ((), ())


def test_past_midnight_a_mistake_is_a_way_back_and_is_asked_again(settled) -> None:
    note_flare(settled)
    settled.press("Not a flare-up")
    before = settled.diary
    settled.later(days=1)
    settled.press("Not a flare-up")
    assert settled.diary == before
    assert "one step easier" in settled.texts
    settled.press("End the flare-up")
    assert settled.diary.flares[0].to == settled.now().date() - timedelta(days=1)


def test_a_way_back_that_is_left_changes_nothing(settled) -> None:
    note_flare(settled)
    before = settled.diary
    settled.later(days=3)
    settled.press("End the flare-up", "Back to Today")
    assert settled.shown == "today"
    assert settled.diary == before


def test_a_page_that_an_undo_leaves_without_sense_is_left(settled) -> None:
    note_flare(settled)
    settled.press("Not a flare-up")
    undo(settled)
    assert settled.shown == "today"
    assert settled.shows("Having a flare-up?")


# Away or ill


def test_days_away_are_noted_from_today_until_one_is_back(settled) -> None:
    settled.press("Away or ill?")
    assert settled.focused().accessibleName().startswith("Away")
    assert not settled.shows("Save")
    settled.press("Away", "Save")
    (away,) = settled.diary.absences
    assert (away.reason, away.from_, away.to) == (AWAY, settled.now().date(), None)
    assert settled.shown == "today"
    assert isinstance(settled.focused(), ScoreBox)
    settled.later(days=5)
    settled.press("I am back", "I am back")
    assert settled.diary.absences[0].to == settled.now().date() - timedelta(days=1)
    undo(settled)
    assert settled.diary.absences[0].to is None


def test_days_away_ahead_stand_in_the_week_and_can_be_called_off(settled) -> None:
    settled.press("Away or ill?", "Away")
    parts = settled.window.findChildren(QAbstractButton)
    next(part for part in parts if part.text() == "Until a day I know").click()
    settled.press("A day later: First day away", "Save")
    (away,) = settled.diary.absences
    tomorrow = settled.now().date() + timedelta(days=1)
    assert away.from_ == tomorrow
    assert away.to is not None
    assert settled.shows("Start session")
    marks = [w.accessibleName() for w in settled.window.findChildren(SessionMark) if w.isVisible()]
    assert "Tuesday morning, away or ill" in marks
    assert not {"Tuesday morning, planned", "Tuesday morning, missed"} & set(marks)
    settled.press("Away or ill?", "Call off")
    assert settled.diary.absences == ()
    undo(settled)
    assert [kept.id for kept in settled.diary.absences] == [away.id]


def test_an_illness_asks_the_list_and_lasts_until_free_of_fever(settled) -> None:
    note_illness(settled)
    (ill,) = settled.diary.absences
    assert (ill.reason, ill.to) == (ILL, None)
    assert "Rest until you are well" in settled.texts
    assert not settled.shows("Start")
    settled.key(Qt.Key.Key_Return, CONTROL)
    assert not settled.plays
    settled.later(days=2)
    settled.press("Free of fever for a day", "Free of fever for a day")
    assert settled.diary.absences[0].to == settled.now().date() - timedelta(days=1)
    assert settled.shows("Start session")
    undo(settled)
    assert "Rest until you are well" in settled.texts


def test_fever_with_back_pain_on_the_list_stops_and_the_illness_is_noted(settled) -> None:
    settled.press("Away or ill?", "Ill or fever", "To the warning list")
    settled.press("Yes, at least one", "Continue")
    assert settled.shows(settled.desk.catalogue.texts["wrong-answer"])
    assert [away.reason for away in settled.diary.absences] == [ILL]
    settled.press("Leave for now")
    assert settled.shows("What to do")


def test_an_illness_ends_before_the_flare_up_it_came_into(settled) -> None:
    note_flare(settled)
    note_illness(settled)
    settled.later(days=1)
    settled.press("Free of fever for a day", "Free of fever for a day")
    assert settled.diary.flares[0].to is None
    assert "Flare-up, day 2" in settled.texts


def test_an_illness_and_a_flare_up_hold_over_a_kill(settled) -> None:
    note_illness(settled)
    settled.kill()
    assert "Rest until you are well" in settled.texts
