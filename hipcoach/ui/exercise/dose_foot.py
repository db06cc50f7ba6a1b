"""What of the dose differs from the program, and the ways back."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal

from hipcoach.core.text import Message, say, tr
from hipcoach.ui.box import Box
from hipcoach.ui.buttons import Button
from hipcoach.ui.labels import Label
from hipcoach.ui.layouts import Flow
from hipcoach.ui.theme import Theme


class DoseFoot(Box):
    """Words, "As the program has it" where something differs, "Undo" where something was done."""

    reset_asked = Signal()
    undone = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, spacing=8)
        self._words = Label(theme, "", "small", wrap=True)
        self._reset = Button(theme, tr("As the program has it"), icon="rotate-ccw", size="small")
        self._undo = Button(theme, tr("Undo"), "quiet", size="small")
        self._row = Flow()
        self._row.addWidget(self._reset)
        self._row.addWidget(self._undo)
        self.add(self._words)
        self.box.addLayout(self._row)
        self._reset.clicked.connect(self.reset_asked)
        self._undo.clicked.connect(self.undone)
        self._fit()
        theme.changed.connect(self._fit)

    def show_changed(self, changed: Sequence[Message], *, undoable: bool) -> bool:
        """Other words; whether the button that had the focus is gone."""
        if changed:
            what = ", ".join(map(say, changed))
            self._words.setText(tr("Changed from the program: {what}", what=what))
        else:
            self._words.setText(tr("As the program has it. Changes are saved as you make them."))
        held = self._reset.hasFocus(), self._undo.hasFocus()
        self._reset.setVisible(bool(changed))
        self._undo.setVisible(undoable)
        return (held[0] and not changed) or (held[1] and not undoable)

    def _fit(self) -> None:
        self._row.setSpacing(self.theme.px(16))
