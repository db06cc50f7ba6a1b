"""The focus is told to widgets that are there, and to no others."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QWidget
from shiboken6 import delete

from hipcoach.ui.buttons import Button
from hipcoach.ui.focus_watch import FocusWatch


class Listener(QWidget):
    """Notes what has the focus; `told` outlives it."""

    def __init__(self, told: list[str]) -> None:
        super().__init__()
        self._told = told
        self.watch = FocusWatch(self._on_moved)

    def _on_moved(self, _old: QWidget | None, new: QWidget | None) -> None:
        self._told.append(new.accessibleName() if new else "")


def test_the_focus_is_told_until_the_widget_goes(theme, show):
    window, row, told = QWidget(), QHBoxLayout(), []
    window.setLayout(row)
    first, second = Button(theme, "First"), Button(theme, "Second")
    for button in (first, second):
        row.addWidget(button)
    show(window, 400, 300)
    first.setFocus()
    listener = Listener(told)

    second.setFocus()
    assert told == ["Second"]

    delete(listener)  # what Python has of it is still there, and what it holds too
    first.setFocus()
    assert told == ["Second"]


def test_a_watch_keeps_nothing(theme, show):
    button, told = Button(theme, "Button"), []
    show(button)
    listener = Listener(told)
    watch = listener.watch
    del listener

    button.clearFocus()

    assert told == []
    assert watch
