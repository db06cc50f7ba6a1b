"""A flare-up, days away, an illness: noted, ended, and taken back."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date, timedelta
from functools import partial

from hipcoach.core.flare import flare_decisions
from hipcoach.core.run import AWAY, ILL, Absence, Decision, Flare
from hipcoach.core.schedule import absence_on, is_ill
from hipcoach.core.text import Message, message
from hipcoach.journeys.coach import Coach
from hipcoach.journeys.desk import Back, Desk
from hipcoach.journeys.errors import NotAllowed
from hipcoach.journeys.series import all_back

DAY = timedelta(days=1)
FARTHEST = timedelta(days=366)
"""How far from today days away may begin and end."""


class DaysOff:
    """Every change is durable when its method returns, and whole: NotSaved means none of it is.

    What cannot be is refused with NotAllowed, whose `told` is the sentence for the user.
    """

    def __init__(self, desk: Desk) -> None:
        self._desk, self._store, self._coach = desk, desk.store, Coach(desk)

    def flare(self) -> Flare | None:
        """The flare-up that is under way today."""
        return next((f for f in self._store.flares.all() if f.holds(self._today())), None)

    def absence(self) -> Absence | None:
        """The days away or ill that hold today; of both the illness."""
        return absence_on(self._desk.diary(), self._today())

    def ahead(self) -> tuple[Absence, ...]:
        """The days away that are noted for later, the next ones first."""
        return tuple(filter(self._is_ahead, self._store.absences.all()))

    def _today(self) -> date:
        return self._desk.now().date()

    # A flare-up

    def start_flare(self) -> Back:
        """A flare-up begins today. NotAllowed where one is under way.

        One that ended yesterday goes on, so that its days count on too. One that is dated ahead, as
        a clock put back leaves it, begins today instead.
        """
        today, flares = self._today(), self._store.flares
        if self.flare():
            raise NotAllowed(message("A flare-up is noted already."))
        for flare in flares.all():
            if flare.to == today - DAY or flare.from_ > today:
                flares.replace(replace(flare, from_=min(flare.from_, today), to=None))
                return partial(flares.replace, flare)
        new = flares.add(Flare(from_=today))
        return lambda: flares.delete(new.id)

    def end_flare(self) -> Back:
        """The flare-up ended yesterday, and each exercise of the run is one step easier.

        Unless it went down since the last session, by what is decided until now. A flare-up that
        began today is deleted and changes nothing else. NotAllowed without one.
        """
        flare, today, flares = self.flare(), self._today(), self._store.flares
        if flare is None:
            raise NotAllowed(message("No flare-up is under way."))
        if flare.from_ == today:
            flares.delete(flare.id)
            return lambda: flares.restore(flare)
        ended = replace(flare, to=today - DAY)
        with self._store.transaction():
            settled = self._coach.settle()
            flares.replace(ended)
            noted = self._coach.note(self._steps_down(ended))
        return all_back(self._desk, [settled, noted, partial(flares.replace, flare)])

    def _steps_down(self, ended: Flare) -> Iterable[Decision]:
        today = self._desk.due()
        if today.run is None or today.program is None:
            return ()
        catalogue = self._desk.catalogue
        return flare_decisions(self._desk.diary(), catalogue, today.run, ended, today.now)

    # Days away, and an illness

    def start_absence(self, reason: str, first: date, last: date | None) -> Back:
        """Note days away (AWAY) or an illness (ILL) from `first` to `last`, None: still open.

        Days away that meet others become one with them. NotAllowed for a last day before the
        first, days more than a year from today, and an illness that begins later than today or has
        a last day.
        """
        if refused := self._refusal(reason, first, last):
            raise NotAllowed(refused)
        absences = self._store.absences
        alike = [a for a in absences.all() if is_ill(a) is (reason == ILL)]
        met = [absence for absence in alike if _meet(absence, first, last)]
        with self._store.transaction():
            for absence in met[1:]:
                absences.delete(absence.id)
            if met:
                self._store.absences.replace(_joined(met, first, last))
                return lambda: self._undo_join(met)
            new = absences.add(Absence(from_=first, to=last, reason=reason))
        return lambda: absences.delete(new.id)

    def _refusal(self, reason: str, first: date, last: date | None) -> Message | None:
        """Why these days cannot be noted; None where they can."""
        today = self._today()
        if reason not in {AWAY, ILL}:
            return message("Days are noted as away or ill.")
        if last is not None and last < first:
            return message("The last day is before the first one.")
        if any(abs(day - today) > FARTHEST for day in (first, last or today)):
            return message("Choose days within a year from today.")
        if reason == ILL and (first > today or last is not None):
            return message("An illness begins today or earlier, and ends when you say so.")
        return None

    def _undo_join(self, met: list[Absence]) -> None:
        """Days away that became one are again what they were."""
        with self._store.transaction():
            self._store.absences.replace(met[0])
            for absence in met[1:]:
                self._store.absences.restore(absence)

    def end_absence(self) -> Back:
        """The days away or ill ended yesterday; begun today they are deleted.

        Of both the illness ends. NotAllowed where neither holds today.
        """
        absence, today = self.absence(), self._today()
        if absence is None:
            raise NotAllowed(message("No days away are noted for today."))
        if absence.from_ == today:
            return self._deleted(absence)
        self._store.absences.replace(replace(absence, to=today - DAY))
        return lambda: self._store.absences.replace(absence)

    def call_off(self, absence_id: str) -> Back:
        """Delete days away that are noted for later. NotAllowed where there are none of this id."""
        absence = self._store.absences.get(absence_id)
        if absence is None or not self._is_ahead(absence):
            raise NotAllowed(message("These days away are called off already."))
        return self._deleted(absence)

    def _is_ahead(self, absence: Absence) -> bool:
        """An illness is never noted ahead: where it seems so, the clock was put back."""
        return absence.from_ > self._today() and not is_ill(absence)

    def _deleted(self, absence: Absence) -> Back:
        self._store.absences.delete(absence.id)
        return lambda: self._store.absences.restore(absence)


def _meet(absence: Absence, first: date, last: date | None) -> bool:
    """Whether the days overlap."""
    begins_before_its_end = absence.to is None or first <= absence.to
    return begins_before_its_end and (last is None or absence.from_ <= last)


def _joined(met: list[Absence], first: date, last: date | None) -> Absence:
    """The first of them over all of the days."""
    ends = [last, *(absence.to for absence in met)]
    latest = None if None in ends else max(end for end in ends if end)
    return replace(met[0], from_=min(first, *(a.from_ for a in met)), to=latest)
