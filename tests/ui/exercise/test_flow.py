"""The dose changed on the page: in the store at once, in the next session, and taken back."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication

CLAM = "clamshell-band"


@pytest.fixture
def clam(room):
    """The page of the banded clamshell."""
    room.show(CLAM)
    return room


def test_a_step_is_stored_and_shown_at_once_with_the_new_length(clam):
    assert "A whole session: about 15 min. Repetitions are counted on each side." in clam.texts
    clam.step("Sets")
    assert clam.changes == [("sets", 3)]
    assert clam.minutes == 18
    assert any(text.startswith("A whole session: about 18 min.") for text in clam.texts)
    assert "Changed from the program: 3 sets" in clam.texts


def test_low_pushes_high_and_high_pushes_low(clam):
    clam.type("Repetitions from", "18")
    assert (clam.dose(CLAM)["low"], clam.dose(CLAM)["high"]) == (18, 18)
    clam.type("Repetitions to", "9")
    assert (clam.dose(CLAM)["low"], clam.dose(CLAM)["high"]) == (9, 9)
    assert (clam.spin("Repetitions from").value(), clam.spin("Repetitions to").value()) == (9, 9)


def test_a_typed_number_is_stored_when_it_is_whole(clam):
    field = clam.spin("Repetitions to")
    field.setFocus()
    QTest.keyClicks(field, "18")
    assert clam.changes == []
    QTest.keyClick(field, Qt.Key.Key_Tab)
    assert (clam.dose(CLAM)["low"], clam.dose(CLAM)["high"]) == (12, 18)


def test_rest_goes_by_fives_and_pace_by_seconds(clam):
    clam.step("Rest between sets, seconds", times=2)
    clam.step("Hold, seconds")
    assert (clam.dose(CLAM)["rest"], clam.dose(CLAM)["hold"]) == (40, 3)
    assert "7\N{NO-BREAK SPACE}s per repetition" in clam.texts
    assert clam.spin("Hold, seconds").text() == "3\N{NO-BREAK SPACE}s"


@pytest.mark.parametrize(
    ("part", "value"),
    [("Right and left", "right-left"), ("Left only", "left"), ("Right only", "right")],
)
def test_sides(clam, part, value):
    clam.press(part)
    assert clam.dose(CLAM)["sides"] == value


def test_presses_on_one_page_are_one_undo(clam):
    clam.step("Sets")
    clam.step("Hold, seconds", times=3)
    clam.press("Left only")
    clam.last.take_back()
    assert clam.changes == []
    assert (clam.spin("Sets").value(), clam.spin("Hold, seconds").value()) == (2, 2)
    assert clam.button("Undo") is None


def test_undo_leads_back_to_the_visit_not_beyond(clam):
    clam.step("Sets")
    clam.show(CLAM)
    assert clam.button("Undo") is None
    clam.step("Hold, seconds")
    clam.press("Undo")
    assert clam.changes == [("sets", 3)]
    assert clam.focused is clam.spin("Sets")


def test_undo_stops_at_another_change(clam):
    clam.step("Sets")
    clam.last.keep(clam.programs.once_a_day(on=True), "Once a day")
    clam.step("Hold, seconds")
    clam.last.take_back()
    assert ("sets", 3) in clam.changes
    assert ("once_a_day", True) in clam.changes
    assert "hold" not in dict(clam.changes)


def test_as_the_program_has_it(clam):
    assert clam.button("As the program has it") is None
    clam.step("Sets")
    clam.press("Right only")
    clam.press("As the program has it")
    assert (clam.dose(CLAM)["sets"], clam.dose(CLAM)["sides"]) == (2, "left-right")
    assert "As the program has it. Changes are saved as you make them." in clam.texts
    assert clam.focused is clam.spin("Sets")
    clam.last.take_back()
    assert clam.changes == []  # all of this visit is one change


def test_a_number_that_is_not_the_program_s_has_a_coloured_edge(clam, theme):
    def edge(name: str) -> str:
        return clam.spin(name).parentWidget().grab().toImage().pixelColor(52, 0).name()

    clam.step("Sets")
    assert edge("Sets") == theme.colour("primary").name()
    assert edge("Lower, seconds") == theme.colour("line_strong").name()
    clam.step("Sets", Qt.Key.Key_Down)
    assert edge("Sets") == theme.colour("line_strong").name()


def test_the_focus_stays_where_it_was_pressed(clam):
    field = clam.spin("Sets")
    clam.step("Sets")
    assert clam.focused is field
    clam.flow.refresh()
    assert clam.spin("Sets") is field


def test_a_change_from_elsewhere_is_shown(clam):
    clam.programs.keep_dose(CLAM, {"sets": 4})
    clam.flow.refresh()
    assert clam.spin("Sets").value() == 4


def test_a_program_that_ended_meanwhile_is_said_and_nothing_is_stored(clam):
    clam.programs.pause()
    clam.step("Sets")
    assert "No program is under way." in clam.window.undo_bar.accessibleName()
    assert clam.changes == []
    assert "This exercise is not in your program now." in clam.texts


def test_back_leads_through_the_exercises_that_were_looked_at(clam):
    clam.press("Show: Clamshell without a band")
    assert "Clamshell without a band" in clam.texts
    clam.press("Back")
    assert "Clamshell with a band" in clam.texts
    assert clam.left == []
    clam.press("Back")
    assert clam.left == [True]


def test_esc_leads_back_too_also_from_a_number(clam):
    clam.press("Show: Clamshell without a band")
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Escape)
    assert "Clamshell with a band" in clam.texts
    clam.spin("Sets").setFocus()
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Escape)
    assert clam.left == [True]


def test_the_page_lies_behind_program_and_begins_with_the_way_back(clam):
    assert clam.window.shown == "exercise"
    assert clam.focused is clam.button("Back")
    items = clam.window.rail.findChildren(QAbstractButton)
    assert [item.text() or item.accessibleName() for item in items if item.isChecked()] == [
        "Program"
    ]


def test_tab_follows_the_reading_order(clam):
    clam.step("Sets")
    clam.button("Back").setFocus()
    names = []
    for _ in range(13):
        focused = clam.focused
        names.append(focused.accessibleName() or focused.text())
        QTest.keyClick(focused, Qt.Key.Key_Tab)
    assert names == [
        "Back",
        "Sets",
        "Rest between sets, seconds",
        "Repetitions from",
        "Repetitions to",
        "Left and right",
        "Lift, seconds",
        "Hold, seconds",
        "Lower, seconds",
        "Pause, seconds",
        "As the program has it",
        "Undo",
        "Show: Clamshell without a band",
    ]
