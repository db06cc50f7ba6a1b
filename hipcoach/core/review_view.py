"""The review after a session, as the window shows it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from hipcoach.core.adherence import set_done
from hipcoach.core.catalogue import Catalogue
from hipcoach.core.changes import SIDES, SidesDone, held, made_by
from hipcoach.core.day_names import day_in_words
from hipcoach.core.depicted import Depicted, depicted
from hipcoach.core.exercise import Exercise, Rung, Side
from hipcoach.core.parts import half_of
from hipcoach.core.review_scales import (
    ReviewScale,
    after_scale,
    effort_scale,
    how_it_ended,
    worst_scale,
)
from hipcoach.core.run import Run
from hipcoach.core.session import EASY_DAY, EventKind, Session, SideSet, Slot
from hipcoach.core.text import Message, message


@dataclass(frozen=True, slots=True, kw_only=True)
class ReviewCell:
    """One side-set: its place in the session's sets, tidy repetitions `value` of `high` counted.

    `words` name it: "Clamshell, left, set 1".
    """

    place: int
    side: Side
    set: int
    value: int
    high: int
    words: Message


@dataclass(frozen=True, slots=True, kw_only=True)
class ReviewRow:
    """One exercise: its id and picture, name and rung as catalogue texts, and its cells.

    Cells come by side and then by set. The rung is the last one. `not_done` are the side-sets that
    have no cell: those that were skipped, and those that only the other side did.
    """

    exercise: str
    picture: Depicted
    name: str
    rung: str
    cells: tuple[ReviewCell, ...]
    not_done: tuple[tuple[Side, int], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ReviewColumn:
    """A group of columns: a side, its name, and its sets ("set 1 and 2").

    Exercises without sides have their cells in the group of side BOTH.
    """

    side: Side
    name: Message
    sets: tuple[int, ...]
    heading: Message


@dataclass(frozen=True, slots=True, kw_only=True)
class ReviewView:
    """The page.

    `when` ("Thursday 10 December, evening"), `minutes` ("19 min"), `done` ("12 of 12 sets"), and
    the rows, empty where nothing was counted. `ended` says why it ended early, None where it did
    not.
    """

    slot: Slot
    when: Message
    minutes: Message
    done: Message
    columns: tuple[ReviewColumn, ...]
    rows: tuple[ReviewRow, ...]
    effort: ReviewScale
    worst: ReviewScale
    after: ReviewScale
    ended: Message | None = None


def review_view(session: Session, catalogue: Catalogue, run: Run | None = None) -> ReviewView:
    """The review of a session that ended, its counted repetitions filled in.

    `run` is the session's, whose changes tell which sides an exercise has.
    """
    rule = catalogue.rules.count
    done = sum(set_done(side_set, rule) for side_set in session.sets)
    ended = session.ended_at or session.started_at
    minutes = max(round((ended - session.started_at).total_seconds() / 60), 1)
    rows = tuple(_rows(session, catalogue, run))
    return ReviewView(
        slot=session.slot,
        when=_when(session),
        minutes=Message(text="{n} min", one="{n} min", n=minutes),
        done=Message(
            text="{done} of {n} sets",
            one="{done} of {n} set",
            n=session.planned_sets,
            facts={"done": done},
        ),
        columns=tuple(_columns(rows)),
        rows=rows,
        effort=effort_scale(catalogue.texts),
        worst=worst_scale(session, catalogue.texts),
        after=after_scale(catalogue.texts),
        ended=how_it_ended(session),
    )


def _when(session: Session) -> Message:
    day = day_in_words(session.day)
    if session.slot is Slot.EXTRA:
        return message("{day}, extra session", day=day)
    if session.slot is Slot.MORNING:
        return message("{day}, morning", day=day)
    return message("{day}, evening", day=day)


def _columns(rows: Sequence[ReviewRow]) -> Iterator[ReviewColumn]:
    names = {
        Side.LEFT: message("Left"),
        Side.RIGHT: message("Right"),
        Side.BOTH: message("Both sides"),
    }
    stand = {(cell.side, cell.set) for row in rows for cell in row.cells}
    stand.update(gap for row in rows for gap in row.not_done)
    for side, name in names.items():
        numbers = tuple(sorted(number for where, number in stand if where is side))
        if numbers:
            yield ReviewColumn(side=side, name=name, sets=numbers, heading=_heading(numbers))


def _heading(numbers: Sequence[int]) -> Message:
    first, last = numbers[0], numbers[-1]
    if first == last:
        return message("set {first}", first=first)
    if last == first + 1:
        return message("set {first} and {last}", first=first, last=last)
    return message("set {first} to {last}", first=first, last=last)


def _rows(session: Session, catalogue: Catalogue, run: Run | None) -> Iterator[ReviewRow]:
    """One row per exercise, in the order in which they were done."""
    for exercise in dict.fromkeys(done.exercise for done in session.sets):
        ladder = catalogue.exercises[exercise]
        places = [place for place, done in enumerate(session.sets) if done.exercise == exercise]
        rung = _rung(ladder, session.sets[places[-1]].rung)
        done = rung.exercise or exercise
        name = catalogue.exercise_names[done].short
        cells = [_cell(place, session.sets[place], name) for place in places]
        order = list(Side)
        cells.sort(key=lambda cell: (order.index(cell.side), cell.set))
        yield ReviewRow(
            exercise=done,
            picture=depicted(catalogue.exercises[done], rung),
            name=name,
            rung=rung.text,
            cells=tuple(cells),
            not_done=_not_done(session, exercise, _one_side(session, exercise, run)),
        )


def _one_side(session: Session, exercise: str, run: Run | None) -> Side | None:
    """The side that alone was asked for, as it was when the session began."""
    if run is None or session.program == EASY_DAY:
        return None
    sides = held(made_by(run, session.started_at), exercise).get(SIDES)
    order = SidesDone(str(sides.value)).order if sides else ()
    return order[0] if len(order) == 1 else None


def _not_done(session: Session, exercise: str, only: Side | None) -> tuple[tuple[Side, int], ...]:
    """The side-sets without a cell; `only` one side is asked for, or None."""
    done = {(made.side, made.set) for made in session.sets if made.exercise == exercise}
    skips = (told for told in session.events if told.kind is EventKind.SKIP)
    wanted = {(told.side, told.set) for told in skips if told.exercise == exercise}
    if only is None:
        wanted |= {(side.other, number) for side, number in done}
    order = list(Side)
    return tuple(sorted(wanted - done, key=lambda gap: (order.index(gap[0]), gap[1])))


def _rung(ladder: Exercise, rung_id: str) -> Rung:
    """The rung; below the lowest one it is that one over half its range."""
    known = (rung for rung in ladder.ladder if rung.id == rung_id)
    return next(known, half_of(ladder.ladder[0]))


def _cell(place: int, done: SideSet, name: str) -> ReviewCell:
    sides = {Side.LEFT: message("left"), Side.RIGHT: message("right"), Side.BOTH: message("both")}
    facts = {"name": message(name), "side": sides[done.side], "set": done.set}
    return ReviewCell(
        place=place,
        side=done.side,
        set=done.set,
        value=done.tidy_reps,
        high=done.reps,
        words=message("{name}, {side}, set {set}", **facts),
    )
