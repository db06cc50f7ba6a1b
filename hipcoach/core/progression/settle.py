"""Settling: what the rules decide now that the diary does not have yet."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import datetime
from itertools import dropwhile

from hipcoach.core.catalogue import Catalogue
from hipcoach.core.diary import Diary
from hipcoach.core.gate import CLOCK_TOLERANCE
from hipcoach.core.pain import PainRating
from hipcoach.core.progression.case import Case, case_of
from hipcoach.core.progression.spell import Spell, spell_decision
from hipcoach.core.progression.spells import spells
from hipcoach.core.progression.verdict import Move, Verdict, decision_of
from hipcoach.core.progression.verdicts import verdicts
from hipcoach.core.recorder import is_past
from hipcoach.core.run import Decision, Run
from hipcoach.core.session import RED, Session, SessionState, Slot


@dataclass(frozen=True, slots=True, kw_only=True)
class Settled:
    """Sessions whose tag is another one now, and the decisions that are due; both may be empty."""

    sessions: tuple[Session, ...] = ()
    decisions: tuple[Decision, ...] = ()


def settled(
    diary: Diary,
    catalogue: Catalogue,
    run: Run,
    now: datetime,
    *,
    before: PainRating | None = None,
) -> Settled:
    """What is to be stored at the moment `now`; nothing the second time.

    Steps up only where their mornings are known to be calm; nothing while a session is under way.
    `before`: the pain before a session that begins now, which may stand in for a morning (R-NOAM).
    """
    if run.program not in catalogue.programs or _under_way(diary, now):
        return Settled()
    case = case_of(_with_begun(diary, run, now, before), catalogue, run, now)
    held = spells(case)
    found = (*verdicts(case, held), *_earned_before(case, held))
    return Settled(
        sessions=tuple(_tagged_anew(case)),
        decisions=(*_of_spells(held, now), *_of_verdicts(found, case)),
    )


def _under_way(diary: Diary, now: datetime) -> bool:
    """Whether a session is; one that is dated ahead was left under a wrong clock."""
    begun = (s for s in diary.sessions if s.started_at <= now + CLOCK_TOLERANCE)
    running = (s for s in begun if s.state is SessionState.RUNNING)
    return any(not is_past(session, now) for session in running)


def _with_begun(diary: Diary, run: Run, now: datetime, before: PainRating | None) -> Diary:
    """The diary with a session that begins now, where the pain before it is known."""
    if before is None:
        return diary
    begun = Session(
        started_at=now,
        run=run.id,
        program=run.program,
        slot=Slot.EXTRA,
        planned_sets=1,
        pain_before=before.id,
    )
    return replace(diary, sessions=(*diary.sessions, begun))


def _tagged_anew(case: Case) -> Iterator[Session]:
    """The sessions that have another tag now; one of today that is red stays so."""
    for facts in case.sessions:
        session, tag = facts.session, case.judged(facts).tag
        stays = session.tag == RED and session.day == case.now.date()
        if tag != session.tag and not stays:
            yield replace(session, tag=tag)


def _earned_before(case: Case, held: tuple[Spell, ...]) -> Iterator[Verdict]:
    """Steps up of sessions whose mornings only the newest one told (R-NOAM).

    Its own morning is still open, so the row would never be known for who leaves the question. They
    go up where that session, its morning taken as calm, is in the row too.
    """
    known = tuple(dropwhile(lambda facts: facts.open, case.sessions))
    if len(known) == len(case.sessions) or not known or not known[0].stands_in:
        return
    hoped = verdicts(replace(case, calm=True), held)
    ups = {(verdict.exercise, verdict.to) for verdict in hoped if verdict.move is Move.UP}
    for verdict in verdicts(replace(case, sessions=known), held):
        if verdict.move is Move.UP and (verdict.exercise, verdict.to) in ups:
            yield verdict


def _of_spells(found: Iterable[Spell], now: datetime) -> Iterator[Decision]:
    return (spell_decision(spell, now) for spell in found if spell.kept)


def _of_verdicts(found: Iterable[Verdict], case: Case) -> Iterator[Decision]:
    due = (verdict for verdict in found if changes(verdict) and not verdict.waits)
    return (decision_of(verdict, case.catalogue, case.now) for verdict in due)


def changes(verdict: Verdict) -> bool:
    """Whether the next session is another one by it: a step, or a set fewer."""
    return verdict.move is not Move.SAME or verdict.fewer


def with_settled(diary: Diary, found: Settled) -> Diary:
    """The diary with what was settled in it."""
    if not (found.sessions or found.decisions):
        return diary
    tags = {session.id: session for session in found.sessions}
    sessions = tuple(tags.get(session.id, session) for session in diary.sessions)
    return replace(diary, sessions=sessions, decisions=(*diary.decisions, *found.decisions))
