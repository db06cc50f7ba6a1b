"""F1 in the whole window: the table is true, and a session pauses below it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut

from hipcoach.core.events import PlayerState
from hipcoach.ui.keys.table import WINDOW, groups

Key = Qt.Key
PORTABLE = QKeySequence.SequenceFormat.PortableText


def keys(group):
    return [key for line in group.lines for key in line.keys]


def overlay(desktop):
    return desktop.navigator._keys.overlay


def shortcuts(widget, reach) -> list[str]:
    found = widget.findChildren(QShortcut, options=reach)
    return sorted(shortcut.key().toString(PORTABLE) for shortcut in found)


def test_every_shortcut_of_the_window_is_in_the_table_and_the_other_way_round(settled):
    real = shortcuts(settled.window, Qt.FindChildOption.FindDirectChildrenOnly)
    assert real == sorted(key for line in WINDOW.lines for key in line.keys)


def test_so_are_those_of_the_settings(settled):
    settled.key(Key.Key_Comma, Qt.KeyboardModifier.ControlModifier)
    page = settled.navigator.window._pages["settings"]
    listed = [key for group in groups("settings", beside_rail=True) for key in keys(group)]
    real = shortcuts(page, Qt.FindChildOption.FindChildrenRecursively)
    assert real
    assert {*real} <= {*listed}


def test_f1_opens_and_closes_and_the_focus_is_where_it_was(settled):
    before = settled.focused()
    settled.key(Key.Key_F1)
    assert overlay(settled).isVisible()
    settled.key(Key.Key_F1)
    assert not overlay(settled).isVisible()
    assert settled.focused() is before


def test_a_rating_by_its_shortcut_closes_it_first(settled):
    settled.key(Key.Key_F1)
    settled.key(Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    settled.key(Key.Key_4)
    assert not overlay(settled).isVisible()
    assert settled.ratings_kept == [(4, ())]


def test_a_session_pauses_below_it_and_stays_paused(settled):
    settled.press("Start session")
    settled.play(20 + 4)
    assert settled.guided.player.state is PlayerState.PLAYING
    settled.key(Key.Key_F1)
    assert settled.guided.player.state is PlayerState.PAUSED
    settled.key(Key.Key_Escape)
    assert not overlay(settled).isVisible()
    assert settled.guided.player.state is PlayerState.PAUSED
    assert "Leave the session?" not in settled.texts
    settled.key(Key.Key_Space)
    assert settled.guided.player.state is PlayerState.PLAYING


def test_this_hurts_works_below_it(settled):
    settled.press("Start session")
    settled.play(20 + 4)
    settled.key(Key.Key_F1)
    settled.key(Key.Key_H)
    assert not overlay(settled).isVisible()
    assert "Paused. Ease out of it." in settled.texts


def test_closing_the_window_asks_above_it(settled):
    settled.press("Start session")
    settled.key(Key.Key_F1)
    settled.window.close()
    assert not overlay(settled).isVisible()
    assert settled.focused().accessibleName() == "Back to the session"
