"""What the panels of the Diary page change, and the way back from it through `LastChange`."""

from __future__ import annotations

from dataclasses import replace
from typing import TypeVar

from hipcoach.core.entries import Entry, Line
from hipcoach.core.pain import PainRating
from hipcoach.core.period_form import PeriodForm, PeriodKind
from hipcoach.core.rating_check import RatingProblem
from hipcoach.core.rating_form import RatingForm, rating_of
from hipcoach.core.session import Session
from hipcoach.core.session_entry import SessionEntry, SessionForm
from hipcoach.core.text import tr
from hipcoach.journeys.desk import Back, Desk
from hipcoach.journeys.done_sessions import DoneSessions
from hipcoach.journeys.entries import Entries
from hipcoach.journeys.errors import NotAllowed, Unfit
from hipcoach.journeys.kept import Kept
from hipcoach.journeys.periods import Periods
from hipcoach.ui.last_change import LastChange

REFUSALS = (Unfit, NotAllowed)
"""What is raised, beside NotSaved, where a change cannot be; its text is for the user."""

F = TypeVar("F", PainRating, SessionEntry, PeriodForm)


class Changes:
    """Every change is durable when its method returns, and can be taken back.

    Raises what the journeys raise: then nothing was changed. What was deleted meanwhile is kept as
    a new entry.
    """

    def __init__(self, desk: Desk, last: LastChange) -> None:
        self._desk, self._last = desk, last
        self._ratings, self.sessions = Entries(desk), DoneSessions(desk)
        self._periods = Periods(desk)

    def stored(self, entry_id: str) -> Line | None:
        """The entry, or the decision, as it is in the diary; None where it is not."""
        store = self._desk.store
        return (
            store.pain_ratings.get(entry_id)
            or store.sessions.get(entry_id)
            or store.flares.get(entry_id)
            or store.absences.get(entry_id)
            or store.decisions.get(entry_id)
        )

    def session_form(self, entry: SessionEntry) -> SessionForm | None:
        """What can be entered for the day of the entry."""
        known = entry.id if self.stored(entry.id) else ""
        return self.sessions.form(entry.at.date(), known)

    def rating_problem(self, form: RatingForm) -> RatingProblem | None:
        """What is wrong with the rating, or looks so."""
        return self._ratings.problem(self._known(rating_of(form)))

    def keep_rating(self, form: RatingForm, *, sure: bool) -> bool:
        """Store it; whether the warning list is to be asked now: nothing takes that back."""
        rating = self._known(rating_of(form))
        asks = self._ratings.asks_signs(rating)
        told = tr("The rating is changed") if rating.id else tr("The rating is saved")
        self._keep(self._ratings.keep_rating(rating, sure=sure), told)
        if asks:
            self._last.forget()
        return asks

    def keep_session(self, entry: SessionEntry) -> None:
        """Store a session that was done without the app."""
        entry = self._known(entry)
        told = tr("The session is changed") if entry.id else tr("The session is saved")
        self._keep(self.sessions.keep(entry), told)

    def keep_period(self, form: PeriodForm) -> None:
        """Store a flare-up, days away or an illness."""
        form = self._known(form)
        flare = form.kind is PeriodKind.FLARE
        keep = self._periods.keep_flare if flare else self._periods.keep_absence
        told = tr("The days are changed") if form.id else tr("The days are saved")
        self._keep(keep(form.id, form.first, form.last, form.reason), told)

    def delete(self, entry: Entry) -> None:
        """Delete an entry."""
        back, told = self._delete(entry)
        self._last.keep(back, told)

    def _delete(self, entry: Entry) -> tuple[Back, str]:
        if isinstance(entry, PainRating):
            return self._ratings.delete_rating(entry.id), tr("The rating is deleted")
        if isinstance(entry, Session):
            return self.sessions.delete(entry.id), tr("The session is deleted")
        return self._periods.delete(entry.id), tr("The days are deleted")

    def _keep(self, kept: Kept, told: str) -> None:
        self._last.keep(kept.back, told, about=kept.id)

    def _known(self, form: F) -> F:
        """As a new one, where the entry was deleted meanwhile."""
        gone = bool(form.id) and self.stored(form.id) is None
        return replace(form, id="") if gone else form
