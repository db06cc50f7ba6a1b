"""What the weeks of a run come to: R-WORSE, R-NOCHANGE and R-WEEK (clinical.md C).

Average pain is the trend's own: start and now with one decimal, each of at least 3 rated days.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise

from hipcoach.core.format import half_up, number
from hipcoach.core.mornings import morning_scores
from hipcoach.core.of_days import ratings_of
from hipcoach.core.progression.case import Case
from hipcoach.core.progression.function import Function, functions
from hipcoach.core.progression.spell import Spell, in_turn, plain
from hipcoach.core.rule_ids import R_NOCHANGE, R_WEEK, R_WORSE
from hipcoach.core.text import Message, message
from hipcoach.core.trend_view import Days
from hipcoach.core.trends import Trend, trend

DAY = timedelta(days=1)
WEEK = 7

LOOK_BACK = 14
"""So many days back it is looked whether a worsening is still the same one."""

STAY = message("No steps up for now")


def pain_on(case: Case, day: date) -> Trend:
    """The run's start and the week up to `day`, compared."""
    rule, first = case.catalogue.rules.trend, case.run.started_on
    week = (rule.window_days - 1) * DAY
    start = Days(first=first, last=min(first + week, day))
    now = Days(first=max(day - week, start.last + DAY), last=day)
    ratings = (*ratings_of(case.diary, start), *ratings_of(case.diary, now))
    return trend(ratings, first, day, rule)


# ---------------------------------------------------------------------------- worse, or no change


def worse(case: Case) -> Spell | None:
    """R-WORSE: the average is 2 or more above the start, or function is worse by its threshold."""
    found = _worse_on(case, case.now.date())
    return replace(found, kept=_begins(case)) if found else None


def _worse_on(case: Case, day: date) -> Spell | None:
    rule = case.catalogue.rules.spell
    if (day - case.run.started_on).days < rule.worse_week * WEEK:
        return None
    pain = pain_on(case, day)
    if pain.change is not None and pain.change >= rule.worse_points:
        return Spell(
            rule=R_WORSE,
            title=STAY,
            why=_average(pain),
            advice=message(case.catalogue.texts["worse"]),
            facts=_levels(pain),
            holds=True,
        )
    falls = (one for one in functions(case, day) if one.gain < 0 and one.counts)
    return next(map(_less, falls), None)


def _less(found: Function) -> Spell:
    return Spell(
        rule=R_WORSE,
        title=STAY,
        why=message(
            "{measure}: {start} at the start, {now} at your last check-in.",
            measure=found.words,
            start=plain(found.start),
            now=plain(found.now),
        ),
        advice=message("HipCoach stops offering steps. Please have it looked at."),
        facts={"measure": found.name, "start": found.start, "now": found.now},
        holds=True,
    )


def _begins(case: Case) -> bool:
    """Whether it was not told yet, or has ended since it was."""
    told = [d.at.date() for d in case.decided if d.rule == R_WORSE]
    if not told:
        return True
    today = case.now.date()
    since = (today - back * DAY for back in range(1, LOOK_BACK + 1))
    return not all(_worse_on(case, day) for day in since if day > told[-1])


def no_change(case: Case) -> Spell | None:
    """R-NOCHANGE: by week 6 neither the average nor function has improved by its threshold.

    Nothing is said of a start so low that no percentage is shown of it: there it cannot improve.
    """
    today, rules = case.now.date(), case.catalogue.rules
    if (today - case.run.started_on).days < rules.spell.no_change_week * WEEK:
        return None
    if _worse_on(case, today):
        return None
    pain, trend_rule = pain_on(case, today), rules.trend
    if pain.change is None or pain.percent is None:
        return None
    less = -pain.change >= trend_rule.clear_points or -pain.percent >= trend_rule.clear_percent
    if less or any(one.gain > 0 and one.counts for one in functions(case, today)):
        return None
    return Spell(
        rule=R_NOCHANGE,
        title=message("Not much has changed"),
        why=_average(pain),
        advice=message(case.catalogue.texts["no-change"]),
        facts=_levels(pain),
        kept=all(d.rule != R_NOCHANGE for d in case.decided),
    )


def _average(pain: Trend) -> Message:
    """The average at the start and now."""
    facts = {name: number(mean) for name, mean in _levels(pain).items()}
    return message("Your average was {start} at the start and is {now} now.", **facts)


def _levels(pain: Trend) -> dict[str, float]:
    """Start and now as they are shown."""
    assert pain.start is not None
    assert pain.now is not None
    return {"start": float(half_up(pain.start.mean)), "now": float(half_up(pain.now.mean))}


# ---------------------------------------------------------------------------- mornings of weeks


def rising_mornings(case: Case) -> Spell | None:
    """R-WEEK: the weekly means of the mornings rose twice, over the last whole weeks of the run."""
    rule, over = case.catalogue.rules.spell, case.run.week(case.now.date()) - 1
    weeks = range(over - rule.week_rises, over + 1)
    means = [_mean_morning(case, week) for week in weeks if week > 0]
    known = [mean for mean in means if mean is not None]
    rises = all(one < then for one, then in pairwise(known))
    if len(known) <= rule.week_rises or not rises:
        return None
    begun = _first_day(case, over + 1)
    return Spell(
        rule=R_WEEK,
        title=STAY,
        why=Message(
            text="Your mornings rose {n} weeks running, on average: {means}.",
            one="Your mornings rose from one week to the next, on average: {means}.",
            n=rule.week_rises,
            facts={"means": in_turn([message("{mean}", mean=number(mean)) for mean in known])},
        ),
        advice=message("Please talk to a physiotherapist about it."),
        facts={"week": over + 1, "first": known[0], "last": known[-1]},
        holds=True,
        kept=all(d.rule != R_WEEK or d.at.date() < begun for d in case.decided),
    )


def _mean_morning(case: Case, week: int) -> float | None:
    """The mean of the week's mornings with one decimal; None where too few were rated."""
    first = _first_day(case, week)
    last = first + (WEEK - 1) * DAY
    days = Days(first=first, last=last)
    near = replace(case.diary, pain_ratings=tuple(ratings_of(case.diary, days)))
    scores = morning_scores(near, first, last).values()
    if len(scores) < case.catalogue.rules.spell.fewest_mornings:
        return None
    return float(half_up(sum(scores) / len(scores)))


def _first_day(case: Case, week: int) -> date:
    return case.run.started_on + (week - 1) * WEEK * DAY
