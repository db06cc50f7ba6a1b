"""The working muscles, in amber: a fan with its fibres in a soft glow.

Each muscle is painted into a small picture of its own, which is then laid on the brushes of those
parts of the body that it belongs to. So neither glow nor fibres can spill onto an arm that passes
before it, and where two such parts meet there is no seam.
"""

from __future__ import annotations

import math
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, replace
from functools import reduce

import numpy as np
from PySide6.QtCore import QLineF, QPoint, QPointF, QRect
from PySide6.QtGui import QImage, QPainter, QPen, QRadialGradient

from hipcoach.figure.paint.layers import layer, painting_at
from hipcoach.figure.paint.palette import Palette, mixed, qcolour
from hipcoach.figure.paint.paths import point, smooth_outline
from hipcoach.figure.scene.camera import Camera
from hipcoach.figure.skeleton.skeleton import Stance
from hipcoach.figure.skeleton.vectors import Vec
from hipcoach.figure.values.body import Anchor, Muscle

GLOW = 1.5  # radius of the glow by the fan's
HIDDEN = 0.40  # of its strength is left of a muscle on the far side: it shows through
EDGE_ON = (
    0.06,
    0.13,
)  # share of its circle that a fan fills: none is drawn below, all from the sum
TURNED_AWAY = (-0.45, 0.40)  # cosine to the viewer, likewise: glow without a fan or fibres
FACING = (-0.25, 0.60)  # likewise, for the strength of the whole
AT_REST = 0.30  # of the glow stays while the muscle does not work
FIBRES = 11


@dataclass(frozen=True, slots=True)
class Glow:
    """A muscle's picture, and where on the screen its upper left corner lies."""

    corner: QPoint
    image: QImage


@dataclass(frozen=True, slots=True)
class Fan:
    """A muscle on the screen: outline (N, 2), insertion (2,), middle (2,), pixels.

    `strength`: 0 to 1, less on the far side; `open`: 0 to 1, 0 where it is seen edge-on or from
    behind and only glows.
    """

    outline: Vec
    insertion: Vec
    middle: Vec
    radius: float
    strength: float
    open: float

    @property
    def reach(self) -> float:
        """The radius of its glow."""
        return GLOW * self.radius + 2

    @property
    def area(self) -> QRect:
        """The pixels of its glow."""
        left, top = (math.floor(place) for place in self.middle - self.reach)
        size = math.ceil(2 * self.reach) + 1
        return QRect(left, top, size, size)


