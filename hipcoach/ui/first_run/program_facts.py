"""What a program asks for and what is known about it, as its card shows it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from itertools import groupby

from hipcoach.core.catalogue import Catalogue, Source
from hipcoach.core.diary import Diary
from hipcoach.core.exercise import Sides
from hipcoach.core.format import capitalised
from hipcoach.core.opening import Opened, opened
from hipcoach.core.parts import Part
from hipcoach.core.program import Card, CardLine, Program
from hipcoach.core.run import ONE_LEG_BRIDGE, Band, Change, Run
from hipcoach.core.session import Slot
from hipcoach.core.text import ntr, tr


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """Sentences of a box, and below them where they come from."""

    lines: tuple[str, ...]
    origin: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """One exercise of the program: its name, its dose and its sides, in words."""

    name: str
    dose: str
    sides: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ProgramFacts:
    """A program in the user's language: its parts in words, and the boxes of its card."""

    id: str
    name: str
    often: str
    weeks: str
    minutes: str
    exercises: tuple[Asked, ...]
    kit: tuple[str, ...]
    gives: tuple[Told, ...]
    saw: tuple[Told, ...]
    cannot: tuple[Told, ...]
    asks_bridge: bool

    @property
    def short(self) -> str:
        """One line for a list, as in "3 exercises, 18 min, twice a day"."""
        many = ntr("{n} exercise", "{n} exercises", len(self.exercises))
        facts = {"exercises": many, "minutes": self.minutes, "often": self.often}
        return tr("{exercises}, {minutes}, {often}", **facts)


def all_facts(diary: Diary, catalogue: Catalogue, now: datetime) -> tuple[ProgramFacts, ...]:
    """The facts of every program, in the order of their sections."""
    programs = sorted(catalogue.programs.values(), key=lambda program: program.section)
    return tuple(_facts(program, diary, catalogue, now) for program in programs)


def _facts(program: Program, diary: Diary, catalogue: Catalogue, now: datetime) -> ProgramFacts:
    sessions = list(_sessions(program, diary, catalogue, now))
    parts = [part for session in sessions for part in session.parts]
    kit = dict.fromkeys(name for part in parts for name in part.exercise.kit)
    return ProgramFacts(
        id=program.id,
        name=tr(catalogue.program_names[program.id].long),
        often=_often(program),
        weeks=ntr("{n} week", "{n} weeks", program.weeks),
        minutes=_minutes(sessions),
        exercises=tuple(_asked(part, catalogue) for part in sessions[-1].parts),
        kit=tuple(tr(catalogue.kit[name].name) for name in kit),
        gives=told(program.gives, catalogue),
        saw=told(program.saw, catalogue),
        cannot=told(program.cannot, catalogue),
        asks_bridge=any(asked.clean_start for asked in program.prescriptions(1)),
    )


def told(card: Card, catalogue: Catalogue) -> tuple[Told, ...]:
    """The card's sentences, neighbours of the same origin together."""
    grouped = groupby(card.lines, key=lambda line: _origin(line, catalogue))
    return tuple(
        Told(lines=tuple(tr(line.text) for line in lines), origin=origin)
        for origin, lines in grouped
    )


def _origin(line: CardLine, catalogue: Catalogue) -> str:
    """Where a sentence comes from: its sources, or that HipCoach chose it."""
    if line.sources:
        cited = "; ".join(_cited(catalogue.sources[name]) for name in line.sources)
        return capitalised(cited)
    return tr("HipCoach's choice") if line.tag == "D" else tr("Common knowledge")


def _cited(source: Source) -> str:
    if source.authors and source.year:
        return f"{source.authors} {source.year}"
    return tr(source.title) or source.journal


def _sessions(
    program: Program, diary: Diary, catalogue: Catalogue, now: datetime
) -> Iterator[Opened]:
    """A session of each block, for somebody who owns what it takes; the hardest one last."""
    if diary.settings.bands is None:
        bands = tuple(Band(colour=level.colour) for level in catalogue.bands.values())
        diary = replace(diary, settings=replace(diary.settings, bands=bands))
    for block in program.blocks:
        at = now + timedelta(weeks=block.from_week - 1)
        for able in (False, True):
            run = Run(
                program=program.id,
                program_version=program.version,
                started_on=now.date(),
                changes=(Change(at=now, what=ONE_LEG_BRIDGE, value=able),),
            )
            yield opened(diary, catalogue, run, at, Slot.MORNING)


def _often(program: Program) -> str:
    if program.sessions_per_day == 2:
        return tr("twice a day")
    if program.days_per_week == 7:
        return tr("every day")
    return ntr("{n} day a week", "{n} days a week", program.days_per_week)


def _minutes(sessions: list[Opened]) -> str:
    lengths = sorted({round(session.seconds / 60) for session in sessions})
    if len(lengths) == 1:
        return tr("{n} min", n=lengths[0])
    return tr("{low}–{high} min", low=lengths[0], high=lengths[-1])


def _asked(part: Part, catalogue: Catalogue) -> Asked:
    return Asked(
        name=tr(catalogue.exercise_names[part.exercise.id].long),
        dose=_dose(part),
        sides=_sides(part.exercise.sides),
    )


def _dose(part: Part) -> str:
    dose = part.dose
    reps = f"{dose.low}–{dose.high}" if dose.low != dose.high else f"{dose.low}"
    return ntr("{n} set of {reps} reps", "{n} sets of {reps} reps", dose.sets, reps=reps)


def _sides(sides: Sides) -> str:
    words = {
        Sides.EACH: tr("left and right"),
        Sides.ALTERNATING: tr("sides in turn"),
        Sides.TOGETHER: tr("both together"),
    }
    return words[sides]
