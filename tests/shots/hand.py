"""What leads the real window to the state that is to be looked at: a hand and a clock."""

from __future__ import annotations

import time
from datetime import datetime, timedelta
from typing import cast

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible, QKeySequence, QShortcut
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from hipcoach.core.clocks import Clocks
from hipcoach.core.text import tr
from hipcoach.ui.figure_view import FigureView
from hipcoach.ui.figures import Figures
from hipcoach.ui.navigator import Navigator

DRAWINGS = 100
"""So many twentieths of a second the figures are waited for at most."""

SETTLED = 0.6
"""Real seconds within which the window has drawn what the clock says: its own longest sleep."""


class StandingClock:
    """A clock that stands at a moment until it is moved."""

    def __init__(self, start: datetime) -> None:
        self._start, self._passed = start, 0.0

    def advance(self, seconds: float) -> None:
        """Let time pass."""
        self._passed += seconds

    def now(self) -> datetime:
        """The wall clock."""
        return self._start + timedelta(seconds=self._passed)

    def clocks(self) -> Clocks:
        """The same as the player is handed it; the computer never sleeps."""
        return Clocks(seconds=lambda: self._passed, now=self.now, slept=lambda: False)


class Hand:
    """Presses what has a name, in whatever language it is shown."""

    def __init__(self, navigator: Navigator, clock: StandingClock) -> None:
        self.navigator, self._clock = navigator, clock

    @property
    def window(self) -> QWidget:
        """The window that is looked at."""
        return self.navigator.window

    def click(self, name: str) -> None:
        """Click the first control of this English name; LookupError where it is not shown."""
        if not (found := self._named(name)):
            shown = ", ".join(_name(it) for it in self._controls())
            raise LookupError(f"there is no {name!r}; there are {shown}")
        QTest.mouseClick(found[0], Qt.MouseButton.LeftButton, pos=_where(found[0]))
        self.settle(0.1)

    def shows(self, name: str) -> bool:
        """Whether such a control can be pressed."""
        return bool(self._named(name))

    def shortcut(self, key: str) -> None:
        """Press a shortcut of the window, which no window manager has made the active one."""
        found = cast("list[QShortcut]", self.window.findChildren(QShortcut))
        next(it for it in found if it.key() == QKeySequence(key)).activated.emit()
        self.settle(0.1)

    def press(self, *keys: Qt.Key) -> None:
        """Press keys."""
        for key in keys:
            QTest.keyClick(self.window.focusWidget() or self.window, key)
            self.settle(0.05)

    def advance(self, seconds: float) -> None:
        """Let a session's time pass, and be shown."""
        self._clock.advance(seconds)
        self.settle(SETTLED)

    def settle(self, seconds: float) -> None:
        """Let the window work off what is due."""
        end = time.monotonic() + seconds  # noqa: TID251 - real time, which the window's timers have
        while time.monotonic() < end:  # noqa: TID251
            QApplication.processEvents()
            QApplication.sendPostedEvents(None, 0)

    def let_draw(self, figures: Figures) -> None:
        """Let all figures that are shown be drawn."""
        for _ in range(DRAWINGS):
            self.settle(0.05)
            views = (it for it in self.window.findChildren(FigureView) if it.isVisible())
            full = all(view.film is None or view.film.is_full for view in views)
            if full and figures.studio and not figures.is_busy:
                return

    def _named(self, name: str) -> list[QWidget]:
        """The controls with this name, else those whose name begins with it."""
        controls = self._controls()
        said = (tr(name), tr(name.lower()), name)  # a digit is no text, a colour gets its capital
        whole = [it for it in controls if _name(it) in said]
        return whole or [it for it in controls if _name(it).startswith(said)]

    def _controls(self) -> list[QWidget]:
        """What can be pressed, in the order in which it was laid out."""
        widgets = cast("list[QWidget]", self.window.findChildren(QWidget))
        return [it for it in widgets if it.isVisible() and it.focusPolicy() and it.isEnabled()]


def _name(widget: QWidget) -> str:
    """Its name for a screen reader."""
    return QAccessible.queryAccessibleInterface(widget).text(QAccessible.Text.Name)


def _where(control: QWidget) -> QPoint:
    """Where a click means the control: its middle, or the left of a wide one."""
    return QPoint(min(control.width() // 2, control.height()), control.height() // 2)
