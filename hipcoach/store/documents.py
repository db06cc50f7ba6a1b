"""Single documents between plain and frozen form, and the tombstones of deleted ones."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, TypeVar

from hipcoach.core.document import Document
from hipcoach.core.text import Message, message
from hipcoach.store.codec import Invalid, convert
from hipcoach.store.errors import Unreadable

Raw = Mapping[str, Any]

D = TypeVar("D", bound=Document)


@dataclass(frozen=True, slots=True, kw_only=True)
class Tombstone(Document):
    """What is left of a deleted document, so that no import brings it back."""

    deleted: bool = True


def is_deleted(raw: Raw) -> bool:
    """Whether this is a tombstone."""
    return "deleted" in raw


def ids(documents: Mapping[str, Raw]) -> list[str]:
    """The ids of a table's documents, in their order."""
    return [str(raw.get("id")) for raw in documents.values()]


def doubled(table: str, documents: Mapping[str, Raw]) -> Message:
    """Says which id two documents of the table have."""
    id_ = next(id_ for id_, n in Counter(ids(documents)).items() if n > 1)
    return message(
        "In the diary's table {table} two documents have the id {id}.", table=table, id=id_
    )


def decoded(table: str, raw: Raw, kind: type[D]) -> D:
    """The document as a value. Raises Unreadable, which names table, id, key and reason."""
    try:
        document = convert(raw, kind)
        if not (document.id and document.created_at and document.updated_at):
            raise Invalid("id, created_at or updated_at is missing")
        return document
    except Invalid as error:
        told = message(
            "In the diary's table {table} the document {id} cannot be read: {problem}.",
            table=table,
            id=raw.get("id"),
            problem=error,
        )
        raise Unreadable(told) from error
