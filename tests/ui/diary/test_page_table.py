"""The tables of the Diary page: any number of rows, reached by keys, mouse and screen reader."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta, timezone

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QSignalSpy, QTest
from PySide6.QtWidgets import QVBoxLayout, QWidget

from hipcoach.core.day_rows import DayRow
from hipcoach.core.entry_row import EntryRow
from hipcoach.core.pain import PainRating
from hipcoach.core.text import message
from hipcoach.ui.diary.day_table import DayTable
from hipcoach.ui.diary.entries_table import EDIT, EntriesTable

NOW = datetime(2026, 12, 15, 18, 10, tzinfo=timezone(timedelta(hours=1)))
MANY = 15_000


def ratings(number: int) -> list[PainRating]:
    """The newest first, two a day."""
    return [
        PainRating(id=str(n), at=NOW - timedelta(hours=12 * n), score=n % 11) for n in range(number)
    ]


class Words:
    """Describes entries and counts how many were asked for."""

    def __init__(self, **changes: object) -> None:
        self.asked, self._changes = 0, changes

    def __call__(self, entry: PainRating) -> EntryRow:
        self.asked += 1
        row = EntryRow(
            id=entry.id,
            on=entry.at.date(),
            day="Tue 15 Dec",
            time="18:10",
            when=message("Evening"),
            score=str(entry.score),
            note="Long car drive",
        )
        return replace(row, **self._changes)


@pytest.fixture
def table(theme, show) -> EntriesTable:
    """Three entries and a way out for the focus."""
    made, around = EntriesTable(theme), QWidget()
    QVBoxLayout(around).addWidget(made)
    made.show_entries(ratings(3), Words())
    show(around, 700, 400)
    made.setFocus()
    made.keep = around
    return made


def middle(table: EntriesTable, row: int, column: int) -> QPoint:
    return table.visualRect(table.rows.index(row, column)).center()


def test_of_fifteen_thousand_only_what_is_seen_is_described(theme, show) -> None:
    table, words = EntriesTable(theme), Words()
    table.show_entries(ratings(MANY), words)
    show(table, 700, 400)
    assert table.count == MANY
    table.show_row(MANY - 1)
    table.grab()
    assert table.rowAt(table.viewport().height() - 5) == MANY - 1
    assert words.asked < 200


def test_enter_a_double_click_and_the_pencil_open(table) -> None:
    opened = QSignalSpy(table.edit_asked)
    QTest.keyClick(table, Qt.Key.Key_Down)
    QTest.keyClick(table, Qt.Key.Key_Return)
    for press in (QTest.mouseClick, QTest.mouseDClick):
        press(table.viewport(), Qt.MouseButton.LeftButton, pos=middle(table, 2, 4))
    QTest.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=middle(table, 0, EDIT))
    QTest.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=middle(table, 1, 4))
    assert [opened.at(n)[0] for n in range(opened.count())] == ["1", "2", "0"]


def test_the_delete_key_asks_once_while_it_is_held(table) -> None:
    deleted = QSignalSpy(table.delete_asked)
    table.show_row(1)
    QTest.keyClick(table, Qt.Key.Key_Delete)
    assert deleted.at(0) == ["1"]
    assert deleted.count() == 1


def test_what_cannot_be_changed_has_no_pencil_and_opens_nothing(table) -> None:
    table.show_entries(ratings(3), Words(editable=False))
    opened, deleted = QSignalSpy(table.edit_asked), QSignalSpy(table.delete_asked)
    table.show_row(0)
    QTest.keyClick(table, Qt.Key.Key_Return)
    QTest.keyClick(table, Qt.Key.Key_Delete)
    QTest.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=middle(table, 0, EDIT))
    assert (opened.count(), deleted.count()) == (0, 0)
    assert not table.rows.row(0)[EDIT].icon


def test_tab_leaves_the_table(table) -> None:
    assert not table.tabKeyNavigation()
    QTest.keyClick(table, Qt.Key.Key_Tab)
    assert table.row == 0  # the keys went elsewhere, not down the rows


def test_keys_and_place_stay_when_entries_come(table) -> None:
    many = ratings(200)
    table.show_entries(many, Words())
    table.show_row(100)
    place = table.visualRect(table.rows.index(100, 0)).top()
    newer = PainRating(id="new", at=NOW + timedelta(hours=1), score=3)
    table.show_entries([newer, *many], Words())
    assert table.row == 101
    assert table.visualRect(table.rows.index(101, 0)).top() == place


def test_after_a_deletion_the_next_row_has_the_keys(table) -> None:
    first, second, third = ratings(3)
    table.show_row(1)
    table.show_entries([first, third], Words())
    assert table.row == 1
    table.show_entries([first], Words())
    assert table.row == 0
    table.show_entries([], Words())
    assert table.row == -1
    del second


def test_a_day_leads_to_its_newest_entry_or_the_next_older(table) -> None:
    table.show_entries([it for it in ratings(40) if it.at.day != 10], Words())
    table.go_to_day(NOW.date() - timedelta(days=2))
    assert table.row == 4
    assert table.rowAt(0) == 4  # at the top: the others of the day follow below
    table.go_to_day(NOW.date() - timedelta(days=5))  # the 10th, which has none
    assert table.row == 10
    table.go_to_day(NOW.date() - timedelta(days=400))
    assert table.row == table.count - 1


def test_where_there_is_little_room_the_note_stands_below(table) -> None:
    def seen() -> list[str]:
        columns = enumerate(table.rows.columns)
        return [c.title or c.name for n, c in columns if not table.isColumnHidden(n)]

    assert seen() == ["Date", "Time", "When", "Pain", "Note", "Edit"]
    high = table.rowHeight(0)
    table.keep.resize(400, 400)
    assert seen() == ["Date", "When", "Pain", "Edit"]
    assert table.rowHeight(0) > high
    assert table.rows.row(0)[2].below == "Long car drive"
    used = sum(table.columnWidth(n) for n in range(6) if not table.isColumnHidden(n))
    assert used == table.viewport().width()


def test_the_focus_ring_is_around_the_row(table) -> None:
    table.show_row(1)
    ring = table.property("ringRect")
    assert ring.contains(table.viewport().mapToParent(middle(table, 1, 0)))
    assert not ring.contains(table.viewport().mapToParent(middle(table, 2, 0)))


def test_a_screen_reader_hears_the_whole_row_and_every_title(table) -> None:
    told = QAccessible.queryAccessibleInterface(table)
    assert told.text(QAccessible.Text.Name) == "Entries"
    assert told.role() == QAccessible.Role.Table
    names = {told.child(n).text(QAccessible.Text.Name) for n in range(told.childCount())}
    assert "Tue 15 Dec, 18:10, Evening, pain 0, Long car drive" in names
    assert {"Date", "Time", "When", "Pain", "Note", "Edit"} <= names


def test_the_days_of_the_chart_are_rows(theme, show) -> None:
    table = DayTable(theme)
    rated = DayRow(
        day=NOW.date(),
        mean=3.5,
        low=3,
        high=4,
        n=2,
        trailing=3.44,
        sessions=message("morning done, evening missed"),
        marks=message("Flare-up"),
    )
    empty = replace(
        rated,
        day=NOW.date().replace(year=2025),
        mean=None,
        low=None,
        high=None,
        n=0,
        trailing=None,
        marks=None,
    )
    rows = {row.day: row for row in (rated, empty)}
    table.show_days(list(rows), rows.__getitem__, NOW.date())
    show(table, 700, 400)
    texts = [[cell.text for cell in table.rows.row(n)] for n in range(2)]
    assert texts[0] == [
        "Tue 15 Dec",
        "3.5",
        "3–4",
        "3.4",
        "Morning done, evening missed",
        "Flare-up",
    ]
    assert texts[1][:4] == ["Mon 15 Dec 2025", "–", "", "–"]
    assert table.rows.row(0)[0].name == (
        "Tuesday 15 December 2026, mean 3.5 of 2 ratings, 3 to 4, 7-day mean 3.4, "
        "morning done, evening missed, Flare-up"
    )
    assert "not rated" in table.rows.row(1)[0].name
    opened = QSignalSpy(table.day_opened)
    table.show_row(1)
    QTest.keyClick(table, Qt.Key.Key_Return)
    assert opened.at(0) == [empty.day]
