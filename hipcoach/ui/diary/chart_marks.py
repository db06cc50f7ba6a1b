"""The marks in the plot: days with their range, means, the start, the band of change, check-ins."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPolygonF

from hipcoach.core.diary_chart import CheckInMark
from hipcoach.core.text import say
from hipcoach.core.trends import DayValue
from hipcoach.ui.diary.chart_picture import TAG, Picture, level

GAP = 6
"""Pixels at 100 % text that words keep apart."""
DENSE = 2.2
"""The radius of a point, in pixels at 100 % text, below which points stand densely."""
PIECE = 10
"""So many means are drawn at a time: a line takes Qt longer than its pieces, far longer if long."""
WORDS = 23
"""The height of a check-in's words above the plot, from their top."""


def paint_band(painter: QPainter, picture: Picture) -> None:
    """The band of change between its edges, lighter below it, from the start on."""
    frame, plot, left = picture.frame, picture.frame.plot, picture.since
    edges = sorted((edge.value for edge in picture.chart.edges if edge.value > 0), reverse=True)
    if not edges or left >= plot.right():
        return
    high, low = frame.y(edges[0]), frame.y(edges[1] if len(edges) > 1 else 0)
    width = plot.right() - left
    if len(picture.chart.edges) > 1:
        painter.fillRect(QRectF(left, high, width, low - high), picture.soft("primary", 0.2))
        below = QRectF(left, low, width, plot.bottom() - low)
        painter.fillRect(below, picture.soft("primary", 0.07))
    painter.setPen(picture.dashed("primary", 1, 5, 3, 0.8))
    painter.drawLines([level(frame.y(edge), left, plot.right()) for edge in edges])


def paint_start(painter: QPainter, picture: Picture) -> None:
    """The dotted line at the start value."""
    start, plot = picture.chart.start, picture.frame.plot
    if start is None or picture.since >= plot.right():
        return
    y, gap = picture.frame.y(start.value), picture.frame.dp(5)
    count = int((plot.right() - picture.since) / gap) + 1
    painter.setPen(picture.pen("ink2", 1.75))
    painter.drawPoints([QPointF(picture.since + gap * n, y) for n in range(count)])


def paint_check_ins(painter: QPainter, picture: Picture) -> None:
    """A diamond above the plot, a line down to the axis, and a word where it touches no other."""
    free_from = before = -1e9
    for mark in picture.chart.check_ins:
        x, size = picture.frame.x(mark.day), picture.frame.dp(6)
        if not picture.shows(mark.day) or x - before < 2 * size:
            continue
        before = x
        _paint_diamond(painter, picture, mark, x, size)
        text = say(mark.text)
        width = picture.width_of(text, TAG)
        place = QRectF(_beside_edges(picture, x, width), 0, width + 1, picture.frame.dp(WORDS + 4))
        if place.left() >= free_from:
            free_from = place.right() + picture.frame.dp(GAP)
            picture.write(painter, place, text, TAG, "ink2")


def _beside_edges(picture: Picture, x: float, width: float) -> float:
    """Where a word begins that stands over `x`, or beside the plot's left edge."""
    return max(x - width / 2, picture.frame.plot.left() - picture.frame.dp(2))


def _paint_diamond(
    painter: QPainter, picture: Picture, mark: CheckInMark, x: float, size: float
) -> None:
    """Closed for one that was done; an open one is dashed."""
    plot, middle = picture.frame.plot, picture.frame.plot.top() - picture.frame.dp(1)
    painter.setPen(picture.dashed("ink3", 1, 2, 4))
    sharp = round(x) + 0.5
    painter.drawLine(QLineF(sharp, plot.top(), sharp, picture.frame.axis))
    solid = picture.pen("ink2", 1.75)
    painter.setPen(solid if mark.done else picture.dashed("line_strong", 1.75, 3, 2))
    painter.setBrush(picture.theme.colour("surface"))
    around = ((0, -size), (size, 0), (0, size), (-size, 0))
    painter.drawPolygon(QPolygonF([QPointF(x + dx, middle + dy) for dx, dy in around]))


