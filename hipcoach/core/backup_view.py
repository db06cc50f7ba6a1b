"""Backups in words: of when they are, how they came to be, what is in them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, time, timedelta

from hipcoach.core.backup import BackupFile, BackupKind, Inside
from hipcoach.core.day_names import day_in_words
from hipcoach.core.format import number
from hipcoach.core.text import Message, message

KILO, MEGA = 1000, 1_000_000

MOST = 60
"""Backups that are shown; HipCoach keeps far fewer by itself, but the folder is open to anyone."""

_HOW = {
    BackupKind.DAILY: message("Daily copy, the diary as this day began"),
    BackupKind.ASKED: message("Made with “Back up now”"),
    BackupKind.REPLACED: message("Set aside when a backup was restored"),
    BackupKind.UPDATED: message("Set aside before an update"),
    BackupKind.DAMAGED: message("Damaged diary that was set aside"),
    BackupKind.PREVIOUS: message("The copy before the present one"),
    BackupKind.OTHER: message("A file that HipCoach did not name"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class BackupRow:
    """One backup: `when` it is of ("yesterday at 07:43"), and what it is."""

    name: str
    when: Message
    about: Message


@dataclass(frozen=True, slots=True, kw_only=True)
class BackupsView:
    """Backups, those of the latest diary first, and what there is in one line.

    `left_out` counts those that are not among the rows.
    """

    rows: tuple[BackupRow, ...]
    summary: Message
    left_out: int = 0


def backups_view(files: Iterable[BackupFile], today: date) -> BackupsView:
    """The backups as they are shown today; where there are too many, HipCoach's own first."""
    ordered = sorted(files, key=_holds, reverse=True)
    chosen = {*sorted(ordered, key=lambda file: file.kind is BackupKind.OTHER)[:MOST]}
    return BackupsView(
        rows=tuple(_row(file, today) for file in ordered if file in chosen),
        summary=_summary(ordered, today),
        left_out=len(ordered) - len(chosen),
    )


def inside_words(found: Inside) -> Message:
    """What a backup holds."""
    if found.last_day is None:
        return message("There is no session and no pain rating in it.")
    return message(
        "Sessions: {sessions}. Pain ratings: {ratings}. Last entry: {day}.",
        sessions=found.sessions,
        ratings=found.ratings,
        day=_dated(found.last_day),
    )


def _holds(file: BackupFile) -> tuple[date, time, str]:
    """The moment that its diary is of; a daily copy holds the diary as its day began."""
    day, clock = file.made
    return day, time.min if file.kind is BackupKind.DAILY else clock, file.name


def _row(file: BackupFile, today: date) -> BackupRow:
    clock = None if file.kind is BackupKind.DAILY else file.clock
    about = message("{how}, {size}", how=_HOW[file.kind], size=_size(file.size))
    return BackupRow(name=file.name, when=_when(file.day, clock, today), about=about)


def _summary(files: list[BackupFile], today: date) -> Message:
    if not files:
        return message("None yet. HipCoach keeps a copy of each day on which you use it.")
    last = max(files, key=lambda file: file.made)
    when = _when(last.day, last.clock, today)
    return message("Last one {when}, {number} kept", when=when, number=len(files))


def _when(day: date | None, clock: time | None, today: date) -> Message:
    if day is None:
        return message("an unknown day")
    words = _day(day, today)
    return message("{day} at {clock}", day=words, clock=f"{clock:%H:%M}") if clock else words


def _day(day: date, today: date) -> Message:
    if day == today:
        return message("today")
    if day == today - timedelta(days=1):
        return message("yesterday")
    return day_in_words(day) if day.year == today.year else _dated(day)


def _dated(day: date) -> Message:
    return message("{day} {year}", day=day_in_words(day), year=day.year)


def _size(size: int) -> Message:
    if size < MEGA:
        return message("{size} KB", size=max(round(size / KILO), 1))
    return message("{size} MB", size=number(size / MEGA))
