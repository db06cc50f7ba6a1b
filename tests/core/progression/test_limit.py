"""R-LIMIT: two steps at a time, those that are longest unchanged first."""

from __future__ import annotations

import pytest

from hipcoach.core.progression.case import Case
from hipcoach.core.progression.limit import limited
from hipcoach.core.progression.not_yet import not_yet
from hipcoach.core.progression.up import step_up
from hipcoach.core.progression.verdict import Move, Verdict
from hipcoach.core.text import say
from tests.core.progression.lives import BRIDGE, CLAM, HEEL, TWO, At, Done, Live, decided


def all_of(case: Case) -> tuple[Verdict, ...]:
    return limited(case, [step_up(case, e) or not_yet(case, e) for e in case.exercises])


def test_two_steps_at_a_time_in_the_programs_order(live: Live) -> None:
    found = all_of(live(*TWO))
    assert [(v.exercise, v.move) for v in found] == [
        (CLAM, Move.UP),
        (HEEL, Move.UP),
        (BRIDGE, Move.SAME),
    ]
    waiting = found[-1]
    assert (waiting.rule, waiting.from_, waiting.to) == ("R-LIMIT", "two-legs", "two-legs")
    assert (waiting.days, waiting.waits, dict(waiting.facts)) == (2, False, {})
    assert say(waiting.why) == "2 steps at a time. This one is next."


def test_those_that_are_longest_unchanged_go_first(live: Live, at: At) -> None:
    steps = (
        decided(at(1, 7), "R-UP", CLAM, ("none", "yellow")),
        decided(at(2, 7), "R-UP", HEEL, ("none", "hold-4")),
    )
    case = live(*(Done(day=day) for day in range(8, 10)), decisions=steps)
    assert [v.exercise for v in all_of(case) if v.move is Move.UP] == [CLAM, BRIDGE]


@pytest.mark.parametrize(("taken", "left"), [(1, [HEEL]), (2, [])])
def test_steps_taken_since_the_last_session_are_counted(
    live: Live, at: At, taken: int, left: list[str]
) -> None:
    steps = (
        decided(at(2, 6), "R-UP", CLAM, ("yellow", "red")),
        decided(at(2, 6), "R-DOWN", BRIDGE, ("two-legs", "up-two-down-one")),
    )
    case = live(*TWO, now=(2, 7), decisions=steps[:taken])
    found = [v.exercise for v in all_of(case) if v.move is Move.UP]
    assert found == left


def test_a_step_down_takes_no_place(live: Live, at: At) -> None:
    down = decided(at(2, 6), "R-RED", CLAM, ("yellow", "none"))
    case = live(*TWO, now=(2, 7), decisions=(down,))
    assert [v.exercise for v in all_of(case) if v.move is Move.UP] == [HEEL, BRIDGE]


def test_who_declines_a_step_is_offered_no_other_in_its_place(live: Live, at: At) -> None:
    declined = decided(at(2, 6), "R-UP", CLAM, ("yellow", "red"), accepted=False)
    case = live(*TWO, now=(2, 7), decisions=(declined,))
    assert [v.exercise for v in all_of(case) if v.move is Move.UP] == [HEEL]


def test_a_run_without_a_session_has_nothing_to_limit(live: Live) -> None:
    assert {v.move for v in all_of(live())} == {Move.SAME}
