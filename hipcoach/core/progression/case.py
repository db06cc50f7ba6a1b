"""The case: everything that the rules look at, gathered once for one moment."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from hipcoach.core.catalogue import Catalogue
from hipcoach.core.changes import asked_for
from hipcoach.core.diary import Diary
from hipcoach.core.exercise import Exercise
from hipcoach.core.levels import decided_by, decisions_of, levels, owned_levels, with_bands
from hipcoach.core.progression.facts import SessionFacts, recent_facts
from hipcoach.core.progression.judged import Judged, judged
from hipcoach.core.run import Decision, Run
from hipcoach.core.step_down import exercises_asked


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """A run at a moment.

    `sessions` are its latest ones, the newest first, `came_to` what each came to, by its id.
    `calm`: mornings that are still open are taken as calm, which tells what tomorrow may bring;
    without it only what is certain counts.
    `exercises` are those that the program asks for now, `levels` their rung ids, `doable` those
    that can be done with the bands `owned` (None: not asked). `decided` are the run's decisions.
    """

    diary: Diary
    catalogue: Catalogue
    run: Run
    now: datetime
    calm: bool
    sessions: tuple[SessionFacts, ...]
    came_to: Mapping[str, Judged]
    exercises: tuple[Exercise, ...]
    levels: Mapping[str, str]
    doable: Mapping[str, str]
    owned: frozenset[int] | None
    decided: tuple[Decision, ...]

    def judged(self, facts: SessionFacts) -> Judged:
        """What one of its sessions came to."""
        return self.came_to[facts.session.id]


def case_of(
    diary: Diary, catalogue: Catalogue, run: Run, now: datetime, *, calm: bool = False
) -> Case:
    """The case of the run at the moment `now`."""
    day, rules = decided_by(diary, now), catalogue.rules
    sessions = recent_facts(diary, run, rules, now)
    found, owned = levels(diary, run, catalogue, day), owned_levels(diary.settings, catalogue)
    return Case(
        diary=diary,
        catalogue=catalogue,
        run=run,
        now=now,
        calm=calm,
        sessions=sessions,
        came_to={facts.session.id: judged(facts, rules.tag) for facts in sessions},
        exercises=tuple(exercises_asked(diary, catalogue, run, now.date())),
        levels=found,
        doable=with_bands(found, owned, catalogue),
        owned=owned,
        decided=tuple(d for d in decisions_of(diary, run, day) if d.at <= now),
    )


def sets_asked(case: Case) -> Mapping[str, int]:
    """The sets of each of its exercises that are asked for now, with the user's changes."""
    asked = case.catalogue.programs[case.run.program].prescriptions(case.run.week(case.now.date()))
    both = zip(asked, case.exercises, strict=True)
    return {one.id: asked_for(given, one.id, case.run, case.now).sets for given, one in both}
