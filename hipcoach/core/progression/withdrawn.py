"""Steps up that a corrected rating takes back, as long as no session was done by them."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Collection
from dataclasses import replace
from datetime import datetime
from operator import attrgetter

from hipcoach.core.catalogue import Catalogue
from hipcoach.core.decision_words import direction
from hipcoach.core.diary import Diary
from hipcoach.core.progression.settle import settled
from hipcoach.core.run import Decision, Run
from hipcoach.core.session import Session, SessionState

Key = tuple[str, str, str]


def done_since(at: datetime, diary: Diary) -> tuple[Session, ...]:
    """The sessions that were begun at that moment or later, and not discarded."""
    since = diary.sessions[bisect_left(diary.sessions, at, key=attrgetter("started_at")) :]
    return tuple(session for session in since if session.state is not SessionState.DISCARDED)


def withdrawn(
    was: Diary, diary: Diary, catalogue: Catalogue, run: Run, now: datetime
) -> tuple[Decision, ...]:
    """The steps up that the diary as it `was` earned, and as it became does not.

    Only what changed in between takes one back: not time, nor a band that was given up.
    """
    steps = [told for told in diary.decisions if _may_go(told, diary, catalogue, now)]
    if not steps:
        return ()
    earned, left = (_earned(one, steps, catalogue, run, now) for one in (was, diary))
    return tuple(told for told in steps if _key(told) in earned - left)


def _may_go(told: Decision, diary: Diary, catalogue: Catalogue, now: datetime) -> bool:
    up = told.accepted and told.at <= now and direction(told, catalogue) > 0
    return up and not done_since(told.at, diary)


def _earned(
    diary: Diary, steps: Collection[Decision], catalogue: Catalogue, run: Run, now: datetime
) -> frozenset[Key]:
    """What would be decided now if these steps were not."""
    ids = {told.id for told in steps}
    before = replace(diary, decisions=tuple(d for d in diary.decisions if d.id not in ids))
    return frozenset(map(_key, settled(before, catalogue, run, now).decisions))


def _key(told: Decision) -> Key:
    return told.rule, told.exercise, told.to
