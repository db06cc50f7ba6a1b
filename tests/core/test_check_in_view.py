"""The check-in card."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

import pytest

from hipcoach.core.catalogue import Catalogue
from hipcoach.core.check_in_view import CheckInCard, check_in_card
from hipcoach.core.diary import Diary
from hipcoach.core.run import CheckIn
from hipcoach.core.schedule import due
from hipcoach.core.text import Message, say

At = Callable[..., datetime]
Make = Callable[..., Diary]


@pytest.fixture
def card(catalogue: Catalogue, at: At, make_diary: Make) -> Callable[..., CheckInCard | None]:
    """`card(day, *weeks done)`: the card at noon of that day."""

    def made(day: int, *weeks: int, **tables: object) -> CheckInCard | None:
        done = tuple(CheckIn(at=at(7 * w, 9), run="run", week=w, items={}) for w in weeks)
        diary = make_diary(check_ins=done, **tables)
        return check_in_card(diary, due(diary, catalogue, at(day, 12)))

    return made


def told(message: Message | None) -> str:
    return say(message) if message else ""


def test_the_line_says_of_every_check_in_how_it_stands(
    card: Callable[..., CheckInCard | None],
) -> None:
    view = card(21, 0)
    assert view is not None
    assert [say(node.words) for node in view.nodes] == [
        "Start, done",
        "Week 2, not done",
        "Week 3, next",
        "Week 6, later",
    ]
    assert view.reached == 0.5


@pytest.mark.parametrize(
    ("day", "done", "title", "when", "day_words", "is_open"),
    [
        (0, (), "First check-in", "today", "Monday 2 November", True),
        (2, (), "First check-in", "until 5 Nov", "Monday 2 November", True),
        (9, (0,), "Week-2 check-in", "in 5 days", "Monday 16 November", False),
        (20, (0, 2), "Week-3 check-in", "in 1 day", "Monday 23 November", True),
        (38, (0, 2, 3), "Week-6 check-in", "in 4 days", "Monday 14 December", False),
    ],
)
def test_the_next_one_says_when(
    card: Callable[..., CheckInCard | None],
    day: int,
    done: tuple[int, ...],
    title: str,
    when: str,
    day_words: str,
    is_open: bool,
) -> None:
    view = card(day, *done)
    assert view is not None
    assert (told(view.title), told(view.when), told(view.day)) == (title, when, day_words)
    assert view.is_open is is_open


def test_the_next_one_says_what_it_asks(card: Callable[..., CheckInCard | None]) -> None:
    contents = [told(view.contents) for view in (card(0), card(9), card(20)) if view]
    assert contents == [
        "Pain, daily activities and strength tests.",
        "Pain, and how your back has changed.",
        "Pain, daily activities, strength tests, and how your back has changed.",
    ]


def test_after_the_last_one_only_the_line_is_left(
    card: Callable[..., CheckInCard | None],
) -> None:
    view = card(60, 0, 2, 3, 6)
    assert view is not None
    assert (view.title, view.when, view.day, view.contents) == (None, None, None, None)
    assert view.reached == 1.0


def test_without_a_program_there_is_none(card: Callable[..., CheckInCard | None]) -> None:
    assert card(0, runs=()) is None
