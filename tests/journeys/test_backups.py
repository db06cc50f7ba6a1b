"""Backing up, looking and bringing back, as whoever keeps the diary meets it."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from hipcoach.core.backup import BackupKind
from hipcoach.journeys.backups import BackupError, Backups
from hipcoach.journeys.ratings import Ratings


def test_a_backup_is_listed_first_with_its_time(settled, done) -> None:
    backups = Backups(settled.desk)
    name = done(backups.make())
    (asked,) = [file for file in backups.listed() if file.kind is BackupKind.ASKED]
    assert (asked.name, asked.day) == (name, settled.now.date())
    assert (asked.clock.hour, asked.clock.minute) == (settled.now.hour, settled.now.minute)
    assert asked.size > 1000


def test_restoring_brings_everything_of_then_back_and_keeps_everything_of_now(
    settled, done
) -> None:
    settled.rate(2)
    name = done(Backups(settled.desk).make())
    then = settled.diary
    settled.later(days=1)
    settled.rate(8)
    settled.sessions.start_run("hip-plus-trunk-6wk", one_leg_bridge=None)
    now = settled.diary

    store, kept = done(Backups(settled.desk).bring_back(name))
    assert store.diary() == then
    store, _ = done(Backups(replace(settled.desk, store=store)).bring_back(kept))
    assert store.diary() == now
    store.close()


def test_what_is_restored_is_what_a_crash_leaves(settled, done) -> None:
    settled.rate(2)
    name = done(Backups(settled.desk).make())
    then = settled.diary
    settled.rate(8)
    settled.store, _ = done(Backups(settled.desk).bring_back(name))
    settled.crash()
    assert settled.diary == then
    settled.later(minutes=3)
    Ratings(settled.desk).rate(4)
    assert [rating.score for rating in settled.diary.pain_ratings] == [2, 4]


def test_what_a_backup_holds_is_told(settled, done) -> None:
    settled.rate(2)
    backups = Backups(settled.desk)
    name = done(backups.make())
    settled.later(days=1)
    settled.rate(3)
    inside = done(backups.look_into(name))
    assert (inside.sessions, inside.ratings) == (0, 1)
    assert inside.last_day == settled.now.date() - timedelta(days=1)


def test_a_full_disk_leaves_the_diary_open_and_says_so(settled, done) -> None:
    backups = Backups(settled.desk)
    settled.rate(2)
    name = done(backups.make())
    settled.rate(8)
    before = settled.diary
    settled.disk.left = 0
    with pytest.raises(BackupError, match="is full"):
        done(backups.make())
    with pytest.raises(BackupError, match="is full"):
        done(backups.bring_back(name))
    settled.disk.left = None
    settled.later(minutes=3)
    settled.rate(4)
    assert settled.diary.pain_ratings[:-1] == before.pain_ratings
    assert [rating.score for rating in settled.diary.pain_ratings] == [2, 8, 4]
