"""Ctrl+E is the window's also where a field takes it for itself, as Qt's do on X11."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDateEdit, QLineEdit, QPlainTextEdit, QPushButton, QWidget

from hipcoach.ui.places import places
from hipcoach.ui.window import Window

CONTROL = Qt.KeyboardModifier.ControlModifier


def greedy(kind):
    """A field of this kind that takes every key it can have."""

    class Greedy(kind):
        def event(self, event):
            if event.type() is QEvent.Type.ShortcutOverride:
                event.accept()
                return True
            return super().event(event)

    return Greedy()


@pytest.mark.parametrize("kind", [QLineEdit, QPlainTextEdit, QDateEdit])
def test_the_report_is_saved_from_within_a_field(theme, show, kind) -> None:
    window, field, other, pressed = Window(theme, places()), greedy(kind), QPushButton(), []
    page = QWidget()
    for part in (field, other):
        part.setParent(page)
    window.add_page("report", page)
    window.show_page("report")
    for key in ("Ctrl+E", "Ctrl+Z"):
        shortcut = QShortcut(QKeySequence(key), window)
        shortcut.activated.connect(lambda key=key: pressed.append(key))
    show(window, 900, 600)
    for _ in range(2):
        other.setFocus()
        field.setFocus()
        for key in (Qt.Key.Key_E, Qt.Key.Key_Z):
            QTest.keyClick(field, key, CONTROL)

    assert pressed == ["Ctrl+E", "Ctrl+E"]
