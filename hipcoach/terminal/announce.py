"""What is said before a session: its length, what it needs, what is new in it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from hipcoach.core.catalogue import Catalogue
from hipcoach.core.exercise import ResistanceKind
from hipcoach.core.opening import Opened
from hipcoach.core.parts import Part, has_band
from hipcoach.core.session import Session, SideSet
from hipcoach.core.text import ntr, tr
from hipcoach.terminal.dialogue import Dialogue


def announce(
    dialogue: Dialogue, ready: Opened, catalogue: Catalogue, sessions: Sequence[Session]
) -> None:
    """Tell what comes; `sessions` are those done before."""
    done = [side_set for session in sessions for side_set in session.sets]
    kit = dict.fromkeys(name for part in ready.parts for name in _kit(part, catalogue))
    dialogue.tell(
        "",
        ntr("About {n} minute.", "About {n} minutes.", round(ready.seconds / 60)),
        tr("You need: {kit}.", kit=", ".join(tr(name) for name in kit)),
    )
    for name in _cards(ready, done):
        dialogue.tell("", tr(catalogue.texts[name]))
    for lines in _new_exercises(ready, catalogue, done):
        dialogue.tell("", *lines)


def _kit(part: Part, catalogue: Catalogue) -> list[str]:
    """What a part needs: a band only where its rung has one, and its rung's weight."""
    kit = [catalogue.kit[name] for name in part.exercise.kit]
    names = [thing.name for thing in kit if has_band(part) or not thing.is_band]
    plain = part.rung.resistance.kind in {ResistanceKind.NONE, ResistanceKind.BAND}
    return names if plain else [*names, part.rung.text]


def _cards(ready: Opened, done: Sequence[SideSet]) -> list[str]:
    """What has to be known before the first session, and before the first one with a band."""
    cards = [] if done else ["breathing", "stop-signs"]
    before = any(side_set.resistance.kind is ResistanceKind.BAND for side_set in done)
    first_band = not before and any(has_band(part) for part in ready.parts)
    return [*cards, "band-card"] if first_band else cards


def _new_exercises(
    ready: Opened, catalogue: Catalogue, done: Sequence[SideSet]
) -> Iterator[list[str]]:
    """How to lie or stand, and who should take care, before an exercise's first time."""
    known = {side_set.exercise for side_set in done}
    for part in ready.parts:
        if part.ladder.id not in known:
            name = catalogue.exercise_names[part.exercise.id].long
            yield [tr(text) for text in (name, part.exercise.start, part.exercise.avoid) if text]
