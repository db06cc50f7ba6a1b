"""The focus ring: around whatever has the focus, wherever it goes."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget
from shiboken6 import delete

from hipcoach.ui.buttons import Button
from hipcoach.ui.controls.stepper import Stepper
from hipcoach.ui.controls.switch import Switch
from hipcoach.ui.focus_ring import FocusRing
from hipcoach.ui.scroll import Scroll


@pytest.fixture
def page(theme, show):
    """A window with its ring and a page of buttons that scrolls."""
    window = QWidget()
    scroll = Scroll(theme)
    QVBoxLayout(window).addWidget(scroll)
    for number in range(20):
        scroll.column.addWidget(Button(theme, f"Button {number}"))
    ring = FocusRing(window, theme)
    show(window, 400, 300)
    return window, scroll, scroll.findChildren(Button), ring


def around(widget: QWidget, window: QWidget) -> QRect:
    return QRect(widget.mapTo(window, QPoint(0, 0)), widget.size()).adjusted(-5, -5, 5, 5)


def test_the_ring_encloses_the_focused_button_with_its_gap(page):
    window, _, buttons, ring = page
    buttons[1].setFocus()
    assert ring.isVisible()
    assert ring.geometry() == around(buttons[1], window)


def test_focus_by_mouse_has_the_ring_too(page, qtbot):
    window, _, buttons, ring = page
    qtbot.mouseClick(buttons[2], Qt.MouseButton.LeftButton)
    assert ring.geometry() == around(buttons[2], window)


def test_the_ring_is_blue_and_leaves_a_gap(page, theme):
    window, _, buttons, ring = page
    buttons[1].setFocus()
    image = window.grab().toImage()
    place = ring.geometry()
    row = place.center().y()
    blue = theme.colour("focus").name()
    assert image.pixelColor(place.left() + 1, row).name() == blue
    assert image.pixelColor(place.left() + 4, row).name() != blue


def test_the_ring_follows_scrolling_moving_and_resizing(page):
    window, scroll, buttons, ring = page
    buttons[2].setFocus()
    scroll.verticalScrollBar().setValue(30)
    assert ring.geometry() == around(buttons[2], window)
    window.resize(500, 320)
    assert ring.geometry() == around(buttons[2], window)


def test_the_ring_is_cut_where_the_page_is_cut_and_gone_when_it_is_out_of_view(page):
    window, scroll, buttons, ring = page
    buttons[0].setFocus()
    scroll.verticalScrollBar().setValue(30)
    viewport = scroll.viewport()
    top = viewport.mapTo(window, QPoint(0, 0)).y()
    assert ring.geometry().top() == top
    scroll.verticalScrollBar().setValue(300)
    assert not ring.isVisible()


def test_no_focus_no_ring(page):
    _, _, buttons, ring = page
    buttons[0].setFocus()
    buttons[0].clearFocus()
    assert not ring.isVisible()


def test_a_hidden_page_has_no_ring(page):
    _, scroll, buttons, ring = page
    buttons[0].setFocus()
    scroll.hide()
    assert not ring.isVisible()


def test_parts_of_a_control_are_framed_as_the_control_asks(theme, show):
    window = QWidget()
    column = QVBoxLayout(window)
    stepper, switch = Stepper(theme, "Repetitions", 0, 15), Switch(theme, "Sound")
    column.addWidget(stepper)
    column.addWidget(switch)
    ring = FocusRing(window, theme)
    show(window, 300, 200)
    stepper.setFocus()
    assert ring.geometry() == around(stepper, window)
    switch.setFocus()
    assert ring.geometry().height() == 28 + 10


def test_a_deleted_widget_leaves_no_ring_behind(page):
    window, _, buttons, ring = page
    buttons[1].setFocus()
    delete(buttons[1])
    window.resize(420, 310)
    assert not ring.isVisible()


def test_the_mouse_goes_through(page):
    window, _, buttons, ring = page
    buttons[1].setFocus()
    place = buttons[1].mapTo(window, buttons[1].rect().center())
    assert window.childAt(place) is buttons[1]
    assert ring.testAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
