"""The place of the moving figure: until it is drawn, the posture in words over a mat."""

from __future__ import annotations

from hipcoach.ui.theme import Theme
from hipcoach.ui.today.exercise_tile import Still

HEIGHT = 230
"""Pixels at 100 % text."""


class Stage(Still):
    """The ground and the corners of the player's stage."""

    def __init__(self, theme: Theme, posture: str) -> None:
        super().__init__(theme, posture, HEIGHT)
        self.setProperty("kind", "stage")
        theme.changed.connect(self._restyle)

    def _restyle(self) -> None:
        edge, column = self._theme.px(12), self.layout()
        if column is not None:
            column.setContentsMargins(edge, edge, edge, edge + self._theme.px(24))
        self.updateGeometry()
