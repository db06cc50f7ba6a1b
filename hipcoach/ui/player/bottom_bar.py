"""Below the player: this hurts, back, pause, skip, done with this set, and what comes next."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from hipcoach.core.events import PlayerState
from hipcoach.core.player_view import PlayerView
from hipcoach.core.text import say, tr
from hipcoach.ui.buttons import Button
from hipcoach.ui.labels import Label
from hipcoach.ui.player.fitting import edge, is_full
from hipcoach.ui.player.words import in_position, may_end, works
from hipcoach.ui.still import Still
from hipcoach.ui.theme import Theme
from hipcoach.ui.tokens import TextStyle

RIGHT = Qt.AlignmentFlag.AlignRight
LEAD = TextStyle(size=15, line=20, weight=500)
NEXT = TextStyle(size=18, line=24, weight=600)
NEXT_COMPACT = TextStyle(size=17, line=22, weight=600)
NARROWEST_NEXT = 170
"""Pixels at 100 % text below which the line about what comes next is left out."""

PICTURE = (92, 64)
"""Pixels at 100 % text of the picture of what comes next; only a wide window has room for it."""


class BottomBar(QWidget):
    """The session's buttons. Nothing in it moves while the phases change."""

    hurt_asked = Signal()
    back_asked = Signal()
    pause_asked = Signal()
    skip_asked = Signal()
    done_asked = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.hurt = Button(theme, tr("This hurts"), "careful", icon="hand", size="player")
        self.back = Button(theme, icon="skip-back", size="player", name=tr("Back"))
        self.pause = Button(theme, tr("Pause"), "primary", icon="pause-filled", size="player-main")
        self.skip = Button(theme, icon="skip-forward", size="player", name=tr("Skip"))
        self.done = Button(theme, tr("Done with this set"), size="player")
        self._lead = Label(theme, "", LEAD, "ink3", align=RIGHT)
        self._next = Label(theme, "", NEXT, wrap=True, align=RIGHT)
        self._coming = QWidget(self)
        self._picture = Still(theme, None, PICTURE)
        self._grid = QGridLayout(self)
        self._is_paused, self._tells_keys, self._has_picture = False, True, False
        self._fitted: tuple[bool, bool] | None = None
        self._prepare()
        self._connect()
        self._restyle()
        theme.changed.connect(self._restyle)

    def show_view(self, view: PlayerView) -> None:
        """Draw what can be pressed now, and what comes."""
        paused = view.state is PlayerState.PAUSED
        for button in (self.back, self.skip):
            button.setEnabled(not paused)
        if paused != self._is_paused:
            self._is_paused = paused
            self.pause.show_text(tr("Go on") if paused else tr("Pause"))
            self.pause.show_icon("play-filled" if paused else "pause-filled")
            self._keep_pause_wide()
        self.done.setVisible(works(view) and not paused)
        self._show_done(inviting=bool(may_end(view)) or view.waits)
        self._tells_keys = in_position(view) or paused
        if self._tells_keys:
            self._lead.setText(tr("Keys"))
            keys = tr("Space go on, H this hurts") if paused else tr("Space pause, H this hurts")
            self._next.setText(keys)
        else:
            self._lead.setText(tr("Next"))
            self._next.setText(say(view.next_text))
            self._picture.show_asked(view.next_picture)
        coming = view.next_picture
        known = self._theme.figures.problem(coming) if coming else ""
        self._has_picture = coming is not None and not (self._tells_keys or known)
        self._show_next_style()

    def _prepare(self) -> None:
        self._coming_row = QHBoxLayout(self._coming)
        self._coming_row.setContentsMargins(0, 0, 0, 0)
        column = QVBoxLayout()
        column.setSpacing(0)
        self._coming_row.addLayout(column, 1)
        self._coming_row.addWidget(self._picture)
        column.addStretch(1)
        column.addWidget(self._lead)
        column.addWidget(self._next)
        column.addStretch(1)
        policy = self.done.sizePolicy()
        policy.setRetainSizeWhenHidden(True)
        self.done.setSizePolicy(policy)

    def _connect(self) -> None:
        self.hurt.clicked.connect(self.hurt_asked)
        self.back.clicked.connect(self.back_asked)
        self.pause.clicked.connect(self.pause_asked)
        self.skip.clicked.connect(self.skip_asked)
        self.done.clicked.connect(self.done_asked)

    def _restyle(self) -> None:
        theme = self._theme
        side, full = edge(theme, self.width()), self._is_full()
        around, gap = theme.px(20 if full else 8), 20 if full else 14
        self._grid.setContentsMargins(side, around, side, around)
        self._grid.setHorizontalSpacing(theme.px(8 if theme.scale > 1.5 else gap))
        self._grid.setVerticalSpacing(theme.px(12))
        self._coming_row.setSpacing(theme.px(12))
        for button in (self.back, self.skip):
            button.setMinimumWidth(theme.px(72 if full else 64))
        self._keep_pause_wide()
        self._show_next_style()
        self._arrange()

    def _show_next_style(self) -> None:
        following = NEXT if self._is_full() else NEXT_COMPACT
        style = ("body", "ink2") if self._tells_keys else (following, "ink")
        self._next.set_style(*style)
        self._picture.setVisible(self._is_full() and self._has_picture)

    def _is_full(self) -> bool:
        return is_full(self._theme, self.width())

    def _keep_pause_wide(self) -> None:
        """Wide enough for both of its words, so that nothing moves."""
        metrics = self.pause.fontMetrics()
        words = max(metrics.horizontalAdvance(word) for word in (tr("Pause"), tr("Go on")))
        wide = words + self._theme.px(72)
        self.pause.setMinimumWidth(max(self._theme.px(200 if self._is_full() else 140), wide))

    def _show_done(self, *, inviting: bool) -> None:
        """Let the button stand out once the set may end."""
        kind = "soft" if inviting else "secondary"
        if self.done.property("kind") != kind:
            self.done.setProperty("kind", kind)
            self.done.style().unpolish(self.done)
            self.done.style().polish(self.done)

    def _fitting(self) -> tuple[bool, bool]:
        """Whether the buttons fit into one row, and what comes next beside them."""
        buttons = (self.hurt, self.back, self.pause, self.skip, self.done)
        for button in buttons:
            button.ensurePolished()  # the style's padding counts
        side = edge(self._theme, self.width())
        gaps = (len(buttons) + 1) * self._grid.horizontalSpacing() + 2 * side
        needed = gaps + sum(max(b.sizeHint().width(), b.minimumWidth()) for b in buttons)
        return needed <= self.width(), needed + self._theme.px(NARROWEST_NEXT) <= self.width()

    def _arrange(self) -> None:
        """One row where it fits, with what comes next; else two."""
        fitting = self._fitting()
        if fitting == self._fitted:
            return
        self._fitted = fitting
        one_row, with_next = fitting
        grid = self._grid
        for widget in (self.hurt, self.back, self.pause, self.skip, self.done, self._coming):
            grid.removeWidget(widget)
        for column in range(8):
            grid.setColumnStretch(column, 0)
        buttons = (self.hurt, self.back, self.pause, self.skip, self.done)
        self._coming.setVisible(with_next)
        if one_row:
            for column, button in enumerate(buttons):
                grid.addWidget(button, 0, column if column == 0 else column + 1)
            grid.addWidget(self._coming, 0, 7)
            grid.setColumnStretch(1, 4)
            grid.setColumnStretch(7, 9)
        else:
            places = ((0, 0), (0, 1), (0, 3))
            for button, place in zip((self.back, self.pause, self.skip), places, strict=True):
                grid.addWidget(button, *place, 1, 2 if button is self.pause else 1)
            grid.addWidget(self.hurt, 1, 0, 1, 2)
            grid.addWidget(self.done, 1, 2, 1, 2)
            grid.setColumnStretch(1, 1)
            grid.setColumnStretch(2, 1)

    # Qt's own

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Arrange anew where the width asks for it."""
        super().resizeEvent(event)
        self._restyle()

    def event(self, event: QEvent) -> bool:
        """Arrange anew where a text or the style changed the buttons."""
        if event.type() is QEvent.Type.LayoutRequest:
            self._arrange()
        return super().event(event)
