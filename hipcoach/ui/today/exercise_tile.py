"""An exercise of the session: its picture, its name and its rung."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize
from PySide6.QtWidgets import QVBoxLayout, QWidget

from hipcoach.core.format import capitalised
from hipcoach.core.session_card import ExerciseTile as ExerciseView
from hipcoach.core.text import tr
from hipcoach.ui.labels import Label
from hipcoach.ui.layouts import Columns
from hipcoach.ui.still import Still
from hipcoach.ui.theme import Theme


class Tiles(Columns):
    """The exercises' tiles. In one row they share its height: their pictures grow with it."""

    # Qt's own

    def setGeometry(self, rect: QRect) -> None:
        """Put every tile in its place."""
        super().setGeometry(rect)
        if self.columns_in(rect.width()) == len(self._shown()):
            for item in self._shown():
                place = item.geometry()
                item.setGeometry(QRect(place.topLeft(), QSize(place.width(), rect.height())))


class ExerciseTile(QWidget):
    """The picture, at least `picture` pixels high, the name and the rung."""

    def __init__(
        self, theme: Theme, exercise: ExerciseView, picture: float, *, compact: bool
    ) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        posture = capitalised(tr(exercise.posture))
        still = Still(theme, exercise.picture, (0, picture), posture)
        still.let_grow()
        column.addWidget(still, 1)
        column.addSpacing(theme.px(6 if compact else 10))
        name = "small_strong" if compact else "body_strong"
        column.addWidget(Label(theme, tr(exercise.name), name, wrap=True))
        rung = "caption" if compact else "small"
        column.addWidget(Label(theme, capitalised(tr(exercise.rung)), rung, "ink2", wrap=True))
