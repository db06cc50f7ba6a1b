"""The exercises table: level at the start and now, last sets left and right, tidy repetitions."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator, Mapping

from hipcoach.core.exercise import Side
from hipcoach.core.levels import levels
from hipcoach.core.parts import HALF_RANGE
from hipcoach.core.session import SideSet
from hipcoach.core.text import ntr, tr
from hipcoach.report.page import Table
from hipcoach.report.scope import DAY, Scope
from hipcoach.report.steps import step_sentences
from hipcoach.report.words import clean, grouped, in_short, listed

MOST_ROWS = 14
RUNG_LIMIT = 28
NONE = "–"
SIDES = (Side.LEFT, Side.RIGHT)

Row = tuple[str | None, ...]
Doings = Mapping[str, list[SideSet]]


def exercises_table(seen: Scope) -> Table | None:
    """One row per exercise that has a set in the period, the program's own first."""
    doings = _doings(seen)
    if not doings:
        return None
    shown = list(doings)[:MOST_ROWS]
    return Table(
        heading=tr("Exercises"),
        header=("", tr("Start"), tr("Now"), tr("Last L"), tr("Last R"), tr("Tidy reps")),
        rows=_rows(seen, {exercise: doings[exercise] for exercise in shown}),
        numeric=(False, False, False, True, True, True),
        note=" ".join(
            (
                *_left_out(len(doings) - len(shown)),
                *_done_as_others(seen, doings),
                *step_sentences(seen),
            )
        ),
    )


def _left_out(n: int) -> tuple[str, ...]:
    said = ntr("{n} exercise more.", "{n} exercises more.", n)
    return (said,) if n else ()


def _done_as_others(seen: Scope, doings: Doings) -> Iterator[str]:
    """Exercises whose tidy repetitions are, all or in part, those of another one."""
    names = {exercise: _others(seen, exercise, sets) for exercise, sets in doings.items()}
    said = [
        tr("{exercise} ({others})", exercise=seen.exercise_name(exercise), others=listed(others))
        for exercise, others in names.items()
        if others
    ]
    if said:
        said_all = in_short(said, MOST_ROWS)
        yield tr("Tidy reps include sets done as another exercise: {said}.", said=said_all)


def _others(seen: Scope, exercise: str, sets: Collection[SideSet]) -> list[str]:
    """The full names of the exercises that the rungs of these sets change to."""
    known = seen.catalogue.exercises.get(exercise)
    changes = {rung.id: rung.exercise for rung in known.ladder if rung.exercise} if known else {}
    done = dict.fromkeys(changes[made.rung] for made in sets if made.rung in changes)
    return [seen.catalogue.exercise_names[other].long for other in done]


def _doings(seen: Scope) -> Doings:
    """The side-sets by the exercise whose ladder they belong to, in the program's order."""
    found: dict[str, list[SideSet]] = {exercise: [] for exercise in _asked_for(seen)}
    for session in seen.sessions:
        for done in session.sets:
            found.setdefault(done.exercise, []).append(done)
    return {exercise: sets for exercise, sets in found.items() if sets}


def _asked_for(seen: Scope) -> Iterator[str]:
    """The exercises of the run's program, in its order."""
    program = seen.catalogue.programs.get(seen.run.program) if seen.run else None
    for block in program.blocks if program else ():
        for prescription in block.prescriptions:
            yield from prescription.exercises


def _levels(seen: Scope, *, now: bool) -> Mapping[str, str]:
    """The run's rungs at the end of the period, or when it began."""
    if seen.run is None:
        return {}
    return levels(seen.diary, seen.run, seen.catalogue, seen.last if now else seen.first - DAY)


def _rows(seen: Scope, doings: Doings) -> tuple[Row, ...]:
    started, now = _levels(seen, now=False), _levels(seen, now=True)
    names = _names(seen, doings)
    return tuple(
        (
            names[exercise],
            _rung_words(seen, exercise, started.get(exercise, sets[0].rung)),
            _rung_words(seen, exercise, now.get(exercise, sets[-1].rung)),
            *_last_sets(seen, exercise),
            grouped(sum(done.tidy_reps for done in sets)),
        )
        for exercise, sets in doings.items()
    )


def _names(seen: Scope, exercises: Collection[str]) -> dict[str, str]:
    """Short names; the long one where two of the exercises share the short one."""
    known = seen.catalogue.exercise_names
    short = {exercise: seen.exercise_name(exercise) for exercise in exercises}
    times = Counter(short.values())
    return {
        exercise: known[exercise].long if times[name] > 1 and exercise in known else name
        for exercise, name in short.items()
    }


def _rung_words(seen: Scope, exercise: str, rung_id: str) -> str:
    """The rung's words from the ladder, or its id where the ladder has changed since."""
    if rung_id == HALF_RANGE:
        return tr("half the range")
    known = seen.catalogue.exercises.get(exercise)
    words = next((rung.text for rung in known.ladder if rung.id == rung_id), "") if known else ""
    return clean(words or rung_id, RUNG_LIMIT)


def _last_sets(seen: Scope, exercise: str) -> Row:
    """Tidy repetitions per set of the last session with this exercise, left and right.

    Where both legs did every set, one value for both columns.
    """
    latest_first = (
        [done for done in session.sets if done.exercise == exercise]
        for session in reversed(seen.sessions)
    )
    sets = sorted(next(filter(None, latest_first)), key=lambda done: done.set)
    if all(done.side is Side.BOTH for done in sets):
        return tr("{reps} both", reps=", ".join(str(done.tidy_reps) for done in sets)), None
    return tuple(_of_side(sets, side) for side in SIDES)


def _of_side(sets: Collection[SideSet], side: Side) -> str:
    """The sets of a side; those of both legs among them are marked as such."""
    own = (
        tr("{reps} both", reps=done.tidy_reps) if done.side is Side.BOTH else str(done.tidy_reps)
        for done in sets
        if done.side in {side, Side.BOTH}
    )
    return ", ".join(own) or NONE
