"""The stepper: keys, presses, limits, and what the screen reader meets."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QAccessible, QWheelEvent
from PySide6.QtWidgets import QApplication, QPushButton, QSpinBox

from hipcoach.ui.controls.stepper import Stepper


@pytest.fixture
def stepper(theme, show):
    """A stepper from 0 to 15 that shows 12 and has the focus."""
    made = Stepper(theme, "Clamshell, left, set 1", 0, 15)
    made.show_value(12)
    show(made, 104, 44)
    made.setFocus()
    return made


@pytest.fixture
def told(stepper):
    """All values that were told."""
    values: list[int] = []
    stepper.changed.connect(values.append)
    return values


def halves(stepper: Stepper) -> list[QPushButton]:
    return stepper.findChildren(QPushButton)


@pytest.mark.parametrize("key", [Qt.Key.Key_Up, Qt.Key.Key_Right, Qt.Key.Key_Plus])
def test_keys_that_add_one(stepper, told, qtbot, key):
    qtbot.keyClick(QApplication.focusWidget(), key)
    assert told == [13]


@pytest.mark.parametrize("key", [Qt.Key.Key_Down, Qt.Key.Key_Left, Qt.Key.Key_Minus])
def test_keys_that_take_one_away(stepper, told, qtbot, key):
    qtbot.keyClick(QApplication.focusWidget(), key)
    assert told == [11]


def test_a_typed_number_replaces_the_old_one(stepper, told, qtbot):
    qtbot.keyClicks(QApplication.focusWidget(), "9")
    assert stepper.value == 9
    assert told == [9]


def test_plus_stops_at_the_limit_and_keeps_the_focus_on_the_number(stepper, told, qtbot):
    less, more = halves(stepper)
    for _ in range(5):
        qtbot.mouseClick(more, Qt.MouseButton.LeftButton)
    assert told == [13, 14, 15]
    assert not more.isEnabled()
    assert less.isEnabled()
    assert isinstance(QApplication.focusWidget(), QSpinBox)


def test_a_changed_number_has_another_edge_until_it_is_stored(stepper, theme, qtbot):
    def edge() -> str:
        return stepper.grab().toImage().pixelColor(52, 0).name()

    as_stored = edge()
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Up)
    assert edge() == theme.colour("primary").name()
    stepper.show_value(13)
    assert edge() == as_stored


def test_showing_a_value_tells_nothing(stepper, told):
    stepper.show_value(7)
    assert stepper.value == 7
    assert told == []


def test_the_wheel_changes_nothing(stepper, told):
    place = QPointF(50, 20)
    wheel = QWheelEvent(
        place, place, QPoint(0, 0), QPoint(0, 120), Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(QApplication.focusWidget(), wheel)
    assert told == []


def test_screen_readers_meet_a_number_with_name_and_limits(stepper):
    face = QAccessible.queryAccessibleInterface(QApplication.focusWidget())
    assert face.role() is QAccessible.Role.SpinBox
    assert face.text(QAccessible.Text.Name) == "Clamshell, left, set 1"
    assert int(face.valueInterface().currentValue()) == 12
    assert int(face.valueInterface().maximumValue()) == 15


@pytest.mark.parametrize(
    ("value", "key", "after"),
    [
        (30, Qt.Key.Key_Up, 35),
        (32, Qt.Key.Key_Up, 35),
        (32, Qt.Key.Key_Down, 30),
        (30, Qt.Key.Key_Down, 25),
        (5, Qt.Key.Key_Down, 3),
        (178, Qt.Key.Key_Up, 180),
    ],
)
def test_a_step_of_five_goes_to_the_next_multiple_within_the_limits(
    theme, show, qtbot, value, key, after
):
    rest = show(Stepper(theme, "Rest between sets", 3, 180, step=5))
    rest.show_value(value)
    rest.setFocus()
    qtbot.keyClick(QApplication.focusWidget(), key)
    assert rest.value == after
