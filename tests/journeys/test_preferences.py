"""The user's choices: kept one by one, none at the cost of another, each with its way back."""

from __future__ import annotations

from dataclasses import replace
from datetime import time, timedelta

import pytest

from hipcoach.core.run import Band, FigureLook, Look, Motion, Settings, Times
from hipcoach.core.session import Slot

CHOICES = {
    "bands": (lambda p: p.keep_bands([Band(colour="red")]), {"bands": (Band(colour="red"),)}),
    "look": (lambda p: p.keep_look(Look.DARK), {"look": Look.DARK}),
    "figure": (lambda p: p.keep_figure_look(FigureLook.FERN), {"figure_look": FigureLook.FERN}),
    "motion": (lambda p: p.keep_motion(Motion.STILLS), {"motion": Motion.STILLS}),
    "text": (lambda p: p.keep_text_size(130), {"text_size": 130}),
    "morning": (lambda p: p.keep_slot(Slot.MORNING, time(13, 59)), {"morning_at": time(13, 59)}),
    "evening": (lambda p: p.keep_slot(Slot.EVENING, time(14)), {"evening_at": time(14)}),
    "weekday": (lambda p: p.keep_first_weekday(7), {"first_weekday": 7}),
    "low focus": (lambda p: p.keep_low_focus(True), {"low_focus": True}),
    "hints": (lambda p: p.keep_hints(False), {"hints": False}),
    "times": (lambda p: p.keep_times(Times(rest=45)), {"times": Times(rest=45)}),
}


@pytest.mark.parametrize("name", CHOICES)
def test_a_choice_is_durable_and_goes_back_alone(room, name: str) -> None:
    choose, chosen = CHOICES[name]
    room.store.settings.put(Settings(sample=True))
    before = room.preferences.settings()

    back = choose(room.preferences)

    kept = room.preferences.settings()
    assert kept == replace(before, **chosen, updated_at=kept.updated_at)
    noted = room.store.settings.put(replace(kept, morning_asked_on=room.now.date()))
    back()
    after = room.preferences.settings()
    (field,) = chosen
    assert after == replace(noted, **{field: getattr(before, field)}, updated_at=after.updated_at)
    room.crash()
    assert room.preferences.settings() == after


def test_each_choice_is_kept_beside_the_others(room) -> None:
    first_day = room.now.date()
    room.preferences.note_intro_read()
    for choose, _ in CHOICES.values():
        choose(room.preferences)
    room.crash()
    kept = room.preferences.settings()
    for _, chosen in CHOICES.values():
        assert {field: getattr(kept, field) for field in chosen} == chosen
    assert kept.intro_read_on == first_day


def test_hints_that_were_read_are_shown_again_and_back(room) -> None:
    room.store.settings.put(Settings(hints=False, hints_seen=("start",)))
    back = room.preferences.show_hints_again()
    kept = room.preferences.settings()
    assert (kept.hints, kept.hints_seen) == (True, ())
    back()
    kept = room.preferences.settings()
    assert (kept.hints, kept.hints_seen) == (False, ("start",))


def test_bands_are_not_asked_until_they_are_told(room) -> None:
    assert room.preferences.settings().bands is None
    back = room.preferences.keep_bands([])
    assert room.preferences.settings().bands == ()
    back()
    assert room.preferences.settings().bands is None


@pytest.mark.parametrize(
    ("choose", "told"),
    [
        (lambda p: p.keep_text_size(120), "90, 100, 115, 130, 150, 175 percent, not 120"),
        (lambda p: p.keep_slot(Slot.MORNING, time(14)), "before 14:00"),
        (lambda p: p.keep_slot(Slot.EVENING, time(13, 59)), "14:00 or later"),
        (lambda p: p.keep_first_weekday(8), r"1 \(Monday\) to 7"),
        (lambda p: p.keep_times(Times(rest=601)), "3 to 600 seconds"),
    ],
)
def test_what_is_not_offered_is_refused_and_changes_nothing(room, choose, told: str) -> None:
    before = room.preferences.settings()
    with pytest.raises(ValueError, match=told):
        choose(room.preferences)
    assert room.preferences.settings() == before


def test_the_first_reading_of_the_intro_stays(room) -> None:
    first = room.preferences.note_intro_read()
    room.later(days=1)
    assert room.preferences.note_intro_read() == first
    assert room.now.date() - first.intro_read_on == timedelta(days=1)
