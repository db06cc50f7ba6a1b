"""Pose numbers that would do nothing, because a pin decides or is not there: they would mislead."""

from __future__ import annotations

from collections.abc import Iterator

from hipcoach.figure.values.drawn import Drawn, Hand, Pin
from hipcoach.figure.values.names import SIDES

_PLACE = ("x", "y", "z")
_LEG = ("hip.flex", "hip.abd", "hip.er", "knee.flex")
_ANKLE = ("ankle.dorsi", "ankle.inv", "ankle.out")
_FOOT = ("foot.pitch", "foot.out", "foot.roll")
_ARM = ("sho.flex", "sho.abd", "sho.er", "elbow.flex")


def idle_numbers(drawn: Drawn) -> Iterator[str]:
    """Numbers of keys and mistakes that have no effect, as "key: reason"."""
    idle = set(_idle(drawn))
    for key in drawn.keys:
        for name in sorted(idle & set(key.pose)):
            yield f"{name}: has no effect with these pins"
    for mistake, pose in drawn.mistakes.items():
        for name in sorted(idle & set(pose.delta)):
            yield f"mistakes.{mistake}.delta.{name}: has no effect with these pins"


def _idle(drawn: Drawn) -> Iterator[str]:
    yield from _PLACE if drawn.root_pin else (f"root.{axis}" for axis in _PLACE)
    for side in SIDES:
        ankle, hand = drawn.pins.get(f"{side}_ankle"), drawn.pins.get(f"{side}_hand")
        yield from (f"{side}_{name}" for name in (*_idle_leg(ankle), *_idle_arm(hand)))


def _idle_leg(pin: Pin | None) -> tuple[str, ...]:
    place = tuple(f"ankle.{axis}" for axis in _PLACE)
    if pin is None:
        return ("swivel", *place, *_FOOT)
    return (*_LEG, *(_ANKLE if pin.level_foot else _FOOT))


def _idle_arm(pin: Pin | None) -> tuple[str, ...]:
    place = tuple(f"hand.{axis}" for axis in _PLACE)
    if pin is None:
        return ("elbow.swivel", *place, "hand.dir")
    of_hand = {
        Hand.FLAT: ("hand.pron", "hand.flex"),
        Hand.WRAP: ("hand.pron", "hand.dir"),
        Hand.FOLLOW: ("hand.dir",),
    }
    return (*_ARM, *of_hand[pin.hand])
