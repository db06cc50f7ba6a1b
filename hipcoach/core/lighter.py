"""What makes sessions lighter for a while, as decisions tell (clinical.md C).

Days without a session (R-MISS), a red session (R-RED), an easy week (R-DELOAD), and the day's
second session after an amber one (R-TWICE). Such a decision's facts say for how many `sessions` it
holds, or `until` which day, or both. It speaks of one exercise, or of no exercise: then of each.
After days missed they also have the `days`, the `steps` down that came with it, and the most `sets`
of an exercise before.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime, timedelta
from enum import StrEnum
from itertools import islice, takewhile
from math import ceil
from operator import attrgetter

from hipcoach.core.adherence import session_counts
from hipcoach.core.diary import Diary
from hipcoach.core.parts import Part, fewer
from hipcoach.core.rule_ids import R_DELOAD, R_RED, R_TWICE
from hipcoach.core.rules import CountRule, Rules
from hipcoach.core.run import Decision
from hipcoach.core.session import EASY_DAY
from hipcoach.core.text import Message, message

DAY = timedelta(days=1)
_at, _started = attrgetter("at"), attrgetter("started_at")

UNTIL, SESSIONS = "until", "sessions"
"""The facts that say how long it holds: the last day (ISO), and how many sessions that count."""


class Missed(StrEnum):
    """The rules that change something, by the days missed; their values are the rules' ids."""

    LOW = "R-MISS-2"
    FEWER = "R-MISS-3"
    HALF = "R-MISS-4"
    RESTART = "R-MISS-5"


def in_force(diary: Diary, at: datetime, rules: Rules) -> tuple[Decision, ...]:
    """What makes a session of any program that begins at `at` lighter, the most so first.

    Of one kind the latest first. Another program ends nothing of it; what was told before a program
    started again, or as long ago, is over. What the user declined is not in force.
    """
    longest = rules.missed.half_up_to
    first = bisect_left(diary.decisions, at - (longest + 2) * DAY, key=_at)
    told = [d for d in diary.decisions[first:] if d.rule in _TOLD and d.accepted]
    made = [d for d in told if d.at <= at or _restarts(d, at)]
    since = takewhile(lambda d: d.rule != Missed.RESTART, reversed(made))
    recent = (d for d in since if (at.date() - d.at.date()).days <= longest)
    holding = [d for d in recent if _holds(d, diary, at, rules.count)]
    order = list(_MADE)
    return tuple(sorted(holding, key=lambda d: (order.index(d.rule), d.at), reverse=True))


def _restarts(told: Decision, at: datetime) -> bool:
    """Whether the program starts again that day: it is dated when its new run was stored."""
    return told.rule == Missed.RESTART and told.at.date() == at.date()


def _holds(told: Decision, diary: Diary, at: datetime, rule: CountRule) -> bool:
    """Whether it holds still: until its day, and until so many sessions of a program are done."""
    if not told.facts.keys() & {UNTIL, SESSIONS}:
        return False
    if UNTIL in told.facts and str(told.facts[UNTIL]) < at.date().isoformat():
        return False
    return SESSIONS not in told.facts or _sessions_left(told, diary, at, rule)


def _sessions_left(told: Decision, diary: Diary, at: datetime, rule: CountRule) -> bool:
    sessions = _number(told, SESSIONS)
    first, end = (bisect_left(diary.sessions, moment, key=_started) for moment in (told.at, at))
    with_app = (s for s in diary.sessions[first:end] if not s.without_app)
    own = (s for s in with_app if s.program != EASY_DAY)
    done = islice((s for s in own if session_counts(s, rule)), sessions)
    return len(list(done)) < sessions


def _number(told: Decision, name: str) -> int:
    """A whole number from 0 on among the facts; 0 where a diary edited by hand has none."""
    value = told.facts.get(name)
    return max(value, 0) if isinstance(value, int) else 0


def speaks_of(told: Decision, exercise: str) -> bool:
    """Whether the decision is about that exercise, or about every one."""
    return told.exercise in {"", exercise}


def lighter(ready: Iterable[Part], told: Iterable[Decision]) -> tuple[Part, ...]:
    """The parts as the decisions in force want them; of several each takes the lightest."""
    decisions = tuple(told)
    return tuple(_lightest(part, decisions) for part in ready)


def _lightest(part: Part, told: Iterable[Decision]) -> Part:
    made = (_MADE[d.rule](part) for d in told if speaks_of(d, part.ladder.id))
    return min((part, *made), key=_repetitions)


def _repetitions(part: Part) -> tuple[int, int]:
    """How many repetitions it has at most, and at least."""
    return part.dose.sets * part.dose.high, part.dose.sets * part.dose.low


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


def _one_set(part: Part) -> Part:
    return replace(part, dose=replace(part.dose, sets=1))


_MADE = {
    Missed.LOW.value: _low,
    R_RED: _one_fewer,
    Missed.FEWER.value: _one_fewer,
    R_DELOAD: _half,
    Missed.HALF.value: _half,
    R_TWICE: _one_set,
}
"""What each rule makes of a part, those that leave the least last."""

_TOLD = frozenset({*_MADE, Missed.RESTART.value})


def note(told: Decision) -> Message:
    """Why the session is lighter, in one sentence."""
    if told.rule in set(Missed):
        return Message(
            text="After {n} days without a session: {what}.",
            one="After {n} day without a session: {what}.",
            n=_number(told, "days"),
            facts={"what": _what(told)},
        )
    shorter = _number(told, "sets") == 1
    return _NOTES[told.rule, told.rule == R_RED and told.exercise != ""][shorter]


_ONE_SET = message(
    "One set of each exercise this time, because of the pain around today's first session."
)

_NOTES = {
    (R_RED, True): (
        message("This time one set fewer of the exercise that hurt."),
        message("This time shorter sets of the exercise that hurt."),
    ),
    (R_RED, False): (
        message("One set fewer this time, because of the pain around your last session."),
        message("Shorter sets this time, because of the pain around your last session."),
    ),
    (R_DELOAD, False): (
        message("This is an easy week: half the sets, the same levels."),
        message("This is an easy week: shorter sets, the same levels."),
    ),
    (R_TWICE, False): (_ONE_SET, _ONE_SET),
}
"""By the rule, and whether it speaks of one exercise; second where each has one set only."""


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
