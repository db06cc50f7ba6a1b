"""One table's documents as frozen values: add, replace, delete, restore, get, all."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, MutableMapping
from dataclasses import replace
from datetime import datetime
from operator import attrgetter, is_
from typing import Generic

from tinydb.table import Table

from hipcoach.core.document import Document, require_offset
from hipcoach.store.codec import convert, in_bulk, plain
from hipcoach.store.documents import D, Raw, Tombstone, decoded, doubled, ids, is_deleted
from hipcoach.store.errors import Unreadable
from hipcoach.store.tables import Kind


class Repository(Generic[D]):
    """The documents of one table.

    Every change is on disk when the call returns, and the value returned is the one that a later
    reading gives. Raises NotSaved where the disk refuses, KeyError for an id that is not there,
    Invalid (a ValueError) for what cannot be stored, Unreadable for a damaged document.
    """

    def __init__(
        self, table: Table, kind: Kind[D], now: Callable[[], datetime], new_id: Callable[[], str]
    ) -> None:
        self._table, self.kind, self._now, self._new_id = table, kind, now, new_id
        self._numbers: dict[str, str] = {}
        self._decoded: dict[str, tuple[Raw, D]] = {}
        self._ordered: tuple[list[Raw], tuple[D, ...]] = ([], ())

    def add(self, document: D) -> D:
        """Store a new document; the copy that has its id and times. A given id is kept.

        Raises ValueError where the table has, or had, a document of this id.
        """
        id_ = document.id or self._new_id()
        if self._number(id_):
            raise ValueError(f"{self.kind.table} has the document {id_} already")
        now = self._moment()
        stored, raw = self._checked(replace(document, id=id_, created_at=now, updated_at=now))
        self._numbers[id_] = str(self._table.insert(raw))
        return stored

    def fill(self, documents: Iterable[D]) -> None:
        """Store documents that have their ids and times already, in a table that is empty.

        Raises ValueError where the table is not empty, or a document has no id or times.
        """
        if self._indexed():
            raise ValueError(f"{self.kind.table} is not empty")
        given = list(documents)
        if not all(d.id and d.created_at and d.updated_at for d in given):
            raise ValueError(f"a document for {self.kind.table} has no id or no times")
        self._table.insert_multiple([self._checked(document)[1] for document in given])
        self._numbers.clear()

    def replace(self, document: D) -> D:
        """Store the new content of a document; the copy that has its times."""
        if self.get(document.id) is None:
            raise KeyError(document.id)
        return self._put(document)

    def restore(self, document: D) -> D:
        """Bring a deleted document back with its id; the copy that has its times."""
        return self._put(document)

    def delete(self, id_: str) -> None:
        """Leave a tombstone in the place of the document."""
        number, old = self._stored(id_)
        if isinstance(old, Tombstone):
            raise KeyError(id_)
        tombstone = Tombstone(id=id_, created_at=old.created_at, updated_at=self._after(old))
        self._become(number, plain(tombstone))

    def get(self, id_: str) -> D | None:
        """The document, or None where it is deleted or was never there."""
        number = self._number(id_)
        return None if number is None else self._value(number, self._raw()[number])

    def all(self, wanted: Callable[[str], bool] | None = None) -> tuple[D, ...]:
        """All documents that are not deleted, in the order of their own times.

        As long as nothing changes it is the same tuple: sorting twenty thousand takes 25 ms.
        `wanted` may leave out some by the day of their own time ("2026-11-02"), unread.
        """
        documents, time = self._indexed(), self.kind.time
        if wanted:
            some = {n: raw for n, raw in documents.items() if wanted(str(raw.get(time, ""))[:10])}
            return self._in_order(some)
        known, values = self._ordered
        if len(known) != len(documents) or not all(map(is_, known, documents.values())):
            values = self._in_order(documents)
            self._ordered = (list(documents.values()), values)
        return values

    def unread(self) -> Iterator[None]:
        """Read what was never read, so that `all` is quick after it; each step reads one."""
        for number, raw in list(self._indexed().items()):
            known = self._decoded.get(number)
            if not known or known[0] is not raw:
                self._value(number, raw)
                yield

    def _in_order(self, documents: Mapping[str, Raw]) -> tuple[D, ...]:
        with in_bulk():
            values = [self._value(number, raw) for number, raw in documents.items()]
        return tuple(sorted(filter(None, values), key=attrgetter(self.kind.time, "id")))

    def _put(self, document: D) -> D:
        number, old = self._stored(document.id)
        stamped = replace(document, created_at=old.created_at, updated_at=self._after(old))
        stored, raw = self._checked(stamped)
        self._become(number, raw)
        return stored

    def _checked(self, document: D) -> tuple[D, Raw]:
        """The document as reading will give it, and its plain form. Raises Invalid."""
        raw = plain(document)
        return convert(raw, self.kind.type), raw

    def _become(self, number: str, raw: Raw) -> None:
        def become(fields: MutableMapping[str, object]) -> None:
            fields.clear()
            fields.update(raw)

        self._table.update(become, doc_ids=[int(number)])

    def _moment(self) -> datetime:
        now = self._now()
        require_offset(now, "the clock's time")
        return now

    def _after(self, old: Document) -> datetime:
        """Now, or the last change where the clock was put back: the later change must win."""
        now = self._moment()
        return max(now, old.updated_at or now)

    def _raw(self) -> Mapping[str, Raw]:
        tables: Mapping[str, Mapping[str, Raw]] = self._table.storage.read() or {}
        return tables.get(self.kind.table, {})

    def _number(self, id_: str) -> str | None:
        """TinyDB's number of a document, deleted or not; a change that was undone left none."""
        documents = self._indexed()
        number = self._numbers.get(id_)
        return number if number in documents else None

    def _indexed(self) -> Mapping[str, Raw]:
        """The plain documents by number, once their ids are known to be different."""
        documents = self._raw()
        if documents and not self._numbers:
            numbers = dict(zip(ids(documents), documents, strict=True))
            if len(numbers) < len(documents):
                raise Unreadable(doubled(self.kind.table, documents))
            self._numbers = numbers
        return documents

    def _stored(self, id_: str) -> tuple[str, Document]:
        number = self._number(id_)
        if number is None:
            raise KeyError(id_)
        raw = self._raw()[number]
        return number, self._value(number, raw) or decoded(self.kind.table, raw, Tombstone)

    def _value(self, number: str, raw: Raw) -> D | None:
        """The value of a plain document, decoded once; None for a tombstone."""
        known = self._decoded.get(number)
        if known and known[0] is raw:
            return known[1]
        if is_deleted(raw):
            return None
        value = decoded(self.kind.table, raw, self.kind.type)
        self._decoded[number] = (raw, value)
        return value


class Single(Generic[D]):
    """A table of one document, such as the settings."""

    def __init__(self, repository: Repository[D]) -> None:
        self._repository = repository

    def get(self) -> D:
        """The document, or one with every default where none was stored."""
        return next(iter(self._repository.all()), None) or self._repository.kind.type()

    def fill(self, document: D) -> None:
        """Store a document that has its id and times already, where none is stored."""
        self._repository.fill([document])

    def put(self, document: D) -> D:
        """Store the document; the copy that has its id and times."""
        stored = self.get()
        if not stored.id:
            return self._repository.add(document)
        return self._repository.replace(replace(document, id=stored.id))
