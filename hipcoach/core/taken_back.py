"""Repetitions that the user takes back while a set is under way: they were not tidy (R-STOP-EX).

A camera does not judge (clinical.md C): one key takes back the repetition that was counted last.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from hipcoach.core.events import PhaseStarted, PlayerEvent, RepetitionDone


@dataclass(frozen=True, slots=True, kw_only=True)
class TakenBack:
    """What a set under way came to.

    `done` repetitions are behind; `reps` are the numbers of those that were taken back, the latest
    last. `added` were counted by the user on top: they go first.
    """

    done: int = 0
    added: int = 0
    reps: tuple[int, ...] = ()

    def after(self, told: PlayerEvent) -> TakenBack:
        """As the set goes on; what breaks off its repetitions begins a new row of them."""
        match told:
            case PhaseStarted(phase=phase) if not phase.works:
                return TakenBack(done=phase.point.rep - 1)
            case RepetitionDone(phase=phase):
                return replace(self, done=phase.point.rep)
        return self

    def changed(self, change: int) -> TakenBack:
        """After the user changed the counter by so much."""
        return self._given_back(change) if change > 0 else self._taken(-change)

    def _given_back(self, change: int) -> TakenBack:
        back = min(change, len(self.reps))
        reps = self.reps[: len(self.reps) - back]
        return replace(self, added=self.added + change - back, reps=reps)

    def _taken(self, change: int) -> TakenBack:
        extra = min(change, self.added)
        counted = [rep for rep in range(self.done, 0, -1) if rep not in self.reps]
        reps = (*self.reps, *counted[: change - extra])
        return replace(self, added=self.added - extra, reps=reps)

    def in_a_row(self, number: int) -> bool:
        """Whether so many repetitions, one after the other, were taken back."""
        return any({*range(rep, rep + number)} <= {*self.reps} for rep in self.reps)
