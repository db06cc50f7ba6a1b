"""The ladder of an exercise as its page shows it: the user's own rung, and what is beyond it."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from hipcoach.core.catalogue import Catalogue
from hipcoach.core.exercise import Exercise, Rung
from hipcoach.core.levels import higher_rungs, usable
from hipcoach.core.parts import Part


class Place(StrEnum):
    """Where a rung lies, seen from the user's own; OPEN where the user has none."""

    EASIER = "easier"
    OWN = "own"
    NEXT = "next"
    LATER = "later"
    OPEN = "open"


@dataclass(frozen=True, slots=True, kw_only=True)
class RungView:
    """One rung. `usable`: the user owns its band, or it needs none.

    `leads_to` is the id of the exercise that is done from here on, where it is another one than
    on the rung before and than the page's; else "".
    """

    id: str
    text: str
    place: Place
    usable: bool
    leads_to: str = ""


def climbed(ladder: Exercise, own: Rung, taken: Collection[str]) -> tuple[Rung, ...]:
    """The rungs that a run can climb: up to the first one above `own` that enters `taken`.

    `taken` are the program's other exercises, which a ladder never enters (product.md section 4).
    """
    start = ladder.ladder.index(own) + 1
    entering = (n for n, rung in enumerate(ladder.ladder[start:], start) if rung.exercise in taken)
    return ladder.ladder[: next(entering, len(ladder.ladder))]


def taken_beside(parts: Iterable[Part], own: Part) -> frozenset[str]:
    """The exercises of the other parts: those that they name, and those that are done in them."""
    others = [part for part in parts if part is not own]
    return frozenset(name for part in others for name in (part.ladder.id, part.exercise.id))


def ladder_view(
    rungs: Sequence[Rung],
    ladder: Exercise,
    own: Rung | None,
    page: str,
    owned: Collection[int] | None,
) -> tuple[RungView, ...]:
    """The rungs of `ladder` to be shown on the page of the exercise `page`.

    `owned` are the levels of the user's bands, None where that was not asked.
    """
    places = _places(rungs, own, owned)
    done = [rung.exercise or ladder.id for rung in rungs]
    before = [page, *done[:-1]]
    return tuple(
        RungView(
            id=rung.id,
            text=rung.text,
            place=place,
            usable=usable(rung.resistance, owned),
            leads_to=now if now not in (page, last) else "",
        )
        for rung, place, now, last in zip(rungs, places, done, before, strict=True)
    )


def _places(rungs: Sequence[Rung], own: Rung | None, owned: Collection[int] | None) -> list[Place]:
    if own is None:
        return [Place.OPEN] * len(rungs)
    here = rungs.index(own)
    following = next(iter(higher_rungs(rungs, own, owned)), None)
    after = [Place.NEXT if rung is following else Place.LATER for rung in rungs[here + 1 :]]
    return [Place.EASIER] * here + [Place.OWN, *after]


def names_of(rungs: Iterable[RungView], catalogue: Catalogue) -> dict[str, str]:
    """The full names of the exercises that rungs lead to, by id."""
    led = (rung.leads_to for rung in rungs if rung.leads_to)
    return {name: catalogue.exercise_names[name].long for name in led}
