"""Switch, segmented control and chip."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication, QRadioButton

from hipcoach.ui.controls.chip import Chip
from hipcoach.ui.controls.segmented import Segmented
from hipcoach.ui.controls.switch import Switch
from hipcoach.ui.labels import Label


@pytest.fixture
def switch(theme, show):
    """A switch that is off."""
    return show(Switch(theme, "Spoken numbers"), 48, 44)


@pytest.fixture
def spans(theme, show):
    """Three spans, the second holds."""
    made = Segmented(theme, "Span", ["2 weeks", "6 weeks", "All"])
    made.show_part(1)
    show(made, 320, 44)
    return made


def test_click_space_and_enter_switch(switch, qtbot):
    told: list[bool] = []
    switch.toggled.connect(told.append)
    qtbot.mouseClick(switch, Qt.MouseButton.LeftButton, pos=QPoint(4, 2))
    qtbot.keyClick(switch, Qt.Key.Key_Space)
    qtbot.keyClick(switch, Qt.Key.Key_Return)
    assert told == [True, False, True]


def test_the_knob_moves_with_the_state(switch, theme):
    def knob_at(left: int, role: str) -> bool:
        return switch.grab().toImage().pixelColor(left, 22).name() == theme.colour(role).name()

    assert knob_at(14, "line_strong")
    assert not knob_at(34, "line_strong")
    switch.show_on(True)
    assert knob_at(34, "on_primary")
    assert not knob_at(14, "on_primary")


def test_showing_a_state_tells_nothing_and_the_name_is_said(switch):
    told: list[bool] = []
    switch.toggled.connect(told.append)
    switch.show_on(True)
    face = QAccessible.queryAccessibleInterface(switch)
    assert told == []
    assert face.role() is QAccessible.Role.CheckBox
    assert face.text(QAccessible.Text.Name) == "Spoken numbers"


def test_a_pressed_part_holds_and_is_told_once(spans, qtbot):
    told: list[int] = []
    spans.changed.connect(told.append)
    qtbot.mouseClick(spans.findChildren(QRadioButton)[2], Qt.MouseButton.LeftButton)
    assert told == [2]
    assert spans.part == 2


def test_arrows_change_the_part(spans, qtbot):
    spans.findChildren(QRadioButton)[1].setFocus()
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Left)
    assert spans.part == 0


def test_tab_stops_at_the_part_that_holds_also_after_it_was_taken_back(spans, qtbot):
    parts = spans.findChildren(QRadioButton)
    parts[1].setFocus()
    qtbot.keyClick(parts[1], Qt.Key.Key_Left)
    parts[0].clearFocus()
    spans.show_part(1)
    stops = [part for part in parts if part.focusPolicy() & Qt.FocusPolicy.TabFocus]
    assert stops == [parts[1]]


def test_showing_a_part_tells_nothing(spans):
    told: list[int] = []
    spans.changed.connect(told.append)
    spans.show_part(0)
    assert spans.part == 0
    assert told == []


def test_parts_wrap_rather_than_clip(theme, show):
    spans = show(Segmented(theme, "Span", ["4 weeks", "12 weeks", "Since the start"]), 200, 200)
    parts = spans.findChildren(QRadioButton)
    assert len({part.y() for part in parts}) > 1
    assert all(part.width() >= part.sizeHint().width() for part in parts)


def test_a_chip_is_as_wide_as_its_text(theme, qtbot):
    chip = Chip(theme, "Week 6", "ours", icon="flag")
    qtbot.addWidget(chip)
    before = chip.sizeHint().width()
    chip.show_text("Week 6 of 6, nearly done")
    chip.layout().activate()
    assert chip.sizeHint().width() > before
    assert chip.findChild(Label).text() == "Week 6 of 6, nearly done"
