"""The Diary page, by keys alone."""

from __future__ import annotations

from collections.abc import Callable

from hipcoach.core.pain import RatingKind
from tests.e2e.steps import nameless
from tests.e2e.window import Window

Start = Callable[..., Window]


def test_an_entry_is_written_changed_deleted_and_taken_back(on_sample: Start) -> None:
    window = on_sample()
    before = len(window.diary().pain_ratings)
    window.press("ctrl+shift+n")
    window.until_seen("New entry")
    assert nameless(window) == []
    window.press("4")
    window.tab_to("Save")
    window.press("Return")
    window.until(lambda: len(window.diary().pain_ratings) == before + 1, "the rating")
    newest = window.diary().pain_ratings[-1]
    assert (newest.score, newest.kind) == (4, RatingKind.NOW)
    assert nameless(window) == []

    window.tab_to("Entries")  # where the newest has the keys
    window.press("Return")
    window.until_seen("Change this entry")
    window.press("5")
    window.tab_to("Save")
    window.press("Return")
    window.until(lambda: window.diary().rating(newest.id).score == 5, "the other score")

    window.tab_to("Entries")
    window.press("Delete")
    window.until(lambda: window.diary().rating(newest.id) is None, "the deletion")
    window.press("ctrl+z")
    window.until(lambda: window.diary().rating(newest.id) is not None, "the way back")
    assert len(window.diary().pain_ratings) == before + 1


def test_the_chart_is_read_as_a_table(on_sample: Start) -> None:
    window = on_sample()
    window.press("ctrl+3")
    window.tab_to("Show as table")
    window.press("Return")
    window.until_seen(r".*, mean \d\.\d of \d+ ratings?.*")
    assert nameless(window) == []
    window.tab_to("Show chart")
    window.press("Return")
    window.until_seen("Show as table")
