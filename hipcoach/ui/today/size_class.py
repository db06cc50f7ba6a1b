"""How much room a page has: the window's width in pixels at 100 % text (design.md 3)."""

from __future__ import annotations

from enum import Enum

from PySide6.QtWidgets import QWidget

from hipcoach.ui.theme import Theme

FULL_FROM, COMPACT_FROM = 1160, 880


class SizeClass(Enum):
    """Two columns, one column with tiles, or one column with everything below each other."""

    FULL = "full"
    COMPACT = "compact"
    NARROW = "narrow"


EDGES = {SizeClass.FULL: 32, SizeClass.COMPACT: 24, SizeClass.NARROW: 14}
"""Pixels at 100 % text at the sides of a page."""


def size_class(widget: QWidget, theme: Theme) -> SizeClass:
    """The class of the window that holds the widget."""
    width = widget.window().width() / theme.scale
    if width >= FULL_FROM:
        return SizeClass.FULL
    return SizeClass.COMPACT if width >= COMPACT_FROM else SizeClass.NARROW
