"""The states of program, exercises, settings, days off, keys and hints."""

from __future__ import annotations

from typing import cast

from PySide6.QtCore import Qt

from hipcoach.core.text import tr
from hipcoach.ui.settings.page import SettingsPage
from tests.shots import diaries
from tests.shots.hand import Hand
from tests.shots.state import State, Way, nowhere, then, with_shortcut

PROGRAM: Way = then(nowhere, "Program")
BRIDGE: Way = then(PROGRAM, "Start this program")
OTHER: Way = then(PROGRAM, "Five exercises with holds")
SETTINGS: Way = then(nowhere, "Settings")


def _searched(hand: Hand) -> None:
    """A word typed anywhere on the settings."""
    SETTINGS(hand)
    hand.press(Qt.Key.Key_R, Qt.Key.Key_E, Qt.Key.Key_S, Qt.Key.Key_T)


def _nothing_found(hand: Hand) -> None:
    """A word that no setting has."""
    SETTINGS(hand)
    hand.press(Qt.Key.Key_X, Qt.Key.Key_Y, Qt.Key.Key_Z)


def _bottom(hand: Hand) -> None:
    """The end of the settings."""
    SETTINGS(hand)
    bar = cast("SettingsPage", hand.window.findChild(SettingsPage)).verticalScrollBar()
    bar.setValue(bar.maximum())


def _exercise(name: str) -> Way:
    """The page of an exercise of the running program."""
    return then(PROGRAM, name)


def _changed(hand: Hand) -> None:
    """An exercise with a longer rest than the program has."""
    _exercise("Heel lift on hands and knees")(hand)
    while _focused(hand) != tr("Rest between sets, seconds"):
        hand.press(Qt.Key.Key_Tab)
    hand.press(Qt.Key.Key_Up, Qt.Key.Key_Up)


def _once(hand: Hand) -> None:
    """The program once a day, and one of its exercises with three sets."""
    _exercise("Heel lift on hands and knees")(hand)
    while _focused(hand) != tr("Sets"):
        hand.press(Qt.Key.Key_Tab)
    hand.press(Qt.Key.Key_Up, Qt.Key.Key_Escape)
    hand.click("Program")
    hand.click("Once a day instead")


def _focused(hand: Hand) -> str:
    focused = hand.window.focusWidget()
    return focused.accessibleName() if focused else ""


def _backup(hand: Hand) -> None:
    """The backups, with one that was made just now."""
    SETTINGS(hand)
    hand.click("Back up now")
    hand.settle(1)
    hand.click("Show backups")


AREAS = (
    State(name="01-today-hint", diary=diaries.HINTS, hour=19),
    State(name="01-today-hint-note", diary=diaries.HINTS_LATER, hour=19),
    State(name="01-today-flare-week", diary=diaries.FLARE_WEEK),
    State(name="01-today-flare-began", diary=diaries.FLARE_BEGAN),
    State(name="01-today-back-5", diary=diaries.BACK_5),
    State(name="01-today-back-10", diary=diaries.BACK_10),
    State(name="01-today-away", diary=diaries.AWAY_NOW),
    State(name="01-today-back", diary=diaries.BACK),
    State(name="01-today-low-focus", diary=diaries.LOW_FOCUS, hour=19),
    State(name="07-program", diary=diaries.MIDWAY, way=PROGRAM),
    State(name="07-program-past-end", diary=diaries.PAST_END, way=PROGRAM),
    State(name="07-program-other", diary=diaries.MIDWAY, way=OTHER),
    State(
        name="07-program-change", diary=diaries.MIDWAY, way=then(OTHER, "Change to this program")
    ),
    State(name="07-program-none", diary=diaries.ENDED, way=PROGRAM),
    State(name="07-program-once", diary=diaries.MIDWAY, way=_once),
    State(name="07-program-bridge", diary=diaries.BEGINNING, way=BRIDGE),
    State(name="07b-exercise-band", diary=diaries.MIDWAY, way=_exercise("Clamshell with a band")),
    State(
        name="07b-exercise-floor",
        diary=diaries.MIDWAY,
        way=_exercise("Heel lift on hands and knees"),
    ),
    State(name="07b-exercise-bridge", diary=diaries.MIDWAY, way=_exercise("Bridge on one leg")),
    State(name="07b-exercise-changed", diary=diaries.MIDWAY, way=_changed),
    State(
        name="07b-exercise-no-bands", diary=diaries.BANDLESS, way=_exercise("Clamshell with a band")
    ),
    State(
        name="07b-exercise-hold",
        diary=diaries.PAST_END,
        way=_exercise("Heel lift on hands and knees"),
    ),
    State(
        name="07b-exercise-other",
        diary=diaries.MIDWAY,
        way=then(OTHER, "Side step-down from a step"),
    ),
    State(
        name="07b-exercise-plank",
        diary=diaries.MIDWAY,
        way=then(PROGRAM, "Hips and trunk, six weeks", "Side plank on the elbow"),
    ),
    State(name="10-settings", way=SETTINGS),
    State(name="10-settings-bottom", way=_bottom),
    State(name="10-settings-search", way=_searched),
    State(name="10-settings-nothing", way=_nothing_found),
    State(name="10-settings-backups", diary=diaries.MIDWAY, way=_backup),
    State(name="10-settings-sources", way=then(SETTINGS, "Sources")),
    State(name="10-settings-licences", way=then(SETTINGS, "Licences")),
    State(name="14-keys", way=with_shortcut(nowhere, "F1")),
    State(name="14-keys-session", way=with_shortcut(then(nowhere, "Start session"), "F1")),
    State(name="15-flare", diary=diaries.MIDWAY, way=then(nowhere, "Having a flare-up?")),
    State(
        name="15-flare-list",
        diary=diaries.MIDWAY,
        way=then(nowhere, "Having a flare-up?", "To the warning list"),
    ),
    State(name="15-flare-mistake", diary=diaries.FLARE_BEGAN, way=then(nowhere, "Not a flare-up")),
    State(name="15-flare-end", diary=diaries.FLARE, way=then(nowhere, "End the flare-up")),
    State(name="15-away", diary=diaries.MIDWAY, way=then(nowhere, "Away or ill?")),
    State(name="15-away-away", diary=diaries.MIDWAY, way=then(nowhere, "Away or ill?", "Away")),
    State(
        name="15-away-days",
        diary=diaries.MIDWAY,
        way=then(nowhere, "Away or ill?", "Away", "Until a day I know"),
    ),
    State(
        name="15-away-ill", diary=diaries.MIDWAY, way=then(nowhere, "Away or ill?", "Ill or fever")
    ),
    State(name="15-back", diary=diaries.AWAY_NOW, way=then(nowhere, "I am back")),
)
