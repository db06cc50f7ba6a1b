"""The safety questions outside the first run: when they are due again, or something is new."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from hipcoach.journeys.desk import Desk
from hipcoach.ui.first_run.frame import Frame
from hipcoach.ui.first_run.screening_flow import ScreeningFlow
from hipcoach.ui.theme import Theme


class Safety(QWidget):
    """A page of the window that asks what the gate asks for; its signals are the flow's."""

    passed = Signal()
    stopped = Signal(object)
    left = Signal()

    def __init__(self, theme: Theme, desk: Desk) -> None:
        super().__init__()
        frame = Frame(theme)
        self._flow = ScreeningFlow(theme, frame, desk, can_leave=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(frame)
        self._flow.passed.connect(self.passed)
        self._flow.stopped.connect(self.stopped)
        self._flow.left.connect(self.left)

    def start(self) -> None:
        """The stop that holds, or the screening that is due; `passed` at once without either."""
        self._flow.start()

    def ask_new_signs(self) -> None:
        """The list behind "Something is new"."""
        self._flow.ask_new_signs()
