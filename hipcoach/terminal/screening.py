"""The safety screening, asked line by line, with its stop pages."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import replace
from datetime import date, datetime
from enum import StrEnum

from hipcoach.core.gate import Standing
from hipcoach.core.screening import (
    Answer,
    Questionnaire,
    Screening,
    Severity,
    Topic,
    answered,
    emergency_number,
    items_of,
    page_answers,
)
from hipcoach.core.text import tr
from hipcoach.terminal.dialogue import Dialogue


def ask_screening(
    dialogue: Dialogue,
    questionnaire: Questionnaire,
    at: datetime,
    cleared_on: Mapping[str, date],
    items: Collection[str],
) -> Screening:
    """Ask the pages that hold `items`; a sign that needs help now ends the questions at once.

    `cleared_on` are the clearances that still hold, per item.
    """
    dialogue.tell("", tr(questionnaire.why))
    answers: dict[str, Answer] = {}
    for topic in _topics(questionnaire, items):
        answers |= _ask_page(dialogue, topic)
        screening = answered(questionnaire, answers, at, cleared_on)
        if screening.result is Severity.EMERGENCY:
            return screening
    return answered(questionnaire, answers, at, cleared_on)


def _topics(questionnaire: Questionnaire, items: Collection[str]) -> list[Topic]:
    """The pages with those signs only, without pages that are left empty."""
    pages = [
        replace(topic, items=tuple(item for item in topic.items if item.id in items))
        for topic in questionnaire.topics
    ]
    return [page for page in pages if page.items]


def _ask_page(dialogue: Dialogue, topic: Topic) -> dict[str, Answer]:
    dialogue.tell("", tr(topic.title))
    signs = [tr(item.text) for item in topic.items]
    dialogue.tell(*(f"  - {sign}" for sign in signs))
    answer = dialogue.answer(tr(topic.question))
    if answer is Answer.NO:
        return page_answers(topic, answer, ())
    places = dialogue.ticks(signs, tr("Which of these? Type their numbers:"))
    return page_answers(topic, answer, {topic.items[place].id for place in places})


def tell_stop(
    dialogue: Dialogue, questionnaire: Questionnaire, stands: Standing, region: str
) -> None:
    """Show why no session starts: the signs, the sentence, and the number to call."""
    known = items_of(questionnaire)
    dialogue.tell("", *(f"  - {tr(known[item].text)}" for item in stands.items), "")
    dialogue.tell(tr(questionnaire.messages[stands.severity]))
    if stands.severity is Severity.EMERGENCY:
        dialogue.tell(tr(emergency_number(questionnaire, region).text))


class WayOn(StrEnum):
    """How the user wants to go on from a stop."""

    CHECKED = "checked"
    WRONG_ANSWER = "wrong-answer"
    STAY = "stay"


def ask_way_on(dialogue: Dialogue, stands: Standing) -> WayOn:
    """The ways from a stop page; none of them goes past the sign."""
    checked = {
        Severity.CHECK_FIRST: tr("I have asked a professional"),
    }.get(stands.severity, tr("I have been checked by a doctor"))
    texts = [checked, tr("I typed the wrong answer"), tr("Leave for now")]
    dialogue.tell("", *(f"  {number}  {text}" for number, text in enumerate(texts, start=1)))
    return tuple(WayOn)[dialogue.one_of_numbers(tr("Number:"), len(texts)) - 1]


def ask_clearance(dialogue: Dialogue, stands: Standing, today: date) -> dict[str, date] | None:
    """When a doctor checked the signs: the day per item, or None where exercise was not allowed."""
    day = dialogue.day(tr("On which day? (YYYY-MM-DD)"), today)
    told = tr("Were you told that exercise is all right?")
    if day is None or not dialogue.yes(told, otherwise=False):
        return None
    return dict.fromkeys(stands.items, day)
