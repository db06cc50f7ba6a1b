"""The last change that can be taken back: one for the whole window (product.md section 6)."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from hipcoach.journeys.desk import Back


class LastChange(QObject):
    """Holds one way back, until the next change, or until it is taken or forgotten.

    `made` tells in words what was done, for the bar that offers the way back; "" where the page
    itself does, or nothing can be taken back. `taken_back`: pages have to be shown again.
    """

    made = Signal(str)
    taken_back = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._back: Back | None = None
        self.about = ""

    def keep(self, back: Back | None, told: str = "", *, about: str = "") -> None:
        """A change was made; `back` undoes it, None where nothing can.

        `told` is said where the page itself does not show it; `about` is the id of what changed.
        """
        self._back, self.about = back, about if back else ""
        self.made.emit(told if back else "")

    def forget(self) -> None:
        """The change stands."""
        self.keep(None)

    def take_back(self) -> None:
        """Undo it; nothing where there is nothing to undo. What `back` raises is passed on."""
        if self._back:
            self._back()
            self.forget()
            self.taken_back.emit()
