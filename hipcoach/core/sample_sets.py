"""The side-sets of the sample's sessions, as the recorder would have written them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

from hipcoach.core.catalogue import Catalogue
from hipcoach.core.events import Ending, SetEnded
from hipcoach.core.opening import Opened
from hipcoach.core.parts import Part
from hipcoach.core.recorder import event, side_set, with_event
from hipcoach.core.run import Times
from hipcoach.core.session import EventKind, Session, SessionState
from hipcoach.core.tempo import repetition_seconds
from hipcoach.core.timeline import Point, approach, side_sets

Repetitions = Callable[[Part, Point], tuple[int, int]]
"""The repetitions counted in a side-set, and how many of them were tidy."""

LAST_SECONDS = timedelta(seconds=20)


def performed(
    ready: Opened, catalogue: Catalogue, count: Repetitions, stop_after: int | None = None
) -> Session:
    """The session with its side-sets done at their pace; `stop_after` of them it is ended early."""
    done, at, points = [], ready.session.started_at, side_sets(ready.parts)
    for before, point in list(zip((None, *points), points, strict=False))[:stop_after]:
        part = ready.parts[point.part]
        lead = approach(ready.parts, before, point, Times(), catalogue.postures)
        reps, tidy = count(part, point)
        at += timedelta(seconds=lead.seconds + reps * repetition_seconds(part.tempo))
        ended = SetEnded(at=0.0, point=point, reps=reps, ending=Ending.DONE)
        done.append(replace(side_set(part, ended, at), tidy_reps=tidy))
    ended_at = at + LAST_SECONDS
    session = replace(ready.session, sets=tuple(done), ended_at=ended_at)
    if len(done) == len(points):
        return replace(session, state=SessionState.FINISHED)
    left = points[len(done)]
    end = event(ready.parts[left.part], left, EventKind.END, ended_at)
    return with_event(replace(session, state=SessionState.ENDED_EARLY), end)
