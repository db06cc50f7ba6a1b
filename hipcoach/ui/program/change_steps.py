"""The steps before a program begins: what changes, the bridge, the bands; each only where asked."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from hipcoach.core.catalogue import Catalogue
from hipcoach.core.change_view import ChangeView
from hipcoach.core.program_view import ProgramFacts
from hipcoach.core.run import Band
from hipcoach.core.text import say, tr
from hipcoach.ui.first_run.bridge_page import BridgePage
from hipcoach.ui.first_run.frame import Frame, Ways
from hipcoach.ui.first_run.kit_page import KitPage
from hipcoach.ui.first_run.page import Page
from hipcoach.ui.program.change_page import ChangePage
from hipcoach.ui.theme import Theme


@dataclass(frozen=True, slots=True, kw_only=True)
class Agreed:
    """What was answered. `able`: 6 tidy bridges on one leg; None for what was not asked."""

    program: str
    able: bool | None = None
    bands: tuple[Band, ...] | None = None


class ChangeSteps(QWidget):
    """One page after the other. `agreed` carries the answers; `left`: the way back from the first.

    Nothing is stored here.
    """

    agreed = Signal(Agreed)
    left = Signal()

    def __init__(self, theme: Theme, catalogue: Catalogue) -> None:
        super().__init__()
        self._theme, self._catalogue = theme, catalogue
        self._frame = Frame(theme, tr("Your program"))
        self._makers: list[Callable[[], Page]] = []
        self._pages: list[Page] = []
        self._program, self._begins = "", ""
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._frame)

    def begin(self, facts: ProgramFacts, change: ChangeView | None, *, asks_bands: bool) -> None:
        """Show the first step; where there is none, the program begins at once."""
        self._program, self._pages = facts.id, []
        self._begins = tr("Change to this program") if change else tr("Start this program")
        self._makers = []
        if change:
            self._makers.append(lambda: ChangePage(self._theme, change))
        if facts.asks_bridge:
            self._makers.append(lambda: BridgePage(self._theme))
        if asks_bands:
            self._makers.append(lambda: self._kit_page(facts))
        self._show(0)

    def _show(self, step: int) -> None:
        """Show the step, as it was answered before; past the last one, tell the answers."""
        if step < 0:
            self.left.emit()
        elif step >= len(self._makers):
            self.agreed.emit(self._answers())
        else:
            page = self._makers[step]()
            self._pages[step:] = [page]
            last = step == len(self._makers) - 1
            ways = Ways(
                back=lambda: self._show(step - 1),
                on=lambda: self._show(step + 1),
                on_text=self._begins if last else "",
            )
            self._frame.show_page(page, ways)

    def _kit_page(self, facts: ProgramFacts) -> KitPage:
        levels = [self._catalogue.bands[level] for level in sorted(self._catalogue.bands)]
        return KitPage(self._theme, map(say, facts.kit), levels, self._catalogue.texts)

    def _answers(self) -> Agreed:
        able, bands = None, None
        for page in self._pages:
            if isinstance(page, BridgePage):
                able = page.able
            elif isinstance(page, KitPage):
                bands = page.bands
        return Agreed(program=self._program, able=able, bands=bands)

    # Qt's own

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc leads to the step before, as Back does."""
        if event.key() == Qt.Key.Key_Escape:
            self._show(len(self._pages) - 2)
        else:
            super().keyPressEvent(event)
