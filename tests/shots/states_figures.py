"""The states that show what figures do: other side, breath, step, looks, stills, a stopped one."""

from __future__ import annotations

from tests.shots import diaries
from tests.shots.hand import Hand
from tests.shots.state import State, Way, nowhere, then


def _set(number: int, seconds: float) -> Way:
    """So many seconds into the side-set of this number (from 0) of a session."""

    def go(hand: Hand) -> None:
        _position(number)(hand)
        hand.click("I am ready")
        hand.advance(seconds)

    return go


def _position(number: int) -> Way:
    """In the position of the side-set of this number, with what to do beside the mistake."""

    def go(hand: Hand) -> None:
        hand.click("Start session")
        for _ in range(number):
            hand.click("I am ready")
            hand.advance(4)
            hand.click("Done with this set")
            hand.advance(2)

    return go


CLAMSHELL = then(nowhere, "Program", "Clamshell with a band")

FIGURES = (
    State(name="01-today-look", diary=diaries.PLUM, hour=19),
    State(name="02-player-look", diary=diaries.PLUM, way=_set(0, 3)),
    State(name="02-player-stills", diary=diaries.STILLS, way=_set(0, 3)),
    State(name="02-player-other-side", diary=diaries.TRUNK, way=_set(2, 10)),
    State(name="02-player-breath", diary=diaries.TRUNK, way=_set(1, 5)),
    State(name="02-player-step-down", diary=diaries.HOLDS, way=_set(8, 4)),
    State(name="02-player-standing", diary=diaries.DIRECTIONS, way=_set(2, 3)),
    State(name="03-player-breath", diary=diaries.TRUNK, way=_position(1)),
    State(name="03-player-other-side", diary=diaries.TRUNK, way=_position(2)),
    State(name="03-player-stills", diary=diaries.STILLS, way=_position(4)),
    State(name="03-player-step-down", diary=diaries.HOLDS, way=_position(8)),
    State(name="03-player-standing", diary=diaries.DIRECTIONS, way=_position(2)),
    State(name="07b-exercise-stopped", diary=diaries.MIDWAY, way=then(CLAMSHELL, "Pause")),
    State(name="07b-exercise-stills", diary=diaries.STILLS, way=CLAMSHELL),
    State(name="10-settings-look", diary=diaries.PLUM, way=then(nowhere, "Settings")),
)
