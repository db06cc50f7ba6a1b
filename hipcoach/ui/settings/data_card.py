"""Where the diary is, and its backups."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from hipcoach.core.text import tr
from hipcoach.ui.announce import announce
from hipcoach.ui.box import Box
from hipcoach.ui.buttons import Button
from hipcoach.ui.labels import Label
from hipcoach.ui.settings.card import GAP, HEIGHT, LEAST, NAME, SettingsCard
from hipcoach.ui.settings.copy_line import CopyLine
from hipcoach.ui.spread import Spread
from hipcoach.ui.theme import Theme


class DataCard(SettingsCard):
    """Shows folder and backups; what is pressed is told."""

    open_asked = Signal()
    list_asked = Signal()
    backup_asked = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, "hard-drive", tr("Data folder and backups"))
        self._path = CopyLine(theme, tr("Path of the data folder"))
        self._summary = Label(theme, "", "caption", "ink2", wrap=True)
        self._open = _button(theme, tr("Open"), "folder", tr("Open the data folder"))
        self.list = _button(theme, tr("Show backups"), "history")
        self._now = _button(theme, tr("Back up now"))
        folder = _Row(theme, tr("Data folder"), self._path, self._open)
        backups = _Row(theme, tr("Backups"), self._summary, self.list, self._now)
        self.add_widget(folder, tr("Data folder Open path file disk"))
        self.add_widget(backups, tr("Backups Show backups Back up now restore copy"))
        self._open.clicked.connect(self.open_asked)
        self.list.clicked.connect(self.list_asked)
        self._now.clicked.connect(self.backup_asked)

    def show_folder(self, path: str) -> None:
        """Where the diary is."""
        self._path.show_text(path)

    def show_summary(self, told: str) -> None:
        """What there is of backups, or what is done about them now."""
        self._summary.setText(told)
        self._now.setAccessibleDescription(told)

    def show_busy(self) -> None:
        """A backup is being made."""
        self.show_summary(tr("Backing up..."))
        announce(self, tr("Backing up..."))


def _button(theme: Theme, text: str, icon: str = "", name: str = "") -> Button:
    return Button(theme, text, icon=icon, size="small", name=name)


class _Row(QWidget):
    """A name with what there is below it, and the buttons at the right or below."""

    def __init__(self, theme: Theme, name: str, what: QWidget, *buttons: QWidget) -> None:
        super().__init__()
        self._theme, self._row = theme, Spread()
        words = Box(theme)
        words.add(Label(theme, name, NAME, wrap=True), what)
        for part in (words, *buttons):
            self._row.addWidget(part)
        self.setLayout(self._row)
        self._restyle()
        theme.changed.connect(self._restyle)

    def _restyle(self) -> None:
        px = self._theme.px
        self._row.set_measures(px(GAP / 2), px(LEAST))
        self._row.setContentsMargins(0, px(4), 0, px(4))
        self.setMinimumHeight(px(HEIGHT))
