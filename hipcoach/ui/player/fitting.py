"""The player's large texts: sized by the window's height, smaller only where they would not fit.

They are made to be read from 3 m (design.md section 5), so the text size of the settings does not
enlarge them further; it enlarges everything else.
"""

from __future__ import annotations

from PySide6.QtGui import QFont, QFontMetricsF

from hipcoach.ui.theme import Theme
from hipcoach.ui.tokens import TextStyle

DESIGN_HEIGHT = 800
SMALLEST_FACTOR, LARGEST_FACTOR = 0.8, 2.0

FULL_FROM, ONE_COLUMN_BELOW = 1160, 880
"""Effective widths: wide margins from the one on, one column below the other (design.md 3)."""

HEADING = TextStyle(size=38, line=44, weight=700, spacing=-1)
EXERCISE = TextStyle(size=44, line=50, weight=700, spacing=-2)
REPS = TextStyle(size=34, line=40, weight=600)
NAME = TextStyle(size=26, line=32, weight=600, spacing=-1)
LEAD = TextStyle(size=26, line=30, weight=600)
RUNG = TextStyle(size=26, line=32, weight=500, spacing=-1)
SET = TextStyle(size=24, line=32, weight=500)
SETUP = TextStyle(size=24, line=32, weight=500)
STEP = TextStyle(size=22, line=30, weight=500)
NOTE = TextStyle(size=20, line=28, weight=500)
KICKER = TextStyle(size=18, line=24, weight=600)


def height_factor(height: int) -> float:
    """How much larger than in the design the player's texts are at this height of the window."""
    return min(max(height / DESIGN_HEIGHT, SMALLEST_FACTOR), LARGEST_FACTOR)


def is_full(theme: Theme, width: int) -> bool:
    """Whether a page of this width has the wide margins."""
    return width / theme.scale >= FULL_FROM


def edge(theme: Theme, width: int) -> int:
    """The pixels at the left and right of a page of this width, and between its two halves."""
    return theme.px(24 if is_full(theme, width) else 16)


def display_font(
    theme: Theme, style: str | TextStyle, factor: float, text: str, width: float
) -> QFont:
    """The font of a style at the window's factor, smaller where `text` is wider than `width`."""
    font = theme.font(style, factor / theme.scale)
    advance = QFontMetricsF(font).horizontalAdvance(text)
    if advance > width > 0:
        font.setPixelSize(max(int(font.pixelSize() * width / advance), 1))
    return font
