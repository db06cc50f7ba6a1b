"""The Diary page in the whole window: entries written, changed, deleted, and each taken back."""

from __future__ import annotations

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt

from hipcoach.core.pain import PainRating, Place
from hipcoach.ui.controls.check_box import CheckBox
from hipcoach.ui.controls.score_box import ScoreBox
from hipcoach.ui.diary.chart_card import Standing
from hipcoach.ui.diary.loading import ChartLoader

CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


class DiaryUser:
    """A user at the Diary page, which is open and filled."""

    def __init__(self, desktop) -> None:
        self.desktop = desktop
        desktop.press("Diary")
        self.settle()

    @property
    def flow(self):
        return self.desktop.navigator.areas.diary

    @property
    def page(self):
        return self.flow.page

    def settle(self) -> None:
        """Until what the page shows is what the diary holds."""
        self.desktop.until(self._is_settled)

    def _is_settled(self) -> bool:
        flow = self.flow
        is_loading = flow._loader._is_begun and flow._widget is None
        return not is_loading and not flow._work._timer.isActive()

    def press(self, *starts: str) -> None:
        self.desktop.press(*starts)
        self.settle()

    def key(self, *keys: Qt.Key, held=Qt.KeyboardModifier.NoModifier) -> None:
        for key in keys:
            self.desktop.key(key, held)
            self.settle()

    def undo(self) -> None:
        self.key(Qt.Key.Key_Z, held=CONTROL)

    def rate(self, score: int) -> None:
        """Write a rating of now with the page's button."""
        self.press("New entry", str(score), "Save")

    def to_row(self, row: int) -> None:
        """Put the keys on a row of the table."""
        self.page.entries.setFocus()
        self.page.entries.show_row(row)

    @property
    def rows(self) -> list[tuple[str, str]]:
        """When and how strong, of each entry that is shown."""
        model = self.page.entries.rows
        return [(model.row(n)[2].text, model.row(n)[3].text) for n in range(model.rowCount())]

    @property
    def scores(self) -> list[int]:
        """What is stored."""
        return [rating.score for rating in self.desktop.diary.pain_ratings]


@pytest.fixture
def user(settled) -> DiaryUser:
    return DiaryUser(settled)


# Ratings


def test_a_rating_is_stored_shown_and_taken_back(user) -> None:
    assert user.desktop.focused().accessibleName() == "New entry"
    user.press("New entry")
    assert isinstance(user.desktop.focused(), ScoreBox)
    assert not user.desktop.shows("New entry")  # one filled button: Save
    user.key(Qt.Key.Key_4)
    user.press("Save")
    assert user.scores == [4]
    assert user.rows == [("Morning", "4")]
    assert "The rating is saved" in user.desktop.texts
    assert user.page.panel is None
    assert user.desktop.focused().accessibleName() == "New entry"
    user.undo()
    assert (user.scores, user.rows) == ([], [])


def test_a_new_entry_begins_anywhere(settled) -> None:
    settled.key(Qt.Key.Key_N, CONTROL | SHIFT)
    user = DiaryUser(settled)
    assert settled.shown == "diary"
    user.key(Qt.Key.Key_N, held=CONTROL | SHIFT)
    assert isinstance(settled.focused(), ScoreBox)
    user.key(Qt.Key.Key_7)
    user.key(Qt.Key.Key_N, held=CONTROL | SHIFT)
    user.press("Save")
    assert user.scores == [7]  # what was chosen already was not lost


def test_an_entry_is_changed_by_the_keyboard_and_taken_back(user) -> None:
    user.rate(4)
    before = user.desktop.diary.pain_ratings
    user.to_row(0)
    user.key(Qt.Key.Key_Return, Qt.Key.Key_6)
    user.press("Save")
    assert user.scores == [6]
    assert user.desktop.diary.pain_ratings[0].id == before[0].id
    assert user.desktop.focused() is user.page.entries
    user.undo()
    assert user.scores == [4]
    assert user.rows == [("Morning", "4")]


def test_the_delete_key_deletes_and_the_next_row_has_the_keys(user) -> None:
    for score in (1, 2, 3):
        user.rate(score)
        user.desktop.later(minutes=5)
    user.to_row(1)
    user.key(Qt.Key.Key_Delete)
    assert user.scores == [1, 3]
    assert "The rating is deleted" in user.desktop.texts
    assert user.page.entries.row == 1
    assert user.desktop.focused() is user.page.entries
    user.undo()
    assert user.scores == [1, 2, 3]


