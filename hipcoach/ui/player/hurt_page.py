"""This hurts: the session stands still, and nothing goes on before the user has chosen."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from hipcoach.core.hurt import Choice, Offers
from hipcoach.core.pain import Place
from hipcoach.core.text import tr
from hipcoach.ui.buttons import Button
from hipcoach.ui.player.fitting import ONE_COLUMN_BELOW, edge, is_full
from hipcoach.ui.player.hurt_facts import HurtFacts
from hipcoach.ui.player.hurt_offers import HurtOffers
from hipcoach.ui.player.hurt_question import HurtQuestion
from hipcoach.ui.player.sign_tile import SignTile
from hipcoach.ui.scroll import Scroll
from hipcoach.ui.theme import Theme

_STEPS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Left: -1, Qt.Key.Key_Down: 1, Qt.Key.Key_Right: 1}


class HurtPage(QWidget):
    """Stands for stage and panel. Digits answer, E F S X or the arrows choose, Enter goes on.

    `answered` tells of each change of score or places, `chosen` of the choice that was confirmed,
    `sign_told` of a warning sign.
    """

    answered = Signal()
    chosen = Signal(Choice)
    sign_told = Signal()

    def __init__(self, theme: Theme, low: str, high: str) -> None:
        super().__init__()
        self._theme = theme
        self._is_waiting = False  # a typed 1 may become 10
        self.question = HurtQuestion(theme, low, high)
        self.offers = HurtOffers(theme)
        self.sign = SignTile(theme)
        self.go_on = Button(theme, tr("Go on"), "primary", size="large")
        self._lay_out()
        self.question.answered.connect(self._on_answered)
        self.offers.marked.connect(self._show_way_on)
        self.go_on.clicked.connect(self._on_go_on)
        self.sign.clicked.connect(self.sign_told)
        theme.changed.connect(self._restyle)
        self._restyle()

    @property
    def score(self) -> int | None:
        """How strong it is, once it was said."""
        return self.question.scale.score

    @property
    def places(self) -> tuple[Place, ...]:
        """Where, if it was said."""
        return self.question.places

    def ask(self, facts: HurtFacts, score: int | None, places: tuple[Place, ...]) -> None:
        """Begin with this answer, or without one."""
        self.question.show_facts(facts)
        self.question.show_answer(score, places)
        self.offers.show_facts(facts)
        self.offers.show_offers(None)
        self._scroll.show_top()

    def show_offers(self, found: Offers) -> None:
        """What is on offer after the answer."""
        self.offers.show_offers(found)

    def _lay_out(self) -> None:
        self._scroll = Scroll(self._theme)
        self._halves = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._halves.addWidget(self.question, 540)
        self._halves.addWidget(self.offers, 668)
        self._scroll.column.addLayout(self._halves)
        self._foot = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._foot.addWidget(self.sign, 540)
        self._foot.addWidget(self.go_on, 668, Qt.AlignmentFlag.AlignRight)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._scroll, 1)
        column.addLayout(self._foot)

    def _restyle(self) -> None:
        side, full = edge(self._theme, self.width()), is_full(self._theme, self.width())
        above, below = self._theme.px(12), self._theme.px(24 if full else 12)
        self._scroll.column.setContentsMargins(side, 0, side, 0)
        self._halves.setSpacing(side)
        self._foot.setContentsMargins(side, above, side, below)
        self._foot.setSpacing(side)
        self.go_on.setMinimumWidth(self._theme.px(220))
        for half in (self.question, self.offers):
            half.show_size(roomy=full)
        self._arrange(full=full)

    def _arrange(self, *, full: bool) -> None:
        """Side by side, or below each other where that is too narrow."""
        narrow = self.width() / self._theme.scale < ONE_COLUMN_BELOW
        down, beside = QBoxLayout.Direction.TopToBottom, QBoxLayout.Direction.LeftToRight
        self._halves.setDirection(down if narrow else beside)
        for halves in (self._halves, self._foot):
            halves.setStretch(1, 668 if full else 480)

    def _show_way_on(self) -> None:
        """Name the button after the choice."""
        ways = {
            None: tr("Go on"),
            Choice.EASIER: tr("Go on, easier"),
            Choice.FEWER: tr("Go on, fewer reps"),
            Choice.SKIP: tr("Skip this exercise"),
            Choice.END: tr("End the session"),
        }
        self.go_on.show_text(ways[self.offers.choice])
        self.go_on.setEnabled(self.offers.choice is not None)

    def _on_answered(self) -> None:
        self._is_waiting = False
        self.setFocus()
        if self.score is not None:
            self.answered.emit()

    def _on_go_on(self) -> None:
        choice = self.offers.choice
        if choice is not None and not self._is_waiting:
            self.chosen.emit(choice)

    # Qt's own

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Digits, letters, arrows, Enter; other keys are the player's."""
        key, held = event.key(), event.isAutoRepeat()
        if event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier & ~_SHIFT:
            event.ignore()
        elif Qt.Key.Key_0 <= key <= Qt.Key.Key_9 and not held:
            self._is_waiting = key == Qt.Key.Key_1
            self.question.scale.type_digit(key - Qt.Key.Key_0)
        elif key in _STEPS:
            self.offers.step(_STEPS[Qt.Key(key)])
        elif key in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and not held:
            self._on_go_on()
        elif not self.offers.mark(event.text().upper()):
            event.ignore()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Arrange anew where the width asks for it."""
        super().resizeEvent(event)
        self._restyle()


_SHIFT = Qt.KeyboardModifier.ShiftModifier
