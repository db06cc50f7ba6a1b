"""The catalogue: everything that resources/ holds about exercises.

Programs, kit and wording, in one value.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from hipcoach.core.exercise import Exercise, Names, Posture
from hipcoach.core.hints import Hint
from hipcoach.core.program import Card, Prescription, Program
from hipcoach.core.rules import Rules
from hipcoach.core.screening import Questionnaire


@dataclass(frozen=True, slots=True, kw_only=True)
class BandLevel:
    """A level of the resistance scale and the colour that most makers give it."""

    level: int
    colour: str
    kilograms: float
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Kit:
    """Something that an exercise needs, named as in a list.

    `is_band`: only for owners of an elastic band.
    """

    id: str
    name: str
    tag: str
    is_band: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """A source that a card cites, by authors, year, journal and DOI.

    `read_as` says what of it was read.
    """

    id: str
    authors: str = ""
    year: int = 0
    title: str = ""
    journal: str = ""
    doi: str = ""
    read_as: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Catalogue:
    """All content, by id.

    `texts` are final wordings (clinical.md section I) by name; `honesty` is the card that stands
    beside every program (section B0). `hints` are in the order in which a page shows them.
    """

    exercises: Mapping[str, Exercise]
    programs: Mapping[str, Program]
    honesty: Card
    exercise_names: Mapping[str, Names]
    program_names: Mapping[str, Names]
    postures: Mapping[str, Posture]
    bands: Mapping[int, BandLevel]
    kit: Mapping[str, Kit]
    sources: Mapping[str, Source]
    texts: Mapping[str, str]
    easy_day: tuple[Prescription, ...]
    questionnaire: Questionnaire
    rules: Rules
    hints: tuple[Hint, ...]
