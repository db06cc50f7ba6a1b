"""First-time hints in the whole window: shown until they were read, one at a time."""

from __future__ import annotations

from dataclasses import replace

START, READY = "Lay out what you need", "Once you are in position"


def seen(desktop) -> tuple[str, ...]:
    return desktop.diary.settings.hints_seen


def test_a_hint_stays_until_it_was_read_and_the_next_comes_another_day(settled):
    focused = settled.focused()
    assert START in settled.texts
    assert focused.accessibleName() == "Start session"
    settled.kill()
    assert START in settled.texts
    settled.press("Got it")
    assert seen(settled) == ("start",)
    assert START not in settled.texts
    assert READY not in settled.texts
    settled.kill()
    assert READY in settled.texts


def test_got_it_by_keys_gives_the_focus_back(settled):
    before = settled.focused()
    settled.button("Got it").setFocus()
    settled.button("Got it").click()
    assert settled.focused() is before


def test_no_hint_in_a_session(settled):
    settled.press("Start session")
    assert settled.shown == "player"
    assert not settled.shows("Got it")


def test_no_hint_while_the_morning_is_asked(settled):
    settled.press("Start session", "I am ready")
    settled.play(13 * 6 + 3)
    settled.press("Done with this set", "Leave", "End the session", "Finish later")
    settled.later(days=1, hours=-1)
    assert "this morning?" in settled.texts
    assert not settled.shows("Got it")
    settled.press("Skip")
    assert settled.shows("Got it")


def test_switched_off_there_is_none(desktop):
    desktop.settle()
    settings = desktop.store.settings
    settings.put(replace(settings.get(), hints=False))
    desktop.open()
    assert not desktop.shows("Got it")


def test_shown_again_they_come_at_once_and_switched_off_they_go(settled):
    settled.press("Got it")
    settled.preferences.show_hints_again()
    assert START in settled.texts
    settled.preferences.keep_hints(False)
    assert not settled.shows("Got it")


def test_where_the_disk_is_full_it_is_gone_for_this_sitting_only(settled, qtbot):
    settled.disk.left = 0
    with qtbot.captureExceptions() as told:
        settled.press("Got it")
    assert len(told) == 1
    assert START not in settled.texts
    settled.kill()
    assert START in settled.texts
