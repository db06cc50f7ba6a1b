"""The whole way of `hipcoach play`: screening, pain now, the session, its review."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager

from hipcoach.core.exercise import Side
from hipcoach.core.flare import is_long
from hipcoach.core.gate import Permission
from hipcoach.core.next_time import NextTime, next_time
from hipcoach.core.opening import Kind, Opened
from hipcoach.core.pain import place_names
from hipcoach.core.progression.begun import begun, easier_note
from hipcoach.core.recorder import resume_point
from hipcoach.core.review import Review
from hipcoach.core.run import Run
from hipcoach.core.schedule import Due
from hipcoach.core.session import Session
from hipcoach.core.text import say, tr
from hipcoach.journeys.coach import Coach
from hipcoach.journeys.desk import Desk
from hipcoach.journeys.preferences import Preferences
from hipcoach.journeys.ratings import Ratings
from hipcoach.journeys.sessions import Sessions
from hipcoach.terminal.announce import announce
from hipcoach.terminal.days_off import offer_way_back
from hipcoach.terminal.dialogue import Dialogue, pain_question
from hipcoach.terminal.first_run import ask_bands, ask_bridge
from hipcoach.terminal.follow import Follower, Outcome
from hipcoach.terminal.keyboard import Stage
from hipcoach.terminal.next_time import Newsman
from hipcoach.terminal.porter import Porter
from hipcoach.terminal.review import ask_review

DEFAULT_PROGRAM = "hips-three-twice"


class Play:
    """One `hipcoach play` at a desk: asks through the dialogue; `stage` opens the terminal."""

    def __init__(
        self, desk: Desk, dialogue: Dialogue, stage: Callable[[], AbstractContextManager[Stage]]
    ) -> None:
        self._desk, self._dialogue, self._stage = desk, dialogue, stage
        self._catalogue, self._sessions = desk.catalogue, Sessions(desk)
        self._porter = Porter(desk, dialogue)

    def run(self, program: str | None) -> None:
        """Guide one session, from the questions before it to the review after it."""
        if not self._porter.lets_in():
            return
        self._settle_run(program)
        self._sessions.close_old()
        newsman = Newsman(self._desk, self._dialogue, self._porter)
        self._ask_morning()
        if offer_way_back(self._desk, self._dialogue) and not self._porter.lets_in():
            return
        if not newsman.lets_on():
            return
        permission = self._porter.ask_before_session(self._desk.due())
        if ready := self._resumed() or self._started(permission, newsman):
            self._guide(ready)

    # The run

    def _settle_run(self, wanted: str | None) -> None:
        """The run under way, a new one in a new diary, or another program if the user says so."""
        current = self._sessions.run()
        if current and wanted in {None, current.program}:
            return
        if current and not self._closes(current, wanted or ""):
            return
        program = self._catalogue.programs[wanted or DEFAULT_PROGRAM]
        preferences = Preferences(self._desk)
        if preferences.settings().bands is None:
            preferences.keep_bands(ask_bands(self._dialogue, self._catalogue))
        one_leg = ask_bridge(self._dialogue, program)
        self._sessions.start_run(program.id, one_leg_bridge=one_leg)

    def _closes(self, current: Run, wanted: str) -> bool:
        names = self._catalogue.program_names
        question = tr(
            "This ends “{old}” and starts “{new}” today. Go on?",
            old=tr(names[current.program].short),
            new=tr(names[wanted].short),
        )
        return self._dialogue.yes(question, otherwise=False)

    # What comes before a session

    def _ask_morning(self) -> None:
        """The next-morning question, once a morning."""
        if self._desk.due().morning_question:
            question = pain_question(self._catalogue.texts, "next-morning")
            Ratings(self._desk).answer_morning(self._dialogue.score(question))

    def _resumed(self) -> Opened | None:
        """The session that was left today, if the gate and the user want to go on with it."""
        left = self._sessions.left()
        if left is None:
            return None
        self._dialogue.tell("", tr("A session of today was left."))
        return self._asked_to_resume(left, self._sessions.resume())

    def _asked_to_resume(self, left: Opened, ready: Opened | None) -> Opened | None:
        """Resume, keep or discard; without `ready` only keep or discard."""
        texts = [tr("Discard"), tr("Keep what was done")]
        if ready:
            texts.append(tr("Resume: {place}", place=self._place(left)))
        texts.reverse()
        self._dialogue.tell(*(f"  {number}  {text}" for number, text in enumerate(texts, start=1)))
        answer = len(texts) - self._dialogue.one_of_numbers(tr("Number:"), len(texts))
        if answer == 2:
            return ready
        if answer == 1:
            self._sessions.keep_left()
        else:
            self._sessions.discard_left()
        return None

    def _place(self, ready: Opened) -> str:
        """Where a left session goes on, as in "Clamshell, set 2, left"."""
        point = resume_point(ready.session, ready.parts)
        if point is None:
            return tr("its end")
        name = self._catalogue.exercise_names[ready.parts[point.part].exercise.id].short
        sides = {Side.LEFT: tr("left"), Side.RIGHT: tr("right"), Side.BOTH: tr("both sides")}
        return tr("{name}, set {set}, {side}", name=tr(name), set=point.set, side=sides[point.side])

    def _started(self, permission: Permission, newsman: Newsman) -> Opened | None:
        """A new session, if the day, the pain and the user allow it."""
        if permission not in {Permission.SESSION, Permission.EASY_DAY}:
            return None
        today = self._desk.due()
        easy = permission is Permission.EASY_DAY or today.flare is not None
        kind = Kind.EASY_DAY if easy else Kind.SESSION
        self._tell_long_flare(today)
        if refused := self._sessions.refusal(kind):
            self._dialogue.tell("", say(refused))
            return None
        if not (today.session_due or today.flare or self._wanted()):
            return None
        if kind is Kind.SESSION:
            self._tell_easier(today, newsman)
        return self._sessions.begin(kind, stand_in=easy and self._stands_in())

    def _tell_easier(self, today: Due, newsman: Newsman) -> None:
        """Why the session is lighter, where the news did not tell it."""
        assert today.run is not None
        ready = begun(self._desk.diary(), self._catalogue, today.run, today.now)
        note = easier_note(ready, self._catalogue, today.now)
        if note and not newsman.has_told(note):
            self._dialogue.tell("", say(note))

    def _tell_long_flare(self, today: Due) -> None:
        rule = self._catalogue.rules.flare
        if today.flare and is_long(today.flare, today.now.date(), rule):
            self._dialogue.tell("", tr(self._catalogue.texts["flare-up-week"]))

    def _wanted(self) -> bool:
        question = tr("Nothing is due now. Start a session all the same?")
        return self._dialogue.yes(question, otherwise=False)

    def _stands_in(self) -> bool:
        question = tr("Two-leg bridge today? If not, clamshells without a band.")
        return not self._dialogue.yes(question, otherwise=True)

    # The session

    def _guide(self, ready: Opened) -> None:
        diary = self._desk.diary()
        announce(self._dialogue, ready, self._catalogue, diary)
        self._dialogue.line(tr("Press Enter to get into position."))
        with self._stage() as stage:
            follower = Follower(
                stage,
                self._catalogue.exercise_names,
                [tr(name) for name in place_names()],
                self._desk.clocks.rate,
                diary.places,
            )
            guided = self._sessions.guided(ready, follower.hear)
            outcome = follower.follow(guided, self._desk.clocks.seconds)
        if outcome is Outcome.LEFT:
            self._dialogue.tell(tr("What you did is kept."))
            if guided.session.day == self._desk.now().date():
                self._dialogue.tell(tr("Until the end of today, `hipcoach play` resumes it."))
        elif outcome is Outcome.FINISHED or self._no_sign():
            self._ask_review(guided.session)

    def _ask_review(self, session: Session) -> None:
        def proposed(review: Review) -> NextTime:
            found = Coach(self._desk).next_time(session, review)
            return next_time(found) if found else NextTime()

        review = ask_review(self._dialogue, session, self._catalogue, proposed)
        self._sessions.keep_review(session, review)
        self._dialogue.tell(tr("Saved."))

    def _no_sign(self) -> bool:
        """Open the list of signs; True where nothing is on it."""
        clear = self._porter.ask_new_signs()
        if clear:
            self._dialogue.tell("", tr(self._catalogue.texts["stop-signs"]))
        return clear