def paint_points(painter: QPainter, picture: Picture) -> None:
    """From lowest to highest rating, and the mean of each day, or week, as a ring."""
    frame, radius = picture.frame, picture.radius
    shown = [p for p in picture.visible.points if picture.shows(p.day)]
    _paint_ranges(painter, picture, [p for p in shown if p.high > p.low])
    if radius:
        painter.setPen(picture.pen("indigo", min(radius * 0.42 / frame.scale, 1.75)))
        painter.setBrush(picture.theme.colour("surface"))
        for point in shown:
            painter.drawEllipse(QPointF(frame.x(point.day), frame.y(point.mean)), radius, radius)


def _paint_ranges(painter: QPainter, picture: Picture, shown: Sequence[DayValue]) -> None:
    """A bar each; where they stand too close to be told apart, they make one silhouette."""
    frame, radius = picture.frame, picture.radius
    if radius < frame.dp(DENSE):
        _paint_columns(painter, picture, shown)
        return
    painter.setPen(picture.pen("indigo", min(radius * 0.7 / frame.scale, 3), 0.3))
    places = [(frame.x(p.day), p) for p in shown]
    painter.drawLines([QLineF(x, frame.y(p.high), x, frame.y(p.low)) for x, p in places])


def _paint_columns(painter: QPainter, picture: Picture, shown: Sequence[DayValue]) -> None:
    """Bars of whole pixels, which are painted many times faster, and none over another."""
    frame = picture.frame
    reach = picture.radius / 2 or frame.pitch * (3.5 if picture.visible.weekly else 0.5)
    columns: dict[tuple[int, int], tuple[int, int]] = {}
    for point in shown:
        x = frame.x(point.day)
        sides = round(x - reach), max(round(x + reach), round(x - reach) + 1)
        low, high = columns.get(sides, (point.low, point.high))
        columns[sides] = min(low, point.low), max(high, point.high)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(picture.soft("indigo", 0.3 if picture.radius else 0.2))
    boxes = ((*sides, frame.y(high), frame.y(low)) for sides, (low, high) in columns.items())
    painter.drawRects([QRectF(x, top, end - x, low - top) for x, end, top, low in boxes])
    painter.restore()


def paint_means(painter: QPainter, picture: Picture) -> None:
    """The means as lines that stop where days are missing; a lone one is a short line."""
    frame = picture.frame
    painter.save()
    painter.setClipRect(frame.plot.adjusted(0, -frame.dp(3), 0, frame.dp(3)))
    painter.setPen(picture.pen("indigo", 3 if picture.radius else 1.5))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for segment in picture.visible.segments:
        line = [QPointF(frame.x(p.day), frame.y(p.mean)) for p in segment]
        if len(line) == 1:
            reach = QPointF(frame.dp(3), 0)
            line = [line[0] - reach, line[0] + reach]
        for start in range(0, len(line) - 1, PIECE):
            painter.drawPolyline(line[start : start + PIECE + 1])
    painter.restore()


def paint_now(painter: QPainter, picture: Picture) -> None:
    """The dot of today's value, while today is in the plot."""
    now, today = picture.chart.now, picture.chart.today
    if now is None or not picture.shows(today):
        return
    x = min(picture.frame.x(today), picture.frame.plot.right() - 1)
    _paint_dot(painter, picture, QPointF(x, picture.frame.y(now.value)), "indigo")


def paint_chosen(painter: QPainter, picture: Picture) -> None:
    """The point that tells itself: filled, with a line down to its day."""
    found = next((p for p in picture.visible.points if p.day == picture.chosen), None)
    if found is None or not picture.shows(found.day):
        return
    frame, x = picture.frame, picture.frame.x(found.day)
    painter.setPen(picture.pen("ink", 1))
    painter.drawLine(QPointF(x, frame.y(found.mean)), QPointF(x, frame.axis))
    _paint_dot(painter, picture, QPointF(x, frame.y(found.mean)), "ink")


def _paint_dot(painter: QPainter, picture: Picture, at: QPointF, role: str) -> None:
    radius = picture.frame.dp(6)
    painter.setPen(picture.pen("surface", 2))
    painter.setBrush(picture.theme.colour(role))
    painter.drawEllipse(at, radius, radius)
