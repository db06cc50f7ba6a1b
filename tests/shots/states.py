"""Every page and state that is looked at: which diary, and the way there."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum

from PySide6.QtCore import Qt

from tests.shots.hand import Hand


class Diaries(Enum):
    """The diaries that states begin with; the value is the weeks of the sample, 0 for none."""

    EMPTY = 0
    SAMPLE = 12
    TEN_YEARS = 520


Way = Callable[[Hand], object]


def _nowhere(hand: Hand) -> None:
    """The first page."""


@dataclass(frozen=True, slots=True, kw_only=True)
class State:
    """A picture's name, the diary it begins with and the way from the first page."""

    name: str
    diary: Diaries = Diaries.SAMPLE
    way: Way = _nowhere
    hour: int = 9


def _screened(hand: Hand) -> None:
    """Past the introduction and every page of the screening, with no."""
    hand.click("Continue")
    while hand.shows("No, none of these"):
        hand.click("No, none of these")
        hand.click("Continue")


def _programmed(hand: Hand) -> None:
    """Past the choice of a program."""
    _screened(hand)
    hand.click("Continue")
    hand.click("Yes")
    hand.click("Continue")


def _stopped(hand: Hand) -> None:
    """At the stop page, by a yes on the first page of the screening."""
    hand.click("Continue")
    hand.click("Yes, at least one")
    hand.click("Continue")


def _started(hand: Hand) -> None:
    """In the first position of a session."""
    hand.click("Start session")


def _working(hand: Hand) -> None:
    """In the hold of the fourth repetition."""
    _started(hand)
    hand.click("I am ready")
    hand.advance(3 * 6 + 3)


def _after_set(hand: Hand) -> None:
    """Turning to the second side."""
    _working(hand)
    hand.click("Done with this set")
    hand.advance(3)


def _resting(hand: Hand) -> None:
    """In the rest after both sides of the first set."""
    _after_set(hand)
    hand.click("I am ready")
    hand.advance(3 * 6 + 3)
    hand.click("Done with this set")
    hand.advance(3)


def _leaving(hand: Hand) -> None:
    """Asked what shall become of the session, in the rest after its first set."""
    _resting(hand)
    hand.press(Qt.Key.Key_Escape)


def _then(way: Way, *names: str) -> Way:
    """The way, and then a click on each of these."""

    def go(hand: Hand) -> None:
        way(hand)
        for name in names:
            hand.click(name)

    return go


STATES = (
    State(name="01-today"),
    State(name="01-today-evening", hour=19),
    State(name="01-today-ten-years", diary=Diaries.TEN_YEARS),
    State(name="02-player-position", way=_started),
    State(name="02-player-work", way=_working),
    State(name="02-player-paused", way=_then(_working, "Pause")),
    State(name="02-player-switch", way=_after_set),
    State(name="02b-this-hurts", way=_then(_working, "This hurts")),
    State(name="02b-this-hurts-offers", way=_then(_working, "This hurts", "4")),
    State(name="02-player-leave", way=_leaving),
    State(name="03-player-rest", way=_resting),
    State(name="04-session-done", way=_then(_leaving, "End the session and keep what was done")),
    State(name="09-intro", diary=Diaries.EMPTY),
    State(name="09-screening", diary=Diaries.EMPTY, way=_then(_nowhere, "Continue")),
    State(name="09b-stop", diary=Diaries.EMPTY, way=_stopped),
    State(name="09-program", diary=Diaries.EMPTY, way=_screened),
    State(name="09-kit", diary=Diaries.EMPTY, way=_programmed),
    State(name="09-pain", diary=Diaries.EMPTY, way=_then(_programmed, "Red", "Continue")),
    State(name="10-settings", way=_then(_nowhere, "Settings")),
)
