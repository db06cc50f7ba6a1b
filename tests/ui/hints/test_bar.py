"""The line of a hint: what is heard of it, and where the focus is."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from hipcoach.ui.hints.bar import HintBar

LONG = "Press an exercise to see how it is done, and to change its dose. " * 3


@pytest.fixture
def page(theme, show):
    page = QWidget()
    page.field, page.bar = QLineEdit(), HintBar(theme)
    column = QVBoxLayout(page)
    column.addWidget(page.field)
    column.addStretch(1)
    column.addWidget(page.bar)
    page.bar.hide()
    show(page, 960, 640)
    page.field.setFocus()
    return page


def test_it_does_not_take_the_focus_and_gives_it_back(page):
    page.bar.show_hint("Press Start.")
    assert page.focusWidget() is page.field
    page.bar.button.setFocus()
    page.bar.hide_hint()
    assert page.focusWidget() is page.field


def test_it_says_its_words_with_the_button(page):
    page.bar.show_hint("Press Start.")
    names = [
        QAccessible.queryAccessibleInterface(widget).text(QAccessible.Text.Name)
        for widget in (page.bar, page.bar.button)
    ]
    assert names == ["Hint: Press Start.", "Got it"]


@pytest.mark.parametrize("scale", [1.0, 1.75])
@pytest.mark.parametrize("width", [640, 1280])
def test_a_long_hint_has_room(theme, qapp, page, clipped, width, scale):
    theme.show_look(qapp, dark=True, scale=scale)
    page.resize(width, 800)
    page.bar.show_hint(LONG)
    assert clipped(page) == []
