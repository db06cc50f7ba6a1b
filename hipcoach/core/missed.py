"""The way back after days without a session (clinical.md, R-MISS-1 to 5).

What it changes is a set of decisions: one that speaks of no exercise and says what is easier for a
while, and one for each exercise that goes down a step. They are stored as the first session begins;
until then they are worked out the same way, so that Today shows what will be done.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from hipcoach.core.catalogue import Catalogue
from hipcoach.core.changes import HIGH, LOW, SETS, asked_for, held, made_by
from hipcoach.core.decision_words import direction
from hipcoach.core.diary import Diary
from hipcoach.core.exercise import Exercise
from hipcoach.core.gap import days_between, last_session
from hipcoach.core.lighter import Missed, note
from hipcoach.core.program import Prescription
from hipcoach.core.rule_ids import R_DOWN, R_FLARE, R_GATE, R_RED, R_SORE
from hipcoach.core.rules import MissedRule
from hipcoach.core.run import KEPT, RUNG, Change, Decision, Run
from hipcoach.core.session import Session
from hipcoach.core.step_down import Facts, exercises_asked, steps_down
from hipcoach.core.tempo import PhaseKind
from hipcoach.core.text import Message, say

DAY = timedelta(days=1)

LOWERING = frozenset({R_FLARE, Missed.FEWER, Missed.HALF})
"""The rules whose step down is taken once in a time without sessions, not twice."""

LOWERING_ONE = frozenset({R_RED, R_DOWN, R_GATE, R_SORE})
"""The same, of single exercises: those that went down by them stay out of it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Return:
    """The way back: what holds for a while, the steps down, and the run.

    `run` goes on, or is to be started: then `ended` is the one that it follows.
    """

    told: Decision
    steps: tuple[Decision, ...] = ()
    run: Run
    ended: Run | None = None

    @property
    def decisions(self) -> tuple[Decision, ...]:
        """All that is to be stored."""
        return (self.told, *self.steps)


def rule_for(days: int, rule: MissedRule) -> Missed | None:
    """The rule for so many days missed; None where the program goes on as it is (R-MISS-1)."""
    if days <= rule.same_up_to:
        return None
    bounds = {rule.low_up_to: Missed.LOW, rule.fewer_up_to: Missed.FEWER}
    bounds[rule.half_up_to] = Missed.HALF
    return next((found for upto, found in bounds.items() if days <= upto), Missed.RESTART)


def way_back(diary: Diary, catalogue: Catalogue, run: Run, at: datetime) -> Return | None:
    """What the days missed before a session at `at` change; None where nothing, or already done.

    Before the easy session of a flare-up too, so that it does not make them forgotten.
    """
    rules = catalogue.rules
    last = last_session(diary, at, rules.count)
    found = _rule(run, last, at, rules.missed) if last else None
    if last is None or found is None:
        return None
    days = days_between(last.day, at.date())
    if found is Missed.RESTART:
        return _restart(catalogue, run, days, at)
    asked = _asked(diary, catalogue, run, at)
    same = found is Missed.LOW and all(one.low == one.high for one in asked)
    if same or _settled(diary, last, found, at, rules.missed):
        return None
    steps = _steps(diary, catalogue, run, found, last, at) if found in LOWERING else ()
    facts: Facts = {"days": days, "steps": len(steps), "sets": max(one.sets for one in asked)}
    facts |= _for_how_long(found, at, rules.missed)
    return Return(told=_told(found, facts, at), steps=steps, run=run)


def _rule(run: Run, last: Session, at: datetime, rule: MissedRule) -> Missed | None:
    """The rule for the days missed since `last`.

    A run begun since then starts again only once it is as old; until then its own days count.
    """
    found = rule_for(days_between(last.day, at.date()), rule)
    if found is Missed.RESTART and run.started_on > last.day:
        return rule_for((at.date() - run.started_on).days, rule)
    return found


def _steps(
    diary: Diary, catalogue: Catalogue, run: Run, found: Missed, last: Session, at: datetime
) -> tuple[Decision, ...]:
    """One level down, unless one was taken since the last session, or by a change of program."""
    if run.started_on > last.day or lowered(diary, last, at):
        return ()
    days = days_between(last.day, at.date())
    why = Message(text="{n} days without a session", one="{n} day without a session", n=days)
    but = lowered_alone(diary, catalogue, last, at) | _declined(diary, found, last, at)
    return tuple(steps_down(diary, catalogue, run, at, found, days, why, but))


