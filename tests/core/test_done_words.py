"""How much of an exercise was done, in words."""

from __future__ import annotations

import pytest

from hipcoach.core.done_words import done_words
from hipcoach.core.exercise import Side
from hipcoach.core.session_entry import ExerciseDone
from hipcoach.core.text import say

LEFT, RIGHT, BOTH = Side.LEFT, Side.RIGHT, Side.BOTH


@pytest.mark.parametrize(
    ("sets", "reps", "in_turn", "words"),
    [
        (2, ((LEFT, 12), (RIGHT, 12)), False, "2 sets of 12, left and right"),
        (1, ((LEFT, 12), (RIGHT, 12)), False, "1 set of 12, left and right"),
        (2, ((LEFT, 12), (RIGHT, 10)), False, "2 sets: left 12, right 10"),
        (2, ((RIGHT, 10),), False, "2 sets of 10, right only"),
        (1, ((LEFT, 10),), False, "1 set of 10, left only"),
        (3, ((BOTH, 15),), False, "3 sets of 15"),
        (2, ((BOTH, 8),), True, "2 sets of 8 on each leg"),
    ],
)
def test_sets_and_repetitions_are_said_with_their_sides(sets, reps, in_turn, words):
    done = ExerciseDone(exercise="clamshell-band", sets=sets, reps=reps)
    assert say(done_words(done, in_turn=in_turn)) == words
