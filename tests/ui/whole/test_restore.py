"""Restoring a backup from the settings by keys: the old diary is back, the replaced one is kept."""

from __future__ import annotations

import gc
import os
import shutil
from collections.abc import Iterator
from datetime import timedelta, timezone

import pytest
from PySide6.QtCore import QObject, Qt, QUrl, Slot
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QAbstractButton, QApplication

from hipcoach import app
from hipcoach.app import Running
from hipcoach.core.run import Settings
from hipcoach.core.sample import sample_diary
from hipcoach.core.text import message
from hipcoach.store.errors import Locked, NotSaved
from hipcoach.store.ids import IdSource
from hipcoach.store.store import Store
from hipcoach.ui.watchdog import Watchdog

CONTROL = Qt.KeyboardModifier.ControlModifier
NEW_RATING, UNDO, SETTINGS = Qt.Key.Key_N, Qt.Key.Key_Z, Qt.Key.Key_Comma


@pytest.fixture
def running(settled, theme) -> Iterator[Running]:
    """The window of `settled`, run as the app runs it."""
    settled.navigator.close()
    settled.window.close()
    settled.window.deleteLater()
    running = Running(QApplication.instance(), theme, settled.desk)
    settled.follow(running.navigator)
    settled.navigator.open()
    settled.window.show()
    settled.window.activateWindow()
    settled.until(settled.window.isActiveWindow)
    yield running
    for watchdog in QApplication.instance().findChildren(Watchdog):
        watchdog.deleteLater()
    running.deleteLater()
    gc.unfreeze()


def rate(desktop, digit: Qt.Key) -> None:
    desktop.key(NEW_RATING, CONTROL)
    desktop.key(digit)
    desktop.key(Qt.Key.Key_Return)


def tab_to(desktop, start: str) -> None:
    """Press Tab until a control of this name has the focus."""
    for _ in range(200):
        if desktop.focused().accessibleName().startswith(start):
            return
        desktop.key(Qt.Key.Key_Tab)
    raise AssertionError(f"Tab never reached {start!r}")


def press(desktop, start: str) -> None:
    tab_to(desktop, start)
    desktop.key(Qt.Key.Key_Return)


def back_up(desktop) -> None:
    """Back up now, by keys."""
    desktop.key(SETTINGS, CONTROL)
    press(desktop, "Back up now")
    desktop.until(lambda: "The backup is made." in desktop.texts)


def choose(desktop, start: str) -> None:
    """Go to a backup and see what is in it, by keys."""
    desktop.key(SETTINGS, CONTROL)
    press(desktop, "Show backups")
    for _ in range(20):
        if desktop.focused().accessibleName().find(start) >= 0:
            break
        desktop.key(Qt.Key.Key_Down)
    desktop.key(Qt.Key.Key_Space)
    desktop.until(lambda: "Looking into" not in desktop.texts)


def restore(desktop, running: Running, start: str) -> None:
    """Bring a backup back, by keys; another window is there then."""
    choose(desktop, start)
    before = running.navigator
    press(desktop, "Restore this one")
    assert "Your diary of now is kept as a backup. The one of " in desktop.texts
    desktop.key(Qt.Key.Key_Backtab)
    desktop.key(Qt.Key.Key_Return)
    desktop.until(lambda: running.navigator is not before)
    desktop.follow(running.navigator)
    desktop.window.activateWindow()
    desktop.until(desktop.window.isActiveWindow)


def scores(desktop) -> list[int]:
    return [score for score, _ in desktop.ratings_kept]


def test_the_old_diary_comes_back_and_everything_works_on(settled, running) -> None:
    rate(settled, Qt.Key.Key_2)
    back_up(settled)
    settled.later(minutes=5)
    rate(settled, Qt.Key.Key_7)
    then, place = settled.diary, settled.window.geometry()
    restore(settled, running, "Back up now")

    assert scores(settled) == [2]
    assert settled.shown == "settings"
    assert settled.window.geometry() == place
    assert "The diary of today at 09:00 is back. The one before is kept as replaced-" in (
        settled.texts
    )
    rate(settled, Qt.Key.Key_4)
    assert scores(settled) == [2, 4]
    settled.key(UNDO, CONTROL)
    assert scores(settled) == [2]

    restore(settled, running, "Set aside when a backup was restored")
    assert settled.diary == then
    settled.kill()
    assert settled.diary == then


