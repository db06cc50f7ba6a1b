"""The foot of a program's card: once a day, and the way to another program."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from hipcoach.core.program_view import ProgramsView
from hipcoach.core.text import say, tr
from hipcoach.ui.box import Box
from hipcoach.ui.buttons import Button
from hipcoach.ui.controls.switch import Switch
from hipcoach.ui.labels import Label
from hipcoach.ui.spread import Spread
from hipcoach.ui.theme import Theme

GAP, LEAST = 16, 180


class CardFoot(Box):
    """The running program has its state here and, with two sessions a day, a switch.

    Another one has the filled button, unless none may be started now: then it says why.
    """

    once_chosen = Signal(bool)
    asked = Signal()

    def __init__(self, theme: Theme, view: ProgramsView, program: str) -> None:
        super().__init__(theme)
        self._row = Spread(to_right=True)
        self.box.addLayout(self._row)
        if view.run and view.run.program == program:
            if view.run.once is not None:
                self._row.addWidget(self._once(on=view.run.once))
            self._row.addWidget(Label(theme, say(view.run.since), "small", "ink2"))
        elif view.refused:
            self._row.addWidget(Label(theme, say(view.refused), "small", "ink2", wrap=True))
        else:
            self._row.addWidget(QWidget())
            self._row.addWidget(self._main(tr("Change to this program") if view.run else ""))
        self._fit()
        theme.changed.connect(self._fit)

    def _once(self, *, on: bool) -> Box:
        name = tr("Once a day instead")
        box, switch = Box(self.theme, across=True, spacing=8), Switch(self.theme, name)
        switch.setObjectName("once")
        switch.show_on(on)
        switch.toggled.connect(self.once_chosen)
        box.add(switch)
        box.box.addWidget(Label(self.theme, name, "small", wrap=True), 1)
        return box

    def _main(self, text: str) -> Button:
        button = Button(self.theme, text or tr("Start this program"), "primary")
        button.setObjectName("main")
        button.clicked.connect(self.asked)
        return button

    def _fit(self) -> None:
        self._row.set_measures(self.theme.px(GAP), self.theme.px(LEAST))
