"""A pain rating as it is typed on the command line."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta

from hipcoach.core.pain import NOTE_LIMIT, PainRating, RatingKind, moment_problem
from hipcoach.core.text import say, tr


class WrongRatingError(Exception):
    """The rating cannot be stored as typed; the text is one sentence."""

    exit_code = 2


def rating(score: str, at: str | None, kind: str, note: str, now: datetime) -> PainRating:
    """The rating that was typed; raises WrongRatingError where a part of it does not fit."""
    if not (score.isascii() and score.isdigit() and len(score) <= 2 and int(score) <= 10):
        shown = score[:40]
        raise WrongRatingError(tr("A pain score is a whole number from 0 to 10, not {n}.", n=shown))
    if len(note) > NOTE_LIMIT:
        raise WrongRatingError(tr("A note holds at most {n:,} characters.", n=NOTE_LIMIT))
    if any("\ud800" <= character <= "\udfff" for character in note):
        raise WrongRatingError(tr("The note holds bytes that are not text (UTF-8)."))
    moment = now if at is None else _moment(at)
    if problem := moment_problem(moment, now):
        raise WrongRatingError(say(problem))
    return PainRating(at=moment, kind=RatingKind(kind), score=int(score), note=note)


def _moment(given: str) -> datetime:
    """What `--at` names: a day is 12:00 of it; a time without an offset is a local one."""
    try:
        at = _parsed(given)
        at = at if at.tzinfo else at.astimezone()
        if (at.utcoffset() or timedelta()) % timedelta(minutes=1):
            raise ValueError(given)
    except (ValueError, OverflowError, OSError):
        example = "2026-11-02T18:00"
        raise WrongRatingError(
            tr("“{at}” is not a time; write it as in {example}.", at=given[:40], example=example)
        ) from None
    return at


def _parsed(given: str) -> datetime:
    try:
        return datetime.combine(date.fromisoformat(given), time(12))
    except ValueError:
        return datetime.fromisoformat(given)
