"""TinyDB's storage: all tables in memory, each transaction a line of the journal or undone."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any

from tinydb.storages import Storage

from hipcoach.store.codec import decode_json, encode_json
from hipcoach.store.journal import Change, Tables, apply
from hipcoach.store.log import Log

Notify = Callable[[frozenset[str]], object]


@dataclass(frozen=True, slots=True)
class Pending:
    """A change that memory has and the disk not yet: its JSON, and how to take it back."""

    text: bytes
    undo: Change


class JournalStorage(Storage):
    """The tables, and the way to change them.

    Memory holds exactly what reading the journal again would give: changes are taken from their own
    JSON, so no caller shares a value with the store. A `log` of None means opened for reading.
    """

    def __init__(self, tables: Tables, log: Log | None, notify: Notify) -> None:
        self._tables, self._log, self._notify = tables, log, notify
        self._pending: list[Pending] = []
        self._depth = 0

    def read(self) -> Any:
        """The live tables: to be read and decoded at once, never to be changed or handed on."""
        return MappingProxyType(self._tables)

    def write(self, data: Mapping[str, Any]) -> None:  # noqa: ARG002 - TinyDB's signature
        """Not offered: TinyDB's way to replace everything at once."""
        raise TypeError("the diary changes by documents, never as a whole")

    def close(self) -> None:
        """Take no more changes."""
        self._log = None

    def commit(self, changes: Iterable[Change]) -> None:
        """Make the changes as a transaction, or as a part of the one that is open."""
        with self.transaction():
            for text in [encode_json(change) for change in changes]:
                self._take(text)

    def _take(self, text: bytes) -> None:
        table, number, document = decode_json(text)
        before = self._tables.get(table, {}).get(number)
        self._pending.append(Pending(text, (table, number, before)))
        apply(self._tables, [(table, number, document)])

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """Everything changed in the block becomes one line of the journal when the block ends.

        When the block raises, or the disk refuses the line (NotSaved), nothing of it has happened.
        Blocks may be nested: an inner one that raises is undone, the outer one writes.
        """
        log, start = self._writable(), len(self._pending)
        seq = log.seq
        self._depth += 1
        try:
            yield
            if self._depth == 1 and self._pending:
                log.append(change.text for change in self._pending)
        except BaseException:
            self._take_back(start if log.seq == seq else len(self._pending))
            raise
        finally:
            self._depth -= 1
        if not self._depth:
            self._announce()

    @contextmanager
    def resting(self) -> Iterator[None]:
        """Take no change in the block: what is read from the disk there stays true."""
        self.require_idle()
        log, self._log = self._log, None
        try:
            yield
        finally:
            self._log = log

    def require_idle(self) -> None:
        """Raise RuntimeError inside a transaction: half of it must not reach diary.json."""
        if self._depth:
            raise RuntimeError("a transaction is open")

    def _writable(self) -> Log:
        if self._log is None:
            raise TypeError("the diary is not open for writing")
        self._log.check_sure()
        return self._log

    def _take_back(self, start: int) -> None:
        """Undo the pending changes from the one numbered `start` on, the last one first."""
        while len(self._pending) > start:
            apply(self._tables, [self._pending.pop().undo])

    def _announce(self) -> None:
        """The changes are on disk: forget how to undo them, and tell which tables they were in."""
        tables = frozenset(change.undo[0] for change in self._pending)
        self._pending.clear()
        if tables:
            self._notify(tables)
