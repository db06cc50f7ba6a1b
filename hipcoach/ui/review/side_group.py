"""The steppers of one side in a row of the review, two beside each other."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from hipcoach.core.review_view import ReviewColumn, ReviewRow
from hipcoach.core.text import say, tr
from hipcoach.ui.controls.stepper import HEIGHT, Stepper
from hipcoach.ui.labels import Label
from hipcoach.ui.layouts import Flow
from hipcoach.ui.review.styles import COLUMN
from hipcoach.ui.theme import Theme

CELL, CELL_GAP, GROUP_GAP = 104, 8, 20
ACROSS = 2
"""How many sets stand beside each other; more begin another line."""


def group_width(theme: Theme, sets: int) -> int:
    """The pixels that `sets` steppers of a side take."""
    across = min(sets, ACROSS)
    return across * theme.px(CELL) + (across - 1) * theme.px(CELL_GAP)


class Caption(QWidget):
    """The name of a side, and its sets where there are several: "Left set 1 and 2"."""

    def __init__(self, theme: Theme, column: ReviewColumn, *, with_sets: bool = True) -> None:
        super().__init__()
        self._theme, self._flow = theme, Flow()
        self.setLayout(self._flow)
        self._flow.addWidget(Label(theme, say(column.name), COLUMN))
        if with_sets and len(column.sets) > 1:
            self._flow.addWidget(Label(theme, say(column.heading), "caption", "ink3"))
        self._restyle()
        theme.changed.connect(self._restyle)

    def _restyle(self) -> None:
        self._flow.setSpacing(self._theme.px(4))


class SideGroup(QWidget):
    """The row's steppers of the column's side; a side-set that was not done says so."""

    def __init__(
        self,
        theme: Theme,
        row: ReviewRow,
        column: ReviewColumn,
        steppers: Mapping[int, Stepper],
    ) -> None:
        super().__init__()
        self._theme, self._column = theme, column
        stand = {cell.set for cell in row.cells if cell.side is column.side}
        stand.update(number for side, number in row.not_done if side is column.side)
        self._caption = Caption(theme, column, with_sets=stand == set(column.sets))
        self._grid = QGridLayout()
        self._grid.setColumnStretch(ACROSS, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._caption)
        layout.addLayout(self._grid)
        for cell in row.cells:
            if cell.side is column.side:
                self._place(cell.set, steppers[cell.place])
        for side, number in row.not_done:
            if side is column.side:
                self._place(number, _gap(theme))
        self._restyle()
        theme.changed.connect(self._restyle)

    def __bool__(self) -> bool:
        return self._grid.count() > 0

    def show_caption(self, *, visible: bool) -> None:
        """Name the side above the steppers, or not."""
        self._caption.setVisible(visible)

    def _place(self, number: int, widget: QWidget) -> None:
        line, across = divmod(self._column.sets.index(number), ACROSS)
        self._grid.addWidget(widget, line, across)

    def _restyle(self) -> None:
        theme = self._theme
        self._grid.setSpacing(theme.px(CELL_GAP))
        for across in range(min(len(self._column.sets), ACROSS)):
            self._grid.setColumnMinimumWidth(across, theme.px(CELL))
        self.setMinimumWidth(group_width(theme, len(self._column.sets)))
        layout = self.layout()
        if layout is not None:
            layout.setSpacing(theme.px(6))


def _gap(theme: Theme) -> Label:
    """In the place of a stepper."""
    label = Label(
        theme, tr("not done"), "caption", "ink3", wrap=True, align=Qt.AlignmentFlag.AlignHCenter
    )
    label.setMinimumHeight(theme.px(HEIGHT))
    return label
