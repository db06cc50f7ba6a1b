"""What the chart's marks mean: the mark itself beside its words."""

from __future__ import annotations

from enum import Enum

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from hipcoach.core.text import tr
from hipcoach.ui.box import Box
from hipcoach.ui.labels import Label
from hipcoach.ui.layouts import Flow
from hipcoach.ui.theme import Theme
from hipcoach.ui.today.session_mark import hatch

HIGH, GAP = 16, 16


class Key(Enum):
    """A mark of the legend, and its width in pixels at 100 % text."""

    POINT = 16
    LINE = 22
    BAND = 17  # another value than the point's: one value, one member
    FLARE = 18


class Legend(QWidget):
    """Beside each other, in lines. A point is a day or, in long spans, a week."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._point = self._words("")
        self._flow = Flow()
        self.setLayout(self._flow)
        mean = self._line(Key.LINE, self._words(tr("7-day mean")))
        self._band = self._line(Key.BAND, self._words(tr("change people usually notice")))
        self._flare = self._line(Key.FLARE, self._words(tr("flare-up")))
        for part in (self._line(Key.POINT, self._point), mean, self._band, self._flare):
            self._flow.addWidget(part)
        self.show_keys(weekly=False, band=True)
        self._space()
        theme.changed.connect(self._space)

    def show_keys(self, *, weekly: bool, band: bool, flares: bool = False) -> None:
        """Whether a point is a week, whether there is a band of change, and flare-ups.

        Those are told where a point is a week: they are too narrow then for words of their own.
        """
        self._point.setText(tr("week, low to high") if weekly else tr("day, low to high"))
        self._band.setVisible(band)
        self._flare.setVisible(weekly and flares)

    def _words(self, text: str) -> Label:
        return Label(self._theme, text, "caption", "ink2", wrap=True)

    def _line(self, key: Key, words: Label) -> Box:
        line = Box(self._theme, across=True, spacing=6)
        line.add(_Mark(self._theme, key), words)
        return line

    def _space(self) -> None:
        self._flow.setSpacing(self._theme.px(GAP))
        self._flow.set_row_gap(self._theme.px(4))
        self._flow.setContentsMargins(0, self._theme.px(2), 0, self._theme.px(2))


class _Mark(QWidget):
    """One of the chart's marks."""

    def __init__(self, theme: Theme, key: Key) -> None:
        super().__init__()
        self._theme, self._key = theme, key
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.updateGeometry)

    # Qt's own

    def sizeHint(self) -> QSize:
        """Its own width in a line of the text."""
        return QSize(self._theme.px(self._key.value), self._theme.px(HIGH))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw it in pixels at 100 % text."""
        painter, scale = QPainter(self), self._theme.scale
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.scale(scale, scale)
        paint = {
            Key.POINT: self._paint_point,
            Key.LINE: self._paint_line,
            Key.BAND: self._paint_band,
            Key.FLARE: self._paint_flare,
        }
        paint[self._key](painter)
        painter.end()

    def _paint_point(self, painter: QPainter) -> None:
        painter.setPen(_round(_faint(self._theme, "indigo", 0.3), 3))
        painter.drawLine(QPointF(8, 2), QPointF(8, 14))
        painter.setPen(QPen(self._theme.colour("indigo"), 1.75))
        painter.setBrush(self._theme.colour("surface"))
        painter.drawEllipse(QPointF(8, 8), 4, 4)

    def _paint_line(self, painter: QPainter) -> None:
        painter.setPen(_round(self._theme.colour("indigo"), 3))
        painter.drawLine(QPointF(2, 8), QPointF(20, 8))

    def _paint_band(self, painter: QPainter) -> None:
        painter.fillRect(QRectF(0, 3, 16, 11), _faint(self._theme, "primary", 0.25))

    def _paint_flare(self, painter: QPainter) -> None:
        box = QRectF(0, 3, 16, 11)
        painter.fillRect(box, self._theme.colour("amber_soft"))
        painter.setClipRect(box)
        hatch(painter, box, _faint(self._theme, "amber_line", 0.6), 5, 1.5)


def _faint(theme: Theme, role: str, share: float) -> QColor:
    colour = theme.colour(role)
    colour.setAlphaF(share)
    return colour


def _round(colour: QColor, width: float) -> QPen:
    return QPen(colour, width, c=Qt.PenCapStyle.RoundCap)
