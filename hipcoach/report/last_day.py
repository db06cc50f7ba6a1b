"""Average, worst and least pain of the last 24 hours at the check-ins."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date, timedelta

from hipcoach.core.format import day_text
from hipcoach.core.pain import RatingKind
from hipcoach.core.text import tr
from hipcoach.report.page import Table
from hipcoach.report.scope import WEEK, Scope

KINDS = (RatingKind.AVERAGE, RatingKind.WORST, RatingKind.LEAST)
NONE = "–"
Answers = Mapping[RatingKind, int]


def last_day_table(seen: Scope) -> Table | None:
    """One column per answered check-in, and one for the latest ratings after the last of them."""
    columns = list(_columns(seen))
    if not columns:
        return None
    rows = tuple(
        (words, *(str(answers.get(kind, NONE)) for _, answers in columns))
        for kind, words in _kinds().items()
    )
    return Table(
        heading=tr("Last 24 hours"),
        header=("", *(head for head, _ in columns)),
        rows=rows,
        numeric=(False, *(True for _ in columns)),
    )


def _kinds() -> dict[RatingKind, str]:
    return {
        RatingKind.AVERAGE: tr("Average"),
        RatingKind.WORST: tr("Worst"),
        RatingKind.LEAST: tr("Least"),
    }


def check_in_days(seen: Scope) -> Iterator[tuple[int, date]]:
    """The weeks of the run's answered check-ins in the period, each with the day it is due on."""
    for week, day in _due_days(seen):
        if answers_of_week(seen, week, day):
            yield week, day


def _due_days(seen: Scope) -> Iterator[tuple[int, date]]:
    program = seen.catalogue.programs.get(seen.run.program) if seen.run else None
    if seen.run and program:
        for week in program.check_ins:
            day = seen.run.started_on + timedelta(days=week * WEEK)
            if seen.holds(day):
                yield week, day


def answers_of_week(seen: Scope, week: int, day: date) -> Answers:
    """What the check-in says, and where it says nothing the nearest rating of that kind."""
    assert seen.run is not None
    own = [c.items for c in seen.diary.check_ins if (c.run, c.week) == (seen.run.id, week)]
    stored = {kind: int(items[kind]) for items in own for kind in KINDS if kind in items}
    around = seen.catalogue.rules.count.check_in_days_around
    return _nearest(seen, day, around) | stored


def _nearest(seen: Scope, day: date, around: int) -> dict[RatingKind, int]:
    found: dict[RatingKind, tuple[int, int]] = {}
    for rating in seen.ratings:
        if rating.kind not in KINDS:
            continue
        away = abs((rating.at.date() - day).days)
        if away < found.get(rating.kind, (around + 1,))[0]:
            found[rating.kind] = (away, rating.score)
    return {kind: score for kind, (_, score) in found.items()}


def _columns(seen: Scope) -> Iterator[tuple[str, Answers]]:
    latest_due = seen.first - timedelta(days=WEEK)
    for week, day in check_in_days(seen):
        latest_due = day
        yield tr("wk {week}", week=week), answers_of_week(seen, week, day)
    around = seen.catalogue.rules.count.check_in_days_around
    later = [
        rating.at.date()
        for rating in seen.ratings
        if rating.kind in KINDS and (rating.at.date() - latest_due).days > around
    ]
    if later:
        yield day_text(max(later)), _nearest(seen, max(later), 0)
