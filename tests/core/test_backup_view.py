"""Backups in words that say when the diary in them is of."""

from __future__ import annotations

from datetime import date, time

import pytest

from hipcoach.core.backup import BackupFile, BackupKind, Inside
from hipcoach.core.backup_view import MOST, backups_view, inside_words
from hipcoach.core.text import say

TODAY = date(2026, 11, 14)


def file(name: str = "x.json", **given) -> BackupFile:
    made = {"size": 477_300, "kind": BackupKind.ASKED, "day": TODAY, "clock": time(7, 43, 12)}
    return BackupFile(name=name, **(made | given))


def words(*files: BackupFile) -> list[tuple[str, str]]:
    return [(say(row.when), say(row.about)) for row in backups_view(files, TODAY).rows]


@pytest.mark.parametrize(
    ("given", "when"),
    [
        ({}, "today at 07:43"),
        ({"day": date(2026, 11, 13)}, "yesterday at 07:43"),
        ({"day": date(2026, 11, 12)}, "Thursday 12 November at 07:43"),
        ({"day": date(2025, 11, 12)}, "Wednesday 12 November 2025 at 07:43"),
        ({"clock": None}, "today"),
        ({"day": None, "clock": None}, "an unknown day"),
        ({"kind": BackupKind.DAILY}, "today"),
    ],
)
def test_when_a_backup_is_of(given, when) -> None:
    assert words(file(**given))[0][0] == when


@pytest.mark.parametrize("kind", BackupKind)
def test_every_kind_has_words_of_its_own(kind) -> None:
    others = {words(file(kind=other))[0][1] for other in BackupKind if other is not kind}
    assert words(file(kind=kind))[0][1] not in others


@pytest.mark.parametrize(
    ("size", "told"), [(60, "1 KB"), (477_300, "477 KB"), (27_340_000, "27.3 MB")]
)
def test_sizes_are_told_as_people_read_them(size, told) -> None:
    assert words(file(size=size))[0][1] == f"Made with “Back up now”, {told}"


def test_a_daily_copy_is_older_than_what_was_made_on_its_day() -> None:
    daily = file("diary-2026-11-14.json", kind=BackupKind.DAILY, clock=time(18))
    asked, older = file("kept.json"), file("old.json", day=date(2026, 11, 13), clock=time(23))
    rows = backups_view([older, daily, asked], TODAY).rows
    assert [row.name for row in rows] == ["kept.json", "diary-2026-11-14.json", "old.json"]


def test_the_card_tells_when_one_was_made_last_and_how_many_there_are() -> None:
    daily = file(kind=BackupKind.DAILY, clock=time(18))
    assert say(backups_view([file(), daily], TODAY).summary) == "Last one today at 18:00, 2 kept"
    assert say(backups_view([], TODAY).summary).startswith("None yet.")


def test_of_very_many_the_own_ones_are_shown_and_the_rest_counted() -> None:
    junk = [file(f"{n}.json", kind=BackupKind.OTHER) for n in range(10_000)]
    own = file("diary-2025-01-01.json", kind=BackupKind.DAILY, day=date(2025, 1, 1))
    view = backups_view([*junk, own], TODAY)
    assert len(view.rows) == MOST
    assert view.rows[-1].name == own.name
    assert view.left_out == 10_001 - MOST
    assert say(view.summary).endswith("10001 kept")


def test_what_is_in_one() -> None:
    found = Inside(sessions=42, ratings=130, last_day=date(2026, 11, 12))
    told = "Sessions: 42. Pain ratings: 130. Last entry: Thursday 12 November 2026."
    assert say(inside_words(found)) == told
    assert "no session" in say(inside_words(Inside(sessions=0, ratings=0)))
