"""Composition root of the window: builds look, clocks, diary and pages, and nothing else does."""

from __future__ import annotations

import gc
import logging
import signal
import sys
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication

from hipcoach import composition
from hipcoach.core.clocks import Clocks
from hipcoach.core.text import tr
from hipcoach.journeys.desk import Desk
from hipcoach.log import start_log
from hipcoach.paths import resource
from hipcoach.store.errors import Locked, StoreError, Unreadable
from hipcoach.store.store import Store
from hipcoach.ui.idle import Idle
from hipcoach.ui.navigator import Navigator
from hipcoach.ui.notice_page import NoticePage
from hipcoach.ui.theme import Theme

log = logging.getLogger("hipcoach.app")

PATIENCE = 1000
"""Milliseconds that bringing a diary back may take without a word."""


def run(folder: Path) -> int:
    """Open the window on the diary in `folder` until it is closed; the exit code."""
    clocks = composition.clocks()
    signal.signal(signal.SIGINT, signal.SIG_DFL)  # what was confirmed is on the disk already
    app = QApplication(["hipcoach"])
    theme = look(app)
    try:
        with closing(_opened(app, theme, folder, clocks)) as running:
            return running.run()
    except StoreError as error:
        return _refused(app, theme, folder, error)


def _opened(app: QApplication, theme: Theme, folder: Path, clocks: Clocks) -> Running:
    """The diary and its window. Raises StoreError."""
    store = composition.open_store(folder, write=True)
    try:
        return Running(app, theme, desk_with(store, clocks))
    except BaseException:
        store.close()
        raise


def look(app: QApplication) -> Theme:
    """The look, put on the application."""
    app.setApplicationName("HipCoach")
    app.setDesktopFileName("hipcoach")
    theme = Theme(resource("style"), resource("fonts"), resource("icons"))
    theme.install(app)
    app.setWindowIcon(QIcon(theme.icon("hipcoach", 128)))
    return theme


def compose(app: QApplication, theme: Theme, store: Store, clocks: Clocks) -> Navigator:
    """The window with everything it needs; nothing is shown yet."""
    return Navigator(app, theme, desk_with(store, clocks))


def desk_with(store: Store, clocks: Clocks) -> Desk:
    """The open diary beside the content and the place."""
    catalogue, region = composition.catalogue(), composition.region()
    return Desk(store=store, catalogue=catalogue, clocks=clocks, region=region)


