"""The card of the keys over a window: focus, keys, room."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible, QKeySequence, QShortcut
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from hipcoach.core import text
from hipcoach.ui.keys.card import halves
from hipcoach.ui.keys.overlay import KeysOverlay
from hipcoach.ui.keys.table import groups
from hipcoach.ui.labels import Label
from tests.shots.pseudo import Pseudo

Key = Qt.Key
TODAY, SESSION = groups("today", beside_rail=True), groups("player", beside_rail=False)


class Page(QWidget):
    """A window with a field that has the focus and gets what is typed."""

    def __init__(self) -> None:
        super().__init__()
        self.field = QLineEdit()
        QVBoxLayout(self).addWidget(self.field)
        self.pressed: list[str] = []
        for key in ("Ctrl+1", "F1"):
            shortcut = QShortcut(QKeySequence(key), self)
            shortcut.activated.connect(lambda key=key: self.pressed.append(key))


@pytest.fixture
def page(show):
    page = show(Page())
    page.field.setFocus()
    return page


@pytest.fixture
def overlay(theme, page):
    overlay = KeysOverlay(theme, page)
    overlay.show_keys(TODAY)
    return overlay


def press(page, key, held=Qt.KeyboardModifier.NoModifier):
    QTest.keyClick(page.windowHandle(), key, held)


def test_it_takes_the_focus_and_gives_it_back(overlay, page):
    assert page.focusWidget() is overlay.card.close_button
    press(page, Key.Key_Escape)
    assert overlay.isHidden()
    assert page.focusWidget() is page.field


@pytest.mark.parametrize("key", [Key.Key_Space, Key.Key_Return])
def test_its_button_closes_it(overlay, page, key):
    press(page, key)
    assert overlay.isHidden()
    assert page.focusWidget() is page.field


def test_no_other_key_reaches_the_page_below(overlay, page):
    for key in (Key.Key_Tab, Key.Key_X, Key.Key_H, Key.Key_Tab, Key.Key_Backtab):
        press(page, key)
        assert overlay.isAncestorOf(page.focusWidget())
    assert page.field.text() == ""


def test_a_shortcut_of_the_window_closes_it_and_does_what_it_does(overlay, page):
    press(page, Key.Key_1, Qt.KeyboardModifier.ControlModifier)
    assert page.pressed == ["Ctrl+1"]
    assert overlay.isHidden()


def test_h_goes_through_to_a_session(theme, page):
    overlay = KeysOverlay(theme, page)
    overlay.show_keys(SESSION, hurts=True)
    press(page, Key.Key_H)
    assert overlay.isHidden()
    assert page.field.text() == "h"


def test_a_click_beside_the_card_closes_it_and_one_on_it_does_not(overlay, page):
    QTest.mouseClick(overlay.card, Qt.MouseButton.LeftButton, pos=overlay.card.rect().center())
    assert overlay.isVisible()
    QTest.mouseClick(page.windowHandle(), Qt.MouseButton.LeftButton, pos=QPoint(4, 4))
    assert overlay.isHidden()


def test_every_line_says_its_keys(overlay):
    said = [
        QAccessible.queryAccessibleInterface(label).text(QAccessible.Text.Name)
        for label in overlay.findChildren(Label)
    ]
    for line in ("Ctrl+1: Today", "0 to 9: Choose the number; 1 and then 0 for 10"):
        assert line in said


@pytest.mark.parametrize("size", [(1280, 800, 1.0), (960, 640, 1.0), (1280, 800, 1.75)])
@pytest.mark.parametrize("shown", [TODAY, SESSION], ids=["today", "session"])
@pytest.mark.parametrize("longer", [False, True], ids=["english", "longer"])
def test_nothing_is_cut(theme, qapp, page, clipped, size, shown, longer, monkeypatch):
    if longer:
        monkeypatch.setattr(text, "_catalogue", Pseudo())
    width, height, scale = size
    theme.show_look(qapp, dark=False, scale=scale)
    page.resize(width, height)
    overlay = KeysOverlay(theme, page)
    overlay.show_keys(shown)
    assert clipped(overlay) == []
    assert overlay.rect().contains(overlay.card.geometry())


def test_what_does_not_fit_scrolls_with_the_keys(theme, qapp, page):
    page.resize(700, 480)
    overlay = KeysOverlay(theme, page)
    overlay.show_keys(SESSION)
    qapp.processEvents()
    bar = overlay.card.body.verticalScrollBar()
    assert bar.maximum() > 0
    press(page, Key.Key_PageDown)
    assert bar.value() > 0


def test_the_halves_keep_the_order():
    first, second = halves(SESSION)
    assert (*first, *second) == SESSION
    assert first
    assert second
