"""A state to look at: a picture's name, the diary it begins with, and the way there."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from tests.shots import diaries
from tests.shots.diaries import Told
from tests.shots.hand import Hand

Way = Callable[[Hand], object]


def nowhere(hand: Hand) -> None:
    """The first page."""


@dataclass(frozen=True, slots=True, kw_only=True)
class State:
    """A picture's name, the diary it begins with and the way from the first page.

    `weekday` counts from Monday, which is 0.
    """

    name: str
    diary: Told = diaries.SAMPLE
    way: Way = nowhere
    hour: int = 9
    weekday: int = 0


def then(way: Way, *names: str) -> Way:
    """The way, and then a click on each of these."""

    def go(hand: Hand) -> None:
        way(hand)
        for name in names:
            hand.click(name)

    return go


def with_shortcut(way: Way, key: str) -> Way:
    """The way, and then a shortcut of the window."""

    def go(hand: Hand) -> None:
        way(hand)
        hand.shortcut(key)

    return go
