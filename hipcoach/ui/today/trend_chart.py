"""The small trend: four weeks of daily pain values, their trailing mean, start and change band."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta

from PySide6.QtCore import QLineF, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from hipcoach.core.text import say, tr
from hipcoach.core.trend_view import Days, TrendCard
from hipcoach.ui.theme import Theme
from hipcoach.ui.today.session_mark import hatch
from hipcoach.ui.tokens import TextStyle

TICK = TextStyle(size=12, line=16, weight=400)
TAG = TextStyle(size=12, line=16, weight=600)
GRID = (0, 5, 10)
AMBER, PLAIN = ("amber_soft", "amber_ink"), ("inset", "ink2")
"""Ground and ink of a word in a flare-up, and in days away or ill."""

HIGH = 104
"""Pixels at 100 % text at which values can be told apart, and a hint below the page has room."""

DAY = timedelta(days=1)


class TrendChart(QWidget):
    """Draws a trend; its words are the accessible name."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._trend: TrendCard | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        theme.changed.connect(self.updateGeometry)

    def show_trend(self, trend: TrendCard) -> None:
        """Show a trend."""
        self._trend = trend
        self.setAccessibleName(say(trend.words))
        self.update()

    def _plot(self) -> QRectF:
        px = self._theme.px
        return QRectF(self.rect()).adjusted(px(24), px(9), -px(4), -px(9))

    def _x(self, day: date, part: float = 0.5) -> float:
        """Where a day stands; `part` 0 is its beginning, 1 its end."""
        trend, plot = self._trend, self._plot()
        assert trend is not None
        n = (trend.days.last - trend.days.first).days + 1
        return plot.left() + plot.width() * ((day - trend.days.first).days + part) / n

    def _y(self, value: float) -> float:
        plot = self._plot()
        return plot.bottom() - plot.height() * min(max(value, 0), 10) / 10

    def _soft(self, role: str, share: float) -> QColor:
        colour = self._theme.colour(role)
        colour.setAlphaF(share)
        return colour

    # Qt's own

    def sizeHint(self) -> QSize:
        """Enough to tell the values apart; it grows with the window."""
        return QSize(self._theme.px(200), self._theme.px(HIGH))

    def minimumSizeHint(self) -> QSize:
        """All of its height."""
        return QSize(self._theme.px(120), self._theme.px(HIGH))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """From the ground up: days away, flare-ups, grid, band, start, days, means."""
        if self._trend is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_absences(painter, self._trend)
        self._paint_flares(painter, self._trend)
        self._paint_band(painter, self._trend)
        self._paint_grid(painter)
        self._paint_start(painter, self._trend)
        self._paint_days(painter, self._trend)
        self._paint_means(painter, self._trend)
        self._paint_words(painter, self._trend)
        painter.end()

    def _boxes(self, spans: Iterable[Days]) -> list[QRectF]:
        """The whole height of the plot over each of the spans."""
        plot = self._plot()
        edges = ((self._x(days.first, 0), self._x(days.last, 1)) for days in spans)
        return [QRectF(left, plot.top(), right - left, plot.height()) for left, right in edges]

    def _paint_absences(self, painter: QPainter, trend: TrendCard) -> None:
        """A plain ground between dotted edges: no hatch, which is a flare-up's."""
        pen = QPen(self._theme.colour("line_strong"), 1, Qt.PenStyle.DotLine)
        for box in self._boxes(trend.absences):
            painter.fillRect(box, self._theme.colour("inset"))
            painter.setPen(pen)
            lines = [QLineF(x, box.top(), x, box.bottom()) for x in (box.left(), box.right())]
            painter.drawLines(lines)

    def _paint_flares(self, painter: QPainter, trend: TrendCard) -> None:
        for box in self._boxes(trend.flares):
            painter.fillRect(box, self._theme.colour("amber_soft"))
            painter.save()
            painter.setClipRect(box)
            hatch(painter, box, self._soft("amber_line", 0.3), self._theme.px(7), 1)
            painter.restore()

    def _paint_words(self, painter: QPainter, trend: TrendCard) -> None:
        """What the grounds are: a flare-up's word above, that of days away below."""
        top, bottom = self._plot().top(), self._plot().bottom()
        px = self._theme.px
        for box in self._boxes(trend.flares)[:1]:
            self._paint_word(painter, box, top + px(1), tr("flare-up"), AMBER)
        for box in self._boxes(trend.absences)[:1]:
            self._paint_word(painter, box, bottom - px(17), tr("away or ill"), PLAIN)

    def _paint_word(
        self, painter: QPainter, box: QRectF, y: float, text: str, roles: tuple[str, str]
    ) -> None:
        """In its ground; beside it where that is narrower."""
        px, font = self._theme.px, self._theme.font(TAG)
        ground, ink = roles
        width = QFontMetricsF(font).horizontalAdvance(text) + 1
        left = max(min(box.left() + px(4), self._plot().right() - width), self._plot().left())
        place = QRectF(left, y, width, px(16))
        painter.fillRect(place.adjusted(-2, 0, 2, 0), self._theme.colour(ground))
        painter.setFont(font)
        painter.setPen(self._theme.colour(ink))
        painter.drawText(place, Qt.AlignmentFlag.AlignVCenter, text)

    def _paint_grid(self, painter: QPainter) -> None:
        plot, px = self._plot(), self._theme.px
        painter.setFont(self._theme.font(TICK))
        for value in GRID:
            y = round(self._y(value)) + 0.5
            painter.setPen(QPen(self._theme.colour("line"), 1))
            painter.drawLine(QPointF(plot.left(), y), QPointF(plot.right(), y))
            painter.setPen(self._theme.colour("ink3"))
            place = QRectF(0, y - px(8), plot.left() - px(8), px(16))
            painter.drawText(
                place, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, str(value)
            )

    def _paint_band(self, painter: QPainter, trend: TrendCard) -> None:
        if trend.band is None:
            return
        plot, high, low = self._plot(), self._y(trend.band.high), self._y(trend.band.low)
        between = QRectF(plot.left(), high, plot.width(), low - high)
        below = QRectF(plot.left(), low, plot.width(), plot.bottom() - low)
        painter.fillRect(between, self._soft("primary", 0.2))
        painter.fillRect(below, self._soft("primary", 0.07))
        pen = QPen(self._soft("primary", 0.8), 1)
        pen.setDashPattern([5, 3])
        painter.setPen(pen)
        edges = [QLineF(plot.left(), y, plot.right(), y) for y in (high, low)]
        painter.drawLines(edges)

    def _paint_start(self, painter: QPainter, trend: TrendCard) -> None:
        if trend.start is None:
            return
        pen = QPen(self._theme.colour("ink2"), self._theme.px(7) / 4)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        pen.setDashPattern([0.01, 2.85])
        painter.setPen(pen)
        plot, y = self._plot(), self._y(trend.start)
        painter.drawLine(QPointF(plot.left(), y), QPointF(plot.right(), y))

    def _paint_days(self, painter: QPainter, trend: TrendCard) -> None:
        painter.setPen(QPen(self._soft("indigo", 0.55), self._theme.px(5) / 4))
        painter.setBrush(self._theme.colour("surface"))
        radius = self._theme.px(26) / 10
        for value in trend.points:
            middle = QPointF(self._x(value.day), self._y(value.mean))
            painter.drawEllipse(middle, radius, radius)

    def _paint_means(self, painter: QPainter, trend: TrendCard) -> None:
        """The means as lines, a lone one as a dot; the latest of the last day is stressed."""
        indigo, px = self._theme.colour("indigo"), self._theme.px
        pen = QPen(indigo, px(25) / 10)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        lines = [[QPointF(self._x(p.day), self._y(p.mean)) for p in s] for s in trend.segments]
        for line in lines:
            painter.drawPolyline(line) if len(line) > 1 else painter.drawPoint(line[0])
        if lines and lines[-1]:
            painter.setPen(QPen(self._theme.colour("surface"), px(2)))
            painter.setBrush(indigo)
            painter.drawEllipse(lines[-1][-1], px(45) / 10, px(45) / 10)
