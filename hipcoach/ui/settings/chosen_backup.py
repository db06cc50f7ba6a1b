"""The backup that was chosen: what is in it, and bringing it back, which is asked once more."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from hipcoach.core.text import tr
from hipcoach.ui.announce import announce
from hipcoach.ui.box import Box
from hipcoach.ui.buttons import Button
from hipcoach.ui.labels import Label
from hipcoach.ui.layouts import Flow
from hipcoach.ui.theme import Theme


class ChosenBackup(Box):
    """Shown below the backup. `confirmed`: let it be the diary."""

    confirmed = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, spacing=12, edges=(20, 14, 20, 16), kind="inset")
        self._inside = self._when = ""
        self._told = Label(theme, wrap=True)
        self.restore = Button(theme, tr("Restore this one"), icon="history")
        self._confirm = Button(theme, tr("Bring it back"), "primary")
        self._keep = Button(theme, tr("Leave the diary as it is"))
        self._buttons = Flow()
        for button in (self.restore, self._confirm, self._keep):
            self._buttons.addWidget(button)
        self.add(self._told)
        self.box.addLayout(self._buttons)
        self.restore.clicked.connect(self._ask)
        self._confirm.clicked.connect(self.confirmed)
        self._keep.clicked.connect(self.take_back)
        self._space_buttons()
        theme.changed.connect(self._space_buttons)

    def follow(self, tile: QWidget) -> None:
        """Be what the Tab key leads to from the backup."""
        self.setTabOrder(tile, self.restore)
        self.setTabOrder(self.restore, self._confirm)
        self.setTabOrder(self._confirm, self._keep)

    def show_looking(self, percent: int) -> None:
        """It is being read."""
        self._show(tr("Looking into the backup... {percent} %", percent=percent))

    def show_useless(self, told: str) -> None:
        """It cannot be read; nothing can be done with it."""
        self._show(told)
        announce(self, told)

    def show_inside(self, told: str, when: str) -> None:
        """What is in it; `when` it is of, for the question."""
        self._inside, self._when = told, when
        self._show(told, self.restore)
        announce(self, told)

    @property
    def is_asking(self) -> bool:
        """Whether the question is put."""
        return not self._keep.isHidden()

    def take_back(self) -> None:
        """The question is answered with no."""
        self._show(self._inside, self.restore)
        self.restore.setFocus(Qt.FocusReason.OtherFocusReason)

    def _ask(self) -> None:
        kept = tr("Your diary of now is kept as a backup.")
        comes = tr("The one of {when} comes back.", when=self._when)
        self._show(f"{kept} {comes}", self._confirm, self._keep)
        announce(self, f"{kept} {comes}")
        self._keep.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show(self, told: str, *buttons: Button) -> None:
        """A text and the buttons that belong to it; one that goes away has no focus any more."""
        self._told.setText(told)
        for button in (self.restore, self._confirm, self._keep):
            if button in buttons:
                button.show()
        for button in (self.restore, self._confirm, self._keep):
            button.setVisible(button in buttons)

    def _space_buttons(self) -> None:
        self._buttons.setSpacing(self.theme.px(12))
