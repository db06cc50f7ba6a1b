"""The size of all text: a step smaller, what it is, a step larger."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from hipcoach.core.format import NO_BREAK
from hipcoach.core.text import tr
from hipcoach.ui.announce import announce
from hipcoach.ui.buttons import Button
from hipcoach.ui.labels import Label
from hipcoach.ui.theme import Theme


class TextSize(QWidget):
    """`changed` tells the percentage that was asked for, one of `sizes` (rising)."""

    changed = Signal(int)

    def __init__(self, theme: Theme, sizes: tuple[int, ...]) -> None:
        super().__init__()
        self._theme, self._sizes, self._percent = theme, sizes, sizes[0]
        self._smaller = Button(theme, icon="minus", name=tr("Smaller text"))
        self._larger = Button(theme, icon="plus", name=tr("Larger text"))
        self._smaller.repeats = self._larger.repeats = True
        middle = Qt.AlignmentFlag.AlignHCenter
        self._told = Label(theme, style="body_strong", align=middle)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        for part in (self._smaller, self._told, self._larger):
            self._row.addWidget(part)
        self._smaller.clicked.connect(lambda: self._step(-1))
        self._larger.clicked.connect(lambda: self._step(1))
        self._restyle()
        theme.changed.connect(self._restyle)

    def show_percent(self, percent: int) -> None:
        """The size as it is; at an end the focus goes over to the button that still leads on."""
        told = tr("{percent} %", percent=percent).replace(" ", NO_BREAK)
        self._percent = percent
        self._told.setText(told)
        ends = ((self._smaller, 0, self._larger), (self._larger, -1, self._smaller))
        for button, _, _ in ends:
            button.setEnabled(True)
            button.setAccessibleDescription(told)
        for button, end, other in ends:
            if percent == self._sizes[end]:
                if button.hasFocus():
                    other.setFocus(Qt.FocusReason.OtherFocusReason)
                button.setEnabled(False)

    def _step(self, by: int) -> None:
        place = self._sizes.index(self._percent) + by
        self.changed.emit(self._sizes[min(max(place, 0), len(self._sizes) - 1)])
        announce(self, self._told.text())

    def _restyle(self) -> None:
        self._row.setSpacing(self._theme.px(8))
        self._told.setMinimumWidth(self._theme.px(56))
