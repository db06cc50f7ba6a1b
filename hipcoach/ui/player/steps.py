"""The steps of an exercise, numbered. They stand where the figure is drawn."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from hipcoach.core.text import tr
from hipcoach.ui.labels import Label
from hipcoach.ui.player.fitting import STEP
from hipcoach.ui.theme import Theme
from hipcoach.ui.tokens import TextStyle

NUMBER = TextStyle(size=16, line=20, weight=600)


class Steps(QWidget):
    """One line a step, a number before each."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme, self._factor = theme, 1.0
        self._steps: tuple[str, ...] = ()
        self._texts: list[Label] = []
        self._numbers: list[QFrame] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        theme.changed.connect(self._restyle)

    def show_steps(self, steps: tuple[str, ...]) -> None:
        """Other steps."""
        if steps == self._steps:
            return
        self._steps = steps
        while (item := self._column.takeAt(0)) is not None:
            if (row := item.widget()) is not None:
                row.hide()
                row.deleteLater()
        self._texts, self._numbers = [], []
        for number, step in enumerate(steps, start=1):
            self._column.addWidget(self._row(number, tr(step)))
        self._column.insertStretch(0, 1)
        self._column.addStretch(1)
        self._restyle()

    def set_factor(self, factor: float) -> None:
        """Enlarge with the window."""
        self._factor = factor
        self._restyle()

    def _row(self, number: int, step: str) -> QWidget:
        row = QWidget()
        line = QHBoxLayout(row)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(self._theme.px(12))
        disc = QFrame()
        disc.setProperty("kind", "step-number")
        inside = QHBoxLayout(disc)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.addWidget(Label(self._theme, str(number), NUMBER, "ink2"), 0, _CENTRE)
        text = Label(self._theme, step, STEP, wrap=True)
        line.addWidget(disc, 0, Qt.AlignmentFlag.AlignTop)
        line.addWidget(text, 1)
        self._numbers.append(disc)
        self._texts.append(text)
        return row

    def _restyle(self) -> None:
        side = self._theme.px(30)
        for disc in self._numbers:
            disc.setFixedSize(side, side)
        for text in self._texts:
            text.set_factor(self._factor / self._theme.scale)
        self._column.setSpacing(round(7 * self._factor))


_CENTRE = Qt.AlignmentFlag.AlignCenter
