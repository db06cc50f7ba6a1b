"""Settings at work: what is chosen there is in force in the session and on Today."""

from __future__ import annotations

from PySide6.QtCore import Qt

from hipcoach.core.run import Look, Times

COUNTED = 3
"""The last seconds of getting into position, which are counted."""


def test_the_times_are_in_force_in_the_next_session(desktop) -> None:
    desktop.settle()
    desktop.preferences.keep_times(Times(more=20, prepare_far=30))
    desktop.open()
    desktop.navigator._on_start_key()

    player = desktop.navigator.flow.player
    assert player.frame.play.panel.more.accessibleName() == "20 seconds more"
    guided = player.guided
    assert guided.player.next_boundary == 30 - COUNTED
    player.frame.play.panel.more.click()
    assert guided.player.next_boundary == 30 + 20 - COUNTED


def test_another_look_is_shown_at_once_and_taken_back_with_ctrl_z(desktop, theme) -> None:
    desktop.settle()
    desktop.open()
    desktop.navigator.areas.show_settings()
    desktop.navigator.areas.settings.page.appearance.look_chosen.emit(Look.DARK)
    assert theme.dark

    desktop.key(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)

    assert not theme.dark
    assert desktop.preferences.settings().look is Look.SYSTEM
