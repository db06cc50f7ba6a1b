"""R-RED: what a red session makes of the next one, by what hurt in it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from hipcoach.core.catalogue import Catalogue
from hipcoach.core.diary import Diary
from hipcoach.core.pain import PainRating
from hipcoach.core.progression.case import Case
from hipcoach.core.progression.red import all_fewer, red
from hipcoach.core.progression.verdict import Move, Verdict, decision_of
from hipcoach.core.run import Change, Decision, Flare
from hipcoach.core.session import EASY_DAY, Slot
from hipcoach.core.text import say
from tests.core.progression.lives import BRIDGE, CLAM, HEEL

LEVELS = {CLAM: "yellow", HEEL: "none", BRIDGE: "two-legs"}


def of_all(case: Case) -> dict[str, Verdict]:
    """The red verdicts by exercise, "" for every one."""
    found = [red(case, exercise) for exercise in case.exercises] + [all_fewer(case)]
    return {verdict.exercise: verdict for verdict in found if verdict}


@pytest.fixture
def reds(lived: Any, case_at: Any) -> Callable[..., dict[str, Verdict]]:
    """`reds(*felt, day, hour, **tables)`: the verdicts at that moment, by exercise."""

    def found(*felt: Any, day: int = 3, hour: int = 7, **tables: Any) -> dict[str, Verdict]:
        return of_all(case_at(lived(*felt, **tables), day, hour))

    return found


def test_the_exercise_that_hurt_that_much_goes_a_step_down_and_has_a_set_fewer(
    reds: Any, felt: Any
) -> None:
    told = reds(felt(day=2, before=2, worst=6, hurt={CLAM: 6, HEEL: 3}))
    assert set(told) == {CLAM}
    verdict = told[CLAM]
    assert (verdict.move, verdict.rule, verdict.fewer) == (Move.DOWN, "R-RED", True)
    assert (verdict.from_, verdict.to) == ("yellow", "none")
    assert say(verdict.why) == (
        "Pain reached 6 during it. After two calm sessions the step is offered back."
    )
    assert verdict.facts == {"session": "s2-morning", "peak": 6, "sets": 2}


@pytest.mark.parametrize(
    ("before", "score", "named"),
    [
        (3, 5, ""),
        (3, 6, CLAM),
        (2, 4, ""),
        (2, 5, CLAM),
        (1, 4, CLAM),
        (None, 5, ""),
        (None, 6, CLAM),
    ],
)
def test_from_6_or_3_above_the_pain_before_an_exercise_is_red(
    before: int | None, score: int, named: str, reds: Any, felt: Any
) -> None:
    told = reds(felt(day=2, before=before, worst=score, after=2, hurt={CLAM: score}))
    assert set(told) == ({named} if named else set())


def test_without_one_that_hurt_so_much_those_that_hurt_at_all_go_down(reds: Any, felt: Any) -> None:
    told = reds(felt(day=2, worst=7, morning=None, hurt={HEEL: 3, CLAM: None}))
    assert set(told) == {CLAM, HEEL}
    assert say(told[CLAM].why) == (
        "It hurt in a session with pain 2 before, 7 at its worst. "
        "After two calm sessions the step is offered back."
    )


def test_on_the_lowest_step_there_is_only_the_set_fewer(reds: Any, felt: Any) -> None:
    told = reds(felt(day=2, worst=7, hurt={BRIDGE: 7}))[BRIDGE]
    assert (told.move, told.from_, told.to, told.fewer) == (
        Move.DOWN,
        "two-legs",
        "two-legs",
        True,
    )
    assert say(told.why) == "Pain reached 7 during it."


@pytest.mark.parametrize("hurt", [{}, {"dead-bug": 7}])
def test_a_red_session_in_which_no_exercise_hurt_makes_each_one_a_set_shorter(
    hurt: dict[str, int], reds: Any, felt: Any
) -> None:
    told = reds(felt(day=2, before=4, worst=7, hurt=hurt))
    assert set(told) == {""}
    verdict = told[""]
    assert (verdict.move, verdict.rule, verdict.fewer) == (Move.SAME, "R-RED", True)
    assert (verdict.from_, verdict.to) == ("", "")
    assert say(verdict.why) == (
        "Your session: pain 4 before, 7 at its worst, 2 the next morning, usual 4. That is more "
        "than a session should bring."
    )
    assert verdict.facts == {"session": "s2-morning", "peak": 7, "sets": 2}


def test_the_sets_are_those_that_the_user_has_now(
    reds: Any, felt: Any, make_run: Any, at: Any
) -> None:
    changes = (Change(at=at(1, 9), exercise=CLAM, what="sets", value=1),)
    runs = (make_run(changes=changes),)
    told = reds(felt(day=2, worst=7, hurt={CLAM: 7}), runs=runs)
    assert told[CLAM].facts["sets"] == 1


def test_a_red_easy_day_counts(reds: Any, felt: Any) -> None:
    told = reds(felt(day=2, before=6, worst=8, program=EASY_DAY))
    assert set(told) == {""}


def test_a_flare_ups_easy_session_is_not_made_smaller(
    case_at: Any, lived: Any, felt: Any, at: Any
) -> None:
    """It is one set of two exercises as it is, and the way back takes its own step down."""
    flare = Flare(from_=at(2, 7).date())
    easy = felt(day=2, before=5, worst=5, morning=7, program=EASY_DAY)
    assert of_all(case_at(lived(felt(day=1), easy, flares=(flare,)), 3, 7)) == {}
    assert set(of_all(case_at(lived(felt(day=1, worst=7), flares=(flare,)), 2, 7))) == {""}


def test_an_amber_and_a_green_session_change_nothing(reds: Any, felt: Any) -> None:
    assert reds(felt(day=2, worst=5, before=4, hurt={CLAM: 5})) == {}
    assert reds(felt(day=2, hurt={CLAM: 2})) == {}
    assert reds() == {}


def test_the_session_before_the_newest_is_found_by_its_morning(reds: Any, felt: Any) -> None:
    """The next morning is told after the day's first session has begun."""
    late = felt(day=2, slot=Slot.EVENING, morning=6, hurt={HEEL: 1})
    assert set(reds(late, felt(day=3, morning=None), day=3, hour=10)) == {HEEL}


