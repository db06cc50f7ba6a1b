"""The parts of one instant, painted from back to front: flesh, soft props, boxes and bands."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtGui import QBrush, QColor, QPainter, QPainterPath, QTransform

from hipcoach.figure.paint.layers import layer, painting_at
from hipcoach.figure.paint.muscles import Glow
from hipcoach.figure.paint.palette import Palette
from hipcoach.figure.paint.paths import flat_brush
from hipcoach.figure.paint.prop_painter import draw_box, draw_loop, draw_strap
from hipcoach.figure.paint.silhouettes import Shapes
from hipcoach.figure.scene.scene import Loop
from hipcoach.figure.scene.staging import Staging
from hipcoach.figure.skeleton.skeleton import Stance

HALO_ALPHA = 96  # of all passes together, of 255

Mode = QPainter.CompositionMode


@dataclass(frozen=True, slots=True)
class Instant:
    """One instant, worked out and ready to be painted: per part its shape and its brush."""

    stance: Stance
    shapes: Shapes
    brushes: list[QBrush]
    glows: Mapping[str, list[Glow]]


class PartsPainter:
    """Paints the parts of one staging on a transparent layer.

    A part darkens what lies behind it with a soft edge; on an empty layer that darkens nothing.
    """

    def __init__(self, staging: Staging, palette: Palette, halo_steps: int) -> None:
        self._staging, self._palette = staging, palette
        halo = QColor(palette.halo)
        halo.setAlpha(HALO_ALPHA // halo_steps)
        self._halo = flat_brush(halo)

    def steps(self, painter: QPainter, instant: Instant) -> Iterator[None]:
        """Everything, one thing a step."""
        order = self._staging.order
        for place, index in enumerate(order.back_to_front):
            for loop in order.loops_before.get(place, ()):
                self._paint_loop(painter, loop, instant.stance, front=False)
            self._paint(painter, index, instant)
            for loop in order.loops_after.get(place, ()):
                self._paint_loop(painter, loop, instant.stance, front=True)
            yield

    def _paint(self, painter: QPainter, index: int, instant: Instant) -> None:
        """What `Order.names` has at this index: a part, then come the boxes, then the straps."""
        scene, parts = self._staging.scene, len(self._staging.flesh.parts)
        camera, unit = self._staging.camera, self._staging.unit
        if index < parts:
            self._paint_part(painter, index, instant)
        elif index < parts + len(scene.boxes):
            box = scene.boxes[index - parts]
            draw_box(painter, box, camera, self._palette, unit, instant.stance)
        else:
            strap = scene.straps[index - parts - len(scene.boxes)]
            draw_strap(painter, strap, instant.stance, camera, self._palette.ramps["band"], unit)

    def _paint_part(self, painter: QPainter, index: int, instant: Instant) -> None:
        halos, path = instant.shapes.halos[index], instant.shapes.parts[index]
        if halos:
            self._paint_halo(painter, halos)
        glows = instant.glows.get(self._staging.flesh.parts[index].name, ())
        brush = instant.brushes[index]
        painter.setBrush(glowing(brush, glows, path) if glows else brush)
        painter.drawPath(path)

    def _paint_halo(self, painter: QPainter, halos: tuple[QPainterPath, ...]) -> None:
        painter.setCompositionMode(Mode.CompositionMode_SourceAtop)
        painter.setBrush(self._halo)
        for path in halos:
            painter.drawPath(path)
        painter.setCompositionMode(Mode.CompositionMode_SourceOver)

    def _paint_loop(self, painter: QPainter, loop: Loop, stance: Stance, *, front: bool) -> None:
        draw_loop(painter, loop, stance, self._staging.camera, self._palette.ramps["band"], front)


def glowing(brush: QBrush, glows: Sequence[Glow], path: QPainterPath) -> QBrush:
    """The brush with muscles on it, good for this path.

    Painting them over the path in a second pass would leave a dark seam along its soft edge.
    """
    area = path.boundingRect().toAlignedRect()
    image = layer(area.size())
    with painting_at(image, area.topLeft()) as painter:
        painter.fillRect(area, brush)
        for glow in glows:
            painter.drawImage(glow.corner, glow.image)
    texture = QBrush(image)
    texture.setTransform(QTransform.fromTranslate(area.x(), area.y()))
    return texture
