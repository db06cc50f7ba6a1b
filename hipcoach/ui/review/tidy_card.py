"""How many were tidy: one row an exercise, one stepper a side-set, filled in from the counter."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QSpacerItem, QWidget

from hipcoach.core.exercise import Side
from hipcoach.core.review_view import ReviewColumn, ReviewRow
from hipcoach.core.text import tr
from hipcoach.ui.card import Card
from hipcoach.ui.labels import Label
from hipcoach.ui.review.side_group import GROUP_GAP, Caption, group_width
from hipcoach.ui.review.tidy_row import NARROWEST_NAME, NARROWEST_PICTURED, TidyRow, beside
from hipcoach.ui.theme import Theme

PADDING = 20


class TidyCard(Card):
    """The rows. The sides are named once above them where all rows share them, else in each row.

    `answered`: a number is another one.
    """

    answered = Signal()

    def __init__(
        self, theme: Theme, columns: Sequence[ReviewColumn], rows: Sequence[ReviewRow]
    ) -> None:
        super().__init__(theme, padding=PADDING, spacing=0)
        self._theme, self._columns = theme, columns
        self._rows = [TidyRow(theme, row, columns) for row in rows]
        sides = {column.side for column in columns}
        self._shares = not {Side.BOTH} < sides
        self.column.addWidget(Label(theme, tr("How many were tidy?"), "section", wrap=True))
        told = tr("Filled in from the counter. Change only what is different.")
        if not rows:
            told = tr("No repetition was counted in this session.")
        self.column.addWidget(Label(theme, told, "small", "ink2", wrap=True))
        self._gap = QSpacerItem(0, 0)
        self.column.addItem(self._gap)
        self._heading = self._new_heading()
        self.column.addWidget(self._heading)
        for row in self._rows:
            line = QFrame()
            line.setProperty("kind", "line")
            self.column.addWidget(line)
            self.column.addWidget(row)
            for stepper in row.steppers.values():
                stepper.changed.connect(self.answered)
        self.column.addStretch(1)
        self.setMinimumWidth(1)  # the width must not follow from the shape, which follows from it
        self._fit()
        theme.changed.connect(self._fit)

    def first(self) -> QWidget | None:
        """The first number; None where nothing was counted."""
        return next((stepper for row in self._rows for stepper in row.steppers.values()), None)

    def corrected(self) -> dict[int, int]:
        """The tidy repetitions that were changed, by place in the session's sets."""
        return {place: n for row in self._rows for place, n in row.corrected().items()}

    def _new_heading(self) -> QWidget:
        """What stands above the columns."""
        heading = QWidget()
        self._heading_row = beside(heading)
        self._heading_row.addStretch(1)
        self._captions = [Caption(self._theme, column) for column in self._columns]
        for caption in self._captions:
            self._heading_row.addWidget(caption)
        return heading

    def _fit(self) -> None:
        """Names beside the steppers, or above them where there is no room."""
        theme = self._theme
        widths = {column.side: group_width(theme, len(column.sets)) for column in self._columns}
        gap = theme.px(GROUP_GAP)
        sided = [width for side, width in widths.items() if side is not Side.BOTH]
        area = max(sum(sided) + gap * (len(sided) - 1), widths.get(Side.BOTH, 0), 0)
        room = self.width() - 2 * theme.px(PADDING)
        stacked = theme.px(NARROWEST_NAME) + gap + area > room
        pictured = stacked or theme.px(NARROWEST_PICTURED) + gap + area <= room
        for caption, column in zip(self._captions, self._columns, strict=True):
            caption.setFixedWidth(widths[column.side])
        self._heading_row.setSpacing(gap)
        self._heading_row.setContentsMargins(0, 0, 0, theme.px(6))
        self._heading.setVisible(bool(self._rows) and self._shares and not stacked)
        self._gap.changeSize(0, theme.px(10))
        edge = theme.px(PADDING)
        self.column.setContentsMargins(edge, theme.px(18), edge, theme.px(8 if self._rows else 18))
        for row in self._rows:
            captions = stacked or not self._shares
            row.show_shape(area, stacked=stacked, captions=captions, pictured=pictured)

    # Qt's own

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Take the shape that fits the width."""
        super().resizeEvent(event)
        self._fit()
