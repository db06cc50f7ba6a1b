"""The undo bar: what it says, where it lies, when it goes."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QWidget

from hipcoach.ui.buttons import Button
from hipcoach.ui.labels import Label
from hipcoach.ui.undo_bar import UndoBar


@pytest.fixture
def window(theme, show):
    """A window with one button, which has the focus."""
    made = QWidget()
    button = Button(theme, "Delete")
    button.setParent(made)
    show(made, 800, 500)
    button.setFocus()
    return made


@pytest.fixture
def bar(theme, window):
    """The bar, showing that an entry was deleted."""
    made = UndoBar(theme, window)
    assert not made.isVisible()
    made.show_undo("Entry deleted")
    return made


def button_of(bar: UndoBar) -> Button:
    return bar.findChild(Button)


def timer_of(bar: UndoBar) -> QTimer:
    return bar.findChild(QTimer)


def test_it_says_what_was_done_at_the_bottom_centre(bar, window):
    assert bar.findChild(Label).text() == "Entry deleted"
    assert abs(bar.geometry().center().x() - window.rect().center().x()) <= 1
    assert window.height() - bar.geometry().bottom() == 25


def test_it_stays_at_the_bottom_when_the_window_grows(bar, window):
    window.resize(1000, 700)
    assert window.height() - bar.geometry().bottom() == 25
    assert abs(bar.geometry().center().x() - 499) <= 1


def test_a_long_sentence_wraps_inside_the_window(bar, window):
    height = bar.height()
    bar.show_undo("The entry of Thursday evening was deleted, with its note. " * 4)
    assert bar.width() < window.width()
    assert bar.height() > height


def test_it_takes_no_focus_and_goes_after_eight_seconds(bar, window):
    assert window.focusWidget() is not button_of(bar)
    assert timer_of(bar).interval() == 8000
    assert timer_of(bar).isActive()
    timer_of(bar).timeout.emit()
    assert not bar.isVisible()


def test_it_stays_while_it_has_the_focus(bar):
    button_of(bar).setFocus()
    timer_of(bar).timeout.emit()
    assert bar.isVisible()


def test_undo_is_told_once_and_the_focus_goes_back(bar, window, qtbot):
    before = window.focusWidget()
    told: list[bool] = []
    bar.undone.connect(lambda: told.append(True))
    button_of(bar).setFocus()
    qtbot.keyClick(button_of(bar), Qt.Key.Key_Return)
    assert told == [True]
    assert not bar.isVisible()
    assert not timer_of(bar).isActive()
    assert before.hasFocus()


def test_it_covers_no_filled_button(theme, show):
    window = QWidget()
    start = Button(theme, "Start session", "primary", size="large")
    start.setParent(window)
    show(window, 800, 500)
    start.setGeometry(300, 420, 224, 56)
    start.show()
    bar = UndoBar(theme, window)
    bar.show_undo("The program begins today")
    assert not bar.geometry().intersects(start.geometry())
    start.hide()
    bar.show_undo("The program begins today")
    assert window.height() - bar.geometry().bottom() == 25


def test_what_is_offered_goes_once_something_else_was_changed(bar):
    bar.offer("")
    assert bar.isHidden()


def test_a_notice_stays_when_something_was_changed(bar):
    bar.show_notice("The diary is back")
    bar.offer("")
    assert bar.isVisible()
