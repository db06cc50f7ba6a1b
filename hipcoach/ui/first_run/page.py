"""What a step of the first run is to the frame that shows it."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from hipcoach.ui.box import Box
from hipcoach.ui.theme import Theme


class Page(Box):
    """One step: a column of widgets, at most `WIDTH` pixels wide at 100 % text.

    The way on is open while the page is `ready`; `ready_changed` tells that this may have changed.
    """

    WIDTH = 760.0

    ready_changed = Signal()

    def __init__(self, theme: Theme, title: str) -> None:
        super().__init__(theme)
        self.setAccessibleName(title)
        self._limit()
        theme.changed.connect(self._limit)

    @property
    def ready(self) -> bool:
        """Whether one may go on."""
        return True

    def first_control(self) -> QWidget | None:
        """What has the focus when the page comes up; None: the text itself, which scrolls."""
        return None

    def fit(self, width: float) -> None:
        """Lay the page out for an effective width (pixels by text scale)."""

    def _limit(self) -> None:
        self.setMaximumWidth(self.theme.px(self.WIDTH))
