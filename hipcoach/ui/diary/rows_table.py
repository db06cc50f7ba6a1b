"""A table of the diary: rows that are drawn when they are seen, one of them in focus."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QItemSelectionModel, QModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHeaderView, QTableView

from hipcoach.ui.diary.cell_delegate import BAR, BETWEEN, SIDE, CellDelegate, Titles
from hipcoach.ui.diary.rows_model import Column, Describe, Index, RowsModel
from hipcoach.ui.theme import Theme

Hint = QAbstractItemView.ScrollHint

ROW, STACKED_ROW = 44, 64
"""Pixels of a row at 100 % text, with one line of text and with two."""

FEWEST = 3
"""Rows that are seen at least."""

MEASURED = 60
"""Rows from the top whose texts say how wide the columns are."""


class RowsTable(QTableView):
    """`opened` and `deleted` carry a row: Enter or a double click, and the Delete key.

    `pressed_in` carries a row and a column that was clicked. Where the columns have less than
    `narrow` pixels at 100 % text, some are put below others.
    """

    opened = Signal(int)
    deleted = Signal(int)
    pressed_in = Signal(int, int)

    def __init__(self, theme: Theme, name: str, columns: Sequence[Column], narrow: float) -> None:
        super().__init__()
        self._theme, self._narrow = theme, narrow
        self._measured: dict[tuple[int, bool], int] = {}
        self.rows = RowsModel(columns)
        self._delegate = CellDelegate(theme, self)
        self._titles = Titles(theme, self)
        self.setAccessibleName(name)
        self.setHorizontalHeader(self._titles)
        self.setItemDelegate(self._delegate)
        self.setModel(self.rows)
        self._set_up()
        self._connect()
        self._restyle()

    def show_rows(self, count: int, describe: Describe) -> None:
        """Other rows, from the top; `describe` is asked for those that are seen."""
        self.rows.show_rows(count, describe)
        self._measured.clear()
        self._fit()
        self.updateGeometry()

    @property
    def row(self) -> int:
        """The row that the keys are on, -1 where there is none."""
        return self.currentIndex().row()

    def show_row(self, row: int, hint: Hint = Hint.EnsureVisible) -> None:
        """Put the keys on a row and bring it into view, as `hint` says."""
        index = self.rows.index(row, 0)
        self.selectionModel().setCurrentIndex(index, _WHOLE_ROW)
        self.scrollTo(index, hint)
        self._place_ring()

    def mark(self, row: int) -> None:
        """Colour the row that is shown elsewhere, -1 for none."""
        if row != self._delegate.marked:
            self._delegate.marked = row
            self.viewport().update()

    def _set_up(self) -> None:
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.viewport().setAutoFillBackground(False)  # the card's rounded corner shows through
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setCornerButtonEnabled(False)
        self.setTabKeyNavigation(False)
        self.setMouseTracking(True)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setProperty("ringGap", -3)
        self.setProperty("ringRadius", 8)

    def _connect(self) -> None:
        self.doubleClicked.connect(self._on_double_clicked)
        self.clicked.connect(self._on_clicked)
        self.entered.connect(self._on_entered)
        self.verticalScrollBar().valueChanged.connect(self._place_ring)
        self._theme.changed.connect(self._restyle)

    def _on_clicked(self, index: QModelIndex) -> None:
        self.pressed_in.emit(index.row(), index.column())

    def _on_double_clicked(self, index: QModelIndex) -> None:
        self.opened.emit(index.row())

    def _on_entered(self, index: QModelIndex) -> None:
        self._hover(index.row())

    def _hover(self, row: int) -> None:
        if row != self._delegate.hovered:
            self._delegate.hovered = row
            self.viewport().update()

    def _place_ring(self) -> None:
        """The focus ring goes around the row."""
        index, port = self.currentIndex(), self.viewport()
        row = self.visualRect(index) if index.isValid() else QRect()
        seen = QRect(0, row.top(), port.width() - self._delegate.free, row.height()) & port.rect()
        inside = QRect() if row.isEmpty() else seen.translated(port.pos())
        self.setProperty("ringRect", inside if not inside.isEmpty() else None)

    def _restyle(self) -> None:
        self._titles.setFixedHeight(self._titles.sizeHint().height())
        self._measured.clear()
        self._fit()
        self.updateGeometry()

    # The widths

    def _fit(self) -> None:
        """Each column as wide as its texts; what is left is for the one that grows."""
        px, delegate = self._theme.px, self._delegate
        free = 0 if self.verticalScrollBar().isVisible() else px(BAR)
        delegate.free = self._titles.free = free
        room = self.viewport().width()
        if delegate.stacked != (room < px(self._narrow)):
            delegate.stacked = not delegate.stacked
            self.updateGeometry()  # the rows have another height
        self.verticalHeader().setDefaultSectionSize(px(STACKED_ROW if delegate.stacked else ROW))
        seen = [n for n, it in enumerate(self.rows.columns) if it.kept or not delegate.stacked]
        delegate.last = seen[-1]
        widths = self._widths(seen, room - free)
        widths[seen[-1]] += free
        for number in range(len(self.rows.columns)):
            self.setColumnHidden(number, number not in widths)
            if number in widths:
                self.setColumnWidth(number, widths[number])
        self._place_ring()

    def _widths(self, seen: Sequence[int], room: int) -> dict[int, int]:
        wanted = {number: self._wanted(number) for number in seen}
        wanted[seen[0]] += self._theme.px(SIDE)
        growing = next((n for n in seen if self.rows.columns[n].grows), seen[-1])
        others = sum(wide for number, wide in wanted.items() if number != growing)
        least = min(wanted[growing], self._theme.px(self.rows.columns[growing].least))
        if others + least > room:  # no more than its share for each
            wanted = {n: max(wide * room // (others + least), 1) for n, wide in wanted.items()}
            others = sum(wide for number, wide in wanted.items() if number != growing)
        wanted[growing] = max(room - others, 1)
        return wanted

    def _wanted(self, number: int) -> int:
        column, key = self.rows.columns[number], (number, self._delegate.stacked)
        if column.grows:
            return self._theme.px(column.least)
        if key not in self._measured:
            self._measured[key] = self._measure(number)
        return self._measured[key]

    def _measure(self, number: int) -> int:
        """What the title and the texts of the first rows need."""
        column, count = self.rows.columns[number], min(self.rows.rowCount(), MEASURED)
        widths = (self._delegate.width(self.rows.row(row)[number]) for row in range(count))
        widest = max(widths, default=0)
        needed = max(widest, self._titles.width_of(column.title)) + self._theme.px(BETWEEN)
        return max(needed, self._theme.px(column.least))

    # Qt's own

    def sizeHint(self) -> QSize:
        """A few rows; it takes the room that there is."""
        return QSize(self._theme.px(self._narrow), self.minimumSizeHint().height())

    def minimumSizeHint(self) -> QSize:
        """The titles and a few rows."""
        row = self.verticalHeader().defaultSectionSize()
        rows = min(FEWEST, self.rows.rowCount())
        return QSize(1, self._titles.sizeHint().height() + rows * row)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the columns to the new width; the row that the keys are on stays in view."""
        super().resizeEvent(event)
        self._fit()
        if self.hasFocus():
            self.scrollTo(self.currentIndex())

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Put the keys on the first row where they are on none."""
        super().focusInEvent(event)
        if self.row < 0 and self.rows.rowCount():
            self.show_row(0)
        elif event.reason() is not Qt.FocusReason.MouseFocusReason:
            self.scrollTo(self.currentIndex())

    def currentChanged(self, current: Index, previous: Index) -> None:
        """Move the ring too."""
        super().currentChanged(current, previous)
        self._place_ring()

    def keyboardSearch(self, search: str) -> None:
        """Letters look for nothing."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens a row, Delete deletes it."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and self.row >= 0:
            if not event.isAutoRepeat():
                self.opened.emit(self.row)
        elif event.key() == Qt.Key.Key_Delete and self.row >= 0:
            if not event.isAutoRepeat():
                self.deleted.emit(self.row)
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """As ever; below the last row nothing is let go of."""
        if self.indexAt(event.position().toPoint()).isValid():
            super().mousePressEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        """No row is under the pointer."""
        super().leaveEvent(event)
        self._hover(-1)


_WHOLE_ROW = (
    QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows
)
