"""What happened in a run, day by day, as far as the rules go by it, and what they decided."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from itertools import chain

from hipcoach.core.catalogue import Catalogue
from hipcoach.core.day_names import weekday_abbreviated
from hipcoach.core.diary import Diary
from hipcoach.core.explain_session import exercise_name, session_told
from hipcoach.core.format import date_text
from hipcoach.core.levels import decisions_of
from hipcoach.core.pain import MUSCLE_ACHE, PainRating
from hipcoach.core.progression.facts import facts_of
from hipcoach.core.run import AWAY, ILL, RUNG, Absence, Change, CheckIn, Decision, Flare, Run
from hipcoach.core.screening import Screening, Severity
from hipcoach.core.text import Message, message


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """One thing that happened; `at` None is the morning of its `day`. `more` stands below it."""

    day: date
    at: datetime | None = None
    told: Message
    more: tuple[Message, ...] = ()

    @property
    def all(self) -> tuple[Message, ...]:
        """What happened, and what stands below it."""
        return (self.told, *self.more)


@dataclass(frozen=True, slots=True, kw_only=True)
class DayTold:
    """A day on which something happened, with its name and what it was, in its order."""

    name: Message
    told: tuple[Told, ...]


def days_told(diary: Diary, catalogue: Catalogue, run: Run, at: datetime) -> tuple[DayTold, ...]:
    """The days of the run up to the moment `at` on which something happened."""
    days: dict[date, list[Told]] = defaultdict(list)
    for told in _everything(diary, catalogue, run, at):
        if run.started_on <= told.day:
            days[told.day].append(told)
    return tuple(
        DayTold(name=day_name(day), told=tuple(sorted(days[day], key=_moment)))
        for day in sorted(days)
    )


def day_name(day: date) -> Message:
    """The day as in "Thu 12 Nov 2026"."""
    return message("{weekday} {date}", weekday=weekday_abbreviated(day), date=date_text(day))


def _moment(told: Told) -> tuple[bool, float]:
    """Its place in the day: what has no time of its own comes first."""
    return (told.at is not None, told.at.timestamp() if told.at else 0)


def _everything(diary: Diary, catalogue: Catalogue, run: Run, at: datetime) -> Iterator[Told]:
    decisions = decisions_of(diary, run, at.date())
    changes = (change for change in run.changes if change.what == RUNG)
    return chain(
        map(_screening, diary.screenings),
        chain.from_iterable(map(_flare, diary.flares)),
        map(_absence, diary.absences),
        (_ache(rating) for rating in diary.pain_ratings if MUSCLE_ACHE in rating.tags),
        (_check_in(check_in) for check_in in diary.check_ins if check_in.run == run.id),
        _sessions(diary, catalogue, run, at),
        (_decision(decision, catalogue) for decision in decisions),
        (_change(change, catalogue) for change in changes),
    )


def _sessions(diary: Diary, catalogue: Catalogue, run: Run, at: datetime) -> Iterator[Told]:
    for facts in facts_of(diary.sessions_of(run), diary, run, catalogue.rules, at):
        told, *more = session_told(facts, catalogue)
        yield Told(day=facts.session.day, at=facts.at, told=told, more=tuple(more))


def _screening(screening: Screening) -> Told:
    clear = message("Safety questions answered: nothing reported.")
    signs = message("Safety questions answered: something reported.")
    told = clear if screening.result is Severity.CLEAR else signs
    return Told(day=screening.at.date(), at=screening.at, told=told)


def _flare(flare: Flare) -> Iterator[Told]:
    """Its first day, and the one after its last."""
    yield Told(day=flare.from_, told=message("A flare-up begins."))
    if flare.to:
        yield Told(day=flare.to + timedelta(days=1), told=message("The flare-up is over."))


def _absence(away: Absence) -> Told:
    begins = {AWAY: message("Days away begin."), ILL: message("Days ill begin.")}
    return Told(day=away.from_, told=begins.get(away.reason, begins[AWAY]))


def _ache(rating: PainRating) -> Told:
    return Told(day=rating.at.date(), at=rating.at, told=message("Muscle ache was told."))


def _check_in(check_in: CheckIn) -> Told:
    told = message("Check-in of week {week}.", week=check_in.week)
    return Told(day=check_in.at.date(), at=check_in.at, told=told)


def _decision(decision: Decision, catalogue: Catalogue) -> Told:
    """The rule, the exercise that it speaks of, the sentence said then, and the answer."""
    facts = {"rule": decision.rule, "words": decision.text}
    if not decision.accepted:
        told = message("{rule}: {words} Declined.", **facts)
    elif decision.exercise:
        told = message("{rule}: {words} Accepted.", **facts)
    else:
        told = message("{rule}: {words}", **facts)
    if decision.exercise:
        name = exercise_name(decision.exercise, catalogue)
        told = message("{exercise}, {told}", exercise=name, told=told)
    return Told(day=decision.at.date(), at=decision.at, told=told)


def _change(change: Change, catalogue: Catalogue) -> Told:
    exercise = catalogue.exercises.get(change.exercise)
    rungs = {rung.id: rung.text for rung in exercise.ladder} if exercise else {}
    chosen = message(rungs.get(str(change.value), str(change.value)))
    name = exercise_name(change.exercise, catalogue)
    told = message("{exercise}: you chose {rung}.", exercise=name, rung=chosen)
    return Told(day=change.at.date(), at=change.at, told=told)
