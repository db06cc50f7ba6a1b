"""What stands around the plot: grid and values, shaded days, dates, and the words at the right."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from math import ceil

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter

from hipcoach.core.diary_chart import DiaryChart
from hipcoach.core.text import say, tr
from hipcoach.report.svg import apart
from hipcoach.ui.diary.chart_frame import TOP_SCORE, days_seen
from hipcoach.ui.diary.chart_picture import EDGE, NOW, SMALL_TICK, TAG, TICK, Picture, level
from hipcoach.ui.diary.chart_ticks import Tick, ticks
from hipcoach.ui.theme import Theme
from hipcoach.ui.tokens import TextStyle

RIGHT = Qt.AlignmentFlag.AlignRight
BESIDE, SAMPLE, AFTER = 8, 14, 5
"""Pixels at 100 % text from plot to words, of an edge's dashes, and from those to its words."""
LEFT_GAP = 9
TICK_GAP, BETWEEN = 4, 8
"""From a tick to its word, and from that to the next."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Beside:
    """A word at a height of the pain axis; an edge of the band of change shows its dashes."""

    value: float
    text: str
    style: TextStyle
    role: str
    dashes: bool = False


def words_beside(chart: DiaryChart) -> Iterator[Beside]:
    """All words that may stand at the right of the plot."""
    for edge in chart.edges:
        if edge.value > 0:
            text = say(edge.text)
            yield Beside(value=edge.value, text=text, style=EDGE, role="ink2", dashes=True)
    if chart.start:
        yield Beside(value=chart.start.value, text=say(chart.start.text), style=TAG, role="ink2")
    if chart.now:
        yield Beside(value=chart.now.value, text=say(chart.now.text), style=NOW, role="indigo")


def margins(theme: Theme, chart: DiaryChart, *, rows: bool) -> tuple[float, float]:
    """The width that the words at the left and at the right of the plot take."""

    def width(text: str, style: TextStyle) -> float:
        return ceil(QFontMetricsF(theme.font(style)).horizontalAdvance(text))

    lefts = [width(str(TOP_SCORE), TICK)]
    rights = [0.0]
    if rows:
        lefts += [width(text, SMALL_TICK) for text in row_names()]
        rights.append(width(tr("sessions"), TAG))
    for word in words_beside(chart):
        dashes = theme.px(SAMPLE + AFTER) if word.dashes else 0
        rights.append(width(word.text, word.style) + dashes)
    return max(lefts) + theme.px(LEFT_GAP), max(rights) + theme.px(BESIDE) + 1


def row_names() -> tuple[str, str]:
    """The names of the session rows: before and after noon."""
    return tr("a.m."), tr("p.m.")


def paint_grid(painter: QPainter, picture: Picture) -> None:
    """A level line at every other value, and the values."""
    frame, plot = picture.frame, picture.frame.plot
    painter.setPen(picture.pen("line", 1 / frame.scale))
    values = range(0, TOP_SCORE + 1, 2)
    painter.drawLines([level(frame.y(value), plot.left(), plot.right()) for value in values])
    for value in values:
        high, width = frame.dp(18), plot.left() - frame.dp(LEFT_GAP)
        place = QRectF(0, frame.y(value) - high / 2, width, high)
        picture.write(painter, place, str(value), TICK, "ink3", RIGHT)


def paint_beside(painter: QPainter, picture: Picture) -> None:
    """The words at the right."""
    dp = picture.frame.dp
    for word, place in places_beside(picture):
        if word.dashes:
            painter.setPen(picture.dashed("primary", 1, 5, 3))
            painter.drawLine(level(place.center().y(), place.left(), place.left() + dp(SAMPLE)))
            place.setLeft(place.left() + dp(SAMPLE + AFTER))
        picture.write(painter, place, word.text, word.style, word.role)


def places_beside(picture: Picture) -> Iterator[tuple[Beside, QRectF]]:
    """The words at the right, each beside its line or near it, and none upon another."""
    frame, plot = picture.frame, picture.frame.plot
    words = list(_drawn(picture))
    sizes = [frame.dp(word.style.line + 1) for word in words]
    heights = [frame.y(word.value) for word in words]
    middles = apart(heights, sizes, plot.top() - frame.dp(8), plot.bottom() + frame.dp(10))
    left, width = plot.right() + frame.dp(BESIDE), 9999
    for word, middle, size in zip(words, middles, sizes, strict=True):
        yield word, QRectF(left, middle - size / 2, width, size)


def _drawn(picture: Picture) -> Iterator[Beside]:
    """The words whose line or dot is in the plot."""
    chart = picture.chart
    compared = picture.since < picture.frame.plot.right()
    for word in words_beside(chart):
        if picture.shows(chart.today) if word.style is NOW else compared:
            yield word


def paint_dates(painter: QPainter, picture: Picture) -> None:
    """The time axis: a line, ticks, and after each its date."""
    frame, plot = picture.frame, picture.frame.plot
    painter.setPen(picture.pen("line_strong", 1 / frame.scale))
    painter.drawLine(level(frame.axis, plot.left(), plot.right()))
    free_from = 0.0
    for tick in _ticks(picture):
        x = frame.x(tick.day, 0)
        painter.setPen(picture.pen("line_strong", 1 / frame.scale))
        sharp = round(x) + 0.5
        painter.drawLine(QPointF(sharp, frame.axis), QPointF(sharp, frame.axis + frame.dp(5)))
        left, width = x + frame.dp(TICK_GAP), picture.width_of(tick.text, TICK) + 1
        right = plot.right() + frame.dp(BESIDE) + picture.frame.dp(40)
        if left >= free_from and left + width <= right:
            free_from = left + width + frame.dp(TICK_GAP)
            place = QRectF(left, frame.axis + frame.dp(4), width, frame.dp(20))
            picture.write(painter, place, tick.text, TICK, "ink3")


def _ticks(picture: Picture) -> tuple[Tick, ...]:
    frame, chart = picture.frame, picture.chart
    metrics = QFontMetricsF(picture.theme.font(TICK))

    def fits(text: str, days: float) -> bool:
        needed = metrics.horizontalAdvance(text) + frame.dp(TICK_GAP + BETWEEN)
        return needed <= days * frame.pitch

    first, last = date.fromordinal(ceil(frame.first)), days_seen(frame).last
    return ticks(first, last, chart.since or chart.days.first, chart.today, fits)
