"""A guided session: the player, its parts and its record together. What every front end drives."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import timedelta

from hipcoach.core.catalogue import Catalogue
from hipcoach.core.clocks import Clocks
from hipcoach.core.document import NotSavedError
from hipcoach.core.events import (
    Emit,
    Ending,
    Finished,
    NotKept,
    Paused,
    PauseReason,
    PlayerEvent,
    SetEnded,
)
from hipcoach.core.hurt import Choice, Offers, offers, others_red
from hipcoach.core.pain import Place
from hipcoach.core.parts import Part, easier, fewer
from hipcoach.core.player import Player
from hipcoach.core.recorder import event, record, resume_point, with_choice, with_event
from hipcoach.core.run import Times
from hipcoach.core.session import EventKind, Session, SessionEvent, SessionState
from hipcoach.core.timeline import Phase, Point, prepare_seconds, side_sets, timeline

Save = Callable[[Session], Session]


class GuidedSession:
    """One session from get-in-position to its last side-set.

    `save` makes the session durable and returns it as stored; it is called at every finished
    side-set. `pain_before` is the score given before the session, if any.
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
    ) -> None:
        self.session = session
        self.parts = _as_left(session, parts, catalogue)
        self._catalogue, self._times, self._clocks = catalogue, times, clocks
        self._save, self._emit, self._before = save, emit, pain_before
        self._ends_early = False
        self.player = Player(self._timeline(), clocks.seconds, self._on_event, clocks.slept)

    @property
    def part(self) -> Part:
        """The part that the player is in."""
        return self.parts[self.player.phase.point.part]

    def start(self) -> None:
        """Get into position for the first side-set that is not behind; ends at once if all are."""
        point = resume_point(self.session, self.parts)
        if point is None:
            self._finish()
            return
        self.player.start(point, self._times.prepare_far)

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
        """Correct the counter of the set under way, or of the side-set that ended last."""
        if self.player.phase.works:
            self.player.change_count(change)
        elif self.session.sets:
            *before, last = self.session.sets
            reps = max(last.reps + change, 0)
            last = replace(last, reps=reps, tidy_reps=reps)
            self._keep(replace(self.session, sets=(*before, last)))

    def more(self) -> None:
        """Give 15 more seconds to get into position."""
        self.player.more(self._times.more)

    def hurt(self) -> None:
        """Stop at once and stay there, until the answer."""
        self.player.pause(PauseReason.HURT)

    def answer(self, score: int, places: tuple[Place, ...] = ()) -> Offers:
        """Keep how much it hurts, durably, and say what is on offer."""
        told = replace(self._event(EventKind.HURT), score=score, places=places)
        rule = self._catalogue.rules.hurt
        red = others_red(self.session.events, told.exercise, self._before, rule)
        self._keep(with_event(self.session, told))
        return offers(score, self._before, red, rule)

    def choose(self, choice: Choice) -> None:
        """Go on as chosen after this hurts."""
        self._keep(with_choice(self.session, choice))
        if choice is Choice.END:
            self.end()
        elif choice is Choice.SKIP:
            self._skip_exercise()
        else:
            change = self._easier if choice is Choice.EASIER else fewer
            self._go_on_with(change(self.part))

    def end(self) -> None:
        """End the session here, with what was done."""
        self._ends_early = True
        self._keep(with_event(self.session, self._event(EventKind.END)))
        self.player.stop()

    def _easier(self, part: Part) -> Part:
        return easier(part, self._catalogue)

    def _event(self, kind: EventKind) -> SessionEvent:
        point = self.player.phase.point
        return event(self.part, point, kind, self._clocks.now(), self.player.count)

    def _go_on_with(self, part: Part) -> None:
        """The same set at the next repetition with a changed part.

        Or the next set where it is done.
        """
        old, here = self.part, self.player.phase.point
        self.parts = _with_part(self.parts, here.part, part)
        side = here.side if here.side in part.sides else part.sides[0]
        point = Point(part=here.part, set=here.set, side=side, rep=self.player.count + 1)
        if point.rep > part.dose.high:
            self._go_to(_after(self.parts, point), Ending.DONE)
            return
        places = self._catalogue.postures
        lead = prepare_seconds(
            (old.exercise, here.side), (part.exercise, side), self._times, places
        )
        self.player.follow(self._timeline(), point, lead)

    def _skip_exercise(self) -> None:
        here = self.player.phase.point
        later = (point for point in side_sets(self.parts) if point.part > here.part)
        self._go_to(next(later, None), Ending.STOPPED)

    def _go_to(self, point: Point | None, ending: Ending) -> None:
        if point is None:
            self.player.stop()
            return
        self.player.follow(self._timeline(), point, self._times.prepare_far, ending)

    def _timeline(self) -> tuple[Phase, ...]:
        return timeline(self.parts, self._times, self._catalogue.postures)

    def _on_event(self, told: PlayerEvent) -> None:
        late = timedelta(seconds=(self._clocks.seconds() - told.at) / self._clocks.rate)
        at = self._clocks.now() - late
        if isinstance(told, SetEnded):
            self._keep(record(self.session, self.parts[told.point.part], told, at))
        elif isinstance(told, Paused) and told.reason is not PauseReason.HURT:
            kind = EventKind.SLEPT if told.reason is PauseReason.SLEPT else EventKind.PAUSE
            self._keep(with_event(self.session, self._event(kind)))
        elif isinstance(told, Finished):
            self._finish()
        self._emit(told)

    def _finish(self) -> None:
        state = SessionState.ENDED_EARLY if self._ends_early else SessionState.FINISHED
        self._keep(replace(self.session, state=state, ended_at=self._clocks.now()))

    def _keep(self, session: Session) -> None:
        """Make the session durable.

        What a full disk refuses stays here and is written with the next set.
        """
        self.session = session
        try:
            self.session = self._save(session)
        except NotSavedError as error:
            self._emit(NotKept(at=self._clocks.seconds(), reason=str(error)))


def _with_part(parts: Sequence[Part], number: int, part: Part) -> tuple[Part, ...]:
    return (*parts[:number], part, *parts[number + 1 :])


def _after(parts: Sequence[Part], point: Point) -> Point | None:
    """The side-set after the one of `point`."""
    points = side_sets(parts)
    here = next(index for index, other in enumerate(points) if other.same_set(point))
    return points[here + 1] if here + 1 < len(points) else None


def _as_left(session: Session, parts: Sequence[Part], catalogue: Catalogue) -> tuple[Part, ...]:
    """The parts as they were when the session was left: easier and fewer hold for its rest."""
    by_exercise = {part.ladder.id: part for part in parts}
    for told in session.events:
        part = by_exercise.get(told.exercise)
        if part and told.choice == Choice.EASIER:
            by_exercise[told.exercise] = easier(part, catalogue)
        elif part and told.choice == Choice.FEWER:
            by_exercise[told.exercise] = fewer(part)
    return tuple(by_exercise.values())
