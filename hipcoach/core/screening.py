"""The safety screening.

Its questions, what an answer leads to, and the gate that every front end asks.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from hipcoach.core.document import Document, require_offset


class Answer(StrEnum):
    """An answer to a question of the screening; "unsure" counts as yes."""

    YES = "yes"
    NO = "no"
    UNSURE = "unsure"


class Severity(StrEnum):
    """What a yes leads to, mildest first.

    Nothing, asking a professional, a check within days, help now.
    """

    CLEAR = "clear"
    CHECK_FIRST = "check-first"
    URGENT = "urgent"
    EMERGENCY = "emergency"


@dataclass(frozen=True, slots=True, kw_only=True)
class ScreeningItem:
    """One sign of clinical.md D1 to D3. `short`: also asked in the short screening."""

    id: str
    severity: Severity
    text: str
    short: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Topic:
    """One page of the screening: a question, and the signs behind a yes."""

    id: str
    title: str
    question: str
    items: tuple[ScreeningItem, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class EmergencyNumber:
    """The emergency number of some regions (ISO 3166 codes), with the place named."""

    regions: tuple[str, ...]
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Questionnaire:
    """The whole screening with its wording's version and the sentence that each severity shows."""

    version: str
    why: str
    topics: tuple[Topic, ...]
    messages: Mapping[Severity, str]
    numbers: tuple[EmergencyNumber, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Screening(Document):
    """One answered screening: answers per item id, the wording's version and what it came to.

    `cleared_on`: per item, the day a doctor checked it and said that exercise is all right.
    """

    at: datetime
    wording: str
    answers: Mapping[str, Answer]
    result: Severity
    cleared_on: Mapping[str, date]

    def __post_init__(self) -> None:
        require_offset(self.at, "at")
