"""What the ratings around some sessions tell, found without reading the rest of a long diary."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, timedelta
from operator import attrgetter

from hipcoach.core.diary import Diary
from hipcoach.core.format import half_up
from hipcoach.core.mornings import morning_scores, usual_of
from hipcoach.core.pain import AFTER_SESSION, PainRating, RatingKind
from hipcoach.core.rules import Rules, TagRule
from hipcoach.core.run import Run
from hipcoach.core.schedule import MORNING_QUESTION_HOURS
from hipcoach.core.session import Session, SessionState
from hipcoach.core.trends import trend

DAY = timedelta(days=1)
_at, _started = attrgetter("at"), attrgetter("started_at")


@dataclass(frozen=True, slots=True, kw_only=True)
class RatingsAround:
    """The `ratings` from some days before the first session to some days after the last.

    `scores` are theirs by id, `mornings` by day.
    """

    diary: Diary
    run: Run
    rules: Rules
    ratings: tuple[PainRating, ...]
    scores: Mapping[str, int]
    mornings: Mapping[date, int]

    def score(self, rating_id: str) -> int | None:
        """The score of the rating with this id; None where it was not given, or deleted."""
        if rating_id in self.scores or not rating_id:
            return self.scores.get(rating_id)
        elsewhere = self.diary.rating(rating_id)
        return elsewhere.score if elsewhere else None

    def usual(self, day: date) -> float | None:
        """The usual morning: the median of those of the 7 days up to `day`.

        Those of a flare-up are not usual. Without any the run's start value so far, with one
        decimal as it is shown; None without that.
        """
        usual = usual_of(self.diary, self.mornings, day, self.rules.tag.usual_days)
        return self._start_value(day) if usual is None else usual

    def _start_value(self, day: date) -> float | None:
        first = datetime.combine(self.run.started_on, time(), UTC) - DAY
        last = first + (self.rules.trend.window_days + 2) * DAY
        ratings = _between(self.diary.pain_ratings, first, last)
        start = trend(ratings, self.run.started_on, day, self.rules.trend).start
        return float(half_up(start.mean)) if start else None

    def stand_in(self, session: Session, now: datetime) -> int | None:
        """The pain before the first session of a later day, begun within 48 hours (R-NOAM)."""
        following = self._next(session, now)
        if following is None or not self._within(session, following.started_at):
            return None
        return self.score(following.pain_before)

    def may_come(self, session: Session, now: datetime) -> bool:
        """Whether the morning may still be told: by its question, or before the next session."""
        if _question_ahead(session, self.diary.settings.morning_asked_on, now):
            return True
        return self._within(session, now) and self._next(session, now) is None

    def _within(self, session: Session, moment: datetime) -> bool:
        hours = timedelta(hours=self.rules.tag.morning_within_hours)
        return moment - _end(session) <= hours

    def _next(self, session: Session, now: datetime) -> Session | None:
        """The first session of a later day that was begun by now, with the app."""
        known = self.diary.sessions
        after = known[bisect_right(known, session.started_at, key=_started) :]
        kept = (s for s in after if s.state is not SessionState.DISCARDED and not s.without_app)
        return next((s for s in kept if s.day > session.day and s.started_at <= now), None)

    def later(self, session: Session, rule: TagRule, now: datetime) -> list[int]:
        """The pain 18 to 30 hours after the session, where it was rated.

        What another session did to it is that session's own, and not a rise that lasts.
        """
        first = _end(session) + timedelta(hours=rule.settled_from)
        last = min(_end(session) + timedelta(hours=rule.settled_to), now)
        told = (r for r in _between(self.ratings, first, last) if r.kind is RatingKind.NOW)
        return [rating.score for rating in told if AFTER_SESSION not in rating.tags]


def ratings_around(
    diary: Diary, run: Run, rules: Rules, first: Session, last: Session
) -> RatingsAround:
    """What the ratings around the sessions from `first` to `last` tell."""
    oldest = first.started_at - (rules.tag.usual_days + 1) * DAY
    latest = _end(last) + timedelta(hours=rules.tag.morning_within_hours) + DAY
    ratings = tuple(_between(diary.pain_ratings, oldest, latest))
    near = replace(diary, pain_ratings=ratings)
    return RatingsAround(
        diary=diary,
        run=run,
        rules=rules,
        ratings=ratings,
        scores={rating.id: rating.score for rating in ratings},
        mornings=morning_scores(near, first.day - rules.tag.usual_days * DAY, last.day),
    )


def _between(
    ratings: Sequence[PainRating], first: datetime, last: datetime
) -> Sequence[PainRating]:
    """The ratings from one moment to another, both included."""
    return ratings[bisect_left(ratings, first, key=_at) : bisect_right(ratings, last, key=_at)]


def _question_ahead(session: Session, asked_on: date | None, now: datetime) -> bool:
    """Whether the next morning's question comes, or is being asked."""
    morning, today = session.day + DAY, now.date()
    if today == morning:
        return asked_on != today and now.hour < MORNING_QUESTION_HOURS.stop
    return today < morning


def _end(session: Session) -> datetime:
    return session.ended_at or session.started_at
