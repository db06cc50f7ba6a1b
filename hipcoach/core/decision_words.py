"""A decision of the rules in words: which way it went, its title and its reason."""

from __future__ import annotations

from dataclasses import dataclass

from hipcoach.core.catalogue import Catalogue
from hipcoach.core.format import date_text
from hipcoach.core.one_line import one_line
from hipcoach.core.run import Decision
from hipcoach.core.text import Message, message, say

LONGEST = 600
"""The characters of a decision's sentences that are shown at most."""

_TITLE, _WHY = "\ue000", "\ue001"
"""Characters of no script: they stand where title and reason go in the sentence."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DecisionTold:
    """A decision as the diary shows it: in a word or two, on which day, of which exercise, what.

    `exercise` is None where it speaks of none; `why` is "" where no reason was kept.
    """

    name: Message
    day: str
    exercise: Message | None
    title: str
    why: str
    answer: Message
    rule: str


def decision_told(decision: Decision, catalogue: Catalogue) -> DecisionTold:
    """The decision with its day, its reason and what the user said to it."""
    title, why = split_words(decision.text)
    return DecisionTold(
        name=decision_name(decision, catalogue),
        day=date_text(decision.at.date()),
        exercise=done_name(decision, catalogue),
        title=title,
        why=why,
        answer=message("Accepted") if decision.accepted else message("Declined"),
        rule=one_line(decision.rule, LONGEST),
    )


def direction(decision: Decision, catalogue: Catalogue) -> int:
    """Above 0 for a step up the ladder, below 0 for one down, 0 where the ladder tells neither."""
    exercise = catalogue.exercises.get(decision.exercise)
    return exercise.direction(decision.from_, decision.to) if exercise else 0


def split_words(text: str) -> tuple[str, str]:
    """The title and the reason of a decision's sentence, each on one line.

    The reason is "" where the sentence has none, or was said in another language.
    """
    said = say(message("{title}. Why: {why}", title=_TITLE, why=_WHY))
    between = said.partition(_TITLE)[2].partition(_WHY)[0]
    title, _, why = text.partition(between)
    return one_line(title, LONGEST), one_line(why, LONGEST)


def done_name(decision: Decision, catalogue: Catalogue) -> Message | None:
    """The short name of the exercise that was done when it was decided; None where it has none."""
    exercise, names = catalogue.exercises.get(decision.exercise), catalogue.exercise_names
    if exercise is None:
        return None
    own = (rung.exercise for rung in exercise.ladder if rung.id == decision.from_)
    return message(names[next(own, None) or exercise.id].short)


def decision_name(decision: Decision, catalogue: Catalogue) -> Message:
    """The decision in a word or two: "Step up"."""
    way = direction(decision, catalogue)
    if way:
        return message("Step up") if way > 0 else message("Step down")
    return message("Lighter session") if _eases(decision) else message("Same levels")


def _eases(decision: Decision) -> bool:
    return bool(decision.facts.get("sessions") or decision.facts.get("until"))
