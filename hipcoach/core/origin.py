"""Where a statement comes from, in words: an article, a study, HipCoach itself, or nobody's."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from hipcoach.core.catalogue import Catalogue, Source
from hipcoach.core.exercise import Exercise, Rung
from hipcoach.core.text import Message, message

CHOICE, COMMON = message("HipCoach's choice"), message("Common knowledge")


@dataclass(frozen=True, slots=True, kw_only=True)
class Sourced:
    """Statements of one origin. `about` says what they are part of, None where they say it."""

    about: Message | None = None
    what: tuple[Message, ...]
    origin: Message


def origin(tag: str, catalogue: Catalogue) -> Message:
    """What a provenance tag means (docs/clinical-sources.md): D and K never name a source."""
    if tag in ("D", "K"):
        return CHOICE if tag == "D" else COMMON
    source = catalogue.sources[tag]
    return message(source.title) if tag.startswith("S") else _study(source)


def _study(source: Source) -> Message:
    """Authors and year, or the title; and what of it was read."""
    name: str | Message = f"{source.authors} {source.year}" if source.authors else ""
    return message(
        "{study}, {read}",
        study=name or message(source.title),
        read=message(source.read_as),
    )


def exercise_sources(
    exercise: Exercise, ladder: Iterable[Rung], catalogue: Catalogue
) -> tuple[Sourced, ...]:
    """All that the exercise's page states: its provenance, its mistakes and the ladder shown.

    The cues beside the mistakes are HipCoach's own words, so no source is named for them.
    """
    told = [
        Sourced(what=(message(line.about),), origin=origin(line.tag, catalogue))
        for line in exercise.provenance
    ]
    mistakes = ((m.tag, m.mistake) for m in exercise.mistakes)
    told += _grouped(message("common mistakes"), mistakes, catalogue)
    told += _grouped(message("ladder"), ((r.tag, r.text) for r in ladder), catalogue)
    return tuple(told)


def _grouped(
    about: Message, tagged: Iterable[tuple[str, str]], catalogue: Catalogue
) -> Iterator[Sourced]:
    """The texts of each tag together, in the order of the tags; all of one tag need no list."""
    texts: dict[str, list[Message]] = {}
    for tag, text in tagged:
        texts.setdefault(tag, []).append(message(text))
    if len(texts) == 1:
        yield Sourced(what=(about,), origin=origin(next(iter(texts)), catalogue))
        return
    for tag, what in texts.items():
        yield Sourced(about=about, what=tuple(what), origin=origin(tag, catalogue))
