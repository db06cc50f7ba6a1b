"""The scale from 0 to 10: what chooses, what only moves, and what screen readers are told."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication, QRadioButton, QVBoxLayout, QWidget

from hipcoach.ui.controls.score_scale import ScoreScale


@pytest.fixture
def scale(theme, show):
    """A scale in a window that has the focus."""
    made = ScoreScale(theme, "Back pain right now")
    show(made, 700, 120)
    made.setFocus()
    return made


@pytest.fixture
def told(scale):
    """All scores that were told as chosen."""
    scores: list[int] = []
    scale.chosen.connect(scores.append)
    return scores


def boxes(scale: ScoreScale) -> list[QRadioButton]:
    return scale.findChildren(QRadioButton)


def filled(scale: ScoreScale) -> list[str]:
    return [box.accessibleName() for box in boxes(scale) if box.isChecked()]


def wait_over(scale: ScoreScale) -> bool:
    """Let the time for a second digit pass; whether anything had been waiting."""
    timer = scale.findChild(QTimer)
    waiting = timer.isActive()
    timer.stop()
    timer.timeout.emit()
    return waiting


def press(qtbot, *keys: Qt.Key) -> None:
    for key in keys:
        qtbot.keyClick(QApplication.focusWidget(), key)


def test_nothing_is_chosen_before_the_user_chooses(scale):
    assert scale.score is None
    assert filled(scale) == []


def test_a_click_chooses_and_the_same_click_again_tells_it_again(scale, told, qtbot):
    qtbot.mouseClick(boxes(scale)[3], Qt.MouseButton.LeftButton)
    qtbot.mouseClick(boxes(scale)[3], Qt.MouseButton.LeftButton)
    assert told == [3, 3]
    assert scale.score == 3
    assert filled(scale) == ["3"]


def test_arrows_home_and_end_move_and_never_choose(scale, told, qtbot):
    scale.show_score(4)
    places: list[int] = []
    scale.moved.connect(places.append)
    keys = Qt.Key
    press(qtbot, keys.Key_Right, keys.Key_Up, keys.Key_Left, keys.Key_Down)
    press(qtbot, keys.Key_End, keys.Key_Right, keys.Key_Home, keys.Key_Left)
    assert places == [1, 2, 1, 0, 10, 0]
    assert told == []
    assert scale.score == 4


@pytest.mark.parametrize("key", [Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter])
def test_space_and_enter_choose_the_focused_number(scale, told, qtbot, key):
    press(qtbot, Qt.Key.Key_Right, Qt.Key.Key_Right, key)
    assert told == [2]


def test_a_typed_digit_is_chosen_at_once_and_takes_the_focus_along(scale, told, qtbot):
    press(qtbot, Qt.Key.Key_7)
    assert told == [7]
    assert boxes(scale)[7].hasFocus()


def test_digits_with_shift_count_and_the_windows_shortcuts_do_not(scale, told, qtbot):
    modifiers = Qt.KeyboardModifier
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_4, modifiers.ShiftModifier)
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_2, modifiers.ControlModifier)
    assert told == [4]


def test_a_typed_one_waits_for_a_zero(scale, told, qtbot):
    press(qtbot, Qt.Key.Key_1)
    assert told == []
    assert wait_over(scale)
    assert told == [1]


def test_one_and_zero_are_ten_and_nothing_else(scale, told, qtbot):
    press(qtbot, Qt.Key.Key_1, Qt.Key.Key_0)
    assert not wait_over(scale)
    assert told == [10]
    assert scale.score == 10


def test_a_slow_zero_is_a_zero(scale, told, qtbot):
    press(qtbot, Qt.Key.Key_1)
    wait_over(scale)
    press(qtbot, Qt.Key.Key_0)
    assert told == [1, 0]


def test_another_digit_right_after_the_one_corrects_it(scale, told, qtbot):
    press(qtbot, Qt.Key.Key_1, Qt.Key.Key_5)
    assert not wait_over(scale)
    assert told == [5]


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Right])
def test_another_key_ends_the_wait(scale, told, qtbot, key):
    press(qtbot, Qt.Key.Key_1, key)
    assert not wait_over(scale)
    assert told == [1]


def test_a_waiting_one_is_kept_when_the_page_is_left(scale, told, qtbot):
    press(qtbot, Qt.Key.Key_1)
    scale.hide()
    assert told == [1]


def test_a_screen_reader_can_choose(scale, told):
    scale.show_score(3)
    face = QAccessible.queryAccessibleInterface(boxes(scale)[6])
    actions = face.actionInterface()
    actions.doAction(actions.toggleAction())
    assert told == [6]
    assert filled(scale) == ["6"]


def test_the_scale_says_question_score_and_ends(scale):
    scale.show_score(3)
    group = QAccessible.queryAccessibleInterface(scale)
    assert group.role() is QAccessible.Role.Grouping
    expected = "Back pain right now, 3 of 10, 0 no pain, 10 worst pain you can imagine"
    assert group.text(QAccessible.Text.Name) == expected
    box = QAccessible.queryAccessibleInterface(boxes(scale)[10])
    assert box.role() is QAccessible.Role.RadioButton
    assert box.text(QAccessible.Text.Name) == "10, worst pain you can imagine"


def test_showing_a_score_tells_nothing(scale, told):
    scale.show_score(5)
    scale.show_score(None)
    assert told == []
    assert filled(scale) == []


def test_tab_stops_once_at_the_chosen_number(theme, show, qtbot):
    page = QWidget()
    column = QVBoxLayout(page)
    first, second = ScoreScale(theme, "Effort", joined=True), ScoreScale(theme, "Pain")
    for scale in (first, second):
        column.addWidget(scale)
        scale.show_score(4)
    show(page, 700, 300)
    first.setFocus()
    press(qtbot, Qt.Key.Key_Right, Qt.Key.Key_Tab)
    assert boxes(second)[4].hasFocus()
    qtbot.keyClick(boxes(second)[4], Qt.Key.Key_Backtab)
    assert boxes(first)[5].hasFocus()


@pytest.mark.parametrize(("width", "rows"), [(700, 1), (420, 2)])
def test_boxes_stay_large_and_inside_at_every_width(theme, show, width, rows):
    scale = show(ScoreScale(theme, "Pain"), width, 300)
    assert len({box.y() for box in boxes(scale)}) == rows
    assert min(box.width() for box in boxes(scale)) >= 44
    assert max(box.geometry().right() for box in boxes(scale)) < width
