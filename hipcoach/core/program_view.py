"""The programs as the window shows them: what each asks for, and what is known about it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from hipcoach.core.adherence import slots_per_day
from hipcoach.core.asked_view import AskedView, asked_view, own_view
from hipcoach.core.catalogue import Catalogue
from hipcoach.core.depicted import Depicted
from hipcoach.core.diary import Diary
from hipcoach.core.format import date_text
from hipcoach.core.gate import standing
from hipcoach.core.opening import Opened, opened
from hipcoach.core.program import Program
from hipcoach.core.progression.case import case_of
from hipcoach.core.progression.spells import spells
from hipcoach.core.rule_ids import R_NOCHANGE, R_WORSE
from hipcoach.core.run import KEPT, ONE_LEG_BRIDGE, Band, Change, Run
from hipcoach.core.screening import Severity
from hipcoach.core.session import Slot
from hipcoach.core.text import Message, message
from hipcoach.core.told import Told, cited, told


@dataclass(frozen=True, slots=True, kw_only=True)
class ProgramFacts:
    """A program in words: its parts, and the boxes of its card; `picture` is of one exercise.

    `often`, `minutes` and the exercises' doses of the program under way are the user's own; of
    another one, those of somebody who has what it takes. `origins` say where length, frequency and
    minutes come from.
    """

    id: str
    picture: Depicted
    name: Message
    often: Message
    weeks: Message
    minutes: Message
    origins: tuple[Message, ...]
    exercises: tuple[AskedView, ...]
    kit: tuple[Message, ...]
    needs_band: bool
    gives: tuple[Told, ...]
    saw: tuple[Told, ...]
    cannot: tuple[Told, ...]
    asks_bridge: bool

    @property
    def short(self) -> Message:
        """One line for a list, as in "3 exercises, 18 min, twice a day"."""
        many = Message(text="{n} exercises", one="{n} exercise", n=len(self.exercises))
        facts = {"exercises": many, "minutes": self.minutes, "often": self.often}
        return message("{exercises}, {minutes}, {often}", **facts)


@dataclass(frozen=True, slots=True, kw_only=True)
class RunView:
    """The program under way: its id, since when, and its week as in "Your program, week 6".

    `once`: whether once a day was chosen, None where that is no choice. `over` says that the
    program's weeks are over, while the user has not chosen how it goes on; `advice` is what the
    numbers say about that.
    """

    program: str
    since: Message
    week: Message
    once: bool | None
    over: Message | None
    advice: tuple[Message, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ProgramsView:
    """The page: every program in the order of the sections, and the one under way.

    `honesty` stands beside every program. `refused` says why none can be started now.
    """

    programs: tuple[ProgramFacts, ...]
    honesty: tuple[Told, ...]
    run: RunView | None
    refused: Message | None

    @property
    def running(self) -> str:
        """The id of the program under way, "" where none is."""
        return self.run.program if self.run else ""

    def facts(self, program_id: str) -> ProgramFacts:
        """The program with this id; KeyError where there is none."""
        return {facts.id: facts for facts in self.programs}[program_id]


def programs_view(diary: Diary, catalogue: Catalogue, now: datetime) -> ProgramsView:
    """The page at the moment `now`, today being the day of its own offset."""
    run = diary.open_run(now.date())
    program = catalogue.programs.get(run.program) if run else None
    stands = standing(diary, catalogue.questionnaire, now, catalogue.rules.count)
    stopped = stands.severity is not Severity.CLEAR
    return ProgramsView(
        programs=program_facts(diary, catalogue, now),
        honesty=told(catalogue.honesty, catalogue),
        run=_run_view(diary, catalogue, run, program, now) if run and program else None,
        refused=message("No program starts while a warning sign is open.") if stopped else None,
    )


def _run_view(
    diary: Diary, catalogue: Catalogue, run: Run, program: Program, now: datetime
) -> RunView:
    week = run.week(now.date())
    over = week > program.weeks and not run.value(KEPT)
    once = slots_per_day(run, program, now.date()) < program.sessions_per_day
    text, one = "The {n} weeks are over", "The {n} week is over"
    return RunView(
        program=program.id,
        since=message("Under way since {day}", day=date_text(run.started_on)),
        week=message("Your program, week {week}", week=week),
        once=once if program.sessions_per_day > 1 else None,
        over=Message(text=text, one=one, n=program.weeks) if over else None,
        advice=tuple(_advice(diary, catalogue, run, now)) if over else (),
    )


def _advice(diary: Diary, catalogue: Catalogue, run: Run, now: datetime) -> Iterator[Message]:
    """What to think of before the program goes on: it got worse, or changed little."""
    for spell in spells(case_of(diary, catalogue, run, now)):
        if spell.rule in {R_WORSE, R_NOCHANGE} and spell.advice:
            yield spell.advice


def program_facts(diary: Diary, catalogue: Catalogue, now: datetime) -> tuple[ProgramFacts, ...]:
    """The facts of every program, in the order of their sections.

    For a usual day: what days off, a flare-up or a missed week make lighter is Today's to tell.
    """
    lasting = tuple(decision for decision in diary.decisions if decision.exercise)
    diary = replace(diary, sessions=(), flares=(), absences=(), decisions=lasting)
    if diary.settings.bands is None:
        bands = tuple(Band(colour=level.colour) for level in catalogue.bands.values())
        diary = replace(diary, settings=replace(diary.settings, bands=bands))
    programs = sorted(catalogue.programs.values(), key=lambda program: program.section)
    found: list[ProgramFacts] = []
    named: set[str] = set()
    for program in programs:
        facts = _facts(program, diary, catalogue, now)
        new = (asked.picture for asked in facts.exercises if asked.exercise not in named)
        found.append(replace(facts, picture=next(new, facts.picture)))
        named |= _named(program, catalogue)
    return tuple(found)


def _named(program: Program, catalogue: Catalogue) -> set[str]:
    """Every exercise that the program can come to: another one's picture tells it from this one."""
    asked = (one for block in program.blocks for one in block.prescriptions)
    named = {name for one in asked for name in one.exercises}
    rungs = (rung for name in named for rung in catalogue.exercises[name].ladder)
    return named | {rung.exercise for rung in rungs if rung.exercise}


