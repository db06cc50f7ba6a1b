"""The first look at Today, from the diary's last weeks, is the whole one's."""

from __future__ import annotations

from datetime import date, datetime, timedelta, timezone
from pathlib import Path

import pytest

from hipcoach.core.catalogue import Catalogue
from hipcoach.core.opening import Kind
from hipcoach.core.sample import sample_diary
from hipcoach.core.text import say
from hipcoach.core.today_view import today_view
from hipcoach.journeys.desk import RECENT
from hipcoach.store.ids import IdSource
from hipcoach.store.store import Store

UNTIL = date(2026, 11, 1)
PLACE = timezone(timedelta(hours=1))
NOW = datetime(UNTIL.year, UNTIL.month, UNTIL.day, 23, tzinfo=PLACE)


@pytest.fixture(scope="module")
def long_diary(tmp_path_factory, catalogue: Catalogue) -> Store:
    """A made-up diary of a year and a half, in a store."""
    made = sample_diary(weeks=78, seed=3, until=UNTIL, catalogue=catalogue, offset=PLACE)
    folder: Path = tmp_path_factory.mktemp("long")
    store = Store.open(folder, now=lambda: NOW, new_id=IdSource(lambda: NOW, lambda n: b"\1" * n))
    store.fill(made)
    return store


@pytest.mark.parametrize("days_ahead", [0, 1, 3, 10, 40])
@pytest.mark.parametrize("hour", [5, 12, 20])
def test_today_is_the_same(long_diary: Store, catalogue, days_ahead: int, hour: int) -> None:
    now = datetime(UNTIL.year, UNTIL.month, UNTIL.day, hour, tzinfo=PLACE)
    now += timedelta(days=days_ahead)
    recent = long_diary.recent(now.date() - RECENT)
    assert today_view(recent, catalogue, now) == today_view(long_diary.diary(), catalogue, now)


def test_most_of_a_long_diary_is_left_unread(long_diary: Store) -> None:
    recent = long_diary.recent(UNTIL - RECENT)
    assert 0 < len(recent.sessions) < len(long_diary.diary().sessions) / 4
    assert recent.runs == long_diary.diary().runs


def test_reading_ahead_reads_what_was_never_read(long_diary: Store) -> None:
    reader = Store.open(long_diary.folder, now=lambda: NOW, new_id=str, write=False)
    recent = reader.recent(UNTIL - RECENT)
    read = sum(1 for _ in reader.read_ahead())
    diary = reader.diary()
    left_out = len(diary.sessions) - len(recent.sessions)
    assert read == left_out + len(diary.pain_ratings) - len(recent.pain_ratings)
    assert list(reader.read_ahead()) == []


def test_a_last_session_further_back_is_seen_at_first_look(settled) -> None:
    """The days missed are told from it, not from the run's first week."""
    for days in (0, 9):
        settled.later(days=days)
        settled.play(settled.guide(settled.sessions.begin(Kind.SESSION)))
    settled.later(days=80)
    now = settled.desk.now()
    first = today_view(settled.desk.recent(), settled.catalogue, now).hero
    assert first == today_view(settled.diary, settled.catalogue, now).hero
    assert "After 79 days without a session" in say(first.easier_note)
