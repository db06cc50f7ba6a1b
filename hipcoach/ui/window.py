"""The window: the rail beside one page, or one page alone."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QMainWindow, QStackedWidget, QVBoxLayout, QWidget

from hipcoach.ui.focus_ring import FocusRing
from hipcoach.ui.keys.field_keys import FieldKeys
from hipcoach.ui.rail import Place, Rail
from hipcoach.ui.theme import Theme
from hipcoach.ui.undo_bar import UndoBar

FIRST_SIZE = QSize(1280, 800)
SMALLEST = QSize(640, 480)
FULL_FROM = 1160
"""The effective width (width by text scale) from which the full layout is shown (design.md 3)."""


class Window(QMainWindow):
    """Shows the pages it is given by name. `closing` is asked before it closes.

    `painted` is told once, after the first picture is on the screen; `page_shown` whenever another
    page is.
    """

    painted = Signal()
    page_shown = Signal(str)
    close_asked = Signal()

    def __init__(self, theme: Theme, places: tuple[Place, ...]) -> None:
        super().__init__()
        self._theme = theme
        self._pages: dict[str, QWidget] = {}
        self._places: dict[str, str] = {}
        self._is_painted = False
        self.may_close = True
        self.setWindowTitle("HipCoach")
        self.resize(FIRST_SIZE)
        self.setMinimumSize(SMALLEST)
        self.rail = Rail(theme, places)
        self._beside = QStackedWidget()
        self._alone = QStackedWidget()
        self.setCentralWidget(self._alone)
        self._alone.addWidget(self._shell())
        self.undo_bar = UndoBar(theme, self)
        self.focus_ring = FocusRing(self, theme)
        FieldKeys(self)
        theme.changed.connect(self._fit_rail)

    def add_page(self, name: str, page: QWidget, *, alone: bool = False, place: str = "") -> None:
        """Take a page into the stack beside the rail, or into the one that hides the rail.

        It takes the place of an earlier one of its name. `place` is the rail's page that it lies
        behind, "" where it is one itself.
        """
        if earlier := self._pages.pop(name, None):
            earlier.deleteLater()
        self._pages[name], self._places[name] = page, place or name
        (self._alone if alone else self._beside).addWidget(page)

    def show_page(self, name: str) -> None:
        """Show a page that was added."""
        page = self._pages[name]
        if self._alone.indexOf(page) >= 0:
            self._alone.setCurrentWidget(page)
        else:
            self._alone.setCurrentIndex(0)
            self._beside.setCurrentWidget(page)
            self.rail.show_page(self._places[name])
        self.page_shown.emit(name)

    def add_below(self, widget: QWidget) -> None:
        """Put a widget below whatever page is shown beside the rail."""
        self._column.addWidget(widget)

    @property
    def shown(self) -> str:
        """The name of the page that is shown, "" before the first."""
        inner = self._alone.currentWidget()
        page = self._beside.currentWidget() if self._alone.currentIndex() == 0 else inner
        return next((name for name, known in self._pages.items() if known is page), "")

    @property
    def place(self) -> str:
        """The rail's page that is shown, or that the page that is shown lies behind."""
        return self._places.get(self.shown, "")

    @property
    def beside_rail(self) -> bool:
        """Whether a page is shown beside the rail: none that stands alone, as a session does."""
        return self._alone.currentIndex() == 0

    def has_page(self, name: str) -> bool:
        """Whether a page of this name was added."""
        return name in self._pages

    def come_forward(self) -> None:
        """Raise the window, as a second start of HipCoach asks."""
        self.setWindowState(self.windowState() & ~Qt.WindowState.WindowMinimized)
        self.show()
        self.raise_()
        self.activateWindow()

    def _shell(self) -> QWidget:
        shell = QWidget()
        row = QHBoxLayout(shell)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.rail)
        self._column = QVBoxLayout()
        self._column.addWidget(self._beside, 1)
        row.addLayout(self._column, 1)
        return shell

    def _fit_rail(self) -> None:
        self.rail.show_compact(compact=self.width() / self._theme.scale < FULL_FROM)

    # Qt's own

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Narrow the rail where there is little room."""
        super().resizeEvent(event)
        self._fit_rail()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Close, unless a session asks first."""
        if self.may_close:
            super().closeEvent(event)
        else:
            event.ignore()
            self.close_asked.emit()

    def event(self, event: QEvent) -> bool:
        """Tell when the first picture is painted."""
        done = super().event(event)
        if event.type() is QEvent.Type.UpdateRequest and not self._is_painted and self.shown:
            self._is_painted = True
            QTimer.singleShot(0, self, self.painted.emit)
        return done
