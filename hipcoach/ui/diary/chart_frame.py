"""Where a day and a value lie on the pain chart, in the widget's pixels.

Days are counted by their ordinal, a whole day wide: every value here belongs to a calendar day, so
no clock change and no zone can move one.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from math import floor

from PySide6.QtCore import QRectF

from hipcoach.core.trend_view import Days

ABOVE, BELOW = 34, 98
"""Pixels at 100 % text above the plot (check-ins) and below it (session rows, dates)."""
ROW_TOPS, ROW = (18, 39), 16
"""The session rows below the plot, and their height."""
AXIS = 72
"""The time axis below the plot."""
ROWLESS = 44
"""How much less is below the plot where there are no session rows."""
TOP_SCORE = 10
HAIR = 1e-6
"""A part of a day that is nothing but rounding."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Frame:
    """One state of the view: the plot's place and the days that it shows.

    `first` and `last` are ordinals of days with a fraction: where the plot begins and ends. `scale`
    is the text size, 1.0 at 100 %.
    """

    plot: QRectF
    first: float
    last: float
    scale: float
    has_rows: bool

    def dp(self, size: float) -> float:
        """A size in pixels at 100 % text, at the present one, not rounded."""
        return size * self.scale

    @property
    def pitch(self) -> float:
        """The width of a day."""
        return self.plot.width() / (self.last - self.first)

    @property
    def axis(self) -> float:
        """The height of the time axis."""
        return self.plot.bottom() + self.dp(AXIS if self.has_rows else AXIS - ROWLESS)

    def x(self, day: date, part: float = 0.5) -> float:
        """Where a day stands; `part` 0 is its beginning, 1 its end."""
        return self.plot.left() + (day.toordinal() + part - self.first) * self.pitch

    def y(self, value: float) -> float:
        """The height of a pain value on the axis from 0 to 10."""
        return self.plot.bottom() - min(max(value, 0), TOP_SCORE) * self.plot.height() / TOP_SCORE

    def row(self, number: int) -> QRectF:
        """The place of a session row: 0 morning, 1 evening."""
        top = self.plot.bottom() + self.dp(ROW_TOPS[number])
        return QRectF(self.plot.left(), top, self.plot.width(), self.dp(ROW))


def days_seen(frame: Frame) -> Days:
    """The days of which at least a part is in the plot."""
    first, last = floor(frame.first + HAIR), floor(frame.last - HAIR)
    return Days(first=date.fromordinal(first), last=date.fromordinal(last))


def plot_in(width: float, height: float, left: float, right: float, frame: Frame) -> QRectF:
    """The plot of a widget of this size, beside words that are `left` and `right` wide."""
    above, below = frame.dp(ABOVE), frame.dp(BELOW if frame.has_rows else BELOW - ROWLESS)
    return QRectF(left, above, max(width - left - right, 1), max(height - above - below, 1))
