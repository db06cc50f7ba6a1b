"""How the exercise is done: the figure, the start position, the steps."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from hipcoach.core.exercise_view import ExerciseView
from hipcoach.core.text import tr
from hipcoach.ui.box import ACROSS, DOWN, Box
from hipcoach.ui.card import Card
from hipcoach.ui.exercise.headed import Said
from hipcoach.ui.exercise.stage import Stage
from hipcoach.ui.icon_view import IconView
from hipcoach.ui.labels import Label
from hipcoach.ui.theme import Theme
from hipcoach.ui.tokens import TextStyle

DIGIT = TextStyle(size=14, line=20, weight=600)
DISC = 26
BESIDE_FROM = 640
"""Pixels at 100 % text from which the words stand beside the figure."""

TOP = Qt.AlignmentFlag.AlignTop


class HowCard(Card):
    """The figure, and beside or below it how to get into position and what to do."""

    def __init__(self, theme: Theme, view: ExerciseView) -> None:
        super().__init__(theme, padding=20, spacing=16)
        self._body, words = Box(theme, spacing=16), Box(theme, spacing=16)
        words.add(Said(theme, tr("Start position"), tr(view.start)))
        steps = Box(theme, spacing=8)
        steps.add(Label(theme, tr("Steps"), "small_strong", "ink2"))
        steps.add(*(_Step(theme, n, tr(text)) for n, text in enumerate(view.steps, start=1)))
        words.add(steps)
        words.box.addStretch(1)
        self.stage = Stage(theme, view)
        self._body.box.addWidget(self.stage, 1)
        self._body.box.addWidget(words, 1)
        self.column.addWidget(self._body)
        self.column.addWidget(_notes(theme, view))

    # Qt's own

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The words beside the figure where both have room."""
        super().resizeEvent(event)
        room = self.width() >= self._theme.px(BESIDE_FROM)
        self._body.box.setDirection(ACROSS if room else DOWN)
        for place in range(2):
            self._body.box.setStretch(place, 1 if room else 0)


def _notes(theme: Theme, view: ExerciseView) -> Box:
    """What is said of this exercise, and of the breath in every one."""
    notes = Box(theme, spacing=8, edges=(12, 10, 12, 10), kind="inset")
    for text in _good_to_know(view):
        row = Box(theme, across=True, spacing=10)
        row.box.addWidget(IconView(theme, "message-circle", 20, "ink2"), 0, TOP)
        row.box.addWidget(Label(theme, text, "small", wrap=True), 1)
        notes.add(row)
    return notes


def _good_to_know(view: ExerciseView) -> Iterator[str]:
    yield from map(tr, view.notes)
    yield tr(view.breathing)


class _Step(Box):
    """A number on a disc, and the step."""

    def __init__(self, theme: Theme, number: int, text: str) -> None:
        super().__init__(theme, across=True, spacing=12)
        self.box.addWidget(_Disc(theme, str(number)), 0, TOP)
        self.box.addWidget(Label(theme, text, "body", wrap=True), 1)


class _Disc(QWidget):
    def __init__(self, theme: Theme, number: str) -> None:
        super().__init__()
        self._theme, self._number = theme, number
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.updateGeometry)

    # Qt's own

    def sizeHint(self) -> QSize:
        """As high as wide."""
        return QSize(self._theme.px(DISC), self._theme.px(DISC))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Disc and number."""
        disc = QRectF(self.rect())
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.colour("primary_soft"))
        painter.drawEllipse(disc)
        painter.setPen(self._theme.colour("on_primary_soft"))
        painter.setFont(self._theme.font(DIGIT))
        painter.drawText(disc, Qt.AlignmentFlag.AlignCenter, self._number)
        painter.end()
