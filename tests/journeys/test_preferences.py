"""The user's choices: kept one by one, none at the cost of another."""

from __future__ import annotations

from datetime import timedelta

import pytest

from hipcoach.core.run import Band, Look


def test_each_choice_is_kept_beside_the_others(room) -> None:
    first_day = room.now.date()
    room.preferences.note_intro_read()
    room.preferences.keep_bands([])
    room.preferences.keep_look(Look.DARK)
    kept = room.preferences.keep_text_size(130)
    room.crash()
    assert room.preferences.settings() == kept
    assert (kept.bands, kept.look, kept.text_size) == ((), Look.DARK, 130)
    assert kept.intro_read_on == first_day


def test_bands_are_not_asked_until_they_are_told(room) -> None:
    assert room.preferences.settings().bands is None
    assert room.preferences.keep_bands([Band(colour="red")]).bands == (Band(colour="red"),)


def test_a_size_that_is_not_offered_is_refused(room) -> None:
    with pytest.raises(ValueError, match="90, 100, 115, 130, 150, 175 percent, not 120"):
        room.preferences.keep_text_size(120)
    assert room.preferences.settings().text_size == 100


def test_the_first_reading_of_the_intro_stays(room) -> None:
    first = room.preferences.note_intro_read()
    room.later(days=1)
    assert room.preferences.note_intro_read() == first
    assert room.now.date() - first.intro_read_on == timedelta(days=1)
