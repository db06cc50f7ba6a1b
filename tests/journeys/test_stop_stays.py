"""A stop is left by a doctor's word or another answer only: nothing else lifts it."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

import pytest

from hipcoach.core.gate import Asked, Permission, Standing
from hipcoach.core.opening import Kind
from hipcoach.core.run import ILL, Band, Times
from hipcoach.core.screening import Answer, Severity, items_of
from hipcoach.core.session import SessionState
from hipcoach.journeys.backups import Backups
from hipcoach.journeys.days_off import DaysOff
from hipcoach.journeys.errors import NotAllowed
from hipcoach.journeys.programs import Programs
from hipcoach.journeys.screener import Screener
from hipcoach.journeys.sessions import Sessions
from hipcoach.store import doctor
from hipcoach.store.errors import StoreError

SIGN = "saddle-feeling"


@pytest.fixture
def stopped(settled):
    """The second day of a run, a session of it left in the middle, and a sign told since."""
    settled.later(days=1)
    settled.leave(Kind.SESSION)
    settled.later(minutes=5)
    settled.screener.keep({SIGN: Answer.YES}, {})
    return settled


def assert_stops(room) -> None:
    """Nothing begins, and nothing goes on, whatever is asked for."""
    assert room.screener.standing().items == (SIGN,)
    assert room.sessions.permission() is Permission.EMERGENCY
    for score in (None, 0, 7):
        assert room.sessions.permission_at(score) is Permission.EMERGENCY
    before = room.diary.sessions
    assert room.sessions.resume() is None
    for kind in Kind:
        with pytest.raises(NotAllowed, match="No session while a warning sign is open"):
            room.sessions.begin(kind)
    assert room.diary.sessions == before


def leave_nothing(room) -> None:
    room.sessions.keep_left()


def discard(room) -> None:
    session = room.sessions.discard_left()
    assert session is not None
    room.sessions.bring_back(session)


def another_program(room) -> None:
    room.sessions.start_run("hips-five-hold", one_leg_bridge=True)


def delete_runs(room) -> None:
    for run in room.diary.runs:
        room.store.runs.delete(run.id)
    room.sessions.start_run("hips-three-twice", one_leg_bridge=False)


def end_program(room) -> None:
    Programs(room.desk).pause()
    room.sessions.start_run("band-abductors-3wk")


def settings(room) -> None:
    room.preferences.keep_bands([Band(colour="gold")])
    room.preferences.keep_times(Times(prepare_far=3, rest=3))
    room.preferences.keep_low_focus(on=True)
    room.store.settings.put(replace(room.diary.settings, sample=True))


def rate(room) -> None:
    room.rate(0)


def flare_up(room) -> None:
    days = DaysOff(room.desk)
    days.start_flare()
    days.end_flare()


def away(room) -> None:
    days = DaysOff(room.desk)
    days.start_absence(ILL, room.now.date(), None)
    days.end_absence()


def days_pass(room) -> None:
    room.later(days=400)


def clock_back(room) -> None:
    room.later(days=-40)


def clock_forward_and_back(room) -> None:
    room.later(days=40)
    room.rate(1)
    room.later(days=-40)


def crash(room) -> None:
    room.crash()


def other_answers(room) -> None:
    others = {item: said for item, said in room.answers().items() if item != SIGN}
    room.later(minutes=1)
    room.screener.keep(others, {})


def clearance_of_another(room) -> None:
    room.later(minutes=1)
    room.screener.keep(room.answers(saddle_feeling="yes"), {"lump": room.now.date()})


@pytest.mark.parametrize(
    "way",
    [
        leave_nothing,
        discard,
        another_program,
        delete_runs,
        end_program,
        settings,
        rate,
        flare_up,
        away,
        days_pass,
        clock_back,
        clock_forward_and_back,
        crash,
        other_answers,
        clearance_of_another,
    ],
)
def test_nothing_that_one_can_do_lifts_a_stop(stopped, way: Callable) -> None:
    assert_stops(stopped)
    way(stopped)
    assert_stops(stopped)


def test_a_second_window_that_was_open_before_is_stopped_too(stopped) -> None:
    """It goes by the diary, not by what it asked when it opened."""
    second = Sessions(stopped.desk)
    assert second.permission() is Permission.EMERGENCY
    with pytest.raises(NotAllowed):
        second.begin(Kind.EASIER)


def test_a_sign_told_while_a_session_plays_lets_no_pain_answered_in_it_pass(settled) -> None:
    guided = settled.guide(settled.sessions.begin(Kind.SESSION))
    Screener(settled.desk).keep({SIGN: Answer.UNSURE}, {})
    assert settled.sessions.rate_before(guided, 0) is Permission.EMERGENCY
    assert not guided.goes_on
    assert settled.diary.sessions[-1].state is SessionState.DISCARDED


@pytest.mark.parametrize("by_command", [False, True])
def test_a_backup_from_before_it_leads_past_nothing(settled, done, by_command: bool) -> None:
    settled.rate(2)
    name = done(Backups(settled.desk).make())
    settled.later(days=1)
    settled.screener.keep({SIGN: Answer.YES}, {})
    settled.rate(9)
    if by_command:
        settled.store.close()
        doctor.restore(settled.folder, name, settled.clock)
        settled.open()
    else:
        settled.store, _ = done(Backups(settled.desk).bring_back(name))
        settled.crash()
    assert [rating.score for rating in settled.diary.pain_ratings] == [2]
    assert_stops(settled)


def test_a_backup_from_before_something_new_leaves_its_questions_open(settled, done) -> None:
    name = done(Backups(settled.desk).make())
    settled.later(minutes=1)
    guided = settled.guide(settled.sessions.begin(Kind.SESSION))
    settled.sessions.note_warning_sign(guided)
    settled.store, _ = done(Backups(settled.desk).bring_back(name))
    settled.crash()
    assert settled.screener.standing().asked is Asked.FULL
    assert settled.sessions.permission() is Permission.ASK_FULL


# Answers that were damaged by hand


def edit(room, change: Callable[[dict], None]) -> None:
    """Change the file under a closed diary, and open it again."""
    room.store.close()
    file = room.folder / "diary.json"
    tables = json.loads(file.read_text(encoding="utf-8"))
    for document in tables["screenings"].values():
        change(document)
    file.write_text(json.dumps(tables), encoding="utf-8")
    room.open()


def delete(document: dict) -> None:
    for key in document.keys() - {"id", "created_at", "updated_at"}:
        del document[key]
    document["deleted"] = True


@pytest.mark.parametrize(
    "change",
    [
        lambda it: it.update(answers={}),
        lambda it: it["answers"].pop(SIGN),
        lambda it: it["answers"].update({SIGN: "maybe"}),
        lambda it: it["answers"].update({SIGN: ""}),
        lambda it: it["answers"].update({SIGN: "NO"}),
        lambda it: it.update(wording="other"),
        lambda it: it.update(at="2026-12-24T08:00:00+01:00"),
        lambda it: it.update(answers={f"x{name}": "no" for name in it["answers"]}),
        delete,
    ],
    ids=[
        "no-answers",
        "one-missing",
        "maybe",
        "empty",
        "upper-case",
        "wording",
        "ahead",
        "unknown-questions",
        "deleted",
    ],
)
def test_damaged_answers_are_asked_again(settled, change: Callable[[dict], None]) -> None:
    edit(settled, change)
    assert settled.screener.standing() == Standing(asked=Asked.FULL)
    with pytest.raises(NotAllowed, match="The safety questions come first"):
        settled.sessions.begin(Kind.SESSION)


@pytest.mark.parametrize("answer", [0, None, ["no"], {"no": True}])
def test_an_answer_that_is_no_word_makes_the_diary_unreadable_and_no_session_begins(
    settled, answer: object
) -> None:
    settled.store.checkpoint()
    sound = (settled.folder / "diary.json").read_bytes()

    def read() -> None:
        edit(settled, lambda it: it["answers"].update({SIGN: answer}))
        settled.screener.standing()

    with pytest.raises(StoreError, match="In the diary's table screenings the document"):
        read()
    settled.store.close()
    (settled.folder / "diary.json").write_bytes(sound)
    settled.open()
    assert settled.screener.standing() == Standing()


# The way out (clinical.md I)


def test_a_doctor_s_yes_and_the_whole_screening_again_is_the_way_out(stopped) -> None:
    stands = stopped.screener.standing()
    yesterday = stopped.now.date() - timedelta(days=1)
    cleared = stopped.screener.checked(stands, yesterday)
    assert_stops(stopped)
    short = items_of(stopped.catalogue.questionnaire, short=True)
    less = {
        item: said for item, said in stopped.answers(saddle_feeling="yes").items() if item in short
    }
    stopped.later(minutes=1)
    assert stopped.screener.keep(stopped.answers(saddle_feeling="yes"), cleared) == Standing()
    assert stopped.sessions.permission() is Permission.SESSION
    assert stopped.sessions.resume() is not None
    stopped.later(minutes=1)
    assert stopped.screener.keep(less, {}).severity is Severity.EMERGENCY  # it is new again


def test_a_doctor_s_no_stays_a_stop_and_is_kept(stopped) -> None:
    stands = stopped.screener.standing()
    stopped.later(minutes=1)
    assert stopped.screener.note_refused(stands, stopped.now.date()).refused
    assert_stops(stopped)
    assert stopped.diary.screenings[-1].refused_on == {SIGN: stopped.now.date()}


def test_a_wrong_answer_is_asked_again_with_nothing_chosen_and_both_are_kept(stopped) -> None:
    (page,) = stopped.screener.wrong_answer_pages(stopped.screener.standing())
    stopped.later(minutes=1)
    stopped.screener.keep({item.id: Answer.NO for item in page.items}, {})
    assert stopped.sessions.permission() is Permission.SESSION
    said = [it.answers[SIGN] for it in stopped.diary.screenings if SIGN in it.answers]
    assert said == [Answer.NO, Answer.YES, Answer.NO]