def test_an_entry_is_deleted_in_its_panel(user) -> None:
    user.rate(4)
    user.to_row(0)
    user.key(Qt.Key.Key_Return)
    user.press("Delete")
    assert user.scores == []
    assert user.page.panel is None
    assert user.desktop.focused().accessibleName() == "New entry"  # the table is gone
    user.undo()
    assert user.scores == [4]


# What happens meanwhile


def test_a_rating_from_elsewhere_appears(user) -> None:
    user.desktop.ratings.rate(5)
    user.settle()
    assert user.rows == [("Morning", "5")]
    assert user.page.chart_card.words.standing is Standing.OPEN


def test_an_open_entry_that_is_deleted_by_undo_is_closed(user) -> None:
    user.rate(4)
    user.to_row(0)
    user.key(Qt.Key.Key_Return)
    user.undo()
    assert user.scores == []
    assert user.page.panel is None


def test_what_was_typed_into_a_deleted_entry_is_kept_as_a_new_one(user) -> None:
    user.rate(4)
    user.to_row(0)
    user.key(Qt.Key.Key_Return, Qt.Key.Key_6)
    user.undo()
    assert user.scores == []
    assert "This entry was deleted. Saving makes it a new one." in user.desktop.texts
    user.press("Save")
    assert user.scores == [6]
    assert user.page.panel is None


def test_an_open_entry_that_changes_elsewhere_is_shown_as_it_is(user) -> None:
    user.rate(4)
    user.to_row(0)
    user.key(Qt.Key.Key_Return, Qt.Key.Key_6)
    user.press("Save")
    user.to_row(0)
    user.key(Qt.Key.Key_Return)
    assert user.page.panel.form.score == 6
    user.undo()
    assert user.page.panel.form.score == 4
    assert not user.page.panel.is_changed()


def test_a_full_disk_is_said_and_what_was_typed_stays(user) -> None:
    user.press("New entry", "8")
    user.desktop.disk.left = 0
    user.press("Save")
    assert "is full" in user.desktop.texts
    assert user.scores == []
    assert user.page.panel.form.score == 8
    user.desktop.disk.left = None
    user.press("Save")
    assert user.scores == [8]
    assert "is full" not in user.desktop.texts


def test_a_full_disk_deletes_nothing_and_says_so(user) -> None:
    user.rate(4)
    user.to_row(0)
    user.desktop.disk.left = 0
    user.key(Qt.Key.Key_Delete)
    user.desktop.disk.left = None
    assert user.scores == [4]
    assert "is full" in user.desktop.texts


# Nothing that was typed is lost by accident


def test_esc_asks_before_it_closes_what_was_changed(user) -> None:
    user.press("New entry")
    user.key(Qt.Key.Key_Escape)
    assert user.page.panel is None
    user.press("New entry", "3")
    user.key(Qt.Key.Key_Escape)
    assert "Discard what you typed?" in user.desktop.texts
    user.press("Keep editing")
    assert user.page.panel.form.score == 3
    user.key(Qt.Key.Key_Escape)
    user.press("Discard")
    assert user.page.panel is None
    assert user.scores == []
    assert user.desktop.focused().accessibleName() == "New entry"


def test_another_entry_is_opened_once_what_was_changed_is_settled(user) -> None:
    user.rate(4)
    user.press("New entry", "3")
    user.to_row(0)
    user.key(Qt.Key.Key_Return)
    assert "Discard what you typed?" in user.desktop.texts
    assert user.page.panel.form.score == 3


def test_a_panel_waits_while_another_page_is_looked_at(user) -> None:
    user.press("New entry", "3", "Today", "Diary")
    assert user.page.panel.form.score == 3
    assert isinstance(user.desktop.focused(), ScoreBox)
    user.press("Save")
    assert user.scores == [3]


# What leads elsewhere


def test_new_pain_below_the_knee_asks_the_warning_list(user) -> None:
    user.press("New entry", "3")
    boxes = user.page.panel.findChildren(CheckBox)
    next(box for box in boxes if "knee" in box.accessibleName()).click()
    user.press("Save")
    [rating] = user.desktop.diary.pain_ratings
    assert set(rating.places) & {Place.BELOW_KNEE_LEFT, Place.BELOW_KNEE_RIGHT}
    assert not user.desktop.window.beside_rail
    assert user.desktop.shows("No, none of these")


