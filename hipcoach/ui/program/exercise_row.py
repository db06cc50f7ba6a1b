"""An exercise of the program: a row to press, for all that there is to say about it."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QSizePolicy, QWidget

from hipcoach.core.asked_view import AskedView
from hipcoach.core.format import capitalised
from hipcoach.core.text import say, tr
from hipcoach.ui.box import ACROSS, DOWN, Box
from hipcoach.ui.icon_view import IconView
from hipcoach.ui.labels import Label
from hipcoach.ui.still import Still
from hipcoach.ui.theme import Theme

PICTURE = 84, 54
"""Pixels at 100 % text."""

BESIDE_FROM = 560
"""Pixels at 100 % text from which the dose stands beside the name."""


class ExerciseRow(QAbstractButton):
    """Name, where its muscles are, dose and sides; where the dose is changed, it says so."""

    def __init__(self, theme: Theme, asked: AskedView) -> None:
        super().__init__()
        self._theme = theme
        self.setObjectName(asked.exercise)
        self.setAccessibleName(_told(asked))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        self._texts = Box(theme, across=True, spacing=16)
        self._texts.box.addWidget(_name(theme, asked), 5)
        self._dose = _Dose(theme, asked)
        self._texts.box.addWidget(self._dose, 5)
        self._row = QHBoxLayout(self)
        self._row.addWidget(Still(theme, asked.picture, PICTURE))
        self._row.addWidget(self._texts, 1)
        self._row.addWidget(IconView(theme, "chevron-right", 20, "ink2"))
        for part in self.findChildren(QWidget):
            part.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._restyle()
        theme.changed.connect(self._restyle)

    def _restyle(self) -> None:
        px = self._theme.px
        self._row.setContentsMargins(0, px(7), 0, px(7))
        self._row.setSpacing(px(16))
        self._fit()

    def _fit(self) -> None:
        beside = self.width() >= self._theme.px(BESIDE_FROM)
        self._texts.box.setDirection(ACROSS if beside else DOWN)
        self._texts.box.setSpacing(self._theme.px(16 if beside else 2))
        self._dose.arrange(beside=beside)

    # Qt's own

    def sizeHint(self) -> QSize:
        """What its texts need."""
        return self._row.sizeHint()

    def minimumSizeHint(self) -> QSize:
        """What its longest words need."""
        return self._row.minimumSize()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The dose below the name where there is no room beside it."""
        super().resizeEvent(event)
        self._fit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Press on Enter too."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and not event.isAutoRepeat():
            self.click()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The ground under the pointer."""
        if self.isDown() or self.underMouse():
            painter = QPainter(self)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._theme.colour("hover" if self.isDown() else "inset"))
            radius = self._theme.px(12)
            painter.drawRoundedRect(QRectF(self.rect()), radius, radius)
            painter.end()


def _told(asked: AskedView) -> str:
    """The row as a screen reader says it."""
    parts = [asked.name, asked.dose, asked.sides]
    told = ", ".join(map(say, parts))
    return tr("{row}, changed by you", row=told) if asked.changed else told


def _name(theme: Theme, asked: AskedView) -> Box:
    box = Box(theme)
    box.box.addStretch(1)
    box.add(Label(theme, say(asked.name), "body_strong", wrap=True))
    if asked.places:
        box.add(Label(theme, capitalised(say(asked.places)), "small", "ink2", wrap=True))
    if asked.rung:
        rung = tr("Now: {rung}", rung=say(asked.rung))
        box.add(Label(theme, rung, "small", "ink2", wrap=True))
    box.box.addStretch(1)
    return box


class _Dose(Box):
    """Dose and sides; below, what the user changed, and what the program has instead."""

    def __init__(self, theme: Theme, asked: AskedView) -> None:
        super().__init__(theme, spacing=4)
        self._row = Box(theme, across=True, spacing=16)
        self._row.add(Label(theme, say(asked.dose), "small", wrap=True))
        self._row.add(Label(theme, say(asked.sides), "small", "ink2", wrap=True))
        self.box.addStretch(1)
        self.add(self._row)
        if asked.changed and asked.own:
            told = tr("Changed: {changes}", changes=say(asked.changed))
            mark = Box(theme, across=True, spacing=6)
            mark.add(IconView(theme, "pencil", 16))
            mark.box.addWidget(Label(theme, told, "small_strong", wrap=True), 1)
            self.add(mark)
            own = tr("As the program has it: {dose}", dose=say(asked.own))
            self.add(Label(theme, own, "caption", "ink3", wrap=True))
        self.box.addStretch(1)

    def arrange(self, *, beside: bool) -> None:
        """The sides in a column of their own, or right after the dose."""
        for place, stretch in enumerate((3, 2) if beside else (0, 1)):
            self._row.box.setStretch(place, stretch)
