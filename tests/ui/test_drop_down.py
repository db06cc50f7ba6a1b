"""A drop-down: chosen with the keys, told once, shown without telling."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from hipcoach.ui.controls.drop_down import DropDown


@pytest.fixture
def days(theme, show):
    made = DropDown(theme, "Calendars begin on", ["As the region has it", "Monday", "Sunday"])
    made.told = []
    made.chosen.connect(made.told.append)
    show(made, 240, 60)
    made.setFocus()
    return made


def test_the_keys_choose(days) -> None:
    QTest.keyClick(days, Qt.Key.Key_Down)
    QTest.keyClick(days, Qt.Key.Key_End)
    assert days.told == [1, 2]


def test_what_is_shown_is_not_told(days) -> None:
    days.show_choice(2)
    assert (days.currentText(), days.told) == ("Sunday", [])


@pytest.mark.qt_log_ignore("This plugin does not support")  # popups of the offscreen platform
def test_the_list_opens_and_a_choice_closes_it(days, qtbot) -> None:
    QTest.keyClick(days, Qt.Key.Key_Space)
    qtbot.waitUntil(days.view().isVisible)
    QTest.keyClick(days.view(), Qt.Key.Key_Down)
    QTest.keyClick(days.view(), Qt.Key.Key_Return)
    assert days.told == [1]
    assert not days.view().isVisible()


def test_it_has_room_for_its_longest_choice_and_a_target(days, theme) -> None:
    wanted = days.sizeHint()
    longest = days.fontMetrics().horizontalAdvance("As the region has it")
    assert wanted.width() >= longest + theme.px(18)
    assert wanted.height() >= theme.px(44)
