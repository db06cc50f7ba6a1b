"""The phase ring: one turn is one repetition, its arcs are the tempo; or time that fills up."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import cos, radians, sin

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QProgressBar, QSizePolicy

from hipcoach.core.events import PlayerState
from hipcoach.core.player_view import PlayerView, Segment
from hipcoach.core.tempo import PhaseKind
from hipcoach.ui.player.fitting import LEAD, display_font
from hipcoach.ui.player.words import in_position, phase_word, ring_name
from hipcoach.ui.theme import Theme
from hipcoach.ui.tokens import TextStyle

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
_EDGE = 20.5
_COUNTDOWN = TextStyle(size=112, line=104, weight=700, spacing=-3)


@dataclass(frozen=True, slots=True, kw_only=True)
class Arc:
    """One segment in degrees clockwise from the top; it is filled from `start` to `filled`."""

    kind: PhaseKind
    start: float
    end: float
    filled: float


def arcs(cycle: Sequence[Segment], turn: float) -> tuple[Arc, ...]:
    """The arcs of a repetition at its place `turn`, 0 to 1."""
    found, begin = [], 0.0
    for segment in cycle:
        span = 360 * segment.share
        inset = min(INSET, span / 4)
        start, end = begin + inset, begin + span - inset
        done = min(max((360 * turn - begin) / span, 0.0), 1.0)
        filled = start + done * (end - start)
        found.append(Arc(kind=segment.kind, start=start, end=end, filled=filled))
        begin += span
    return tuple(found)


def knob(found: Sequence[Arc], turn: float) -> Arc | None:
    """The arc under way: the one that is filled in part, or begins now."""
    begun = [arc for arc in found if arc.filled > arc.start or turn == 0]
    if not begun:
        return None
    return begun[0] if turn == 0 else begun[-1]


class PhaseRing(QProgressBar):
    """The ring with its words and seconds. Its name changes once a phase, never with the frames."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme, self._factor = theme, 1.0
        self._view: PlayerView | None = None
        self._arcs: tuple[Arc, ...] = ()
        self._told: tuple[object, ...] = ()
        self.setTextVisible(False)
        self.setRange(0, 100)
        policy = QSizePolicy.Policy.Expanding
        self.setSizePolicy(policy, policy)
        theme.changed.connect(self.update)

    def show_view(self, view: PlayerView) -> None:
        """Draw this moment."""
        self._view = view
        self._arcs = arcs(view.cycle, view.turn)
        phase = (view.kind, view.label, view.working_side, view.side, view.set, view.exercise)
        told = (*phase, view.state, view.waits, view.count)
        if told != self._told:
            self._told = told
            self.setAccessibleName(ring_name(view))
            self.setValue(round(100 * view.turn))
        self.update()

    def set_factor(self, factor: float) -> None:
        """Enlarge with the window."""
        self._factor = factor
        self.updateGeometry()
        self.update()

    # What is drawn

    def _square(self) -> QRectF:
        repeats = self._view is not None and self._view.label
        widest = round((DESIGN_SIZE if repeats else REST_SIZE) * self._factor)
        side = min(self.width(), self.height(), widest)
        return QRectF((self.width() - side) / 2, (self.height() - side) / 2, side, side)

    def _draw_repetition(self, painter: QPainter, view: PlayerView, square: QRectF) -> None:
        unit = min(max(square.width() / DESIGN_SIZE, 0.7), 2.0)
        radius = square.width() / 2 - _EDGE * unit
        for arc in self._arcs:
            dotted = arc.kind in DOTTED
            width = WIDTHS.get(arc.kind, 18.0) * unit
            track = width if dotted else width - 6 * unit
            self._stroke(painter, square, radius, (arc.start, arc.end), track, dotted=dotted)
            if arc.filled > arc.start and not view.waits:
                colour = self._theme.colour(_role(arc.kind))
                span = (arc.start, arc.filled)
                self._stroke(painter, square, radius, span, width, colour, dotted=dotted)
        here = knob(self._arcs, view.turn)
        if here and view.label and not view.waits:
            self._draw_knob(painter, here, square.center(), radius, unit)

    def _draw_knob(
        self, painter: QPainter, here: Arc, centre: QPointF, radius: float, unit: float
    ) -> None:
        angle = radians(here.filled)
        place = centre + QPointF(radius * sin(angle), -radius * cos(angle))
        painter.setPen(QPen(self._theme.colour(_role(here.kind)), KNOB_LINE * unit))
        painter.setBrush(self._theme.colour("surface"))
        painter.drawEllipse(place, KNOB * unit, KNOB * unit)

    def _draw_rest(self, painter: QPainter, view: PlayerView, square: QRectF) -> None:
        """Grey, and filling up until it starts."""
        unit = min(max(square.width() / REST_SIZE, 0.7), 2.0)
        radius = square.width() / 2 - REST_WIDTH / 2 * unit
        self._stroke(painter, square, radius, (0, 360), 6 * unit, dotted=True)
        if view.progress > 0:
            span, colour = (0.0, 360 * view.progress), self._theme.colour("ink2")
            self._stroke(painter, square, radius, span, REST_WIDTH * unit, colour)

    def _stroke(
        self,
        painter: QPainter,
        square: QRectF,
        radius: float,
        span: tuple[float, float],
        width: float,
        colour: QColor | None = None,
        *,
        dotted: bool = False,
    ) -> None:
        """An arc in degrees clockwise from the top; without a colour it is the track."""
        pen = QPen(colour or self._theme.colour("line_strong"), width)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        if dotted:
            pen.setDashPattern([0.01, 17 / 12])
        box = QRectF(-radius, -radius, 2 * radius, 2 * radius).translated(square.center())
        path = QPainterPath()
        path.arcMoveTo(box, 90 - span[0])
        path.arcTo(box, 90 - span[0], span[0] - span[1])
        painter.setOpacity(1.0 if colour else TRACK_OPACITY)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(pen)
        painter.drawPath(path)
        painter.setOpacity(1.0)

    def _draw_words(self, painter: QPainter, view: PlayerView, square: QRectF) -> None:
        room = square.width() - 2 * (_EDGE + 26) * min(square.width() / DESIGN_SIZE, 2.0)
        factor = min(self._factor, square.width() / 230)
        position = in_position(view) and view.state is not PlayerState.PAUSED
        style = LEAD if position else self._theme.text_style("player_phase")
        count = _COUNTDOWN if position else self._theme.text_style("player_count")
        words = _lines(phase_word(view), long=view.waits)
        below = 0.0 if view.waits else count.line * factor
        heights = [style.line * factor * (0.7 if view.waits else 1.0)] * len(words)
        top = square.center().y() - (sum(heights) + below) / 2
        painter.setPen(self._theme.colour("ink2" if position else "ink"))
        for word, height in zip(words, heights, strict=True):
            scale = factor * (0.7 if view.waits else 1.0)
            painter.setFont(display_font(self._theme, style, scale, word, room * 0.96))
            _centred(painter, square, top + height / 2, word)
            top += height
        painter.setPen(self._theme.colour("ink"))
        if view.state is PlayerState.PAUSED:
            self._draw_pause(painter, QPointF(square.center().x(), top + below / 2), factor)
        elif not view.waits:
            painter.setFont(display_font(self._theme, count, factor, str(view.seconds), room))
            _centred(painter, square, top + below / 2, str(view.seconds))

    def _draw_pause(self, painter: QPainter, centre: QPointF, factor: float) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.colour("ink"))
        width, height = 18 * factor, 62 * factor
        for side in (-1.5, 0.5):
            box = QRectF(centre.x() + side * width, centre.y() - height / 2, width, height)
            painter.drawRoundedRect(box, 4 * factor, 4 * factor)

    # Qt's own

    def sizeHint(self) -> QSize:
        """The least: it takes what the panel leaves it, up to the design's size."""
        return self.minimumSizeHint()

    def minimumSizeHint(self) -> QSize:
        """Large enough for its words."""
        side = round(120 * self._factor)
        return QSize(side, side)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw arcs or filling, then word and seconds."""
        view = self._view
        if view is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        square = self._square()
        if view.label:
            self._draw_repetition(painter, view, square)
        else:
            self._draw_rest(painter, view, square)
        self._draw_words(painter, view, square)
        painter.end()


def _role(kind: PhaseKind) -> str:
    """The colour of what was done: the hold has its own."""
    return "indigo" if kind is PhaseKind.HOLD else "primary"


def _lines(text: str, *, long: bool) -> list[str]:
    """The words in one line, or a long text in two of about one length."""
    words = text.split()
    if not long or len(words) < 2:
        return [text]
    cuts = range(1, len(words))
    cut = min(cuts, key=lambda n: max(len(" ".join(words[:n])), len(" ".join(words[n:]))))
    return [" ".join(words[:cut]), " ".join(words[cut:])]


def _centred(painter: QPainter, square: QRectF, y: float, text: str) -> None:
    """A line of text with the middle of its capitals at `y`."""
    metrics = QFontMetricsF(painter.font())
    x = square.center().x() - metrics.horizontalAdvance(text) / 2
    painter.drawText(QPointF(x, y + metrics.capHeight() / 2), text)