class MuscleGlow:
    """The working muscles of one picture. `stature` in metres.

    `changing` are those of them that do not work in the other half of an alternating repetition.
    """

    def __init__(
        self,
        muscles: Iterable[Muscle],
        stature: float,
        camera: Camera,
        palette: Palette,
        changing: Collection[Muscle] = (),
    ) -> None:
        self._muscles, self._changing = tuple(muscles), tuple(changing)
        self._stature = stature
        self._camera, self._palette = camera, palette
        self._fibre_width = max(0.9, 0.9 * camera.unit)

    def glows(
        self, stance: Stance, effort: float, places: Mapping[str, QRect], change: float = 1.0
    ) -> dict[str, list[Glow]]:
        """What lies on the parts of the body, by their names.

        `effort`: 0 to 1. `places`: where each part is on the screen; nothing glows beside them.
        `change`: how much is seen of the changing muscles, 0 where the halves take turns.
        """
        found: dict[str, list[Glow]] = {}
        for muscle in self._muscles:
            fan = self._fan(muscle, stance)
            if muscle in self._changing:
                fan = replace(fan, strength=fan.strength * change)
            area = fan.area & _united(places[part] for part in muscle.on)
            if not area.isEmpty():
                glow = self._picture(fan, area, effort)
                for part in muscle.on:
                    found.setdefault(part, []).append(glow)
        return found

    def _fan(self, muscle: Muscle, stance: Stance) -> Fan:
        anchors = (*muscle.fan, muscle.insertion)
        screen = self._camera.project(np.array([self._place(a, stance) for a in anchors]))
        outline, insertion = screen[:-1], screen[-1]
        middle = outline.mean(axis=0)
        radius = float(np.hypot(*(outline - middle).T).max())
        normal = stance.frames[muscle.normal.frame].rotation @ np.array(muscle.normal.at)
        facing = float(normal @ self._camera.back) / float(np.sqrt(normal @ normal))
        seen = _share(facing, FACING)
        filled = _area(outline) / (math.pi * radius * radius + 1e-9)
        return Fan(
            outline=outline,
            insertion=insertion,
            middle=middle,
            radius=radius,
            strength=HIDDEN + (1 - HIDDEN) * seen * seen * (3 - 2 * seen),
            open=_share(filled, EDGE_ON) * _share(facing, TURNED_AWAY),
        )

    def _place(self, anchor: Anchor, stance: Stance) -> Vec:
        return stance.frames[anchor.frame].place(np.array(anchor.at) * self._stature)

    def _picture(self, fan: Fan, area: QRect, effort: float) -> Glow:
        """The muscle's picture. The fan and its fibres come first, the glow slips in beneath."""
        image = layer(area.size())
        with painting_at(image, area.topLeft()) as painter:
            if fan.open > 0:
                self._draw_fan(painter, fan, effort)
            painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_DestinationOver)
            painter.fillRect(area, self._glow(fan, effort))
        return Glow(area.topLeft(), image)

    def _draw_fan(self, painter: QPainter, fan: Fan, effort: float) -> None:
        visible = fan.strength * fan.open
        bright, full = self._palette.glow
        gradient = QRadialGradient(point(fan.middle), fan.radius * 1.05)
        core = mixed(full, bright, 0.25 + 0.75 * effort)
        gradient.setColorAt(0, qcolour(core, (140 + 105 * effort) * visible))
        gradient.setColorAt(1, qcolour(full, (105 + 105 * effort) * visible))
        painter.setBrush(gradient)
        painter.drawPath(smooth_outline(fan.outline))
        painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceAtop)
        colour = qcolour(self._palette.fibre, (35 + 85 * effort) * visible)
        painter.setPen(QPen(colour, self._fibre_width))
        painter.drawLines(_fibres(fan))

    def _glow(self, fan: Fan, effort: float) -> QRadialGradient:
        """Stronger where there is no fan to see."""
        bright, full = self._palette.glow
        power = (AT_REST + (1 - AT_REST) * effort) * fan.strength
        alone = 1 - fan.open
        gradient = QRadialGradient(point(fan.middle), fan.reach)
        core = mixed(full, bright, 0.5 * effort * alone)
        gradient.setColorAt(0, qcolour(core, (185 + 60 * alone) * power))
        gradient.setColorAt(0.45, qcolour(full, (88 + 50 * alone) * power))
        gradient.setColorAt(1, qcolour(full, 0))
        return gradient


def _united(areas: Iterable[QRect]) -> QRect:
    """The rectangle round all of them."""
    return reduce(QRect.united, areas, QRect())


def _share(value: float, span: tuple[float, float]) -> float:
    """How much of the span above its first number this is, 0 to 1."""
    first, length = span
    return max(0.0, min(1.0, (value - first) / length))


def _area(outline: Vec) -> float:
    """The area inside an outline (N, 2)."""
    x, y = outline.T
    return abs(float(x @ np.roll(y, -1) - y @ np.roll(x, -1))) / 2


def _fibres(fan: Fan) -> list[QLineF]:
    """Lines from all round the fan to near its insertion."""
    corners = np.concatenate([fan.outline, fan.outline[:1]])
    at = np.linspace(0, len(fan.outline) - 1, FIBRES)
    x, y = (np.interp(at, np.arange(len(corners)), axis) for axis in corners.T)
    rim = np.stack([x, y], axis=1)
    starts = fan.middle + (rim - fan.middle) * 0.96
    ends = fan.insertion + (rim - fan.insertion) * 0.10
    return [
        QLineF(QPointF(*start), QPointF(*end))
        for start, end in zip(starts.tolist(), ends.tolist(), strict=True)
    ]
