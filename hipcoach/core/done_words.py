"""How much of an exercise was done in a session without the app, in words."""

from __future__ import annotations

from hipcoach.core.exercise import Side
from hipcoach.core.session_entry import ExerciseDone
from hipcoach.core.text import Message


def done_words(done: ExerciseDone, *, in_turn: bool) -> Message:
    """Sets and repetitions, as in "2 sets of 12, left and right".

    `in_turn`: the legs take turns within a set, and repetitions count per leg.
    """
    reps = dict(done.reps)
    left, right, both = (reps.get(side, 0) for side in (Side.LEFT, Side.RIGHT, Side.BOTH))
    if both and in_turn:
        return _sets("{n} set of {reps} on each leg", "{n} sets of {reps} on each leg", done, both)
    if both:
        return _sets("{n} set of {reps}", "{n} sets of {reps}", done, both)
    if left and right and left != right:
        one, many = "{n} set: left {left}, right {right}", "{n} sets: left {left}, right {right}"
        return Message(text=many, one=one, n=done.sets, facts={"left": left, "right": right})
    if left and right:
        one, many = "{n} set of {reps}, left and right", "{n} sets of {reps}, left and right"
    elif left:
        one, many = "{n} set of {reps}, left only", "{n} sets of {reps}, left only"
    else:
        one, many = "{n} set of {reps}, right only", "{n} sets of {reps}, right only"
    return _sets(one, many, done, left or right)


def _sets(one: str, many: str, done: ExerciseDone, reps: int) -> Message:
    return Message(text=many, one=one, n=done.sets, facts={"reps": reps})
