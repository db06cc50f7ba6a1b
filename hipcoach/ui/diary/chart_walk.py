"""The points of the chart as something to walk through, by day or by week."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from datetime import date
from math import hypot
from operator import attrgetter

from PySide6.QtCore import QPointF

from hipcoach.core.trend_view import Days
from hipcoach.core.trends import DAY, DayValue
from hipcoach.ui.diary.chart_keys import Act
from hipcoach.ui.diary.chart_picture import Picture

NEAR = 22
"""Pixels at 100 % text within which a point is meant: a target of 44."""

_day = attrgetter("day")


def next_point(
    points: Sequence[DayValue], at: date | None, act: Act, shown: Days
) -> DayValue | None:
    """The point that is told after the one `at` a day; a walk begins at what is shown."""
    if not points or act in {Act.FIRST, Act.LAST}:
        return (points[0] if act is Act.FIRST else points[-1]) if points else None
    if at is None or not shown.first <= at <= shown.last:
        at = shown.last + DAY if act is Act.BACK else shown.first - DAY
    if act is Act.ON:
        return points[min(bisect_right(points, at, key=_day), len(points) - 1)]
    return points[max(bisect_left(points, at, key=_day) - 1, 0)]


def nearest(picture: Picture, at: QPointF) -> DayValue | None:
    """The point that the pointer means: the nearest one, if it is near.

    Below the plot, on the session rows, it is the one of that day.
    """
    frame = picture.frame
    below = at.y() > frame.plot.bottom()

    def distance(point: DayValue) -> float:
        across = frame.x(point.day) - at.x()
        return abs(across) if below else hypot(across, frame.y(point.mean) - at.y())

    if not frame.plot.left() <= at.x() <= frame.plot.right() + frame.dp(NEAR):
        return None
    shown = (point for point in picture.visible.points if picture.shows(point.day))
    found = min(shown, key=distance, default=None)
    reach = frame.pitch * (3.5 if picture.visible.weekly else 0.5) if below else frame.dp(NEAR)
    return found if found and distance(found) <= max(reach, 1) else None
