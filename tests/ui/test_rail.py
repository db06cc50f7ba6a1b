"""The rail has room for every name, and tells the page that was chosen."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtTest import QTest

from hipcoach.ui.rail import BOLD, Place, Rail, RailItem

PLACES = (
    Place(page="today", icon="house", text="Heute", key="Ctrl+1"),
    Place(page="settings", icon="settings", text="Einstellungen", key="Ctrl+,"),
)


@pytest.mark.parametrize("scale", [1, 1.75])
@pytest.mark.parametrize("compact", [False, True])
def test_a_long_name_widens_all_items(theme, show, qapp, scale, compact):
    theme.show_look(qapp, dark=False, scale=scale)
    rail = show(Rail(theme, PLACES))
    rail.show_compact(compact=compact)

    items = rail.findChildren(RailItem)

    needed = QFontMetrics(theme.font(BOLD)).horizontalAdvance("Einstellungen")
    assert len({item.width() for item in items}) == 1
    assert items[0].width() >= needed
    assert all(rail.rect().contains(item.geometry()) for item in items)


def test_enter_chooses_a_page(theme, show, qtbot):
    rail = show(Rail(theme, PLACES))
    rail.show_page("today")
    settings = rail.findChildren(RailItem)[1]
    settings.setFocus()

    with qtbot.waitSignal(rail.chosen, timeout=0) as told:
        QTest.keyClick(settings, Qt.Key.Key_Return)

    assert told.args == ["settings"]
    assert settings.isChecked()
