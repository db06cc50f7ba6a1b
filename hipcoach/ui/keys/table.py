"""Every key that works, and where: the one table behind F1 and the README's list.

Keys are named as Qt names them ("Ctrl+1", "PgDown"); tests compare them with the shortcuts of the
window and with the keys of the player.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from hipcoach.core.text import Message, message


class Joint(Enum):
    """How the keys of a line belong together: one or the other, a span of them, or each its own."""

    OR = "or"
    TO = "to"
    EACH = ","


@dataclass(frozen=True, slots=True, kw_only=True)
class KeyLine:
    """Keys and what they do. `alone`: also on pages that hide the rail, as a session's."""

    keys: tuple[str, ...]
    does: Message
    joint: Joint = Joint.OR
    alone: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class KeyGroup:
    """Keys that work at one place."""

    title: Message
    lines: tuple[KeyLine, ...]


DIGITS = tuple("0123456789")

WINDOW = KeyGroup(
    title=message("On every page"),
    lines=(
        KeyLine(keys=("Ctrl+1",), does=message("Today")),
        KeyLine(keys=("Ctrl+2",), does=message("Program")),
        KeyLine(keys=("Ctrl+3",), does=message("Diary")),
        KeyLine(keys=("Ctrl+5",), does=message("Report")),
        KeyLine(keys=("Ctrl+,",), does=message("Settings")),
        KeyLine(keys=("Ctrl+N",), does=message("A new pain rating")),
        KeyLine(keys=("Ctrl+Shift+N",), does=message("A new diary entry")),
        KeyLine(keys=("Ctrl+E",), does=message("Save the report as PDF")),
        KeyLine(keys=("Ctrl+Return", "Ctrl+Enter"), does=message("Start a session")),
        KeyLine(keys=("Ctrl+Z",), does=message("Take back the last change")),
        KeyLine(keys=("F1",), does=message("Show the keys, or hide them"), alone=True),
        KeyLine(keys=("Ctrl+Q",), does=message("Quit"), alone=True),
    ),
)
"""The shortcuts of the window."""

MOVING = KeyGroup(
    title=message("Buttons and choices"),
    lines=(
        KeyLine(
            keys=("Tab", "Shift+Tab"), does=message("The next, the one before"), joint=Joint.EACH
        ),
        KeyLine(keys=("Space", "Return", "Enter"), does=message("Press it")),
        KeyLine(keys=("Left", "Right"), does=message("Move in a choice"), joint=Joint.EACH),
    ),
)

SCALE = KeyGroup(
    title=message("On the scale from 0 to 10"),
    lines=(
        KeyLine(
            keys=DIGITS, does=message("Choose the number; 1 and then 0 for 10"), joint=Joint.TO
        ),
        KeyLine(keys=("Left", "Right"), does=message("Move"), joint=Joint.EACH),
        KeyLine(keys=("Home", "End"), does=message("To 0, to 10"), joint=Joint.EACH),
        KeyLine(keys=("Space", "Return", "Enter"), does=message("Choose the number you are on")),
    ),
)

NUMBER = KeyGroup(
    title=message("On a number with − and +"),
    lines=(
        KeyLine(keys=DIGITS, does=message("Type it"), joint=Joint.TO),
        KeyLine(keys=("Up", "Down"), does=message("One more, one less"), joint=Joint.EACH),
    ),
)

SESSION = KeyGroup(
    title=message("In a session"),
    lines=(
        KeyLine(keys=("Space",), does=message("Pause, go on")),
        KeyLine(keys=("Return", "Enter"), does=message("Done with this set, or ready for it")),
        KeyLine(keys=("Right", "PgDown"), does=message("Skip")),
        KeyLine(keys=("Left", "PgUp"), does=message("Back")),
        KeyLine(keys=("H",), does=message("This hurts")),
        KeyLine(keys=("Up", "Down"), does=message("Count one more, one less"), joint=Joint.EACH),
        KeyLine(keys=("R",), does=message("Say it again")),
        KeyLine(keys=("F11",), does=message("Full screen")),
        KeyLine(keys=("Esc",), does=message("Leave: pauses and asks")),
        KeyLine(
            keys=(
                "Media Play",
                "Media Pause",
                "Toggle Media Play/Pause",
                "Media Next",
                "Media Previous",
            ),
            does=message("Pause, skip and back, on a keyboard or headset"),
            joint=Joint.EACH,
        ),
    ),
)
"""The player's keys."""

