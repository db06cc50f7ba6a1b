"""The safety screening, asked line by line, with its stop pages."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from hipcoach.core.gate import Standing
from hipcoach.core.screening import (
    Answer,
    Questionnaire,
    Severity,
    Topic,
    emergency_number,
    items_of,
    page_answers,
)
from hipcoach.core.text import tr
from hipcoach.terminal.dialogue import Dialogue


def ask_if_new(
    dialogue: Dialogue, questionnaire: Questionnaire, reported: Collection[str]
) -> set[str]:
    """Which of the reported signs, all cleared before, are new or worse since then."""
    known = items_of(questionnaire)
    question = tr("Is this new, or worse than when it was checked?")
    new = set()
    for item in reported:
        dialogue.tell("", tr(known[item].text))
        if dialogue.answer(question) is not Answer.NO:
            new.add(item)
    return new


def ask_page(dialogue: Dialogue, topic: Topic) -> dict[str, Answer]:
    """The answers of one page: its question, and where it is not a plain no, its signs."""
    dialogue.tell("", tr(topic.title))
    signs = [tr(item.text) for item in topic.items]
    dialogue.tell(*(f"  - {sign}" for sign in signs))
    answer = dialogue.answer(tr(topic.question))
    if answer is Answer.NO:
        return page_answers(topic, answer, ())
    places = dialogue.ticks(signs, tr("Which of these? Type their numbers:"))
    return page_answers(topic, answer, {topic.items[place].id for place in places})


def stop_lines(questionnaire: Questionnaire, stands: Standing, region: str) -> list[str]:
    """Why no session starts: the signs, the sentence, and the number to call."""
    known = items_of(questionnaire)
    signs = [f"  - {tr(known[item].text)}" for item in stands.items]
    lines = [*signs, "", tr(questionnaire.messages[stands.severity])]
    if stands.severity is Severity.EMERGENCY:
        lines.append(tr(emergency_number(questionnaire, region).text))
    return lines


class WayOn(StrEnum):
    """How the user wants to go on from a stop."""

    CHECKED = "checked"
    WRONG_ANSWER = "wrong-answer"
    STAY = "stay"


def ask_way_on(dialogue: Dialogue, stands: Standing) -> WayOn:
    """The ways from a stop page; none of them goes past the sign."""
    asked = stands.severity is Severity.CHECK_FIRST
    checked = tr("I have asked a professional") if asked else tr("I have been checked by a doctor")
    ways = {WayOn.CHECKED: checked, WayOn.WRONG_ANSWER: tr("I typed the wrong answer")}
    if stands.refused:
        del ways[WayOn.WRONG_ANSWER]
    ways[WayOn.STAY] = tr("Leave for now")
    dialogue.tell("", *(f"  {n}  {text}" for n, text in enumerate(ways.values(), start=1)))
    return tuple(ways)[dialogue.one_of_numbers(tr("Number:"), len(ways)) - 1]


@dataclass(frozen=True, slots=True, kw_only=True)
class Checked:
    """The day on which a doctor checked the signs, and whether exercise is all right."""

    day: date
    all_right: bool


def ask_clearance(dialogue: Dialogue, today: date) -> Checked | None:
    """When a doctor checked the signs and what was said; None where the user goes back."""
    day = dialogue.day(tr("On which day? (YYYY-MM-DD)"), today)
    if day is None:
        return None
    told = dialogue.yes(tr("Were you told that exercise is all right?"), otherwise=False)
    return Checked(day=day, all_right=told)
