"""Numbers and dates as people write them."""

from __future__ import annotations

from datetime import date

import pytest

from hipcoach.core.format import (
    capitalised,
    date_text,
    day_text,
    grouped,
    half_up,
    number,
    percent,
    signed,
    signed_percent,
)
from hipcoach.core.text import message, say


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (3.4, "3.4"),
        (5.25, "5.3"),
        (5.35, "5.4"),  # 5.35 is a little less in binary; it was meant as 5.35
        (16 / 3, "5.3"),
        (-1.9, "\u22121.9"),
        (-0.04, "0.0"),
        (0, "0.0"),
    ],
)
def test_one_decimal_is_rounded_half_up_with_a_true_minus(value: float, text: str) -> None:
    assert number(value) == text


def test_rounding_keeps_the_digits_asked_for() -> None:
    assert str(half_up(2.5, 0)) == "3"
    assert str(half_up(-2.5, 0)) == "-3"
    assert str(half_up(2.345, 2)) == "2.35"


def test_a_change_has_its_sign() -> None:
    assert [signed(value) for value in (2.66, -1.9, 0.04)] == ["+2.7", "\u22121.9", "0.0"]


def test_percent_never_breaks_across_lines() -> None:
    assert percent(36.4) == "36\u00a0%"
    assert signed_percent(-35.5) == "\u221236\u00a0%"
    assert signed_percent(12) == "+12\u00a0%"


def test_thousands_are_grouped() -> None:
    assert [grouped(n) for n in (990, 3076, -1000)] == ["990", "3\u00a0076", "\u22121\u00a0000"]


def test_dates_are_words() -> None:
    assert date_text(date(2026, 11, 2)) == "2 Nov 2026"
    assert day_text(date(2028, 2, 29)) == "29 Feb"
    months = {day_text(date(2026, month, 1))[2:] for month in range(1, 13)}
    assert len(months) == 12


def test_the_decimal_point_is_the_locales(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("hipcoach.core.format.localeconv", lambda: {"decimal_point": ","})
    assert number(3.4) == "3,4"


def test_a_sentence_may_hold_a_sentence() -> None:
    verdict = message("{size} change", size=message("clear"))
    assert say(message("now {now}: {verdict}", now=number(3.4), verdict=verdict)) == (
        "now 3.4: clear change"
    )


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("red band", "Red band"),
        ("“élan” first", "“Élan” first"),
        ("(none)", "(None)"),
        ("4 s pause", "4 s pause"),
        ("", ""),
        ("…", "…"),
    ],
)
def test_a_capital_begins_the_first_word_behind_whatever_opens_it(text: str, expected: str) -> None:
    assert capitalised(text) == expected
