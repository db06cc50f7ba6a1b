"""The exercise figure drawn with QPainter: backdrop, shadow, and the parts from back to front."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import islice

import numpy as np
from PySide6.QtCore import QPoint, QRect
from PySide6.QtGui import QPainter

from hipcoach.core.exercise import Resistance, Side
from hipcoach.figure.paint.layers import layer, painting_at
from hipcoach.figure.paint.muscles import MuscleGlow
from hipcoach.figure.paint.overlay import draw_trace
from hipcoach.figure.paint.palette import Colours, resolve
from hipcoach.figure.paint.parts_painter import Instant, PartsPainter
from hipcoach.figure.paint.shading import Shading, see
from hipcoach.figure.paint.shadow import Shadow
from hipcoach.figure.paint.silhouettes import Shapes, Silhouettes
from hipcoach.figure.paint.slabs import draw_floor, draw_slab
from hipcoach.figure.reading.library import Library
from hipcoach.figure.scene.camera import Camera, Canvas
from hipcoach.figure.scene.staging import INSTANTS, NOTHING, stage
from hipcoach.figure.skeleton.mirror import mirror_name
from hipcoach.figure.skeleton.movement import Movement
from hipcoach.figure.skeleton.vectors import Vec
from hipcoach.figure.values.drawn import View

PIECE_PIXELS = 6_000_000  # of the canvas for one part: as many parts make a step of a few ms
BEYOND = 0.05  # metres by which bands and the edges of boxes reach beyond what bounds them here
EDGE = 4  # pixels for soft edges
TRACE_POINTS = 21
CHANGED = 0.15  # share of the way after which a muscle that changes sides is seen whole
LEGS = {Side.RIGHT: "R", Side.LEFT: "L", Side.BOTH: ""}


class FigurePainter:
    """Draws one movement on its stage, in device pixels of the canvas, from (0, 0).

    Attributes:
        movement: what is shown.
        palette: the resolved colours.
        staging: scene, flesh, camera and painter order.
        stance: the body as it was drawn last.
    """

    def __init__(
        self,
        movement: Movement,
        library: Library,
        canvas: Canvas,
        colours: Colours,
        *,
        resistance: Resistance = NOTHING,
        view: View | None = None,
        fit_with: Sequence[Movement] = (),
        other: bool = False,
        frame: Vec | None = None,
        instants: Sequence[float] = INSTANTS,
    ) -> None:
        """Set the painter up (about 10 ms).

        Args:
            movement: what is shown.
            library: the body, its muscles and the colours.
            canvas: the picture's size and what of it stays free.
            colours: what the ui asks for.
            resistance: says which bands and weights there are.
            view: another view than the movement's own.
            fit_with: movements that have to fit into the same picture.
            other: the mirrored half of an alternating repetition, seen from the same place.
            frame: points (N, 3) to show instead of the whole movement.
            instants: the shares of the movement that have to fit in.
        """
        self.movement = movement
        self.palette = resolve(library, colours, resistance.level)
        self.staging = stage(
            movement,
            canvas,
            resistance=resistance,
            without=self.palette.without,
            view=view,
            fit_with=fit_with,
            frame=frame,
            other=other,
            instants=instants,
        )
        self.stance = movement.at(0.0, other=other)
        self._canvas, self._other = canvas, other
        self._silhouettes = Silhouettes(self.staging.flesh, self.camera.scale)
        self._shading = self._make_shading()
        self._muscles = self._make_muscles(library)
        self._shadow = Shadow(self.staging, self.palette.shadow, canvas)
        self._parts = PartsPainter(self.staging, self.palette, self._silhouettes.halo_steps)
        self._hard_props = self._seen_props()

    @property
    def camera(self) -> Camera:
        """What the figure is seen with."""
        return self.staging.camera

    @property
    def unit(self) -> float:
        """The measure of lines: 1 at 330 pixels per metre."""
        return self.staging.unit

    def backdrop(self, painter: QPainter, *, ground: bool = True, path: bool = True) -> None:
        """What never moves: the ground's colour, mat or floor, and the leading joint's path.

        `ground`, `path`: whether with the colour, and with the path.
        """
        if ground and self.palette.ground:
            painter.fillRect(0, 0, self._canvas.width, self._canvas.height, self.palette.ground)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        extent = self.staging.extent
        if extent.mat:
            draw_slab(painter, self.camera, extent.mat, self.palette)
        else:
            bottom = self._canvas.height
            draw_floor(painter, self.camera, extent.floor, self.palette, bottom)
        for slab in self.staging.scene.slabs:
            draw_slab(painter, self.camera, slab, self.palette)
        if path and self.movement.drawn.trace:
            draw_trace(painter, self._way(), self.palette.ink, self.unit)

    def draw(self, painter: QPainter, share: float, effort: float, *, breath: float = 0.0) -> None:
        """The figure and its shadow; `share` of the way and `effort` of the muscles, 0 to 1."""
        for _ in self.steps(painter, share, effort, breath=breath):
            pass

    def steps(
        self, painter: QPainter, share: float, effort: float, *, breath: float = 0.0
    ) -> Iterator[None]:
        """The same in small pieces; `painter` has to live as long."""
        self.stance = stance = self.movement.at(share, other=self._other, breath=breath)
        placed = self.staging.flesh.place(stance)
        seen = see(placed, self.camera)
        shapes = self._silhouettes.shapes(seen)
        yield
        self._shadow.draw(painter, placed)
        yield
        brushes = self._shading.brushes(seen)
        change = min(share / CHANGED, 1.0)
        glows = self._muscles.glows(stance, effort, self._places(shapes), change)
        yield
        yield from self._painted(painter, Instant(stance, shapes, brushes, glows))

    def _painted(self, painter: QPainter, instant: Instant) -> Iterator[None]:
        """The parts on a layer of their own, then that layer on the picture."""
        bounds = self._bounds(instant.shapes)
        if bounds.isEmpty():
            return
        image = layer(bounds.size())
        parts = max(1, PIECE_PIXELS // (self._canvas.width * self._canvas.height))
        with painting_at(image, bounds.topLeft()) as on_layer:
            steps = self._parts.steps(on_layer, instant)
            while sum(1 for _ in islice(steps, parts)):
                yield
        painter.drawImage(bounds.topLeft(), image)

    def _places(self, shapes: Shapes) -> dict[str, QRect]:
        """The pixels of each part, by its name."""
        rows = zip(self.staging.flesh.parts, shapes.parts, strict=True)
        return {part.name: path.boundingRect().toAlignedRect() for part, path in rows}

    def _bounds(self, shapes: Shapes) -> QRect:
        """The pixels that flesh and props can touch."""
        corners = np.concatenate([[shapes.low, shapes.high], self._hard_props])
        beyond = BEYOND * self.camera.scale + EDGE
        left, top = np.floor(corners.min(axis=0) - beyond).astype(int).tolist()
        right, bottom = np.ceil(corners.max(axis=0) + beyond).astype(int).tolist()
        return QRect(QPoint(left, top), QPoint(right, bottom)) & QRect(
            0, 0, self._canvas.width, self._canvas.height
        )

    def _seen_props(self) -> Vec:
        """Where boxes and the anchors of bands are on the screen (N, 2)."""
        scene = self.staging.scene
        anchors = [strap.anchor[None] for strap in scene.straps]
        corners = [box.corners() for box in scene.boxes]
        return self.camera.project(np.concatenate([np.empty((0, 3)), *anchors, *corners]))

    def _make_shading(self) -> Shading:
        flesh, works = self.staging.flesh, self.movement.drawn.works
        leg = LEGS[works.other if self._other else works]
        return Shading(flesh, len(flesh.parts) - len(self.staging.scene.soft), self.palette, leg)

    def _make_muscles(self, library: Library) -> MuscleGlow:
        """In the pose that both halves share nothing may jump: what changes sides fades there."""
        names = [self._shown(name) for name in self.movement.drawn.muscles]
        muscles = {name: library.muscles[name] for name in names}
        takes_turns = self.movement.alternates
        changing = [
            muscle
            for name, muscle in muscles.items()
            if takes_turns and mirror_name(name) not in muscles
        ]
        return MuscleGlow(
            muscles.values(), library.body.stature, self.camera, self.palette, changing
        )

    def _way(self) -> Vec:
        """The leading joint's way on the screen (N, 2)."""
        name = self._shown(self.movement.drawn.trace)
        shares = np.linspace(0, 1, TRACE_POINTS).tolist()
        stances = [self.movement.at(share, other=self._other) for share in shares]
        return self.camera.project(np.array([stance.point(name) for stance in stances]))

    def _shown(self, name: str) -> str:
        """The name of a joint or muscle in the half of the repetition that is shown."""
        return mirror_name(name) if self._other else name
