"""What a session needs: the kit of its exercises, named as in a list."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from hipcoach.core.catalogue import Catalogue
from hipcoach.core.exercise import ResistanceKind
from hipcoach.core.format import number
from hipcoach.core.parts import Part, has_band
from hipcoach.core.text import Message, message


def kit_list(parts: Iterable[Part], catalogue: Catalogue) -> tuple[Message, ...]:
    """What the parts need, each thing once: a band with its colour, a weight with its kilograms."""
    found: list[Message] = []
    for part in parts:
        found += [thing for thing in _kit(part, catalogue) if thing not in found]
    return tuple(found)


def _kit(part: Part, catalogue: Catalogue) -> Iterator[Message]:
    """The exercise's kit without a band, then the band or the weight that the rung asks for."""
    things = [catalogue.kit[name] for name in part.exercise.kit]
    yield from (message(thing.name) for thing in things if not thing.is_band)
    resistance = part.rung.resistance
    if has_band(part):
        band = next((thing.name for thing in things if thing.is_band), "band")
        colour = message(catalogue.bands[resistance.level].colour)
        yield message("{colour} {band}", colour=colour, band=message(band))
    elif resistance.kind is ResistanceKind.ANKLE_WEIGHT:
        yield message("{kilograms} kg ankle weight", kilograms=_number(resistance.kilograms))
    elif resistance.kind is ResistanceKind.HAND_WEIGHT:
        yield message("{kilograms} kg for the hands", kilograms=_number(resistance.kilograms))


def _number(kilograms: float) -> str:
    return number(kilograms, 0 if kilograms == int(kilograms) else 1)
