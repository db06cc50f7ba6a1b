"""Days off between the sessions and the step that they would earn: the level comes first again."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from hipcoach.core.progression.back import step_back
from hipcoach.core.progression.case import Case
from hipcoach.core.run import AWAY, ILL, Absence, Flare
from tests.core.progression.lives import CLAM, TWO, At, Live, decided, still, up


def flare(at: At, first: int, last: int | None) -> dict[str, Any]:
    to = None if last is None else at(last, 0).date()
    return {"flares": (Flare(from_=at(first, 0).date(), to=to),)}


def absence(at: At, first: int, last: int, reason: str) -> dict[str, Any]:
    days = Absence(from_=at(first, 0).date(), to=at(last, 0).date(), reason=reason)
    return {"absences": (days,)}


BETWEEN: dict[str, tuple[Callable[[At], dict[str, Any]], str]] = {
    "flare-up": (
        lambda at: flare(at, 2, 2),
        "After a flare-up the same level comes first.",
    ),
    "flare-up of the same day": (
        lambda at: flare(at, 1, 1),
        "After a flare-up the same level comes first.",
    ),
    "illness": (
        lambda at: absence(at, 2, 2, ILL),
        "After an illness the same level comes first.",
    ),
}


@pytest.mark.parametrize("name", BETWEEN)
def test_what_came_in_between_takes_the_sessions_out(name: str, live: Live, at: At) -> None:
    made, why = BETWEEN[name]
    case = live(*TWO, now=(3, 7), tables=made(at))
    assert up(case, CLAM) is None
    assert still(case, CLAM) == why


HARMLESS: dict[str, Callable[[At], dict[str, Any]]] = {
    "a flare-up before the sessions": lambda at: flare(at, -3, -1),
    "one that is noted for later": lambda at: flare(at, 5, None),
    "days away": lambda at: absence(at, 2, 2, AWAY),
}


@pytest.mark.parametrize("name", HARMLESS)
def test_other_days_leave_them(name: str, live: Live, at: At) -> None:
    assert up(live(*TWO, now=(3, 7), tables=HARMLESS[name](at)), CLAM) is not None


def test_after_three_days_missed_the_step_stands_after_four_the_level_comes_first(
    live: Live,
) -> None:
    assert up(live(*TWO, now=(5, 7)), CLAM) is not None
    case = live(*TWO, now=(6, 7))
    assert up(case, CLAM) is None
    assert still(case, CLAM) == ("After 4 days without a session the same level comes first.")


def back(case: Case) -> object:
    return step_back(case, next(one for one in case.exercises if one.id == CLAM))


def test_a_lost_step_is_not_offered_back_across_a_flare_up(live: Live, at: At) -> None:
    lost = decided(at(0, 1), "R-RED", CLAM, ("yellow", "none"))
    assert back(live(*TWO, decisions=(lost,), now=(3, 7))) is not None
    tables = flare(at, 2, 2)
    assert back(live(*TWO, decisions=(lost,), now=(3, 7), tables=tables)) is None
