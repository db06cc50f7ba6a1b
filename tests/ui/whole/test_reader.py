"""The Diary and Report pages for who hears them, and for who has the keys alone."""

from __future__ import annotations

import re
from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QAbstractButton, QWidget

from hipcoach.core.sample import sample_diary
from hipcoach.ui import announce as announcing
from hipcoach.ui.diary.chart_keys import ACTS
from hipcoach.ui.keys.table import groups

Key = Qt.Key
CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
TITLES = ["Day", "Mean", "Low to high", "7-day mean", "Sessions", "Marks"]


class Reader:
    """A user with the keys alone, at the window on twelve made-up weeks."""

    def __init__(self, desktop) -> None:
        self.desktop, self.window = desktop, desktop.window
        done: list[bool] = []
        desktop.navigator.settled.connect(lambda: done.append(True))
        desktop.navigator.settle()
        desktop.until(lambda: bool(done))

    @property
    def diary(self):
        return self.desktop.navigator.areas.diary

    @property
    def report(self):
        return self.desktop.navigator.areas.report

    @property
    def chart(self) -> QWidget:
        return self.diary._widget

    def key(self, *keys: Key, held=Qt.KeyboardModifier.NoModifier) -> None:
        for key in keys:
            self.desktop.key(key, held)
            self.settle()

    def press(self, *starts: str) -> None:
        for start in starts:
            self.desktop.press(start)
            self.settle()

    def settle(self) -> None:
        """Until the page shows what the diary holds."""
        self.desktop.until(self._is_settled)

    def _is_settled(self) -> bool:
        if self.desktop.shown == "report":
            return bool(self.report.page.preview.sheet.accessibleDescription())
        work = self.diary._work
        is_open = self.desktop.shown == "diary"
        return not (is_open and (self.chart is None or (work and work._timer.isActive())))

    def tabs(self, key: Key) -> list[QWidget]:
        """Where this key goes until it comes round."""
        first, met = self.desktop.focused(), []
        while not met or (met[-1] is not first and len(met) < 99):
            self.desktop.key(key)
            if self.desktop.focused() not in met[-1:]:  # a day has three parts
                met.append(self.desktop.focused())
                assert self.window.focus_ring.isVisible(), met[-1].accessibleName()
        return met

    def stops(self) -> set[QWidget]:
        """All that takes the focus by Tab."""
        tab = Qt.FocusPolicy.TabFocus
        found = self.window.findChildren(QWidget)
        able = {w for w in found if w.focusPolicy() & tab and w.focusProxy() is None}
        return {w for w in able if w.isVisible() and w.isEnabled()}


def said(widget: QWidget, index: int | None = None) -> tuple[str, str]:
    """Name and description of a widget, or of a part of it."""
    node = QAccessible.queryAccessibleInterface(widget)
    node = node if index is None else node.child(index)
    return node.text(QAccessible.Text.Name), node.text(QAccessible.Text.Description)


def row_said(table: QWidget) -> str:
    """What is read where the keys are on a table."""
    inside = QAccessible.queryAccessibleInterface(table).focusChild()
    return inside.text(QAccessible.Text.Name)


def cells(table: QWidget, row: int) -> list[str]:
    """The titles (row 0) or a row as they are read."""
    across = table.model().columnCount() + 1
    return [said(table, row * across + column)[0] for column in range(1, across)]


@pytest.fixture
def reader(desktop) -> Reader:
    """Today, on a diary of twelve weeks until yesterday."""
    now = desktop.now()
    until = (now - timedelta(days=1)).date()
    made = sample_diary(
        weeks=12, seed=1, until=until, catalogue=desktop.desk.catalogue, offset=now.tzinfo
    )
    desktop.store.fill(made)
    desktop.open()
    return Reader(desktop)


@pytest.fixture
def heard(monkeypatch) -> list[str]:
    """What is announced, as to a screen reader that runs."""
    texts: list[str] = []

    class Listening(QAccessible):
        """The bridge with a listener."""

        @staticmethod
        def updateAccessibility(event) -> None:
            texts.append(event.message())

    monkeypatch.setattr(announcing, "QAccessible", Listening)
    monkeypatch.setattr(Listening, "isActive", staticmethod(lambda: True))
    return texts


# Keys alone

PANELS = {
    "page": (),
    "rating": ("New entry",),
    "session": ("Session or days away", "Session without the app"),
    "days": ("Session or days away", "Flare-up or days away"),
}


@pytest.mark.parametrize("way", PANELS.values(), ids=PANELS)
def test_tab_comes_to_everything_once_and_back_again(reader, way):
    reader.key(Key.Key_3, held=CONTROL)
    reader.press(*way)
    there = reader.tabs(Key.Key_Tab)
    assert {*there} == reader.stops()
    assert len(there) == len({*there})
    back = reader.tabs(Key.Key_Backtab)
    assert back == [*there[-2::-1], there[-1]]
    assert all(said(stop)[0] for stop in there)


def test_tab_comes_to_the_panel_after_the_entries_and_reads_it_from_the_top(reader):
    reader.key(Key.Key_3, held=CONTROL)
    reader.press("New entry")
    names = [stop.accessibleName() for stop in reader.tabs(Key.Key_Tab)]
    first = names.index("Entries")
    assert names[first + 1 : first + 5] == ["Close", "Day", "A day earlier", "Time"]
    assert names[first - 1] == "Back pain, chart"


def test_tab_comes_to_everything_on_the_report_page(reader):
    reader.key(Key.Key_5, held=CONTROL)
    there = reader.tabs(Key.Key_Tab)
    assert {*there} == reader.stops()
    assert all(said(stop)[0] for stop in there)


