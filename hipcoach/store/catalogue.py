"""The catalogue from the files of resources/: read, converted and checked as a whole."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol, TypeVar

from hipcoach.core.catalogue import BandLevel, Catalogue, Kit, Source
from hipcoach.core.exercise import Exercise, Names, Posture
from hipcoach.core.hints import Hint
from hipcoach.core.program import Card, Prescription, Program
from hipcoach.core.rules import Rules
from hipcoach.core.screening import Questionnaire
from hipcoach.store.content import ContentError, load, shown
from hipcoach.store.content_checks import problems


class _Section(Protocol):
    """What has a file of its own."""

    @property
    def id(self) -> str: ...

    @property
    def section(self) -> str: ...


S = TypeVar("S", bound=_Section)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Names:
    """names.toml."""

    exercise: Mapping[str, Names]
    program: Mapping[str, Names]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Bands:
    """bands.toml."""

    band: tuple[BandLevel, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class _EasyDay:
    """easy-day.toml."""

    prescription: tuple[Prescription, ...]


def load_catalogue(folder: Path) -> Catalogue:
    """Everything in `folder`, checked. Raises ContentError with file, key and reason.

    Exercises and programs are in the order of their sections.
    """
    names = load(folder, "names.toml", _Names)
    catalogue = Catalogue(
        exercises=_by_id(folder, "exercises", Exercise),
        programs=_by_id(folder, "programs", Program),
        honesty=load(folder, "honesty.toml", Card),
        exercise_names=names.exercise,
        program_names=names.program,
        postures=load(folder, "postures.toml", dict[str, Posture], keyed=True),
        bands=_levels(load(folder, "bands.toml", _Bands).band),
        kit=load(folder, "kit.toml", dict[str, Kit], keyed=True),
        sources=load(folder, "sources.toml", dict[str, Source], keyed=True),
        texts=load(folder, "texts.toml", dict[str, str]),
        easy_day=load(folder, "easy-day.toml", _EasyDay).prescription,
        questionnaire=load(folder, "screening.toml", Questionnaire),
        rules=load(folder, "rules.toml", Rules),
        hints=tuple(load(folder, "hints.toml", dict[str, Hint], keyed=True).values()),
    )
    for problem in problems(catalogue):
        raise ContentError(shown(folder, problem.file), f"{problem.key}: {problem.reason}")
    return catalogue


def _levels(bands: Iterable[BandLevel]) -> dict[int, BandLevel]:
    return {band.level: band for band in bands}


def _by_id(folder: Path, part: str, kind: type[S]) -> dict[str, S]:
    """The values of all files of a folder by id, which is the file's name."""
    found = [_one(folder, f"{part}/{path.name}", kind) for path in (folder / part).glob("*.toml")]
    in_order = sorted(found, key=lambda value: (len(value.section), value.section))
    return {value.id: value for value in in_order}


def _one(folder: Path, name: str, kind: type[S]) -> S:
    value = load(folder, name, kind)
    if name != f"{Path(name).parent.name}/{value.id}.toml":
        reason = f'id: "{value.id}" is not the name of the file'
        raise ContentError(shown(folder, name), reason)
    return value
