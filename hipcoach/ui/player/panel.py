"""The panel beside the stage: side, ring, repetitions and set; or time to get into position."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QVBoxLayout

from hipcoach.core.events import PlayerState
from hipcoach.core.format import number
from hipcoach.core.player_view import PlayerView
from hipcoach.core.run import Times
from hipcoach.core.text import tr
from hipcoach.ui.buttons import Button
from hipcoach.ui.labels import Label
from hipcoach.ui.player.counter import Counter
from hipcoach.ui.player.fitting import HEADING, KICKER, STEP
from hipcoach.ui.player.ring import PhaseRing
from hipcoach.ui.player.side_mark import SideMark
from hipcoach.ui.player.words import heading, in_position, may_end, side_lead
from hipcoach.ui.theme import Theme

MIDDLE = Qt.AlignmentFlag.AlignHCenter


class Panel(QFrame):
    """What is to be read from the mat. `more_asked` and `ready_asked` are its two buttons."""

    more_asked = Signal()
    ready_asked = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme, self._factor = theme, 1.0
        self.setProperty("kind", "player-panel")
        self._heading = Label(theme, "", HEADING, wrap=True, align=MIDDLE)
        self._side = SideMark(theme)
        self.ring = PhaseRing(theme)
        self._counter = Counter(theme)
        self._may_end = Label(theme, "", KICKER, "on_primary_soft", wrap=True, align=MIDDLE)
        self._lead = Label(theme, "", STEP, "ink2", wrap=True, align=MIDDLE)
        self._coming = SideMark(theme, 52)
        self.more = Button(theme, tr("More time"), icon="plus", size="large")
        self.more.repeats = True
        self.ready = Button(theme, tr("I am ready"), "soft", size="large")
        self.show_more(Times().more)
        self._lay_out()
        self.more.clicked.connect(self.more_asked)
        self.ready.clicked.connect(self.ready_asked)
        theme.changed.connect(self._restyle)
        self._restyle()

    def show_more(self, seconds: float) -> None:
        """How much time the button adds."""
        told = number(seconds, 0)
        self.more.setText(tr("{n} seconds", n=told))
        self.more.setAccessibleName(tr("{n} seconds more", n=told))

    def show_view(self, view: PlayerView) -> None:
        """Draw all of this moment."""
        position = in_position(view)
        self._heading.setText(heading(view))
        self._side.show_side(view.side)
        self._counter.show_view(view)
        self._may_end.setText(may_end(view))
        self._lead.setText(side_lead(view))
        self._coming.show_side(view.side)
        for ahead in (self._heading, self._coming, self.more, self.ready):
            ahead.setVisible(position)
        for now in (self._side, self._counter, self._may_end):
            now.setVisible(not position)
        self._lead.setVisible(position and bool(side_lead(view)))
        for button in (self.more, self.ready):
            button.setEnabled(view.state is PlayerState.PLAYING)
        self.ring.show_view(view)

    def set_factor(self, factor: float) -> None:
        """Enlarge with the window."""
        self._factor = factor
        for painted in (self._side, self.ring, self._counter, self._coming):
            painted.set_factor(factor)
        self._restyle()

    def _lay_out(self) -> None:
        self._column = QVBoxLayout(self)
        self._buttons = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._buttons.addWidget(self.more, 1)
        self._buttons.addWidget(self.ready, 1)
        for widget in (self._heading, self._side):
            self._column.addWidget(widget)
        self._column.addWidget(self.ring, 1)
        for below in (self._lead, self._coming, self._counter, self._may_end):
            self._column.addWidget(below)
        self._column.addLayout(self._buttons)
        self._buttons.setContentsMargins(0, 8, 0, 0)

    def _restyle(self) -> None:
        for label in (self._heading, self._may_end, self._lead):
            label.set_factor(self._factor / self._theme.scale)
        edge = round(24 * self._factor)
        self._column.setContentsMargins(edge, edge * 3 // 4, edge, edge * 3 // 4)
        self._column.setSpacing(round(8 * self._factor))
        self._buttons.setSpacing(self._theme.px(12))
        self._arrange_buttons()

    def _arrange_buttons(self) -> None:
        """Beside each other, or below each other where their words need it."""
        edges = 2 * round(24 * self._factor) + self._buttons.spacing()
        needed = 2 * max(self.more.sizeHint().width(), self.ready.sizeHint().width()) + edges
        ways, fits = QBoxLayout.Direction, needed <= self.width()
        self._buttons.setDirection(ways.LeftToRight if fits else ways.TopToBottom)
        for button in (self.more, self.ready):
            button.setMinimumHeight(self._theme.px(56 if fits else 44))

    # Qt's own

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Arrange the buttons anew where the width asks for it."""
        super().resizeEvent(event)
        self._arrange_buttons()