def test_only_one_window_is_left_and_the_old_one_is_gone(settled, running) -> None:
    back_up(settled)
    old = settled.window
    gone = []
    old.destroyed.connect(lambda: gone.append("window"))
    restore(settled, running, "Back up now")
    shown = [w for w in QApplication.topLevelWidgets() if w.isVisible()]
    assert shown == [settled.window]
    settled.until(lambda: gone == ["window"])


def test_the_diary_stays_locked_and_its_time_goes_on(settled, running) -> None:
    back_up(settled)
    restore(settled, running, "Back up now")
    with pytest.raises(Locked):
        Store.open(settled.folder, now=settled.now, new_id=lambda: "x")
    assert settled.navigator._clock.isActive()
    assert gc.isenabled()


def test_what_goes_wrong_later_is_said_in_the_new_window(settled, running) -> None:
    back_up(settled)
    restore(settled, running, "Back up now")
    error = NotSaved(message("Not saved: the disk is full."))
    running._go_on(NotSaved, error, None)
    assert "Not saved: the disk is full." in settled.texts


def test_what_cannot_be_read_is_said_and_cannot_be_chosen(settled, running) -> None:
    rate(settled, Qt.Key.Key_2)
    back_up(settled)
    (kept,) = (settled.folder / "backups").glob("kept-*.json")
    kept.write_bytes(kept.read_bytes()[:-30])
    choose(settled, "Back up now")
    assert "This backup cannot be read, so it cannot be brought back." in settled.texts
    assert not settled.shows("Restore this one")
    assert scores(settled) == [2]


@pytest.mark.parametrize("fault", ["full", "vanished"])
def test_what_fails_leaves_the_diary_and_says_why(settled, running, fault) -> None:
    rate(settled, Qt.Key.Key_2)
    back_up(settled)
    settled.later(minutes=5)
    rate(settled, Qt.Key.Key_7)
    choose(settled, "Back up now")
    if fault == "full":
        settled.disk.left = 0
    else:
        next((settled.folder / "backups").glob("kept-*.json")).unlink()
    window = settled.window
    press(settled, "Restore this one")
    press(settled, "Bring it back")
    told = "is full" if fault == "full" else "is no longer there."
    settled.until(lambda: told in settled.texts)
    settled.disk.left = None

    assert running.navigator.window is window
    assert scores(settled) == [2, 7]
    assert settled.shown == "backups"
    settled.later(minutes=5)
    rate(settled, Qt.Key.Key_4)
    assert scores(settled) == [2, 7, 4]


def test_what_is_confirmed_twice_is_done_once(settled, running) -> None:
    rate(settled, Qt.Key.Key_2)
    back_up(settled)
    (name,) = [file.name for file in settled.store.backups() if file.name.startswith("kept-")]
    before = running.navigator
    running.restore(name, "then")
    running.restore(name, "then")
    settled.until(lambda: running.navigator is not before and running._work is None)
    settled.follow(running.navigator)
    QApplication.processEvents()
    assert len(list((settled.folder / "backups").glob("replaced-*.json"))) == 1
    assert scores(settled) == [2]


def test_nothing_that_is_pressed_meanwhile_is_taken(settled, running) -> None:
    rate(settled, Qt.Key.Key_2)
    back_up(settled)
    choose(settled, "Back up now")
    before = running.navigator
    (name,) = [file.name for file in settled.store.backups() if file.name.startswith("kept-")]
    steps = running._restoring(name, "then")
    next(steps)
    rate(settled, Qt.Key.Key_9)
    settled.window.close()
    assert settled.window.isVisible()
    for _ in steps:
        pass
    assert running.navigator is not before
    settled.follow(running.navigator)
    assert scores(settled) == [2]
    (replaced,) = (settled.folder / "backups").glob("replaced-*.json")
    assert b'"score":9' not in replaced.read_bytes()


