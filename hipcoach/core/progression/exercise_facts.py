"""What of one exercise was asked for and done in a session."""

from __future__ import annotations

from dataclasses import dataclass

from hipcoach.core.changes import asked_for
from hipcoach.core.dose_view import asked_of
from hipcoach.core.exercise import Exercise, Rung, Side
from hipcoach.core.hurt import Choice
from hipcoach.core.parts import Part, part
from hipcoach.core.program import Prescription
from hipcoach.core.progression.case import Case
from hipcoach.core.progression.facts import SessionFacts
from hipcoach.core.session import EventKind, SessionEvent, SideSet


@dataclass(frozen=True, slots=True, kw_only=True)
class ExerciseFacts:
    """One exercise of one session; `sets` are its finished side-sets in the order of the session.

    `exercise` owns the ladder. Asked for were `asked` sets of `low` repetitions or more on each of
    `sides`, ending at `high`, with the user's changes then. From `top` tidy ones in each of them it
    may go up.
    """

    session: SessionFacts
    exercise: Exercise
    sets: tuple[SideSet, ...]
    asked: int
    sides: tuple[Side, ...]
    low: int
    high: int
    top: int

    @property
    def rung(self) -> str:
        """The rung of the last set, which an easier version may have lowered; "" without a set."""
        return self.sets[-1].rung if self.sets else ""

    @property
    def tidy(self) -> int:
        """All tidy repetitions."""
        return sum(done.tidy_reps for done in self.sets)

    @property
    def hurt(self) -> bool:
        """Whether it was told that it hurts."""
        return any(told.kind is EventKind.HURT for told in self._events)

    @property
    def skipped(self) -> bool:
        """Whether a set of it was skipped, with or without a reason."""
        return any(
            told.kind is EventKind.SKIP or told.choice == Choice.SKIP for told in self._events
        )

    @property
    def _events(self) -> tuple[SessionEvent, ...]:
        events = self.session.session.events
        return tuple(told for told in events if told.exercise == self.exercise.id)

    @property
    def missing(self) -> int:
        """How many of the side-sets that were asked for are not there."""
        there = {(done.set, done.side) for done in self.sets}
        asked = {(number + 1, side) for number in range(self.asked) for side in self.sides}
        return len(asked - there)

    @property
    def whole(self) -> bool:
        """Whether every side-set that was asked for is there."""
        return not self.missing

    @property
    def short(self) -> tuple[SideSet, ...]:
        """The side-sets with fewer tidy repetitions than a step up takes."""
        return tuple(done for done in self.sets if done.tidy_reps < self.top)

    def best(self, side: Side) -> int | None:
        """The most tidy repetitions in a set of that side; None where it has no set."""
        return max((done.tidy_reps for done in self.sets if done.side is side), default=None)


def exercise_facts(case: Case, session: SessionFacts, exercise: Exercise) -> ExerciseFacts | None:
    """What of the exercise was asked for and done; None where that week did not ask for it."""
    asked = asked_of(case.catalogue, case.run, exercise.id, session.at)
    if asked is None:
        return None
    done = tuple(made for made in session.session.sets if made.exercise == exercise.id)
    rung = _rung(case, exercise, done)
    changed = asked_for(asked, exercise.id, case.run, session.at)
    whole = _part(case, changed, exercise, rung)
    return ExerciseFacts(
        session=session,
        exercise=exercise,
        sets=done,
        asked=whole.dose.sets,
        sides=whole.sides,
        low=whole.dose.low,
        high=whole.dose.high,
        top=_top(case, exercise, rung, asked),
    )


def newest_facts(case: Case, exercise: Exercise) -> ExerciseFacts | None:
    """What of the exercise was asked for and done in the newest session; None, too, before any."""
    return exercise_facts(case, case.sessions[0], exercise) if case.sessions else None


def _part(case: Case, asked: Prescription, exercise: Exercise, rung: Rung) -> Part:
    return part(asked, exercise, rung, case.catalogue, case.diary.settings.times)


def _rung(case: Case, exercise: Exercise, done: tuple[SideSet, ...]) -> Rung:
    """The rung that the exercise began on; where that is not known the one that is done now."""
    began = done[0].rung if done else ""
    known = (rung for rung in exercise.ladder if rung.id == began)
    return next(known, exercise.rung(case.doable[exercise.id]))


def _top(case: Case, exercise: Exercise, rung: Rung, asked: Prescription) -> int:
    """The tidy repetitions that a step up takes in every set: those of the program, unchanged.

    An exercise's own number waits for the weeks that ask for it; where none does, as for one that
    stands in for another, it is the most that the program ever asks for.
    """
    if rung.reps is not None:
        return rung.reps
    if exercise.step.reps is None:
        return asked.high
    blocks = case.catalogue.programs[case.run.program].blocks
    given = (one for block in blocks for one in block.prescriptions)
    return min(exercise.step.reps, max(o.high for o in given if exercise.id in o.exercises))
