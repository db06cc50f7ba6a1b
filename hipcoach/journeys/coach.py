"""What the rules decide, stored: after a review, in the morning, before a session."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import replace
from datetime import datetime, timedelta
from functools import partial

from hipcoach.core.diary import Diary
from hipcoach.core.pain import PainRating
from hipcoach.core.progression.settle import Settled, changes, settled
from hipcoach.core.progression.verdict import decision_of
from hipcoach.core.progression.withdrawn import done_since, withdrawn
from hipcoach.core.proposal import Proposal, proposal
from hipcoach.core.review import Review
from hipcoach.core.run import Decision
from hipcoach.core.schedule import Due
from hipcoach.core.session import Session
from hipcoach.core.text import message
from hipcoach.journeys.desk import Back, Desk
from hipcoach.journeys.errors import NotAllowed
from hipcoach.journeys.series import all_back

MOMENT = timedelta(microseconds=1)
"""So much earlier than a session is dated what is decided as it begins: it is done by it."""


class Coach:
    """Every change is durable when its method returns, and whole: NotSaved means none of it is.

    Whatever changes what the rules look at settles in its own transaction: a review that is kept, a
    morning that is answered, a session that begins, an entry of the diary.
    """

    def __init__(self, desk: Desk) -> None:
        self._desk, self._store = desk, desk.store

    def settle(self, begins: Due | None = None) -> Back:
        """Store what is due now: tags and decisions. To be called within a transaction.

        `begins`: a session begins at its moment and with its pain now; what is decided is dated
        before it. The way back is one change too.
        """
        if begins is None:
            return self._keep(self._due(self._desk.now()))
        found = self._due(begins.now, begins.pain_now)
        dated = (replace(told, at=begins.now - MOMENT) for told in found.decisions)
        return self._keep(replace(found, decisions=tuple(dated)))

    def settle_anew(self, was: Diary) -> Back:
        """The same after a correction of the diary as it `was`.

        Steps up that are earned no more are taken back, unless a session was done by them. To be
        called within a transaction.
        """
        desk, decisions = self._desk, self._store.decisions
        now, diary = desk.now(), desk.diary()
        run = diary.open_run(now.date())
        gone = withdrawn(was, diary, desk.catalogue, run, now) if run else ()
        for told in gone:
            decisions.delete(told.id)
        backs: list[Back] = [partial(decisions.restore, told) for told in gone]
        return all_back(desk, [*backs, self.settle()])

    def note(self, told: Iterable[Decision]) -> Back:
        """Store decisions that were made now; the way back.

        One about the same exercise that is dated later, as a clock put back leaves it, is dated
        just before: when its day comes it would change the level with no reason.
        """
        decisions, made = self._store.decisions, tuple(told)
        ahead = [(old, new) for new in made for old in decisions.all() if _overtakes(new, old)]
        for old, new in ahead:
            decisions.replace(replace(old, at=new.at - MOMENT))
        done = {session.id for one in made for session in done_since(one.at, self._desk.diary())}
        ids = [decisions.add(decision).id for decision in made]
        return lambda: self._forget(ids, done, [old for old, _ in ahead])

    def next_time(self, session: Session, review: Review) -> Proposal | None:
        """What the rules propose if the review is kept with these answers; nothing is stored.

        None where the session's run is not under way. `core.next_time` makes cards of it, and
        `answered` stores what `review.declined` leaves of it.
        """
        desk = self._desk
        return proposal(desk.diary(), desk.catalogue, session, review, desk.now())

    def answered(self, proposed: Proposal | None, declined: Collection[str]) -> Back:
        """Settle after a review that is kept, without what the user `declined` of the proposal.

        By the exercises' ids, "" for all of them. Steps up wait for the calm morning; declined ones
        are kept at once. To be called within a transaction.
        """
        offered = proposed.verdicts if proposed else ()
        refused = (v for v in offered if changes(v) and v.exercise in declined)
        now, catalogue = self._desk.now(), self._desk.catalogue
        told = [decision_of(verdict, catalogue, now, accepted=False) for verdict in refused]
        return self._keep(_without(self._due(now), told))

    def decline(self, told: Decision) -> Back:
        """Decline a decision of the news, stored or still due ("Stay as it is", "No").

        One that is still due is stored with all that is due, as declined; so is R-FLARE's question.
        Raises NotAllowed where a session was begun since.
        """
        if told.id:
            return self._declined(told.id)
        now = self._desk.now()
        with self._store.transaction():
            refused = replace(told, at=now, accepted=False)
            return self._keep(_without(self._due(now), [refused]))

    def _declined(self, decision_id: str) -> Back:
        decisions = self._store.decisions
        told = decisions.get(decision_id)
        if told is None:
            raise NotAllowed(message("This is not in the diary any more."))
        if done_since(told.at, self._desk.diary()):
            since = "A session was begun since. The exercise's page changes its level."
            raise NotAllowed(message(since))
        decisions.replace(replace(told, accepted=False))
        return lambda: self._put_back(told)

    def _put_back(self, told: Decision) -> None:
        """A decision as it was, where it is in the diary still."""
        if self._store.decisions.get(told.id):
            self._store.decisions.replace(told)

    def _due(self, now: datetime, before: PainRating | None = None) -> Settled:
        diary = self._desk.diary()
        run = diary.open_run(now.date())
        if run is None:
            return Settled()
        return settled(diary, self._desk.catalogue, run, now, before=before)

    def _keep(self, found: Settled) -> Back:
        sessions = self._store.sessions
        was = {session.id: sessions.get(session.id) for session in found.sessions}
        for session in found.sessions:
            sessions.replace(session)
        tags = {id_: session.tag for id_, session in was.items() if session}
        return all_back(self._desk, [partial(self._tag, tags), self.note(found.decisions)])

    def _tag(self, tags: Mapping[str, str]) -> None:
        for id_, tag in tags.items():
            if session := self._store.sessions.get(id_):
                self._store.sessions.replace(replace(session, tag=tag))

    def _forget(
        self, made: Iterable[str], done: Collection[str], ahead: Iterable[Decision]
    ) -> None:
        """Take back decisions that no session followed but those `done`, and what they overtook."""
        diary, decisions = self._desk.diary(), self._store.decisions
        with self._store.transaction():
            for told in filter(None, map(decisions.get, made)):
                if {session.id for session in done_since(told.at, diary)} <= {*done}:
                    decisions.delete(told.id)
            for old in ahead:
                self._put_back(old)


def _overtakes(new: Decision, old: Decision) -> bool:
    """Whether the old one is about the same exercise, and dated after the new one."""
    return bool(new.exercise) and new.exercise == old.exercise and old.at > new.at


def _without(found: Settled, refused: Collection[Decision]) -> Settled:
    """What is due, with the refused decisions in the place of their like."""
    alike = {(decision.rule, decision.exercise) for decision in refused}
    others = (d for d in found.decisions if (d.rule, d.exercise) not in alike)
    return replace(found, decisions=(*others, *refused))
