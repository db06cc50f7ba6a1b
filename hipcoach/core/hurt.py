"""This hurts: what is offered after which answer (product.md section 5)."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from enum import StrEnum

from hipcoach.core.pain import BELOW_KNEE, Place
from hipcoach.core.rules import HurtRule
from hipcoach.core.session import EventKind, SessionEvent
from hipcoach.core.text import Message, message


class Choice(StrEnum):
    """What the user may choose after "this hurts"."""

    EASIER = "easier"
    FEWER = "fewer"
    SKIP = "skip"
    END = "end"


@dataclass(frozen=True, slots=True, kw_only=True)
class Offers:
    """The choices on offer in their order, and the one that is marked beforehand.

    `why` says why nothing but the end is offered, None where more is.
    """

    choices: tuple[Choice, ...]
    preselected: Choice | None = None
    why: Message | None = None


def offers(score: int, before: int | None, others_red: int, rule: HurtRule) -> Offers:
    """What to offer at pain `score`, given the pain before and the other exercises already red.

    0-2: everything. 3-5: easier is marked. 6-7 or a rise of 3: skip or end. A second such exercise,
    or 8-10: end.
    """
    if score >= rule.end_from:
        return _end(message("At a pain of {n} or more the session ends here.", n=rule.end_from))
    if is_red(score, before, rule):
        if others_red + 1 >= rule.end_at_exercise:
            n = rule.end_at_exercise
            return _end(message("{n} exercises hurt a lot today, so the session ends here.", n=n))
        return Offers(choices=(Choice.SKIP, Choice.END))
    marked = Choice.EASIER if score >= rule.easier_from else None
    return Offers(choices=tuple(Choice), preselected=marked)


def _end(why: Message) -> Offers:
    """Only the end, marked beforehand (R-STOP-SES)."""
    return Offers(choices=(Choice.END,), preselected=Choice.END, why=why)


def offers_between(found: Offers) -> Offers:
    """The same between two exercises: go on with the next one as it is, or end.

    An exercise that is over can be made neither easier nor shorter.
    """
    kept = tuple(choice for choice in found.choices if choice in {Choice.SKIP, Choice.END})
    marked = found.preselected if found.preselected in kept else None
    return Offers(choices=kept, preselected=marked, why=found.why)


def is_red(score: int, before: int | None, rule: HurtRule) -> bool:
    """Whether an exercise is red by its pain: 6 or more, or 3 above the pain before the session."""
    return score >= rule.skip_or_end_from or (before is not None and score - before >= rule.rise)


def others_red(
    events: Iterable[SessionEvent], exercise: str, before: int | None, rule: HurtRule
) -> int:
    """How many other exercises of the session were red."""
    red = {
        event.exercise
        for event in events
        if event.kind is EventKind.HURT
        and event.score is not None
        and is_red(event.score, before, rule)
    }
    return len(red - {exercise})


def is_new_below_knee(places: Iterable[Place], known: Collection[Place]) -> bool:
    """Whether pain is told below the knee that was `known` nowhere there before: a warning sign.

    It ends the session and opens the list of signs (clinical.md A, E1).
    """
    return not (BELOW_KNEE & set(places)).issubset(known)
