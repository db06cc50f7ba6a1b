"""What single days come to: muscle ache, two high mornings, easy days one after the other."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from math import ceil

from hipcoach.core.diary import Diary
from hipcoach.core.format import half_up
from hipcoach.core.mornings import morning_scores, usual_of
from hipcoach.core.of_days import ratings_of
from hipcoach.core.pain import MUSCLE_ACHE
from hipcoach.core.progression.case import Case
from hipcoach.core.progression.spell import Spell, in_turn, plain
from hipcoach.core.progression.weeks import STAY, pain_on
from hipcoach.core.rule_ids import R_FLARE, R_PRE6, R_SORE
from hipcoach.core.rules import SpellRule
from hipcoach.core.schedule import absence_on, is_ill
from hipcoach.core.session import EASY_DAY, SessionState
from hipcoach.core.text import Message, message
from hipcoach.core.trend_view import Days

DAY = timedelta(days=1)


# ---------------------------------------------------------------------------- muscle ache (R-SORE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Ache:
    """Muscle ache that was told again and again, from its `first` to its `last` rating."""

    first: datetime
    last: datetime

    @property
    def hours(self) -> float:
        """How long it has lasted."""
        return (self.last - self.first) / timedelta(hours=1)


def ache_now(diary: Diary, now: datetime, rule: SpellRule) -> Ache | None:
    """The ache under way: ratings tagged so, none further from the next, or from now, than a gap.

    None where the last such rating is longer ago.
    """
    gap, found = timedelta(hours=rule.ache_gap_hours), None
    for rating in reversed(diary.pain_ratings):
        if rating.at > now:
            continue
        if (found.first if found else now) - rating.at > gap:
            break
        if MUSCLE_ACHE in rating.tags:
            found = Ache(first=rating.at, last=found.last if found else rating.at)
    return found


def sore(case: Case) -> Spell | None:
    """R-SORE: the same levels while muscles ache. `hours` above the rule's: a step down is due."""
    rule = case.catalogue.rules.spell
    found = ache_now(case.diary, case.now, rule)
    if found is None:
        return None
    usual = message(
        "Muscle ache for a day or two after new exercise is usual. Same level until it is gone."
    )
    days = int(found.hours // 24)
    long = Message(
        text="Your muscles have ached for more than {n} days.",
        one="Your muscles have ached for more than {n} day.",
        n=days,
    )
    return Spell(
        rule=R_SORE,
        title=STAY,
        why=long if found.hours > rule.ache_hours else usual,
        facts={"ache": found.first.date().isoformat(), "hours": ceil(found.hours)},
        holds=True,
    )


# ---------------------------------------------------------------------------- a flare-up?


def flare_question(case: Case) -> Spell | None:
    """R-FLARE: two mornings running 2 or more above the usual one; asked once of such mornings."""
    rule, today = case.catalogue.rules.spell, case.now.date()
    since = today - (rule.flare_mornings + case.catalogue.rules.flare.usual_days + 1) * DAY
    near = ratings_of(case.diary, Days(first=since, last=today))
    known = morning_scores(replace(case.diary, pain_ratings=tuple(near)), since, today)
    last = today if today in known else today - DAY
    days = [last - back * DAY for back in reversed(range(rule.flare_mornings))]
    scores = [known[day] for day in days if day in known]
    usual = _usual(case, known, days[0])
    if len(scores) < rule.flare_mornings or usual is None or not _is_new(case, days):
        return None
    if min(scores) < usual + rule.flare_rise:
        return None
    return _question(scores, usual, last, rule)


def _question(scores: list[int], usual: float, last: date, rule: SpellRule) -> Spell:
    return Spell(
        rule=R_FLARE,
        title=message("A question about your mornings"),
        why=message(
            "Your last {n} mornings were {scores}; your usual is {usual}.",
            n=len(scores),
            scores=in_turn([message("{score}", score=score) for score in scores]),
            usual=plain(usual),
        ),
        advice=message(
            "That is {rise} or more above your usual. Is this a flare-up?", rise=rule.flare_rise
        ),
        facts={"morning": last.isoformat(), "usual": usual},
        declinable=True,
    )


def _usual(case: Case, known: dict[date, int], first: date) -> float | None:
    """The median of the mornings of the days before `first`, or else the run's start so far."""
    days = case.catalogue.rules.flare.usual_days
    before = usual_of(case.diary, known, first - DAY, days)
    if before is not None:
        return before
    start = pain_on(case, first - DAY).start
    return float(half_up(start.mean)) if start else None


def _is_new(case: Case, days: list[date]) -> bool:
    """Whether nothing was said of these mornings: no flare-up, no illness, no question before."""
    diary, today = case.diary, case.now.date()
    if is_ill(absence_on(diary, today)):
        return False
    asked = (d for d in case.decided if d.rule == R_FLARE and not d.exercise)
    told = any(str(d.facts.get("morning", d.at.date().isoformat())) >= str(days[0]) for d in asked)
    return not told and not any(map(diary.flare_on, (*days, today)))


# ---------------------------------------------------------------------------- easy days


def many_easy_days(case: Case) -> Spell | None:
    """Easy days one after the other, after which a professional is named."""
    rule = case.catalogue.rules.spell
    if not easy_days(case.diary, case.now, rule):
        return None
    return Spell(
        rule=R_PRE6,
        title=message("Easy days"),
        why=message("Your last {n} days with a session were easy days.", n=rule.easy_days),
        advice=message(case.catalogue.texts["easy-day-five"]),
    )


def easy_days(diary: Diary, now: datetime, rule: SpellRule) -> bool:
    """Whether the last 5 days with a session were easy days; days of a flare-up are passed over."""
    kept = (s for s in reversed(diary.sessions) if s.started_at <= now)
    done = (s for s in kept if s.sets and s.state is not SessionState.DISCARDED)
    own = (s for s in done if not diary.flare_on(s.day))
    easy: dict[date, bool] = {}
    for session in own:
        if session.day not in easy and len(easy) == rule.easy_days:
            break
        easy[session.day] = easy.get(session.day, False) or session.program == EASY_DAY
    return len(easy) == rule.easy_days and all(easy.values())
