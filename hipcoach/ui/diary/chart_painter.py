"""The whole pain chart, painted from the ground up."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter

from hipcoach.core.text import ntr, tr
from hipcoach.ui.diary.chart_axis import paint_beside, paint_dates, paint_grid
from hipcoach.ui.diary.chart_marks import (
    paint_band,
    paint_check_ins,
    paint_chosen,
    paint_means,
    paint_now,
    paint_points,
    paint_start,
)
from hipcoach.ui.diary.chart_picture import TICK, Picture
from hipcoach.ui.diary.chart_rows import paint_rows
from hipcoach.ui.diary.chart_shades import paint_shade_words, paint_shades
from hipcoach.ui.diary.chart_shelf import Shelf

_GROUND = (paint_shades, paint_band, paint_grid, paint_start, paint_check_ins)
_MARKS = (paint_points, paint_means, paint_now, paint_shade_words, paint_chosen)


def paint_chart(painter: QPainter, picture: Picture, shelf: Shelf) -> None:
    """Grounds, lines, days and means, then what stands around them."""
    for paint in _GROUND + _MARKS:
        paint(painter, picture)
    paint_beside(painter, picture)
    if picture.frame.has_rows:
        paint_rows(painter, picture, shelf)
    paint_dates(painter, picture)
    told = _told_in_plot(picture)
    if told:
        _paint_told(painter, picture, told)


def _told_in_plot(picture: Picture) -> str:
    """What stands in the plot where points, or enough of them for a line, are missing."""
    chart, trend = picture.chart, picture.chart.trend
    if not chart.points:
        return tr("Your ratings appear here")
    if not picture.visible.points:
        return tr("No ratings in these days")
    lacking = trend.needed - (trend.now.n if trend.now else 0)
    if chart.means or lacking < 1:
        return ""
    one = "{n} more day and a line appears here"
    return ntr(one, "{n} more days and a line appears here", lacking)


def _paint_told(painter: QPainter, picture: Picture, told: str) -> None:
    """In the upper half, on a ground that keeps the lines away."""
    dp, plot = picture.frame.dp, picture.frame.plot
    width = picture.width_of(told, TICK) + 2 * dp(12)
    place = QRectF(0, 0, min(width, plot.width()), dp(28))
    place.moveCenter(QPointF(plot.center().x(), picture.frame.y(9)))
    painter.fillRect(place, picture.theme.colour("surface"))
    picture.write(painter, place, told, TICK, "ink2", Qt.AlignmentFlag.AlignHCenter)
