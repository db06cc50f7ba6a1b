"""The arcs of the phase ring: what stands still of them is drawn once, as two images."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil, cos, degrees, floor, radians, sin
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPen, QPixmap

from hipcoach.core.player_view import Segment
from hipcoach.core.tempo import PhaseKind
from hipcoach.ui.theme import Theme

DESIGN_SIZE, REST_SIZE = 344, 230
"""How wide the ring is in the design: in a repetition, and while one gets into position."""

INSET = 7.5
"""Degrees between an arc and the end of its segment: room for the round ends."""

WIDTHS = {PhaseKind.LIFT: 18.0, PhaseKind.HOLD: 26.0, PhaseKind.LOWER: 12.0, PhaseKind.PAUSE: 6.0}
"""How thick the arcs are, by kind, in the design's pixels."""

DOTTED = frozenset({PhaseKind.LOWER, PhaseKind.PAUSE})
TRACK_OPACITY = 0.42
KNOB, KNOB_LINE = 18.0, 5.0
REST_WIDTH = 12.0
EDGE = 20.5
"""The design's pixels from the square's edge to the middle of the arcs: half a knob."""

CORNER = 45
"""Degrees between the corners of a sector, whose edge lies outside of the square."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Arc:
    """A segment's arc in degrees clockwise from the top."""

    kind: PhaseKind
    start: float
    end: float


class Place(NamedTuple):
    """How far it is: degrees clockwise from the top, and what is done there; None: a rest."""

    angle: float
    kind: PhaseKind | None = None


def arcs(cycle: Sequence[Segment]) -> tuple[Arc, ...]:
    """The arcs of a repetition."""
    found, begin = [], 0.0
    for segment in cycle:
        span = 360 * segment.share
        inset = min(INSET, span / 4)
        found.append(Arc(kind=segment.kind, start=begin + inset, end=begin + span - inset))
        begin += span
    return tuple(found)


def place(cycle: Sequence[Segment], turn: float) -> Place | None:
    """Where the knob stands at the place `turn` of a repetition, 0 to 1: on an arc, in no gap."""
    begin = 0.0
    for segment in cycle:
        if turn <= begin + segment.share or segment is cycle[-1]:
            inset = min(INSET, 90 * segment.share)
            done = min(max((turn - begin) / segment.share, 0.0), 1.0)
            angle = 360 * begin + inset + done * (360 * segment.share - 2 * inset)
            return Place(angle, segment.kind)
        begin += segment.share
    return None


