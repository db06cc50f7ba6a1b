"""A number with a minus and a plus beside it; typed, stepped with the keys or pressed."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSignalBlocker, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from hipcoach.core.text import tr
from hipcoach.ui.controls.paint import CHOSEN_EDGE, EDGE, paint_box
from hipcoach.ui.controls.stepper_parts import Half, Number
from hipcoach.ui.theme import Theme

HEIGHT, HALF_WIDTH, RADIUS = 44, 33, 10
FRAME = 2
"""Pixels that the edge keeps free around the parts."""


class Stepper(QWidget):
    """A whole number between `low` and `high`. A value the user changed has a coloured edge.

    Minus and plus go to the next multiple of `step`; any number can be typed. `unit` stands behind
    the number. `typed_whole`: a typed number is told when it is entered or left, not by the digit.
    """

    changed = Signal(int)

    def __init__(
        self,
        theme: Theme,
        name: str,
        low: int,
        high: int,
        *,
        step: int = 1,
        unit: str = "",
        typed_whole: bool = False,
    ) -> None:
        super().__init__()
        self._theme, self._shown = theme, low
        self._number = Number(theme, name, low, high)
        self._number.setSingleStep(step)
        self._number.setSuffix(unit)
        self._number.setKeyboardTracking(not typed_whole)
        self._less = Half(theme, "minus", tr("One less") if step == 1 else tr("Less"))
        self._more = Half(theme, "plus", tr("One more") if step == 1 else tr("More"))
        self._row = QHBoxLayout(self)
        for part in (self._less, self._number, self._more):
            self._row.addWidget(part, 1 if part is self._number else 0)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setFocusProxy(self._number)
        self.setProperty("ringRadius", RADIUS)
        self.setProperty("ringFrames", True)
        self._connect()
        self._restyle()

    @property
    def value(self) -> int:
        """The number as it stands."""
        return self._number.value()

    def show_value(self, value: int, usual: int | None = None) -> None:
        """Show a number as it is stored: not edited, or changed from a `usual` one."""
        self._shown = value if usual is None else usual
        with QSignalBlocker(self._number):
            self._number.setValue(value)
        self._follow()

    def show_range(self, low: int, high: int) -> None:
        """Other limits."""
        with QSignalBlocker(self._number):
            self._number.setRange(low, high)
        self._follow()

    def _connect(self) -> None:
        self._less.clicked.connect(self._number.stepDown)
        self._more.clicked.connect(self._number.stepUp)
        for half in (self._less, self._more):
            half.setFocusProxy(self._number)
        self._number.valueChanged.connect(self._on_changed)
        self._theme.changed.connect(self._restyle)

    def _on_changed(self, value: int) -> None:
        self._follow()
        self.changed.emit(value)

    def _follow(self) -> None:
        self._less.setEnabled(self.value > self._number.minimum())
        self._more.setEnabled(self.value < self._number.maximum())
        self.update()

    def _restyle(self) -> None:
        theme = self._theme
        self._row.setContentsMargins(FRAME, FRAME, FRAME, FRAME)
        self._row.setSpacing(0)
        for half in (self._less, self._more):
            half.setFixedSize(theme.px(HALF_WIDTH), theme.px(HEIGHT) - 2 * FRAME)
        self._number.restyle()
        self._follow()

    # Qt's own

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw ground and edge."""
        theme, edited = self._theme, self.value != self._shown
        role = "primary" if edited else "line_strong"
        edge = theme.colour(role if self.isEnabled() else "disabled_bg")
        fill = theme.colour("surface" if self.isEnabled() else "disabled_bg")
        painter = QPainter(self)
        width = CHOSEN_EDGE if edited else EDGE
        paint_box(painter, QRectF(self.rect()), theme.px(RADIUS), fill, edge, width)
        painter.end()
