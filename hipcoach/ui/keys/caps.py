"""Key caps: the keys of one line, drawn as on a keyboard."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from hipcoach.ui.controls.paint import paint_box
from hipcoach.ui.keys.names import Chord
from hipcoach.ui.theme import Theme
from hipcoach.ui.tokens import TextStyle

HEIGHT, SIDE, RADIUS = 28, 8, 6
TOGETHER, APART, BELOW = 3, 8, 4
"""Pixels at 100 % text around the plus in a chord, between chords, and between lines."""

CAP = TextStyle(size=14, line=20, weight=600)
WORD = TextStyle(size=13, line=18, weight=500)

Piece = tuple[int, str, bool]
"""A width, its text, and whether it is a cap or a word."""

Part = tuple[QRect, str, bool]
"""The same in its place."""


class KeyCaps(QWidget):
    """Draws chords with `between` as the word between them; breaks into lines where it must.

    Screen readers are told in the words beside it, so it has none of its own.
    """

    def __init__(self, theme: Theme, chords: tuple[Chord, ...], between: str) -> None:
        super().__init__()
        self._theme, self._chords, self._between = theme, chords, between
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        theme.changed.connect(self.updateGeometry)

    def _parts(self, width: int) -> Iterator[Part]:
        """Every cap and word in its place."""
        px = self._theme.px
        left = top = 0
        for number, chord in enumerate(self._chords):
            pieces = self._pieces(chord, first=number == 0)
            wide = sum(size for size, _, _ in pieces)
            if left and left + wide > width:
                left, top = 0, top + px(HEIGHT) + px(BELOW)
            for size, text, is_cap in pieces:
                if text:
                    yield QRect(left, top, size, px(HEIGHT)), text, is_cap
                left += size

    def _pieces(self, chord: Chord, *, first: bool) -> list[Piece]:
        """The widths of a chord's parts: the word before it, its caps and what is between."""
        gap = (self._theme.px(APART), "", False)
        pieces: list[Piece] = [] if first else [gap]
        if not first and self._between:
            pieces += [self._word(self._between), gap]
        for number, cap in enumerate(chord):
            if number:
                near = (self._theme.px(TOGETHER), "", False)
                pieces += [near, self._word("+"), near]
            wide = QFontMetrics(self._theme.font(CAP)).horizontalAdvance(cap)
            least = self._theme.px(HEIGHT)
            pieces.append((max(wide + 2 * self._theme.px(SIDE), least), cap, True))
        return pieces

    def _word(self, text: str) -> Piece:
        return QFontMetrics(self._theme.font(WORD)).horizontalAdvance(text), text, False

    # Qt's own

    def sizeHint(self) -> QSize:
        """All in one line."""
        places = [place for place, _, _ in self._parts(1 << 20)]
        return QSize(max(place.right() + 1 for place in places), self._theme.px(HEIGHT))

    def minimumSizeHint(self) -> QSize:
        """The widest chord."""
        widest = max(sum(p[0] for p in self._pieces(it, first=True)) for it in self._chords)
        return QSize(widest, self._theme.px(HEIGHT))

    def hasHeightForWidth(self) -> bool:
        """Narrower is higher."""
        return True

    def heightForWidth(self, width: int) -> int:
        """The height of the lines that this width needs."""
        return max(place.bottom() + 1 for place, _, _ in self._parts(width))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw caps and words."""
        theme = self._theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        edge, fill = theme.colour("line_strong"), theme.colour("inset")
        for place, text, is_cap in self._parts(self.width()):
            if is_cap:
                paint_box(painter, QRectF(place), theme.px(RADIUS), fill, edge, 1)
            painter.setFont(theme.font(CAP if is_cap else WORD))
            painter.setPen(theme.colour("ink" if is_cap else "ink2"))
            painter.drawText(place, Qt.AlignmentFlag.AlignCenter, text)
        painter.end()
