"""Whether the files of resources/ fit one another: every id that is named exists."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass

from hipcoach.core.catalogue import Catalogue
from hipcoach.core.exercise import Exercise, ResistanceKind, Rung
from hipcoach.core.program import Card, Prescription, Program
from hipcoach.core.screening import Severity
from hipcoach.core.tempo import PhaseKind

NEEDED_TEXTS = (
    "intro",
    "not-reviewed",
    "disclaimer",
    "band-card",
    "easy-day",
    "rest-day",
    "flare-up",
    "flare-up-week",
    "away",
    "fever",
    "pain-now",
    "next-morning",
)
"""The texts that the code asks for by name."""

OWN_TAGS = frozenset("KD")
"""Tags without a source: common knowledge and HipCoach's own choice."""

SOURCE_TAG = re.compile(r"S[0-4]|V[1-9][0-9]?")


@dataclass(frozen=True, slots=True)
class Problem:
    """What does not fit: the file below resources/, the key in it, and why."""

    file: str
    key: str
    reason: str


Finding = tuple[str, str]
"""A key and what is wrong with it; the file is added by whoever knows it."""


def problems(catalogue: Catalogue) -> Iterator[Problem]:
    """All that does not fit in the catalogue, file by file."""
    for exercise in catalogue.exercises.values():
        yield from _in(f"exercises/{exercise.id}.toml", _exercise(exercise, catalogue))
    for program in catalogue.programs.values():
        yield from _in(f"programs/{program.id}.toml", _program(program, catalogue))
    for i, prescription in enumerate(catalogue.easy_day):
        found = _prescription(f"prescription[{i}]", prescription, catalogue)
        yield from _in("easy-day.toml", found)
    yield from _in("honesty.toml", _card("", catalogue.honesty, catalogue))
    yield from _in("names.toml", _names(catalogue))
    kit = ((f"{name}.tag", thing.tag) for name, thing in catalogue.kit.items())
    yield from _in("kit.toml", _tags(kit, catalogue))
    yield from _in("bands.toml", _bands(catalogue))
    yield from _in("sources.toml", _sources(catalogue))
    yield from _in("texts.toml", _missing(NEEDED_TEXTS, catalogue.texts, "text"))
    yield from _in("screening.toml", _screening(catalogue))


def _in(file: str, found: Iterable[Finding]) -> Iterator[Problem]:
    return (Problem(file, key, reason) for key, reason in found)


def _exercise(exercise: Exercise, catalogue: Catalogue) -> Iterator[Finding]:
    yield from _known("posture", exercise.posture, catalogue.postures, "posture")
    if exercise.figure:
        yield from _known("figure", exercise.figure, catalogue.exercises, "exercise")
    for i, name in enumerate(exercise.kit):
        yield from _known(f"kit[{i}]", name, catalogue.kit, "kit")
    for i, rung in enumerate(exercise.ladder):
        yield from _rung(f"ladder[{i}]", rung, exercise, catalogue)
    yield from _tags(_tags_of(exercise), catalogue)


def _tags_of(exercise: Exercise) -> Iterator[Finding]:
    """The tags of an exercise with their keys."""
    for part in ("mistakes", "ladder", "provenance"):
        for i, value in enumerate(getattr(exercise, part)):
            yield f"{part}[{i}].tag", value.tag


def _rung(key: str, rung: Rung, exercise: Exercise, catalogue: Catalogue) -> Iterator[Finding]:
    name = rung.exercise or exercise.id
    yield from _known(f"{key}.exercise", name, catalogue.exercises, "exercise")
    if rung.half_of:
        yield f"{key}.half_of", "a step of the catalogue has its whole range"
    if rung.resistance.kind is ResistanceKind.BAND:
        yield from _known(f"{key}.resistance.level", rung.resistance.level, catalogue.bands, "band")
    if done := catalogue.exercises.get(name):
        yield from _phases(f"{key}.tempo", rung.tempo or (), done)
        yield from _phases(f"{key}.hold", [] if rung.hold is None else [PhaseKind.HOLD], done)


def _phases(key: str, asked: Collection[PhaseKind], exercise: Exercise) -> Iterator[Finding]:
    """Kinds that the exercise's tempo does not have, so that their seconds would be lost."""
    has = {phase.kind for phase in exercise.tempo}
    for kind in asked:
        if kind not in has:
            yield key, f"the tempo of {exercise.id} has no phase {kind}"


