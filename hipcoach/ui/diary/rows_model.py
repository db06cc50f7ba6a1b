"""Rows of a table that are described when they are first looked at."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt

from hipcoach.core.text import tr

Index = QModelIndex | QPersistentModelIndex

CELL = Qt.ItemDataRole.UserRole
"""The role that carries a `Cell`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """What stands in a cell: a text in a style and a colour role, on a `chip`, or an icon.

    `below` stands under the text where the table is too narrow for all columns. `name` is for
    screen readers, where it is not the text.
    """

    text: str = ""
    style: str = "small"
    colour: str = "ink2"
    below: str = ""
    chip: bool = False
    icon: str = ""
    name: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """A column at least `least` pixels wide at 100 % text; the one that `grows` takes the rest.

    Where there is no room for all, only those that are `kept` remain. `name` is the title for
    screen readers, where none is seen.
    """

    title: str = ""
    name: str = ""
    least: float
    grows: bool = False
    kept: bool = True


Row = tuple[Cell, ...]
Describe = Callable[[int], Row]


def _nothing(_row: int) -> Row:
    raise IndexError


class RowsModel(QAbstractTableModel):
    """Any number of rows; each is described once."""

    def __init__(self, columns: Sequence[Column]) -> None:
        super().__init__()
        self.columns = tuple(columns)
        self._count = 0
        self._describe: Describe = _nothing
        self._rows: dict[int, Row] = {}

    def show_rows(self, count: int, describe: Describe) -> None:
        """Other rows; `describe` is asked for the ones that are looked at."""
        self.beginResetModel()
        self._count, self._describe, self._rows = count, describe, {}
        self.endResetModel()

    def row(self, number: int) -> Row:
        """A row's cells, one for each column."""
        if number not in self._rows:
            self._rows[number] = self._describe(number)
        return self._rows[number]

    # Qt's own

    def rowCount(self, parent: Index | None = None) -> int:
        """How many rows there are; cells have none below them."""
        return 0 if parent is not None and parent.isValid() else self._count

    def columnCount(self, parent: Index | None = None) -> int:
        """How many columns there are."""
        return 0 if parent is not None and parent.isValid() else len(self.columns)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The cell, its text, or its name."""
        cell = self.row(index.row())[index.column()]
        if role == CELL:
            return cell
        if role == Qt.ItemDataRole.DisplayRole:
            return cell.text
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return cell.name or cell.text or tr("none")
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        """The titles of the columns; rows have none."""
        if orientation == Qt.Orientation.Vertical:
            return None
        column = self.columns[section]
        if role == Qt.ItemDataRole.DisplayRole:
            return column.title
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return column.name or column.title
        return None
