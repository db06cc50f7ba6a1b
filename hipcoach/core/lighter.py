"""What days without a session make easier for a while, as a decision tells (clinical.md, R-MISS).

The decision speaks of no exercise. Its facts: the `days` missed, for how many `sessions` or `until`
which day it holds, the `steps` down that came with it, and the most `sets` of an exercise before.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime
from enum import StrEnum
from itertools import islice, takewhile
from math import ceil

from hipcoach.core.adherence import session_counts
from hipcoach.core.diary import Diary
from hipcoach.core.parts import Part, fewer
from hipcoach.core.rules import CountRule, Rules
from hipcoach.core.run import Decision
from hipcoach.core.session import EASY_DAY
from hipcoach.core.text import Message, message


class Missed(StrEnum):
    """The rules that change something, by the days missed; their values are the rules' ids."""

    LOW = "R-MISS-2"
    FEWER = "R-MISS-3"
    HALF = "R-MISS-4"
    RESTART = "R-MISS-5"


def in_force(diary: Diary, at: datetime, rules: Rules) -> Decision | None:
    """What days missed make easier for a session of any program that begins at `at`.

    Of several the one that makes it easiest, and of its like the latest. Another program ends
    nothing of it; what was told before a program started again, or as long ago, is over.
    """
    told = [d for d in diary.decisions if d.rule in set(Missed) and not d.exercise]
    made = [d for d in told if d.at <= at or _restarts(d, at)]
    since = takewhile(lambda d: d.rule != Missed.RESTART, reversed(made))
    recent = (d for d in since if (at.date() - d.at.date()).days <= rules.missed.half_up_to)
    holding = [d for d in recent if _holds(d, diary, at, rules.count)]
    order = list(_MADE)
    return max(holding, key=lambda d: (order.index(d.rule), d.at), default=None)


def _restarts(told: Decision, at: datetime) -> bool:
    """Whether the program starts again that day: it is dated when its new run was stored."""
    return told.rule == Missed.RESTART and told.at.date() == at.date()


def _holds(told: Decision, diary: Diary, at: datetime, rule: CountRule) -> bool:
    """Whether it holds still: until its day, or until so many sessions of the program are done."""
    if told.rule == Missed.HALF:
        return at.date().isoformat() <= str(told.facts.get("until", ""))
    sessions = _number(told, "sessions")
    since = takewhile(lambda s: s.started_at >= told.at, reversed(diary.sessions))
    with_app = (s for s in since if s.started_at < at and not s.without_app)
    own = (s for s in with_app if s.program != EASY_DAY)
    done = islice((s for s in own if session_counts(s, rule)), sessions)
    return len(list(done)) < sessions


def _number(told: Decision, name: str) -> int:
    """A whole number from 0 on among the facts; 0 where a diary edited by hand has none."""
    value = told.facts.get(name)
    return max(value, 0) if isinstance(value, int) else 0


def lighter(ready: Iterable[Part], told: Decision | None) -> tuple[Part, ...]:
    """The parts as the decision in force wants them; without one as they are."""
    return tuple(map(_MADE[told.rule], ready)) if told else tuple(ready)


def _low(part: Part) -> Part:
    return replace(part, dose=replace(part.dose, high=part.dose.low))


def _one_fewer(part: Part) -> Part:
    return _with_sets(part, part.dose.sets - 1)


def _half(part: Part) -> Part:
    return _with_sets(part, ceil(part.dose.sets / 2))


def _with_sets(part: Part, sets: int) -> Part:
    """So many sets; where there is one only, it ends at two thirds of low (product.md 6)."""
    if part.dose.sets == 1:
        return fewer(part)
    return replace(part, dose=replace(part.dose, sets=sets))


_MADE = {Missed.LOW.value: _low, Missed.FEWER.value: _one_fewer, Missed.HALF.value: _half}
"""What each rule makes of a part."""


def note(told: Decision) -> Message:
    """Why the session is lighter, in one sentence with the days missed."""
    return Message(
        text="After {n} days without a session: {what}.",
        one="After {n} day without a session: {what}.",
        n=_number(told, "days"),
        facts={"what": _what(told)},
    )


def _what(told: Decision) -> Message:
    if told.rule == Missed.LOW:
        return message("the same level, and the sets end at the lower number this time")
    if told.rule == Missed.RESTART:
        return message("the program starts again at week 1, one step easier")
    lighter = _fewer_words(told) if told.rule == Missed.FEWER else _half_words(told)
    if _number(told, "steps"):
        return message("one step easier, and {lighter}", lighter=lighter)
    return lighter


def _fewer_words(told: Decision) -> Message:
    shorter = _number(told, "sets") == 1
    text = "shorter sets for {n} sessions" if shorter else "one set fewer for {n} sessions"
    one = "shorter sets for {n} session" if shorter else "one set fewer for {n} session"
    return Message(text=text, one=one, n=_number(told, "sessions"))


def _half_words(told: Decision) -> Message:
    shorter = _number(told, "sets") == 1
    return message("shorter sets for a week") if shorter else message("half the sets for a week")
