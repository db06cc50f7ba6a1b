"""Pain ratings that are entered, changed and deleted in the diary."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from typing import TypeVar

from hipcoach.core.diary import Diary
from hipcoach.core.hurt import is_new_below_knee
from hipcoach.core.pain import BELOW_KNEE, NEXT_MORNING, PainRating, RatingKind
from hipcoach.core.rating_check import RatingProblem, rating_problem
from hipcoach.core.rating_form import OURS
from hipcoach.core.schedule import pain_now
from hipcoach.core.text import message
from hipcoach.journeys.coach import Coach
from hipcoach.journeys.desk import Back, Desk
from hipcoach.journeys.errors import NotAllowed, Unfit
from hipcoach.journeys.guarded import guarded
from hipcoach.journeys.kept import Kept
from hipcoach.journeys.series import all_back

T = TypeVar("T")


class Entries:
    """Every change is durable when its method returns, and whole: NotSaved means none of it is.

    No correction opens what the pain, a session of today or a warning sign has closed: that is
    refused with NotAllowed, whose `told` names the way. A new rating of pain now may, as on Today.
    """

    def __init__(self, desk: Desk) -> None:
        self._desk, self._store, self._coach = desk, desk.store, Coach(desk)

    def problem(self, rating: PainRating) -> RatingProblem | None:
        """What is wrong with the rating, and beside which field; a `question` can be overruled."""
        on = rating.at.date().isoformat()
        of_day = self._store.pain_ratings.all(lambda day: day == on)
        return rating_problem(rating, Diary(pain_ratings=of_day), self._desk.now())

    def asks_signs(self, rating: PainRating) -> bool:
        """Whether it tells pain that is new below the knee: kept, the warning list is asked."""
        below = BELOW_KNEE.intersection(rating.places)
        return bool(below) and is_new_below_knee(below, self._desk.diary().places)

    def keep_rating(self, rating: PainRating, *, sure: bool = False) -> Kept:
        """Store it: with the id "" as a new one, else in the place of the one with its id.

        HipCoach's own tags and the link to a session stay as they were. Raises Unfit for what
        `problem` says, with `sure` only for what is no question, and NotAllowed.
        """
        old = self._known(rating.id) if rating.id else None
        now, diary, ratings = self._desk.now(), self._desk.diary(), self._store.pain_ratings
        rating = _merged(rating, old, now)
        problem = rating_problem(rating, diary, now)
        if problem and not (sure and problem.question):
            raise Unfit(problem.text)
        felt = self._felt(rating, old, diary)
        if old:
            back = self._settled(diary, lambda: ratings.replace(rating), felt)[1]
            return Kept(id=old.id, back=all_back(self._desk, [lambda: ratings.replace(old), back]))
        new, back = self._settled(diary, lambda: ratings.add(rating), felt)
        undo = all_back(self._desk, [lambda: ratings.delete(new.id), back])
        return Kept(id=new.id, back=undo)

    def delete_rating(self, rating_id: str) -> Back:
        """Delete it; the way back brings it back with its id. Raises NotAllowed.

        Links to it stay, so that they hold again then. The next-morning question of today that it
        answered is open again.
        """
        old, diary = self._known(rating_id), self._desk.diary()
        answered = NEXT_MORNING in old.tags and diary.settings.morning_asked_on == old.at.date()
        felt = self._felt(None, old, diary)
        back = self._settled(diary, lambda: self._delete(old, answered=answered), felt)[1]
        return all_back(self._desk, [lambda: self._restore(old, answered=answered), back])

    def _settled(self, diary: Diary, change: Callable[[], T], felt: Diary) -> tuple[T, Back]:
        """Make the change, and what the rules decide with it; the way back from that second part.

        Guarded as a whole.
        """
        return guarded(self._desk, diary, lambda: (change(), self._coach.settle_anew(diary)), felt)

    def _delete(self, old: PainRating, *, answered: bool) -> None:
        self._store.pain_ratings.delete(old.id)
        if answered:
            settings = self._store.settings.get()
            self._store.settings.put(replace(settings, morning_asked_on=None))

    def _restore(self, old: PainRating, *, answered: bool) -> None:
        with self._store.transaction():
            self._store.pain_ratings.restore(old)
            if answered:
                settings = self._store.settings.get()
                self._store.settings.put(replace(settings, morning_asked_on=old.at.date()))

    def _known(self, rating_id: str) -> PainRating:
        rating = self._store.pain_ratings.get(rating_id)
        if rating is None:
            raise NotAllowed(message("This entry is not in the diary any more."))
        return rating

    def _felt(self, new: PainRating | None, old: PainRating | None, diary: Diary) -> Diary:
        """The diary with which the pain is compared.

        With none at all where a new answer tells of now, as on Today. Without the old rating where
        an answer stands that was given later than it. Else with the one before the change.
        """
        now = self._desk.now()
        if old is None:
            answers = new and new.kind is RatingKind.NOW and new.at <= now
            return Diary() if answers else diary
        told = pain_now(diary, now, self._desk.catalogue.rules.start)
        if told is None or told.id == old.id or not _is_later(told, old):
            return diary
        return replace(diary, pain_ratings=tuple(r for r in diary.pain_ratings if r.id != old.id))


def _is_later(told: PainRating, old: PainRating) -> bool:
    """Whether it was given after the last change of the other one."""
    given, changed = told.created_at, old.updated_at
    return given is not None and changed is not None and given > changed


def _merged(rating: PainRating, old: PainRating | None, now: datetime) -> PainRating:
    """The rating with what is not the user's to change: HipCoach's tags, links, when it was told.

    A rating that is dated back is told now all the same, where it tells of pain below the knee.
    """
    ours = tuple(tag for tag in old.tags if tag in OURS) if old else ()
    own = tuple(tag for tag in rating.tags if tag not in OURS)
    return replace(
        rating,
        tags=(*ours, *own),
        session=old.session if old else "",
        told_at=_told_at(rating, old, now),
    )


def _told_at(rating: PainRating, old: PainRating | None, now: datetime) -> datetime | None:
    below = BELOW_KNEE.intersection(rating.places)
    if not below:
        return None
    told = (old.told_at or old.at) if old and below.issubset(old.places) else now
    return None if told == rating.at else told
