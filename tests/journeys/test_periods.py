"""Flare-ups, days away and illnesses in the diary: what is over is free, what holds is not."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from hipcoach.core.admission import refusal_to_begin
from hipcoach.core.gate import Asked, Permission
from hipcoach.core.opening import Kind
from hipcoach.core.run import AWAY, ILL, Flare
from hipcoach.core.screening import Answer
from hipcoach.journeys.days_off import DaysOff
from hipcoach.journeys.errors import NotAllowed, Unfit
from hipcoach.journeys.periods import Periods
from hipcoach.store.errors import NotSaved

UNDER_WAY = "End it from Today first"


@pytest.fixture
def days_off(settled) -> DaysOff:
    """The thirtieth day of a run, the questions answered that morning."""
    settled.later(days=30)
    settled.screener.keep(settled.answers(), {})
    settled.later(minutes=5)
    return DaysOff(settled.desk)


@pytest.fixture
def periods(settled, days_off) -> Periods:
    return Periods(settled.desk)


@pytest.fixture
def day(settled, days_off):
    """`day(ago)`: so many days before today."""
    return lambda ago: settled.now.date() - timedelta(days=ago)


def answer_short(room) -> None:
    items = [item.id for page in room.screener.pages(Asked.SHORT) for item in page.items]
    room.screener.keep(dict.fromkeys(items, Answer.NO), {})


def dates(period) -> tuple[date, date | None, str]:
    return period.from_, period.to, period.reason


# Flare-ups


def test_a_flare_up_that_is_over_is_entered_and_taken_back(settled, periods, day) -> None:
    kept = periods.keep_flare("", day(9), day(5), " Suitcase ")
    (flare,) = settled.diary.flares
    assert (flare.id, dates(flare)) == (kept.id, (day(9), day(5), "Suitcase"))
    kept.back()
    assert settled.diary.flares == ()


def test_one_that_is_over_is_changed_and_deleted_and_both_taken_back(settled, periods, day) -> None:
    kept = periods.keep_flare("", day(9), day(5), "")
    (before,) = settled.diary.flares
    changed = periods.keep_flare(kept.id, day(12), day(6), "Drive")
    assert dates(settled.diary.flares[0]) == (day(12), day(6), "Drive")
    changed.back()
    back = periods.delete(kept.id)
    assert settled.diary.flares == ()
    back()
    assert replace(settled.diary.flares[0], updated_at=before.updated_at) == before


@pytest.mark.parametrize(("first", "last"), [(3, None), (3, 0), (0, 0), (-1, -2)])
def test_one_that_goes_on_is_noted_on_today(settled, periods, day, first, last) -> None:
    with pytest.raises(NotAllowed, match="noted on Today"):
        periods.keep_flare("", day(first), None if last is None else day(last), "")
    assert settled.diary.flares == ()


def test_one_under_way_may_have_begun_earlier_and_nothing_else(
    settled, periods, days_off, day
) -> None:
    days_off.start_flare()
    settled.later(days=3)
    (flare,) = settled.diary.flares
    begun = flare.from_
    refused = (
        lambda: periods.keep_flare(flare.id, begun, settled.now.date() - timedelta(days=1), ""),
        lambda: periods.keep_flare(flare.id, begun, settled.now.date(), ""),
        lambda: periods.keep_flare(flare.id, begun + timedelta(days=1), None, ""),
        lambda: periods.delete(flare.id),
    )
    for change in refused:
        with pytest.raises(NotAllowed, match=UNDER_WAY):
            change()
    assert settled.diary.flares == (flare,)
    periods.keep_flare(flare.id, begun - timedelta(days=2), None, "Suitcase")
    assert dates(settled.diary.flares[0]) == (begun - timedelta(days=2), None, "Suitcase")


def test_an_earlier_first_day_uses_up_the_days_of_the_easy_session(
    settled, periods, days_off, day
) -> None:
    days_off.start_flare()
    (flare,) = settled.diary.flares
    assert settled.sessions.refusal(Kind.EASY_DAY) is None
    periods.keep_flare(flare.id, day(7), None, "")
    assert settled.sessions.refusal(Kind.EASY_DAY) is not None
    with pytest.raises(NotAllowed, match=UNDER_WAY):
        periods.keep_flare(flare.id, day(0), None, "")


def test_after_a_flare_up_the_questions_stay_open_whatever_is_changed(
    settled, periods, days_off, day
) -> None:
    kept = periods.keep_flare("", day(3), day(1), "")
    settled.later(days=1)
    assert settled.sessions.permission() is Permission.SESSION
    days_off.start_flare()
    settled.later(days=2)
    days_off.end_flare()
    settled.later(days=1)
    flare = settled.diary.flares[-1]
    assert settled.sessions.permission() is Permission.ASK_SHORT
    refused = (
        lambda: periods.delete(flare.id),
        lambda: periods.keep_flare(flare.id, day(9), day(8), ""),
    )
    for change in refused:
        with pytest.raises(NotAllowed, match="Answer them on Today first"):
            change()
    periods.delete(kept.id)
    answer_short(settled)
    periods.delete(flare.id)
    assert settled.diary.flares == ()
    assert settled.sessions.permission() is Permission.SESSION


def test_one_that_ended_yesterday_keeps_its_days_for_today(settled, periods, days_off, day) -> None:
    days_off.start_flare()
    settled.later(days=6)
    days_off.end_flare()
    answer_short(settled)
    (flare,) = settled.diary.flares
    assert flare.to == day(1)
    with pytest.raises(NotAllowed, match="You can change them tomorrow"):
        periods.delete(flare.id)
    settled.later(days=1)
    periods.delete(flare.id)


@pytest.mark.parametrize("back", [1, 4, 30])
@pytest.mark.parametrize("ended", [True, False])
def test_a_clock_put_back_does_not_hide_a_flare_up(
    settled, periods, days_off, day, back, ended
) -> None:
    days_off.start_flare()
    if ended:
        settled.later(days=2)
        days_off.end_flare()
    (flare,) = settled.diary.flares
    settled.later(days=-back)
    before = settled.diary
    for change in (
        lambda: periods.delete(flare.id),
        lambda: periods.keep_flare(flare.id, day(99), day(98), ""),
    ):
        with pytest.raises(NotAllowed, match=r"clock|Today"):
            change()
    assert settled.diary == before
    periods.keep_flare("", day(20), day(19), "before it")


def test_flare_ups_do_not_overlap(settled, periods, day) -> None:
    first = periods.keep_flare("", day(9), day(5), "")
    for begins, ends in ((7, 6), (12, 9), (5, 3), (12, 3)):
        with pytest.raises(Unfit, match="noted for some of these days"):
            periods.keep_flare("", day(begins), day(ends), "")
    second = periods.keep_flare("", day(4), day(3), "")
    with pytest.raises(Unfit, match="noted for some of these days"):
        periods.keep_flare(second.id, day(5), day(3), "")
    periods.keep_flare(first.id, day(8), day(5), "")
    periods.keep_absence("", day(8), day(5), AWAY)


def test_the_note_of_flare_ups_that_overlap_in_an_edited_diary_can_be_changed(
    settled, periods, day
) -> None:
    for first in (9, 7):
        settled.store.flares.add(Flare(from_=day(first), to=day(5)))
    one, other = settled.diary.flares
    periods.keep_flare(one.id, one.from_, one.to, "Suitcase")
    with pytest.raises(Unfit, match="noted for some of these days"):
        periods.keep_flare(one.id, one.from_, day(4), "Suitcase")
    periods.keep_flare(one.id, one.from_, other.from_ - timedelta(days=1), "Suitcase")


@pytest.mark.parametrize(
    ("first", "last", "reason", "words"),
    [
        (5, 9, "", "before the first"),
        (5, 3, "x" * 10_001, "10\u00a0000 characters"),
    ],
)
def test_days_that_cannot_be_are_refused(settled, periods, day, first, last, reason, words) -> None:
    for keep in (periods.keep_flare, periods.keep_absence):
        with pytest.raises(Unfit, match=words):
            keep("", day(first), day(last), reason)
    assert settled.diary.flares == settled.diary.absences == ()


def test_nothing_is_older_than_the_year_2000(periods, day) -> None:
    with pytest.raises(Unfit, match="before the year 2000"):
        periods.keep_flare("", date(1999, 12, 31), day(3), "")


# Days away and ill


@pytest.mark.parametrize(
    ("first", "last", "reason"),
    [(9, 5, AWAY), (9, 5, ILL), (9, None, "holiday"), (-3, -9, AWAY), (2, -2, AWAY)],
)
def test_days_away_and_a_past_illness_are_entered(
    settled, periods, day, first, last, reason
) -> None:
    ends = None if last is None else day(last)
    kept = periods.keep_absence("", day(first), ends, reason)
    (absence,) = settled.diary.absences
    assert (absence.id, dates(absence)) == (kept.id, (day(first), ends, reason))
    kept.back()
    assert settled.diary.absences == ()


@pytest.mark.parametrize(("first", "last"), [(3, None), (3, 0), (-1, -2)])
def test_an_illness_that_goes_on_is_noted_on_today(settled, periods, day, first, last) -> None:
    with pytest.raises(NotAllowed, match="noted on Today"):
        periods.keep_absence("", day(first), None if last is None else day(last), ILL)
    assert settled.diary.absences == ()


def test_an_illness_under_way_stays_one(settled, periods, days_off, day) -> None:
    days_off.start_absence(ILL, day(2), None)
    (ill,) = settled.diary.absences
    refused = (
        lambda: periods.keep_absence(ill.id, day(2), None, AWAY),
        lambda: periods.keep_absence(ill.id, day(2), day(1), ILL),
        lambda: periods.keep_absence(ill.id, day(-1), None, ILL),
        lambda: periods.delete(ill.id),
    )
    for change in refused:
        with pytest.raises(NotAllowed, match=UNDER_WAY):
            change()
    assert settled.diary.absences == (ill,)
    periods.keep_absence(ill.id, day(4), None, ILL)
    assert settled.sessions.refusal(Kind.EASY_DAY) is not None


def test_a_clock_put_back_does_not_end_an_illness(settled, periods, days_off, day) -> None:
    days_off.start_absence(ILL, day(0), None)
    days_off.start_absence(AWAY, day(-5), day(-9))
    settled.later(days=-3)
    ill, away = settled.diary.absences
    for change in (
        lambda: periods.delete(ill.id),
        lambda: periods.keep_absence(ill.id, ill.from_, None, "holiday"),
        lambda: periods.keep_absence(ill.id, day(9), day(8), ILL),
    ):
        with pytest.raises(NotAllowed, match="Check the computer's clock"):
            change()
    with pytest.raises(NotAllowed, match="called off already"):
        days_off.call_off(ill.id)
    assert days_off.ahead() == (away,)
    periods.delete(away.id)
    assert settled.diary.absences == (ill,)


def test_an_illness_that_is_over_becomes_days_away(settled, periods, day) -> None:
    kept = periods.keep_absence("", day(9), day(5), ILL)
    periods.keep_absence(kept.id, day(9), day(5), "holiday")
    assert settled.diary.absences[0].reason == "holiday"


def test_days_away_do_not_overlap_and_may_lie_in_an_illness(settled, periods, day) -> None:
    periods.keep_absence("", day(9), day(5), ILL)
    periods.keep_absence("", day(9), day(5), AWAY)
    with pytest.raises(Unfit, match="Days away are noted"):
        periods.keep_absence("", day(5), None, "holiday")
    with pytest.raises(Unfit, match="An illness is noted"):
        periods.keep_absence("", day(5), day(4), ILL)


def test_days_away_end_within_a_year(periods, day) -> None:
    for first, last in ((-2, -367), (-367, None)):
        with pytest.raises(Unfit, match="within a year"):
            periods.keep_absence("", day(first), None if last is None else day(last), AWAY)


def test_days_away_of_today_can_be_deleted_until_their_extra_session_is_done(
    settled, periods, day
) -> None:
    kept = periods.keep_absence("", day(1), None, AWAY)
    periods.delete(kept.id)()
    settled.play(settled.guide(settled.sessions.begin(Kind.SESSION)))
    diary = settled.diary
    assert refusal_to_begin(Kind.SESSION, diary, settled.catalogue, settled.desk.due())
    with pytest.raises(NotAllowed, match="You can change them tomorrow"):
        periods.delete(kept.id)


@pytest.mark.parametrize("table", ["flares", "absences"])
def test_what_is_gone_can_be_neither_changed_nor_deleted(periods, day, table) -> None:
    keep = periods.keep_flare if table == "flares" else periods.keep_absence
    kept = keep("", day(9), day(5), "")
    kept.back()
    for change in (
        lambda: keep(kept.id, day(9), day(5), ""),
        lambda: periods.delete(kept.id),
    ):
        with pytest.raises(NotAllowed, match="not in the diary any more"):
            change()


@pytest.mark.parametrize("change", ["new", "changed", "deleted", "restored"])
def test_a_full_disk_changes_nothing(settled, periods, day, change) -> None:
    kept = periods.keep_flare("", day(9), day(5), "")
    gone = periods.keep_absence("", day(9), day(5), AWAY)
    changes = {
        "new": lambda: periods.keep_absence("", day(3), day(2), ILL),
        "changed": lambda: periods.keep_flare(kept.id, day(9), day(6), ""),
        "deleted": lambda: periods.delete(kept.id),
        "restored": periods.delete(gone.id),
    }
    before = settled.diary
    settled.disk.left = 0
    with pytest.raises(NotSaved):
        changes[change]()
    assert settled.diary == before
