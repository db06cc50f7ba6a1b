"""A group: controls that answer one question, with a name for screen readers and no look."""

from __future__ import annotations

from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QGroupBox


class Group(QGroupBox):
    """Holds controls; its name is said before theirs."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setAccessibleName(name)

    # Qt's own

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Nothing to see."""
