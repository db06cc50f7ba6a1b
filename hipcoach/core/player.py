"""The player: paces a timeline by an injected clock and tells every boundary at its planned time.

Position is a function of elapsed time, never a count of wake-ups: however late `wake` is called,
each boundary is told once, with the time at which it was due.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from hipcoach.core.events import (
    Counted,
    Emit,
    Ending,
    Finished,
    Paused,
    PauseReason,
    PhaseStarted,
    PlayerState,
    RepetitionDone,
    SetEnded,
)
from hipcoach.core.tempo import PhaseKind
from hipcoach.core.timeline import Phase, Point
from hipcoach.core.track import Track

COUNTED_SECONDS = 3
BACK_RESTARTS_AFTER = 3.0
SKIP_IGNORED_FOR = 1.0


class Player:
    """Plays `phases` by `clock` (seconds, monotonic) and tells what happens through `emit`.

    Call `wake` at or after `next_boundary`, as often as you like. `slept` says whether the computer
    was asleep since it was last asked.
    """

    def __init__(
        self,
        phases: Sequence[Phase],
        clock: Callable[[], float],
        emit: Emit,
        slept: Callable[[], bool] = lambda: False,
    ) -> None:
        self.state = PlayerState.READY
        self.own_pace = False
        self.count = 0
        self._prefilled = False
        self._track = Track(phases, clock)
        self._clock, self._emit, self._slept = clock, emit, slept
        self._shown = 0.0
        self._seconds_told = COUNTED_SECONDS + 1

    # What is shown

    @property
    def phase(self) -> Phase:
        """The phase under way (or the one that waits, before the start)."""
        return self._track.phase

    @property
    def waits(self) -> bool:
        """Whether the player waits for the user, at their own pace within a set."""
        return self.own_pace and self.phase.works

    @property
    def counted(self) -> int:
        """What was really counted: `count`, less what own pace only fills in."""
        return self.phase.point.rep - 1 if self._prefilled else self.count

    @property
    def remaining(self) -> float:
        """Seconds left of the phase."""
        return self.phase.end - self._track.shown

    @property
    def progress(self) -> float:
        """The elapsed share of the phase, 0 to 1."""
        return self._track.progress

    @property
    def left(self) -> float:
        """Seconds left of the session, every set ending at its lower bound."""
        return self._track.left

    @property
    def next_boundary(self) -> float | None:
        """When `wake` is due next, in the clock's seconds; None while nothing happens by itself."""
        if self.state is not PlayerState.PLAYING or self._track.held:
            return None
        return self._track.time(self.phase.end - self._seconds_to_tell())

    def _seconds_to_tell(self) -> int:
        """How many seconds before the phase's end the next boundary lies."""
        return 0 if self.phase.works else max(self._seconds_told - 1, 0)

    # What happens by itself

    def start(self, at: Point | None = None, seconds: float | None = None) -> None:
        """Begin with getting into position for the side-set of `at`, for `seconds` where given."""
        self.state = PlayerState.PLAYING
        self._slept()
        self._enter(self._track.set_start(at) if at else 0, self._clock(), seconds)

    def wake(self) -> None:
        """Tell every boundary that is due; where the computer slept, pause instead."""
        if self.state is not PlayerState.PLAYING:
            return
        if self._slept():
            self._pause(PauseReason.SLEPT, self._shown)
            return
        while self._cross():
            pass
        self._shown = self._track.shown

    def _cross(self) -> bool:
        """Tell the next boundary; False where none is due."""
        boundary = self.next_boundary
        if boundary is None or self._clock() < boundary:
            return False
        seconds = self._seconds_to_tell()
        if seconds:
            self._seconds_told = seconds
            self._emit(Counted(at=boundary, seconds=seconds))
        else:
            self._end_phase(boundary)
        return True

    def _end_phase(self, at: float) -> None:
        if self.phase.completes:
            self.count += 1
            self._emit(RepetitionDone(at=at, phase=self.phase, count=self.count))
        if self._track.ends_set:
            self._end_set(Ending.FULL, at)
            return
        self._track.next()
        self._begin_phase(at)

    def _begin_phase(self, at: float) -> None:
        self._seconds_told = COUNTED_SECONDS + 1
        if self.waits:
            self._wait()
        self._shown = self._track.shown
        self._emit(PhaseStarted(at=at, phase=self.phase))

    def _wait(self) -> None:
        """Hold a set that is done at the user's own pace; its count is prefilled with low."""
        self._track.hold(self.phase.start)
        self.count, self._prefilled = self.phase.low, True

    # What the user does

    def pause(self, reason: PauseReason = PauseReason.ASKED) -> None:
        """Stop where the player is; boundaries that were due by now are told first."""
        self.wake()
        if self.state is PlayerState.PLAYING:
            self._pause(reason, self._track.shown)

    def resume(self) -> None:
        """Go on: an interrupted repetition starts again after a count of three."""
        if self.state is not PlayerState.PAUSED:
            return
        self._slept()
        self.state = PlayerState.PLAYING
        if not self.phase.works:
            self._track.release()
        elif not self.own_pace:
            self._restart_repetition()

    def ready(self) -> None:
        """Leave getting into position: the set begins now."""
        if self._is_playing() and not self.phase.works:
            self._track.finish_phase()
            self._end_phase(self._clock())

    def more(self, seconds: float) -> None:
        """Give `seconds` more to get into position."""
        if self._is_playing() and not self.phase.works:
            self._track.stretch(seconds)
            self._seconds_told = COUNTED_SECONDS + 1

    def done(self) -> None:
        """End the side-set with what was counted; ignored in a set's first second."""
        if self._is_playing() and self.phase.works and not self._just_begun(SKIP_IGNORED_FOR):
            self._end_set(Ending.DONE, self._clock())

    def skip(self) -> None:
        """Leave this side-set (or the coming one) for the next; ignored in a set's first second."""
        if self._is_playing() and not self._just_begun(SKIP_IGNORED_FOR):
            at_least = 0.0 if self.phase.works else self.phase.seconds
            self._end_set(Ending.SKIPPED, self._clock(), at_least=at_least)

    def back(self) -> None:
        """Start this side-set again after a count of three; in its first 3 s go one back."""
        if not self._is_playing():
            return
        first = self._track.set_start(self.phase.point)
        if self.phase.works and not self._just_begun(BACK_RESTARTS_AFTER):
            self._count_in(first + 1, 0)
        else:
            before = self._track.phases[max(first - 1, 0)].point
            self._enter(self._track.set_start(before), self._clock())

    def change_count(self, change: int) -> None:
        """Correct the counter of the set under way; it never falls below 0."""
        if self.phase.works:
            self.count, self._prefilled = max(self.count + change, 0), False

    def say_again(self) -> None:
        """Tell the phase once more, for the voice."""
        self._emit(PhaseStarted(at=self._clock(), phase=self.phase, again=True))

    def set_own_pace(self, on: bool) -> None:
        """Leave out the metronome, or take it up again with the repetition that was interrupted."""
        self.wake()
        if on == self.own_pace:
            return
        self.own_pace = on
        if on and self.phase.works:
            self._wait()
        elif self.phase.works:
            self.count, self._prefilled = self.phase.point.rep - 1, False
            if self.state is PlayerState.PLAYING:
                self._restart_repetition()

    def follow(
        self, phases: Sequence[Phase], point: Point, seconds: float, ending: Ending | None = None
    ) -> None:
        """Change to another timeline at `point`, after `seconds` to get into position.

        A point in the middle of a set goes on with its counted repetitions. With `ending` the
        side-set under way ends first.
        """
        if ending and self.phase.works:
            self._tell_end(ending, self._clock())
        self._slept()
        self._track = Track(phases, self._clock)
        self.state = PlayerState.PLAYING
        if point.rep == 1:
            self._enter(self._track.set_start(point), self._clock(), seconds)
        else:
            index = self._track.repetition_start(point)
            self._lead_in(index, seconds, PhaseKind.PREPARE, point.rep - 1)

    def stop(self) -> None:
        """End the session here: the side-set under way ends with what was counted."""
        if self.state in {PlayerState.READY, PlayerState.FINISHED}:
            return
        at = self._clock()
        if self.phase.works:
            self._tell_end(Ending.STOPPED, at)
        self._finish(at)

    def _is_playing(self) -> bool:
        self.wake()
        return self.state is PlayerState.PLAYING

    def _pause(self, reason: PauseReason, position: float) -> None:
        self.state = PlayerState.PAUSED
        self._track.hold(position)
        self._emit(Paused(at=self._clock(), reason=reason))

    def _just_begun(self, seconds: float) -> bool:
        """Whether the set's first repetition began less than `seconds` ago, by the timeline."""
        return self.phase.works and not self.waits and self._track.into_set < seconds

    def _restart_repetition(self) -> None:
        self._count_in(self._track.repetition_start(self.phase.point), self.count)

    def _count_in(self, index: int, count: int) -> None:
        self._lead_in(index, float(COUNTED_SECONDS), PhaseKind.COUNT_IN, count)

    def _lead_in(self, index: int, seconds: float, kind: PhaseKind, count: int) -> None:
        self._track.lead_in(index, self._clock(), seconds, kind)
        self.count, self._prefilled = count, False
        self._begin_phase(self._clock())

    def _enter(self, index: int, at: float, seconds: float | None = None) -> None:
        self._track.enter(index, at, seconds)
        self.count, self._prefilled = 0, False
        self._begin_phase(at)

    def _end_set(self, ending: Ending, at: float, *, at_least: float = 0.0) -> None:
        self._tell_end(ending, at)
        following = self._track.next_set()
        if following is None:
            self._finish(at)
        else:
            seconds = max(self._track.phases[following].seconds, at_least)
            self._enter(following, at, seconds)

    def _tell_end(self, ending: Ending, at: float) -> None:
        reps = self.count if ending is Ending.DONE else self.counted
        self._emit(SetEnded(at=at, point=self.phase.point, reps=reps, ending=ending))

    def _finish(self, at: float) -> None:
        self._track.hold(self._track.shown)
        self.state = PlayerState.FINISHED
        self._emit(Finished(at=at))
