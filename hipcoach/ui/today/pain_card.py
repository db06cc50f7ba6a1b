"""Pain now: the question, the scale that saves at once, and what was saved."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from hipcoach.core.text import say, tr
from hipcoach.core.today_view import PainCard as PainView
from hipcoach.ui.buttons import Button
from hipcoach.ui.icon_view import IconView
from hipcoach.ui.labels import Label
from hipcoach.ui.theme import Theme
from hipcoach.ui.today.question_card import QuestionCard


class PainCard(QuestionCard):
    """`rated` tells a score to be saved now; `undone` that the saved one is to be taken back."""

    rated = Signal(int)
    undone = Signal()

    def __init__(self, theme: Theme, view: PainView) -> None:
        self._saved = Label(theme, "", "small", "ink2")
        self._undo = Button(theme, tr("Undo"), "quiet", size="small")
        self._note = QWidget()
        super().__init__(theme, say(view.question), self._note, say(view.lowest), say(view.highest))
        self._row = QHBoxLayout(self._note)
        self._row.setContentsMargins(0, 0, 0, 0)
        for widget in (IconView(theme, "check", 18), self._saved, self._undo):
            self._row.addWidget(widget)
        self._space()
        theme.changed.connect(self._space)
        self._undo.clicked.connect(self.undone)
        self.scale.chosen.connect(self.rated)

    def show_pain(self, view: PainView, *, can_undo: bool) -> None:
        """Show the rating of the last 2 hours, if there is one, and whether it can be undone."""
        self.scale.show_score(view.score)
        self._note.setVisible(view.saved is not None)
        self._saved.setText(say(view.saved) if view.saved else "")
        self._undo.setVisible(can_undo)

    def _space(self) -> None:
        self._row.setSpacing(self._theme.px(8))
