"""The steps of an exercise, numbered. They stand where the figure is drawn."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from hipcoach.core.text import tr
from hipcoach.ui.labels import Label
from hipcoach.ui.player.fitting import STEP
from hipcoach.ui.theme import Theme
from hipcoach.ui.tokens import TextStyle

LARGE: tuple[int, ...] = (32, 29, 26, 24, 22)
SMALL: tuple[int, ...] = (24, 22)
"""Text sizes, the largest that fits is taken: read from the mat (10 arcmin at 2 m), or near."""

LINE = 1.36
"""How many times its size a line is high; a number's disc is as large."""

NUMBER = TextStyle(size=0.7, line=1, weight=600)
"""For a text of one pixel."""

NARROWEST = 200


def tell_steps(picture: QWidget, name: str, steps: tuple[str, ...]) -> None:
    """Let a picture that stands in place of the steps tell them to screen readers.

    Only where they are others: a reader may say every change aloud.
    """
    told = " ".join(map(tr, steps))
    if told != picture.accessibleDescription():
        picture.setAccessibleName(name)
        picture.setAccessibleDescription(told)


class Steps(QWidget):
    """One line a step, a number before each, as large as the room allows."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme, self._factor, self._sizes = theme, 1.0, SMALL
        self._steps: tuple[str, ...] = ()
        self._rows: list[_Step] = []
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Expanding)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        theme.changed.connect(self._place)

    def show_steps(self, steps: tuple[str, ...], *, large: bool) -> None:
        """Other steps; `large` to be read from the mat."""
        if steps != self._steps:
            self._steps = steps
            for row in self._rows:
                row.hide()
                row.deleteLater()
            self._rows = [_Step(self._theme, n, tr(step)) for n, step in enumerate(steps, start=1)]
            for row in self._rows:
                row.setParent(self)
                row.show()
            self.updateGeometry()
        elif self._sizes is (LARGE if large else SMALL):
            return
        self._sizes = LARGE if large else SMALL
        self._place()

    def set_factor(self, factor: float) -> None:
        """Enlarge with the window."""
        self._factor = factor
        self.updateGeometry()
        self._place()

    def _heights(self, size: float, width: int) -> list[int]:
        """The rows' heights in this text size."""
        for row in self._rows:
            row.show_size(size, self._factor)
        return [row.heightForWidth(width) for row in self._rows]

    def _gap(self, size: float) -> int:
        return round(size * self._factor / 3)

    def _height(self, size: float, width: int) -> int:
        heights = self._heights(size, width)
        return sum(heights) + self._gap(size) * max(len(heights) - 1, 0)

    def _place(self) -> None:
        """Put the rows below each other: in the middle, or beside the way to lie at the top."""
        fitting = (s for s in self._sizes if self._height(s, self.width()) <= self.height())
        size = next(fitting, self._sizes[-1])
        free = max(self.height() - self._height(size, self.width()), 0)
        top = free // 2 if self._sizes is LARGE else 0
        for row, height in zip(self._rows, self._heights(size, self.width()), strict=True):
            row.setGeometry(0, top, self.width(), height)
            top += height + self._gap(size)

    # Qt's own

    def sizeHint(self) -> QSize:
        """The least."""
        return self.minimumSizeHint()

    def minimumSizeHint(self) -> QSize:
        """Wide enough for short lines; the height follows from the width."""
        return QSize(round(NARROWEST * self._factor), 1)

    def hasHeightForWidth(self) -> bool:
        """Steps wrap."""
        return True

    def heightForWidth(self, width: int) -> int:
        """What the smallest text needs."""
        height = self._height(self._sizes[-1], width)
        self._place()
        return height

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Take the text size that fits."""
        super().resizeEvent(event)
        self._place()


class _Step(QWidget):
    """A number on a disc, and the step."""

    def __init__(self, theme: Theme, number: int, step: str) -> None:
        super().__init__()
        self._theme, self._number, self._side = theme, str(number), 0
        self._text = Label(theme, step, STEP, wrap=True)
        self._line = QHBoxLayout(self)
        self._line.addWidget(self._text)

    def show_size(self, size: float, factor: float) -> None:
        """Another text size, in pixels of the design."""
        self._side = round(size * LINE * factor)
        self._text.set_style(TextStyle(size=size, line=size * LINE, weight=STEP.weight))
        self._text.set_factor(factor / self._theme.scale)
        self._line.setContentsMargins(round(self._side * 1.4), 0, 0, 0)
        self.setFont(self._theme.font(NUMBER, size * factor / self._theme.scale))

    # Qt's own

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the disc and its number."""
        disc = QRectF(0.5, 0.5, self._side - 1, self._side - 1)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(self._theme.colour("surface"))
        painter.setPen(self._theme.colour("line"))
        painter.drawEllipse(disc)
        painter.setPen(self._theme.colour("ink2"))
        painter.drawText(disc, Qt.AlignmentFlag.AlignCenter, self._number)
        painter.end()
