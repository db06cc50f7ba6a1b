"""A session as the rules see it: its facts and its tag, and what was done of each exercise."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import reduce
from itertools import groupby

from hipcoach.core.catalogue import Catalogue
from hipcoach.core.exercise import Side
from hipcoach.core.parts import HALF_RANGE
from hipcoach.core.progression.facts import SessionFacts
from hipcoach.core.progression.judged import Judged, judged
from hipcoach.core.session import (
    AMBER,
    EASIER_TODAY,
    EASY_DAY,
    GREEN,
    RED,
    WARNING_SIGN,
    EventKind,
    Session,
    SessionEvent,
    SessionState,
    SideSet,
    Slot,
)
from hipcoach.core.text import Message, message


def exercise_name(exercise_id: str, catalogue: Catalogue) -> Message:
    """The short name of the exercise that owns the ladder; its id where it is there no longer."""
    names = catalogue.exercise_names.get(exercise_id)
    return message(names.short if names else exercise_id)


def session_told(facts: SessionFacts, catalogue: Catalogue) -> Iterator[Message]:
    """First its facts and its tag, then what was done, then what hurt."""
    session = facts.session
    if session.without_app:
        yield message("{session} without the app: no rule goes by it.", session=_kind(session))
    elif session.state is SessionState.RUNNING:
        yield message("{session}: under way.", session=_kind(session))
    else:
        found = _judged(facts, judged(facts, catalogue.rules.tag))
        yield message("{judged} {how}", judged=found, how=_how(facts))
    for exercise, sets in groupby(_by_exercise(session), key=lambda done: done.exercise):
        yield _done(exercise, list(sets), catalogue)
    hurts = (event for event in session.events if event.kind is EventKind.HURT)
    yield from (_hurt(event, catalogue) for event in hurts if event.score is not None)


def _kind(session: Session) -> Message:
    return _KINDS.get(session.program) or _SLOTS[session.slot]


_KINDS = {EASY_DAY: message("Easy day"), EASIER_TODAY: message("Easier today")}
_SLOTS = {
    Slot.MORNING: message("Morning session"),
    Slot.EVENING: message("Evening session"),
    Slot.EXTRA: message("Extra session"),
}


def _judged(facts: SessionFacts, found: Judged) -> Message:
    """As in "Evening session: pain 3 before, 3 at its worst, ...: green (R-HIGHBASE)."."""
    open_ = message("{why}, the next morning still to come", why=found.why)
    why = open_ if facts.open else found.why
    told = {"session": _kind(facts.session), "why": why, "rule": found.rule}
    if found.tag:
        return message("{session}: {why}: {tag} ({rule}).", **told, tag=_TAGS[found.tag])
    if found.so_far:
        tag = _TAGS[found.so_far]
        return message("{session}: {why}: {tag} so far ({rule}).", **told, tag=tag)
    return message("{session}: {why}: too little to go by.", session=told["session"], why=why)


_TAGS = {GREEN: message("green"), AMBER: message("amber"), RED: message("red")}


def _how(facts: SessionFacts) -> Message:
    """Effort, how it ended, and whether it was lighter than the program's own."""
    said = facts.effort is not None
    told = (
        message("Effort {effort}.", effort=facts.effort) if said else message("Effort not given.")
    )
    if facts.session.state is SessionState.ENDED_EARLY:
        told = message("{told} Ended early.", told=told)
    if any(event.choice == WARNING_SIGN for event in facts.session.events):
        told = message("{told} A warning sign was told.", told=told)
    if facts.lightened:
        told = message("{told} It was made lighter.", told=told)
    return told


def _by_exercise(session: Session) -> list[SideSet]:
    """The sets, those of one exercise together, in the order in which the exercises came."""
    places = {done.exercise: place for place, done in reversed(list(enumerate(session.sets)))}
    return sorted(session.sets, key=lambda done: places[done.exercise])


def _done(exercise_id: str, sets: Sequence[SideSet], catalogue: Catalogue) -> Message:
    """As in "Clamshell, yellow band: left 12, 12; right 12, 11"."""
    sides = [side for side in Side if any(done.side is side for done in sets)]
    return message(
        "{exercise}, {rung}: {tidy} tidy.",
        exercise=exercise_name(exercise_id, catalogue),
        rung=_rungs(exercise_id, sets, catalogue),
        tidy=reduce(_and_then, (_of_side(side, sets) for side in sides)),
    )


def _and_then(first: Message, then: Message) -> Message:
    return message("{first}; {then}", first=first, then=then)


def _of_side(side: Side, sets: Sequence[SideSet]) -> Message:
    counts = ", ".join(str(done.tidy_reps) for done in sets if done.side is side)
    if side is Side.BOTH:
        return message("{counts}", counts=counts)
    left, right = message("left {counts}", counts=counts), message("right {counts}", counts=counts)
    return left if side is Side.LEFT else right


def _rungs(exercise_id: str, sets: Sequence[SideSet], catalogue: Catalogue) -> Message:
    """The rung, or the rungs one after the other where it was made easier."""
    exercise = catalogue.exercises.get(exercise_id)
    texts = {rung.id: rung.text for rung in exercise.ladder} if exercise else {}
    done = dict.fromkeys(one.rung for one in sets)
    words = (_HALF if rung == HALF_RANGE else message(texts.get(rung, rung)) for rung in done)
    return reduce(
        lambda first, then: message("{first}, then {then}", first=first, then=then), words
    )


_HALF = message("half the range")


def _hurt(event: SessionEvent, catalogue: Catalogue) -> Message:
    if not event.exercise:
        return message("This hurts: {score}.", score=event.score)
    name = exercise_name(event.exercise, catalogue)
    return message("{exercise}: this hurts, {score}.", exercise=name, score=event.score)
