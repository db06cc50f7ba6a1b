"""The scale from 0 to 10: eleven boxes without colour, one stop of the Tab key.

Arrows, Home and End only move. A click, a typed digit, Space or Enter chooses. A typed 1 waits for
a 0 that would make it 10, so that no score is told that was not meant.
"""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QFontMetrics, QHideEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from hipcoach.core.text import tr
from hipcoach.ui.controls.group import Group
from hipcoach.ui.controls.score_box import ScoreBox
from hipcoach.ui.labels import Label
from hipcoach.ui.layouts import Columns
from hipcoach.ui.theme import Theme

LOWEST, HIGHEST = 0, 10
PATIENCE = 600
"""Milliseconds in which a 0 after a 1 makes 10."""
NARROWEST, NARROWEST_JOINED, NARROWEST_TIGHT = 44, 36, 31
"""Pixels that a box keeps in one row; with less there are two rows."""
AROUND, TIGHT_AROUND = 10, 6
"""Pixels at 100 % text that it keeps around its number."""

_STEPS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Down: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Up: 1}
_ENDS = {Qt.Key.Key_Home: LOWEST, Qt.Key.Key_End: HIGHEST}
_MODIFIER = Qt.KeyboardModifier
_COMMANDS = _MODIFIER.ControlModifier | _MODIFIER.AltModifier | _MODIFIER.MetaModifier
_CHOOSING = {Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter}