class Dial:
    """The arcs on a ground, for a widget of `size` with `ratio` device pixels to a point.

    `cycle` is a repetition's; without one it is the single arc of a rest. A moment is made of the
    image with everything done, up to its place, and the one with nothing done beyond; the knob, or
    the round end of a rest's arc, covers the cut. What moves by less than `least` degrees, half a
    pixel, need not be painted.
    """

    def __init__(
        self, theme: Theme, size: QSize, ratio: float, square: QRectF, cycle: Sequence[Segment]
    ) -> None:
        self.ratio = ratio
        self._theme, self._middle, self._arcs = theme, square.center(), arcs(cycle)
        self._unit = min(max(square.width() / (DESIGN_SIZE if cycle else REST_SIZE), 0.7), 2.0)
        edge, end = (EDGE, KNOB) if cycle else (REST_WIDTH / 2, REST_WIDTH / 2)
        self._radius, self._end = square.width() / 2 - edge * self._unit, end * self._unit
        self.least = degrees(0.5 / ratio / max(self._radius, 1.0))
        self._half = ceil(self._end + KNOB_LINE / 2 * self._unit) + 1
        self._ends: dict[tuple[object, ...], QPixmap] = {}
        self._bare = self._drawn(size, done=False)
        self._full = self._drawn(size, done=True)

    def paint(self, painter: QPainter, area: QRect, here: Place | None) -> None:
        """Draw the moment in `area`; without a place nothing is done yet."""
        painter.drawPixmap(0, 0, self._bare)
        if here is None:
            return
        done = self._done(area, here)
        if done:
            painter.setClipRect(done)
        else:
            painter.setClipPath(self._sector(here.angle))
        painter.drawPixmap(0, 0, self._full)
        painter.setClipping(False)
        if here.kind is None:
            self._draw_end(painter, Place(0.0))
        self._draw_end(painter, here)

    def around(self, here: Place) -> QRect:
        """All that the end of what is done covers."""
        point, half = self._point(here.angle, self._radius), self._half
        return QRect(floor(point.x()) - half, floor(point.y()) - half, 2 * half + 1, 2 * half + 1)

    def _done(self, area: QRect, here: Place) -> QRect | None:
        """The part of a small area around the place where the arc is done; None: not so simple.

        The cut stands upright or lies, whichever is nearer to across the arc. An area at the top
        may hold the end of the turn as well, and one in the middle is no part of the arc.
        """
        middle, small = self._middle, self._radius / 2
        at_top = area.left() <= middle.x() <= area.right() and area.top() <= middle.y()
        if at_top or max(area.width(), area.height()) > small:
            return None
        point, turned = self._point(here.angle, self._radius).toPoint(), radians(here.angle)
        across, down = cos(turned), sin(turned)
        done = QRect(area)
        if abs(across) < abs(down):
            (done.setBottom if down > 0 else done.setTop)(point.y())
        else:
            (done.setRight if across > 0 else done.setLeft)(point.x())
        return done

    def _draw_end(self, painter: QPainter, here: Place) -> None:
        """An image of it, since it is drawn with every frame, at the nearest quarter of a pixel."""
        ratio = self.ratio
        point = (self._point(here.angle, self._radius) - QPointF(self._half, self._half)) * ratio
        x, y = round(4 * point.x()), round(4 * point.y())
        known = here.kind, x % 4, y % 4
        if known not in self._ends:
            self._ends[known] = self._end_image(here.kind, QPointF(x % 4, y % 4) / 4 / ratio)
        painter.drawPixmap(QPointF(x // 4, y // 4) / ratio, self._ends[known])

    def _end_image(self, kind: PhaseKind | None, shift: QPointF) -> QPixmap:
        """The knob, or the round end of a rest's arc, `shift` beside the middle of the image."""
        side = 2 * self._half + 1
        image = _blank(QSize(side, side), self.ratio)
        painter = QPainter(image)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.colour(_role(kind)))
        if kind is not None:
            painter.setPen(QPen(painter.brush(), KNOB_LINE * self._unit))
            painter.setBrush(self._theme.colour("surface"))
        painter.drawEllipse(QPointF(self._half, self._half) + shift, self._end, self._end)
        painter.end()
        return image

    def _sector(self, angle: float) -> QPainterPath:
        """From the top clockwise; its edge lies beyond the arcs."""
        corners = [*range(0, ceil(angle), CORNER), angle]
        sector = QPainterPath(self._middle)
        for corner in corners:
            sector.lineTo(self._point(corner, 3 * self._radius))
        return sector

    def _point(self, angle: float, radius: float) -> QPointF:
        turned, middle = radians(angle), self._middle
        return QPointF(middle.x() + radius * sin(turned), middle.y() - radius * cos(turned))

    def _drawn(self, size: QSize, *, done: bool) -> QPixmap:
        image = _blank(size, self.ratio)
        image.fill(self._theme.colour("surface"))
        painter = QPainter(image)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self._arcs:
            for arc in self._arcs:
                self._draw_arc(painter, arc, done=done)
        else:
            self._draw_rest(painter, done=done)
        painter.end()
        return image

    def _draw_arc(self, painter: QPainter, arc: Arc, *, done: bool) -> None:
        dotted, span = arc.kind in DOTTED, (arc.start, arc.end)
        width = WIDTHS.get(arc.kind, 18.0) * self._unit
        track = width if dotted else width - 6 * self._unit
        self._stroke(painter, span, track, dotted=dotted)
        if done:
            self._stroke(painter, span, width, _role(arc.kind), dotted=dotted)

    def _draw_rest(self, painter: QPainter, *, done: bool) -> None:
        """Grey, and filling up until it starts."""
        self._stroke(painter, (0, 360), 6 * self._unit, dotted=True)
        if done:
            self._stroke(painter, (0, 360), REST_WIDTH * self._unit, _role(None))

    def _stroke(
        self,
        painter: QPainter,
        span: tuple[float, float],
        width: float,
        role: str = "",
        *,
        dotted: bool = False,
    ) -> None:
        """An arc in degrees clockwise from the top; without a colour it is the track."""
        pen = QPen(self._theme.colour(role or "line_strong"), width)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        if dotted:
            pen.setDashPattern([0.01, 17 / 12])
        radius = self._radius
        box = QRectF(-radius, -radius, 2 * radius, 2 * radius).translated(self._middle)
        path = QPainterPath()
        path.arcMoveTo(box, 90 - span[0])
        path.arcTo(box, 90 - span[0], span[0] - span[1])
        painter.setOpacity(1.0 if role else TRACK_OPACITY)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(pen)
        painter.drawPath(path)
        painter.setOpacity(1.0)


def _blank(size: QSize, ratio: float) -> QPixmap:
    image = QPixmap(size * ratio)
    image.setDevicePixelRatio(ratio)
    image.fill(Qt.GlobalColor.transparent)
    return image


def _role(kind: PhaseKind | None) -> str:
    """The colour of what was done: the hold has its own, and a rest."""
    return {None: "ink2", PhaseKind.HOLD: "indigo"}.get(kind, "primary")
