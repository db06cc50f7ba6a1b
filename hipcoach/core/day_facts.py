"""What stands over a day of the diary's chart besides its number: sessions, days off, check-ins."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from datetime import date
from functools import reduce
from operator import attrgetter
from typing import TypeVar

from hipcoach.core.catalogue import Catalogue
from hipcoach.core.chart_sessions import extra_sessions, sessions_on
from hipcoach.core.diary import Diary
from hipcoach.core.diary_chart import DiaryChart
from hipcoach.core.text import Message, message
from hipcoach.core.trend_view import Days
from hipcoach.core.trends import DayValue, MeanPoint
from hipcoach.core.week_marks import Mark

V = TypeVar("V", DayValue, MeanPoint)


def sessions_words(
    diary: Diary, catalogue: Catalogue, chart: DiaryChart, day: date
) -> Message | None:
    """The day's sessions: "morning done, evening missed"; None where none is done or missed."""
    found = sessions_on(diary, catalogue, Days(first=day, last=day), chart.at)
    told = [on.words for on in found if on.mark not in {Mark.FLARE, Mark.AWAY}]
    if extra := extra_sessions(diary, catalogue, day):
        text = "{n} extra sessions done"
        told.append(Message(text=text, one="extra session done", n=extra))
    return listed(told)


def marks_words(chart: DiaryChart, day: date) -> Message | None:
    """What else stands over the day: flare-up, days away, check-in; None where nothing does."""
    shades = [s.text for s in chart.shades if s.days.first <= day <= s.days.last]
    check_ins = (mark for mark in chart.check_ins if mark.day == day)
    return listed([*shades, *(message("{week} check-in", week=c.text) for c in check_ins)])


def on_day(values: Sequence[V], day: date) -> V | None:
    """The value of the day, of values in their order."""
    place = bisect_left(values, day, key=attrgetter("day"))
    return values[place] if place < len(values) and values[place].day == day else None


def listed(told: Sequence[Message]) -> Message | None:
    """The words one after the other; None where there are none."""
    if not told:
        return None
    return reduce(lambda first, then: message("{first}, {then}", first=first, then=then), told)
