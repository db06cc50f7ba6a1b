"""An exercise of the session: the place of its picture, its name and its rung."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QSizePolicy, QVBoxLayout, QWidget

from hipcoach.core.format import capitalised
from hipcoach.core.session_card import ExerciseTile as ExerciseView
from hipcoach.core.text import tr
from hipcoach.ui.labels import Label
from hipcoach.ui.layouts import Columns
from hipcoach.ui.mat import paint_mat
from hipcoach.ui.theme import Theme

MIDDLE = Qt.AlignmentFlag.AlignHCenter


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
    """The posture over a mat, at least `picture` pixels high, the name and the rung."""

    def __init__(
        self, theme: Theme, exercise: ExerciseView, picture: float, *, compact: bool
    ) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(Still(theme, capitalised(tr(exercise.posture)), picture), 1)
        column.addSpacing(theme.px(6 if compact else 10))
        name = "small_strong" if compact else "body_strong"
        column.addWidget(Label(theme, tr(exercise.name), name, wrap=True))
        rung = "caption" if compact else "small"
        column.addWidget(Label(theme, capitalised(tr(exercise.rung)), rung, "ink2", wrap=True))


class Still(QFrame):
    """The place of the picture: the posture in words, over a mat."""

    def __init__(self, theme: Theme, posture: str, height: float) -> None:
        super().__init__()
        self._theme, self._height = theme, height
        self.setProperty("kind", "still")
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Expanding)
        column = QVBoxLayout(self)
        edge = theme.px(12)
        column.setContentsMargins(edge, edge, edge, edge + theme.px(24))
        column.addWidget(Label(theme, posture, "label", "ink2", wrap=True, align=MIDDLE), 1)

    # Qt's own

    def hasHeightForWidth(self) -> bool:
        """It takes what height there is."""
        return False

    def sizeHint(self) -> QSize:
        """Its least height, and room for the words."""
        words = super().minimumSizeHint()
        return QSize(words.width(), max(words.height(), self._theme.px(self._height)))

    def minimumSizeHint(self) -> QSize:
        """All of it."""
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The ground, and the mat below the words."""
        super().paintEvent(event)
        painter = QPainter(self)
        paint_mat(painter, self._theme, QRectF(self.rect()))
        painter.end()
