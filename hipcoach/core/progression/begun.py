"""The diary as a session that begins now finds it: settled, days missed and the day's second one.

It is stored as the session begins; until then it is worked out the same way, so that Today shows
what will be done.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime

from hipcoach.core.catalogue import Catalogue
from hipcoach.core.diary import Diary
from hipcoach.core.lighter import Missed, in_force, note
from hipcoach.core.missed import returned
from hipcoach.core.progression.settle import settled, with_settled
from hipcoach.core.progression.twice import twice
from hipcoach.core.run import Decision, Run
from hipcoach.core.schedule import pain_now
from hipcoach.core.text import Message


@dataclass(frozen=True, slots=True, kw_only=True)
class Begun:
    """The diary and the run as a session will find them, and the decisions that are `new` in it."""

    diary: Diary
    run: Run
    new: tuple[Decision, ...]


def begun(diary: Diary, catalogue: Catalogue, run: Run, at: datetime) -> Begun:
    """What a session of the program that begins at `at` finds."""
    known, before = len(diary.decisions), pain_now(diary, at, catalogue.rules.start)
    diary = with_settled(diary, settled(diary, catalogue, run, at, before=before))
    diary, run = returned(diary, catalogue, run, at)
    if once := twice(diary, catalogue, run, at):
        diary = replace(diary, decisions=(*diary.decisions, once))
    return Begun(diary=diary, run=run, new=diary.decisions[known:])


def easier_note(ready: Begun, catalogue: Catalogue, at: datetime) -> Message | None:
    """Why a session begun at `at` is lighter than the program's own; None where it is not.

    Of several reasons the one that leaves the least.
    """
    restart = (told for told in ready.new if told.rule == Missed.RESTART)
    told = (*restart, *in_force(ready.diary, at, catalogue.rules))
    return note(told[0]) if told else None
