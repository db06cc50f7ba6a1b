"""What counts towards a step up (R-UP), and why a session does not."""

from __future__ import annotations

from dataclasses import replace

import pytest

from hipcoach.core.progression.not_yet import not_yet
from hipcoach.core.run import RUNG, Change
from hipcoach.core.session import EASIER_TODAY, EASY_DAY
from tests.core.progression.lives import (
    CLAM,
    HEEL,
    LEFT,
    RIGHT,
    TWO,
    At,
    Done,
    Live,
    SetId,
    decided,
    still,
    up,
)

WEAK_SET: SetId = (CLAM, LEFT, 2)
BOTH_WEAK: dict[SetId, int] = {(CLAM, LEFT, 1): 14, (CLAM, RIGHT, 2): 13}

NOT_COUNTED = {
    "reps": (
        {"tidy": BOTH_WEAK},
        "13 tidy ones in the shortest set. A step up takes 15 in every set.",
    ),
    "one rep": (
        {"tidy": {(CLAM, LEFT, 1): 1, (CLAM, RIGHT, 1): 1}},
        "1 tidy one in the shortest set. A step up takes 15 in every set.",
    ),
    "set left out": (
        {"left_out": frozenset({WEAK_SET})},
        "1 set was left out. A step up takes all of them.",
    ),
    "sets left out": (
        {"left_out": frozenset({WEAK_SET, (CLAM, RIGHT, 2)})},
        "2 sets were left out. A step up takes all of them.",
    ),
    "exercise left out": (
        {"left_out": frozenset((CLAM, side, n) for side in (LEFT, RIGHT) for n in (1, 2))},
        "It was left out of the last session.",
    ),
    "easier version": (
        {"rungs": {CLAM: "none"}},
        "Not every set was on this level. A step up takes all of them.",
    ),
    "easier today": (
        {"program": EASIER_TODAY},
        "The last session was a lighter one. Only full sessions lead to a step up.",
    ),
    "easy day": (
        {"program": EASY_DAY},
        "The last session was an easy day. Only full sessions lead to a step up.",
    ),
    "effort": ({"effort": 8}, "Effort 8. A step up takes 7 or less."),
    "effort open": (
        {"effort": None},
        "It is not known how hard it was. A step up goes by that too.",
    ),
    "before": (
        {"before": None},
        "You did not give the pain before it. A step up goes by that too.",
    ),
    "worst": ({"worst": None}, "The worst pain is not known yet. A step up goes by that too."),
    "amber band": (
        {"before": 2, "worst": 3, "morning": 1},
        (
            "Your session: pain 2 before, 3 at its worst, 1 the next morning, usual 1. A step up "
            "waits until the pain does not rise."
        ),
    ),
}


@pytest.mark.parametrize("name", NOT_COUNTED)
def test_why_the_latest_session_does_not_count(live: Live, name: str) -> None:
    changed, why = NOT_COUNTED[name]
    case = live(Done(day=0), Done(day=1), Done(day=2, **changed))
    assert still(case) == why
    assert not_yet(case, case.catalogue.exercises[CLAM]).days == 0


@pytest.mark.parametrize("name", NOT_COUNTED)
def test_a_session_that_does_not_count_ends_the_row(live: Live, name: str) -> None:
    changed, _ = NOT_COUNTED[name]
    case = live(Done(day=0), Done(day=1, **changed), Done(day=2))
    assert still(case).startswith("15 tidy reps in every set, left and right, on 1 day so far.")


@pytest.mark.parametrize(
    ("changed", "earned"),
    [
        ({"effort": 7}, True),
        ({"effort": 8}, False),
        ({"worst": 2}, True),
        ({"worst": 3}, False),
        ({"tidy": {WEAK_SET: 15}}, True),
        ({"tidy": {WEAK_SET: 14}}, False),
        ({"morning": 2}, True),
        ({"morning": 3}, False),
        ({"before": 3, "worst": 3, "morning": 1}, True),
        ({"before": 3, "worst": 4, "morning": 1}, False),
        ({"before": 5, "worst": 5, "morning": 1}, True),
        ({"before": 6, "worst": 6, "morning": 1}, False),
    ],
)
def test_what_earns_a_step_at_its_limits(
    live: Live, changed: dict[str, object], earned: bool
) -> None:
    case = live(Done(day=0), Done(day=1, **changed))
    assert (up(case) is not None) is earned


def test_with_pain_before_the_morning_may_not_be_above_the_usual_one(live: Live) -> None:
    """R-HIGHBASE: green for going on, yet no step."""
    quiet = Done(day=0, before=3, worst=3, morning=3)
    assert up(live(quiet, Done(day=1, before=3, worst=3, morning=3))) is not None
    case = live(quiet, Done(day=1, before=3, worst=3, morning=4))
    assert still(case) == (
        "Your session: pain 3 before, 3 at its worst, 4 the next morning, usual 3. A step up waits "
        "until the pain does not rise."
    )


def test_a_morning_that_is_no_longer_asked_for_earns_nothing(live: Live) -> None:
    case = live(Done(day=0), Done(day=1, morning=None), now=(4, 9), calm=True)
    assert still(case) == "You did not give the morning after it. A step up goes by that too."


def test_an_open_morning_of_a_session_that_hurt_is_not_taken_as_calm(live: Live) -> None:
    case = live(Done(day=0), Done(day=1, worst=3, morning=None), now=(1, 9), calm=True)
    assert "3 at its worst" in still(case)


def test_the_row_begins_after_the_latest_decision(live: Live, at: At) -> None:
    """Declined or accepted: two more sessions come first."""
    declined = decided(at(2, 7), "R-UP", CLAM, ("yellow", "red"), accepted=False)
    case = live(*TWO, now=(2, 7), decisions=(declined,))
    assert still(case) == "The next step can come after 2 more sessions on this level."
    again = (*TWO, Done(day=2), Done(day=3))
    assert up(live(*again, decisions=(declined,))) is not None
    elsewhere = replace(declined, exercise=HEEL)
    assert up(live(*TWO, now=(2, 7), decisions=(elsewhere,))) is not None


def test_the_row_begins_after_a_rung_that_the_user_chose(live: Live, at: At) -> None:
    own = Change(at=at(1, 12), exercise=CLAM, what=RUNG, value="yellow")
    assert (
        still(live(*TWO, changes=(own,)))
        == "The next step can come after 2 more sessions on this level."
    )
    later = (*TWO, Done(day=2), Done(day=3))
    assert up(live(*later, changes=(own,))) is not None


def test_what_made_one_exercise_lighter_holds_back_that_one(live: Live, at: At) -> None:
    """A set fewer after a red session: the session earns no step of that exercise."""
    fewer = decided(at(0, 20), "R-RED", CLAM, ("yellow", "yellow"), facts={"sessions": 1})
    case = live(Done(day=0), Done(day=1), Done(day=2), decisions=(fewer,))
    assert still(case).startswith("15 tidy reps in every set, left and right, on 1 day so far.")
    first = live(Done(day=0), Done(day=1), decisions=(fewer,))
    assert (
        still(first) == "The last session was a lighter one. Only full sessions lead to a step up."
    )
    assert up(first, HEEL) is not None
