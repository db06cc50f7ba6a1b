"""What the rules that make decisions mean, each in a few words with its numbers (clinical.md C)."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from hipcoach.core.lighter import Missed
from hipcoach.core.rule_ids import (
    R_DELOAD,
    R_DOWN,
    R_FLARE,
    R_GATE,
    R_NOCHANGE,
    R_RED,
    R_SORE,
    R_TWICE,
    R_UP,
    R_UP_ABD,
    R_UP_HOLD,
    R_UP_STEP,
    R_WEEK,
    R_WORSE,
)
from hipcoach.core.rules import Rules
from hipcoach.core.text import Message, message

_PLAIN = {
    R_UP_ABD: message("the same for the leg lift: the step is more ankle weight"),
    R_UP_STEP: message("the same for the step-down: the step is a higher one"),
    R_UP_HOLD: message("the same for holds: the step is a longer hold, or one repetition more"),
    R_RED: message("after a red session one set fewer, and one step down for what hurt"),
    R_GATE: message("too few tidy repetitions on one leg, so both legs"),
    R_FLARE: message("one step easier after a flare-up, or the question whether this is one"),
    R_TWICE: message("one set of each, as the day's earlier session was amber"),
}


def rule_words(rule_id: str, rules: Rules) -> Message | None:
    """What the rule means; None for a rule that is not known, as in a diary edited by hand."""
    counted = _COUNTED.get(rule_id)
    return counted(rules) if counted else _PLAIN.get(rule_id)


def _up(rules: Rules) -> Message:
    return message(
        "a step up after the top of the repetitions in every set, in {sessions} green sessions in "
        "a row on as many days, at an effort of {effort} at most",
        sessions=rules.up.sessions,
        effort=rules.up.effort,
    )


def _down(rules: Rules) -> Message:
    return message(
        "a step down after {ambers} sessions in a row that were amber or worse; any step that pain "
        "took is offered back after {greens} green ones",
        ambers=rules.down.ambers,
        greens=rules.down.greens_back,
    )


def _sore(rules: Rules) -> Message:
    hours = round(rules.spell.ache_hours)
    return message("a step down, as muscle ache lasted longer than {hours} hours", hours=hours)


def _week(rules: Rules) -> Message:
    return message(
        "levels held for a week, as the mean of the mornings had risen {n} weeks running",
        n=rules.spell.week_rises,
    )


def _worse(rules: Rules) -> Message:
    return message(
        "no steps up, as from week {week} on the mean is {points} or more above the start, or "
        "function is worse by as much as counts",
        week=rules.spell.worse_week,
        points=round(rules.spell.worse_points),
    )


def _no_change(rules: Rules) -> Message:
    return message(
        "by week {week} the mean is less than {points} points and less than {percent} percent "
        "below the start",
        week=rules.spell.no_change_week,
        points=round(rules.trend.clear_points),
        percent=rules.trend.clear_percent,
    )


def _deload(rules: Rules) -> Message:
    return message(
        "half the sets for {days} days, after {weeks} weeks in a row with a step up, or "
        "{mornings} amber mornings in {within} days after an effort of {effort} or more",
        days=rules.easy_week.days,
        weeks=rules.easy_week.weeks_with_step,
        mornings=rules.easy_week.amber_mornings,
        within=rules.easy_week.within_days,
        effort=rules.easy_week.effort,
    )


def _low(rules: Rules) -> Message:
    return message(
        "after {first} to {last} days without a session: sets end at their lower number once",
        first=rules.missed.same_up_to + 1,
        last=rules.missed.low_up_to,
    )


def _fewer(rules: Rules) -> Message:
    return message(
        "after {first} to {last} days without a session: a step down, one set fewer for {n} "
        "sessions",
        first=rules.missed.low_up_to + 1,
        last=rules.missed.fewer_up_to,
        n=rules.missed.fewer_sessions,
    )


def _half(rules: Rules) -> Message:
    return message(
        "after {first} to {last} days without a session: a step down, half the sets for {n} days",
        first=rules.missed.fewer_up_to + 1,
        last=rules.missed.half_up_to,
        n=rules.missed.half_days,
    )


def _restart(rules: Rules) -> Message:
    days = rules.missed.half_up_to
    return message("after more than {days} days without a session: week 1 again", days=days)


_COUNTED: Mapping[str, Callable[[Rules], Message]] = {
    R_UP: _up,
    R_DOWN: _down,
    R_SORE: _sore,
    R_WEEK: _week,
    R_WORSE: _worse,
    R_NOCHANGE: _no_change,
    R_DELOAD: _deload,
    Missed.LOW.value: _low,
    Missed.FEWER.value: _fewer,
    Missed.HALF.value: _half,
    Missed.RESTART.value: _restart,
}