def test_where_it_takes_long_it_is_said(settled, running, monkeypatch) -> None:
    monkeypatch.setattr(app, "PATIENCE", 0)
    back_up(settled)
    (name,) = [file.name for file in settled.store.backups() if file.name.startswith("kept-")]
    steps = running._restoring(name, "then")
    next(steps)
    settled.until(lambda: "Bringing the diary back" in settled.texts)
    assert not any(b.isVisible() for b in settled.window.findChildren(QAbstractButton))
    for _ in steps:
        pass
    settled.follow(running.navigator)
    assert settled.shown == "settings"


def test_patience_is_not_asked_for_once_the_diary_is_back(settled, running, monkeypatch) -> None:
    monkeypatch.setattr(app, "PATIENCE", 0)
    back_up(settled)
    (name,) = [file.name for file in settled.store.backups() if file.name.startswith("kept-")]
    before, steps = running.navigator, running._restoring(name, "then")
    while running.navigator is before:  # on a slow computer, or in one turn of the event loop
        next(steps)
    QApplication.processEvents()
    settled.follow(running.navigator)
    assert settled.shown == "settings"
    for _ in steps:
        pass
    assert settled.shown == "settings"


def test_a_diary_from_before_the_first_run_can_be_left_again(settled, running) -> None:
    rate(settled, Qt.Key.Key_2)
    settled.store.checkpoint()
    settled.store.checkpoint()
    restore(settled, running, "Daily copy")
    assert scores(settled) == []
    assert settled.shown == "settings"
    restore(settled, running, "Set aside when a backup was restored")
    assert scores(settled) == [2]


def test_a_session_that_was_left_today_is_as_the_restored_diary_has_it(settled, running) -> None:
    settled.press("Start session")
    settled.key(Qt.Key.Key_Escape)
    settled.press("Leave for now")
    assert settled.shows("Resume")
    back_up(settled)
    settled.key(Qt.Key.Key_1, CONTROL)
    settled.press("Discard")
    restore(settled, running, "Back up now")
    settled.key(UNDO, CONTROL)
    settled.key(Qt.Key.Key_1, CONTROL)
    settled.press("Resume")
    assert settled.plays


@pytest.mark.parametrize("kind", ["empty", "sample"])
def test_a_diary_of_somebody_else_comes_back_as_it_is(settled, running, tmp_path, kind) -> None:
    """One without a run leads to the first run; a made-up one says so."""
    other = tmp_path / "other"
    with Store.open(other, now=settled.now, new_id=IdSource(settled.now, os.urandom)) as store:
        if kind == "sample":
            catalogue, until = settled.desk.catalogue, settled.now().date() - timedelta(days=1)
            offset = timezone(settled.now().utcoffset())
            store.fill(
                sample_diary(weeks=4, seed=1, until=until, catalogue=catalogue, offset=offset)
            )
        else:
            store.settings.put(Settings(text_size=115))
        store.checkpoint()
    shutil.copy(other / "diary.json", settled.folder / "backups" / "mine.json")
    restore(settled, running, "A file that HipCoach did not name")
    assert settled.shown == "settings"
    for key in (Qt.Key.Key_2, Qt.Key.Key_1):
        settled.key(key, CONTROL)
    assert bool(settled.diary.runs) is (kind == "sample")
    settled.kill()
    assert settled.shown == ("today" if kind == "sample" else "first-run")


def test_the_folder_is_shown_by_the_system(settled, running) -> None:
    class Files(QObject):
        """What shows folders here."""

        @Slot(QUrl)
        def show(self, url: QUrl) -> None:
            opened.append(url)

    opened: list[QUrl] = []
    files = Files()
    settled.key(SETTINGS, CONTROL)
    QDesktopServices.setUrlHandler("file", files, "show")
    try:
        press(settled, "Open the data folder")
    finally:
        QDesktopServices.unsetUrlHandler("file")
    assert opened == [QUrl.fromLocalFile(str(settled.folder))]
