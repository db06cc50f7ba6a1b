"""The case: everything that the rules look at, gathered once for one moment."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from hipcoach.core.catalogue import Catalogue
from hipcoach.core.diary import Diary
from hipcoach.core.exercise import Exercise
from hipcoach.core.levels import levels, owned_levels, rungs_done
from hipcoach.core.progression.facts import SessionFacts, recent_facts
from hipcoach.core.run import Decision, Run
from hipcoach.core.step_down import exercises_asked


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """A run at a moment.

    `sessions` are its latest ones, the newest first. `calm`: mornings that are still open are taken
    as calm, which tells what tomorrow may bring; without it only what is certain counts.
    `exercises` are those that the program asks for now, `levels` their rung ids, `doable` those
    that can be done with the bands `owned` (None: not asked). `decided` are the run's decisions.
    """

    diary: Diary
    catalogue: Catalogue
    run: Run
    now: datetime
    calm: bool
    sessions: tuple[SessionFacts, ...]
    exercises: tuple[Exercise, ...]
    levels: Mapping[str, str]
    doable: Mapping[str, str]
    owned: frozenset[int] | None
    decided: tuple[Decision, ...]


def case_of(
    diary: Diary, catalogue: Catalogue, run: Run, now: datetime, *, calm: bool = False
) -> Case:
    """The case of the run at the moment `now`."""
    today = now.date()
    return Case(
        diary=diary,
        catalogue=catalogue,
        run=run,
        now=now,
        calm=calm,
        sessions=recent_facts(diary, run, catalogue.rules, now),
        exercises=tuple(exercises_asked(diary, catalogue, run, today)),
        levels=levels(diary, run, catalogue, today),
        doable=rungs_done(diary, run, catalogue, today),
        owned=owned_levels(diary.settings, catalogue),
        decided=tuple(d for d in diary.decisions if d.at <= now and run.started_on <= d.at.date()),
    )
