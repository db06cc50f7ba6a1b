"""Keeps the screen awake, through whatever the system offers; where it offers nothing, not."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

if TYPE_CHECKING:
    from wakepy import Mode


class Awake(QObject):
    """Keeps the screen awake between `hold` and `release`.

    Importing and asking take tens of milliseconds each: both wait for the window to be idle, one
    after the other, so that no picture and no boundary is late.
    """

    def __init__(self) -> None:
        super().__init__()
        self._is_wanted = False
        self._mode: Mode | None = None
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self._on_idle)
        self._is_loaded = False

    def hold(self) -> None:
        """Keep the screen awake, soon."""
        self._is_wanted = True
        if self._mode is None:
            self._timer.start(0)

    def release(self) -> None:
        """Let the screen sleep again."""
        self._is_wanted = False
        self._timer.stop()
        if self._mode is not None:
            self._mode.__exit__(None, None, None)
            self._mode = None

    def _on_idle(self) -> None:
        from wakepy import keep

        if not self._is_loaded:
            self._is_loaded = True
            self._timer.start(0)
        elif self._is_wanted:
            self._mode = keep.presenting(on_fail="pass")
            self._mode.__enter__()
