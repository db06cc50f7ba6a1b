"""How strong the pain was on the mornings (product.md section 6)."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta
from statistics import median

from hipcoach.core.diary import Diary
from hipcoach.core.pain import NEXT_MORNING, RatingKind
from hipcoach.core.schedule import MORNING_QUESTION_HOURS


def morning_scores(diary: Diary, first: date, last: date) -> dict[date, int]:
    """How strong the pain was on the mornings from `first` to `last`, where it was rated.

    The next-morning answer, or else the first rating of pain now between 04:00 and 12:00.
    """
    of_days = [r for r in diary.pain_ratings if first <= r.at.date() <= last]
    told = sorted((r for r in of_days if r.kind is RatingKind.NOW), key=lambda r: r.at)
    early = [r for r in told if r.at.hour in MORNING_QUESTION_HOURS]
    answers = [r for r in told if NEXT_MORNING in r.tags]
    return {r.at.date(): r.score for r in (*reversed(early), *answers)}


def usual_of(diary: Diary, mornings: Mapping[date, int], last: date, days: int) -> float | None:
    """The median of the mornings of so many days up to `last`; None without any.

    Those of a flare-up are left out: they would make the next bad mornings look usual.
    """
    near = (last - timedelta(days=back) for back in range(days))
    known = [mornings[day] for day in near if day in mornings and not diary.flare_on(day)]
    return median(known) if known else None
