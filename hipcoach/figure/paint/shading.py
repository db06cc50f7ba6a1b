"""Light on the flesh: one gradient per part, from its lit side across the limb to its shaded one.

Two blends keep the light steady while a limb turns. A foreshortened limb is shaded towards the
light instead of across itself, and so is one that lies along the light: across, its lit side
would flip from one frame to the next.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from PySide6.QtGui import QBrush, QColor, QLinearGradient

from hipcoach.figure.paint.palette import Palette, mixed, qcolour
from hipcoach.figure.scene.camera import Camera
from hipcoach.figure.scene.flesh import Flesh, Placed
from hipcoach.figure.skeleton.vectors import Vec

LIGHT = np.array([-0.50, -0.87]) / np.hypot(0.50, 0.87)  # on the screen: from the upper left
ROUND, LONG = 0.55, 1.45  # length by width on the screen: shaded like a ball, like a limb
SIDELONG = 0.40  # cosine to the light from which a limb is shaded wholly across itself
STRETCH = 4.0  # of the gradient along a limb: no dark end beside the next one's lit end
FADE = 0.30  # of the way to the fog for the part furthest away
FADE_BEND = 1.3  # the nearer half of the body stays clear
LEAST_DEPTH = 0.12  # metres: a flat pose fades less
IDLE_FADE = 0.10  # least for the leg that does not work, so that the working one stands out
FLAT = 0.35  # of the lit colour that a limb lying along the light gives up
FADE_STEPS, LIT_STEPS = 40, 12  # how finely gradients are told apart: no visible step, few of them
LEG = ("thigh", "shank", "foot")


@dataclass(frozen=True, slots=True)
class Seen:
    """Ellipsoids on the screen: centres (E, 2), semi-axes (E, 2, 3), pixels; depths (E,), metres.

    A greater depth is nearer to the viewer.
    """

    centres: Vec
    axes: Vec
    depths: Vec


def see(placed: Placed, camera: Camera) -> Seen:
    """The flesh as a camera sees it."""
    spot, factor = camera.view_of(placed.centres)
    return Seen(camera.on_screen(spot, factor), camera.axes(placed.axes, factor), spot[:, 2])


class Shading:
    """The brushes of one flesh. `body_parts`: how many of its parts are body; the rest is props.

    `working` names the parts that never fade: those of the working leg. ("" where both work).
    """

    def __init__(
        self, flesh: Flesh, body_parts: int, palette: Palette, working_leg: str = ""
    ) -> None:
        self._flesh, self._body_parts, self._palette = flesh, body_parts, palette
        self._stops: dict[tuple[str, int, int], QLinearGradient] = {}
        names = [part.name for part in flesh.parts]
        working = {f"{working_leg}_{part}" for part in LEG}
        idle = {f"{side}_{part}" for side in "LR" for part in LEG} - working
        self._most_fade = np.array([0.0 if name in working else FADE for name in names])
        self._least_fade = np.array(
            [IDLE_FADE if working_leg and name in idle else 0.0 for name in names]
        )

    def brushes(self, seen: Seen) -> list[QBrush]:
        """A gradient for each part."""
        start, end, lit = self._lines(seen)
        kinds = np.stack([self._fades(seen) * FADE_STEPS, lit * LIT_STEPS], 1).round().astype(int)
        rows = zip(self._flesh.parts, start.tolist(), end.tolist(), kinds.tolist(), strict=True)
        found = []
        for part, (x1, y1), (x2, y2), (fade, bright) in rows:
            gradient = self._gradient(part.colour, fade, bright)
            gradient.setStart(x1, y1)
            gradient.setFinalStop(x2, y2)
            found.append(QBrush(gradient))
        return found

    def _fades(self, seen: Seen) -> Vec:
        """How far each part (P,) fades into the fog."""
        depths: Vec = seen.depths[self._flesh.padded].mean(axis=1)
        body = depths[: self._body_parts]
        middle = (body.min(axis=0) + body.max(axis=0)) / 2
        half = max(LEAST_DEPTH, float(np.ptp(body)) / 2)
        behind = np.clip((middle - depths) / half, 0.0, 1.0)
        fades: Vec = np.clip(behind**FADE_BEND * FADE, self._least_fade, self._most_fade)
        return fades

    def _lines(self, seen: Seen) -> tuple[Vec, Vec, Vec]:
        """Where each gradient starts and ends (P, 2), and how bright its lit end is (P,)."""
        members, spots = seen.axes[self._flesh.padded], seen.centres[self._flesh.padded]
        ends = seen.centres[self._flesh.axis]
        along = ends[:, 1] - ends[:, 0]
        length = np.hypot(*along.T) + 1e-6
        across = np.stack([-along[:, 1], along[:, 0]], 1) / length[:, None]
        lean = across @ LIGHT
        across *= np.where(lean < 0, -1.0, 1.0)[:, None]
        low, high = _reach(across, members, spots)
        limb = np.clip((length / np.maximum(high - low, 1e-3) - ROUND) / (LONG - ROUND), 0, 1)
        limb *= length > 1e-3
        slender = limb * np.clip(np.abs(lean) / SIDELONG, 0, 1)
        way = across * slender[:, None] + LIGHT * (1 - slender)[:, None]
        way /= np.hypot(*way.T)[:, None]
        low, high = _reach(way, members, spots)
        beyond = (STRETCH - 1) / 2 * (limb - slender) * (high - low)
        low, high = low - beyond, high + beyond
        middle = spots.mean(axis=1)
        place = (middle * way).sum(axis=1)
        start = middle + way * (high - place)[:, None]
        end = middle + way * (low - place)[:, None]
        return start, end, 1 - FLAT * slender * (1 - np.abs(lean))

    def _gradient(self, colour: str, fade: int, bright: int) -> QLinearGradient:
        key = (colour, fade, bright)
        if key not in self._stops:
            gradient = QLinearGradient()
            gradient.setStops(self._ramp(colour, fade / FADE_STEPS, bright / LIT_STEPS))
            self._stops[key] = gradient
        return self._stops[key]

    def _ramp(self, colour: str, fade: float, bright: float) -> Sequence[tuple[float, QColor]]:
        """Lit to shaded; the last stop is the light that the ground throws back at the edge."""
        ramp, fog = self._palette.ramps[colour], self._palette.fog
        lit, middle, shade = (mixed(c, fog, fade) for c in (ramp.lit, ramp.middle, ramp.shade))
        lit = mixed(middle, lit, bright)
        return (
            (0.0, qcolour(mixed(lit, middle, 0.35))),
            (0.22, qcolour(lit)),
            (0.55, qcolour(middle)),
            (0.90, qcolour(shade)),
            (1.0, qcolour(mixed(shade, middle, 0.25 + self._palette.rim))),
        )


def _reach(way: Vec, axes: Vec, centres: Vec) -> tuple[Vec, Vec]:
    """How far each part reaches against and along its own way (P, 2): lowest and highest (P,)."""
    thick = np.sqrt((np.matmul(way[:, None, None, :], axes)[:, :, 0] ** 2).sum(axis=2))
    place = np.matmul(centres, way[:, :, None])[..., 0]
    return (place - thick).min(axis=1), (place + thick).max(axis=1)
