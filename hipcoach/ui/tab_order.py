"""The order in which Tab goes through a page, where its parts were not made in reading order."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget


def follow(stops: Iterable[QWidget]) -> None:
    """Let Tab go from each to the next one."""
    for before, after in pairwise(stops):
        QWidget.setTabOrder(before, after)


def follow_parts(parts: Iterable[QWidget | None]) -> None:
    """Let Tab go through all controls of these parts, one part after the other."""
    inside = [widget for part in parts if part for widget in part.findChildren(QWidget)]
    follow(each for each in inside if each.focusPolicy() is not Qt.FocusPolicy.NoFocus)
