"""The program that is followed, and what the user changes in it."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import replace

from hipcoach.core.adherence import DAY
from hipcoach.core.changes import Value, held
from hipcoach.core.dose_check import given_back, misfit, new_changes
from hipcoach.core.dose_view import DoseView, dose_view
from hipcoach.core.recorder import as_it_is
from hipcoach.core.run import KEPT, ONCE_A_DAY, ONE_LEG_BRIDGE, Change, Run
from hipcoach.core.session import Session, SessionState
from hipcoach.core.text import message
from hipcoach.journeys.desk import Back, Desk
from hipcoach.journeys.errors import Unfit


class Programs:
    """Every change is durable when its method returns, and whole: NotSaved means none of it is.

    What cannot be changed raises Unfit, a ValueError of one sentence, and nothing is stored.
    """

    def __init__(self, desk: Desk) -> None:
        self._desk, self._store = desk, desk.store
        self._catalogue = desk.catalogue

    def run(self) -> Run | None:
        """The run under way; None too once it was ended today."""
        return self._desk.diary().open_run(self._desk.now().date())

    # The program

    def start(self, program_id: str, *, one_leg_bridge: bool | None = None) -> Back:
        """Start the program today; a run under way ends with it. KeyError for no such program.

        `one_leg_bridge`: whether 6 tidy bridges on one leg are possible, None where not asked.
        A session of the old run that was left is ended as it is.
        """
        program, now = self._catalogue.programs[program_id], self._desk.now()
        able = Change(at=now, what=ONE_LEG_BRIDGE, value=bool(one_leg_bridge))
        new = Run(
            program=program.id,
            program_version=program.version,
            started_on=now.date(),
            changes=() if one_leg_bridge is None else (able,),
        )
        old = self.run()
        left = self._left(old)
        with self._store.transaction():
            self._end(left)
            if old:
                self._store.runs.replace(replace(old, ended_on=now.date()))
            started = self._store.runs.add(new)
        return lambda: self._take_back(started, old, left)

    def keep_on(self) -> Back:
        """The program goes on past its end, as it is."""
        run = self._running()
        if run.value(KEPT) is True:
            return _nothing
        return self._with(run, Change(at=self._desk.now(), what=KEPT, value=True))

    def pause(self) -> Back:
        """End the run: today where a session was done today, else with yesterday."""
        run, today = self._running(), self._desk.now().date()
        left = self._left(run)
        with self._store.transaction():
            self._end(left)
            of_today = (s for s in self._desk.diary().sessions_of(run) if s.day == today)
            last = today if any(s.sets for s in of_today) else today - DAY
            self._store.runs.replace(replace(run, ended_on=max(last, run.started_on)))
        return lambda: self._bring_back(run, left)

    # What is changed in it

    def keep_dose(self, exercise_id: str, values: Mapping[str, Value]) -> Back:
        """Change the dose of an exercise from now on; only what differs from now is stored.

        `values` by name, as in `core/changes.py`.
        """
        run = self._running()
        view = self._dose(run, exercise_id)
        if problem := misfit(view, values):
            raise Unfit(problem)
        return self._with(run, *new_changes(view, values, self._desk.now()))

    def reset_dose(self, exercise_id: str) -> Back:
        """The dose of an exercise as the program has it again."""
        run = self._running()
        view = self._dose(run, exercise_id)
        holding = held(run.changes, exercise_id)
        return self._with(run, *given_back(view, holding, self._desk.now()))

    def once_a_day(self, on: bool) -> Back:
        """One session a day instead of two, or two again."""
        run = self._running()
        program = self._catalogue.programs.get(run.program)
        if program is None or program.sessions_per_day < 2:
            raise Unfit(message("This program has one session a day already."))
        if bool(run.value(ONCE_A_DAY)) is on:
            return _nothing
        return self._with(run, Change(at=self._desk.now(), what=ONCE_A_DAY, value=on or None))

    def _running(self) -> Run:
        run = self.run()
        if run is None:
            raise Unfit(message("No program is under way."))
        return run

    def _dose(self, run: Run, exercise_id: str) -> DoseView:
        diary, now = self._desk.diary(), self._desk.now()
        view = dose_view(diary, self._catalogue, run, exercise_id, now)
        if view is None:
            text = 'The program has no exercise "{exercise}" now.'
            raise Unfit(message(text, exercise=exercise_id[:40]))
        return view

    def _with(self, run: Run, *changes: Change) -> Back:
        """Store the run with these changes; the way back takes them out of it again."""
        if not changes:
            return _nothing
        self._store.runs.replace(replace(run, changes=(*run.changes, *changes)))
        return lambda: self._without(run.id, changes)

    def _without(self, run_id: str, changes: Collection[Change]) -> None:
        """Take these changes, the latest of their like, out of the run; others stay."""
        if run := self._store.runs.get(run_id):
            kept = list(reversed(run.changes))
            for change in changes:
                if change in kept:
                    kept.remove(change)
            self._store.runs.replace(replace(run, changes=tuple(reversed(kept))))

    def _left(self, run: Run | None) -> list[Session]:
        """The sessions of the run that were left without an end."""
        diary = self._desk.diary()
        found = diary.sessions_of(run) if run else ()
        return [session for session in found if session.state is SessionState.RUNNING]

    def _end(self, left: list[Session]) -> None:
        for session in left:
            self._store.sessions.replace(as_it_is(session))

    def _take_back(self, started: Run, old: Run | None, left: list[Session]) -> None:
        """Delete the run that was started; what was before it goes on.

        Raises Unfit where the new run has sessions or check-ins already.
        """
        diary = self._desk.diary()
        answered = any(check_in.run == started.id for check_in in diary.check_ins)
        if answered or diary.sessions_of(started):
            raise Unfit(message("Something was done in the new program, so it stays."))
        with self._store.transaction():
            self._store.runs.delete(started.id)
            if old:
                self._bring_back(old, left)

    def _bring_back(self, run: Run, left: list[Session]) -> None:
        with self._store.transaction():
            self._store.runs.replace(run)
            for session in left:
                self._store.sessions.replace(session)


def _nothing() -> None:
    """The way back where nothing had to be changed."""
