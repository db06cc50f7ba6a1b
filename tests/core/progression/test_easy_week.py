"""R-DELOAD: what leads to an easy week, what it says, and that one cause leads to one."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from hipcoach.core.progression.case import Case
from hipcoach.core.progression.easy_week import easy_week
from hipcoach.core.progression.spell import spell_decision
from hipcoach.core.run import ILL, Absence, Change, Decision, Flare
from hipcoach.core.text import say
from tests.core.progression.lives import CLAM


@pytest.fixture
def step(at) -> Callable[..., Decision]:
    """`step(day, **changes)`: an accepted step up."""

    def made(day: int, **changes: object) -> Decision:
        values: dict[str, object] = {"rule": "R-UP", "exercise": CLAM, "accepted": True}
        both = {"from_": "yellow", "to": "red", "text": ""}
        return Decision(at=at(day, 7), **(values | both | changes))

    return made


@pytest.fixture
def stepped(lived, case_at, step) -> Callable[..., Case]:
    """`stepped(days, day)`: the morning of a day after steps up on those days."""

    def made(days: tuple[int, ...], day: int, *more: Decision, **tables: object) -> Case:
        decisions = sorted((*map(step, days), *more), key=lambda d: d.at)
        return case_at(lived(decisions=tuple(decisions), **tables), day)

    return made


@pytest.mark.parametrize(
    ("days", "day", "holds"),
    [
        ((2, 9, 20), 21, True),
        ((2, 9, 20), 27, True),
        ((2, 9, 20), 20, False),  # the third week is not over
        ((2, 9), 14, False),
        ((2, 9), 21, False),
        ((2, 20), 21, False),
        ((2, 9, 20), 28, False),  # the week after them had none
        ((2, 9, 16, 23), 28, True),
    ],
)
def test_three_weeks_in_a_row_each_with_a_step_up(stepped, days, day, holds):
    found = easy_week(stepped(days, day))
    assert (found is not None) == holds
    assert found is None or (found.holds and found.kept and found.declinable)


@pytest.mark.parametrize(
    ("changes", "holds"),
    [
        ({}, True),
        ({"rule": "R-UP-ABD"}, True),
        ({"rule": "R-UP-STEP"}, True),
        ({"rule": "R-UP-HOLD"}, True),
        ({"rule": "R-DOWN"}, False),  # a step that was lost and is offered back
        ({"rule": "R-DOWN", "from_": "red", "to": "yellow"}, False),
        ({"accepted": False}, False),
    ],
)
def test_only_steps_up_that_were_taken_count(stepped, step, changes, holds):
    assert (easy_week(stepped((2, 9), 21, step(16, **changes))) is not None) == holds


def test_it_says_why_and_for_how_long(stepped, at):
    found = easy_week(stepped((2, 9, 16), 22))
    assert say(found.title) == "An easy week: half the sets, the same levels"
    assert say(found.why) == "Each of the last 3 weeks brought a step up."
    assert found.facts == {"weeks": 3, "until": at(28, 0).date().isoformat(), "sets": 2}


def test_where_there_is_one_set_it_is_shorter(stepped, make_run, at):
    changes = tuple(
        Change(at=at(1, 8), exercise=name, what="sets", value=1)
        for name in (CLAM, "quadruped-hip-extension", "single-leg-bridge")
    )
    found = easy_week(stepped((2, 9, 16), 21, runs=(make_run(changes=changes),)))
    assert say(found.title) == "An easy week: shorter sets, the same levels"
    assert found.facts["sets"] == 1


@pytest.fixture
def answered(stepped) -> Callable[..., Case]:
    """`answered(day, steps, accepted)`: an easy week told on day 21, and a later day."""

    def made(day: int, steps: tuple[int, ...], *, accepted: bool) -> Case:
        first = stepped((2, 9, 16), 21)
        told = spell_decision(easy_week(first), first.now, accepted=accepted)
        return stepped((2, 9, 16, *steps), day, told)

    return made


@pytest.mark.parametrize(("day", "holds"), [(21, True), (27, True), (28, False)])
def test_it_lasts_seven_days_and_is_kept_once(answered, day, holds):
    found = easy_week(answered(day, (), accepted=True))
    assert (found is not None) == holds
    assert found is None or (found.holds and not found.kept)
    assert found is None or say(found.why) == "Each of the last 3 weeks brought a step up."
    assert easy_week(answered(day, (), accepted=False)) is None


@pytest.mark.parametrize(
    ("day", "steps", "holds"),
    [(28, (23,), False), (35, (23, 30), False), (42, (23, 30, 37), True), (42, (30, 37), False)],
)
def test_the_weeks_before_it_count_no_more_taken_or_declined(answered, day, steps, holds):
    for accepted in (True, False):
        assert (easy_week(answered(day, steps, accepted=accepted)) is not None) == holds


# ---------------------------------------------------------------------------- high mornings


@pytest.fixture
def mornings(lived, case_at, felt) -> Callable[..., Case]:
    """`mornings({day: (effort, morning)}, day)`: sessions, after four mornings of 2."""

    def made(told: dict[int, tuple[int | None, int]], day: int, **tables: object) -> Case:
        calm = [felt(day=day) for day in range(4)]
        hard = [felt(day=d, effort=effort, morning=am) for d, (effort, am) in told.items()]
        return case_at(lived(*calm, *hard, **tables), day)

    return made


@pytest.mark.parametrize(
    ("told", "day", "holds"),
    [
        ({10: (8, 4), 12: (8, 4)}, 13, True),
        ({10: (9, 4), 12: (8, 5)}, 13, True),
        ({10: (7, 4), 12: (8, 4)}, 13, False),
        ({10: (None, 4), 12: (8, 4)}, 13, False),
        ({10: (8, 3), 12: (8, 4)}, 13, False),
        ({12: (8, 4)}, 13, False),
        ({6: (8, 4), 12: (8, 4)}, 13, True),
        ({5: (8, 4), 12: (8, 4)}, 13, False),  # its morning is eight days back
        ({10: (8, 4), 12: (8, 4)}, 17, True),
        ({10: (8, 4), 12: (8, 4)}, 18, False),
    ],
)
def test_two_high_mornings_within_a_week_after_great_effort(mornings, told, day, holds):
    assert (easy_week(mornings(told, day)) is not None) == holds


def test_two_sessions_of_one_day_have_one_morning(lived, case_at, felt):
    calm = [felt(day=day) for day in range(4)]
    both = [felt(day=12, effort=8, morning=4, slot=slot) for slot in ("morning", "evening")]
    assert easy_week(case_at(lived(*calm, *both), 13)) is None


def test_it_says_how_many_mornings(mornings):
    found = easy_week(mornings({10: (8, 4), 12: (8, 4)}, 13))
    assert say(found.why) == (
        "2 mornings of the last 7 days were high, after sessions with an effort of 8 or more."
    )


@pytest.mark.parametrize(("more", "holds"), [({}, False), ({15: (8, 4)}, False)])
def test_the_same_mornings_lead_to_no_second_one(mornings, more, holds):
    told = {10: (8, 4), 12: (8, 4)}
    first = mornings(told, 13)
    decision = spell_decision(easy_week(first), first.now, accepted=False)
    later = mornings(told | more, 16, decisions=(decision,))
    assert (easy_week(later) is not None) == holds


def test_two_new_mornings_do(mornings):
    told = {10: (8, 4), 12: (8, 4)}
    first = mornings(told, 13)
    decision = spell_decision(easy_week(first), first.now, accepted=False)
    both = told | {14: (8, 6), 16: (8, 6)}
    assert easy_week(mornings(both, 17, decisions=(decision,))).kept


def test_none_begins_in_a_flare_up_or_an_illness(mornings, at):
    told, today = {10: (8, 4), 12: (8, 4)}, at(13, 0).date()
    assert easy_week(mornings(told, 13, flares=(Flare(from_=today),))) is None
    assert easy_week(mornings(told, 13, absences=(Absence(from_=today, reason=ILL),))) is None
    assert easy_week(mornings(told, 13, absences=(Absence(from_=today),))) is not None


def test_a_decision_edited_by_hand_is_read_as_far_as_it_goes(stepped, step, at):
    until = at(30, 0).date().isoformat()
    for facts in ({}, {"until": until}, {"until": until, "mornings": 2}):
        odd = step(21, rule="R-DELOAD", exercise="", from_="", to="", facts=facts)
        found = easy_week(stepped((), 22, odd))
        assert (found is None) == ("until" not in facts)
        assert found is None or say(found.why)
