"""What a session will be, before it starts: its length, dose, exercises, kit, and what to know."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence, Set
from dataclasses import dataclass

from hipcoach.core.catalogue import Catalogue
from hipcoach.core.depicted import Depicted, depicted_part
from hipcoach.core.diary import Diary
from hipcoach.core.exercise import ResistanceKind, Sides
from hipcoach.core.kit import kit_list
from hipcoach.core.opening import Opened
from hipcoach.core.parts import Part, has_band
from hipcoach.core.session import SideSet
from hipcoach.core.text import Message, message

_SIDED: dict[frozenset[Sides] | None, tuple[str, str]] = {
    frozenset({Sides.EACH}): (
        "{n} sets of {reps}, each side",
        "{n} set of {reps}, each side",
    ),
    frozenset({Sides.EACH, Sides.TOGETHER}): (
        "{n} sets of {reps}, each side or both",
        "{n} set of {reps}, each side or both",
    ),
}
"""How a common dose is told, by how the session's exercises use the sides."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ExerciseTile:
    """One exercise of the session: its id and picture, name and rung as catalogue texts.

    `posture` is its body position, as in "lying on the back".
    `avoid`: who should take care, before the exercise's first time; "" later.
    """

    exercise: str
    picture: Depicted
    name: str
    rung: str
    posture: str = ""
    avoid: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class SessionCard:
    """A session that could start now.

    `minutes` as in "about 18 min", `dose` as in "2 sets of 12–15, each side". `kit` are names as in
    a list. `stand_in` may be done instead of the last exercise (the easy day's choice). `notices`:
    what has to be known before the first session, and before the first one with a band.
    """

    minutes: Message
    dose: Message
    exercises: tuple[ExerciseTile, ...]
    kit: tuple[Message, ...]
    stand_in: ExerciseTile | None = None
    notices: tuple[Message, ...] = ()


def session_card(
    diary: Diary, catalogue: Catalogue, ready: Opened, other: Opened | None = None
) -> SessionCard:
    """The session that `ready` opens; `other` is the easy day with the exercise that stands in."""
    minutes = max(round(ready.seconds / 60), 1)
    instead = next((p for p in other.parts if p not in ready.parts), None) if other else None
    new = _never_done((*ready.parts, *([instead] if instead else [])), diary)
    return SessionCard(
        minutes=Message(text="about {n} min", one="about {n} min", n=minutes),
        dose=_dose(ready.parts),
        exercises=tuple(_tile(part, new, catalogue) for part in ready.parts),
        kit=kit_list(ready.parts, catalogue),
        stand_in=_tile(instead, new, catalogue) if instead else None,
        notices=tuple(message(catalogue.texts[name]) for name in notices(ready.parts, diary)),
    )


def _dose(parts: Sequence[Part]) -> Message:
    """The dose that all exercises share, and whether it is for each side; else their number.

    Where a side is left out, nothing is said of sides.
    """
    first = parts[0].dose
    if any(part.dose != first for part in parts):
        return Message(text="{n} exercises", one="{n} exercise", n=len(parts))
    reps = {"reps": f"{first.low}–{first.high}" if first.low != first.high else f"{first.low}"}
    whole = all(len(part.sides) == 2 for part in parts if part.exercise.sides is Sides.EACH)
    sides = frozenset(part.exercise.sides for part in parts) if whole else None
    text, one = _SIDED.get(sides, ("{n} sets of {reps}", "{n} set of {reps}"))
    return Message(text=text, one=one, n=first.sets, facts=reps)


def _never_done(parts: Iterable[Part], diary: Diary) -> Set[str]:
    """The ladders of these parts of which no set was ever done."""
    left = {part.ladder.id for part in parts}
    for done in _side_sets(diary):
        left.discard(done.exercise)
        if not left:
            break
    return left


def _tile(part: Part, new: Collection[str], catalogue: Catalogue) -> ExerciseTile:
    """`new` are the ladders whose "avoid" is to be read first."""
    return ExerciseTile(
        exercise=part.exercise.id,
        picture=depicted_part(part),
        name=catalogue.exercise_names[part.exercise.id].short,
        rung=part.rung.text,
        posture=catalogue.postures[part.exercise.posture].name,
        avoid=part.exercise.avoid if part.ladder.id in new else "",
    )


def notices(parts: Sequence[Part], diary: Diary) -> list[str]:
    """Names of the texts to read before the first session, and before the first with a band."""
    names = [] if any(_side_sets(diary)) else ["breathing", "stop-signs"]
    banded = (done.resistance.kind is ResistanceKind.BAND for done in _side_sets(diary))
    first_band = any(has_band(part) for part in parts) and not any(banded)
    return [*names, "band-card"] if first_band else names


def _side_sets(diary: Diary) -> Iterator[SideSet]:
    """All side-sets that were ever done with the app, which told what to know, the oldest first."""
    with_app = (session for session in diary.sessions if not session.without_app)
    return (done for session in with_app for done in session.sets)
