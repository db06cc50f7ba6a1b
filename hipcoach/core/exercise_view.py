"""The page of an exercise, as plain values: how it is done, its ladder, and where it comes from."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from hipcoach.core.catalogue import Catalogue
from hipcoach.core.changes import asked_for
from hipcoach.core.depicted import Depicted, depicted
from hipcoach.core.diary import Diary
from hipcoach.core.exercise import Exercise, Mistake, Rung, Sides
from hipcoach.core.ladder_view import RungView, climbed, ladder_view, names_of, taken_beside
from hipcoach.core.level_since import level_since
from hipcoach.core.levels import decided_by, owned_levels, rungs_done
from hipcoach.core.origin import Sourced, exercise_sources
from hipcoach.core.parts import Part, chosen, needs_band, parts
from hipcoach.core.plain_words import muscle_places, plane_words
from hipcoach.core.run import Run
from hipcoach.core.tempo import Tempo
from hipcoach.core.text import Message
from hipcoach.core.timeline import length


@dataclass(frozen=True, slots=True, kw_only=True)
class ExerciseView:
    """An exercise of the catalogue, seen from the run under way; texts are the catalogue's.

    `picture` shows it on the user's own rung, else on its first, at `tempo`.
    `mistakes` are those to be watched for, `remedies` what to do if something happens. `ladder`
    is the run's where this exercise belongs to one, else the exercise's own; `names` are the full
    names of the exercises that its rungs lead to. `since` says from when on and why the own rung is
    the own one. `dose_of` is the exercise whose dose may be changed here ("": none, it is not in
    the running program), `minutes` the length of the run's session, `each_side` whether its
    repetitions count for each side. `done_as`: on the user's own rung another exercise is done
    instead (its id, else "").
    """

    id: str
    picture: Depicted
    tempo: Tempo
    name: str
    also: tuple[str, ...]
    posture: str
    start: str
    steps: tuple[str, ...]
    notes: tuple[str, ...]
    mistakes: tuple[Mistake, ...]
    remedies: tuple[Mistake, ...]
    muscles: tuple[str, ...]
    muscle_places: tuple[Message, ...]
    plane: str
    plane_words: Message
    kit: tuple[str, ...]
    band_card: str
    ladder: tuple[RungView, ...]
    names: Mapping[str, str]
    easier: str
    avoid: str
    stop_signs: str
    breathing: str
    sources: tuple[Sourced, ...]
    not_reviewed: str
    dose_of: str = ""
    since: Message | None = None
    minutes: Message | None = None
    each_side: bool = False
    done_as: str = ""


def exercise_view(
    diary: Diary, catalogue: Catalogue, exercise_id: str, at: datetime
) -> ExerciseView:
    """The page of this exercise at the moment `at`; KeyError for an id that there is not."""
    exercise, texts = catalogue.exercises[exercise_id], catalogue.texts
    run = diary.open_run(at.date())
    asked = run_parts(diary, catalogue, run, at) if run else ()
    part = part_of(asked, exercise_id)
    ladder = part.ladder if part else exercise
    rungs = climbed(ladder, part.rung, taken_beside(asked, part)) if part else ladder.ladder
    owned = owned_levels(diary.settings, catalogue)
    shown = ladder_view(rungs, ladder, part.rung if part else None, exercise_id, owned)
    own = part if part and part.exercise is exercise else None
    return ExerciseView(
        id=exercise_id,
        picture=depicted(exercise, own.rung if own else _first_rung(exercise)),
        tempo=own.tempo if own else exercise.tempo,
        name=catalogue.exercise_names[exercise_id].long,
        also=exercise.also,
        posture=catalogue.postures[exercise.posture].name,
        start=exercise.start,
        steps=exercise.steps,
        notes=exercise.notes,
        mistakes=tuple(m for m in exercise.mistakes if not m.remedy),
        remedies=tuple(m for m in exercise.mistakes if m.remedy),
        muscles=exercise.muscles,
        muscle_places=muscle_places(exercise.muscles),
        plane=exercise.plane,
        plane_words=plane_words(exercise.plane),
        kit=tuple(catalogue.kit[name].name for name in exercise.kit),
        band_card=texts["band-card"] if needs_band(exercise, catalogue) else "",
        ladder=shown,
        names=names_of(shown, catalogue) | _name_of(part, exercise, catalogue),
        easier=exercise.easier,
        avoid=exercise.avoid,
        stop_signs=texts["stop-signs"],
        breathing=texts["breathing"],
        sources=exercise_sources(exercise, rungs, catalogue),
        not_reviewed=texts["not-reviewed"],
        dose_of=part.ladder.id if part else "",
        since=level_since(diary, catalogue, run, part, at.date()) if run and part else None,
        minutes=_minutes(asked, diary, catalogue) if part else None,
        each_side=part is not None and part.exercise.sides is not Sides.TOGETHER,
        done_as=part.exercise.id if part and part.exercise.id != exercise_id else "",
    )


def _first_rung(exercise: Exercise) -> Rung:
    """The lowest rung on which this exercise itself is done; its lowest where there is none."""
    rungs = exercise.ladder
    return next((rung for rung in rungs if rung.exercise in (None, exercise.id)), rungs[0])


def run_parts(diary: Diary, catalogue: Catalogue, run: Run, at: datetime) -> tuple[Part, ...]:
    """The exercises of the run in the week of `at`, with the user's changes, on the own rungs.

    What makes single sessions lighter, as after missed days, is left aside.
    """
    day, program = at.date(), catalogue.programs.get(run.program)
    bands_owned = bool(diary.settings.bands)
    asked = program.prescriptions(run.week(day)) if program else ()
    ladders = [chosen(one, catalogue, bands_owned=bands_owned).id for one in asked]
    return parts(
        [asked_for(one, name, run, at) for one, name in zip(asked, ladders, strict=True)],
        catalogue,
        rungs_done(diary, run, catalogue, decided_by(diary, at)),
        bands_owned=bands_owned,
        times=diary.settings.times,
    )


def part_of(asked: Sequence[Part], exercise_id: str) -> Part | None:
    """The part that has this exercise: as its ladder, or else as what is done on its rung."""
    laddered = (part for part in asked if part.ladder.id == exercise_id)
    done = (part for part in asked if part.exercise.id == exercise_id)
    return next(laddered, None) or next(done, None)


def _minutes(asked: Sequence[Part], diary: Diary, catalogue: Catalogue) -> Message:
    """The length of a session of these parts, as in "about 21 min"."""
    seconds = length(asked, diary.settings.times, catalogue.postures)
    return Message(text="about {n} min", one="about {n} min", n=max(round(seconds / 60), 1))


def _name_of(part: Part | None, exercise: Exercise, catalogue: Catalogue) -> dict[str, str]:
    """The full name of what is done instead of the exercise, by id."""
    if part is None or part.exercise is exercise:
        return {}
    return {part.exercise.id: catalogue.exercise_names[part.exercise.id].long}
