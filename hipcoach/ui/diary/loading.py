"""Loads what draws the chart, beside the window's own thread.

pyqtgraph and numpy take half a second to import, in one piece. In a thread of its own the import
keeps the window waiting for about 10 ms at a time (measured), and no object of Qt comes out of it.
"""

from __future__ import annotations

import os
import sys
from functools import partial
from importlib import import_module

from PySide6.QtCore import QObject, Signal

from hipcoach.ui.worker import Worker

CHART = "hipcoach.ui.diary.chart"


class ChartLoader(QObject):
    """`ready` is told once, when the chart can be imported at once."""

    ready = Signal()

    def __init__(self, worker: Worker) -> None:
        super().__init__()
        self._worker, self._is_begun = worker, False

    @property
    def is_ready(self) -> bool:
        """Whether the chart is loaded."""
        return CHART in sys.modules and not self._worker.is_busy(CHART)

    def start(self) -> None:
        """Begin to load it, unless that was begun."""
        if not self._is_begun:
            self._is_begun = True
            os.environ["PYQTGRAPH_QT_LIB"] = "PySide6"  # another Qt may be installed
            self._worker.ask(CHART, partial(import_module, CHART), lambda _: self.ready.emit())
