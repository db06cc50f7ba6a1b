"""One exercise of the review: picture, name and rung, and a stepper for each side-set."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from hipcoach.core.review_view import ReviewCell, ReviewColumn, ReviewRow
from hipcoach.core.text import say, tr
from hipcoach.ui.box import Box
from hipcoach.ui.controls.stepper import Stepper
from hipcoach.ui.labels import Label
from hipcoach.ui.layouts import Flow
from hipcoach.ui.review.side_group import GROUP_GAP, SideGroup
from hipcoach.ui.review.styles import NAME
from hipcoach.ui.still import Still
from hipcoach.ui.theme import Theme

NARROWEST_NAME = 140
"""The least width of the names beside the steppers."""

PICTURE, PICTURE_GAP = (68, 52), 12
NARROWEST_PICTURED = NARROWEST_NAME + 56
"""The least width of picture and names together, beside the steppers."""

HEIGHT, AROUND = 80, 12
MIDDLE = Qt.AlignmentFlag.AlignVCenter


class TidyRow(QWidget):
    """The tidy repetitions of one exercise; `steppers` by place in the session's sets."""

    def __init__(self, theme: Theme, row: ReviewRow, columns: Sequence[ReviewColumn]) -> None:
        super().__init__()
        self._theme, self._cells = theme, row.cells
        self.steppers = {cell.place: _stepper(theme, cell) for cell in row.cells}
        self._groups = [
            group for column in columns if (group := SideGroup(theme, row, column, self.steppers))
        ]
        self._area, self._flow = QWidget(), Flow()
        self._area.setLayout(self._flow)
        for group in self._groups:
            self._flow.addWidget(group)
        self._box = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._picture = Still(theme, row.picture, PICTURE)
        self._head = Box(theme, across=True, spacing=PICTURE_GAP)
        self._head.box.addWidget(self._picture, 0, MIDDLE)
        self._head.box.addWidget(_names(theme, row), 1)
        self._box.addWidget(self._head, 1)
        self._box.addWidget(self._area)

    def corrected(self) -> dict[int, int]:
        """The numbers that are no longer the counter's, by place."""
        values = {cell.place: cell.value for cell in self._cells}
        found = {place: stepper.value for place, stepper in self.steppers.items()}
        return {place: value for place, value in found.items() if value != values[place]}

    def show_shape(self, area: int, *, stacked: bool, captions: bool, pictured: bool) -> None:
        """The steppers beside the name in `area` pixels, or below it; each side named or not.

        `pictured`: there is room for the picture.
        """
        self._picture.setVisible(pictured)
        theme = self._theme
        ways = QBoxLayout.Direction
        self._box.setDirection(ways.TopToBottom if stacked else ways.LeftToRight)
        self._box.setSpacing(theme.px(8 if stacked else GROUP_GAP))
        self._box.setContentsMargins(0, theme.px(AROUND), 0, theme.px(AROUND))
        self._flow.setSpacing(theme.px(GROUP_GAP))
        self._area.setMinimumWidth(0 if stacked else area)
        self._box.setAlignment(self._area, Qt.AlignmentFlag(0) if stacked else MIDDLE)
        self.setMinimumHeight(theme.px(HEIGHT))
        for group in self._groups:
            group.show_caption(visible=captions)


def beside(parent: QWidget) -> QHBoxLayout:
    """A row without margins."""
    row = QHBoxLayout(parent)
    row.setContentsMargins(0, 0, 0, 0)
    return row


def _names(theme: Theme, row: ReviewRow) -> QWidget:
    names, rung = QWidget(), tr(row.rung)
    column = QVBoxLayout(names)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    column.addStretch(1)
    column.addWidget(Label(theme, tr(row.name), NAME, wrap=True))
    column.addWidget(Label(theme, rung[:1].upper() + rung[1:], "caption", "ink3", wrap=True))
    column.addStretch(1)
    return names


def _stepper(theme: Theme, cell: ReviewCell) -> Stepper:
    name = tr("{set}, tidy of {n}", set=say(cell.words), n=cell.high)
    stepper = Stepper(theme, name, 0, cell.high)
    stepper.show_value(cell.value)
    return stepper
