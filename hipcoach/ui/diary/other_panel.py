"""The panel behind "Session or days away": which entry that is no pain rating."""

from __future__ import annotations

from PySide6.QtCore import Signal

from hipcoach.core.text import tr
from hipcoach.ui.box import Box
from hipcoach.ui.buttons import Button
from hipcoach.ui.diary.panel_frame import PanelFrame
from hipcoach.ui.labels import Label
from hipcoach.ui.theme import Theme

GAP = 20


class OtherPanel(PanelFrame):
    """Two ways on, each with a sentence about it; there is nothing to save here."""

    session_asked = Signal()
    period_asked = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        self.show_title(tr("Session or days away"))
        self.foot.hide()
        self._session = Button(theme, tr("Session without the app"), icon="dumbbell")
        self._period = Button(theme, tr("Flare-up or days away"), icon="calendar-days")
        session = tr("Exercises of your program that you did on your own.")
        period = tr("Days of a flare-up, days away, or days when you were ill.")
        self.body.add(self._choice(self._session, session), self._choice(self._period, period))
        self._session.clicked.connect(self.session_asked)
        self._period.clicked.connect(self.period_asked)
        self._space()
        theme.changed.connect(self._space)

    def ask(self) -> None:
        """From the top, the focus on the first way."""
        self.begin(self._session)

    def _choice(self, button: Button, about: str) -> Box:
        choice = Box(self.theme, spacing=6)
        choice.add(button, Label(self.theme, about, "small", "ink2", wrap=True))
        button.setAccessibleDescription(about)
        return choice

    def _space(self) -> None:
        self.body.box.setSpacing(self.theme.px(GAP))