def _facts(program: Program, diary: Diary, catalogue: Catalogue, now: datetime) -> ProgramFacts:
    run = diary.open_run(now.date())
    own = run if run and run.program == program.id else None
    sessions = list(_sessions(program, own, diary, catalogue, now))
    parts = [part for session in sessions for part in session.parts]
    kit = [catalogue.kit[name] for name in dict.fromkeys(k for p in parts for k in p.exercise.kit)]
    exercises = tuple(_exercises(sessions[-1], own, diary, catalogue, now))
    return ProgramFacts(
        id=program.id,
        picture=exercises[0].picture,
        name=message(catalogue.program_names[program.id].long),
        often=_often(program, own, now),
        weeks=Message(text="{n} weeks", one="{n} week", n=program.weeks),
        minutes=_minutes(sessions),
        origins=tuple(_origins(program, own, catalogue, now)),
        exercises=exercises,
        kit=tuple(message(thing.name) for thing in kit),
        needs_band=any(thing.is_band for thing in kit),
        gives=told(program.gives, catalogue),
        saw=told(program.saw, catalogue),
        cannot=told(program.cannot, catalogue),
        asks_bridge=not own and _rungs(sessions[0]) != _rungs(sessions[1]),
    )


def _sessions(
    program: Program, own: Run | None, diary: Diary, catalogue: Catalogue, now: datetime
) -> Iterator[Opened]:
    """The session that the user would have now, or those of somebody who starts: hardest last.

    One of each block of weeks, for both answers to what is asked at the start.
    """
    if own:
        yield opened(diary, catalogue, own, now, Slot.MORNING)
        return
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


def _rungs(session: Opened) -> list[str]:
    return [part.rung.id for part in session.parts]


def _exercises(
    session: Opened, own: Run | None, diary: Diary, catalogue: Catalogue, now: datetime
) -> Iterator[AskedView]:
    for part in session.parts:
        yield own_view(part, diary, catalogue, own, now) if own else asked_view(part, catalogue)


def _often(program: Program, own: Run | None, now: datetime) -> Message:
    slots = slots_per_day(own, program, now.date()) if own else program.sessions_per_day
    if slots == 2:
        return message("twice a day")
    if program.sessions_per_day == 2:
        return message("once a day")
    if program.days_per_week == 7:
        return message("every day")
    return Message(
        text="{n}\u00a0days\u00a0a\u00a0week",
        one="{n}\u00a0day\u00a0a\u00a0week",
        n=program.days_per_week,
    )


def _minutes(sessions: Sequence[Opened]) -> Message:
    lengths = sorted({max(round(session.seconds / 60), 1) for session in sessions})
    if len(lengths) == 1:
        return message("{n}\u00a0min", n=lengths[0])
    return message("{low}–{high}\u00a0min", low=lengths[0], high=lengths[-1])


def _origins(
    program: Program, own: Run | None, catalogue: Catalogue, now: datetime
) -> Iterator[Message]:
    """Where the program's length and frequency come from; the minutes follow from the timeline.

    Pace and rests, which make the minutes, are HipCoach's choice in every program.
    """
    tags = {"length": program.weeks_tag, "frequency": program.often_tag, "minutes": "D"}
    if own and slots_per_day(own, program, now.date()) < program.sessions_per_day:
        del tags["frequency"]
        yield message("Once a day is your change from the program.")
    for tag in dict.fromkeys(tags.values()):
        names = frozenset(name for name, of in tags.items() if of == tag)
        yield message(
            "{facts}: {origin}.", facts=_NAMED[names], origin=cited(tag, (tag,), catalogue)
        )


_NAMED = {
    frozenset({"length"}): message("Length"),
    frozenset({"frequency"}): message("How often"),
    frozenset({"minutes"}): message("Minutes"),
    frozenset({"length", "frequency"}): message("Length and how often"),
    frozenset({"length", "minutes"}): message("Length and minutes"),
    frozenset({"frequency", "minutes"}): message("How often and minutes"),
    frozenset({"length", "frequency", "minutes"}): message("Length, how often and minutes"),
}
