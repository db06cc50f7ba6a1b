"""Whether a dose may be changed as the user wants it, and which changes make it so."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from hipcoach.core.changes import HIGH, LOW, REST, SETS, SIDES, SidesDone, Value
from hipcoach.core.dose_view import DoseView
from hipcoach.core.rules import Limit
from hipcoach.core.run import Change
from hipcoach.core.text import Message, message

WHOLE = frozenset({SETS, LOW, HIGH})
TOGETHER = frozenset({LOW, HIGH})
_SHOWN = 40

_NAMES = {
    SETS: message("Sets"),
    LOW: message("Repetitions"),
    HIGH: message("Repetitions"),
    REST: message("Rest"),
}


def misfit(view: DoseView, values: Mapping[str, object]) -> Message | None:
    """Why the dose cannot be changed to these values, in one sentence; None where it can."""
    for what, value in values.items():
        if problem := _problem(view, what, value):
            return problem
    wanted = {**view.now, **values}
    low, high = _number(wanted[LOW]), _number(wanted[HIGH])
    if low is not None and high is not None and low > high:
        text = "The lower number of repetitions is {low}, so the higher one cannot be {high}."
        return message(text, low=low, high=high)
    return None


def _problem(view: DoseView, what: str, value: object) -> Message | None:
    if what not in view.now:
        return message('"{what}" of this exercise cannot be changed.', what=what[:_SHOWN])
    if what == SIDES:
        known = isinstance(value, str) and value in set(SidesDone)
        return None if known else message("The sides cannot be {value}.", value=_shown(value))
    if any(stretch.kind == what and stretch.fixed for stretch in view.seconds):
        same = _number(value) == view.now[what]
        text = "{name}: the level of this exercise sets the seconds."
        return None if same else message(text, name=_name(view, what))
    number = _number(value)
    whole = isinstance(value, int) or what not in WHOLE
    if number is None or not whole or not view.limits[what].holds(number):
        return _outside(view, what, view.limits[what], value)
    return None


def _number(value: object) -> int | float | None:
    """The value where it is a number; a yes or no is none."""
    return value if isinstance(value, int | float) and not isinstance(value, bool) else None


def _outside(view: DoseView, what: str, limit: Limit, value: object) -> Message:
    text = (
        "{name} must be a whole number from {low} to {high}, not {value}."
        if what in WHOLE
        else "{name} must be {low} to {high} seconds, not {value}."
    )
    span = {"low": f"{limit.low:g}", "high": f"{limit.high:g}"}
    return message(text, name=_name(view, what), **span, value=_shown(value))


def _name(view: DoseView, what: str) -> Message:
    """What the page calls it: a phase by its word on screen."""
    labels = {stretch.kind.value: message(stretch.label) for stretch in view.seconds}
    return (_NAMES | labels)[what]


def _shown(value: object) -> str:
    return str(value)[:_SHOWN]


def new_changes(view: DoseView, values: Mapping[str, Value], at: datetime) -> tuple[Change, ...]:
    """The changes that give the dose these values, which fit; nothing for what is so already.

    A value that the program has again is given back to it. Low and high go together, so that what
    was chosen holds whatever later weeks ask for.
    """
    wanted = {**view.now, **values}
    different = {what for what in wanted if wanted[what] != view.now[what]}
    if different & TOGETHER:
        different |= TOGETHER
    own = {what for what in different if wanted[what] == view.program[what]}
    if not own >= TOGETHER:
        own -= TOGETHER
    return tuple(
        _change(view, what, None if what in own else wanted[what], at) for what in sorted(different)
    )


def given_back(view: DoseView, held: Mapping[str, Change], at: datetime) -> tuple[Change, ...]:
    """The changes that give back to the program all that is `held` of the exercise."""
    return tuple(_change(view, what, None, at) for what in sorted(held))


def _change(view: DoseView, what: str, value: Value | None, at: datetime) -> Change:
    plain = str(value) if isinstance(value, str) else value
    return Change(at=at, exercise=view.exercise, what=what, value=plain)
