"""One exercise's movement: the body at every share of the way, and what is shown with it."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from hipcoach.core.exercise import Side
from hipcoach.figure.skeleton.mirror import mirror_drawn, mirror_stance
from hipcoach.figure.skeleton.pose import Pose, added, between
from hipcoach.figure.skeleton.skeleton import Stance, solve

if TYPE_CHECKING:
    from hipcoach.figure.values.body import Body
    from hipcoach.figure.values.drawn import CueLine, Drawn, View

BREATH_LIFTS_CHEST = 0.006
"""Metres that a quiet breath moves the chest forward: seen, not more."""


class Movement:
    """A movement that can be asked for the body at every share of its way.

    `drawn` is what is shown with the body (view, insets, props, muscles, trace, cue lines),
    mirrored for the left side; its pose numbers stay those of the right side. With `mistake` the
    movement ends in that common mistake (KeyError if it has none of this name). `reach`: the share
    of the range that is used, 0 to 1.
    """

    def __init__(
        self,
        drawn: Drawn,
        body: Body,
        *,
        side: Side = Side.RIGHT,
        mistake: str = "",
        reach: float = 1.0,
    ) -> None:
        self.body = body
        self.side = side
        self.mistake = mistake
        self.reach = reach
        self.drawn = mirror_drawn(drawn) if side is Side.LEFT else drawn
        self._keys = _keys(drawn, mistake)

    @property
    def alternates(self) -> bool:
        """Whether a repetition is done on one side and then on the other."""
        return self.drawn.alternates

    @property
    def view(self) -> View:
        """Where it is looked at from: the mistake's own view where it has one."""
        own = self.drawn.mistakes[self.mistake].view if self.mistake else None
        return own or self.drawn.view

    def cue_lines(self, mistake: str = "") -> tuple[CueLine, ...]:
        """The lines of this mistake, else of the movement's own; the plain ones if it has none."""
        name = mistake or self.mistake
        own = self.drawn.mistakes[name].cue_lines if name else ()
        return own or self.drawn.cue_lines

    def pose(self, share: float) -> Pose:
        """The numbers of the right side's pose at this share of the way, 0 start to 1 end."""
        along = min(1.0, max(0.0, share)) * self.reach
        for (start, first), (end, second) in pairwise(self._keys):
            if along <= end:
                return between(first, second, (along - start) / (end - start))
        return Pose(self._keys[-1][1])

    def at(self, share: float, *, other: bool = False, breath: float = 0.0) -> Stance:
        """The body at this share of the way.

        `other`: the other half of an alternating repetition, that is the mirrored body seen from
        the same place. `breath` (0 to 1) lifts the chest where the movement shows breathing.
        """
        pose = self.pose(share)
        if self.drawn.breathes:
            pose["flesh.chest"] += BREATH_LIFTS_CHEST * breath
        stance = solve(pose, self.drawn, self.body)
        return mirror_stance(stance) if (self.side is Side.LEFT) != other else stance


def _keys(drawn: Drawn, mistake: str) -> tuple[tuple[float, Pose], ...]:
    """The poses on the way by their share; a mistake adds to the last one."""
    keys = [(key.at, Pose(key.pose)) for key in drawn.keys]
    if mistake:
        keys[-1] = (keys[-1][0], added(keys[-1][1], drawn.mistakes[mistake].delta))
    return tuple(keys)