HURT = KeyGroup(
    title=message("After “This hurts”"),
    lines=(
        KeyLine(keys=DIGITS, does=message("How strong it is; 1 and then 0 for 10"), joint=Joint.TO),
        KeyLine(
            keys=("E", "F", "S", "X"),
            does=message("Easier, fewer, skip, end"),
            joint=Joint.EACH,
        ),
        KeyLine(keys=("Up", "Down"), does=message("Choose what comes next"), joint=Joint.EACH),
        KeyLine(keys=("Return", "Enter"), does=message("Go on with it")),
    ),
)

LEAVING = KeyGroup(
    title=message("When leaving asks"),
    lines=(
        KeyLine(keys=("Esc",), does=message("Back to the session")),
        KeyLine(keys=("L",), does=message("Leave for now")),
        KeyLine(keys=("X",), does=message("End the session and keep what was done")),
    ),
)

SEARCH = KeyGroup(
    title=message("In the settings"),
    lines=(
        KeyLine(keys=("Ctrl+F",), does=message("Search; a letter typed anywhere does so, too")),
        KeyLine(keys=("Esc",), does=message("End the search")),
    ),
)

TO_TODAY = KeyGroup(
    title=message("On this page"),
    lines=(KeyLine(keys=("Esc",), does=message("Back to Today")),),
)

TO_SETTINGS = KeyGroup(
    title=message("On this page"),
    lines=(KeyLine(keys=("Esc",), does=message("Back to Settings")),),
)

BACK = KeyGroup(
    title=message("On this page"),
    lines=(KeyLine(keys=("Esc",), does=message("Back")),),
)

CHART = KeyGroup(
    title=message("On the chart"),
    lines=(
        KeyLine(keys=("Left", "Right"), does=message("To the next rated day"), joint=Joint.EACH),
        KeyLine(
            keys=("Home", "End"), does=message("To the first day, to the last"), joint=Joint.EACH
        ),
        KeyLine(
            keys=("PgUp", "PgDown"), does=message("Show earlier, show later"), joint=Joint.EACH
        ),
        KeyLine(
            keys=("Plus", "Minus"), does=message("Show fewer days, show more"), joint=Joint.EACH
        ),
        KeyLine(keys=("Return", "Enter"), does=message("Go to the entries of that day")),
    ),
)

ENTRIES = KeyGroup(
    title=message("In the list of entries"),
    lines=(
        KeyLine(
            keys=("Up", "Down"), does=message("The one above, the one below"), joint=Joint.EACH
        ),
        KeyLine(keys=("Return", "Enter"), does=message("Open it, to change it")),
        KeyLine(keys=("Del",), does=message("Delete it; Ctrl+Z brings it back")),
        KeyLine(keys=("Esc",), does=message("Close what you opened")),
    ),
)

REPORT = KeyGroup(
    title=message("On this page"),
    lines=(
        KeyLine(keys=("Ctrl+PgUp",), does=message("The page before")),
        KeyLine(keys=("Ctrl+PgDown",), does=message("The next page")),
    ),
)

_PAGES: dict[str, tuple[KeyGroup, ...]] = {
    "today": (SCALE,),
    "program-change": (BACK,),
    "exercise": (BACK, NUMBER),
    "diary": (CHART, ENTRIES, SCALE),
    "report": (REPORT,),
    "settings": (SEARCH, NUMBER),
    "backups": (TO_SETTINGS,),
    "sources": (TO_SETTINGS,),
    "licences": (TO_SETTINGS,),
    "days-off": (TO_TODAY,),
    "days-off-check": (BACK,),
    "review": (SCALE, NUMBER),
    "player": (SESSION, HURT, LEAVING),
}
"""The groups of each page that has keys of its own."""


def groups(page: str, *, beside_rail: bool) -> tuple[KeyGroup, ...]:
    """The keys of a page, and after them those that work everywhere."""
    lines = tuple(line for line in WINDOW.lines if beside_rail or line.alone)
    return (*_PAGES.get(page, ()), KeyGroup(title=WINDOW.title, lines=lines), MOVING)
