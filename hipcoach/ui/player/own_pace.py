"""The switch that leaves out the metronome, with its word."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from hipcoach.core.text import tr
from hipcoach.ui.controls.switch import Switch
from hipcoach.ui.labels import Label
from hipcoach.ui.theme import Theme


class OwnPace(QWidget):
    """`toggled` tells what the user chose."""

    toggled = Signal(bool)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.switch = Switch(theme, tr("Own pace"))
        word = Label(theme, tr("Own pace"), "label", "ink2")
        word.setBuddy(self.switch)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.addWidget(word)
        self._row.addWidget(self.switch)
        self.switch.toggled.connect(self.toggled)
        theme.changed.connect(self._restyle)
        self._restyle()

    def _restyle(self) -> None:
        self._row.setSpacing(self._theme.px(10))
