"""Every key of product.md section 9, and who owns Space and Enter."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton

from hipcoach.core.events import PlayerState
from hipcoach.core.exercise import Side

Key = Qt.Key


def _paused(played):
    return played.guided.player.state is PlayerState.PAUSED


def _right_side(played):
    return played.guided.player.phase.point.side is Side.RIGHT


def _again(played):
    return played.guided.player.count == 0 and not _right_side(played)


EFFECTS = [
    (Key.Key_Space, _paused),
    (Key.Key_MediaPlay, _paused),
    (Key.Key_MediaPause, _paused),
    (Key.Key_MediaTogglePlayPause, _paused),
    (Key.Key_Return, _right_side),
    (Key.Key_Enter, _right_side),
    (Key.Key_Right, _right_side),
    (Key.Key_PageDown, _right_side),
    (Key.Key_MediaNext, _right_side),
    (Key.Key_Left, _again),
    (Key.Key_PageUp, _again),
    (Key.Key_MediaPrevious, _again),
    (Key.Key_H, lambda played: played.page.frame.hurt.isVisible()),
    (Key.Key_Up, lambda played: played.guided.player.count == 3),
    (Key.Key_Down, lambda played: played.guided.player.count == 1),
    (Key.Key_R, lambda played: played.page.frame.play.stage.work._caption.text() == "Lift"),
    (Key.Key_Escape, lambda played: played.page.frame.leave.isVisible()),
    (Key.Key_F11, lambda played: played.page.frame.is_full_screen),
]


@pytest.mark.parametrize(("key", "effect"), EFFECTS)
def test_a_key_does_what_it_says(played, key, effect):
    played.begin()
    played.pass_time(20 + 6 * 2 + 0.5)
    played.page.frame.play.stage.show_caption("")
    assert played.guided.player.count == 2
    assert not effect(played)
    played.press(key)
    assert effect(played)


def test_enter_is_ready_in_position_and_space_goes_on_after_a_pause(played):
    played.begin()
    played.press(Key.Key_Return)
    assert played.guided.player.phase.works
    played.press(Key.Key_Space)
    played.press(Key.Key_Space)
    assert played.guided.player.state is PlayerState.PLAYING


def test_a_control_reached_by_tab_keeps_space_and_enter_and_no_other_key(played):
    played.begin()
    played.to_work()
    skip = played.page.frame.play.bar.skip
    played.press(Key.Key_Up, on=skip)
    assert played.guided.player.count == 1
    played.press(Key.Key_Space, on=skip)
    assert played.guided.player.state is PlayerState.PLAYING
    played.press(Key.Key_Return, on=skip)
    assert _right_side(played)


def test_a_click_never_takes_the_focus_from_the_player(played):
    frame = played.page.frame
    for button in (*frame.top.findChildren(QAbstractButton), *_buttons(frame)):
        assert button.focusPolicy() == Qt.FocusPolicy.TabFocus, button.accessibleName()
        assert button.accessibleName()


def test_when_done_with_this_set_vanishes_the_next_enter_does_not_skip(played):
    played.begin()
    played.to_work()
    frame = played.page.frame
    frame.play.bar.done.setFocus()
    frame.play.bar.done.click()
    assert _right_side(played)
    assert not frame.play.bar.done.isVisible()
    assert frame.focusWidget() is frame


def test_keys_held_down_or_with_ctrl_are_not_the_player_s(played):
    played.begin()
    played.to_work()
    from PySide6.QtCore import QEvent
    from PySide6.QtGui import QKeyEvent
    from PySide6.QtWidgets import QApplication

    press = QEvent.Type.KeyPress
    held = QKeyEvent(press, Key.Key_Right, Qt.KeyboardModifier.NoModifier, "", autorep=True)
    ctrl = QKeyEvent(press, Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    for event in (held, ctrl):
        QApplication.sendEvent(played.page.frame, event)
    assert not _right_side(played)


def _buttons(frame):
    inside = frame.play.findChildren(QAbstractButton)
    return [button for button in inside if not frame.question.isAncestorOf(button)]
