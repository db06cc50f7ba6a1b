"""A session that was left today, as Today offers it: where it goes on, and whether it may."""

from __future__ import annotations

from dataclasses import dataclass

from hipcoach.core.admission import refusal_to_resume
from hipcoach.core.catalogue import Catalogue
from hipcoach.core.diary import Diary
from hipcoach.core.exercise import Side
from hipcoach.core.opening import Opened, reopened
from hipcoach.core.recorder import resume_point
from hipcoach.core.schedule import Due
from hipcoach.core.text import Message, message


@dataclass(frozen=True, slots=True, kw_only=True)
class LeftView:
    """`resume` as in "Resume: Clamshell, set 2, left".

    `refused` says why it may not go on, None where it may; then it can still be kept or discarded.
    """

    resume: Message
    refused: Message | None = None


def left_view(diary: Diary, catalogue: Catalogue, found: Due) -> LeftView | None:
    """The session that was left today, or None; of one whose run is gone nothing is offered."""
    session = found.resumable
    ready = reopened(diary, catalogue, session) if session else None
    if session is None or ready is None:
        return None
    return LeftView(
        resume=message("Resume: {place}", place=_place(ready, catalogue)),
        refused=refusal_to_resume(session, diary, catalogue, found),
    )


def _place(ready: Opened, catalogue: Catalogue) -> Message:
    """Where the session goes on."""
    point = resume_point(ready.session, ready.parts)
    if point is None:
        return message("its end")
    sides = {
        Side.LEFT: message("left"),
        Side.RIGHT: message("right"),
        Side.BOTH: message("both sides"),
    }
    name = message(catalogue.exercise_names[ready.parts[point.part].exercise.id].short)
    facts = {"name": name, "set": point.set, "side": sides[point.side]}
    return message("{name}, set {set}, {side}", **facts)