def _settled(diary: Diary, last: Session, found: Missed, at: datetime, rule: MissedRule) -> bool:
    """Whether the same rule was applied to these days already, and holds long enough."""
    oldest = at.date() - (rule.half_days - 1) * DAY
    return any(
        d.rule == found and last.started_at < d.at <= at and d.at.date() >= oldest
        for d in diary.decisions
    )


def lowered(diary: Diary, last: Session | None, at: datetime) -> bool:
    """Whether a step down was taken since that session, or ever where there is none."""
    return any(told.rule in LOWERING for told in _steps_since(diary, last, at))


def lowered_alone(
    diary: Diary, catalogue: Catalogue, last: Session | None, at: datetime
) -> frozenset[str]:
    """The exercises that went down by a rule of their own since that session."""
    own = (told for told in _steps_since(diary, last, at) if told.rule in LOWERING_ONE)
    return frozenset(told.exercise for told in own if direction(told, catalogue) < 0)


def _declined(diary: Diary, found: Missed, last: Session, at: datetime) -> frozenset[str]:
    """The exercises whose step down by this rule was declined since that session."""
    told = (d for d in diary.decisions if d.rule == found and not d.accepted)
    return frozenset(d.exercise for d in told if last.started_at < d.at <= at)


def _steps_since(diary: Diary, last: Session | None, at: datetime) -> Iterator[Decision]:
    """The accepted changes of a level since that session."""
    steps = (d for d in diary.decisions if d.accepted and d.from_ != d.to and d.at <= at)
    return (told for told in steps if last is None or last.started_at < told.at)


def _asked(diary: Diary, catalogue: Catalogue, run: Run, at: datetime) -> list[Prescription]:
    """What the run asks for with the user's changes, before anything is lighter."""
    asked = catalogue.programs[run.program].prescriptions(run.week(at.date()))
    exercises = exercises_asked(diary, catalogue, run, at.date())
    both = zip(asked, exercises, strict=True)
    return [asked_for(given, exercise.id, run, at) for given, exercise in both]


def _for_how_long(found: Missed, at: datetime, rule: MissedRule) -> Facts:
    if found is Missed.HALF:
        return {"until": (at.date() + (rule.half_days - 1) * DAY).isoformat()}
    return {"sessions": rule.fewer_sessions if found is Missed.FEWER else 1}


def _told(found: Missed, facts: Facts, at: datetime) -> Decision:
    """The decision that speaks of no exercise."""
    decision = Decision(
        at=at, rule=found.value, exercise="", from_="", to="", facts=facts, text="", accepted=True
    )
    return replace(decision, text=say(note(decision)))


def _restart(catalogue: Catalogue, run: Run, days: int, at: datetime) -> Return:
    """The same program from today, one step easier as a change of program is."""
    new = Run(
        program=run.program,
        program_version=catalogue.programs[run.program].version,
        started_on=at.date(),
        changes=tuple(_carried(run, catalogue, at)),
    )
    told = _told(Missed.RESTART, {"days": days}, at)
    return Return(told=told, run=new, ended=replace(run, ended_on=at.date()))


def _carried(run: Run, catalogue: Catalogue, at: datetime) -> Iterator[Change]:
    """The user's changes that the new run keeps.

    No rungs, and no dose that is more than the program asks for in its first week.
    """
    yield from (c for c in run.changes if not c.exercise and c.what not in {RUNG, KEPT})
    for asked in catalogue.programs[run.program].prescriptions(1):
        for name in asked.exercises:
            holding = held(made_by(run, at), name).values()
            own = _work(asked, catalogue.exercises[name])
            yield from (c for c in holding if not _is_more(c.value, own.get(c.what)))


def _work(asked: Prescription, exercise: Exercise) -> dict[str, float]:
    """By name what makes a dose harder the more it is: sets, repetitions, and moving or holding."""
    seconds = {phase.kind: phase.seconds for phase in exercise.tempo} | dict(asked.tempo or {})
    work = {kind.value: number for kind, number in seconds.items() if kind is not PhaseKind.PAUSE}
    return work | {SETS: asked.sets, LOW: asked.low, HIGH: asked.high}


def _is_more(value: object, own: float | None) -> bool:
    return own is not None and isinstance(value, int | float) and value > own


def returned(diary: Diary, catalogue: Catalogue, run: Run, at: datetime) -> tuple[Diary, Run]:
    """The diary and the run as a session begun at `at` will find them."""
    back = way_back(diary, catalogue, run, at)
    if back is None:
        return diary, run
    run, runs = back.run, diary.runs
    if back.ended:  # what was decided earlier today belongs to the run that ends
        run = replace(run, created_at=at)
        runs = (*(back.ended if r.id == back.ended.id else r for r in runs), run)
    return replace(diary, runs=runs, decisions=(*diary.decisions, *back.decisions)), run
