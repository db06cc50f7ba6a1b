"""The diary's chart in words: its sentence, what it shows, and what one of its points tells."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from functools import reduce

from hipcoach.core.catalogue import Catalogue
from hipcoach.core.day_facts import listed, marks_words, on_day, sessions_words
from hipcoach.core.day_names import clock_time, weekday
from hipcoach.core.diary import Diary
from hipcoach.core.diary_chart import DiaryChart, SessionOn, Shade, Visible, visible
from hipcoach.core.format import date_text, number, signed, signed_percent
from hipcoach.core.of_days import ratings_of
from hipcoach.core.one_line import one_line
from hipcoach.core.pain import AFTER_SESSION, BEFORE_SESSION, NEXT_MORNING, PainRating, RatingKind
from hipcoach.core.text import Message, message
from hipcoach.core.trend_view import Days
from hipcoach.core.trend_words import now_words, trend_sentence, verdict_words
from hipcoach.core.trends import DAY, WEEK, DayValue, Trend, rated_days
from hipcoach.core.week_marks import Mark

MOST_RATINGS = 8
LONGEST_NOTE = 160
"""What a point tells of a day at most: so many ratings, so many characters of each note."""

MOST_TOLD = 6
"""Periods and check-ins that are told one by one: the latest ones."""


def sentence(chart: DiaryChart) -> tuple[Message, Message | None]:
    """Start, now and change: "Start 5.3 (n = 7), now 3.4 (n = 5). Change -1.9 (-36 %):".

    And what the change amounts to, which stands in bold after it; None where it is not judged.
    """
    found = chart.trend
    if not chart.points:
        return message("No ratings yet."), None
    if not found.compared:
        return _now_alone(found), None
    told = message(
        "{start}, {now}. {change}",
        start=_start(found),
        now=now_words(found.now),
        change=_change(found),
    )
    return told, verdict_words(found.verdict) if found.verdict else None


def _now_alone(found: Trend) -> Message:
    """What is said without a program."""
    if found.now is None:
        return message("Now: no ratings.")
    return message("Now {mean} (n = {n}).", mean=number(found.now.mean), n=found.now.n)


def _start(found: Trend) -> Message:
    if found.start is None:
        return message("Start: no ratings")
    mean, n = number(found.start.mean), found.start.n
    if found.start_settled:
        return message("Start {mean} (n = {n})", mean=mean, n=n)
    return message("Start so far {mean} (n = {n})", mean=mean, n=n)


def _change(found: Trend) -> Message:
    """The change up to its colon, or a sentence why there is none."""
    if found.change is None:
        return _unjudged(found)
    change = signed(found.change)
    if found.percent is None:
        return message("Change {change}:", change=change)
    percent = signed_percent(found.percent)
    return message("Change {change} ({percent}):", change=change, percent=percent)


def _unjudged(found: Trend) -> Message:
    n = rated_days(found)
    if n < found.needed:
        return message("Not enough days yet: {n} of {needed} days.", n=n, needed=found.needed)
    return message("Too early to judge a change.")


def description(chart: DiaryChart, shown: Days, sessions: Iterable[SessionOn]) -> Message:
    """What the chart shows of these days and sessions, said to whoever cannot see it."""
    drawn = visible(chart, shown)
    told = [
        message(
            "Back pain, {first} to {last}: {sentence}.",
            first=date_text(shown.first),
            last=date_text(shown.last),
            sentence=trend_sentence(chart.trend),
        ),
        _points(shown, drawn),
        *_line(shown, drawn),
        *_shades(chart, shown),
        *_check_ins(chart, shown),
        *_sessions(sessions),
    ]
    return reduce(_after, told)


def _after(first: Message, second: Message) -> Message:
    return message("{first} {second}", first=first, second=second)


def _points(shown: Days, drawn: Visible) -> Message:
    """How many of the days are rated, and between which daily means they lie."""
    if not drawn.points:
        return message("No ratings in these days.")
    means = [point.mean for point in drawn.points]
    span = {"low": number(min(means)), "high": number(max(means))}
    if drawn.weekly:
        text = "{n} weeks with ratings, their means from {low} to {high}; each point is a week."
        one = "{n} week with ratings, its mean {low}; each point is a week."
        return Message(text=text, one=one, n=len(means), facts=span)
    span["days"] = str((shown.last - shown.first).days + 1)
    return message("Rated on {n} of {days} days, from {low} to {high}.", n=len(means), **span)


def _line(shown: Days, drawn: Visible) -> Iterator[Message]:
    """Where the line of means begins and ends, and its gaps."""
    inside = [[mean for mean in line if _within(shown, mean.day)] for line in drawn.segments]
    lines = list(filter(None, inside))
    if not lines:
        return
    first, last = lines[0][0], lines[-1][-1]
    facts = {
        "first": number(first.mean),
        "from_": date_text(first.day),
        "last": number(last.mean),
        "to": date_text(last.day),
    }
    if drawn.weekly:
        yield message("Weekly mean {first} on {from_}, {last} on {to}.", **facts)
    else:
        yield message("7-day mean {first} on {from_}, {last} on {to}.", **facts)
    if gaps := len(lines) - 1:
        yield Message(text="The line has {n} gaps.", one="The line has {n} gap.", n=gaps)


def _shades(chart: DiaryChart, shown: Days) -> Iterator[Message]:
    """Flare-ups and days away, in the order of their first days."""
    met = [s for s in chart.shades if s.days.first <= shown.last and s.days.last >= shown.first]
    met.sort(key=lambda shade: shade.days.first)
    if earlier := len(met[:-MOST_TOLD]):
        text = "{n} earlier flare-ups or days away."
        yield Message(text=text, one="{n} earlier flare-up or days away.", n=earlier)
    yield from map(shade_words, met[-MOST_TOLD:])


def shade_words(shade: Shade) -> Message:
    """A period as a sentence: "Flare-up: 19 Nov 2026 to 24 Nov 2026."."""
    first, last = date_text(shade.days.first), date_text(shade.days.last)
    if shade.goes_on:
        return message("{what} since {first}.", what=shade.text, first=first)
    if first == last:
        return message("{what}: {first}.", what=shade.text, first=first)
    return message("{what}: {first} to {last}.", what=shade.text, first=first, last=last)


def _check_ins(chart: DiaryChart, shown: Days) -> Iterator[Message]:
    met = [mark for mark in chart.check_ins if _within(shown, mark.day)]
    for mark in met[-MOST_TOLD:]:
        facts = {"week": mark.text, "day": date_text(mark.day)}
        if mark.done:
            yield message("{week} check-in: {day}, done.", **facts)
        else:
            yield message("{week} check-in: {day}.", **facts)


def _within(days: Days, day: date) -> bool:
    return days.first <= day <= days.last


def _sessions(sessions: Iterable[SessionOn]) -> Iterator[Message]:
    """How many sessions there are of each mark; nothing where there are none."""
    count = Counter(session.mark for session in sessions)
    words = {
        Mark.FULL: message("{n} done", n=count[Mark.FULL]),
        Mark.EASY: message("{n} easy", n=count[Mark.EASY]),
        Mark.SHORT: message("{n} cut short", n=count[Mark.SHORT]),
        Mark.MISSED: message("{n} missed", n=count[Mark.MISSED]),
    }
    if told := listed([words[mark] for mark in words if count[mark]]):
        yield message("Sessions: {told}.", told=told)


def day_words(
    chart: DiaryChart, diary: Diary, catalogue: Catalogue, day: date
) -> tuple[Message, ...]:
    """What the point of a day tells, a line each: the day first, then all that is known of it."""
    of_day = Days(first=day, last=day)
    ratings = ratings_of(diary, of_day)
    notes = (one_line(rating.note, LONGEST_NOTE) for rating in ratings)
    value, mean = on_day(chart.points, day), on_day(chart.means, day)
    sessions, marks = sessions_words(diary, catalogue, chart, day), marks_words(chart, day)
    lines = [
        message("{weekday} {date}", weekday=weekday(day), date=date_text(day)),
        *([_mean(value)] if value and value.n > 1 else []),
        *_ratings(ratings),
        *([message("7-day mean {mean}", mean=number(mean.mean))] if mean else []),
        *([message("Sessions: {sessions}", sessions=sessions)] if sessions else []),
        *([marks] if marks else []),
        *(message("Note: {note}", note=note) for note in notes if note),
    ]
    return tuple(lines)


def week_words(chart: DiaryChart, day: date) -> tuple[Message, ...]:
    """What the weekly point at `day`, the middle of its week, tells."""
    first, last = date_text(day - WEEK // 2 * DAY), date_text(day + WEEK // 2 * DAY)
    value = on_day(chart.weekly, day)
    title = message("Week from {first} to {last}", first=first, last=last)
    return (title, _mean(value)) if value else (title,)


def _mean(value: DayValue) -> Message:
    facts = {"mean": number(value.mean), "low": value.low, "high": value.high}
    text = "Mean {mean} of {n} ratings, from {low} to {high}"
    if value.low == value.high:
        text = "Mean {mean} of {n} ratings, all {low}"
    return Message(text=text, one="Mean {mean} of {n} rating", n=value.n, facts=facts)


def _ratings(ratings: Sequence[PainRating]) -> Iterator[Message]:
    for rating in ratings[:MOST_RATINGS]:
        facts = {"time": clock_time(rating.at), "score": rating.score}
        when = _when(rating)
        yield (
            message("{time}, {when}: {score}", when=when, **facts)
            if when
            else message("{time}: {score}", **facts)
        )
    if more := len(ratings[MOST_RATINGS:]):
        yield Message(text="and {n} more", one="and {n} more", n=more)


def _when(rating: PainRating) -> Message | None:
    """What the rating speaks of; None where it is pain now at its own time."""
    kinds = {
        RatingKind.AVERAGE: message("average of 24 hours"),
        RatingKind.WORST: message("worst of 24 hours"),
        RatingKind.LEAST: message("least of 24 hours"),
    }
    tags = {
        BEFORE_SESSION: message("before the session"),
        AFTER_SESSION: message("after the session"),
        NEXT_MORNING: message("the morning after"),
    }
    tagged = (tags[tag] for tag in rating.tags if tag in tags)
    return kinds.get(rating.kind) or next(tagged, None)
