"""TinyDB's table on the journal: it knows which documents an update touched, and only those."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, MutableMapping
from copy import deepcopy
from typing import Any

from tinydb import TinyDB
from tinydb.table import Table

from hipcoach.store.journal import Change
from hipcoach.store.storage import JournalStorage


class Touched(MutableMapping[int, dict[str, Any]]):
    """What TinyDB's updaters see: documents by number, each copied when it is first touched.

    The table behind it stays as it is, so that an updater that raises changes nothing.
    """

    def __init__(self, table: Mapping[str, dict[str, Any]]) -> None:
        self._table = table
        self._touched: dict[str, dict[str, Any] | None] = {}

    def __getitem__(self, number: int) -> dict[str, Any]:
        key = str(number)
        if key not in self._touched and key in self._table:
            self._touched[key] = deepcopy(self._table[key])
        found = self._touched.get(key)
        if found is None:
            raise KeyError(number)
        return found

    def __setitem__(self, number: int, document: dict[str, Any]) -> None:
        self._touched[str(number)] = document

    def __delitem__(self, number: int) -> None:
        if number not in self:
            raise KeyError(number)
        self._touched[str(number)] = None

    def __contains__(self, number: object) -> bool:
        key = str(number)
        return self._touched[key] is not None if key in self._touched else key in self._table

    def __iter__(self) -> Iterator[int]:
        return (int(key) for key in {**self._table, **self._touched} if int(key) in self)

    def __len__(self) -> int:
        return sum(1 for _ in self)

    def changes(self, table: str) -> list[Change]:
        """The documents that are not what they were."""
        return [
            (table, key, document)
            for key, document in self._touched.items()
            if document != self._table.get(key)
        ]


class JournalTable(Table):
    """A table whose updates cost as much as they change."""

    _storage: JournalStorage

    def _update_table(self, updater: Callable[[Any], None]) -> None:
        touched = Touched(self._storage.read().get(self.name, {}))
        updater(touched)
        self._storage.commit(touched.changes(self.name))
        self.clear_cache()


class Database(TinyDB):
    """TinyDB over the journal, without a query cache: its answers would share live documents."""

    table_class = JournalTable

    def table(self, name: str, **kwargs: Any) -> Table:
        """The table of this name."""
        return super().table(name, **{"cache_size": 0, **kwargs})
