"""One step easier for every exercise of a run, as decisions of one moment and one rule."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from datetime import date, datetime

from hipcoach.core.catalogue import Catalogue
from hipcoach.core.diary import Diary
from hipcoach.core.exercise import Exercise
from hipcoach.core.levels import decided_by, levels, lower_rung, owned_levels
from hipcoach.core.parts import chosen
from hipcoach.core.run import Decision, Run
from hipcoach.core.text import Message, message, say

Facts = dict[str, str | int | float]


def exercises_asked(diary: Diary, catalogue: Catalogue, run: Run, on: date) -> list[Exercise]:
    """The exercises that the run's program asks for in the week of the day `on`."""
    bands_owned = bool(diary.settings.bands)
    asked = catalogue.programs[run.program].prescriptions(run.week(on))
    return [chosen(prescription, catalogue, bands_owned=bands_owned) for prescription in asked]


def steps_down(
    diary: Diary,
    catalogue: Catalogue,
    run: Run,
    at: datetime,
    rule: str,
    days: int,
    why: Message,
    but: Collection[str] = (),
) -> Iterator[Decision]:
    """A decision for each exercise that has a lower rung which the user can do.

    `days` and `why` are the facts and the reason, as in "A flare-up of 4 days". The exercises `but`
    went down already. The sentence is kept in the user's language: like a note, it is what was said
    at the time.
    """
    now = levels(diary, run, catalogue, decided_by(diary, at))
    owned = owned_levels(diary.settings, catalogue)
    for exercise in exercises_asked(diary, catalogue, run, at.date()):
        here = exercise.rung(now[exercise.id])
        there = lower_rung(exercise, here.id, owned)
        if there is not here and exercise.id not in but:
            told = message("One step easier: {to}. Why: {why}.", to=message(there.text), why=why)
            facts: Facts = {"from": here.text, "to": there.text, "days": days}
            yield Decision(
                at=at,
                rule=rule,
                exercise=exercise.id,
                from_=here.id,
                to=there.id,
                facts=facts,
                text=say(told),
                accepted=True,
            )
