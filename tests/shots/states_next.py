"""The states of the review: what comes of its answers next time."""

from __future__ import annotations

from typing import cast

from PySide6.QtCore import Qt

from hipcoach.ui.controls.score_scale import ScoreScale
from tests.shots import diaries
from tests.shots.hand import Hand
from tests.shots.state import State, Way, then

Key = Qt.Key


def _performed(hand: Hand) -> None:
    """At the review of a session of which every set was done to its end."""
    hand.click("Start session")
    while hand.shows("I am ready"):
        hand.click("I am ready")
        hand.advance(15 * 6 + 1)


def _cut_short(hand: Hand) -> None:
    """At the review of a session whose sets were ended one after the other."""
    hand.click("Start session")
    while hand.shows("I am ready"):
        hand.click("I am ready")
        hand.advance(13 * 6)
        if hand.shows("Done with this set"):
            hand.click("Done with this set")
        hand.advance(1)


def _hurt(hand: Hand) -> None:
    """At the review of a session whose first exercise was left because it hurt."""
    hand.click("Start session")
    hand.click("I am ready")
    hand.advance(3 * 6 + 3)
    hand.click("This hurts")
    hand.press(Key.Key_7, Key.Key_S, Key.Key_Return)
    hand.settle(0.2)
    while hand.shows("I am ready"):
        hand.click("I am ready")
        hand.advance(15 * 6 + 1)


def _answer(hand: Hand, *scores: int) -> None:
    """Effort, worst pain and pain now, as far as they are told."""
    scales = cast("list[ScoreScale]", hand.window.findChildren(ScoreScale))
    shown = [scale for scale in scales if scale.isVisible()]
    for scale, score in zip(shown, scores, strict=False):
        scale.type_digit(score)
    hand.settle(0.1)


def _felt(way: Way, *scores: int) -> Way:
    """The way, and then these answers."""

    def go(hand: Hand) -> None:
        way(hand)
        _answer(hand, *scores)

    return go


def _one_side_short(hand: Hand) -> None:
    """Four fewer were tidy in the first set, the one that has the focus first."""
    _performed(hand)
    hand.press(*[Key.Key_Down] * 4)
    _answer(hand, *WELL)


def _first_time(hand: Hand) -> None:
    """The first session of all, and how strong the pain is before it."""
    hand.click("2")
    hand.click("Save")
    _performed(hand)
    _answer(hand, *WELL)


WELL = (5, 2, 2)

NEXT_TIME = (
    State(name="04-next-open", diary=diaries.EARNED, way=_performed),
    State(name="04-next-up", diary=diaries.EARNED, way=_felt(_performed, *WELL)),
    State(
        name="04-next-declined",
        diary=diaries.EARNED,
        way=then(_felt(_performed, *WELL), "Stay as it is"),
    ),
    State(name="04-next-side", diary=diaries.EARNED, way=_one_side_short),
    State(name="04-next-first", diary=diaries.FRESH, way=_first_time),
    State(name="04-next-down", diary=diaries.EARNED, way=_felt(_hurt, *WELL[:1])),
    State(
        name="04-next-fewer",
        diary=diaries.EARNED,
        way=_felt(_performed, 5, 6, 4),
    ),
    State(
        name="04-next-amber",
        diary=diaries.EARNED,
        way=_felt(_performed, 5, 4, 3),
    ),
    State(name="04-next-nine", diary=diaries.TRUNK, way=_felt(_cut_short, *WELL)),
)