def test_once_the_newest_is_known_to_be_milder_the_one_before_counts_no_more(
    reds: Any, felt: Any
) -> None:
    sessions = felt(day=2, worst=7, hurt={CLAM: 7}), felt(day=3)
    assert reds(*sessions, day=4) == {}


def test_both_sessions_of_a_day_lower_an_exercise_once(
    lived: Any, case_at: Any, felt: Any, catalogue: Catalogue
) -> None:
    hurt = {"hurt": {HEEL: 1}, "rungs": {HEEL: "hold-4"}, "morning": 6}
    diary = lived(felt(day=2, **hurt), felt(day=2, slot=Slot.EVENING, **hurt))
    diary = replace(diary, runs=(up_to(diary, HEEL, "hold-4"),))
    case = case_at(diary, 3)
    told = of_all(case)
    assert told[HEEL].to == "none"
    kept = (decision_of(told[HEEL], catalogue, case.now),)
    assert of_all(case_at(replace(diary, decisions=kept), 3)) == {}


def up_to(diary: Diary, exercise: str, rung: str) -> Any:
    """The run with the exercise on that rung from its first day on."""
    run = diary.runs[0]
    begun = diary.sessions[0].started_at.replace(hour=1)
    change = Change(at=begun, exercise=exercise, what="rung", value=rung)
    return replace(run, changes=(*run.changes, change))


@pytest.mark.parametrize("accepted", [True, False])
def test_a_session_that_was_decided_about_is_not_asked_about_again(
    accepted: bool, lived: Any, case_at: Any, felt: Any, catalogue: Catalogue
) -> None:
    for hurt in ({CLAM: 7}, {}):
        diary = lived(felt(day=2, worst=7, hurt=hurt))
        case = case_at(diary, 2, 9)
        kept = tuple(
            decision_of(verdict, catalogue, case.now, accepted=accepted)
            for verdict in of_all(case).values()
        )
        assert len(kept) == 1
        assert of_all(case_at(replace(diary, decisions=kept), 3)) == {}


def decided(at: Any, rule: str, from_: str, to: str, exercise: str = CLAM) -> Decision:
    return Decision(at=at, rule=rule, exercise=exercise, from_=from_, to=to, text="", accepted=True)


def test_a_step_down_since_the_session_began_is_enough(reds: Any, felt: Any, at: Any) -> None:
    """Three ambers took the step; the morning then makes the last of them red."""
    sessions = felt(day=2, before=2, worst=4, morning=6, hurt={CLAM: 4})
    down = decided(at(2, 9), "R-DOWN", "yellow", "none")
    assert reds(sessions, decisions=(down,)) == {}
    assert reds(felt(day=2, morning=6), decisions=(down,)) == {}


def test_a_step_back_since_the_session_began_is_taken_again(reds: Any, felt: Any, at: Any) -> None:
    """The morning gave the step back, and by noon the rise had not settled."""
    lasting = PainRating(at=at(3, 8), score=5)
    session = felt(day=2, before=1, worst=3, after=3, morning=2, hurt={CLAM: 3})
    back = decided(at(3, 7), "R-DOWN", "none", "yellow")
    told = reds(session, decisions=(back,), pain_ratings=(lasting,), hour=9)
    assert told[CLAM].to == "none"
