"""Every page and state that is looked at: which diary, and the way there."""

from __future__ import annotations

from PySide6.QtCore import Qt

from tests.shots import diaries
from tests.shots.hand import Hand
from tests.shots.state import State, nowhere, then
from tests.shots.states_areas import AREAS
from tests.shots.states_diary import DIARY_AND_REPORT
from tests.shots.states_figures import FIGURES
from tests.shots.states_news import NEWS
from tests.shots.states_next import NEXT_TIME


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


def _stopped_urgent(hand: Hand) -> None:
    """At the stop page of a sign that is to be checked in the next days."""
    hand.click("Continue")
    hand.click("No, none of these")
    hand.click("Continue")
    hand.click("Yes, at least one")
    hand.click("Leg pain worse than back pain with numbness or weakness below the knee")
    hand.click("Continue")
    while hand.shows("No, none of these"):
        hand.click("No, none of these")
        hand.click("Continue")


def _check_first(hand: Hand) -> None:
    """At the page that asks for a professional's word, by a yes on the last of the seven pages."""
    hand.click("Continue")
    for answer in ("No, none of these",) * 6 + ("Yes, at least one",):
        hand.click(answer)
        hand.click("Continue")


def _first_day(hand: Hand) -> None:
    """On Today for the first time."""
    _programmed(hand)
    hand.click("Red")
    hand.click("Continue")
    hand.click("3")
    hand.click("Save")


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


def _may_end(hand: Hand) -> None:
    """Past the lower bound of a set, which may end now."""
    _started(hand)
    hand.click("I am ready")
    hand.advance(13 * 6 + 3)


def _own_pace(hand: Hand) -> None:
    """In a set that waits for the user."""
    _working(hand)
    hand.click("Own pace")


def _next_exercise(hand: Hand) -> None:
    """In the position of the second exercise, with what to do beside the common mistake."""
    _started(hand)
    for _ in range(4):
        hand.click("I am ready")
        hand.advance(3 * 6 + 3)
        hand.click("Done with this set")
        hand.advance(3)


def _whole(hand: Hand) -> None:
    """At the review of a session of which every set was done."""
    _started(hand)
    while hand.shows("I am ready"):
        hand.click("I am ready")
        hand.advance(13 * 6)
        hand.click("Done with this set")
        hand.advance(1)


def _leaving(hand: Hand) -> None:
    """Asked what shall become of the session, in the rest after its first set."""
    _resting(hand)
    hand.press(Qt.Key.Key_Escape)


SIGNS = "Sharp, numb, tingling, weak, dizzy, chest pain, breathless, giving way"

STATES = (
    State(name="01-today"),
    State(name="01-today-evening", hour=19),
    State(name="01-today-ten-years", diary=diaries.TEN_YEARS),
    State(name="01-today-ten-years-evening", diary=diaries.TEN_YEARS, hour=19, weekday=3),
    State(name="01-today-midway", diary=diaries.MIDWAY, hour=19, weekday=3),
    State(name="01-today-rated", diary=diaries.MIDWAY, way=then(nowhere, "3"), hour=19),
    State(name="01-today-easy-day", diary=diaries.MIDWAY, way=then(nowhere, "6"), hour=19),
    State(name="01-today-rest-day", diary=diaries.MIDWAY, way=then(nowhere, "8"), hour=19),
    State(name="01-today-done", diary=diaries.DONE_TODAY, hour=21),
    State(name="01-today-flare", diary=diaries.FLARE),
    State(name="01-today-ill", diary=diaries.ILLNESS),
    State(name="01-today-ended", diary=diaries.ENDED),
    State(name="01-today-left", way=then(_leaving, "Leave for now")),
    State(
        name="01-today-review",
        way=then(_leaving, "End the session and keep what was done", "Finish later"),
    ),
    State(name="01-today-first-day", diary=diaries.EMPTY, way=_first_day),
    State(name="02-player-position", way=_started),
    State(name="02-player-work", way=_working),
    State(name="02-player-paused", way=then(_working, "Pause")),
    State(name="02-player-may-end", way=_may_end),
    State(name="02-player-own-pace", way=_own_pace),
    State(name="02-player-switch", way=_after_set),
    State(name="02b-this-hurts", way=then(_working, "This hurts")),
    State(name="02b-this-hurts-offers", way=then(_working, "This hurts", "4")),
    State(name="02b-this-hurts-strong", way=then(_working, "This hurts", "7")),
    State(name="02b-this-hurts-only-end", way=then(_working, "This hurts", "8")),
    State(name="02b-this-hurts-sign", way=then(_working, "This hurts", SIGNS)),
    State(name="02-player-leave", way=_leaving),
    State(name="03-player-rest", way=_resting),
    State(name="03-player-next-exercise", way=_next_exercise),
    State(name="04-session-whole", way=_whole),
    State(name="04-session-done", way=then(_leaving, "End the session and keep what was done")),
    State(name="09-intro", diary=diaries.EMPTY),
    State(name="09-screening", diary=diaries.EMPTY, way=then(nowhere, "Continue")),
    State(
        name="09-screening-yes",
        diary=diaries.EMPTY,
        way=then(nowhere, "Continue", "Yes, at least one"),
    ),
    State(name="09-screening-short", diary=diaries.PAUSED, way=then(nowhere, "Start session")),
    State(
        name="09-is-this-new",
        diary=diaries.CLEARED,
        way=then(nowhere, "Start session", "Yes, at least one", "Continue"),
    ),
    State(name="09b-stop", diary=diaries.EMPTY, way=_stopped),
    State(name="09b-stop-number", diary=diaries.EMPTY, way=then(_stopped, "Show emergency number")),
    State(name="09b-stop-urgent", diary=diaries.EMPTY, way=_stopped_urgent),
    State(name="09b-check-first", diary=diaries.EMPTY, way=_check_first),
    State(
        name="09b-checked",
        diary=diaries.EMPTY,
        way=then(_stopped, "I have been checked by a doctor"),
    ),
    State(name="09-bridge", diary=diaries.EMPTY, way=then(_screened, "Continue")),
    State(name="09-program", diary=diaries.EMPTY, way=_screened),
    State(name="09-kit", diary=diaries.EMPTY, way=_programmed),
    State(name="09-pain", diary=diaries.EMPTY, way=then(_programmed, "Red", "Continue")),
    *AREAS,
    *DIARY_AND_REPORT,
    *FIGURES,
    *NEWS,
    *NEXT_TIME,
)
