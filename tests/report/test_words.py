"""User text becomes one line of visible characters; dates say no more than they must."""

from __future__ import annotations

import unicodedata
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hipcoach.report.words import clean, grouped, in_short, iso_span, listed, span


def test_lines_and_invisible_characters_become_one_line() -> None:
    assert clean("one\n\n two\tthree\x00\x1b[1m \u202eup\ud800") == "one two three[1m up"


def test_letters_of_any_script_and_joined_emoji_stay() -> None:
    said = "Größe café 日本語 \U0001f469\u200d\U0001f467"
    assert clean(said) == said


@pytest.mark.parametrize("said", ["مرحبا (2 km).", "שלום, 4/10", "Took إيبوبروفين 400 mg"])
def test_words_that_run_to_the_left_are_set_apart(said: str) -> None:
    assert clean(said) == f"\u2068{said}\u2069"
    assert clean("\u202e\u2067abc") == "abc"


def test_long_words_end_in_an_ellipsis() -> None:
    assert clean("word " * 2000, 12) == "word word w…"
    assert clean("x" * 10_000, 5) == "xxxx…"
    assert clean("12345", 5) == "12345"


def test_marks_piled_on_one_letter_are_cut() -> None:
    assert len(clean("a" + "\u0300\u0301\u0302\u0303" * 10, 80)) <= 5


@given(st.text(), st.integers(1, 50))
def test_cleaned_text_is_short_and_can_be_stored(said: str, limit: int) -> None:
    result = clean(said, limit)
    assert len(result.strip("\u2068\u2069")) <= limit
    result.encode()
    assert not any(unicodedata.category(c) in {"Cc", "Cs", "Co"} for c in result)


@pytest.mark.parametrize(
    ("words", "said"),
    [([], ""), (["a"], "a"), (["a", "b"], "a and b"), (["a", "b", "c"], "a, b and c")],
)
def test_lists_in_sentences(words: list[str], said: str) -> None:
    assert listed(words) == said


def test_long_lists_name_the_last_and_count_the_rest() -> None:
    assert in_short(["a", "b", "c", "d"], 2) == "c, d and 2 earlier"
    assert in_short(["a", "b"], 2) == "a and b"


@pytest.mark.parametrize(
    ("first", "last", "short", "long"),
    [
        ("2026-11-19", "2026-11-24", "19 to 24 Nov", "19 to 24 Nov 2026"),
        ("2026-11-19", "2026-11-19", "19 Nov", "19 Nov 2026"),
        ("2026-11-28", "2026-12-02", "28 Nov to 2 Dec", "28 Nov to 2 Dec 2026"),
        ("2025-12-28", "2026-01-02", "28 Dec to 2 Jan", "28 Dec 2025 to 2 Jan 2026"),
        ("2026-11-19", None, "since 19 Nov", "since 19 Nov 2026"),
    ],
)
def test_spans_of_days(first: str, last: str | None, short: str, long: str) -> None:
    days = (date.fromisoformat(first), date.fromisoformat(last) if last else None)
    assert span(*days, with_year=False) == short
    assert span(*days, with_year=True) == long


def test_the_period_in_iso_8601() -> None:
    assert iso_span(date(2026, 11, 2), date(2026, 12, 15)) == "2026-11-02/12-15"
    assert iso_span(date(2025, 11, 2), date(2026, 1, 5)) == "2025-11-02/2026-01-05"
    assert iso_span(date(2026, 11, 2), date(2026, 11, 2)) == "2026-11-02"


def test_thousands_are_set_apart() -> None:
    assert grouped(289772) == "289\u202f772"
    assert grouped(999) == "999"