def test_a_session_of_before_is_opened_on_its_day(reader):
    reader.key(Key.Key_3, held=CONTROL)
    reader.press("Session or days away", "Session without the app", "A day earlier", "Save")
    rows = reader.diary.page.entries.rows
    row = next(n for n in range(9) if rows.row(n)[2].text == "Session without the app")
    reader.diary.page.entries.setFocus()
    reader.diary.page.entries.show_row(row)
    reader.key(Key.Key_Return)
    assert reader.desktop.focused().accessibleName() == "Day"


def test_the_row_with_the_keys_stays_in_view_where_the_list_gets_lower(reader):
    reader.key(Key.Key_3, held=CONTROL)
    table = reader.diary.page.entries
    table.setFocus()
    reader.window.resize(1280, 900)
    table.show_row(table.rowAt(table.viewport().height() - 1))
    reader.window.resize(1280, 740)
    reader.settle()
    place = table.visualRect(table.currentIndex())
    assert table.viewport().rect().contains(place.center())


def test_saving_the_report_from_its_page_leaves_the_focus_where_it_was(reader, monkeypatch):
    reader.key(Key.Key_5, held=CONTROL)
    field = next(w for w in reader.stops() if w.accessibleName() == "My questions, one a line")
    field.setFocus()
    monkeypatch.setattr(reader.report._files, "ask_where", lambda: None)
    reader.key(Key.Key_E, held=CONTROL)
    assert reader.desktop.focused() is field


def test_f1_names_the_keys_of_the_chart():
    chart = groups("diary", beside_rail=True)[0]
    listed = {key for line in chart.lines for key in line.keys}
    real = {key.name.removeprefix("Key_") for key in ACTS}
    as_listed = {"PageUp": "PgUp", "PageDown": "PgDown", "Escape": "Esc"}
    assert {as_listed.get(key, key) for key in real} - listed == {"Esc", "Equal"}
    assert listed <= {as_listed.get(key, key) for key in real}


# For who hears it


def test_the_chart_tells_what_it_shows(reader):
    reader.key(Key.Key_3, held=CONTROL)
    name, told = said(reader.chart)
    assert name == "Back pain, chart"
    start, now = r"start \d\.\d \(n = \d+\)", r"now \d\.\d \(n = \d+\)"
    assert re.search(rf"{start}, {now}, change \S+ \([^)]+\): ", told)
    assert "Away: 17 Oct 2026 to 20 Oct 2026." in told
    assert re.search(r"Sessions: \d+ done", told)
    every = next(b for b in reader.window.findChildren(QAbstractButton) if b.text() == "All")
    every.click()
    reader.settle()
    assert "Flare-up: " in said(reader.chart)[1]


def test_the_chart_is_a_table_with_titles_and_rows_that_are_read_whole(reader):
    reader.key(Key.Key_3, held=CONTROL)
    reader.press("Show as table")
    table = reader.diary.page.chart_card.table
    assert cells(table, 0) == TITLES
    table.setFocus()
    day = r"Sunday 1 November 2026, mean 3\.0 of 4 ratings, 7-day mean \d\.\d, "
    assert re.fullmatch(day + "morning done, evening done", row_said(table))
    assert cells(table, 1)[1] == "3.0"
    reader.key(Key.Key_Down)
    assert row_said(table).startswith("Saturday 31 October 2026, mean ")


def test_the_entries_are_a_table_whose_rows_are_read_whole(reader):
    reader.key(Key.Key_3, held=CONTROL)
    table = reader.diary.page.entries
    assert cells(table, 0) == ["Date", "Time", "When", "Pain", "Note", "Edit"]
    table.setFocus()
    assert row_said(table) == "Sun 1 Nov, 20:30, Worst of 24 hours, pain 4"
    assert cells(table, 1)[1:] == ["20:30", "Worst of 24 hours", "4", "none", "Edit"]
    reader.key(Key.Key_Down)
    assert row_said(table) == "Sun 1 Nov, 20:30, Least of 24 hours, pain 2"


def test_the_chart_is_heard_while_it_is_walked_and_moved(reader, heard):
    reader.key(Key.Key_3, held=CONTROL)
    reader.chart.setFocus()
    heard.clear()
    reader.key(Key.Key_Left)
    assert heard[0].startswith("Sunday 1 Nov 2026. Mean 3.0 of 4 ratings, all 3. ")
    heard.clear()
    reader.key(Key.Key_PageUp)
    reader.desktop.until(lambda: bool(heard))
    assert heard == [said(reader.chart)[1]]
    assert "11 Aug" in heard[0]


def test_what_is_saved_deleted_and_taken_back_is_heard(reader, heard):
    reader.key(Key.Key_N, held=CONTROL | SHIFT)
    heard.clear()
    reader.press("Save")
    assert heard == ["Choose a number from 0 to 10."]
    heard.clear()
    reader.key(Key.Key_4)
    reader.press("Save")
    assert heard == ["The rating is saved. Undo with Ctrl+Z."]
    reader.diary.page.entries.setFocus()
    reader.key(Key.Key_Delete)
    assert heard[1:] == ["The rating is deleted. Undo with Ctrl+Z."]
    heard.clear()
    reader.key(Key.Key_Z, held=CONTROL)
    assert heard == ["The last change is taken back"]
    reader.key(Key.Key_Return, Key.Key_7, Key.Key_Escape)
    assert heard[1:] == ["Discard what you typed?"]


def test_the_preview_tells_what_stands_on_the_page(reader):
    reader.key(Key.Key_5, held=CONTROL)
    name, told = said(reader.report.page.preview.sheet)
    assert name == "Report, page 1 of 1"
    for part in ("Period", "Program", "Safety", "Sessions done", "Back pain"):
        assert part in told
