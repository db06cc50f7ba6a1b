"""Below the wishes: what came of the last press, and the ways to a file."""

from __future__ import annotations

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QWidget

from hipcoach.core.text import tr
from hipcoach.ui.announce import announce
from hipcoach.ui.box import Box
from hipcoach.ui.buttons import Button
from hipcoach.ui.icon_view import IconView
from hipcoach.ui.labels import Label
from hipcoach.ui.spread import Spread
from hipcoach.ui.theme import Theme

TELLS = 1000
"""Milliseconds after which it is said that something takes long."""


class Foot(Box):
    """What is pressed is told."""

    save_asked = Signal()
    print_asked = Signal()
    open_asked = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, spacing=12)
        self._told = Told(theme)
        self._told.open_asked.connect(self.open_asked)
        self.save = Button(theme, tr("Save PDF"), "primary", icon="download", size="large")
        self.print = Button(theme, tr("Open to print"), icon="printer", size="large")
        self._buttons, row = QWidget(), Spread()
        self._buttons.setLayout(row)
        row.addWidget(self.save)
        row.addWidget(self.print)
        self._row = row
        self.add(self._told, self._buttons)
        self.save.clicked.connect(self.save_asked)
        self.print.clicked.connect(self.print_asked)
        self._slow = QTimer(self, singleShot=True, interval=TELLS)
        self._slow.timeout.connect(lambda: self._told.show_told(tr("Making the pages ...")))
        self._fit()
        theme.changed.connect(self._fit)

    def show_busy(self) -> None:
        """The file is being made; it is said where that takes long."""
        self._told.hide()
        self._slow.start()

    def show_done(self, told: str, *, opens: bool = False) -> None:
        """What was done; with `opens` there is something to open."""
        self._slow.stop()
        self._told.show_told(told, "done", opens=opens)

    def show_problem(self, told: str) -> None:
        """Why it was not done, "" for nothing to say."""
        self._slow.stop()
        self._told.show_told(told, "problem")

    def _fit(self) -> None:
        self._row.set_measures(self.theme.px(12), self.save.sizeHint().width())


class Told(Box):
    """A sentence with an edge that says whether it went well."""

    open_asked = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        self._frame = Box(theme, across=True, spacing=10, edges=(14, 8, 14, 8))
        self._mark = IconView(theme, "circle-check", 20, "on_primary_soft")
        self._row, words = Spread(), QWidget()
        self._words = Label(theme, "", "small", wrap=True)
        self._words.setMinimumWidth(1)  # a file's name may be one word without an end
        self._open = Button(theme, tr("Open"), "quiet", size="small", name=tr("Open the report"))
        self._row.addWidget(self._words)
        self._row.addWidget(self._open)
        words.setLayout(self._row)
        self._frame.add(self._mark)
        self._frame.box.addWidget(words, 1)
        self.add(self._frame)
        self._open.clicked.connect(self.open_asked)
        self.hide()
        self._fit()
        theme.changed.connect(self._fit)

    def show_told(self, told: str, kind: str = "", *, opens: bool = False) -> None:
        """Say how it went; "" says nothing more."""
        kinds = {"done": "assured", "problem": "wrong"}
        self._frame.setProperty("kind", kinds.get(kind, "inset"))
        self._frame.style().unpolish(self._frame)
        self._frame.style().polish(self._frame)
        self._mark.setVisible(kind == "done")
        self._words.setText(told)
        self._words.set_style("small", "on_primary_soft" if kind == "done" else "ink")
        self._open.setVisible(opens)
        self.setVisible(bool(told))
        announce(self, told)

    def _fit(self) -> None:
        self._row.set_measures(self.theme.px(10), self.theme.px(120))
        self._frame.setMinimumHeight(self.theme.px(44))