def _program(program: Program, catalogue: Catalogue) -> Iterator[Finding]:
    own = [("weeks_tag", program.weeks_tag), ("often_tag", program.often_tag)]
    yield from _tags(own, catalogue)
    for i, block in enumerate(program.blocks):
        for j, prescription in enumerate(block.prescriptions):
            key = f"blocks[{i}].prescriptions[{j}]"
            yield from _prescription(key, prescription, catalogue)
    for name in ("gives", "saw", "cannot"):
        yield from _card(f"{name}.", getattr(program, name), catalogue)
    for i, line in enumerate(program.saw.lines):
        if line.tag in OWN_TAGS:
            yield f"saw.lines[{i}].tag", f"what a study saw has a source, and {line.tag} is none"


def _prescription(key: str, asked: Prescription, catalogue: Catalogue) -> Iterator[Finding]:
    for i, name in enumerate(asked.exercises):
        yield from _known(f"{key}.exercises[{i}]", name, catalogue.exercises, "exercise")
        if name in catalogue.exercises:
            yield from _fits(key, asked, catalogue.exercises[name])
    first = catalogue.exercises.get(asked.exercises[0])
    rungs = [rung.id for rung in first.ladder] if first else []
    for name, start in (("start", asked.start), ("clean_start", asked.clean_start)):
        if start is not None and first:
            yield from _known(f"{key}.{name}", start, rungs, f"rung of {first.id}")
    yield from _tags([(f"{key}.tag", asked.tag)], catalogue)


def _fits(key: str, asked: Prescription, exercise: Exercise) -> Iterator[Finding]:
    """Whether the dose lies in the exercise's range and the tempo has its phases."""
    if not exercise.bottom <= asked.low <= asked.high <= exercise.top:
        span = f"{exercise.bottom} to {exercise.top}"
        yield key, f"{asked.low} to {asked.high} is outside the range of {exercise.id}, {span}"
    yield from _phases(f"{key}.tempo", asked.tempo or (), exercise)


def _card(key: str, card: Card, catalogue: Catalogue) -> Iterator[Finding]:
    for i, line in enumerate(card.lines):
        here = f"{key}lines[{i}]"
        yield from _tags([(f"{here}.tag", line.tag)], catalogue)
        for j, name in enumerate(line.sources):
            yield from _known(f"{here}.sources[{j}]", name, catalogue.sources, "source")


def _names(catalogue: Catalogue) -> Iterator[Finding]:
    both = (
        ("exercise", catalogue.exercise_names, catalogue.exercises),
        ("program", catalogue.program_names, catalogue.programs),
    )
    for kind, names, things in both:
        for name in things.keys() - names.keys():
            yield f"{kind}.{name}", "is missing"
        for name in names.keys() - things.keys():
            yield f"{kind}.{name}", f"there is no such {kind}"


def _bands(catalogue: Catalogue) -> Iterator[Finding]:
    for level in range(1, 8):
        if level not in catalogue.bands:
            yield "band", f"level {level} is missing"


def _sources(catalogue: Catalogue) -> Iterator[Finding]:
    for name in catalogue.sources:
        if not SOURCE_TAG.fullmatch(name):
            yield name, "a source is called S0 to S4, or V and a number"


def _screening(catalogue: Catalogue) -> Iterator[Finding]:
    questionnaire = catalogue.questionnaire
    yield from _missing(Severity, questionnaire.messages, "message", "messages.")
    items = [item.id for topic in questionnaire.topics for item in topic.items]
    for name in sorted({name for name in items if items.count(name) > 1}):
        yield "topics", f"two items are called {name}"
    if not questionnaire.numbers:
        yield "numbers", "there is none"


def _tags(tagged: Iterable[Finding], catalogue: Catalogue) -> Iterator[Finding]:
    for key, tag in tagged:
        if tag not in OWN_TAGS and tag not in catalogue.sources:
            yield key, f'"{tag}" is neither K nor D nor in sources.toml'


def _known(key: str, name: object, known: Collection[object], what: str) -> Iterator[Finding]:
    if name not in known:
        yield key, f'there is no {what} "{name}"'


def _missing(
    wanted: Iterable[str], there: Collection[str], what: str, prefix: str = ""
) -> Iterator[Finding]:
    for name in wanted:
        if name not in there:
            yield f"{prefix}{name}", f"this {what} is missing"
