"""A session from its start to its review, and the run that it belongs to."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import replace

from hipcoach.core.admission import permission_now, refusal_to_begin, refusal_to_resume
from hipcoach.core.diary import Diary
from hipcoach.core.document import NotSavedError
from hipcoach.core.events import Emit
from hipcoach.core.gate import Permission, gate
from hipcoach.core.guided import GuidedSession
from hipcoach.core.levels import owned_levels
from hipcoach.core.missed import way_back
from hipcoach.core.opening import Kind, Opened, opened, opened_easier, opened_easy, reopened
from hipcoach.core.pain import BEFORE_SESSION, PainRating
from hipcoach.core.progression.twice import twice
from hipcoach.core.recorder import as_it_is, discarded, happened
from hipcoach.core.review import Review, rating_after, reviewed
from hipcoach.core.run import Run
from hipcoach.core.schedule import Due
from hipcoach.core.session import WARNING_SIGN, Session, SessionState
from hipcoach.core.text import Message
from hipcoach.journeys.coach import MOMENT, Coach
from hipcoach.journeys.desk import Desk
from hipcoach.journeys.errors import NotAllowed
from hipcoach.journeys.screener import Screener


class Sessions:
    """Every change is durable when its method returns, and whole: NotSaved means none of it is."""

    def __init__(self, desk: Desk) -> None:
        self._desk, self._store = desk, desk.store
        self._catalogue, self._coach = desk.catalogue, Coach(desk)

    # The run

    def run(self) -> Run | None:
        """The run under way; None too once it was ended today."""
        return self._desk.diary().open_run(self._desk.now().date())

    def start_run(self, program_id: str, *, one_leg_bridge: bool | None = None) -> Run:
        """Start the program today; a run under way ends with it. KeyError for no such program.

        `one_leg_bridge`: whether 6 tidy bridges on one leg are possible, None where not asked.
        """
        from hipcoach.journeys.programs import Programs  # Today is painted without it

        Programs(self._desk).start(program_id, one_leg_bridge=one_leg_bridge)
        run = self.run()
        assert run is not None
        return run

    # Before a session

    def close_old(self) -> None:
        """End what can no longer be resumed: left before today, or without its run."""
        diary, today = self._desk.diary(), self._desk.now().date()
        with self._store.transaction():
            for session in diary.sessions:
                lost = session.day < today or diary.run(session.run) is None
                if session.state is SessionState.RUNNING and lost:
                    self._store.sessions.replace(as_it_is(session))

    def permission(self) -> Permission:
        """What the gate says now, by what was felt in the last 2 hours."""
        return permission_now(self._desk.diary(), self._catalogue, self._desk.due())

    def permission_at(self, score: int | None) -> Permission:
        """What the gate would say to this pain now; None: not answered."""
        return gate(Screener(self._desk).standing(), score, self._catalogue.rules.start)

    def refusal(self, kind: Kind) -> Message | None:
        """Why no session of this kind may begin now; None where it may."""
        return refusal_to_begin(kind, self._desk.diary(), self._catalogue, self._desk.due())

    def begin(self, kind: Kind, *, stand_in: bool = False) -> Opened:
        """A new session, stored, with a rating of the last 2 hours as the pain before it.

        What the rules decide now and what days missed change is stored with it. `stand_in`: the
        easy day's second named exercise. Raises NotAllowed.
        """
        diary, today = self._desk.diary(), self._desk.due()
        if refused := refusal_to_begin(kind, diary, self._catalogue, today):
            raise NotAllowed(refused)
        with self._store.transaction():
            self._coach.settle(today)
            run = self._come_back(self._desk.diary(), today)
            if kind is Kind.SESSION:
                self._note_second(run, today)
            ready = self._opened(kind, today, run, stand_in=stand_in)
            session = self._store.sessions.add(ready.session)
            if today.pain_now:
                session = self._linked(session, today.pain_now)
        return replace(ready, session=session)

    def _come_back(self, diary: Diary, today: Due) -> Run:
        """Store what days missed change; the run that goes on, or that begins with it."""
        assert today.run is not None
        back = way_back(diary, self._catalogue, today.run, today.now)
        if back is None:
            return today.run
        run, at = back.run, today.now - MOMENT
        if back.ended:
            self._store.runs.replace(back.ended)
            run = self._store.runs.add(back.run)
            at = max(at, run.created_at or at)
        self._coach.note(replace(told, at=at) for told in back.decisions)
        return run

    def _note_second(self, run: Run, today: Due) -> None:
        """Store that the day's second session is shorter after an amber one (R-TWICE)."""
        if told := twice(self._desk.diary(), self._catalogue, run, today.now):
            self._store.decisions.add(replace(told, at=today.now - MOMENT))

    def _opened(self, kind: Kind, today: Due, run: Run, *, stand_in: bool) -> Opened:
        given = (self._desk.diary(), self._catalogue, run, today.now, today.slot)
        if kind is Kind.EASY_DAY:
            return opened_easy(*given, stand_in=stand_in)
        return opened(*given) if kind is Kind.SESSION else opened_easier(*given)

    def _linked(self, session: Session, rating: PainRating) -> Session:
        """The session with the rating, old or new, as the one before it; both stored."""
        tags = tuple(dict.fromkeys((*rating.tags, BEFORE_SESSION)))
        self._store.pain_ratings.replace(replace(rating, tags=tags, session=session.id))
        return self._store.sessions.replace(replace(session, pain_before=rating.id))

    # A session that was left

    def left(self) -> Opened | None:
        """The session that was left today, whether or not it may go on."""
        session = self._desk.due().resumable
        return reopened(self._desk.diary(), self._catalogue, session) if session else None

    def resume(self) -> Opened | None:
        """The session that was left today; None where the gate or the day is against it."""
        diary, today, ready = self._desk.diary(), self._desk.due(), self.left()
        if ready is None or refusal_to_resume(ready.session, diary, self._catalogue, today):
            return None
        return ready

    def keep_left(self) -> None:
        """End the session that was left today with what was done; nothing without one."""
        if session := self._desk.due().resumable:
            self._store.sessions.replace(as_it_is(session))

    def discard_left(self) -> Session | None:
        """Discard the session that was left today; it as it was, None without one."""
        session = self._desk.due().resumable
        if session:
            self._store.sessions.replace(discarded(session))
        return session

    def bring_back(self, session: Session) -> Session:
        """Undo a discard: the session can be resumed again."""
        return self._store.sessions.replace(session)

    # The session

    def guided(self, ready: Opened, emit: Emit) -> GuidedSession:
        """The session to be started; each finished side-set is stored at once."""
        diary = self._desk.diary()
        before = diary.rating(ready.session.pain_before)
        return GuidedSession(
            session=ready.session,
            parts=ready.parts,
            catalogue=self._catalogue,
            times=diary.settings.times,
            clocks=self._desk.clocks,
            save=self._store.sessions.replace,
            emit=emit,
            pain_before=before.score if before else None,
            owned=owned_levels(diary.settings, self._catalogue),
        )

    def rate_before(self, guided: GuidedSession, score: int) -> Permission:
        """Store pain now, answered while getting into position; what the gate says to it.

        Where the session may go on, it is the pain before it, and the time to get into position
        starts anew. Where it may not, the session is over in the same change.
        """
        told = PainRating(at=self._desk.now(), score=score)
        with self._store.transaction():
            rating = self._store.pain_ratings.add(told)
            diary, today, session = self._desk.diary(), self._desk.due(), guided.session
            if refusal_to_resume(session, diary, self._catalogue, today):
                session = self._store.sessions.replace(as_it_is(session))
            else:
                self._unlink(session)
                session = self._linked(session, rating)
        guided.felt_before(session, score)
        return permission_now(diary, self._catalogue, today)

    def note_warning_sign(self, guided: GuidedSession) -> None:
        """End the session for a sign that the user reports in it or before its first repetition.

        From the same change on, the whole screening is asked until answers follow. Where the disk
        refuses it, `keep_ended` tries again.
        """
        guided.end(WARNING_SIGN)
        if not happened(guided.session):
            guided.session = discarded(guided.session)
            with suppress(NotSavedError):
                self.keep_ended(guided.session)

    def keep_ended(self, session: Session) -> None:
        """Store an ended session as it was played, if a full disk has kept it from being stored."""
        stored = self._store.sessions.get(session.id)
        if stored and (stored.state, stored.events) != (session.state, session.events):
            self._store.sessions.replace(session)

    def _unlink(self, session: Session) -> None:
        """An earlier answer is no longer the one before the session."""
        if earlier := self._store.pain_ratings.get(session.pain_before):
            tags = tuple(tag for tag in earlier.tags if tag != BEFORE_SESSION)
            self._store.pain_ratings.replace(replace(earlier, tags=tags, session=""))

    def keep_review(self, session: Session, review: Review) -> Session:
        """Store the answers after a session, the pain after it and what the rules decide with them.

        One change. What `review.declined` names is kept as declined.
        """
        proposed = self._coach.next_time(session, review)
        before = self._store.pain_ratings.get(session.pain_before)
        score, rule = before.score if before else None, self._catalogue.rules.tag
        done = reviewed(session, review, score, rule)
        with self._store.transaction():
            rating = rating_after(session, review, self._desk.now())
            after = self._store.pain_ratings.add(rating).id if rating else ""
            self._store.sessions.replace(replace(done, pain_after=after))
            self._coach.answered(proposed, review.declined)
        return self._store.sessions.get(session.id) or done

    def tidy(self) -> None:
        """Bring diary.json up to date, for a moment without haste; nothing is lost without it."""
        self._store.checkpoint()
