"""The words within the phase ring: what to do, and the seconds left; or that it is paused."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter

from hipcoach.core.events import PlayerState
from hipcoach.core.player_view import PlayerView
from hipcoach.ui.player.dial import DESIGN_SIZE, EDGE
from hipcoach.ui.player.fitting import LEAD, display_font
from hipcoach.ui.player.words import in_position, phase_word
from hipcoach.ui.theme import Theme
from hipcoach.ui.tokens import TextStyle

COUNTDOWN = TextStyle(size=112, line=104, weight=700, spacing=-3)

LONG = 0.7
"""How large words are, beside the usual, that stand in two lines and without seconds."""

AROUND = 3
"""Pixels around a line that a letter may reach into."""


class _Line(NamedTuple):
    text: str
    font: QFont
    at: QPointF
    role: str


class RingWords:
    """The words of a moment in `square`. `box` is all that they cover."""

    def __init__(self, theme: Theme, view: PlayerView, square: QRectF, factor: float) -> None:
        self._theme, self._square = theme, square
        self._room = square.width() - 2 * (EDGE + 26) * min(square.width() / DESIGN_SIZE, 2.0)
        self._factor = min(factor, square.width() / 230)
        self._is_paused = view.state is PlayerState.PAUSED
        self._middle = square.center().y()
        self._lines: list[_Line] = []
        self._lay_out(view)
        self.box = self._covered()

    def paint(self, painter: QPainter) -> None:
        """Draw them."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for line in self._lines:
            painter.setPen(self._theme.colour(line.role))
            painter.setFont(line.font)
            painter.drawText(line.at, line.text)
        if self._is_paused:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._theme.colour("ink"))
            for bar in self._bars():
                painter.drawRoundedRect(bar, 4 * self._factor, 4 * self._factor)

    def _lay_out(self, view: PlayerView) -> None:
        theme, factor = self._theme, self._factor * (LONG if view.waits else 1.0)
        position = in_position(view) and not self._is_paused
        style = LEAD if position else theme.text_style("player_phase")
        count = COUNTDOWN if position else theme.text_style("player_count")
        words = _lines(phase_word(view), long=view.waits)
        height, below = style.line * factor, 0.0 if view.waits else count.line * self._factor
        top = self._square.center().y() - (height * len(words) + below) / 2
        for word in words:
            font = display_font(theme, style, factor, word, self._room * 0.96)
            self._add(word, font, top + height / 2, "ink2" if position else "ink")
            top += height
        self._middle = top + below / 2
        if not (self._is_paused or view.waits):
            seconds = str(view.seconds)
            font = display_font(theme, count, self._factor, seconds, self._room)
            self._add(seconds, font, self._middle, "ink")

    def _add(self, text: str, font: QFont, y: float, role: str) -> None:
        """A line with the middle of its capitals at `y`."""
        metrics = QFontMetricsF(font)
        x = self._square.center().x() - metrics.horizontalAdvance(text) / 2
        self._lines.append(_Line(text, font, QPointF(x, y + metrics.capHeight() / 2), role))

    def _bars(self) -> list[QRectF]:
        """The two of a pause."""
        width, height = 18 * self._factor, 62 * self._factor
        left, top = self._square.center().x(), self._middle - height / 2
        return [QRectF(left + side * width, top, width, height) for side in (-1.5, 0.5)]

    def _covered(self) -> QRect:
        covered = QRectF()
        for line in self._lines:
            box = QFontMetricsF(line.font).boundingRect(line.text).translated(line.at)
            covered = covered.united(box)
        for bar in self._bars() if self._is_paused else ():
            covered = covered.united(bar)
        return covered.toAlignedRect().adjusted(-AROUND, -AROUND, AROUND, AROUND)


def _lines(text: str, *, long: bool) -> list[str]:
    """The words in one line, or a long text in two of about one length."""
    words = text.split()
    if not long or len(words) < 2:
        return [text]
    cuts = range(1, len(words))
    cut = min(cuts, key=lambda n: max(len(" ".join(words[:n])), len(" ".join(words[n:]))))
    return [" ".join(words[:cut]), " ".join(words[cut:])]
