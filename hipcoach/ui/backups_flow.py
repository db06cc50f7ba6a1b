"""The backups at work: the card of the settings, and the page with all of them."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property

from PySide6.QtCore import QObject, QUrl, Signal
from PySide6.QtGui import QDesktopServices

from hipcoach.core.backup_view import BackupsView, backups_view, inside_words
from hipcoach.core.text import say, tr
from hipcoach.journeys.backups import BackupError, Backups
from hipcoach.journeys.desk import Desk
from hipcoach.ui.idle import Idle
from hipcoach.ui.settings.backups_page import BackupsPage
from hipcoach.ui.settings.data_card import DataCard
from hipcoach.ui.theme import Theme
from hipcoach.ui.window import Window

PAGE, SETTINGS = "backups", "settings"


class BackupsFlow(QObject):
    """`restore_asked`: the backup of this name, which is of this time, is to be the diary."""

    restore_asked = Signal(str, str)

    def __init__(self, window: Window, theme: Theme, desk: Desk, card: DataCard) -> None:
        super().__init__(card)
        self._window, self._theme, self._desk, self._card = window, theme, desk, card
        self._backups = Backups(desk)
        self._looking: Idle | None = None
        self._making: Idle | None = None
        self._view: BackupsView
        card.show_folder(str(self._backups.folder))
        card.open_asked.connect(self._on_open_asked)
        card.list_asked.connect(self.show)
        card.backup_asked.connect(self._on_backup_asked)

    @cached_property
    def page(self) -> BackupsPage:
        """The page; made when it is first shown."""
        page = BackupsPage(self._theme)
        page.left.connect(self._on_left)
        page.chosen.connect(self._on_chosen)
        page.confirmed.connect(self._on_confirmed)
        self._window.add_page(PAGE, page, place=SETTINGS)
        return page

    def refresh(self) -> None:
        """Show on the card what there is now."""
        try:
            self._view = backups_view(self._backups.listed(), self._desk.now().date())
        except BackupError as error:
            self._card.show_summary(str(error))
        else:
            self._card.show_summary(say(self._view.summary))

    def show(self) -> None:
        """The page, none of the backups chosen; where they cannot be listed, why."""
        self._stop()
        try:
            listed = self._backups.listed()
        except BackupError as error:
            self._window.undo_bar.show_notice(str(error))
            return
        self._view = backups_view(listed, self._desk.now().date())
        self.page.show_backups(self._view)
        self._window.show_page(PAGE)
        self.page.focus_first()

    def _on_left(self) -> None:
        self._stop()
        self._window.show_page(SETTINGS)
        self._card.list.setFocus()

    def _on_open_asked(self) -> None:
        folder = self._backups.folder
        if not QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder))):
            told = tr("No program here opens folders. The diary is in {folder}.", folder=folder)
            self._window.undo_bar.show_notice(told)

    # Step by step

    def _on_backup_asked(self) -> None:
        if self._making is None:
            self._making = Idle(self._backing_up(), self)

    def _backing_up(self) -> Iterator[None]:
        self._card.show_busy()
        yield
        try:
            yield from self._backups.make()
            told = tr("The backup is made.")
        except BackupError as error:
            told = str(error)
        self._making = None
        self.refresh()
        self._window.undo_bar.show_notice(told)

    def _on_chosen(self, name: str) -> None:
        self._stop()
        self._looking = Idle(self._looking_into(name), self)

    def _looking_into(self, name: str) -> Iterator[None]:
        inside, steps = self.page.inside, self._backups.look_into(name)
        while True:
            try:
                inside.show_looking(round(100 * next(steps)))
            except StopIteration as stopped:
                inside.show_inside(say(inside_words(stopped.value)), self._when(name))
                return
            except BackupError:
                useless = tr("This backup cannot be read, so it cannot be brought back.")
                inside.show_useless(useless)
                return
            yield

    def _when(self, name: str) -> str:
        return next(say(row.when) for row in self._view.rows if row.name == name)

    def _on_confirmed(self, name: str) -> None:
        self.restore_asked.emit(name, self._when(name))

    def _stop(self) -> None:
        """Look no further into what was chosen."""
        if self._looking:
            self._looking.stop()
            self._looking = None
