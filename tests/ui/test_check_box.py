"""Check boxes of lists: pressed anywhere, by keys and by screen readers; ticking moves nothing."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible

from hipcoach.ui.controls.check_box import CheckBox
from hipcoach.ui.theme import Theme


@pytest.fixture
def box(theme: Theme, show) -> CheckBox:
    """A box in a list."""
    return show(CheckBox(theme, "Low back, middle"), 200, 36)


def test_words_and_box_are_one_target(box, qtbot):
    told = []
    box.toggled.connect(told.append)

    qtbot.mouseClick(box, Qt.MouseButton.LeftButton, pos=QPoint(190, 3))
    qtbot.mouseClick(box, Qt.MouseButton.LeftButton, pos=QPoint(6, 18))

    assert told == [True, False]


@pytest.mark.parametrize("key", [Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter])
def test_keys_tick_it(box, qtbot, key):
    qtbot.keyClick(box, key)

    assert box.isChecked()


def test_it_is_a_check_box_to_screen_readers(box):
    box.show_on(True)
    spoken = QAccessible.queryAccessibleInterface(box)

    assert spoken.role() is QAccessible.Role.CheckBox
    assert spoken.text(QAccessible.Text.Name) == "Low back, middle"
    assert spoken.state().checked


def test_what_is_shown_is_not_told(box):
    told = []
    box.toggled.connect(told.append)

    box.show_on(True)

    assert box.isChecked()
    assert told == []


def test_ticking_changes_the_picture_and_moves_nothing(box):
    size, before = (box.sizeHint(), box.heightForWidth(120)), box.grab().toImage()

    box.show_on(True)

    assert (box.sizeHint(), box.heightForWidth(120)) == size
    assert box.grab().toImage() != before


def test_long_words_break_into_lines(box, theme, qapp):
    wide = box.sizeHint()
    theme.show_look(qapp, dark=False, scale=1.75)

    assert box.sizeHint().height() == theme.px(36) > wide.height()
    assert box.heightForWidth(wide.width()) > theme.px(36)
    assert box.minimumSizeHint().width() < wide.width()


def test_a_disabled_box_is_drawn_dim_and_not_pressed(box, qtbot):
    box.show_on(True)
    before = box.grab().toImage()
    box.setEnabled(False)

    qtbot.mouseClick(box, Qt.MouseButton.LeftButton)

    assert box.isChecked()
    assert box.grab().toImage() != before
