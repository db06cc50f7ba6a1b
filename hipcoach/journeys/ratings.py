"""Rating the pain: now, the next morning, and taking it back."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import timedelta

from hipcoach.core.pain import NEXT_MORNING, PainRating
from hipcoach.core.session import Session
from hipcoach.journeys.coach import Coach
from hipcoach.journeys.desk import Back, Desk

TWICE = timedelta(seconds=2)
"""Within it a score that is told again was pressed twice."""


class Ratings:
    """Every change is on the disk when its method returns; NotSaved means none of it is."""

    def __init__(self, desk: Desk) -> None:
        self._desk, self._store = desk, desk.store
        self._coach = Coach(desk)
        self._last: PainRating | None = None
        self._settled: dict[str, Back] = {}

    def rate(self, score: int) -> PainRating:
        """Store pain now; ValueError for anything but a whole number from 0 to 10.

        The same score again at once is the same answer: a key or button was pressed twice.
        """
        now, last = self._desk.now(), self._last
        if last is None or last.score != score or not timedelta(0) <= now - last.at < TWICE:
            last = self._store.pain_ratings.add(PainRating(at=now, score=score))
        self._last = last
        return last

    def answer_morning(self, score: int | None) -> PainRating | None:
        """Store the answer to the next-morning question, None for a skipped one.

        It belongs to every session of the day before, and what the rules decide with it is stored
        too. Where the question is not open (any more), an answer is kept as a rating of pain now.
        """
        sessions = self._desk.due().morning_question
        if not sessions:
            return None if score is None else self.rate(score)
        with self._store.transaction():
            asked_on = self._desk.now().date()
            settings = self._store.settings.get()
            self._store.settings.put(replace(settings, morning_asked_on=asked_on))
            rating = None if score is None else self._answered(score, sessions)
            back = self._coach.settle()
        self._settled = {rating.id: back} if rating else {}
        return rating

    def _answered(self, score: int, sessions: Iterable[Session]) -> PainRating:
        answer = PainRating(at=self._desk.now(), score=score, tags=(NEXT_MORNING,))
        rating = self._store.pain_ratings.add(answer)
        for session in sessions:
            self._store.sessions.replace(replace(session, next_morning=rating.id))
        return rating

    def undo_rating(self, rating_id: str) -> PainRating:
        """Delete a rating; the one that was, which `pain_ratings.restore` brings back with its id.

        Links to it stay, so that they hold again then. The next-morning question that it answered
        is open again, and what was decided with the answer is gone. Raises KeyError where there is
        no such rating.
        """
        rating = self._store.pain_ratings.get(rating_id)
        if rating is None:
            raise KeyError(rating_id)
        self._last = None
        decided = self._settled.get(rating_id)
        with self._store.transaction():
            if decided:
                decided()
            self._store.pain_ratings.delete(rating_id)
            settings = self._store.settings.get()
            if NEXT_MORNING in rating.tags and settings.morning_asked_on == rating.at.date():
                self._store.settings.put(replace(settings, morning_asked_on=None))
        self._settled = {}
        return rating
