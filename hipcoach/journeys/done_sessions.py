"""Sessions that were done without the app, entered afterwards.

They say what was done and open nothing: no rule goes by them (`Session.without_app`). What they
fill is planned no more.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, time

from hipcoach.core.adherence import planned_today, session_counts
from hipcoach.core.diary import Diary
from hipcoach.core.done_session import Doables, as_done, doables, session_form, session_of
from hipcoach.core.entries import is_entry
from hipcoach.core.opening import program_parts
from hipcoach.core.run import Run
from hipcoach.core.schedule import slot_at
from hipcoach.core.session import Session, SessionState, Slot
from hipcoach.core.session_entry import SessionEntry, SessionForm, entry_of, entry_problem
from hipcoach.core.text import message
from hipcoach.journeys.desk import Back, Desk
from hipcoach.journeys.errors import NotAllowed, Unfit
from hipcoach.journeys.kept import Kept


class DoneSessions:
    """Every change is durable when its method returns, and whole: NotSaved means none of it is.

    Only such sessions can be changed here; another one is refused with NotAllowed.
    """

    def __init__(self, desk: Desk) -> None:
        self._desk, self._store = desk, desk.store

    def form(self, day: date, session_id: str = "") -> SessionForm | None:
        """What can be entered for the day; None where no program was under way, or it is to come.

        `session_id`: the entry that is changed; on its own day the form is as it was done.
        """
        found = self._on(day, self._stored(session_id))
        return session_form(found[1], day, found[0], self._desk.catalogue) if found else None

    def entry(self, session_id: str) -> SessionEntry:
        """What was entered. NotAllowed where it is no session done without the app."""
        return entry_of(self._known(session_id))

    def keep(self, entry: SessionEntry) -> Kept:
        """Store it: with the id "" as a new one, else in the place of the one with its id.

        Raises Unfit for what cannot be (the future, nothing done, more than a set can hold), and
        NotAllowed where the day has its sessions and an extra one already.
        """
        stored, sessions = self._stored(entry.id), self._store.sessions
        if entry.at > self._desk.now():
            raise Unfit(message("This is still to come. Enter it once it is done."))
        session = self._checked(entry, stored)
        if stored:
            sessions.replace(session)
            return Kept(id=stored.id, back=lambda: sessions.replace(stored))
        new = sessions.add(session)
        return Kept(id=new.id, back=lambda: sessions.delete(new.id))

    def delete(self, session_id: str) -> Back:
        """Delete it; the way back brings it back with its id. Raises NotAllowed."""
        stored, sessions = self._known(session_id), self._store.sessions
        sessions.delete(session_id)
        return lambda: sessions.restore(stored)

    def _stored(self, session_id: str) -> Session | None:
        """The entry that is changed; None for the id ""."""
        return self._known(session_id) if session_id else None

    def _known(self, session_id: str) -> Session:
        """The entry with this id. NotAllowed for any other session."""
        stored = self._store.sessions.get(session_id)
        if stored is None:
            raise NotAllowed(message("This session is not in the diary any more."))
        if not is_entry(stored):
            raise NotAllowed(message("Only a session without the app can be changed here."))
        return stored

    def _on(self, day: date, stored: Session | None) -> tuple[Run, Doables] | None:
        """The run of the day and what it asked for; of an entry's own day its own run."""
        diary, now, catalogue = self._desk.diary(), self._desk.now(), self._desk.catalogue
        own = stored if stored and stored.day == day else None
        run = diary.run(own.run) if own else diary.run_on(day)
        if run is None or run.program not in catalogue.programs or day > now.date():
            return None
        at = min(datetime.combine(day, time.max, now.tzinfo), now)
        asked = doables(program_parts(diary, catalogue, run, at), at)
        return run, as_done(asked, own) if own else asked

    def _checked(self, entry: SessionEntry, stored: Session | None) -> Session:
        """The session to be kept. Raises Unfit and NotAllowed."""
        found = self._on(entry.at.date(), stored)
        if found is None:
            raise NotAllowed(message("No program was under way on that day."))
        run, asked = found
        form = session_form(asked, entry.at.date(), run, self._desk.catalogue)
        if problem := entry_problem(entry, form):
            raise Unfit(problem)
        return session_of(entry, asked, run, self._slot(entry, stored, run))

    def _slot(self, entry: SessionEntry, stored: Session | None, run: Run) -> Slot:
        """The half of the day that it fills, the other one where that is taken, else extra."""
        if stored and (stored.day, stored.started_at) == (entry.at.date(), entry.at):
            return stored.slot
        diary = self._without(entry.id)
        rule, program = self._desk.catalogue.rules.count, self._desk.catalogue.programs[run.program]
        of_day = [s for s in diary.sessions if s.day == entry.at.date()]
        taken = {session.slot for session in of_day if session_counts(session, rule)}
        planned = planned_today(diary, run, program, entry.at, rule)
        slot = slot_at(entry.at, taken, planned, rule)
        if slot is Slot.EXTRA and any(session.slot is Slot.EXTRA for session in of_day):
            raise NotAllowed(message("That day has its sessions and an extra one already."))
        return slot

    def _without(self, session_id: str) -> Diary:
        """The diary without this session, and without discarded ones."""
        diary = self._desk.diary()
        kept = (s for s in diary.sessions if s.state is not SessionState.DISCARDED)
        return replace(diary, sessions=tuple(s for s in kept if s.id != session_id))
