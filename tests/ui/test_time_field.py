"""A time of day: how it may be written, and what is told of it."""

from __future__ import annotations

from datetime import time

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from hipcoach.ui.controls.time_field import TimeField, typed_time


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("7", time(7)),
        ("07:30", time(7, 30)),
        (" 7.30 ", time(7, 30)),
        ("730", time(7, 30)),
        ("1930", time(19, 30)),
        ("7h30", time(7, 30)),
        ("7 pm", time(19)),
        ("12:15 AM", time(0, 15)),
        ("12 pm", time(12)),
        ("0:00", time(0)),
        ("24:00", None),
        ("7:60", None),
        ("13 pm", None),
        ("7:3", None),
        ("-7", None),
        ("", None),
        ("٧", None),
        ("soon", None),
    ],
)
def test_a_time_may_be_written_as_one_likes(text: str, meant: time | None) -> None:
    assert typed_time(text) == meant


@pytest.fixture
def field(theme, show):
    made = TimeField(theme, "Morning session at", time(5), time(13, 59))
    made.told, made.refusals = [], []
    made.changed.connect(made.told.append)
    made.refused.connect(made.refusals.append)
    made.show_time(time(7, 30))
    show(made)
    made.setFocus()
    made.selectAll()
    return made


def test_what_was_written_is_shown_in_one_way(field) -> None:
    QTest.keyClicks(field, "815")
    assert field.told == []
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert (field.told, field.text()) == ([time(8, 15)], "08:15")


def test_a_time_beyond_the_ends_is_refused_until_it_is_mended(field) -> None:
    QTest.keyClicks(field, "14:00")
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert (field.told, field.refusals, field.property("wrong")) == ([], [True], True)
    field.selectAll()
    QTest.keyClicks(field, "13:59")
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert (field.told, field.refusals) == ([time(13, 59)], [True, False])


def test_escape_brings_back_what_is_stored(field) -> None:
    QTest.keyClicks(field, "nine")
    QTest.keyClick(field, Qt.Key.Key_Escape)
    assert (field.text(), field.told) == ("07:30", [])


def test_the_arrows_move_by_a_quarter_of_an_hour_up_to_the_ends(field) -> None:
    QTest.keyClick(field, Qt.Key.Key_Up)
    QTest.keyClick(field, Qt.Key.Key_Down)
    QTest.keyClick(field, Qt.Key.Key_Down)
    assert field.told == [time(7, 45), time(7, 30), time(7, 15)]
    field.show_time(time(13, 50))
    for _ in range(2):
        QTest.keyClick(field, Qt.Key.Key_Up)
    assert field.told[3:] == [time(13, 59)]


def test_what_is_being_typed_is_left_alone_when_it_is_stored(field) -> None:
    QTest.keyClicks(field, "8:15")
    field.show_time(time(8, 15))
    assert field.text() == "8:15"
    field.show_time(time(9, 0))
    assert field.text() == "09:00"
