"""What makes sessions lighter for a while: which decision is in force, for how long, and how."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from hipcoach.core.lighter import Missed, in_force, lighter, note
from hipcoach.core.opening import program_parts
from hipcoach.core.parts import Part
from hipcoach.core.run import Decision
from hipcoach.core.session import EASIER_TODAY, EASY_DAY, SessionState
from hipcoach.core.text import say

CLAM, LIFT, BRIDGE = "clamshell-band", "quadruped-hip-extension", "single-leg-bridge"
R_RED, R_DELOAD, R_TWICE = "R-RED", "R-DELOAD", "R-TWICE"


@pytest.fixture
def decided(at) -> Callable[..., Decision]:
    """`decided(rule, day=5, hour=9, exercise="", accepted=True, **facts)`: a decision."""

    def made(
        rule: str,
        day: int = 5,
        hour: int = 9,
        *,
        exercise: str = "",
        accepted: bool = True,
        **facts: object,
    ) -> Decision:
        return Decision(
            at=at(day, hour),
            rule=rule,
            exercise=exercise,
            from_="",
            to="",
            facts=facts,
            text="",
            accepted=accepted,
        )

    return made


@pytest.fixture
def parts(make_diary, catalogue, at) -> tuple[Part, ...]:
    """Three exercises of 2 sets of 12 to 15."""
    diary = make_diary()
    return program_parts(diary, catalogue, diary.runs[0], at(0, 9))


def doses(made: tuple[Part, ...]) -> list[tuple[int, int, int]]:
    """Sets, low and high of each exercise."""
    return [(part.dose.sets, part.dose.low, part.dose.high) for part in made]


def with_sets(parts: tuple[Part, ...], sets: int) -> tuple[Part, ...]:
    """The parts with so many sets."""
    return tuple(replace(part, dose=replace(part.dose, sets=sets)) for part in parts)


@pytest.mark.parametrize(
    ("rule", "sets", "dose"),
    [
        (Missed.LOW, 2, (2, 12, 12)),
        (Missed.LOW, 1, (1, 12, 12)),
        (Missed.FEWER, 3, (2, 12, 15)),
        (Missed.FEWER, 2, (1, 12, 15)),
        (Missed.FEWER, 1, (1, 8, 8)),
        (R_RED, 2, (1, 12, 15)),
        (R_RED, 1, (1, 8, 8)),
        (Missed.HALF, 3, (2, 12, 15)),
        (Missed.HALF, 2, (1, 12, 15)),
        (Missed.HALF, 1, (1, 8, 8)),
        (R_DELOAD, 4, (2, 12, 15)),
        (R_DELOAD, 1, (1, 8, 8)),
        (R_TWICE, 3, (1, 12, 15)),
        (R_TWICE, 1, (1, 12, 15)),
    ],
)
def test_what_each_rule_makes_of_a_dose(parts, decided, rule, sets, dose):
    assert set(doses(lighter(with_sets(parts, sets), [decided(rule)]))) == {dose}


def test_without_a_decision_everything_stays_as_it_is(parts):
    assert lighter(parts, ()) == parts


def test_a_red_exercise_alone_has_a_set_fewer(parts, decided):
    assert doses(lighter(parts, [decided(R_RED, exercise=LIFT)])) == [
        (2, 12, 15),
        (1, 12, 15),
        (2, 12, 15),
    ]


@pytest.mark.parametrize(
    ("sets", "rules", "dose"),
    [
        (2, (Missed.LOW, R_RED), (1, 12, 15)),
        (4, (R_RED, R_DELOAD), (2, 12, 15)),
        (3, (Missed.HALF, R_TWICE), (1, 12, 15)),
        (1, (R_TWICE, R_RED), (1, 8, 8)),
        (1, (Missed.LOW, R_TWICE), (1, 12, 12)),
        (2, (Missed.FEWER, R_RED), (1, 12, 15)),  # not two sets fewer
    ],
)
def test_of_several_an_exercise_takes_the_lightest(parts, decided, sets, rules, dose):
    told = [decided(rule) for rule in rules]
    for order in (told, told[::-1]):
        assert set(doses(lighter(with_sets(parts, sets), order))) == {dose}


@pytest.mark.parametrize("rule", [Missed.LOW, Missed.FEWER, R_RED, R_TWICE])
def test_it_holds_for_so_many_sessions_that_count(
    catalogue, at, make_diary, make_session, decided, rule
):
    """Easy days, sessions without the app and dropped ones use up none; easier today does."""
    told = decided(rule, sessions=2)
    none = (
        make_session(6, program=EASY_DAY),
        make_session(7, without_app=True),
        make_session(8, state=SessionState.DISCARDED),
        make_session(9, sets=()),
    )
    one, two = make_session(10), make_session(11, program=EASIER_TODAY)
    for sessions, holds in ((none, True), ((*none, one), True), ((*none, one, two), False)):
        diary = make_diary(*sessions, decisions=(told,))
        assert in_force(diary, at(12, 9), catalogue.rules) == ((told,) if holds else ())


def test_sessions_before_it_count_for_nothing(catalogue, at, make_diary, make_session, decided):
    told = decided(R_RED, sessions=1)
    assert in_force(make_diary(make_session(5), decisions=(told,)), at(5, 18), catalogue.rules)


@pytest.mark.parametrize("rule", [Missed.HALF, R_DELOAD])
@pytest.mark.parametrize(("day", "holds"), [(5, True), (11, True), (12, False)])
def test_it_holds_until_its_day(catalogue, at, make_diary, decided, rule, day, holds):
    told = decided(rule, until=at(11, 0).date().isoformat())
    found = in_force(make_diary(decisions=(told,)), at(day, 23), catalogue.rules)
    assert found == ((told,) if holds else ())


def test_both_limits_hold_where_there_are_both(catalogue, at, make_diary, make_session, decided):
    told = decided(R_TWICE, sessions=1, until=at(5, 0).date().isoformat())
    diary = make_diary(decisions=(told,))
    assert in_force(diary, at(5, 18), catalogue.rules) == (told,)
    assert in_force(diary, at(6, 8), catalogue.rules) == ()
    done = make_diary(make_session(5, started_at=at(5, 10)), decisions=(told,))
    assert in_force(done, at(5, 18), catalogue.rules) == ()


def test_nothing_holds_before_it_was_decided_or_four_weeks_on(catalogue, at, make_diary, decided):
    told = decided(R_RED, sessions=1)
    diary = make_diary(decisions=(told,))
    for day, holds in ((4, False), (5, True), (33, True), (34, False)):
        assert bool(in_force(diary, at(day, 9), catalogue.rules)) == holds


@pytest.mark.parametrize(
    ("changes", "facts"),
    [
        ({"accepted": False}, {"sessions": 1}),
        ({}, {}),
        ({}, {"sessions": "many"}),
        ({}, {"until": ""}),
        ({"rule": "R-DOWN"}, {"sessions": 1}),
        ({"rule": Missed.FEWER, "exercise": CLAM}, {"days": 9}),  # its step down
    ],
)
def test_what_is_declined_or_says_no_time_makes_nothing_lighter(
    catalogue, at, make_diary, decided, changes, facts
):
    told = decided(**({"rule": R_RED} | changes), **facts)
    assert in_force(make_diary(decisions=(told,)), at(5, 9), catalogue.rules) == ()


def test_a_program_that_starts_again_ends_what_was_told_before(catalogue, at, make_diary, decided):
    before, again = decided(R_RED, sessions=1), decided(Missed.RESTART, 6, 20, days=30)
    after = decided(R_RED, 7, sessions=1)
    diary = make_diary(decisions=(before, again, after))
    assert in_force(diary, at(7, 18), catalogue.rules) == (after,)
    assert in_force(diary, at(6, 9), catalogue.rules) == ()
    assert in_force(diary, at(5, 18), catalogue.rules) == (before,)


def test_what_leaves_the_least_comes_first(catalogue, at, make_diary, decided):
    """Of one kind the latest: it is the one that is said."""
    until = at(9, 0).date().isoformat()
    told = (
        decided(R_TWICE, 5, 9, sessions=1),
        decided(R_DELOAD, 5, 10, until=until),
        decided(R_RED, 5, 11, sessions=1, exercise=CLAM),
        decided(R_RED, 5, 12, sessions=1, exercise=BRIDGE),
        decided(Missed.LOW, 5, 13, sessions=1),
    )
    found = in_force(make_diary(decisions=told), at(5, 18), catalogue.rules)
    assert found == (told[0], told[1], told[3], told[2], told[4])


@pytest.mark.parametrize(
    ("rule", "facts", "words"),
    [
        (
            R_RED,
            {},
            "One set fewer this time, because of the pain around your last session.",
        ),
        (
            R_RED,
            {"sets": 1},
            "Shorter sets this time, because of the pain around your last session.",
        ),
        (R_RED, {"exercise": CLAM}, "This time one set fewer of the exercise that hurt."),
        (R_RED, {"exercise": CLAM, "sets": 1}, "This time shorter sets of the exercise that hurt."),
        (R_DELOAD, {"sets": 2}, "This is an easy week: half the sets, the same levels."),
        (R_DELOAD, {"sets": 1}, "This is an easy week: shorter sets, the same levels."),
        (
            R_TWICE,
            {},
            "One set of each exercise this time, because of the pain around today's first session.",
        ),
        (
            Missed.FEWER,
            {"days": 9, "steps": 3, "sessions": 2},
            "After 9 days without a session: one step easier, and one set fewer for 2 sessions.",
        ),
    ],
)
def test_it_says_why(decided, rule, facts, words):
    assert say(note(decided(rule, **facts))) == words
