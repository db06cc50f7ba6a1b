"""The sources as the page of them shows them: articles, studies that a program cites, the rest."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from hipcoach.core.catalogue import Catalogue, Source
from hipcoach.core.text import Message, message


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceRow:
    """One source: who and when, or its title; where it stands; its DOI; what of it was read."""

    title: Message
    where: str
    doi: str
    read_as: Message


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceGroup:
    """Sources of one kind."""

    title: Message
    rows: tuple[SourceRow, ...]


def source_groups(catalogue: Catalogue) -> tuple[SourceGroup, ...]:
    """All sources, in the catalogue's order; a group without one is left out."""
    cited = _cited(catalogue)
    articles = [s for s in catalogue.sources.values() if s.id.startswith("S")]
    others = [s for s in catalogue.sources.values() if not s.id.startswith("S")]
    studies = [source for source in others if source.id in cited]
    rest = [source for source in others if source.id not in cited]
    groups = (
        _group(message("Articles that the programs follow"), articles),
        _group(message("Studies that the program cards name"), studies),
        _group(message("Other sources, for exercises, bands and numbers"), rest),
    )
    return tuple(group for group in groups if group.rows)


def _cited(catalogue: Catalogue) -> set[str]:
    """The ids of the sources that a box of a program or the honesty card names."""
    programs = catalogue.programs.values()
    boxes = [box for program in programs for box in (program.gives, program.saw, program.cannot)]
    lines = [line for box in (*boxes, catalogue.honesty) for line in box.lines]
    return {name for line in lines for name in line.sources}


def _group(title: Message, sources: Iterable[Source]) -> SourceGroup:
    return SourceGroup(title=title, rows=tuple(map(_row, sources)))


def _row(source: Source) -> SourceRow:
    if source.authors:
        year = f", {source.year}" if source.year else ""
        title, further = message("{who}{year}", who=source.authors, year=year), source.title
    else:
        title, further = message(source.title), ""
    where = ". ".join(filter(None, (further, source.journal)))
    return SourceRow(title=title, where=where, doi=source.doi, read_as=message(source.read_as))
