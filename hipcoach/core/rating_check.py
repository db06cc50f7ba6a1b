"""Whether a rating fits the calendar and the others of its day (clinical.md E1).

The least of 24 hours is at most their average, and that at most the worst; where a day has several
of a kind, the mildest reading counts. Pain now may lie above the worst that was noted, which may be
the number that is wrong: then it is asked.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime

from hipcoach.core.diary import Diary
from hipcoach.core.pain import PainRating, RatingKind, moment_problem
from hipcoach.core.rating_form import OURS, RatingField
from hipcoach.core.text import Message, message

_UPWARDS = (RatingKind.LEAST, RatingKind.AVERAGE, RatingKind.WORST)


@dataclass(frozen=True, slots=True, kw_only=True)
class RatingProblem:
    """What is wrong and the field it is about; a `question` may be answered with "sure"."""

    field: RatingField
    text: Message
    question: bool = False


def rating_problem(rating: PainRating, diary: Diary, now: datetime) -> RatingProblem | None:
    """The first thing against the rating: a time, a kind or an order that cannot be.

    A rating in the diary with the same id is the one that it takes the place of.
    """
    if told := moment_problem(rating.at, now):
        return RatingProblem(field=RatingField.WHEN, text=told)
    if rating.kind is not RatingKind.NOW and any(tag in OURS for tag in rating.tags):
        told = message("This rating belongs to a session: it says how you felt at that moment.")
        return RatingProblem(field=RatingField.SCORE, text=told)
    day = rating.at.date()
    others = [r for r in diary.pain_ratings if r.at.date() == day and r.id != rating.id]
    return next(_of_day(rating, others), None)


def _of_day(rating: PainRating, others: list[PainRating]) -> Iterator[RatingProblem]:
    score, worst = rating.score, _scores(others, RatingKind.WORST)
    if rating.kind is RatingKind.NOW:
        if worst and score > max(worst):
            yield _question(
                "You noted {noted} as that day's worst. Is {score} right?", max(worst), score
            )
        return
    place = _UPWARDS.index(rating.kind)
    for kind in _UPWARDS[:place]:
        lower = _scores(others, kind)
        if lower and score < min(lower):
            yield _refused(_BELOW[kind], min(lower))
    for kind in _UPWARDS[place + 1 :]:
        higher = _scores(others, kind)
        if higher and score > max(higher):
            yield _refused(_ABOVE[kind], max(higher))
    told = _scores(others, RatingKind.NOW)
    if rating.kind is RatingKind.WORST and told and score < max(told):
        yield _question("You noted {noted} on that day. Is {score} its worst?", max(told), score)


def _scores(ratings: Iterable[PainRating], kind: RatingKind) -> list[int]:
    return [rating.score for rating in ratings if rating.kind is kind]


_BELOW = {
    RatingKind.LEAST: "This is below the least of that day, which is {noted}.",
    RatingKind.AVERAGE: "This is below the average of that day, which is {noted}.",
}
_ABOVE = {
    RatingKind.AVERAGE: "This is above the average of that day, which is {noted}.",
    RatingKind.WORST: "This is above the worst of that day, which is {noted}.",
}


def _refused(text: str, noted: int) -> RatingProblem:
    return RatingProblem(field=RatingField.SCORE, text=message(text, noted=noted))


def _question(text: str, noted: int, score: int) -> RatingProblem:
    told = message(text, noted=noted, score=score)
    return RatingProblem(field=RatingField.SCORE, text=told, question=True)
