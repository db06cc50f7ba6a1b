"""The same again: the side that is behind (R-SIDE), and what a step up still takes (R-UP)."""

from __future__ import annotations

from dataclasses import replace
from functools import reduce

from hipcoach.core.exercise import Exercise, Side
from hipcoach.core.levels import missing_bands
from hipcoach.core.progression.case import Case
from hipcoach.core.progression.exercise_facts import ExerciseFacts, exercise_facts
from hipcoach.core.progression.streak import (
    days_of,
    is_enough,
    last_step,
    obstacle,
    shortest,
    streak,
    unlike,
)
from hipcoach.core.progression.up import ahead, days_done, reachable, reached
from hipcoach.core.progression.verdict import R_SIDE, Move, Verdict
from hipcoach.core.session import SideSet
from hipcoach.core.text import Message, message

_WAIT = message("Both sides wait for each other, so neither runs ahead.")

_ENDED = {
    Side.LEFT: message("Left set {set} ended at {n}. {wait}"),
    Side.RIGHT: message("Right set {set} ended at {n}. {wait}"),
}
_NOT_TIDY = {
    Side.LEFT: message("Left set {set} was not tidy. {wait}"),
    Side.RIGHT: message("Right set {set} was not tidy. {wait}"),
}
"""Which set of the weaker side was the shortest; the latter for one long hold."""


def one_side_short(case: Case, exercise: Exercise) -> Verdict | None:
    """R-SIDE: one side reached the top in the newest session and the other did not; else None."""
    done = _newest(case, exercise)
    if done is None or unlike(case, done):
        return None
    behind = {made.side for made in done.short}
    if len(behind) != 1 or behind == set(done.sides):
        return None
    least = shortest(done.short)
    told = (_NOT_TIDY if done.top == 1 else _ENDED)[least.side]
    why = replace(told, facts={"set": least.set, "n": least.tidy_reps, "wait": _WAIT})
    return _same(case, exercise, R_SIDE, why, aim=_aim(done, least))


def _aim(done: ExerciseFacts, least: SideSet) -> Message | None:
    """What the weaker set may aim at next time, where it ended before it might."""
    if least.tidy_reps >= done.low or done.top == 1:
        return None
    return message("aim for {low} in set {set}", low=done.low, set=least.set)


def not_yet(case: Case, exercise: Exercise) -> Verdict:
    """The same again, with what is missing for a step up: the plain end of the precedence."""
    return _same(case, exercise, exercise.step.rule, _missing(case, exercise))


def _missing(case: Case, exercise: Exercise) -> Message:
    """The first thing that is missing: a step, a session that counts, days, a band, time."""
    lacking = _bands_lacking(case, exercise)
    can_go = bool(reachable(case, exercise))
    if not can_go and not lacking:
        return message("This is the top of its ladder.")
    if not case.sessions:
        return message("It has not been done yet.")
    done = _newest(case, exercise)
    if done is None:
        return message("It was not part of the last session.")
    return (
        obstacle(case, done)
        or _days_missing(case, exercise, done)
        or (_time_missing(case, exercise) if can_go else _band_missing(case, lacking))
    )


def _newest(case: Case, exercise: Exercise) -> ExerciseFacts | None:
    return exercise_facts(case, case.sessions[0], exercise) if case.sessions else None


def _days_missing(case: Case, exercise: Exercise, done: ExerciseFacts) -> Message | None:
    row, wanted = streak(case, exercise), case.catalogue.rules.up.sessions
    if is_enough(case, row):
        return None
    return Message(
        text="{what}, on {n} days so far. A step up takes {wanted} days in a row.",
        one="{what}, on {n} day so far. A step up takes {wanted} days in a row.",
        n=days_of(row),
        facts={"what": reached(done), "wanted": wanted},
    )


def _time_missing(case: Case, exercise: Exercise) -> Message:
    """How long ago the last step was."""
    last = last_step(case, exercise)
    days = (case.now.date() - last.at.date()).days if last else 0
    return Message(
        text="The last step was {n} days ago. The next one comes {wanted} days after it or later.",
        one="The last step was {n} day ago. The next one comes {wanted} days after it or later.",
        n=days,
        facts={"wanted": case.catalogue.rules.up.days_between},
    )


def _bands_lacking(case: Case, exercise: Exercise) -> tuple[int, ...]:
    here = exercise.rung(case.doable[exercise.id])
    return missing_bands(ahead(case, exercise), here, case.owned)


def _band_missing(case: Case, levels: tuple[int, ...]) -> Message:
    """The bands with one of which the next step could be done."""
    colours = [message(case.catalogue.bands[level].colour) for level in levels]
    bands = reduce(lambda one, other: message("{one} or {other}", one=one, other=other), colours)
    return message("The next step takes a band that you do not have: {bands}.", bands=bands)


def _same(
    case: Case, exercise: Exercise, rule: str, why: Message, *, aim: Message | None = None
) -> Verdict:
    here = case.doable[exercise.id]
    return Verdict(
        exercise=exercise.id,
        move=Move.SAME,
        rule=rule,
        from_=here,
        to=here,
        why=why,
        days=days_done(case, exercise),
        aim=aim,
    )
