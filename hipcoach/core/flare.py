"""A flare-up: its days, the usual morning, and when the way back is near (clinical.md, R-FLARE)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from hipcoach.core.catalogue import Catalogue
from hipcoach.core.diary import Diary
from hipcoach.core.missed import lowered, lowered_alone
from hipcoach.core.mornings import morning_scores, usual_of
from hipcoach.core.rule_ids import R_FLARE
from hipcoach.core.rules import FlareRule, TrendRule
from hipcoach.core.run import Decision, Flare, Run
from hipcoach.core.session import EASY_DAY, Session, SessionState
from hipcoach.core.step_down import steps_down
from hipcoach.core.text import Message
from hipcoach.core.trends import trend

DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True, kw_only=True)
class CalmMornings:
    """The scores of mornings in a row, the oldest first, that are near the usual one."""

    scores: tuple[int, ...]
    usual: float


def flare_day(flare: Flare, today: date) -> int:
    """The flare-up's day, from 1."""
    return (today - flare.from_).days + 1


def is_long(flare: Flare, today: date, rule: FlareRule) -> bool:
    """Whether the days of the easy session are over: it should be looked at."""
    return flare_day(flare, today) > rule.easy_days


def usual_morning(
    diary: Diary, flare: Flare, run: Run | None, rule: FlareRule, trend_rule: TrendRule
) -> float | None:
    """What a morning of the flare-up is compared with; None where nothing is known.

    The median of the mornings of the days before it, or else the run's start value.
    """
    before = flare.from_ - DAY
    known = morning_scores(diary, flare.from_ - rule.usual_days * DAY, before)
    usual = usual_of(diary, known, before, rule.usual_days)
    if usual is not None:
        return usual
    start = trend(diary.pain_ratings, run.started_on, before, trend_rule).start if run else None
    return start.mean if start else None


def calm_mornings(
    diary: Diary, catalogue: Catalogue, flare: Flare, run: Run | None, today: date
) -> CalmMornings | None:
    """The latest mornings in a row that are near the usual, up to today or else to yesterday.

    Only mornings after the flare-up's first day; None where they are too few, or one is not near.
    """
    rule = catalogue.rules.flare
    known = morning_scores(diary, flare.from_ + DAY, today)
    last = today if today in known else today - DAY
    days = [last - n * DAY for n in reversed(range(rule.calm_mornings))]
    scores = tuple(known[day] for day in days if day in known)
    usual = usual_morning(diary, flare, run, rule, catalogue.rules.trend)
    if usual is None or len(scores) < rule.calm_mornings:
        return None
    near = all(score <= usual + rule.near for score in scores)
    return CalmMornings(scores=scores, usual=usual) if near else None


def flare_decisions(
    diary: Diary, catalogue: Catalogue, run: Run, ended: Flare, at: datetime
) -> tuple[Decision, ...]:
    """What the end of a flare-up changes: each exercise of the run is one step easier.

    Unless a step down was taken already since anything of a program was last done.
    """
    last = _last_tried(diary, at)
    if lowered(diary, last, at):
        return ()
    days = flare_day(ended, ended.to or at.date())
    why = Message(text="A flare-up of {n} days", one="A flare-up of {n} day", n=days)
    but = lowered_alone(diary, catalogue, last, at)
    return tuple(steps_down(diary, catalogue, run, at, R_FLARE, days, why, but))


def _last_tried(diary: Diary, at: datetime) -> Session | None:
    """The latest session of a program, with the app, in which any set was done."""
    kept = (s for s in reversed(diary.sessions) if s.state is not SessionState.DISCARDED)
    done = (s for s in kept if s.sets and not s.without_app)
    return next((s for s in done if s.program != EASY_DAY and s.started_at <= at), None)
