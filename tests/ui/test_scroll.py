"""Scrolling pages keep the focus in view; wrapping layouts wrap."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QWidget

from hipcoach.ui.buttons import Button
from hipcoach.ui.controls.chip import Chip
from hipcoach.ui.labels import Label
from hipcoach.ui.layouts import Flow
from hipcoach.ui.scroll import Scroll


def test_the_focused_widget_comes_into_view(theme, show):
    scroll = Scroll(theme)
    buttons = [Button(theme, f"Button {number}") for number in range(20)]
    for button in buttons:
        scroll.column.addWidget(button)
    show(scroll, 400, 300)
    buttons[15].setFocus()
    top = buttons[15].mapTo(scroll.viewport(), QPoint(0, 0)).y()
    assert 0 <= top <= scroll.viewport().height() - buttons[15].height()
    scroll.show_top()
    assert scroll.verticalScrollBar().value() == 0


def test_tab_stops_at_a_long_page_only_where_nothing_else_can_have_the_focus(theme, show):
    text, controls = Scroll(theme), Scroll(theme)
    text.column.addWidget(Label(theme, "Where the numbers come from. " * 200, wrap=True))
    controls.column.addWidget(Label(theme, "Where the numbers come from. " * 200, wrap=True))
    controls.column.addWidget(Button(theme, "Back"))
    for scroll in (text, controls):
        show(scroll, 400, 300)
    assert text.focusPolicy() is Qt.FocusPolicy.TabFocus
    assert controls.focusPolicy() is Qt.FocusPolicy.NoFocus


def test_chips_flow_into_lines(theme, show):
    page = QWidget()
    flow = Flow()
    page.setLayout(flow)
    chips = [Chip(theme, f"Chip number {number}") for number in range(6)]
    for chip in chips:
        flow.addWidget(chip)
    show(page, 300, flow.heightForWidth(300))
    assert len({chip.y() for chip in chips}) == 3
    assert max(chip.geometry().right() for chip in chips) < 300
    assert max(chip.geometry().bottom() for chip in chips) < page.height()
