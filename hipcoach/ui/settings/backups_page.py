"""All backups, the latest diary first, and below the chosen one what is in it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout

from hipcoach.core.backup_view import BackupRow, BackupsView
from hipcoach.core.format import capitalised
from hipcoach.core.text import ntr, say, tr
from hipcoach.ui.controls.choice_tile import ChoiceTile
from hipcoach.ui.controls.group import Group
from hipcoach.ui.labels import Label
from hipcoach.ui.settings.chosen_backup import ChosenBackup
from hipcoach.ui.settings.sub_page import SubPage
from hipcoach.ui.theme import Theme


class BackupsPage(SubPage):
    """`chosen` carries a backup's name, `confirmed` the one that is to be the diary."""

    chosen = Signal(str)
    confirmed = Signal(str)

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, tr("Backups"))
        self._tiles: dict[str, ChoiceTile] = {}
        self._name = ""
        self._words = Label(theme, colour="ink2", wrap=True)
        self.inside = ChosenBackup(theme)
        group = Group(tr("Backups"))
        self._rows = QVBoxLayout(group)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.addWidget(self.inside)
        self.inside.hide()
        self.body.add(self._words, group)
        self.inside.confirmed.connect(lambda: self.confirmed.emit(self._name))

    def show_backups(self, view: BackupsView) -> None:
        """Show these, none of them chosen."""
        self._name = ""
        self.inside.hide()
        for tile in self._tiles.values():
            tile.hide()
            tile.deleteLater()
        restored = tr("Choose one to see what is in it. Restoring keeps the diary of now, too.")
        if view.left_out:
            more = ntr("{n} more lies in the folder.", "{n} more lie in the folder.", view.left_out)
            restored = f"{restored} {more}"
        self._words.setText(restored if view.rows else say(view.summary))
        self._tiles = {row.name: self._tile(row) for row in view.rows}
        for tile in self._tiles.values():
            self._rows.addWidget(tile)
        self._rows.setSpacing(self._theme.px(8))
        self.show_top()

    def focus_first(self) -> None:
        """The first backup, or the way back where there is none."""
        first = next(iter(self._tiles.values()), self.back)
        first.setFocus(Qt.FocusReason.OtherFocusReason)

    def _tile(self, row: BackupRow) -> ChoiceTile:
        when, about = capitalised(say(row.when)), say(row.about)
        tile = ChoiceTile(self._theme, when, about, size="list")
        tile.toggled.connect(lambda on: self._on_toggled(row.name, on=on))
        return tile

    def _on_toggled(self, name: str, *, on: bool) -> None:
        if not on:
            return
        self._name = name
        tile = self._tiles[name]
        self.inside.show_looking(0)
        self._rows.removeWidget(self.inside)
        self._rows.insertWidget(self._rows.indexOf(tile) + 1, self.inside)
        self.inside.show()
        self.inside.follow(tile)
        self.chosen.emit(name)

    # Qt's own

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc answers the question with no, or leads back."""
        if event.key() == Qt.Key.Key_Escape and self.inside.isVisible() and self.inside.is_asking:
            self.inside.take_back()
        else:
            super().keyPressEvent(event)
