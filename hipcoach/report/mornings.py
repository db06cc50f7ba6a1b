"""The morning after a session, compared with the mornings before it, and where it hurts."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from hipcoach.core.format import half_up
from hipcoach.core.pain import NEXT_MORNING, Place
from hipcoach.core.text import ntr, tr
from hipcoach.core.trends import Trend
from hipcoach.report.page import Table
from hipcoach.report.scope import DAY, WEEK, Scope
from hipcoach.report.words import days_words, grouped, listed

MOST_PLACES = 3
BELOW_KNEE = (Place.BELOW_KNEE_LEFT, Place.BELOW_KNEE_RIGHT)


def mornings_table(seen: Scope, trend: Trend) -> Table | None:
    """How many mornings were as usual or higher, and the body places that were ticked."""
    scores = morning_scores(seen)
    after = {day: scores.get(day + DAY) for day in _session_days(seen)}
    rated = [day + DAY for day, score in after.items() if score is not None]
    rises = [_rise(day, scores, trend) for day in rated if not _in_flare(seen, day)]
    note = " ".join([*_base(rises), *_missing(after), *_where(seen)])
    if not rated and not note:
        return None
    return Table(
        heading=tr("Morning after a session") if after else tr("Where it hurts"),
        rows=_rows(rises, len(rated)),
        numeric=(False, True),
        note=note,
    )


def morning_scores(seen: Scope) -> dict[date, int]:
    """The next-morning rating of each day that has one, by the day of the morning."""
    asked = {session.next_morning for session in seen.diary.sessions}
    return {
        rating.at.date(): rating.score
        for rating in seen.diary.pain_ratings
        if rating.id in asked or NEXT_MORNING in rating.tags
    }


def _session_days(seen: Scope) -> list[date]:
    """Days with a session whose morning after lies in the period.

    After a session without the app nothing is asked, so nothing can be missing.
    """
    days = {session.day for session in seen.sessions if session.sets and not session.without_app}
    return sorted(day for day in days if seen.holds(day + DAY))


def _in_flare(seen: Scope, morning: date) -> bool:
    """Whether the morning lies within a flare-up, which would soon be its own base.

    A flare-up's first morning is not within: it follows a session like any other.
    """
    return any(flare.from_ < morning and flare.holds(morning) for flare in seen.diary.flares)


def _rise(morning: date, scores: Mapping[date, int], trend: Trend) -> float:
    """How far the morning is above its base: the median of the last 7 days' mornings, or day 0."""
    before = (morning - number * DAY for number in range(1, WEEK + 1))
    usual = [scores[day] for day in before if day in scores]
    base = _median(usual) if usual else float(half_up(trend.start.mean)) if trend.start else 0
    return scores[morning] - base


def _median(scores: Sequence[int]) -> float:
    """The middle of the scores. By hand: the standard library's module takes 15 ms to load."""
    ranked, half = sorted(scores), len(scores) // 2
    return ranked[half] if len(ranked) % 2 else (ranked[half - 1] + ranked[half]) / 2


def _rows(rises: list[float], n: int) -> tuple[tuple[str, str], ...]:
    """Up to 1 above, 2 above, 3 or more above, and the rest of `n`: those within a flare-up.

    A half of a median counts downwards.
    """
    if not n:
        return ()
    high, middle = sum(rise >= 3 for rise in rises), sum(2 <= rise < 3 for rise in rises)
    counts = {
        tr("as usual or up to +1"): len(rises) - high - middle,
        tr("+2"): middle,
        tr("+3 or more"): high,
    }
    if n > len(rises):
        counts[tr("in a flare-up")] = n - len(rises)
    return tuple(
        (said, tr("{count} of {n}", count=grouped(k), n=grouped(n))) for said, k in counts.items()
    )


def _base(rises: list[float]) -> Iterator[str]:
    """What a morning is compared with."""
    if rises:
        yield tr("Base: median of the mornings of the {days} days before.", days=WEEK)


def _missing(after: Mapping[date, int | None]) -> Iterator[str]:
    missing = sum(score is None for score in after.values())
    if missing:
        yield ntr("{n} morning without an entry.", "{n} mornings without an entry.", missing)


def _where(seen: Scope) -> Iterator[str]:
    """The places ticked most often, and whether any of the ticked ones lies below the knee."""
    days: dict[Place, set[date]] = {place: set() for place in Place}
    for day, place in _ticked(seen):
        days[place].add(day)
    often = Counter({place: len(found) for place, found in days.items() if found})
    if not often:
        return
    names = place_names()
    yield tr(
        "Where: {places}.", places=listed([names[p] for p, _ in often.most_common(MOST_PLACES)])
    )
    below = set[date]().union(*(days[place] for place in BELOW_KNEE))
    if below:
        yield tr("Below the knee on {days}.", days=days_words(len(below)))
    else:
        yield tr("Nothing below the knee.")


def _ticked(seen: Scope) -> Iterator[tuple[date, Place]]:
    for rating in seen.ratings:
        yield from ((rating.at.date(), place) for place in rating.places)
    for session in seen.sessions:
        for event in session.events:
            yield from ((session.day, place) for place in event.places)


def place_names() -> dict[Place, str]:
    """The nine areas of the body chart in words."""
    return {
        Place.LOW_BACK_LEFT: tr("low back left"),
        Place.LOW_BACK_MIDDLE: tr("low back middle"),
        Place.LOW_BACK_RIGHT: tr("low back right"),
        Place.BUTTOCK_LEFT: tr("left buttock"),
        Place.BUTTOCK_RIGHT: tr("right buttock"),
        Place.THIGH_LEFT: tr("left thigh"),
        Place.THIGH_RIGHT: tr("right thigh"),
        Place.BELOW_KNEE_LEFT: tr("below the left knee"),
        Place.BELOW_KNEE_RIGHT: tr("below the right knee"),
    }
