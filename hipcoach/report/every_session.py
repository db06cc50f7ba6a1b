"""Every session of the period: what was done of it, and the pain around it."""

from __future__ import annotations

from collections.abc import Iterator

from hipcoach.core.adherence import set_done
from hipcoach.core.format import capitalised
from hipcoach.core.hurt import Choice
from hipcoach.core.pain import NOTE_LIMIT
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
    Slot,
)
from hipcoach.core.text import tr
from hipcoach.report.listings import day_cell, day_head
from hipcoach.report.mornings import place_names
from hipcoach.report.page import Head, Listing, Row
from hipcoach.report.scope import Scope
from hipcoach.report.words import clean, grouped

NONE = "–"


def sessions_listing(seen: Scope) -> Listing | None:
    """One row per session, oldest first; None where the period has none."""
    if not seen.sessions:
        return None
    return Listing(
        heading=tr("Every session"),
        note=tr(
            "Sets: sides of sets done of planned. Before, worst, after, morning: pain 0 to 10; "
            "morning: the one after. {none}: not given.",
            none=NONE,
        ),
        heads=_heads(seen),
        words=tr("What happened, notes"),
        rows=tuple(_row(seen, session) for session in seen.sessions),
    )


def _heads(seen: Scope) -> tuple[Head, ...]:
    return (
        day_head(seen, tr("Day")),
        Head(text=tr("Time"), width=42),
        Head(text=tr("Session"), width=60),
        Head(text=tr("Sets"), width=56, numeric=True),
        Head(text=tr("Tidy reps"), width=42, numeric=True),
        Head(text=tr("Effort"), width=46, numeric=True),
        Head(text=tr("Before"), width=48, numeric=True),
        Head(text=tr("Worst"), width=46, numeric=True),
        Head(text=tr("After"), width=42, numeric=True),
        Head(text=tr("Morning"), width=58, numeric=True),
        Head(text=tr("Tag"), width=52),
    )


def _row(seen: Scope, session: Session) -> Row:
    rule = seen.catalogue.rules.count
    done = sum(set_done(made, rule) for made in session.sets)
    return Row(
        cells=(
            day_cell(seen, session.day),
            f"{session.started_at:%H:%M}",
            _slot(session),
            tr("{done} of {planned}", done=done, planned=session.planned_sets),
            grouped(sum(made.tidy_reps for made in session.sets)),
            _score(session.effort),
            _rated(seen, session.pain_before),
            _score(session.pain_worst),
            _rated(seen, session.pain_after),
            _rated(seen, session.next_morning),
            _tag(session),
        ),
        words=tuple(_words(seen, session)),
    )


def _score(score: int | None) -> str:
    return NONE if score is None else str(score)


def _rated(seen: Scope, rating: str) -> str:
    """The score of the rating with this id."""
    return str(seen.by_id[rating].score) if rating in seen.by_id else NONE


def _slot(session: Session) -> str:
    names = {Slot.MORNING: tr("morning"), Slot.EVENING: tr("evening"), Slot.EXTRA: tr("extra")}
    return names[session.slot]


def _tag(session: Session) -> str:
    """The tag's colour by name; one of a hand-edited diary as it stands there."""
    names = {"": NONE, GREEN: tr("green"), AMBER: tr("amber"), RED: tr("red")}
    return names.get(session.tag) or clean(session.tag)


def _words(seen: Scope, session: Session) -> Iterator[str]:
    """What kind of session it was, what happened during it, and its note."""
    kind = [*_kind(seen, session), *_events(seen, session)]
    if kind:
        yield tr("{what}.", what=capitalised("; ".join(kind)))
    if note := clean(session.note, NOTE_LIMIT):
        yield note


def _kind(seen: Scope, session: Session) -> Iterator[str]:
    if session.program == EASY_DAY:
        yield tr("easy day")
    elif session.program == EASIER_TODAY:
        yield tr("easier today")
    elif seen.run is None or session.program != seen.run.program:
        names = seen.catalogue.program_names.get(session.program)
        yield clean(names.short if names else session.program)
    if session.without_app:
        yield tr("done without the app")
    if session.state is SessionState.ENDED_EARLY:
        yield tr("ended early")


def _events(seen: Scope, session: Session) -> Iterator[str]:
    """What happened, in its order; sets that were skipped because it hurt are told with that."""
    for event in session.events:
        if event.kind is EventKind.HURT:
            yield _of_exercise(seen, event, _hurt(event))
        elif event.choice == WARNING_SIGN:
            yield tr("a warning sign")
    hurt = {event.exercise for event in session.events if event.kind is EventKind.HURT}
    others = (event for event in session.events if event.exercise not in hurt)
    told = (_of_exercise(seen, event, said) for event in others if (said := _eased(event)))
    yield from dict.fromkeys(told)


def _eased(event: SessionEvent) -> str:
    """What is told of an event that no pain was told with; slept and paused tell nothing."""
    names = {
        EventKind.EASIER: tr("easier version"),
        EventKind.FEWER: tr("fewer repetitions"),
        EventKind.SKIP: tr("skipped"),
    }
    return names.get(event.kind, "")


def _hurt(event: SessionEvent) -> str:
    """The pain that was told, where, and what was chosen then."""
    chosen = {
        Choice.EASIER.value: tr("then the easier version"),
        Choice.FEWER.value: tr("then fewer repetitions"),
        Choice.SKIP.value: tr("then skipped"),
        Choice.END.value: tr("then ended"),
    }
    names = place_names()
    said = [
        tr("hurt") if event.score is None else tr("hurt, {score}", score=event.score),
        *(names[place] for place in event.places),
        chosen.get(event.choice, ""),
    ]
    return ", ".join(filter(None, said))


def _of_exercise(seen: Scope, event: SessionEvent, told: str) -> str:
    name = seen.exercise_name(event.exercise)
    return tr("{exercise}: {what}", exercise=name, what=told) if name else told