class ScoreScale(Group):
    """A score from 0 to 10, or none yet. `low` and `high` say what the ends mean.

    A `joined` row can be `tight`: in one line in the width of a panel.
    """

    chosen = Signal(int)
    moved = Signal(int)

    def __init__(
        self,
        theme: Theme,
        name: str,
        *,
        joined: bool = False,
        tight: bool = False,
        low: str | None = None,
        high: str | None = None,
    ) -> None:
        super().__init__(name)
        self._theme, self._name, self._joined = theme, name, joined
        least = NARROWEST_TIGHT if tight else NARROWEST_JOINED
        self._least = least if joined else NARROWEST
        self._low = tr("no pain") if low is None else low
        self._high = tr("worst pain you can imagine") if high is None else high
        self.score: int | None = None
        self._typed: int | None = None
        self._timer = QTimer(self, singleShot=True, interval=PATIENCE)
        self._timer.timeout.connect(self._on_waited)
        self._boxes = [ScoreBox(theme, n, joined=joined) for n in range(LOWEST, HIGHEST + 1)]
        self._row = Columns()
        self._lay_out()
        self._connect()
        self.show_score(None)
        self._restyle()
        theme.changed.connect(self._restyle)

    def show_score(self, score: int | None) -> None:
        """Fill the box of `score`, or none."""
        self.score = score
        for box in self._boxes:
            box.show_chosen(box.number == score)
        if self._focused() is None:
            self._let_tab_reach(score or LOWEST)
        self._rename()

    def show_name(self, name: str) -> None:
        """Another question."""
        self._name = name
        self._rename()

    def type_digit(self, digit: int) -> None:
        """A digit was typed: choose it. A 1 is chosen when no 0 follows in 600 ms."""
        ten = self._typed == 1 and digit == 0
        self._forget()
        if digit == 1:
            self._focus(1)
            self._typed = 1
            self._boxes[1].setDown(True)
            self._timer.start()
        else:
            self._choose(HIGHEST if ten else digit)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(self._row)
        for box in self._boxes:
            self._row.addWidget(box)
        self._anchors = QHBoxLayout()
        right = Qt.AlignmentFlag.AlignRight
        ends = (
            Label(self._theme, f"{LOWEST} {self._low}", "caption", "ink2", wrap=True),
            Label(
                self._theme, f"{HIGHEST} {self._high}", "caption", "ink2", wrap=True, align=right
            ),
        )
        for end in ends:
            self._anchors.addWidget(end, 1, Qt.AlignmentFlag.AlignTop)
        column.addLayout(self._anchors)

    def _connect(self) -> None:
        self._boxes[LOWEST].setAccessibleName(f"{LOWEST}, {self._low}")
        self._boxes[HIGHEST].setAccessibleName(f"{HIGHEST}, {self._high}")
        for box in self._boxes:
            box.picked.connect(self._on_picked)
            box.reached.connect(self._on_reached)
            box.left.connect(self._on_waited)

    def _restyle(self) -> None:
        theme, gap = self._theme, 0 if self._joined else self._theme.px(6)
        digits = QFontMetrics(self._boxes[HIGHEST].bold_font()).horizontalAdvance(str(HIGHEST))
        around = theme.px(TIGHT_AROUND if self._least == NARROWEST_TIGHT else AROUND)
        self._row.set_measures(max(self._least, digits + around), gap, theme.px(6))
        self._anchors.setSpacing(theme.px(16))
        layout = self.layout()
        if layout is not None:
            layout.setSpacing(theme.px(6))

    def _rename(self) -> None:
        """Say question, score and both ends in one sentence, and tell screen readers."""
        facts = {"name": self._name, "low": self._low, "high": self._high}
        if self.score is None:
            name = tr("{name}, no answer yet, 0 {low}, 10 {high}", **facts)
        else:
            name = tr("{name}, {score} of 10, 0 {low}, 10 {high}", score=self.score, **facts)
        self.setAccessibleName(name)

    def _choose(self, score: int) -> None:
        self._forget()
        self.show_score(score)
        self._focus(score)
        self.chosen.emit(score)

    def _focus(self, number: int) -> None:
        """Move the focus along, where it is on the scale already."""
        if self._focused() is None:
            self._let_tab_reach(number)
        else:
            self._boxes[number].setFocus(Qt.FocusReason.OtherFocusReason)

    def _focused(self) -> int | None:
        return next((box.number for box in self._boxes if box.hasFocus()), None)

    def _let_tab_reach(self, number: int) -> None:
        for box in self._boxes:
            here = box.number == number
            box.setFocusPolicy(Qt.FocusPolicy.StrongFocus if here else Qt.FocusPolicy.ClickFocus)

    def _forget(self) -> None:
        self._typed = None
        self._timer.stop()
        self._boxes[1].setDown(False)

    def _on_waited(self) -> None:
        if self._typed is not None:
            self._choose(self._typed)

    def _on_picked(self, number: int) -> None:
        self._choose(number)

    def _on_reached(self, number: int) -> None:
        self._let_tab_reach(number)
        self.moved.emit(number)

    # Qt's own

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Hand the focus to the box that Tab would reach."""
        del event
        self._boxes[self.score or LOWEST].setFocus(Qt.FocusReason.OtherFocusReason)

    def hideEvent(self, event: QHideEvent) -> None:
        """A typed 1 that still waited is chosen: what was typed is not lost."""
        self._on_waited()
        super().hideEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Round the ends of each row."""
        super().resizeEvent(event)
        columns = self._row.columns_in(self.contentsRect().width())
        for box in self._boxes:
            last = box.number % columns == columns - 1 or box.number == HIGHEST
            box.show_ends(first=box.number % columns == 0, last=last)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Digits and Space choose, arrows move; other keys are the page's."""
        key, focused = Qt.Key(event.key()), self._focused()
        if event.modifiers() & _COMMANDS:
            event.ignore()
        elif Qt.Key.Key_0 <= key <= Qt.Key.Key_9:
            if not event.isAutoRepeat():
                self.type_digit(key - Qt.Key.Key_0)
        elif focused is not None and key in _CHOOSING:
            if not event.isAutoRepeat():
                self._choose(focused)
        elif focused is not None and (key in _STEPS or key in _ENDS):
            self._on_waited()
            to = _ENDS.get(key, focused + _STEPS.get(key, 0))
            self._boxes[min(max(to, LOWEST), HIGHEST)].setFocus(Qt.FocusReason.TabFocusReason)
        else:
            event.ignore()
