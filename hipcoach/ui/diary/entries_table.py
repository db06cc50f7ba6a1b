"""The entries of the diary, the newest first: as many as there are, drawn as they are seen."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Sequence
from datetime import date

from PySide6.QtCore import Signal

from hipcoach.core.entries import Line, day_of
from hipcoach.core.entry_row import EntryRow
from hipcoach.core.text import say, tr
from hipcoach.ui.diary.rows_model import Cell, Column, Row
from hipcoach.ui.diary.rows_table import Hint, RowsTable
from hipcoach.ui.theme import Theme

NARROW = 480

EDIT, PENCIL = 5, "pencil"
"""The column of the pencils; what is only read has another icon there."""

Describe = Callable[[Line], EntryRow]


def _columns() -> tuple[Column, ...]:
    return (
        Column(title=tr("Date"), least=96),
        Column(title=tr("Time"), least=60, kept=False),
        Column(title=tr("When"), least=124),
        Column(title=tr("Pain"), least=56),
        Column(title=tr("Note"), least=120, grows=True, kept=False),
        Column(name=tr("Edit"), least=44),
    )


class EntriesTable(RowsTable):
    """`edit_asked` carries the id of an entry that can be opened, to be changed or only read.

    `delete_asked` carries the id of one that can be changed.
    """

    edit_asked = Signal(str)
    delete_asked = Signal(str)

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, tr("Entries"), _columns(), NARROW)
        self._entries: Sequence[Line] = ()
        self._numbers: dict[str, int] = {}
        self._marked = ""
        self.opened.connect(self._on_opened)
        self.deleted.connect(self._on_deleted)
        self.pressed_in.connect(self._on_pressed_in)

    @property
    def count(self) -> int:
        """How many entries there are."""
        return len(self._entries)

    def show_entries(self, entries: Sequence[Line], words: Describe) -> None:
        """Show the entries; `words` is asked for those that are seen.

        The keys stay on the entry that they were on, and the place that is seen where it was.
        """
        row, top = self.row, self._top()
        current = self._entries[row].id if row >= 0 else ""
        self._entries = entries
        self._numbers = {entry.id: number for number, entry in enumerate(entries)}
        self.show_rows(len(entries), lambda number: _cells(words(entries[number])))
        self.mark_entry(self._marked)
        if entries and row >= 0:
            self.show_row(self._numbers.get(current, min(row, len(entries) - 1)))
        self._go_back_to(top)

    def mark_entry(self, entry: str) -> None:
        """Colour the entry that the panel shows, "" for none."""
        self._marked = entry
        self.mark(self._numbers.get(entry, -1))

    def go_to(self, entry: str) -> None:
        """Put the keys on an entry; nothing where it is not there."""
        if entry in self._numbers:
            self.show_row(self._numbers[entry])

    def go_to_day(self, day: date) -> None:
        """Put the keys on the newest entry of the day, or on the next older one, at the top."""
        if self._entries:
            number = bisect_left(self._entries, -day.toordinal(), key=_newest_first)
            self.show_row(min(number, len(self._entries) - 1), Hint.PositionAtTop)

    def _top(self) -> tuple[str, int]:
        """The entry at the top edge and how far above it that begins; "" at the very top."""
        bar = self.verticalScrollBar()
        number = self.rowAt(0)
        if not bar.value() or not 0 <= number < len(self._entries):
            return "", 0
        return self._entries[number].id, self.rowViewportPosition(number)

    def _go_back_to(self, top: tuple[str, int]) -> None:
        number = self._numbers.get(top[0])
        if number is not None:
            place = number * self.verticalHeader().defaultSectionSize()
            self.verticalScrollBar().setValue(place - top[1])

    def _on_opened(self, row: int) -> None:
        if self._icon(row):
            self.edit_asked.emit(self._entries[row].id)

    def _on_deleted(self, row: int) -> None:
        if self._icon(row) == PENCIL:
            self.delete_asked.emit(self._entries[row].id)

    def _on_pressed_in(self, row: int, column: int) -> None:
        if column == EDIT:
            self._on_opened(row)

    def _icon(self, row: int) -> str:
        return self.rows.row(row)[EDIT].icon


def _newest_first(entry: Line) -> int:
    return -day_of(entry).toordinal()


def _cells(row: EntryRow) -> Row:
    when = say(row.when)
    return (
        Cell(
            text=row.day, style="small_strong", colour="ink", below=row.time, name=_name(row, when)
        ),
        Cell(text=row.time),
        Cell(text=when, colour="ink", below=row.note),
        Cell(text=row.score, style="small_strong", chip=True),
        Cell(text=row.note),
        _way_in(row),
    )


def _way_in(row: EntryRow) -> Cell:
    if row.editable:
        return Cell(icon=PENCIL, colour="ink3", name=tr("Edit"))
    shown = Cell(icon="chevron-right", colour="ink3", name=tr("Show"))
    return shown if row.readable else Cell()


def _name(row: EntryRow, when: str) -> str:
    """The whole row as a screen reader says it."""
    pain = tr("pain {score}", score=row.score) if row.score else ""
    return ", ".join(filter(None, (row.day, row.time, when, pain, row.note)))
