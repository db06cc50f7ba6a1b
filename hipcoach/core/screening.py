"""The safety screening.

Its questions, what an answer leads to, and the gate that every front end asks.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum

from hipcoach.core.document import Document, require_offset


class Answer(StrEnum):
    """An answer to a question of the screening; "unsure" counts as yes.

    UNKNOWN is any other word that a diary may hold: it answers nothing, and lifts nothing.
    """

    YES = "yes"
    NO = "no"
    UNSURE = "unsure"
    UNKNOWN = "unknown"

    @classmethod
    def _missing_(cls, value: object) -> Answer | None:
        """A word of a diary that was edited by hand, or of another version; else it is none."""
        return cls.UNKNOWN if isinstance(value, str) else None


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

    `cleared_on`: per item, the day a doctor checked it and said that exercise is all right;
    `refused_on`: the day one said that it is not.
    """

    at: datetime
    wording: str
    answers: Mapping[str, Answer]
    result: Severity
    cleared_on: Mapping[str, date]
    refused_on: Mapping[str, date] = field(default_factory=dict)

    def __post_init__(self) -> None:
        require_offset(self.at, "at")

    @property
    def given(self) -> Mapping[str, Answer]:
        """The answers that were understood."""
        return {item: it for item, it in self.answers.items() if it is not Answer.UNKNOWN}


STRICTNESS = tuple(Severity)


def strictest(severities: Iterable[Severity]) -> Severity:
    """The strictest of them; CLEAR where there is none."""
    return max(severities, key=STRICTNESS.index, default=Severity.CLEAR)


def items_of(questionnaire: Questionnaire, *, short: bool = False) -> dict[str, ScreeningItem]:
    """The items by id, all or those of the short screening."""
    found = (item for topic in questionnaire.topics for item in topic.items)
    return {item.id: item for item in found if item.short or not short}


def new_signs(questionnaire: Questionnaire) -> tuple[str, ...]:
    """The items behind "something is new": every emergency sign, and the short screening's."""
    wanted = (
        item
        for item in items_of(questionnaire).values()
        if item.short or item.severity is Severity.EMERGENCY
    )
    return tuple(item.id for item in wanted)


def pages_of(questionnaire: Questionnaire, items: Collection[str]) -> tuple[str, ...]:
    """All items of the pages that hold these."""
    pages = (t for t in questionnaire.topics if any(item.id in items for item in t.items))
    return tuple(item.id for page in pages for item in page.items)


def page_answers(topic: Topic, answer: Answer, ticked: Collection[str]) -> dict[str, Answer]:
    """The answers of one page per item.

    Yes and not sure go to the ticked items; with nothing ticked to the strictest one of the page
    (clinical.md section I).
    """
    if answer is not Answer.NO and not ticked:
        ticked = {max(topic.items, key=lambda item: STRICTNESS.index(item.severity)).id}
    return {item.id: answer if item.id in ticked else Answer.NO for item in topic.items}


def answered(
    questionnaire: Questionnaire,
    answers: Mapping[str, Answer],
    at: datetime,
    cleared_on: Mapping[str, date] | None = None,
) -> Screening:
    """The screening with what its answers come to."""
    yes = {item for item, answer in answers.items() if answer is not Answer.NO}
    cleared = {item: day for item, day in (cleared_on or {}).items() if item in yes}
    reported = (item for item in _reported(questionnaire, answers) if item.id not in cleared)
    return Screening(
        at=at,
        wording=questionnaire.version,
        answers=dict(answers),
        result=strictest(item.severity for item in reported),
        cleared_on=cleared,
    )


def _reported(
    questionnaire: Questionnaire, answers: Mapping[str, Answer]
) -> tuple[ScreeningItem, ...]:
    known = items_of(questionnaire)
    return tuple(
        known[i] for i, answer in answers.items() if answer is not Answer.NO and i in known
    )


def emergency_number(questionnaire: Questionnaire, region: str) -> EmergencyNumber:
    """The numbers of the region (ISO 3166 code), else the first of the table."""
    named = (number for number in questionnaire.numbers if region in number.regions)
    return next(named, questionnaire.numbers[0])