class Running(QObject):
    """The open diary in its window, which `navigator` has. A backup can take the diary's place."""

    def __init__(self, app: QApplication, theme: Theme, desk: Desk) -> None:
        super().__init__()
        self._app, self._theme, self._desk = app, theme, desk
        self._damage: list[Unreadable] = []
        self._work: Idle | None = None
        self._is_watched = False
        self.navigator = self._composed()

    def run(self) -> int:
        """Run until the window is closed. Raises Unreadable where a damaged document turns up."""
        start_log(self._desk.store.folder)
        sys.excepthook = self._go_on
        self.navigator.open()
        self.navigator.window.show()
        code = self._app.exec()
        if self._damage:
            raise self._damage[0]
        return code

    def close(self) -> None:
        """Stop what runs and close the diary."""
        if self._work:
            self._work.stop()
        self.navigator.close()
        self._desk.store.close()

    def _composed(self) -> Navigator:
        navigator = Navigator(self._app, self._theme, self._desk)
        navigator.window.painted.connect(self._settle)
        navigator.settled.connect(self._collect_again)
        navigator.restore_asked.connect(self.restore)
        return navigator

    def _settle(self) -> None:
        """Once the window stands: watch over its thread, and be there for a second start."""
        log.info("painted %s", self.navigator.window.shown)
        if not self._is_watched:
            self._is_watched = True
            self._watch()
        self.navigator.settle()

    def _collect_again(self) -> None:
        """Look for garbage again, which a start has none of (`__main__`); what stands now stays."""
        gc.freeze()
        self.navigator.areas.worker.collect()

    def _watch(self) -> None:
        from hipcoach.ui.single_instance import SingleInstance
        from hipcoach.ui.watchdog import Watchdog

        Watchdog(self._app)
        instance = SingleInstance(self._desk.store.folder, self)
        instance.started_again.connect(self._on_started_again)

    def _on_started_again(self) -> None:
        self.navigator.window.come_forward()

    # Another diary

    def restore(self, name: str, when: str) -> None:
        """Let the backup of this name, which is `when` in words, be the diary."""
        if self._work is None:
            self._work = Idle(self._restoring(name, when), self)

    def _restoring(self, name: str, when: str) -> Iterator[float]:
        """Step by step. Nothing can be pressed meanwhile, so nothing else is written.

        Where it fails the diary is the one that it was, and its window says why.
        """
        from hipcoach.journeys.backups import Backups
        from hipcoach.ui.hush import Hush

        hush, shown = Hush(self._app), self.navigator.window.shown
        wait = QTimer(self, singleShot=True, interval=PATIENCE)
        wait.timeout.connect(self._ask_for_patience)
        wait.start()
        try:
            store, kept = yield from Backups(self._desk).bring_back(name)
            wait.stop()  # another window is next, which has nothing to wait for
            self._go_on_with(store, when, kept)
            yield 1.0  # the old window goes
            gc.collect()
        except StoreError as error:
            log.warning("not restored: %s", type(error).__name__)
            self.navigator.window.show_page(shown)
            self.navigator.tell(str(error))
        finally:
            wait.stop()
            hush.end()
            self._work = None

    def _ask_for_patience(self) -> None:
        """It takes long: say so."""
        told = tr("One moment. Your diary of now is being kept as a backup.")
        page = NoticePage(self._theme, tr("Bringing the diary back"), told, passes=True)
        self.navigator.window.add_page("patience", page, alone=True)
        self.navigator.window.show_page("patience")

    def _go_on_with(self, store: Store, when: str, kept: str) -> None:
        """Another window on another diary, where the old one was."""
        gc.unfreeze()  # what stood till now will be garbage
        old, self._desk = self.navigator, replace(self._desk, store=store)
        old.close()
        self.navigator = self._composed()
        window = self.navigator.window
        large = old.window.isMaximized() or old.window.isFullScreen()
        window.setGeometry(old.window.normalGeometry() if large else old.window.geometry())
        window.setWindowState(old.window.windowState())
        told = tr(
            "The diary of {when} is back. The one before is kept as {name}.", when=when, name=kept
        )
        self.navigator.open_restored(told)
        window.show()
        old.window.may_close = True
        old.window.close()
        old.window.deleteLater()
        old.deleteLater()
        log.info("restored")

    def _go_on(
        self, kind: type[BaseException], error: BaseException, at: TracebackType | None
    ) -> None:
        """Say what a press came to where no page does: every confirmed change is saved."""
        if isinstance(error, Unreadable):
            self._damage.append(error)
            self.navigator.window.hide()
            QApplication.exit(error.exit_code)
        elif isinstance(error, StoreError):
            log.warning("not saved: %s", kind.__name__)
            self.navigator.tell(str(error))
        else:
            log.error("unexpected", exc_info=(kind, error, at))
            sys.__excepthook__(kind, error, at)
            self.navigator.tell(tr("Something unexpected happened. What was saved is kept."))


def _refused(app: QApplication, theme: Theme, folder: Path, error: StoreError) -> int:
    """Why the diary cannot be opened; where another window has it, that one comes forward."""
    if isinstance(error, Locked):
        from hipcoach.ui.single_instance import raise_other

        if raise_other(folder):
            return 0
        advice = tr("Close the other one first. It may be “hipcoach play” in a terminal.")
    else:
        advice = tr("“hipcoach doctor” in a terminal checks the diary and lists its backups.")
    print(f"hipcoach: {error}", file=sys.stderr)
    page = NoticePage(theme, tr("The diary cannot be opened"), str(error), advice)
    page.closed.connect(app.quit)
    page.resize(theme.px(760), theme.px(420))
    page.show()
    app.exec()
    return error.exit_code
