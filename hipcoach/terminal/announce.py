"""What is said before a session: its length, what it needs, what is new in it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from hipcoach.core.catalogue import Catalogue
from hipcoach.core.diary import Diary
from hipcoach.core.kit import kit_list
from hipcoach.core.opening import Opened
from hipcoach.core.session import SideSet
from hipcoach.core.session_card import notices
from hipcoach.core.text import ntr, say, tr
from hipcoach.terminal.dialogue import Dialogue


def announce(dialogue: Dialogue, ready: Opened, catalogue: Catalogue, diary: Diary) -> None:
    """Tell what comes; `diary` tells what was done before."""
    with_app = (session for session in diary.sessions if not session.without_app)
    done = [side_set for session in with_app for side_set in session.sets]
    dialogue.tell(
        "",
        ntr("About {n} minute.", "About {n} minutes.", round(ready.seconds / 60)),
        tr("You need: {kit}.", kit=", ".join(map(say, kit_list(ready.parts, catalogue)))),
    )
    for name in notices(ready.parts, diary):
        dialogue.tell("", tr(catalogue.texts[name]))
    for lines in _new_exercises(ready, catalogue, done):
        dialogue.tell("", *lines)


def _new_exercises(
    ready: Opened, catalogue: Catalogue, done: Sequence[SideSet]
) -> Iterator[list[str]]:
    """How to lie or stand, and who should take care, before an exercise's first time."""
    known = {side_set.exercise for side_set in done}
    for part in ready.parts:
        if part.ladder.id not in known:
            name = catalogue.exercise_names[part.exercise.id].long
            yield [tr(text) for text in (name, part.exercise.start, part.exercise.avoid) if text]
