"""Flare-ups, days away and illnesses: entered afterwards, changed and deleted in the diary.

What is under way begins and ends on Today, where the warning list is asked and the way back begins.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from typing import TypeVar

from hipcoach.core.loosening import Bar, way
from hipcoach.core.period_form import PeriodForm, PeriodKind, period_problems
from hipcoach.core.run import ILL, Absence, Flare, Period
from hipcoach.core.schedule import is_ill
from hipcoach.core.text import Message, message
from hipcoach.journeys.days_off import FARTHEST
from hipcoach.journeys.desk import Back, Desk
from hipcoach.journeys.errors import NotAllowed, Unfit
from hipcoach.journeys.guarded import guarded
from hipcoach.journeys.kept import Kept
from hipcoach.store.repository import Repository

P = TypeVar("P", Flare, Absence)


class Periods:
    """Every change is durable when its method returns, and whole: NotSaved means none of it is.

    NotAllowed for what Today decides, and for what would open what is closed; Unfit for days that
    cannot be.
    """

    def __init__(self, desk: Desk) -> None:
        self._desk, self._store = desk, desk.store

    def keep_flare(self, flare_id: str, first: date, last: date | None, reason: str) -> Kept:
        """A flare-up that is over, new with the id "", or a change of one.

        Of one under way only the reason, and its first day to an earlier one.
        """
        _check(PeriodForm(kind=PeriodKind.FLARE, first=first, last=last, note=reason))
        flares, today = self._store.flares, self._today()
        old = _known(flares.get(flare_id)) if flare_id else None
        if old and old.holds(today):
            if last != old.to or first > old.from_:
                raise NotAllowed(way(Bar.FLARE))
        elif last is None or last >= today:
            raise NotAllowed(message("A flare-up that goes on is noted on Today."))
        others = (flare for flare in flares.all() if flare.id != flare_id)
        told = message("A flare-up is noted for some of these days.")
        _check_free(old, first, last, others, told)
        new = replace(old or Flare(from_=first), from_=first, to=last, reason=reason.strip())
        return self._kept(flares, old, new)

    def keep_absence(self, absence_id: str, first: date, last: date | None, reason: str) -> Kept:
        """Days away, also ahead and still open, or with the reason ILL an illness that is over.

        New with the id "", or a change of one; an illness under way stays one, and open.
        """
        ill = reason == ILL
        _check(_form_of_absence(first, last, reason))
        absences, today = self._store.absences, self._today()
        old = _known(absences.get(absence_id)) if absence_id else None
        if old and is_ill(old) and old.holds(today):
            if not ill or last != old.to or first > today:
                raise NotAllowed(way(Bar.ILLNESS))
        elif ill and (last is None or last >= today):
            raise NotAllowed(message("An illness that goes on is noted on Today."))
        if max(first, last or first) - today > FARTHEST:
            raise Unfit(message("Choose days that end within a year from today."))
        alike = (a for a in absences.all() if a.id != absence_id and is_ill(a) is ill)
        told = message("An illness is noted for some of these days.")
        if not ill:
            told = message("Days away are noted for some of these days.")
        _check_free(old, first, last, alike, told)
        new = replace(old or Absence(from_=first), from_=first, to=last, reason=reason.strip())
        return self._kept(absences, old, new)

    def delete(self, period_id: str) -> Back:
        """Delete a flare-up or an absence by its id. Raises NotAllowed."""
        if flare := self._store.flares.get(period_id):
            return self._deleted(self._store.flares, flare)
        return self._deleted(self._store.absences, _known(self._store.absences.get(period_id)))

    def _today(self) -> date:
        return self._desk.now().date()

    def _kept(self, repository: Repository[P], old: P | None, new: P) -> Kept:
        if old:
            guarded(self._desk, self._desk.diary(), lambda: repository.replace(new))
            return Kept(id=old.id, back=lambda: repository.replace(old))
        added = guarded(self._desk, self._desk.diary(), lambda: repository.add(new))
        return Kept(id=added.id, back=lambda: repository.delete(added.id))

    def _deleted(self, repository: Repository[P], old: P) -> Back:
        guarded(self._desk, self._desk.diary(), lambda: repository.delete(old.id))
        return lambda: repository.restore(old)


def _form_of_absence(first: date, last: date | None, reason: str) -> PeriodForm:
    if reason == ILL:
        return PeriodForm(kind=PeriodKind.ILL, first=first, last=last)
    return PeriodForm(kind=PeriodKind.AWAY, first=first, last=last, note=reason)


def _check(form: PeriodForm) -> None:
    """Raise Unfit for days that cannot be."""
    for problem in period_problems(form).values():
        raise Unfit(problem)


def _known(period: P | None) -> P:
    if period is None:
        raise NotAllowed(message("This entry is not in the diary any more."))
    return period


def _check_free(
    old: Period | None, first: date, last: date | None, others: Iterable[Period], told: Message
) -> None:
    """Raise Unfit where the days meet others of their kind, unless they are what they were."""
    moved = old is None or (old.from_, old.to) != (first, last)
    if moved and any(_meet(other, first, last) for other in others):
        raise Unfit(told)


def _meet(other: Period, first: date, last: date | None) -> bool:
    begins_before_its_end = other.to is None or first <= other.to
    return begins_before_its_end and (last is None or other.from_ <= last)
