"""The decisions of the sample: three steps up, one declined, the steps down, each with its reason.

One is for the red session, and one an exercise for the end of each flare-up. Their texts are
filled in: like notes, they are what was said at the time.
"""

from __future__ import annotations

from datetime import datetime, timedelta

from hipcoach.core.exercise import Rung, Sides
from hipcoach.core.flare import flare_decisions
from hipcoach.core.levels import levels
from hipcoach.core.run import Decision
from hipcoach.core.sample_book import Book
from hipcoach.core.sample_plan import BRIDGE
from hipcoach.core.session import Session

Facts = dict[str, str | int]
UP, DOWN = "R-UP", "R-DOWN"

STEP_UP = (
    "One step up: {to}, {low} reps. Why: {top} tidy reps in every set{sides}, {sessions} sessions "
    "in a row. Worst pain {worst}, effort {effort}, calm mornings."
)
STEP_DOWN = (
    "One step easier: {to}. Why: pain reached {worst} during the {exercise}. It comes back after "
    "two calm sessions."
)
STEP_BACK = (
    "One step up again: {to}. Why: {sessions} calm sessions in a row, worst pain {worst}, calm "
    "mornings."
)


def decide(book: Book, day: int, at: datetime) -> None:
    """What the morning brings: the way back from a flare-up, a step up, or one that is declined."""
    ended = book.plan.flare_before(day)
    if ended is not None:
        diary, flare = book.diary_for_levels(), book.flares[ended]
        book.decide(flare_decisions(diary, book.catalogue, book.run, flare, at), at)
        book.changed = {asked.exercises[0]: day for asked in book.prescriptions}
    if day in book.plan.steps:
        _step_up(book, day, book.exercise(book.plan.steps[day]), at)
    if day == book.plan.step_back:
        facts: Facts = {"sessions": len(_before(book, day)), "worst": _worst(book, day)}
        _write(book, UP, (book.exercise(BRIDGE), 1), STEP_BACK, facts, at, accepted=False)


def step_down(book: Book, day: int, red: Session) -> None:
    """The step down that follows the red session."""
    exercise = book.exercise(BRIDGE)
    name = book.catalogue.exercise_names[exercise].short.lower()
    facts: Facts = {"worst": red.pain_worst or 0, "exercise": name}
    at = (red.ended_at or red.started_at) + timedelta(seconds=90)
    _write(book, DOWN, (exercise, -1), STEP_DOWN, facts, at, accepted=True)
    book.changed[exercise] = day


def _step_up(book: Book, day: int, exercise: str, at: datetime) -> None:
    asked = next(p for p in book.prescriptions if p.exercises[0] == exercise)
    sessions = _before(book, day)
    facts: Facts = {
        "low": asked.low,
        "top": asked.high,
        "sides": ", left and right" if _uses_sides(book, exercise, at) else "",
        "sessions": len(sessions),
        "worst": _worst(book, day),
        "effort": max(session.effort or 0 for session in sessions),
    }
    _write(book, UP, (exercise, 1), STEP_UP, facts, at, accepted=True)
    book.changed[exercise] = day


def _before(book: Book, day: int) -> list[Session]:
    """The sessions of the two days before."""
    earliest = book.at(day - 2, 0)
    return [session for session in book.sessions if session.started_at >= earliest]


def _worst(book: Book, day: int) -> int:
    return max(session.pain_worst or 0 for session in _before(book, day))


def _rung(book: Book, exercise: str, at: datetime, away: int) -> Rung:
    """The rung so many steps above the current one."""
    ladder = book.catalogue.exercises[exercise].ladder
    here = levels(book.diary_for_levels(), book.run, book.catalogue, at.date())[exercise]
    return ladder[[rung.id for rung in ladder].index(here) + away]


def _uses_sides(book: Book, exercise: str, at: datetime) -> bool:
    done = _rung(book, exercise, at, 0).exercise or exercise
    return book.catalogue.exercises[done].sides is Sides.EACH


def _write(
    book: Book,
    rule: str,
    step: tuple[str, int],
    text: str,
    facts: Facts,
    at: datetime,
    *,
    accepted: bool,
) -> None:
    """Write the decision about an exercise's step, so many rungs up or down."""
    exercise, away = step
    here, there = _rung(book, exercise, at, 0), _rung(book, exercise, at, away)
    facts = {"from": here.text, "to": there.text, **facts}
    decision = Decision(
        at=at,
        rule=rule,
        exercise=exercise,
        from_=here.id,
        to=there.id,
        facts=facts,
        text=text.format(**facts),
        accepted=accepted,
    )
    book.decide([decision], at)
