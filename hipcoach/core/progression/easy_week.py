"""The easy week (R-DELOAD): half the sets, the same levels, no steps, for seven days.

After three whole weeks in a row with a step up in each, or two high mornings within seven days,
each after a session of great effort. What led to one easy week, taken or declined, leads to no
second one.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from hipcoach.core.lighter import UNTIL
from hipcoach.core.progression.case import Case, sets_asked
from hipcoach.core.progression.facts import SessionFacts
from hipcoach.core.progression.spell import Spell
from hipcoach.core.rule_ids import R_DELOAD, STEPS_UP
from hipcoach.core.run import Decision, Facts
from hipcoach.core.schedule import absence_on, is_ill
from hipcoach.core.text import Message, message

DAY = timedelta(days=1)
WEEK = 7

WEEKS, MORNINGS = "weeks", "mornings"
"""The facts that say what led to it: weeks with a step, or high mornings."""


def easy_week(case: Case) -> Spell | None:
    """The easy week under way, or the one that begins now."""
    last = next((d for d in reversed(case.decided) if d.rule == R_DELOAD), None)
    today = case.now.date()
    if last and last.accepted and today.isoformat() <= str(last.facts.get(UNTIL, "")):
        return _spell(last.facts)
    cause = _cause(case, last)
    if cause is None or _is_off(case, today):
        return None
    until = today + (case.catalogue.rules.easy_week.days - 1) * DAY
    facts = {**cause, UNTIL: until.isoformat(), "sets": max(sets_asked(case).values())}
    return replace(_spell(facts), kept=True)


def _spell(facts: Facts) -> Spell:
    shorter = facts.get("sets") == 1
    easy = message("An easy week: shorter sets, the same levels")
    return Spell(
        rule=R_DELOAD,
        title=easy if shorter else message("An easy week: half the sets, the same levels"),
        why=_why(facts),
        facts=facts,
        holds=True,
        declinable=True,
    )


def _why(facts: Facts) -> Message:
    if MORNINGS in facts:
        return message(
            "{n} mornings of the last {days} days were high, after sessions with an effort of "
            "{effort} or more.",
            n=facts[MORNINGS],
            days=facts.get("days", WEEK),
            effort=facts.get("effort", ""),
        )
    return message("Each of the last {n} weeks brought a step up.", n=facts.get(WEEKS, ""))


def _is_off(case: Case, today: date) -> bool:
    """Whether a flare-up or an illness holds, which have days of their own."""
    flare = case.diary.flare_on(today) is not None
    return flare or is_ill(absence_on(case.diary, today))


def _cause(case: Case, last: Decision | None) -> Facts | None:
    """What leads to an easy week now, since the last one was taken or declined."""
    since = last.at.date() if last else case.run.started_on
    rule = case.catalogue.rules.easy_week
    if _weeks_with_step(case, since):
        return {WEEKS: rule.weeks_with_step}
    mornings = _high_mornings(case, since if last else since - DAY)
    if len(mornings) < rule.amber_mornings:
        return None
    return {MORNINGS: len(mornings), "days": rule.within_days, "effort": rule.effort}


def _weeks_with_step(case: Case, since: date) -> bool:
    """Whether each of the last whole weeks, none of them begun before `since`, had a step up."""
    rule, over = case.catalogue.rules.easy_week, case.run.week(case.now.date()) - 1
    first = over - rule.weeks_with_step + 1
    if first < 1 or case.run.started_on + (first - 1) * WEEK * DAY < since:
        return False
    steps = (d for d in case.decided if d.rule in STEPS_UP and d.accepted and d.from_ != d.to)
    weeks = {case.run.week(d.at.date()) for d in steps}
    return weeks >= set(range(first, over + 1))


def _high_mornings(case: Case, since: date) -> set[date]:
    """The days after `since` whose morning was high, after a session of great effort."""
    today, rule = case.now.date(), case.catalogue.rules.easy_week
    first = max(since, today - rule.within_days * DAY) + DAY
    days = {facts.session.day + DAY for facts in case.sessions if _is_hard(facts, case)}
    return {day for day in days if first <= day <= today}


def _is_hard(facts: SessionFacts, case: Case) -> bool:
    """Whether the session was of great effort, and the morning after it at least amber."""
    rules = case.catalogue.rules
    high = (facts.morning_rise or 0) >= rules.tag.amber_rise
    return high and (facts.effort or 0) >= rules.easy_week.effort
