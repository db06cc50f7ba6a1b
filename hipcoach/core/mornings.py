"""How strong the pain was on the mornings (product.md section 6)."""

from __future__ import annotations

from datetime import date

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
