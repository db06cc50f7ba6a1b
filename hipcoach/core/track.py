"""The track: where on the timeline the player is, as a function of the clock."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from hipcoach.core.tempo import PhaseKind
from hipcoach.core.timeline import Phase, Point


class Track:
    """A place on `phases` that moves with `clock` (seconds, monotonic) unless it is held.

    A lead is a stretch before a phase in the middle of a set: a count of three, or getting into
    position again. It lies on the same axis and ends where that phase starts.
    """

    def __init__(self, phases: Sequence[Phase], clock: Callable[[], float]) -> None:
        self.phases = tuple(phases)
        self.index = 0
        self._lead: Phase | None = None
        self._clock = clock
        self._offset = 0.0
        self._held: float | None = 0.0

    @property
    def phase(self) -> Phase:
        """The phase under way, or its lead."""
        return self._lead or self.phases[self.index]

    @property
    def held(self) -> bool:
        """Whether the place does not move."""
        return self._held is not None

    @property
    def position(self) -> float:
        """Seconds on the timeline's axis; may lie beyond the phase until its end is told."""
        return self._clock() - self._offset if self._held is None else self._held

    @property
    def shown(self) -> float:
        """The position, never beyond the end of the phase under way."""
        return min(self.position, self.phase.end)

    @property
    def progress(self) -> float:
        """The elapsed share of the phase under way, 0 to 1."""
        share = (self.shown - self.phase.start) / self.phase.seconds
        return min(max(share, 0.0), 1.0)

    @property
    def left(self) -> float:
        """Seconds left of the timeline, every set ending at its lower bound."""
        below = self.phase.point.rep <= self.phase.low
        ahead = (phase.seconds for phase in self.ahead if phase.point.rep <= phase.low)
        return (self.phase.end - self.shown if below else 0.0) + sum(ahead)

    @property
    def into_set(self) -> float:
        """Seconds since the first repetition of the side-set began, by the timeline."""
        return self.shown - self.phases[self.set_start(self.phase.point) + 1].start

    @property
    def ahead(self) -> tuple[Phase, ...]:
        """The phases after the one under way."""
        return self.phases[self.index + (self._lead is None) :]

    @property
    def ends_set(self) -> bool:
        """Whether the phase under way is the last one of its side-set."""
        return self.phase.works and (not self.ahead or not self.ahead[0].works)

    def time(self, position: float) -> float:
        """The clock's time at which the place is, or was, at `position`."""
        return position + self._offset

    def hold(self, position: float) -> None:
        """Stay at `position`."""
        self._held = position

    def release(self) -> None:
        """Move on from where the place was held."""
        self._offset, self._held = self._clock() - self.position, None

    def stretch(self, seconds: float) -> None:
        """Let the phase under way end `seconds` later."""
        self._offset += seconds

    def finish_phase(self) -> None:
        """Let the phase under way end now."""
        self._offset = self._clock() - self.phase.end

    def next(self) -> None:
        """Go from a lead to its phase, or from a phase to the following one."""
        if self._lead:
            self._lead = None
        else:
            self.index += 1

    def enter(self, index: int, at: float, seconds: float | None = None) -> None:
        """Be in a phase from the clock's time `at` on; it lasts `seconds`, by default its own."""
        self.index, self._lead, self._held = index, None, None
        phase = self.phases[index]
        if seconds is not None:
            longer = replace(phase, start=phase.end - seconds)
            self.phases = (*self.phases[:index], longer, *self.phases[index + 1 :])
        self._offset = at - (phase.start if seconds is None else phase.end - seconds)

    def lead_in(self, index: int, at: float, seconds: float, kind: PhaseKind) -> None:
        """Be in a lead of `seconds` before a phase in the middle of a set."""
        to = self.phases[index]
        self.index, self._held = index, None
        start = to.start - seconds
        self._lead = replace(
            to, kind=kind, start=start, end=to.start, label="", say="", completes=False
        )
        self._offset = at - start

    def set_start(self, point: Point) -> int:
        """The index of the phase that leads into the side-set of `point`; KeyError without one."""
        return self._first(lambda phase: phase.point.same_set(point), point)

    def repetition_start(self, point: Point) -> int:
        """The index of the first phase of the repetition at `point`; KeyError without one."""
        return self._first(lambda phase: phase.works and phase.point == point, point)

    def next_set(self) -> int | None:
        """The index of the phase that leads into the following side-set; None after the last."""
        here = self.phase.point
        later = range(self.index, len(self.phases))
        return next((i for i in later if not self.phases[i].point.same_set(here)), None)

    def _first(self, fits: Callable[[Phase], bool], point: Point) -> int:
        for index, phase in enumerate(self.phases):
            if fits(phase):
                return index
        raise KeyError(point)
