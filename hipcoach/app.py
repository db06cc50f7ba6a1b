"""Composition root of the window: builds look, clocks, diary and pages, and nothing else does."""

from __future__ import annotations

import gc
import logging
import signal
import sys
from functools import partial
from pathlib import Path
from types import TracebackType

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
from hipcoach.ui.navigator import Navigator
from hipcoach.ui.notice_page import NoticePage
from hipcoach.ui.theme import Theme

log = logging.getLogger("hipcoach.app")


def run(folder: Path) -> int:
    """Open the window on the diary in `folder` until it is closed; the exit code."""
    clocks = composition.clocks()
    signal.signal(signal.SIGINT, signal.SIG_DFL)  # what was confirmed is on the disk already
    app = QApplication(["hipcoach"])
    theme = look(app)
    try:
        with composition.open_store(folder, write=True) as store:
            return _with_diary(app, compose(app, theme, store, clocks), folder)
    except StoreError as error:
        return _refused(app, theme, folder, error)


def _with_diary(app: QApplication, navigator: Navigator, folder: Path) -> int:
    """Run until the window is closed. Raises Unreadable where a damaged document turns up."""
    start_log(folder)
    damage: list[Unreadable] = []
    sys.excepthook = partial(_go_on, navigator, damage)
    navigator.window.painted.connect(lambda: _settle(app, folder, navigator))
    navigator.settled.connect(_collect_again)
    navigator.open()
    navigator.window.show()
    code = app.exec()
    navigator.close()
    if damage:
        raise damage[0]
    return code


def _collect_again() -> None:
    """Look for garbage again, which a start has none of (`__main__`); what stands now stays."""
    gc.freeze()
    gc.enable()


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
    catalogue, region = composition.catalogue(), composition.region()
    desk = Desk(store=store, catalogue=catalogue, clocks=clocks, region=region)
    return Navigator(app, theme, desk)


def _settle(app: QApplication, folder: Path, navigator: Navigator) -> None:
    """Once the window stands: watch over its thread, and be there for a second start."""
    from hipcoach.ui.single_instance import SingleInstance
    from hipcoach.ui.watchdog import Watchdog

    log.info("painted %s", navigator.window.shown)
    Watchdog(app)
    navigator.settle()
    instance = SingleInstance(folder, navigator.window)
    instance.started_again.connect(navigator.window.come_forward)


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


def _go_on(
    navigator: Navigator,
    damage: list[Unreadable],
    kind: type[BaseException],
    error: BaseException,
    at: TracebackType | None,
) -> None:
    """Say what a press came to where no page does, and go on: every confirmed change is saved."""
    if isinstance(error, Unreadable):
        damage.append(error)
        navigator.window.hide()
        QApplication.exit(error.exit_code)
    elif isinstance(error, StoreError):
        log.warning("not saved: %s", kind.__name__)
        navigator.tell(str(error))
    else:
        log.error("unexpected", exc_info=(kind, error, at))
        sys.__excepthook__(kind, error, at)
        navigator.tell(tr("Something unexpected happened. What was saved is kept."))
