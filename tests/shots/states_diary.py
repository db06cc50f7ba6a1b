"""The states of the Diary and Report pages."""

from __future__ import annotations

from PySide6.QtCore import Qt

from tests.shots import diaries
from tests.shots.hand import Hand
from tests.shots.state import State, Way, nowhere, then

DRAWN = 3.0
"""Real seconds within which a chart is loaded and drawn, or a page is set."""


def _drawn(way: Way) -> Way:
    """The way, and what it takes to draw what is there."""

    def go(hand: Hand) -> None:
        way(hand)
        hand.settle(DRAWN)

    return go


DIARY: Way = _drawn(then(nowhere, "Diary"))
OTHER: Way = then(DIARY, "Session or days away")
ENTRY: Way = then(DIARY, "New entry")
REPORT: Way = _drawn(then(nowhere, "Report"))


def _typed(hand: Hand) -> None:
    """An entry with a score, two places and a note."""
    ENTRY(hand)
    hand.press(Qt.Key.Key_3)
    hand.settle(1)
    hand.click("Low back, middle")
    hand.click("Left buttock")


def _walked(hand: Hand) -> None:
    """The chart with a point that tells itself."""
    DIARY(hand)
    hand.click("Back pain, chart")
    hand.press(Qt.Key.Key_End, *[Qt.Key.Key_Left] * 3)


def _edited(hand: Hand) -> None:
    """The newest entry, opened."""
    DIARY(hand)
    hand.click("Entries")
    hand.press(Qt.Key.Key_Home, Qt.Key.Key_Return)


DIARY_AND_REPORT = (
    State(name="05-diary", diary=diaries.MIDWAY, way=DIARY, hour=19),
    State(name="05-diary-new", diary=diaries.MIDWAY, way=_typed, hour=19),
    State(name="05-diary-edit", diary=diaries.MIDWAY, way=_edited, hour=19),
    State(name="05-diary-walk", diary=diaries.MIDWAY, way=_walked, hour=19),
    State(name="05-diary-other", diary=diaries.MIDWAY, way=OTHER, hour=19),
    State(
        name="05-diary-session",
        diary=diaries.MIDWAY,
        way=then(OTHER, "Session without the app"),
        hour=19,
    ),
    State(
        name="05-diary-period",
        diary=diaries.MIDWAY,
        way=then(OTHER, "Flare-up or days away"),
        hour=19,
    ),
    State(name="05-diary-three-months", diary=diaries.SAMPLE, way=then(DIARY, "3 months")),
    State(name="05-diary-ten-years", diary=diaries.TEN_YEARS, way=_drawn(then(DIARY, "All"))),
    State(name="05-diary-table", diary=diaries.MIDWAY, way=then(DIARY, "Show as table")),
    State(name="05-diary-low-focus", diary=diaries.LOW_FOCUS, way=DIARY),
    State(name="05-diary-flare", diary=diaries.FLARE, way=DIARY),
    State(name="05-diary-no-program", diary=diaries.BEGINNING, way=DIARY),
    State(name="05-diary-empty", diary=diaries.FRESH, way=_drawn(then(nowhere, "Skip", "Diary"))),
    State(name="08-report", diary=diaries.SAMPLE, way=REPORT),
    State(name="08-report-dates", diary=diaries.SAMPLE, way=_drawn(then(REPORT, "Dates"))),
    State(
        name="08-report-page-2",
        diary=diaries.MIDWAY,
        way=_drawn(then(_drawn(then(REPORT, "Every session and entry (more pages)")), "Next page")),
    ),
    State(name="08-report-ten-years", diary=diaries.TEN_YEARS, way=REPORT),
    State(name="08-report-no-program", diary=diaries.BEGINNING, way=REPORT),
    State(name="08-report-empty", diary=diaries.FRESH, way=_drawn(then(nowhere, "Skip", "Report"))),
)
