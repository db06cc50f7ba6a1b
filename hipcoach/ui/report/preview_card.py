"""The page as it will be: where it was made, which page it is, and the page itself."""

from __future__ import annotations

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QImage, QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from hipcoach.core.text import tr
from hipcoach.ui.announce import announce
from hipcoach.ui.box import Box
from hipcoach.ui.icon_view import IconView
from hipcoach.ui.labels import Label
from hipcoach.ui.report.pager import Pager, page_words
from hipcoach.ui.report.sheet_view import SheetView
from hipcoach.ui.spread import Spread
from hipcoach.ui.theme import Theme

DIMS, TELLS = 150, 1000
"""Milliseconds after which an old picture is dimmed, and after which it is said why."""


class PreviewCard(Box):
    """Shows page after page. `turned`: a page is asked for by its number.

    `outgrown`: a picture of another size is wanted, see `SheetView`.
    """

    turned = Signal(int)
    outgrown = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, spacing=8, edges=(12, 8, 12, 14), kind="inset-card")
        self._number = self._pages = 1
        self.sheet = SheetView(theme)
        self._head, self._pager = Spread(to_right=True), Pager(theme)
        self._head.addWidget(_assurance(theme))
        self._head.addWidget(self._pager)
        self.box.addLayout(self._head)
        self.box.addWidget(self.sheet, 1)
        self._dims = QTimer(self, singleShot=True, interval=DIMS)
        self._tells = QTimer(self, singleShot=True, interval=TELLS)
        self._connect()
        self._name_sheet("")
        self._fit()

    def show_waiting(self) -> None:
        """Another page is being made: the old one is dimmed, and it is said where it takes long."""
        if not self._tells.isActive():
            self._dims.start()
            self._tells.start()

    def show_sheet(self, image: QImage, number: int, pages: int, summary: str) -> None:
        """A page as it is now, and what the report says in short."""
        self._rest()
        if number != self._number:
            announce(self.sheet, page_words(number, pages))
        self._number, self._pages = number, pages
        self._pager.show_page(number, pages)
        self.sheet.show_image(image)
        self._name_sheet(summary)

    def show_problem(self, told: str) -> None:
        """Why there is no page; "": the dates beside it say it."""
        self._rest()
        self.sheet.show_old()
        self.sheet.show_note(told)
        announce(self, told)

    def _rest(self) -> None:
        self._dims.stop()
        self._tells.stop()
        self.sheet.show_note("")

    def _on_slow(self) -> None:
        self.sheet.show_note(tr("Making the page ..."))
        announce(self, tr("Making the page ..."))

    def _name_sheet(self, summary: str) -> None:
        self.sheet.setAccessibleName(tr("Report, page {n} of {of}", n=self._number, of=self._pages))
        self.sheet.setAccessibleDescription(summary)

    def _turn(self, by: int) -> None:
        if 1 <= self._number + by <= self._pages:
            self.turned.emit(self._number + by)

    def _connect(self) -> None:
        self.sheet.outgrown.connect(self.outgrown)
        self.sheet.turned.connect(self._turn)
        self._pager.turned.connect(self._turn)
        self._dims.timeout.connect(self.sheet.show_old)
        self._tells.timeout.connect(self._on_slow)
        for key, by in (("Ctrl+PgUp", -1), ("Ctrl+PgDown", 1)):
            QShortcut(QKeySequence(key), self).activated.connect(lambda by=by: self._turn(by))
        self.theme.changed.connect(self._fit)

    def _fit(self) -> None:
        self._head.set_measures(self.theme.px(12), self.theme.px(160))


def _assurance(theme: Theme) -> QWidget:
    """Where the page was made, and where it goes."""
    box = Box(theme, across=True, spacing=8)
    box.add(IconView(theme, "lock", 16, "ink2"))
    told = tr("Made on this computer, sent nowhere")
    box.box.addWidget(Label(theme, told, "small", "ink2", wrap=True), 1)
    return box
