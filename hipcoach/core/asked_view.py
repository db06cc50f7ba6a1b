"""One exercise of a program in words: its dose and sides, and what the user changed of them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime
from functools import reduce

from hipcoach.core.catalogue import Catalogue
from hipcoach.core.change_words import dose_words
from hipcoach.core.changes import SidesDone, sides_done
from hipcoach.core.depicted import Depicted, depicted_part
from hipcoach.core.diary import Diary
from hipcoach.core.dose_view import dose_view
from hipcoach.core.exercise import Sides
from hipcoach.core.parts import Part
from hipcoach.core.plain_words import muscle_places
from hipcoach.core.run import Run
from hipcoach.core.text import Message, message


@dataclass(frozen=True, slots=True, kw_only=True)
class AskedView:
    """One exercise of the program, by the id of the one whose ladder it is.

    `picture` shows what is done on the rung. `places` are where its muscles are. `rung` is the
    user's own in the program under way, else None. `changed` are the user's changes, as in "3 sets,
    hold 3 s", and `own` the program's own values of the same; both None where nothing is changed.
    """

    exercise: str
    picture: Depicted
    name: Message
    places: Message | None
    rung: Message | None
    dose: Message
    sides: Message
    changed: Message | None = None
    own: Message | None = None


def asked_view(part: Part, catalogue: Catalogue) -> AskedView:
    """The part of a program's session in words."""
    dose, ladder = part.dose, part.ladder
    return AskedView(
        exercise=ladder.id,
        picture=depicted_part(part),
        name=message(catalogue.exercise_names[ladder.id].long),
        places=_together(muscle_places(ladder.muscles)),
        rung=None,
        dose=_dose(dose.sets, dose.low, dose.high, part.hold),
        sides=_sides(part),
    )


def own_view(part: Part, diary: Diary, catalogue: Catalogue, run: Run, at: datetime) -> AskedView:
    """The part of the session that the user would have at the moment `at`, with what is changed."""
    asked = replace(asked_view(part, catalogue), rung=message(part.rung.text))
    view = dose_view(diary, catalogue, run, asked.exercise, at)
    if view is None or not view.changed:
        return asked
    own = (words for _, words in dose_words(view.program, view.now, part.exercise))
    return replace(asked, changed=_together(view.changed), own=_together(own))


def _together(words: Iterable[Message]) -> Message:
    """The words, at least one, in one message, with commas."""
    return reduce(lambda first, then: message("{first}, {then}", first=first, then=then), words)


def _dose(sets: int, low: int, high: int, hold: float) -> Message:
    """As in "2 sets of 12–15 reps"; a set of one repetition is its hold."""
    if high == 1 and hold:
        text, one = "{n} holds of {seconds} s", "{n} hold of {seconds} s"
        return Message(text=text, one=one, n=sets, facts={"seconds": f"{hold:g}"})
    reps = f"{low}–{high}" if low != high else f"{low}"
    text, one = "{n} sets of {reps} reps", "{n} set of {reps} reps"
    return Message(text=text, one=one, n=sets, facts={"reps": reps})


def _sides(part: Part) -> Message:
    if part.exercise.sides is Sides.EACH:
        return _EACH[sides_done(part.asked.sides)]
    turns = part.exercise.sides is Sides.ALTERNATING
    return message("sides in turn") if turns else message("both together")


_EACH = {
    SidesDone.BOTH_LEFT_FIRST: message("left and right"),
    SidesDone.BOTH_RIGHT_FIRST: message("right, then left"),
    SidesDone.LEFT: message("left only"),
    SidesDone.RIGHT: message("right only"),
}
