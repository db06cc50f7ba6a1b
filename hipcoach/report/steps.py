"""Sentences below the exercises: steps, stops for pain, easier versions, changes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from itertools import groupby

from hipcoach.core.change_words import Changed, changed
from hipcoach.core.changes import made_on
from hipcoach.core.decision_words import direction
from hipcoach.core.hurt import Choice
from hipcoach.core.session import EASIER_TODAY, EASY_DAY, EventKind, SessionEvent
from hipcoach.core.text import ntr, say, tr
from hipcoach.report.scope import Scope
from hipcoach.report.words import date_words, in_short

MOST_DATES = 5
MOST_CHANGES = 6
STOPS = {Choice.SKIP.value, Choice.END.value}
EASIER = {EventKind.EASIER, EventKind.FEWER}


def step_sentences(seen: Scope) -> Iterator[str]:
    """One sentence for each of these that happened in the period."""
    yield from _steps(seen)
    yield from _stopped(seen)
    yield from _easier(seen)
    yield from _changes(seen)


def _steps(seen: Scope) -> Iterator[str]:
    accepted = [d for d in seen.diary.decisions if d.accepted and seen.holds(d.at.date())]
    ups = [d for d in accepted if direction(d, seen.catalogue) > 0]
    downs = [d for d in accepted if direction(d, seen.catalogue) < 0]
    if ups:
        days = sorted({d.at.date() for d in ups})
        dates = in_short([_date(seen, day) for day in days], MOST_DATES)
        yield tr("Steps up: {n} ({dates}).", n=len(ups), dates=dates)
    if downs:
        said = [_event(seen, d.exercise, d.at.date()) for d in downs]
        yield tr("Steps down: {n} ({said}).", n=len(downs), said=in_short(said, MOST_DATES))


def _stopped(seen: Scope) -> Iterator[str]:
    """Exercises that were skipped or ended the session because they hurt."""
    stops = {
        (session.day, event.exercise)
        for session in seen.sessions
        for event in session.events
        if event.kind is EventKind.HURT and event.choice in STOPS
    }
    if stops:
        said = [_event(seen, exercise, day) for day, exercise in sorted(stops)]
        yield tr("Stopped for pain: {said}.", said=in_short(said, MOST_DATES))


def _easier(seen: Scope) -> Iterator[str]:
    eased = sum(any(map(_is_easier, session.events)) for session in seen.sessions)
    if eased:
        yield ntr(
            "Easier version or fewer repetitions: {n} session.",
            "Easier version or fewer repetitions: {n} sessions.",
            eased,
        )
    lighter = sum(session.program == EASIER_TODAY for session in seen.sessions)
    if lighter:
        yield ntr("Easier today: {n} session.", "Easier today: {n} sessions.", lighter)
    days = sum(session.program == EASY_DAY for session in seen.sessions)
    if days:
        yield ntr("Easy day: {n} session.", "Easy day: {n} sessions.", days)


def _is_easier(event: SessionEvent) -> bool:
    return event.kind in EASIER or event.choice in {Choice.EASIER.value, Choice.FEWER.value}


def _changes(seen: Scope) -> Iterator[str]:
    """What the user changed from the program, as it holds at the end of the period."""
    if seen.run is None:
        return
    made = made_on(seen.run, seen.last)
    found = changed(seen.run, seen.catalogue, made, seen.last)
    said = [_change(seen, exercise, list(of)) for exercise, of in groupby(found, _exercise)]
    if said:
        yield tr("Changed from the program: {said}.", said=in_short(said, MOST_CHANGES))


def _exercise(found: Changed) -> str:
    return found.exercise


def _change(seen: Scope, exercise: str, found: Sequence[Changed]) -> str:
    """What is changed of one exercise, each day with all that dates from it."""
    since = {one.since: [say(it.words) for it in found if it.since == one.since] for one in found}
    told = ", ".join(
        tr("{what} since {day}", what=", ".join(words), day=_date(seen, day))
        for day, words in since.items()
    )
    name = seen.exercise_name(exercise)
    return tr("{exercise} ({changes})", exercise=name, changes=told) if name else told


def _event(seen: Scope, exercise: str, day: date) -> str:
    return tr("{exercise} {day}", exercise=seen.exercise_name(exercise), day=_date(seen, day))


def _date(seen: Scope, day: date) -> str:
    return date_words(day, with_year=not seen.one_year)
