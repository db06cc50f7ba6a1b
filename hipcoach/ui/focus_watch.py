"""Tells a widget how the focus moves, for as long as the widget is there.

The focus also moves while a widget is being destroyed. A widget that listened to the application
itself would then be called when it is half gone, and Qt finds its method no more.
"""

from __future__ import annotations

from collections.abc import Callable
from weakref import WeakMethod

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid


class FocusWatch(QObject):
    """Calls `moved`, a method of a widget, with what had the focus and what has it now.

    The widget has to keep this, which keeps nothing.
    """

    def __init__(self, moved: Callable[[QWidget | None, QWidget | None], None]) -> None:
        super().__init__()
        self._moved = WeakMethod(moved)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._on_changed)

    def _on_changed(self, old: QWidget | None, new: QWidget | None) -> None:
        moved = self._moved()
        if moved is not None and isValid(getattr(moved, "__self__", None)):
            moved(old, new)
