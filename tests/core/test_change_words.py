"""The user's changes from the program, as a person would say them."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

import pytest

from hipcoach.core.catalogue import Catalogue
from hipcoach.core.change_words import change_words, changed
from hipcoach.core.changes import Value, made_on
from hipcoach.core.run import ONCE_A_DAY, Change, Run
from hipcoach.core.text import say

At = Callable[..., datetime]
MakeRun = Callable[..., Run]
Say = Callable[..., list[str]]
CLAM, HEEL, BRIDGE = "clamshell-band", "quadruped-hip-extension", "single-leg-bridge"


@pytest.fixture
def said(make_run: MakeRun, at: At, catalogue: Catalogue) -> Say:
    """`said((exercise, what, value), ...)`: all changes of day 0 in words, on `day`."""

    def told(
        *made: tuple[str, str, Value], program: str = "hips-three-twice", day: int = 1, **more: str
    ) -> list[str]:
        changes = [
            Change(at=at(0, 9), exercise=exercise, what=what, value=value)
            for exercise, what, value in made
        ]
        run = make_run(program, changes=tuple(changes))
        called = {name.replace("_", "-"): other for name, other in more.items()}
        return [say(words) for words in change_words(run, catalogue, at(day, 9), called)]

    return told


WORDS = [
    ("sets", 3, "3 sets"),
    ("sets", 1, "1 set"),
    ("hold", 3, "hold 3 s"),
    ("lift", 2.5, "lift 2.5 s"),
    ("lower", 4, "lower 4 s"),
    ("pause", 1, "pause 1 s"),
    ("rest", 45, "rest 45 s"),
    ("sides", "left", "left side only"),
    ("sides", "right", "right side only"),
    ("sides", "right-left", "right side first"),
    ("low", 10, "10–15 repetitions"),
    ("high", 12, "12 repetitions"),
]


@pytest.mark.parametrize(("what", "value", "words"), WORDS)
def test_each_change_has_its_words(said: Say, what: str, value: Value, words: str) -> None:
    assert said((CLAM, what, value)) == [f"Clamshell: {words}"]


def test_a_phase_with_a_word_of_its_own_is_called_by_it(said: Say) -> None:
    name = "seated-band-internal-rotation"
    words = said((name, "lift", 3), (name, "hold", 2), program="all-directions")
    assert words == ["Sitting shin-out: Swing out 3 s, hold 2 s"]


def test_one_message_an_exercise_in_the_programs_order(said: Say) -> None:
    words = said(
        (BRIDGE, "hold", 3),
        ("", ONCE_A_DAY, True),
        (CLAM, "rest", 45),
        (CLAM, "low", 10),
        (CLAM, "high", 20),
        (CLAM, "sets", 3),
    )
    assert words == [
        "once a day",
        "Clamshell: 3 sets, 10–20 repetitions, rest 45 s",
        "One-leg bridge: hold 3 s",
    ]


def test_an_exercise_is_called_by_what_is_done_where_that_is_known(said: Say) -> None:
    words = said((BRIDGE, "hold", 3), single_leg_bridge="two-leg-bridge")
    assert words == ["Two-leg bridge: hold 3 s"]


def test_what_the_program_asks_for_anyway_is_no_change(said: Say) -> None:
    assert said((CLAM, "sets", 2), (CLAM, "sides", "left-right"), (CLAM, "hold", 2)) == []
    assert said(("", ONCE_A_DAY, None), (CLAM, "sets", None)) == []
    two_sets = ("clamshell", "sets", 2)
    assert said(two_sets, program="hips-five-hold") == ["Clamshell: 2 sets"]
    assert said(two_sets, program="hips-five-hold", day=14) == []


def test_nothing_is_said_of_what_the_program_does_not_have(said: Say) -> None:
    assert said(("", ONCE_A_DAY, True), program="hips-five-hold") == []
    assert said(("side-plank", "sets", 3)) == []
    assert said((CLAM, "sets", 3), program="gone") == []


def test_a_change_is_told_with_the_day_of_its_latest_value(
    make_run: MakeRun, at: At, catalogue: Catalogue
) -> None:
    made = [(0, "sets", 3), (2, "sets", 4), (1, "low", 10), (3, "high", 20), (5, "sets", 5)]
    changes = tuple(Change(at=at(d, 9), exercise=CLAM, what=w, value=v) for d, w, v in made)
    run, day = make_run(changes=changes), at(4, 0).date()
    found = changed(run, catalogue, made_on(run, day), day)
    assert [(say(it.words), (it.since - run.started_on).days) for it in found] == [
        ("4 sets", 2),
        ("10–20 repetitions", 3),
    ]
