"""The parts' outlines at one instant as paths, and the soft edges round them."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from PySide6.QtGui import QPainterPath

from hipcoach.figure.paint.paths import Unions
from hipcoach.figure.paint.shading import Seen
from hipcoach.figure.scene.camera import TUNED_AT
from hipcoach.figure.scene.flesh import Flesh
from hipcoach.figure.scene.outline import directions, fineness, grown, outlines
from hipcoach.figure.skeleton.vectors import Vec

HALO = 6.0  # pixels by which a part darkens what lies behind it, at 330 pixels per metre
HALO_STEPS = ((0.0, 3), (300.0, 4), (450.0, 6))  # passes from so many pixels per metre: no rings


@dataclass(frozen=True, slots=True)
class Shapes:
    """Per part its path, and its halo's paths from the widest to the narrowest (or none).

    `low` and `high` (2,) are the corners of the rectangle round all parts.
    """

    parts: list[QPainterPath]
    halos: list[tuple[QPainterPath, ...]]
    low: Vec
    high: Vec


class Silhouettes:
    """Makes the shapes of one flesh at so many pixels per metre."""

    def __init__(self, flesh: Flesh, scale: float) -> None:
        self.towards = directions(fineness(scale))
        self.halo_steps = [count for least, count in HALO_STEPS if scale >= least][-1]
        self._flesh = flesh
        widest = HALO * scale / TUNED_AT
        self._growths = [widest * (1 - k / self.halo_steps) for k in range(self.halo_steps)]
        self._unions = Unions(self._slices(), self.towards.shape[1])

    def shapes(self, seen: Seen) -> Shapes:
        """The shapes of what is seen."""
        edges = outlines(seen.centres, seen.axes, self._flesh.groups, self.towards)
        body, halo = np.split(edges, [self._flesh.body_groups])
        wider = [grown(halo, self.towards, pixels) for pixels in self._growths]
        paths = self._unions.paths(np.concatenate([body, *wider]))
        count = len(self._flesh.parts)
        rings = [paths[count * (k + 1) : count * (k + 2)] for k in range(self.halo_steps)]
        halos = [
            own if part.halo else ()
            for part, own in zip(self._flesh.parts, zip(*rings, strict=True), strict=True)
        ]
        return Shapes(paths[:count], halos, body.min(axis=(0, 1)), body.max(axis=(0, 1)))

    def _slices(self) -> list[tuple[int, int]]:
        """The outlines of each path: the parts, then the parts' halos once for each step."""
        flesh, halos = self._flesh, len(self._flesh.groups) - self._flesh.body_groups
        rings = [
            (first + step * halos, end + step * halos)
            for step in range(self.halo_steps)
            for first, end in flesh.halo_slices
        ]
        return [*flesh.slices, *rings]
