"""The whole way of `hipcoach play`: screening, pain now, the session, its review."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import dataclass, replace
from datetime import datetime

from hipcoach.core.catalogue import Catalogue
from hipcoach.core.clocks import Clocks
from hipcoach.core.exercise import Side
from hipcoach.core.gate import Permission
from hipcoach.core.guided import GuidedSession
from hipcoach.core.levels import owned_levels
from hipcoach.core.opening import Opened, opened, opened_easy, reopened
from hipcoach.core.pain import BEFORE_SESSION, NEXT_MORNING, PainRating, place_names
from hipcoach.core.recorder import resume_point
from hipcoach.core.review import rating_after, reviewed
from hipcoach.core.run import Run
from hipcoach.core.schedule import Due, due
from hipcoach.core.session import EASY_DAY, WARNING_SIGN, Session, SessionState
from hipcoach.core.text import tr
from hipcoach.store.store import Store
from hipcoach.terminal.announce import announce
from hipcoach.terminal.dialogue import Dialogue, pain_question
from hipcoach.terminal.first_run import ask_bands, ask_run
from hipcoach.terminal.follow import Follower, Outcome
from hipcoach.terminal.keyboard import Stage
from hipcoach.terminal.porter import Porter
from hipcoach.terminal.review import ask_review

DEFAULT_PROGRAM = "hips-three-twice"
FLARE_DAYS = 7
"""Days of a flare-up after which it should be looked at (clinical.md, R-FLARE)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Play:
    """What `hipcoach play` needs; `stage` opens the terminal, `region` is an ISO 3166 code."""

    store: Store
    catalogue: Catalogue
    clocks: Clocks
    dialogue: Dialogue
    stage: Callable[[], AbstractContextManager[Stage]]
    region: str

    def run(self, program: str | None) -> None:
        """Guide one session, from the questions before it to the review after it."""
        porter = self._porter()
        if not porter.lets_in():
            return
        run = self._run(program)
        self._close_old_sessions()
        self._ask_morning()
        permission = porter.ask_before_session(self._due())
        if ready := self._resumed(permission) or self._started(run, permission):
            self._guide(ready, porter)

    def _porter(self) -> Porter:
        return Porter(
            store=self.store,
            catalogue=self.catalogue,
            now=self.clocks.now,
            dialogue=self.dialogue,
            region=self.region,
        )

    def _due(self) -> Due:
        return due(self.store.diary(), self.catalogue, self.clocks.now())

    # The run

    def _run(self, wanted: str | None) -> Run:
        """The run under way, a new one in a new diary, or another program if the user says so."""
        now = self.clocks.now()
        current = self.store.diary().run_on(now.date())
        if current and (wanted is None or wanted == current.program):
            return current
        if current and not self._closes(current, wanted or ""):
            return current
        program = self.catalogue.programs[wanted or DEFAULT_PROGRAM]
        before = self.store.diary().settings
        settings = ask_bands(self.dialogue, before, self.catalogue)
        run = ask_run(self.dialogue, program, now)
        with self.store.transaction():
            if current:
                self.store.runs.replace(replace(current, ended_on=now.date()))
            self.store.settings.put(settings)
            return self.store.runs.add(run)

    def _closes(self, current: Run, wanted: str) -> bool:
        names = self.catalogue.program_names
        question = tr(
            "This ends “{old}” and starts “{new}” today. Go on?",
            old=tr(names[current.program].short),
            new=tr(names[wanted].short),
        )
        return self.dialogue.yes(question, otherwise=False)

    # What comes before a session

    def _close_old_sessions(self) -> None:
        """Sessions that were left can be resumed until the end of their day; then they end."""
        today = self.clocks.now().date()
        for session in self._sessions():
            if session.state is SessionState.RUNNING and session.day < today:
                self._keep_as_it_is(session)

    def _keep_as_it_is(self, session: Session) -> None:
        anything = session.sets or session.events
        state = SessionState.ENDED_EARLY if anything else SessionState.DISCARDED
        ended = session.sets[-1].ended_at if session.sets else session.started_at
        self.store.sessions.replace(replace(session, state=state, ended_at=ended))

    def _ask_morning(self) -> None:
        """The next-morning question, once a morning."""
        now, settings = self.clocks.now(), self.store.diary().settings
        sessions = self._due().morning_question
        if not sessions or settings.morning_asked_on == now.date():
            return
        score = self.dialogue.score(pain_question(self.catalogue.texts, "next-morning"))
        with self.store.transaction():
            self.store.settings.put(replace(settings, morning_asked_on=now.date()))
            if score is not None:
                answer = PainRating(at=now, score=score, tags=(NEXT_MORNING,))
                rating = self.store.pain_ratings.add(answer)
                for session in sessions:
                    self.store.sessions.replace(replace(session, next_morning=rating.id))

    def _resumed(self, permission: Permission) -> Opened | None:
        """The session that was left today, if the gate and the user want to go on with it."""
        today = self._due()
        session = today.resumable
        ready = reopened(self.store.diary(), self.catalogue, session) if session else None
        if session is None or ready is None:
            return None
        self.dialogue.tell("", tr("A session of today was left."))
        easy = session.program == EASY_DAY
        allowed = permission is Permission.SESSION and not (today.flare and not easy)
        allowed = allowed or (easy and permission is Permission.EASY_DAY)
        return self._asked_to_resume(ready, allowed=allowed and not today.ill)

    def _asked_to_resume(self, ready: Opened, *, allowed: bool) -> Opened | None:
        """Resume, keep or discard; without `allowed` only keep or discard."""
        texts = [tr("Discard"), tr("Keep what was done")]
        if allowed:
            texts.append(tr("Resume: {place}", place=self._place(ready)))
        texts.reverse()
        self.dialogue.tell(*(f"  {number}  {text}" for number, text in enumerate(texts, start=1)))
        answer = len(texts) - self.dialogue.one_of_numbers(tr("Number:"), len(texts))
        if answer == 2:
            return ready
        if answer == 1:
            self._keep_as_it_is(ready.session)
        else:
            discarded = replace(ready.session, state=SessionState.DISCARDED)
            self.store.sessions.replace(discarded)
        return None

    def _place(self, ready: Opened) -> str:
        """Where a left session goes on, as in "Clamshell, set 2, left"."""
        point = resume_point(ready.session, ready.parts)
        if point is None:
            return tr("its end")
        name = self.catalogue.exercise_names[ready.parts[point.part].exercise.id].short
        sides = {Side.LEFT: tr("left"), Side.RIGHT: tr("right"), Side.BOTH: tr("both sides")}
        return tr("{name}, set {set}, {side}", name=tr(name), set=point.set, side=sides[point.side])

    def _started(self, run: Run, permission: Permission) -> Opened | None:
        """A new session, if the day, the pain and the user allow it."""
        if permission not in {Permission.SESSION, Permission.EASY_DAY}:
            return None
        today = self._due()
        easy = permission is Permission.EASY_DAY or today.flare is not None
        if today.ill:
            self.dialogue.tell("", tr(self.catalogue.texts["fever"]))
            return None
        allowed = self._easy_is_open(today) if today.flare else self._wanted(today)
        return self._stored(self._opened(run, today, easy=easy), today) if allowed else None

    def _easy_is_open(self, today: Due) -> bool:
        """In a flare-up: the easy session, once a day."""
        assert today.flare is not None
        day = today.now.date()
        if (day - today.flare.from_).days >= FLARE_DAYS:
            self.dialogue.tell("", tr(self.catalogue.texts["flare-up-week"]))
        done = any(s.day == day and s.program == EASY_DAY and s.sets for s in self._sessions())
        if done:
            self.dialogue.tell(tr("The easy session of today is done. That is enough for a day."))
        return not done

    def _sessions(self) -> tuple[Session, ...]:
        return self.store.sessions.all()

    def _wanted(self, today: Due) -> bool:
        """Whether a session is due, or an extra one is wanted and allowed."""
        if today.session_due:
            return True
        if not today.extra_allowed:
            self.dialogue.tell(tr("Enough for today: no further session. Tomorrow is another day."))
            return False
        question = tr("Nothing is due now. Start a session all the same?")
        return self.dialogue.yes(question, otherwise=False)

    def _opened(self, run: Run, today: Due, *, easy: bool) -> Opened:
        diary, now = self.store.diary(), self.clocks.now()
        if not easy:
            return opened(diary, self.catalogue, run, now, today.slot)
        question = tr("Two-leg bridge today? If not, clamshells without a band.")
        bridge = self.dialogue.yes(question, otherwise=True)
        return opened_easy(diary, self.catalogue, run, now, today.slot, stand_in=not bridge)

    def _stored(self, ready: Opened, today: Due) -> Opened:
        """The session, and the rating of pain now marked as the one before it, in one change."""
        with self.store.transaction():
            session = self.store.sessions.add(ready.session)
            if today.pain_now:
                tags = tuple(dict.fromkeys((*today.pain_now.tags, BEFORE_SESSION)))
                rating = replace(today.pain_now, tags=tags, session=session.id)
                self.store.pain_ratings.replace(rating)
                session = self.store.sessions.replace(replace(session, pain_before=rating.id))
        return replace(ready, session=session)

    # The session

    def _guide(self, ready: Opened, porter: Porter) -> None:
        announce(self.dialogue, ready, self.catalogue, self._sessions())
        self.dialogue.line(tr("Press Enter to get into position."))
        diary = self.store.diary()
        before = diary.rating(ready.session.pain_before)
        with self.stage() as stage:
            follower = Follower(
                stage,
                self.catalogue.exercise_names,
                [tr(name) for name in place_names()],
                self.clocks.rate,
                diary.places,
            )
            guided = GuidedSession(
                session=ready.session,
                parts=ready.parts,
                catalogue=self.catalogue,
                times=diary.settings.times,
                clocks=self.clocks,
                save=self.store.sessions.replace,
                emit=follower.hear,
                pain_before=before.score if before else None,
                owned=owned_levels(diary.settings, self.catalogue),
            )
            outcome = follower.follow(guided, self.clocks.seconds)
        if outcome is Outcome.LEFT:
            self.dialogue.tell(tr("What you did is kept."))
            if guided.session.day == self.clocks.now().date():
                self.dialogue.tell(tr("Until the end of today, `hipcoach play` resumes it."))
        elif outcome is Outcome.FINISHED or self._no_sign(guided.session, porter):
            self._review(guided.session)

    def _no_sign(self, session: Session, porter: Porter) -> bool:
        """Note a warning sign durably, then open the list; True where nothing is on it."""
        *before, last = session.events
        noted = (*before, replace(last, choice=WARNING_SIGN))
        self.store.sessions.replace(replace(session, events=noted))
        clear = porter.ask_new_signs()
        if clear:
            self.dialogue.tell("", tr(self.catalogue.texts["stop-signs"]))
        return clear

    def _review(self, session: Session) -> None:
        """Ask, and write session and rating together."""
        review = ask_review(self.dialogue, session, self.catalogue)
        now: datetime = self.clocks.now()
        before = self.store.diary().rating(session.pain_before)
        with self.store.transaction():
            rating = rating_after(session, review, now)
            after = self.store.pain_ratings.add(rating).id if rating else ""
            done = reviewed(session, review, before.score if before else None)
            self.store.sessions.replace(replace(done, pain_after=after))
        self.store.checkpoint()
        self.dialogue.tell(tr("Saved."))
