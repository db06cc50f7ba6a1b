"""The card of the data folder: what is pressed is told, and a long path can still be copied."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLineEdit, QWidget

from hipcoach.ui.settings.data_card import DataCard

PATH = "/home/somebody/" + "a-folder-with-a-rather-long-name/" * 6 + "diary"


@pytest.fixture
def card(theme, show):
    card = DataCard(theme)
    card.around = around = QWidget()
    card.setParent(around)
    card.show_folder(PATH)
    card.show_summary("Last one today at 07:43, 14 kept")
    card.resize(520, 240)
    show(around, 520, 300)
    card.list.setFocus()
    return card


def test_each_button_tells_what_was_pressed(card) -> None:
    heard = []
    card.open_asked.connect(lambda: heard.append("open"))
    card.list_asked.connect(lambda: heard.append("list"))
    card.backup_asked.connect(lambda: heard.append("backup"))
    for button in card.findChildren(QAbstractButton):
        button.setFocus()
        QTest.keyClick(button, Qt.Key.Key_Return)
    assert heard == ["open", "list", "backup"]


def test_a_long_path_leaves_out_its_middle_until_it_is_wanted(card) -> None:
    line = card.findChild(QLineEdit)
    assert line.text().startswith("/home/")
    assert line.text().endswith("diary")
    assert len(line.text()) < len(PATH)
    assert line.accessibleDescription() == PATH
    line.setFocus(Qt.FocusReason.TabFocusReason)
    assert line.text() == PATH
    QTest.keyClick(line, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text() == PATH
    QTest.keyClick(line, Qt.Key.Key_X)
    assert line.text() == PATH
    card.list.setFocus()
    QApplication.processEvents()
    assert len(line.text()) < len(PATH)


def test_every_control_has_a_name(card) -> None:
    controls = [*card.findChildren(QAbstractButton), *card.findChildren(QLineEdit)]
    assert all(control.accessibleName() for control in controls)


@pytest.mark.parametrize("typed", ["restore", "folder", "back up"])
def test_it_is_found_by_what_it_does(card, typed) -> None:
    assert card.show_matching(typed)
    assert not card.show_matching("appearance")
