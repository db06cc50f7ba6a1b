"""The diary as one immutable value.

What every reader (today, trend, adherence, report) is handed.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from hipcoach.core.pain import PainRating, Place
from hipcoach.core.run import Absence, CheckIn, Decision, Flare, Run, Settings
from hipcoach.core.screening import Screening
from hipcoach.core.session import Session, SessionState


@dataclass(frozen=True, slots=True, kw_only=True)
class Diary:
    """All documents that are not deleted, each table in the order of its documents' own times."""

    pain_ratings: tuple[PainRating, ...] = ()
    runs: tuple[Run, ...] = ()
    sessions: tuple[Session, ...] = ()
    decisions: tuple[Decision, ...] = ()
    check_ins: tuple[CheckIn, ...] = ()
    flares: tuple[Flare, ...] = ()
    absences: tuple[Absence, ...] = ()
    screenings: tuple[Screening, ...] = ()
    settings: Settings = field(default_factory=Settings)

    def run_on(self, day: date) -> Run | None:
        """The run that is under way on `day`.

        The latest one started by then and not ended before; of one day the one begun later.
        """
        under_way = [
            r for r in self.runs if r.started_on <= day and not (r.ended_on and r.ended_on < day)
        ]
        return max(under_way, key=lambda run: (run.started_on, run.id), default=None)

    def open_run(self, day: date) -> Run | None:
        """The run under way on `day`, unless that was its last day: then nothing more is due."""
        run = self.run_on(day)
        return None if run is None or run.ended_on == day else run

    def run(self, run_id: str) -> Run | None:
        """The run with this id, or None."""
        return next((run for run in self.runs if run.id == run_id), None)

    def sessions_of(self, run: Run) -> tuple[Session, ...]:
        """The run's sessions, without discarded ones."""
        kept = (s for s in self.sessions if s.run == run.id)
        return tuple(s for s in kept if s.state is not SessionState.DISCARDED)

    def flare_on(self, day: date) -> Flare | None:
        """The flare-up that holds on the day; None where none does."""
        return next((flare for flare in self.flares if flare.holds(day)), None)

    @property
    def places(self) -> frozenset[Place]:
        """Where pain was ever told, in a rating or during a session."""
        ratings = {place for rating in self.pain_ratings for place in rating.places}
        events = (told for session in self.sessions for told in session.events)
        return frozenset(ratings | {place for told in events for place in told.places})

    def rating(self, rating_id: str) -> PainRating | None:
        """The pain rating with this id, or None where it was deleted or never given."""
        return next((r for r in self.pain_ratings if r.id == rating_id), None)
