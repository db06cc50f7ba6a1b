"""Sentences of a program's card with where they come from: sources, or HipCoach itself."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import reduce
from itertools import groupby

from hipcoach.core.catalogue import Catalogue, Source
from hipcoach.core.origin import CHOICE, COMMON
from hipcoach.core.program import Card
from hipcoach.core.text import Message, message


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """Sentences of a box, and what stands below them: where they come from."""

    lines: tuple[Message, ...]
    origin: Message


def told(card: Card, catalogue: Catalogue) -> tuple[Told, ...]:
    """The card's sentences, neighbours of the same origin together."""
    grouped = groupby(card.lines, key=lambda line: cited(line.tag, line.sources, catalogue))
    return tuple(
        Told(lines=tuple(message(line.text) for line in lines), origin=origin)
        for origin, lines in grouped
    )


def cited(tag: str, sources: Iterable[str], catalogue: Catalogue) -> Message:
    """The sources by their names; for K and D, which have none, whose knowledge or choice it is."""
    if tag in {"K", "D"}:
        return COMMON if tag == "K" else CHOICE
    return reduce(_both, (_named(catalogue.sources[name]) for name in sources))


def _both(one: Message, other: Message) -> Message:
    return message("{one}; {other}", one=one, other=other)


def _named(source: Source) -> Message:
    if source.authors and source.year:
        return message("{authors} {year}", authors=source.authors, year=source.year)
    return message(source.title or source.journal)
