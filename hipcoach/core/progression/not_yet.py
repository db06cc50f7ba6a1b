"""The same again as no step up is earned: one side is behind, fewer were tidy, or it is early."""

from __future__ import annotations

from dataclasses import replace
from functools import reduce

from hipcoach.core.exercise import Exercise, Side
from hipcoach.core.levels import missing_bands
from hipcoach.core.progression.case import Case
from hipcoach.core.progression.exercise_facts import ExerciseFacts, exercise_facts, newest_facts
from hipcoach.core.progression.held import stays
from hipcoach.core.progression.steps import last_step
from hipcoach.core.progression.streak import (
    days_of,
    is_enough,
    obstacle,
    shortest,
    streak,
    unlike,
)
from hipcoach.core.progression.up import ahead, reachable, reached
from hipcoach.core.progression.verdict import Verdict
from hipcoach.core.rule_ids import R_HOLD, R_SIDE
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
    done = newest_facts(case, exercise)
    if done is None or unlike(case, done):
        return None
    behind = {made.side for made in done.short}
    if len(behind) != 1 or behind == set(done.sides):
        return None
    least = shortest(done.short)
    told = (_NOT_TIDY if done.top == 1 else _ENDED)[least.side]
    why = replace(told, facts={"set": least.set, "n": least.tidy_reps, "wait": _WAIT})
    return stays(case, exercise, R_SIDE, why, aim=_aim(done, least))


def _aim(done: ExerciseFacts, least: SideSet) -> Message | None:
    """What the weaker set may aim at next time, where it ended before it might."""
    if least.tidy_reps >= done.low or done.top == 1:
        return None
    return message("aim for {low} in set {set}", low=done.low, set=least.set)


def fall(case: Case, exercise: Exercise) -> Verdict | None:
    """R-HOLD: clearly fewer tidy repetitions than last time, with no more pain."""
    both = _last_two(case, exercise)
    if both is None:
        return None
    now, before = both
    percent = case.catalogue.rules.down.fall_percent
    if 100 * (before.tidy - now.tidy) < percent * before.tidy or not before.tidy:
        return None
    why = Message(
        text="{n} tidy ones after {before} last time, with no more pain. Short sleep or a long day "
        "can do that.",
        one="{n} tidy one after {before} last time, with no more pain. Short sleep or a long day "
        "can do that.",
        n=now.tidy,
        facts={"before": before.tidy},
    )
    return stays(case, exercise, R_HOLD, why)


def _last_two(case: Case, exercise: Exercise) -> tuple[ExerciseFacts, ExerciseFacts] | None:
    """The newest session's and the one before on its rung, if they compare."""
    own = (facts for facts in case.sessions if not facts.easy)
    found = (exercise_facts(case, facts, exercise) for facts in own)
    now = next(found, None)
    if now is None or not now.sets:
        return None
    before = next((one for one in found if one and one.sets and one.rung == now.rung), None)
    if before is None or len(before.sets) != len(now.sets):
        return None
    rises = now.session.rise, before.session.rise
    alike = rises[0] is not None and rises[1] is not None and rises[0] <= rises[1]
    return (now, before) if alike else None


def not_yet(case: Case, exercise: Exercise) -> Verdict:
    """The same again, with what is missing for a step up: the plain end of the precedence."""
    return stays(case, exercise, exercise.step.rule, _missing(case, exercise))


def _missing(case: Case, exercise: Exercise) -> Message:
    """The first thing that is missing: a step, a session that counts, days, a band, time."""
    lacking = _bands_lacking(case, exercise)
    can_go = bool(reachable(case, exercise))
    if not can_go and not lacking:
        return message("This is its highest level.")
    if not case.sessions:
        return message("It has not been done yet.")
    done = newest_facts(case, exercise)
    if done is None:
        return message("It was not part of the last session.")
    return (
        obstacle(case, done)
        or _days_missing(case, exercise, done)
        or (_time_missing(case, exercise) if can_go else _band_missing(case, lacking))
    )


def _days_missing(case: Case, exercise: Exercise, done: ExerciseFacts) -> Message | None:
    row, wanted = streak(case, exercise), case.catalogue.rules.up.sessions
    if is_enough(case, row):
        return None
    return Message(
        text="{what}, on {n} days so far. A step up takes {wanted} training days in a row.",
        one="{what}, on {n} day so far. A step up takes {wanted} training days in a row.",
        n=days_of(row),
        facts={"what": reached(done), "wanted": wanted},
    )


def _time_missing(case: Case, exercise: Exercise) -> Message:
    """How long ago the last step was."""
    last = last_step(case, exercise)
    days = (case.now.date() - last.at.date()).days if last else 0
    return Message(
        text="The last step was {n} days ago. At least {wanted} days lie between two steps.",
        one="The last step was {n} day ago. At least {wanted} days lie between two steps.",
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
