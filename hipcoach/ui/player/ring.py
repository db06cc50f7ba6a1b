"""The phase ring: one turn is one repetition, its arcs are the tempo; or time that fills up."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QProgressBar, QSizePolicy

from hipcoach.core.player_view import Moment, PlayerView
from hipcoach.ui.player.dial import DESIGN_SIZE, REST_SIZE, Dial, Place, place
from hipcoach.ui.player.ring_words import RingWords
from hipcoach.ui.player.words import ring_name
from hipcoach.ui.theme import Theme

NEAR = 20
"""Degrees: a way within which the arc lies between its ends, in the rectangle around both."""


class PhaseRing(QProgressBar):
    """The ring with its words and seconds. Its name changes once a phase, never with the frames.

    It is painted thirty times a second: it paints the ground itself (the panel's), and anew only
    what has changed.
    """

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme, self._factor = theme, 1.0
        self._view: PlayerView | None = None
        self._place: Place | None = None
        self._dial: Dial | None = None
        self._words: RingWords | None = None
        self._told: tuple[object, ...] = ()
        self.setTextVisible(False)
        self.setRange(0, 100)
        policy = QSizePolicy.Policy.Expanding
        self.setSizePolicy(policy, policy)
        theme.changed.connect(self._renew)

    def show_view(self, view: PlayerView) -> None:
        """Draw this moment."""
        before, self._view = self._view, view
        self._tell(view)
        if before is None or _arcs(view) != _arcs(before):
            self._renew()
        elif _words(view) != _words(before):
            self._words = None
            self.update()
        elif view.seconds != before.seconds:
            self._show_seconds(view)
        self.show_moment(view.moment)

    def show_moment(self, now: Moment) -> None:
        """How far the view that is shown has moved on."""
        if self._view is None:
            return
        before, here, dial = self._place, _place(self._view, now), self._dial
        if here is None or before is None or dial is None:
            self._place = here
            if here != before:
                self.update()
            return
        way = abs(here.angle - before.angle)
        if way >= dial.least:
            self._place = here
            near = way < NEAR
            self.update(dial.around(before).united(dial.around(here)) if near else self.rect())

    def set_factor(self, factor: float) -> None:
        """Enlarge with the window."""
        self._factor = factor
        self.updateGeometry()
        self._renew()

    def _tell(self, view: PlayerView) -> None:
        """To who does not see it, once a phase."""
        phase = (view.kind, view.label, view.working_side, view.side, view.set, view.exercise)
        told = (*phase, view.state, view.waits, view.count)
        if told != self._told:
            self._told = told
            self.setAccessibleName(ring_name(view))
            self.setUpdatesEnabled(False)  # a bar paints its value at once
            self.setValue(round(100 * view.turn))
            self.setUpdatesEnabled(True)

    def _show_seconds(self, view: PlayerView) -> None:
        before, self._words = self._words, self._worded(view)
        self.update(self._words.box.united(before.box) if before else self.rect())

    # What is drawn

    def _renew(self) -> None:
        """What stands still has changed."""
        self._dial, self._words = None, None
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)  # styles take it from bars
        self.update()

    def _square(self, view: PlayerView) -> QRectF:
        widest = round((DESIGN_SIZE if view.label else REST_SIZE) * self._factor)
        side = min(self.width(), self.height(), widest)
        return QRectF((self.width() - side) / 2, (self.height() - side) / 2, side, side)

    def _dialled(self, view: PlayerView) -> Dial:
        """The one there is, or another where it was made for other pixels."""
        ratio = self.devicePixelRatioF()
        if self._dial is None or self._dial.ratio != ratio:
            square, cycle = self._square(view), view.cycle if view.label else ()
            self._dial = Dial(self._theme, self.size(), ratio, square, cycle)
        return self._dial

    def _worded(self, view: PlayerView) -> RingWords:
        return RingWords(self._theme, view, self._square(view), self._factor)

    # Qt's own

    def sizeHint(self) -> QSize:
        """The least: it takes what the panel leaves it, up to the design's size."""
        return self.minimumSizeHint()

    def minimumSizeHint(self) -> QSize:
        """Large enough for its words."""
        side = round(120 * self._factor)
        return QSize(side, side)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """What stands still has another place."""
        super().resizeEvent(event)
        self._renew()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw arcs or filling, then word and seconds where they are to be seen anew."""
        painter, view = QPainter(self), self._view
        if view is None:
            painter.fillRect(event.rect(), self._theme.colour("surface"))
        else:
            self._dialled(view).paint(painter, event.rect(), self._place)
            self._words = self._words or self._worded(view)
            if event.rect().intersects(self._words.box):
                self._words.paint(painter)
        painter.end()


def _arcs(view: PlayerView) -> tuple[object, ...]:
    """What the arcs are of."""
    return bool(view.label), view.cycle


def _words(view: PlayerView) -> tuple[object, ...]:
    """What the words are of, but for the seconds."""
    return view.kind, view.label, view.working_side, view.side, view.state, view.waits


def _place(view: PlayerView, now: Moment) -> Place | None:
    """Where the knob stands, or the end of a rest's arc; None where nothing moves."""
    if view.label:
        return None if view.waits else place(view.cycle, now.turn)
    return Place(360 * now.progress) if now.progress > 0 else None
