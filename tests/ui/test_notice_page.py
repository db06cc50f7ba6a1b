"""The page where nothing else can be shown says all of it at every size, and closes."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from hipcoach.ui.notice_page import NoticePage

TOLD = "The diary in /home/anna/Documents/HipCoach is used by another HipCoach (process 4711)."
ADVICE = "Close the other one first. It may be “hipcoach play” in a terminal."


@pytest.mark.parametrize(
    ("width", "height", "scale"), [(760, 420, 1), (1330, 735, 1.75), (640, 480, 1.75)]
)
def test_nothing_is_cut(theme, show, qapp, clipped, width, height, scale):
    theme.show_look(qapp, dark=False, scale=scale)

    page = show(NoticePage(theme, "The diary cannot be opened", TOLD, ADVICE), width, height)

    assert clipped(page) == []


def test_enter_closes_it(theme, show, qtbot):
    page = show(NoticePage(theme, "The diary cannot be opened", TOLD, ADVICE))

    with qtbot.waitSignal(page.closed, timeout=0):
        QTest.keyClick(page.window().focusWidget(), Qt.Key.Key_Return)
