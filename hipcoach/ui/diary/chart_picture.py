"""What the pain chart paints at one moment, and the brushes that its parts paint with."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QLineF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPen

from hipcoach.core.diary_chart import DiaryChart, Visible
from hipcoach.ui.diary.chart_frame import Frame
from hipcoach.ui.theme import Theme
from hipcoach.ui.tokens import TextStyle

TICK = TextStyle(size=13, line=18, weight=400)
SMALL_TICK = TextStyle(size=12, line=16, weight=400)
TAG = TextStyle(size=13, line=18, weight=600)
EDGE = TextStyle(size=12, line=16, weight=500)
NOW = TextStyle(size=16, line=22, weight=700)


@dataclass(frozen=True, slots=True, kw_only=True)
class Picture:
    """The visible part of a chart in its frame. `chosen` is the day whose point tells itself."""

    theme: Theme
    frame: Frame
    chart: DiaryChart
    visible: Visible
    chosen: date | None = None

    @property
    def radius(self) -> float:
        """The radius of a point: smaller where they stand close, 0 where only a line is told."""
        pitch = self.frame.pitch * (7 if self.visible.weekly else 1)
        radius = min(pitch * 0.42, self.frame.dp(4.2))
        return radius if radius >= 0.8 else 0

    @property
    def since(self) -> float:
        """Where the start value begins to hold, within the plot."""
        plot, since = self.frame.plot, self.chart.since
        return plot.left() if since is None else max(plot.left(), self.frame.x(since, 0))

    def shows(self, day: date) -> bool:
        """Whether the middle of a day is within the plot."""
        return self.frame.first <= day.toordinal() + 0.5 <= self.frame.last

    def pen(self, role: str, width: float, alpha: float = 1) -> QPen:
        """A round pen of a width in pixels at 100 % text."""
        pen = QPen(self.soft(role, alpha), self.frame.dp(width))
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        return pen

    def dashed(self, role: str, width: float, dash: float, gap: float, alpha: float = 1) -> QPen:
        """A pen of dashes with flat ends, all in pixels at 100 % text."""
        pen = QPen(self.soft(role, alpha), self.frame.dp(width))
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
        pen.setDashPattern([dash / width, gap / width])
        return pen

    def dotted(self, role: str, width: float, gap: float) -> QPen:
        """A pen of round dots."""
        pen = self.pen(role, width)
        pen.setDashPattern([0.01, gap / width])
        return pen

    def soft(self, role: str, alpha: float) -> QColor:
        """A colour, let through."""
        colour = self.theme.colour(role)
        colour.setAlphaF(alpha)
        return colour

    def width_of(self, text: str, style: TextStyle) -> float:
        """The width of a text on one line."""
        return QFontMetricsF(self.theme.font(style)).horizontalAdvance(text)

    def write(
        self,
        painter: QPainter,
        place: QRectF,
        text: str,
        style: TextStyle,
        role: str,
        align: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft,
    ) -> None:
        """A text on one line, in the middle of its place's height."""
        painter.setFont(self.theme.font(style))
        painter.setPen(self.theme.colour(role))
        painter.drawText(place, align | Qt.AlignmentFlag.AlignVCenter, text)


def level(y: float, left: float, right: float) -> QLineF:
    """A level line that is one pixel sharp."""
    sharp = round(y) + 0.5
    return QLineF(left, sharp, right, sharp)
