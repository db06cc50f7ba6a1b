"""The step back: what a red session or three ambers took is offered after two green sessions."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from hipcoach.core.progression.back import step_back
from hipcoach.core.progression.verdict import Move, Verdict
from hipcoach.core.run import Band, Change, Decision, Settings
from hipcoach.core.session import EASIER_TODAY, EASY_DAY, Slot
from hipcoach.core.text import say
from tests.core.progression.lives import CLAM

EASIER = {"rungs": {CLAM: "none"}}


@pytest.fixture
def down(at: Any) -> Callable[..., Decision]:
    """`down(day, rule, **changes)`: the clamshell went from the yellow band to none at noon."""

    def made(day: int = 1, rule: str = "R-RED", **changes: Any) -> Decision:
        values = {"exercise": CLAM, "from_": "yellow", "to": "none", "text": "", "accepted": True}
        return Decision(at=at(day, 12), rule=rule, **(values | changes))

    return made


@pytest.fixture
def back(lived: Any, case_at: Any) -> Callable[..., Verdict | None]:
    """`back(*felt, day, hour, calm, **tables)`: the step back of the clamshell at that moment."""

    def found(
        *felt: Any, day: int = 6, hour: int = 7, calm: bool = False, **tables: Any
    ) -> Verdict | None:
        case = case_at(lived(*felt, **tables), day, hour, calm=calm)
        return step_back(case, next(e for e in case.exercises if e.id == CLAM))

    return found


@pytest.mark.parametrize("rule", ["R-RED", "R-DOWN", "R-SORE"])
def test_after_two_green_sessions_the_step_comes_back(
    rule: str, back: Any, felt: Any, down: Any
) -> None:
    told = back(felt(day=2, effort=9, **EASIER), felt(day=3, **EASIER), decisions=(down(1, rule),))
    assert told is not None
    assert (told.move, told.rule, told.back, told.waits) == (Move.UP, "R-DOWN", True, False)
    assert (told.from_, told.to) == ("none", "yellow")
    assert say(told.why) == "2 calm sessions in a row, worst pain 2, calm mornings."
    assert told.facts == {"session": "s3-morning", "in_a_row": 2, "worst": 2}


@pytest.mark.parametrize("rule", ["R-GATE", "R-FLARE", "R-MISS-3", "R-UP"])
def test_other_steps_are_not_given_back(rule: str, back: Any, felt: Any, down: Any) -> None:
    sessions = felt(day=2, **EASIER), felt(day=3, **EASIER)
    assert back(*sessions, decisions=(down(1, rule),)) is None


def test_without_a_step_down_there_is_none_to_give_back(back: Any, felt: Any, down: Any) -> None:
    sessions = felt(day=2), felt(day=3)
    assert back(*sessions) is None
    assert back(*sessions, decisions=(down(accepted=False),)) is None
    assert back(*sessions, decisions=(down(from_="none", to="none"),)) is None
    assert back(*sessions, decisions=(down(1), down(1, from_="none", to="yellow"))) is None


@pytest.mark.parametrize(
    "second",
    [
        {"worst": 3},
        {"morning": 4},
        {"worst": None},
        {"program": EASIER_TODAY},
        {"program": EASY_DAY},
        {"left_out": (CLAM,)},
        {"day": 2, "slot": Slot.EVENING},
    ],
)
def test_both_sessions_are_green_and_have_it_on_two_days(
    second: dict[str, Any], back: Any, felt: Any, down: Any
) -> None:
    sessions = felt(day=2, **EASIER), felt(**({"day": 3} | EASIER | second))
    assert back(*sessions, decisions=(down(),)) is None


def test_the_sessions_are_in_a_row_since_the_latest_decision(
    back: Any, felt: Any, down: Any
) -> None:
    one, two, three = (felt(day=day, **EASIER) for day in (2, 3, 4))
    amber = felt(day=3, worst=3, **EASIER)
    assert back(one, amber, three, decisions=(down(),)) is None
    declined = down(3, "R-DOWN", from_="none", to="yellow", accepted=False)
    assert back(one, two, three, decisions=(down(), declined)) is None
    assert back(one, two, three, felt(day=5, **EASIER), decisions=(down(), declined)) is not None


def test_an_open_morning_is_taken_as_calm_only_where_it_is_asked_what_may_come(
    back: Any, felt: Any, down: Any
) -> None:
    sessions = felt(day=2, **EASIER), felt(day=3, worst=1, morning=None, **EASIER)
    asked = {"day": 3, "hour": 9, "decisions": (down(),)}
    assert back(*sessions, **asked) is None
    told = back(*sessions, calm=True, **asked)
    assert told is not None
    assert told.waits
    assert say(told.why) == "2 calm sessions in a row, worst pain 2."


def test_a_rung_that_the_user_chose_since_then_stays(
    back: Any, felt: Any, down: Any, make_run: Any, at: Any
) -> None:
    change = Change(at=at(1, 13), exercise=CLAM, what="rung", value="none")
    runs = (make_run(changes=(change,)),)
    sessions = felt(day=2, **EASIER), felt(day=3, **EASIER)
    assert back(*sessions, decisions=(down(),), runs=runs) is None


@pytest.mark.parametrize(
    ("bands", "to"),
    [(("yellow", "red", "green"), "yellow"), (("red",), "red"), (("green",), None), ((), None)],
)
def test_it_goes_to_the_next_step_that_can_be_done_and_no_further(
    bands: tuple[str, ...], to: str | None, back: Any, felt: Any, down: Any
) -> None:
    """It was red before; of the bands that are there now the lightest comes first."""
    settings = Settings(bands=tuple(Band(colour=colour) for colour in bands))
    sessions = felt(day=2, **EASIER), felt(day=3, **EASIER)
    lost = down(from_="red")
    told = back(*sessions, decisions=(lost,), settings=settings)
    assert (told.to if told else None) == to


def test_a_heavier_step_than_the_lost_one_is_no_step_back(back: Any, felt: Any, down: Any) -> None:
    settings = Settings(bands=(Band(colour="red"),))
    sessions = felt(day=2, **EASIER), felt(day=3, **EASIER)
    assert back(*sessions, decisions=(down(from_="yellow"),), settings=settings) is None
    assert back(*sessions, decisions=(replace(down(), from_="orange"),)) is None
