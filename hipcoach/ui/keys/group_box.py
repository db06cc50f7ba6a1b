"""One group of keys: its title, and a line for each key."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from hipcoach.core.text import say, tr
from hipcoach.ui.keys.caps import KeyCaps
from hipcoach.ui.keys.names import chords, in_words, joint
from hipcoach.ui.keys.table import KeyGroup, KeyLine
from hipcoach.ui.labels import Label
from hipcoach.ui.theme import Theme

CAPS = 136
"""Pixels at 100 % text of the column of caps, at least, so that the words of all groups align."""


class GroupBox(QWidget):
    """Title and lines. The words of a line name its keys, for whoever hears them."""

    def __init__(self, theme: Theme, group: KeyGroup) -> None:
        super().__init__()
        self._theme = theme
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addWidget(Label(theme, say(group.title), "section", wrap=True))
        self._grid = QGridLayout()
        self._grid.setColumnStretch(1, 1)
        self._column.addLayout(self._grid)
        for row, line in enumerate(group.lines):
            self._add(row, line)
        self._restyle()
        theme.changed.connect(self._restyle)

    def _add(self, row: int, line: KeyLine) -> None:
        middle = Qt.AlignmentFlag.AlignVCenter
        words = Label(self._theme, say(line.does), wrap=True)
        words.setAccessibleName(tr("{keys}: {does}", keys=in_words(line), does=say(line.does)))
        self._grid.addWidget(KeyCaps(self._theme, chords(line), joint(line)), row, 0, middle)
        self._grid.addWidget(words, row, 1, middle)

    def _restyle(self) -> None:
        px = self._theme.px
        self._column.setSpacing(px(8))
        self._grid.setHorizontalSpacing(px(16))
        self._grid.setVerticalSpacing(px(6))
        self._grid.setColumnMinimumWidth(0, px(CAPS))
