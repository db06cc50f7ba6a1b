"""The cue below the figure. Room is kept for the longest one, so that nothing moves with them."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from hipcoach.core.text import tr
from hipcoach.ui.icon_view import IconView
from hipcoach.ui.labels import Label
from hipcoach.ui.theme import Theme

BUBBLE, DOWN, GAP = 30, 5, 16
"""Pixels in the design: the icon, how far it stands below the edge, and the gap to the words."""


class CueLine(QWidget):
    """A bubble and the words, at the bottom of as much room as the tallest of the cues needs."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme, self._factor = theme, 1.0
        self._cues: tuple[str, ...] = ()
        self._heights: dict[int, int] = {}
        self._bubble = IconView(theme, "message-circle", BUBBLE)
        self._words = Label(theme, "", "player_cue", wrap=True)
        self._measure = Label(theme, "", "player_cue", wrap=True)
        for part in (self._bubble, self._words, self._measure):
            part.setParent(self)
        self._measure.hide()
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        theme.changed.connect(self._restyle)
        self._restyle()

    def show_cue(self, cue: str, cues: tuple[str, ...]) -> None:
        """One of the exercise's cues, or none."""
        self._words.setText(tr(cue))
        self._bubble.setVisible(bool(cue))
        if cues != self._cues:
            self._cues, self._heights = cues, {}
            self.updateGeometry()
        self._place()

    def set_factor(self, factor: float) -> None:
        """Enlarge with the window."""
        self._factor = factor
        self._restyle()

    def _restyle(self) -> None:
        factor = self._factor / self._theme.scale
        for label in (self._words, self._measure):
            label.set_factor(factor)
        self._bubble.show_icon("message-circle", "ink", BUBBLE * factor)
        self._heights = {}
        self.updateGeometry()
        self._place()

    @property
    def _left(self) -> int:
        return round((BUBBLE + GAP) * self._factor)

    def _place(self) -> None:
        width = self.width() - self._left
        top = max(self.height() - self._words.heightForWidth(width), 0)
        self._words.setGeometry(self._left, top, width, self.height() - top)
        self._bubble.move(0, top + round(DOWN * self._factor))
        self._bubble.resize(self._bubble.sizeHint())

    def _height(self, cue: str, width: int) -> int:
        self._measure.setText(tr(cue))
        return self._measure.heightForWidth(width)

    # Qt's own

    def hasHeightForWidth(self) -> bool:
        """Cues wrap."""
        return True

    def heightForWidth(self, width: int) -> int:
        """The height of the tallest; layouts ask again and again, so it is kept."""
        if width not in self._heights:
            heights = (self._height(cue, width - self._left) for cue in self._cues)
            self._heights[width] = max(heights, default=0)
        return self._heights[width]

    def sizeHint(self) -> QSize:
        """The least: the height follows from the width."""
        return self.minimumSizeHint()

    def minimumSizeHint(self) -> QSize:
        """Wide enough for the longest word of the cue."""
        return self._words.minimumSizeHint() + QSize(self._left, 0) if self._cues else QSize(0, 0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Stand at the bottom."""
        super().resizeEvent(event)
        self._place()
