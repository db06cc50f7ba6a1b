"""From a day's program to what can be entered for it, and from the entry to the session kept.

An entry says how much was done. With what (rung, hold, tempo, resistance) is as the program had it
on the day, and stays as it is when the entry is changed later.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime

from hipcoach.core.catalogue import Catalogue
from hipcoach.core.exercise import Side, Sides
from hipcoach.core.parts import Part
from hipcoach.core.run import Run
from hipcoach.core.session import Session, SessionState, SideSet, Slot
from hipcoach.core.session_entry import ExerciseForm, SessionEntry, SessionForm
from hipcoach.core.tempo import tempo_text
from hipcoach.core.text import Message, message


@dataclass(frozen=True, slots=True, kw_only=True)
class Doable:
    """An exercise that can be entered: a side-set that its own are like, its sides and sets.

    A set could end at the repetitions of `model`, and ended at `high`.
    """

    model: SideSet
    sides: tuple[Side, ...]
    sets: int
    high: int

    @property
    def places(self) -> set[tuple[str, Side, int]]:
        """The side-sets that are asked for."""
        numbers = range(1, self.sets + 1)
        return {(self.model.exercise, side, number) for side in self.sides for number in numbers}


Doables = Mapping[str, Doable]
"""By the id of the exercise, in the order of the program."""


def doables(parts: Iterable[Part], at: datetime) -> Doables:
    """What the parts of a day's session ask for."""
    return {part.ladder.id: _of_part(part, at) for part in parts}


def _of_part(part: Part, at: datetime) -> Doable:
    low = part.dose.low
    model = SideSet(
        exercise=part.ladder.id,
        rung=part.rung.id,
        side=part.sides[0],
        set=1,
        reps=low,
        tidy_reps=low,
        low=low,
        hold=part.hold,
        tempo=tempo_text(part.tempo),
        resistance=part.rung.resistance,
        ended_at=at,
    )
    return Doable(model=model, sides=part.sides, sets=part.dose.sets, high=part.dose.high)


def as_done(asked: Doables, session: Session) -> Doables:
    """The same with what an entry of the day was done with, whatever the levels are by now."""
    found = dict(asked)
    for exercise in dict.fromkeys(made.exercise for made in session.sets):
        sets = [made for made in session.sets if made.exercise == exercise]
        sides, low = tuple(dict.fromkeys(made.side for made in sets)), sets[0].low
        own = asked.get(exercise) or Doable(
            model=sets[0], sides=sides, sets=max(made.set for made in sets), high=low
        )
        kept = own.sides if set(sides) <= set(own.sides) else sides
        found[exercise] = replace(own, model=sets[0], sides=kept, high=max(own.high, low))
    return found


def session_form(found: Doables, day: date, run: Run, catalogue: Catalogue) -> SessionForm:
    """The form of the day, for the user."""
    name = catalogue.program_names.get(run.program)
    return SessionForm(
        day=day,
        program=message(name.short if name else run.program),
        exercises=tuple(_exercise_form(one, catalogue) for one in found.values()),
    )


def _exercise_form(one: Doable, catalogue: Catalogue) -> ExerciseForm:
    done, level = _done_on(one.model, catalogue)
    exercise, name = catalogue.exercises.get(done), catalogue.exercise_names.get(done)
    return ExerciseForm(
        exercise=one.model.exercise,
        name=message(name.short if name else done),
        level=level,
        sides=one.sides,
        in_turn=exercise is not None and exercise.sides is Sides.ALTERNATING,
        sets=one.sets,
        low=one.model.low,
        high=one.high,
    )


def _done_on(model: SideSet, catalogue: Catalogue) -> tuple[str, Message]:
    """The exercise that its rung makes of it, and the rung in words; "" where it is not known."""
    ladder = catalogue.exercises.get(model.exercise)
    rungs = ladder.ladder if ladder else ()
    rung = next((rung for rung in rungs if rung.id == model.rung), None)
    if rung is None:
        return model.exercise, message("")
    return rung.exercise or model.exercise, message(rung.text)


def session_of(entry: SessionEntry, found: Doables, run: Run, slot: Slot) -> Session:
    """The session that the entry tells of. Cut short is what left out a set of the program's."""
    sets = tuple(_side_sets(entry, found))
    planned = set().union(*(one.places for one in found.values()))
    whole = planned <= {(made.exercise, made.side, made.set) for made in sets}
    return Session(
        id=entry.id,
        started_at=entry.at,
        run=run.id,
        program=run.program,
        slot=slot,
        state=SessionState.FINISHED if whole else SessionState.ENDED_EARLY,
        planned_sets=len(planned),
        sets=sets,
        effort=entry.effort,
        note=entry.note,
        without_app=True,
    )


def _side_sets(entry: SessionEntry, found: Doables) -> Iterator[SideSet]:
    """In the order of the program; a side that did nothing has none."""
    entered = {done.exercise: done for done in entry.done}
    for exercise, one in found.items():
        if done := entered.get(exercise):
            reps = dict(done.reps)
            for number in range(1, done.sets + 1):
                for side in filter(reps.get, one.sides):
                    n = reps[side]
                    yield replace(
                        one.model, side=side, set=number, reps=n, tidy_reps=n, ended_at=entry.at
                    )
