"""The panel of a session without the app: the program's numbers, and what was done instead."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta, timezone

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPlainTextEdit, QSpinBox, QWidget

from hipcoach.core import text
from hipcoach.core.exercise import Side
from hipcoach.core.session_entry import (
    ExerciseDone,
    ExerciseForm,
    SessionEntry,
    SessionForm,
    as_asked,
)
from hipcoach.core.text import message
from hipcoach.ui.buttons import Button
from hipcoach.ui.controls.check_box import CheckBox
from hipcoach.ui.controls.score_scale import ScoreScale
from hipcoach.ui.controls.time_field import TimeField
from hipcoach.ui.diary.day_line import DayLine
from hipcoach.ui.diary.session_panel import SessionPanel
from hipcoach.ui.labels import Label
from tests.shots.pseudo import Pseudo

ZONE = timezone(timedelta(hours=1))
NOW = datetime(2026, 12, 15, 18, 10, 33, tzinfo=ZONE)
TODAY = NOW.date()
LEFT, RIGHT, BOTH = Side.LEFT, Side.RIGHT, Side.BOTH


def asked(exercise: str, name: str, sides: tuple[Side, ...], *, in_turn: bool = False):
    """An exercise with 2 sets of 12 to 15."""
    return ExerciseForm(
        exercise=exercise,
        name=message(name),
        level=message("red band"),
        sides=sides,
        in_turn=in_turn,
        sets=2,
        low=12,
        high=15,
    )


FORM = SessionForm(
    day=TODAY,
    program=message("Three hip exercises"),
    exercises=(
        asked("clam", "Clamshell", (LEFT, RIGHT)),
        asked("bridge", "Bridge", (BOTH,)),
        asked("turn", "Sitting rotations with the lower leg swinging", (BOTH,), in_turn=True),
    ),
)
OTHER = replace(FORM, program=message("Balance"), exercises=(asked("step", "Step-down", (LEFT,)),))


@pytest.fixture
def make(theme, show, catalogue):
    """Make and show the panel in a width."""

    def made(width=384, height=676):
        panel = SessionPanel(theme, catalogue.texts, lambda naive: naive.replace(tzinfo=ZONE))
        return show(panel, width, height)

    return made


@pytest.fixture
def panel(make):
    """The panel with a new session, all as the program asks."""
    panel = make()
    panel.show_form(FORM, as_asked(FORM, NOW), TODAY)
    return panel


def words(panel: QWidget) -> set[str]:
    """All texts in sight."""
    return {label.text() for label in panel.findChildren(Label) if label.isVisible()}


def press(panel: QWidget, name: str) -> None:
    """Press the button of this name."""
    found = (b for b in panel.findChildren(Button) if b.accessibleName() == name)
    next(button for button in found if button.isVisible()).click()


def tick(panel: QWidget, name: str) -> None:
    """Tick an exercise or take its tick away."""
    boxes = panel.findChildren(CheckBox)
    next(box for box in boxes if box.accessibleName() == name and box.isVisible()).click()


def type_number(panel: QWidget, name: str, number: int) -> None:
    """Type into the number of this name."""
    fields = panel.findChildren(QSpinBox)
    next(f for f in fields if f.accessibleName() == name and f.isVisible()).setValue(number)


def saved(panel: SessionPanel) -> list[SessionEntry]:
    """What Save tells: one entry, or none where it is refused."""
    told: list[SessionEntry] = []
    panel.saved.connect(told.append)
    press(panel, "Save")
    return told


def test_one_press_on_save_keeps_the_session_as_the_program_asks_for_it(panel):
    assert words(panel) >= {
        "Three hip exercises",
        "2 sets of 12, left and right",
        "2 sets of 12",
        "2 sets of 12 on each leg",
    }
    assert not panel.is_changed()
    assert saved(panel) == [as_asked(FORM, NOW)]


def test_numbers_are_corrected_side_by_side_and_said_in_words(panel):
    press(panel, "Change: Clamshell")
    assert QApplication.focusWidget().accessibleName() == "Clamshell, sets"
    type_number(panel, "Clamshell, right, repetitions", 9)
    type_number(panel, "Clamshell, sets", 3)
    assert "3 sets: left 12, right 9" in words(panel)
    done = saved(panel)[0].done[0]
    assert done == ExerciseDone(exercise="clam", sets=3, reps=((LEFT, 12), (RIGHT, 9)))


def test_a_side_without_repetitions_was_not_done(panel):
    press(panel, "Change: Clamshell")
    type_number(panel, "Clamshell, left, repetitions", 0)
    assert "2 sets of 12, right only" in words(panel)
    assert saved(panel)[0].done[0].reps == ((RIGHT, 12),)


def test_only_what_is_ticked_was_done_and_nothing_is_refused(panel):
    tick(panel, "Bridge")
    assert "not done" in words(panel)
    assert [done.exercise for done in saved(panel)[0].done] == ["clam", "turn"]
    tick(panel, "Clamshell")
    tick(panel, "Sitting rotations with the lower leg swinging")
    assert saved(panel) == []
    assert "Tick at least one exercise." in words(panel)
    assert QApplication.focusWidget().accessibleName() == "Clamshell"
    tick(panel, "Clamshell")
    assert "Tick at least one exercise." not in words(panel)


def test_effort_note_and_time_come_with_it(panel):
    QTest.keyClick(panel.findChild(ScoreScale), Qt.Key.Key_6)
    panel.findChild(QPlainTextEdit).setPlainText("At the beach\n<b>no band</b>")
    panel.findChild(TimeField).setText("07:05")
    entry = saved(panel)[0]
    assert (entry.effort, entry.note) == (6, "At the beach\n<b>no band</b>")
    assert entry.at == datetime(2026, 12, 15, 7, 5, tzinfo=ZONE)


def test_a_time_that_is_none_is_said_beside_it(panel):
    panel.findChild(TimeField).setText("half past")
    assert panel.is_changed()
    assert saved(panel) == []
    assert "Write the time as in 18:30." in words(panel)


def test_another_day_asks_for_its_exercises_and_keeps_time_effort_and_note(panel):
    panel.findChild(QPlainTextEdit).setPlainText("on holiday")
    days: list[date] = []
    panel.day_changed.connect(days.append)
    panel.findChild(DayLine).step_days(-1)
    assert days == [TODAY - timedelta(days=1)]
    panel.show_day(OTHER)
    entry = saved(panel)[0]
    assert [done.exercise for done in entry.done] == ["step"]
    assert (entry.at, entry.note) == (datetime(2026, 12, 14, 18, 10, tzinfo=ZONE), "on holiday")


def test_a_day_with_the_same_exercises_keeps_what_was_corrected(panel):
    tick(panel, "Bridge")
    panel.findChild(DayLine).step_days(-1)
    panel.show_day(replace(FORM, day=TODAY - timedelta(days=1)))
    assert [done.exercise for done in saved(panel)[0].done] == ["clam", "turn"]


def test_a_day_without_a_program_has_nothing_to_save_until_another_is_chosen(panel):
    panel.show_day(None)
    assert "No program was under way on this day. Choose another day." in words(panel)
    assert not panel.foot.save.isEnabled()
    assert not panel.findChild(ScoreScale).isVisible()
    panel.show_day(FORM)
    assert panel.foot.save.isEnabled()
    assert len(saved(panel)[0].done) == 3


def test_a_stored_session_is_shown_as_it_was_and_can_be_deleted(panel, qtbot):
    stored = SessionEntry(
        id="7",
        at=NOW,
        done=(ExerciseDone(exercise="clam", sets=1, reps=((LEFT, 8),)),),
        effort=4,
        note="in the garden",
    )
    panel.show_form(FORM, stored, TODAY)
    assert "1 set of 8, left only" in words(panel)
    assert not panel.is_changed()
    assert saved(panel) == [stored]
    with qtbot.waitSignal(panel.deleted, timeout=0) as told:
        press(panel, "Delete")
    assert told.args == ["7"]


def test_tab_reads_on_through_numbers_that_came_later(panel):
    panel.show_day(OTHER)
    press(panel, "Change: Step-down")
    names = []
    for _ in range(4):
        names.append(QApplication.focusWidget().accessibleName())
        QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
    assert names[:2] == ["Step-down, sets", "Step-down, left, repetitions"]
    assert names[2] == "0, nothing"
    assert names[3] == "Note, if you like"


@pytest.mark.parametrize(("scale", "width"), [(1.0, 384), (1.5, 576), (1.75, 672)])
def test_nothing_is_cut_in_a_longer_language(make, theme, clipped, qapp, monkeypatch, scale, width):
    monkeypatch.setattr(text, "_catalogue", Pseudo())
    theme.show_look(qapp, dark=False, scale=scale)
    panel = make(width)
    panel.show_form(FORM, as_asked(FORM, NOW), TODAY)
    for button in panel.findChildren(Button):
        if button.isVisible() and button.property("kind") == "quiet" and button.text():
            button.click()
    assert clipped(panel) == []
    panel.show_day(None)
    assert clipped(panel) == []
