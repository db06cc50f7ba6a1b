"""A guided session: the player, its parts and its record together. What every front end drives."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from dataclasses import replace
from datetime import timedelta

from hipcoach.core.after_hurt import number_of, phases_left, place_of_hurt, way_on
from hipcoach.core.catalogue import Catalogue
from hipcoach.core.clocks import Clocks
from hipcoach.core.document import NotSavedError
from hipcoach.core.events import (
    Emit,
    Ending,
    Finished,
    FormLost,
    NotKept,
    Paused,
    PauseReason,
    PhaseStarted,
    PlayerEvent,
    PlayerState,
    SetEnded,
)
from hipcoach.core.hurt import Choice, Offers, offers, offers_between, others_red
from hipcoach.core.pain import Place
from hipcoach.core.parts import Part, easier, fewer
from hipcoach.core.player import Player
from hipcoach.core.recorder import (
    as_it_is,
    as_left,
    event,
    is_past,
    latest_hurt,
    record,
    resume_point,
    with_answer,
    with_choice,
    with_event,
    with_last_count,
)
from hipcoach.core.run import Times
from hipcoach.core.session import EventKind, Session, SessionEvent, SessionState
from hipcoach.core.taken_back import TakenBack
from hipcoach.core.tempo import PhaseKind
from hipcoach.core.timeline import Phase, Point, set_after, set_past

Save = Callable[[Session], Session]


class GuidedSession:
    """One session from get-in-position to its last side-set.

    `save` makes the session durable and returns it as stored; it is called at every finished
    side-set. `pain_before` is the score given before the session, if any. `owned` are the levels
    of the user's bands (None, not asked: all), for easier versions. `worked` is the latest point at
    which a repetition was under way since the start, None before the first.
    """

    def __init__(
        self,
        *,
        session: Session,
        parts: Sequence[Part],
        catalogue: Catalogue,
        times: Times,
        clocks: Clocks,
        save: Save,
        emit: Emit,
        pain_before: int | None = None,
        owned: Collection[int] | None = None,
    ) -> None:
        self.session = session
        self.parts = as_left(session, parts, catalogue, owned)
        self._owned = owned
        self._catalogue, self._times, self._clocks = catalogue, times, clocks
        self._save, self._emit, self._before = save, emit, pain_before
        self._ends_early = False
        self.worked: Point | None = None
        self._taken_back = TakenBack()
        self.player = self._new_player()

    @property
    def part(self) -> Part:
        """The part that the player is in."""
        return self.parts[self.player.phase.point.part]

    def start(self) -> None:
        """Get into position for the first side-set that is not behind; ends at once if all are.

        Where `open_offers` says so, the user chooses first. An ended session does not start.
        """
        if not self.goes_on:
            return
        point = resume_point(self.session, self.parts)
        if point:
            self.player.start(point, self._times.prepare_far)
        else:
            self._finish()

    def resume(self) -> None:
        """Go on after a pause; in a session of a day that is over it ends with what was done."""
        if is_past(self.session, self._clocks.now()):
            self._keep(as_it_is(self.session))
        else:
            self.player.resume()

    def enter(self) -> None:
        """The Enter key: done with this set, or ready for it."""
        if self.player.phase.works:
            self.player.done()
        else:
            self.player.ready()

    @property
    def goes_on(self) -> bool:
        """Whether anything is left to do."""
        return self.session.state is SessionState.RUNNING

    def change_count(self, change: int) -> None:
        """Correct the counter of the set under way, or of the side-set that ended last.

        Two repetitions in a row that are taken back while it plays end the set (R-STOP-EX).
        """
        phase = self.player.phase
        if phase.works:
            self.player.change_count(change)
            self._take_back(change)
        elif self.session.sets and phase.kind is not PhaseKind.COUNT_IN and phase.point.rep == 1:
            self._keep(with_last_count(self.session, change))

    def _take_back(self, change: int) -> None:
        """End the set where form is lost, with what was tidy; own pace counts nothing by itself."""
        player, number = self.player, self._catalogue.rules.count.untidy_in_a_row
        if player.state is PlayerState.PLAYING and not player.waits:
            self._taken_back = self._taken_back.changed(change)
        if self._taken_back.in_a_row(number):
            at, point = self._clocks.seconds(), player.phase.point
            self._emit(FormLost(at=at, point=point, reps=player.count, untidy=number))
            player.done()

    def more(self) -> None:
        """Give 15 more seconds to get into position."""
        self.player.more(self._times.more)

    def felt_before(self, session: Session, score: int) -> None:
        """Take over the record after pain now was told; before the first set that starts anew."""
        self.session, self._before = session, score
        if not self.goes_on:
            self.player = self._new_player()
        elif self.player.state is PlayerState.PLAYING and not self.worked:
            self.start()

    def hurt(self) -> None:
        """Stop at once and stay there, until the answer; noted before anything is asked."""
        self.player.pause(PauseReason.HURT)
        self._keep(with_event(self.session, self._hurt_event()))

    def answer(self, score: int, places: tuple[Place, ...] = ()) -> Offers:
        """Keep how much it hurts, durably, and say what is on offer."""
        self._keep(with_answer(self.session, score, places))
        return self._offers(self.session.events[-1].exercise, score)

    @property
    def open_hurt(self) -> SessionEvent | None:
        """The latest answer to "this hurts" while nothing was chosen after it; None without one."""
        told = latest_hurt(self.session)
        return told if self.goes_on and told and not told.choice else None

    @property
    def open_offers(self) -> Offers | None:
        """What is on offer after that answer, also in a session that was left there."""
        told = self.open_hurt
        return self._offers(told.exercise, told.score) if told and told.score is not None else None

    def _offers(self, exercise: str, score: int) -> Offers:
        rule = self._catalogue.rules.hurt
        red = others_red(self.session.events, exercise, self._before, rule)
        found = offers(score, self._before, red, rule)
        return offers_between(found) if number_of(self.parts, exercise) < self._here.part else found

    def choose(self, choice: Choice) -> None:
        """Go on as chosen after this hurts; ValueError for what is not on offer.

        Before `start` the choice takes effect when the session starts. In a session of a day that
        is over every choice ends it.
        """
        told, on_offer = self.open_hurt, self.open_offers
        if told is None or on_offer is None or choice not in on_offer.choices:
            raise ValueError(f"{choice} is not on offer now")
        number = number_of(self.parts, told.exercise)
        self._keep(with_choice(self.session, choice))
        if is_past(self.session, self._clocks.now()):
            self._keep(as_it_is(self.session))
        elif choice is Choice.END:
            self.end()
        elif choice is Choice.SKIP:
            self._skip_exercise(number)
        elif choice is Choice.FEWER:
            self._go_on_with(number, fewer(self.parts[number]))
        else:
            self._go_on_with(number, self.easier_part(told.exercise))

    def easier_part(self, exercise: str) -> Part:
        """The part of an exercise as "easier version" would make it."""
        part = self.parts[number_of(self.parts, exercise)]
        return easier(part, self._catalogue, self._owned)

    def end(self, choice: str = "") -> None:
        """End the session here, with what was done; noted with `choice`, as WARNING_SIGN."""
        self._ends_early = True
        end = replace(self._event(EventKind.END), choice=choice)
        self._keep(with_event(self.session, end))
        if self._waits_for_start:
            self._finish()
        else:
            self.player.stop()

    @property
    def _waits_for_start(self) -> bool:
        return self.player.state is PlayerState.READY

    @property
    def _here(self) -> Point:
        """The player's place; before the start the place at which it will start."""
        start = resume_point(self.session, self.parts) if self._waits_for_start else None
        return start or self.player.phase.point

    def _event(self, kind: EventKind) -> SessionEvent:
        here = self._here
        return event(self.parts[here.part], here, kind, self._clocks.now(), self.player.counted)

    def _hurt_event(self) -> SessionEvent:
        place = place_of_hurt(self.player.phase, self.worked)
        if place is None:
            return self._event(EventKind.HURT)
        now = self._clocks.now()
        return event(self.parts[place.part], place, EventKind.HURT, now, place.rep)

    def _go_on_with(self, number: int, part: Part) -> None:
        """The changed part from the next repetition on, or the next set where this one is done."""
        old, here = self.parts[number], self._here
        self.parts = (*self.parts[:number], part, *self.parts[number + 1 :])
        if self._waits_for_start:
            self.player = self._new_player()
            return
        counted, postures = self.player.counted, self._catalogue.postures
        point, seconds = way_on(old, part, here, counted, self._times, postures)
        if point.rep > part.dose.high:
            self._go_to(set_after(self.parts, point), Ending.DONE)
        else:
            self.player.follow(self._timeline(), point, seconds)

    def _skip_exercise(self, number: int) -> None:
        """To the first side-set after the part, or to the later one for which one gets ready."""
        if not self._waits_for_start:
            self._go_to(set_past(self.parts, number, self._here), Ending.STOPPED)

    def _go_to(self, point: Point | None, ending: Ending) -> None:
        if point:
            self.player.follow(self._timeline(), point, self._times.prepare_far, ending)
        else:
            self.player.stop()

    def _new_player(self) -> Player:
        return Player(self._timeline(), self._clocks.seconds, self._on_event, self._clocks.slept)

    def _timeline(self) -> tuple[Phase, ...]:
        return phases_left(self.session, self.parts, self._times, self._catalogue.postures)

    def _on_event(self, told: PlayerEvent) -> None:
        late = timedelta(seconds=(self._clocks.seconds() - told.at) / self._clocks.rate)
        at = self._clocks.now() - late
        self._taken_back = self._taken_back.after(told)
        if isinstance(told, PhaseStarted) and told.phase.works:
            self.worked = told.phase.point
        elif isinstance(told, SetEnded):
            if self.worked and told.point.same_set(self.worked):
                self.worked = replace(told.point, rep=told.reps)
            self._keep(record(self.session, self.parts[told.point.part], told, at))
        elif isinstance(told, Paused) and told.reason is not PauseReason.HURT:
            kind = EventKind.SLEPT if told.reason is PauseReason.SLEPT else EventKind.PAUSE
            self._keep(with_event(self.session, self._event(kind)))
        elif isinstance(told, Finished):
            self._finish()
        self._emit(told)

    def _finish(self) -> None:
        if self.goes_on:
            state = SessionState.ENDED_EARLY if self._ends_early else SessionState.FINISHED
            self._keep(replace(self.session, state=state, ended_at=self._clocks.now()))

    def _keep(self, session: Session) -> None:
        """Make the session durable; what a full disk refuses is written with the next set."""
        self.session = session
        try:
            self.session = self._save(session)
        except NotSavedError as error:
            self._emit(NotKept(at=self._clocks.seconds(), reason=str(error)))
