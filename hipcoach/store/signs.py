"""Warning signs outlast a restored backup: what was answered and told of them stays told.

Else an older copy of the diary would lead past a stop (clinical.md D). All else is the backup's.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from hipcoach.core.gate import tells_of_signs
from hipcoach.store.documents import Raw, decoded, is_deleted
from hipcoach.store.errors import Unreadable
from hipcoach.store.journal import Tables
from hipcoach.store.tables import PAIN_RATINGS, SCREENINGS, SESSIONS, Kind


def with_signs_of(replaced: Tables, chosen: Tables) -> Tables:
    """The `chosen` tables with every answer about signs, and every sign, of those `replaced`.

    Where both have a document, the replaced one counts: it is what became of it. What cannot be
    read there is left out.
    """
    tables = dict(chosen)
    for kind in (SCREENINGS, SESSIONS, PAIN_RATINGS):
        if told := dict(_telling(kind, replaced.get(kind.table, {}))):
            tables[kind.table] = _joined(tables.get(kind.table, {}), told)
    return tables


def _telling(kind: Kind[Any], documents: Mapping[str, Raw]) -> Iterator[tuple[str, dict[str, Any]]]:
    """The documents that tell of signs, by their ids."""
    for raw in documents.values():
        if is_deleted(raw):
            continue
        try:
            document = decoded(kind.table, raw, kind.type)
        except Unreadable:
            continue
        if tells_of_signs(document):
            yield document.id, dict(raw)


def _joined(
    documents: Mapping[str, dict[str, Any]], told: dict[str, dict[str, Any]]
) -> dict[str, dict[str, Any]]:
    """The documents with those told in the place of their namesakes, and new ones behind."""
    joined = {number: told.pop(str(raw.get("id")), raw) for number, raw in documents.items()}
    following = max(map(int, joined), default=0) + 1
    return joined | {str(number): raw for number, raw in enumerate(told.values(), following)}
