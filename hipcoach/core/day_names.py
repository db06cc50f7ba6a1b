"""Days in words, as messages: their names, and a date with its weekday."""

from __future__ import annotations

from datetime import date, datetime, time

from hipcoach.core.text import Message, message


def weekday(day: date) -> Message:
    """The weekday in full: "Tuesday"."""
    return (
        message("Monday"),
        message("Tuesday"),
        message("Wednesday"),
        message("Thursday"),
        message("Friday"),
        message("Saturday"),
        message("Sunday"),
    )[day.weekday()]


def weekday_short(day: date) -> Message:
    """The weekday in two letters: "Tu"."""
    return (
        message("Mo"),
        message("Tu"),
        message("We"),
        message("Th"),
        message("Fr"),
        message("Sa"),
        message("Su"),
    )[day.weekday()]


def weekday_abbreviated(day: date) -> Message:
    """The weekday in three letters or so: "Tue"."""
    return (
        message("Mon"),
        message("Tue"),
        message("Wed"),
        message("Thu"),
        message("Fri"),
        message("Sat"),
        message("Sun"),
    )[day.weekday()]


def month(day: date) -> Message:
    """The month in full: "December"."""
    first_half = (
        message("January"),
        message("February"),
        message("March"),
        message("April"),
        message("May"),
        message("June"),
    )
    second_half = (
        message("July"),
        message("August"),
        message("September"),
        message("October"),
        message("November"),
        message("December"),
    )
    return (first_half + second_half)[day.month - 1]


def day_in_words(day: date) -> Message:
    """The day with its weekday and month: "Thursday 10 December"."""
    return message("{weekday} {day} {month}", weekday=weekday(day), day=day.day, month=month(day))


def clock_time(at: datetime | time) -> str:
    """The time of day, of a moment in its own UTC offset: "07:42"."""
    return f"{at:%H:%M}"
