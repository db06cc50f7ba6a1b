"""The three answers of the screening as tiles; none is chosen before the user chooses."""

from __future__ import annotations

from PySide6.QtCore import Signal

from hipcoach.core.screening import Answer
from hipcoach.ui.controls.choice_tile import ChoiceTile
from hipcoach.ui.controls.group import Group
from hipcoach.ui.layouts import Columns
from hipcoach.ui.theme import Theme

NARROWEST, GAP = 200, 16


class Answers(Group):
    """Tiles in a row, below each other where it is narrow; `words` are title and text of each."""

    chosen = Signal(Answer)

    def __init__(self, theme: Theme, name: str, words: dict[Answer, tuple[str, str]]) -> None:
        super().__init__(name)
        self._theme = theme
        self.answer: Answer | None = None
        self._columns = Columns()
        self.setLayout(self._columns)
        self.tiles = {answer: ChoiceTile(theme, *texts) for answer, texts in words.items()}
        for answer, tile in self.tiles.items():
            self._columns.addWidget(tile)
            tile.toggled.connect(lambda on, answer=answer: self._on_toggled(answer, on=on))
        self._restyle()
        theme.changed.connect(self._restyle)

    def show_answer(self, answer: Answer | None) -> None:
        """Choose a tile, or none, without telling."""
        self.answer = answer
        for key, tile in self.tiles.items():
            tile.show_chosen(key is answer)

    def _on_toggled(self, answer: Answer, *, on: bool) -> None:
        if on:
            self.answer = answer
            self.chosen.emit(answer)

    def _restyle(self) -> None:
        px = self._theme.px
        self._columns.set_measures(px(NARROWEST), px(GAP), px(12))
