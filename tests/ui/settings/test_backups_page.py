"""The page of backups: chosen by keys, looked into, asked once more; nothing of it is cut."""

from __future__ import annotations

from datetime import date, time

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication

from hipcoach.core.backup import BackupFile, BackupKind
from hipcoach.core.backup_view import MOST, backups_view
from hipcoach.ui.labels import Label
from hipcoach.ui.settings.backups_page import BackupsPage

TODAY = date(2026, 11, 14)


def view(number: int):
    files = [
        BackupFile(
            name=f"kept-{n}.json",
            size=477_300,
            kind=BackupKind.ASKED,
            day=date(2026, 10, 1 + n % 30),
            clock=time(7, n % 60),
        )
        for n in range(number)
    ]
    return backups_view(files, TODAY)


@pytest.fixture
def page(theme, show):
    page = BackupsPage(theme)
    page.heard = []
    page.chosen.connect(lambda name: page.heard.append(("chosen", name)))
    page.confirmed.connect(lambda name: page.heard.append(("confirmed", name)))
    page.left.connect(lambda: page.heard.append(("left",)))
    page.show_backups(view(3))
    show(page)
    page.focus_first()
    return page


def press(page, *keys: Qt.Key) -> None:
    for key in keys:
        QTest.keyClick(page.window().focusWidget(), key)
        QApplication.processEvents()


def focused(page) -> str:
    return page.window().focusWidget().accessibleName()


def test_a_backup_is_chosen_asked_for_and_confirmed_by_keys(page) -> None:
    press(page, Qt.Key.Key_Down)
    assert page.heard == []
    press(page, Qt.Key.Key_Return)
    assert page.heard == [("chosen", "kept-1.json")]
    page.inside.show_inside("Sessions: 2.", "then")
    press(page, Qt.Key.Key_Tab)
    assert focused(page) == "Restore this one"
    press(page, Qt.Key.Key_Return)
    assert focused(page) == "Leave the diary as it is"
    press(page, Qt.Key.Key_Backtab)
    assert focused(page) == "Bring it back"
    press(page, Qt.Key.Key_Return)
    assert page.heard == [("chosen", "kept-1.json"), ("confirmed", "kept-1.json")]


def test_escape_answers_no_and_then_leads_back(page) -> None:
    press(page, Qt.Key.Key_Space)
    page.inside.show_inside("Sessions: 2.", "then")
    page.inside.restore.click()
    press(page, Qt.Key.Key_Escape)
    assert not page.inside.is_asking
    assert focused(page) == "Restore this one"
    press(page, Qt.Key.Key_Escape)
    assert page.heard == [("chosen", "kept-2.json"), ("left",)]


def test_a_double_press_does_not_restore(page) -> None:
    press(page, Qt.Key.Key_Space)
    page.inside.show_inside("Sessions: 2.", "then")
    page.inside.restore.setFocus()
    press(page, Qt.Key.Key_Return, Qt.Key.Key_Return, Qt.Key.Key_Space)
    assert ("confirmed", "kept-2.json") not in page.heard


def test_what_cannot_be_read_cannot_be_restored(page) -> None:
    press(page, Qt.Key.Key_Space)
    page.inside.show_useless("This backup cannot be read.")
    assert page.inside.restore.isHidden()


def test_another_choice_takes_the_question_back(page) -> None:
    press(page, Qt.Key.Key_Space)
    page.inside.show_inside("Sessions: 2.", "then")
    page.inside.restore.click()
    tile = page.findChildren(QAbstractButton, options=Qt.FindChildOption.FindChildrenRecursively)
    other = next(b for b in tile if b.accessibleName().startswith("Friday 2 October at 07:01"))
    other.click()
    assert not page.inside.is_asking
    assert page.inside.restore.isHidden()


def test_every_control_has_a_name(page) -> None:
    press(page, Qt.Key.Key_Space)
    names = [b.accessibleName() for b in page.findChildren(QAbstractButton)]
    assert all(names)
    assert len(set(names)) == len(names)


def test_without_a_backup_the_page_says_when_there_will_be_one(theme, show) -> None:
    page = BackupsPage(theme)
    page.show_backups(view(0))
    show(page)
    page.focus_first()
    assert focused(page) == "Back to Settings"


@pytest.mark.parametrize(
    ("width", "height", "scale"),
    [(1280, 800, 1), (960, 640, 1), (1280, 800, 1.5), (640, 480, 1.75)],
)
def test_forty_backups_and_long_words_have_room(
    theme, show, qapp, clipped, width, height, scale
) -> None:
    page = BackupsPage(theme)
    page.show_backups(view(40))
    show(page, width, height)
    theme.show_look(qapp, dark=False, scale=scale)
    page.focus_first()
    press(page, Qt.Key.Key_Space)
    page.inside.show_inside("Sessions: 200. Pain ratings: 3000. " * 4, "Thursday 12 November " * 3)
    assert clipped(page) == []
    page.inside.restore.click()
    assert clipped(page) == []
    press(page, *[Qt.Key.Key_Up] * 2)
    assert (
        page.viewport()
        .rect()
        .intersects(
            page.window()
            .focusWidget()
            .rect()
            .translated(page.window().focusWidget().mapTo(page, page.rect().topLeft()))
        )
    )


def test_what_is_not_shown_is_said(page) -> None:
    page.show_backups(view(MOST + 2))
    texts = [label.text() for label in page.findChildren(Label) if label.isVisible()]
    assert any(text.endswith("2 more lie in the folder.") for text in texts)