def test_a_flare_up_keeps_the_rating_first(user) -> None:
    user.press("New entry", "6", "This is a flare-up")
    assert user.scores == [6]
    assert user.desktop.shown == "days-off"
    assert user.page.panel is None


def test_a_session_without_the_app_is_entered_and_taken_back(user) -> None:
    user.press("Session or days away", "Session without the app", "Save")
    [session] = user.desktop.diary.sessions
    assert session.without_app
    assert [when for when, _ in user.rows] == ["Session without the app"]
    user.undo()
    assert user.desktop.diary.sessions == ()


def test_a_past_flare_up_is_entered_and_taken_back(user) -> None:
    user.press("Session or days away", "Flare-up or days away", "Save")
    [flare] = user.desktop.diary.flares
    yesterday = user.desktop.now().date() - timedelta(days=1)
    assert (flare.from_, flare.to) == (yesterday, yesterday)
    assert [when for when, _ in user.rows] == ["Flare-up"]
    assert user.desktop.focused().accessibleName() == "Session or days away"
    user.undo()
    assert user.desktop.diary.flares == ()
    assert user.rows == []


def test_what_may_not_be_deleted_is_said(user) -> None:
    """The screening after a flare-up is not escaped by deleting it."""
    user.press("Session or days away", "Flare-up or days away", "Save")
    user.to_row(0)
    user.key(Qt.Key.Key_Delete)
    assert len(user.desktop.diary.flares) == 1
    told = user.desktop.window.undo_bar.accessibleName()
    assert told.endswith(".")
    assert told in user.desktop.texts
    user.key(Qt.Key.Key_Return)
    user.press("Delete")
    assert len(user.desktop.diary.flares) == 1
    assert user.page.panel is not None
    assert user.desktop.texts.count(told) == 2  # in the panel, too


# The chart


def test_the_entries_work_while_the_chart_is_loaded(desktop, monkeypatch) -> None:
    monkeypatch.setattr(ChartLoader, "is_ready", False)
    monkeypatch.setattr(ChartLoader, "start", lambda _loader: None)
    desktop.settle()
    desktop.open()
    user = DiaryUser(desktop)
    user.rate(4)
    assert "Drawing the chart ..." in desktop.texts
    assert user.rows == [("Morning", "4")]
    monkeypatch.setattr(ChartLoader, "is_ready", True)
    user.flow._loader.ready.emit()
    user.settle()
    assert "Drawing the chart ..." not in desktop.texts
    assert user.flow._widget.isVisible()


def test_the_chart_is_a_table_too(user) -> None:
    user.rate(4)
    user.press("Show as table")
    table = user.page.chart_card.table
    assert table.isVisible()
    assert table.rows.row(0)[1].text == "4.0"
    assert "4.0" in table.rows.row(0)[0].name
    user.rate(2)
    assert table.rows.row(0)[1].text == "3.0"
    user.press("Show chart")
    assert not table.isVisible()


def test_a_day_of_the_chart_leads_to_its_entries(user) -> None:
    store, now = user.desktop.store, user.desktop.now()
    for days in range(30):
        store.pain_ratings.add(PainRating(at=now - timedelta(days=days), score=days % 10))
    user.settle()
    user.flow._widget.day_opened.emit((now - timedelta(days=20)).date())
    assert user.desktop.focused() is user.page.entries
    assert user.page.entries.row == 20


def test_in_low_focus_mode_the_chart_opens_for_one_look(user) -> None:
    user.desktop.preferences.keep_low_focus(on=True)
    user.desktop.later(days=1)
    user.rate(4)
    assert user.page.chart_card.words.standing is Standing.CLOSED
    assert "Your next look is on" in user.desktop.texts
    assert "start" not in user.desktop.texts.casefold()
    assert not user.desktop.shows("6 weeks")
    user.press("Look now")
    assert user.page.chart_card.words.standing is Standing.OPEN
    assert user.desktop.focused().accessibleName() == "Show as table"
    user.press("Today", "Diary")
    assert user.page.chart_card.words.standing is Standing.CLOSED


# Time


def test_a_page_that_stays_open_past_midnight_shows_the_new_day(user) -> None:
    before = user.flow._chart.today
    user.desktop.later(minutes=1)
    assert not user.flow._work._timer.isActive()
    user.desktop.later(days=1)
    user.settle()
    assert user.flow._chart.today == before + timedelta(days=1)
    assert user.desktop.shown == "diary"
