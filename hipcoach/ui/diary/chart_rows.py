"""The two session rows on the chart's time axis: a mark a day, or a bar where days are too narrow.

A bar is as high as its period's share of the planned sessions that were done, lighter where they
were cut short, on a ground that is what was planned.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPainterPath

from hipcoach.core.session import Slot
from hipcoach.core.text import tr
from hipcoach.core.week_marks import Mark
from hipcoach.ui.diary.chart_axis import BESIDE, LEFT_GAP, RIGHT, row_names
from hipcoach.ui.diary.chart_frame import Frame, days_seen
from hipcoach.ui.diary.chart_picture import SMALL_TICK, TAG, Picture
from hipcoach.ui.diary.chart_shelf import Shelf, Unit
from hipcoach.ui.today.session_mark import hatch

SLOTS = (Slot.MORNING, Slot.EVENING)
NARROWEST, NARROWEST_BAR = 4, 6
"""Pixels at 100 % text below which a day is too narrow for a mark, and a period for a bar."""
BAR = (("hover", 1), ("primary", 0.45), ("primary", 1))
"""The colours of a bar's parts: what was planned, what was begun, what was done."""
SHARE, WIDEST = 0.75, 20
"""The part of a day's width that its mark takes, and the width that it never exceeds."""


def bar_unit(frame: Frame) -> Unit | None:
    """What a bar stands for; None where every day has a mark."""
    if frame.pitch >= frame.dp(NARROWEST):
        return None
    wide = (unit for unit in Unit if unit.value * frame.pitch >= frame.dp(NARROWEST_BAR))
    return next(wide, Unit.YEAR)


def paint_rows(painter: QPainter, picture: Picture, shelf: Shelf) -> None:
    """Both rows and their names."""
    frame, plot = picture.frame, picture.frame.plot
    for number, name in enumerate(row_names()):
        row = frame.row(number)
        place = QRectF(0, row.top(), plot.left() - frame.dp(LEFT_GAP), row.height())
        picture.write(painter, place, name, SMALL_TICK, "ink3", RIGHT)
    both = frame.row(0).united(frame.row(1))
    place = QRectF(plot.right() + frame.dp(BESIDE), both.top(), 9999, both.height())
    picture.write(painter, place, tr("sessions"), TAG, "ink2")
    painter.save()
    painter.setClipRect(both.adjusted(0, -1, 0, 1))
    unit = bar_unit(frame)
    if unit is None:
        _paint_marks(painter, picture, shelf)
    else:
        _paint_bars(painter, picture, shelf, unit)
    painter.restore()


def _paint_marks(painter: QPainter, picture: Picture, shelf: Shelf) -> None:
    frame = picture.frame
    width = min(frame.pitch * SHARE, frame.dp(WIDEST))
    for on in shelf.marks(days_seen(frame)):
        if on.mark in _MARKS and on.slot in SLOTS:
            row = frame.row(SLOTS.index(on.slot))
            box = QRectF(frame.x(on.day) - width / 2, row.top(), width, row.height())
            _MARKS[on.mark](painter, picture, box)


def _paint_bars(painter: QPainter, picture: Picture, shelf: Shelf, unit: Unit) -> None:
    """All grounds, then all that was cut short, then all that was done: each kind at once."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
    painter.setPen(Qt.PenStyle.NoPen)
    bars = list(_bars(picture.frame, shelf, unit))
    for part, (role, alpha) in enumerate(BAR):
        painter.setBrush(picture.soft(role, alpha))
        painter.drawRects([bar[part] for bar in bars])


def _bars(frame: Frame, shelf: Shelf, unit: Unit) -> Iterator[tuple[QRectF, ...]]:
    """The parts of each bar: what was planned, done or begun, and done."""
    days = days_seen(frame)
    for number, slot in enumerate(SLOTS):
        row = frame.row(number)
        for span, tally in shelf.counted(unit, days, slot):
            left, right = frame.x(span.first, 0), frame.x(span.last, 1)
            width = right - left - min((right - left) * (1 - SHARE), frame.dp(3))
            done = tally.whole / tally.planned * row.height()
            begun = done + tally.short / tally.planned * row.height()
            heights = (row.height(), begun, done)
            yield tuple(QRectF(left, row.bottom() - high, width, high) for high in heights)


def _full(painter: QPainter, picture: Picture, box: QRectF) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(picture.theme.colour("primary"))
    _round(painter, picture, box)


def _easy(painter: QPainter, picture: Picture, box: QRectF) -> None:
    _outline(painter, picture, box, "primary")


def _short(painter: QPainter, picture: Picture, box: QRectF) -> None:
    _hatched(painter, picture, box, "surface", "primary", 2.2)
    _outline(painter, picture, box, "primary")


def _flare(painter: QPainter, picture: Picture, box: QRectF) -> None:
    _hatched(painter, picture, box, "amber_soft", "amber_line", 1.5)


def _away(painter: QPainter, picture: Picture, box: QRectF) -> None:
    dot = picture.frame.dp(1.5)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(picture.theme.colour("line_strong"))
    painter.drawEllipse(box.center(), dot, dot)


def _missed(painter: QPainter, picture: Picture, box: QRectF) -> None:
    reach = max(min(picture.frame.dp(2.5), box.width() / 2 - picture.frame.dp(1)), 0.5)
    painter.setPen(picture.pen("line_strong", 2))
    middle = box.center()
    painter.drawLine(middle - QPointF(reach, 0), middle + QPointF(reach, 0))


_MARKS: dict[Mark, Callable[[QPainter, Picture, QRectF], None]] = {
    Mark.FULL: _full,
    Mark.EASY: _easy,
    Mark.SHORT: _short,
    Mark.MISSED: _missed,
    Mark.FLARE: _flare,
    Mark.AWAY: _away,
}


def _radius(picture: Picture, box: QRectF) -> float:
    return min(picture.frame.dp(3), box.width() / 3)


def _round(painter: QPainter, picture: Picture, box: QRectF) -> None:
    radius = _radius(picture, box)
    painter.drawRoundedRect(box, radius, radius)


def _outline(painter: QPainter, picture: Picture, box: QRectF, role: str) -> None:
    pen = picture.pen(role, 1.5)
    half = pen.widthF() / 2
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    _round(painter, picture, box.adjusted(half, half, -half, -half))


def _hatched(
    painter: QPainter, picture: Picture, box: QRectF, ground: str, line: str, width: float
) -> None:
    """Lines that rise to the right within the rounded box."""
    path, radius = QPainterPath(), _radius(picture, box)
    path.addRoundedRect(box, radius, radius)
    painter.fillPath(path, picture.theme.colour(ground))
    painter.save()
    painter.setClipPath(path, Qt.ClipOperation.IntersectClip)
    hatch(painter, box, picture.theme.colour(line), picture.frame.dp(5), picture.frame.dp(width))
    painter.restore()
