"""What two diaries allow, compared part by part: a corrected entry must not open what is closed.

The parts stand side by side, so that one that is closed anyway hides no other.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from enum import StrEnum

from hipcoach.core.admission import refusal_of_day
from hipcoach.core.catalogue import Catalogue
from hipcoach.core.diary import Diary
from hipcoach.core.flare import DAY, flare_day
from hipcoach.core.gate import Asked, Permission, Standing, gate, standing
from hipcoach.core.of_days import ratings_of, sessions_of
from hipcoach.core.opening import Kind
from hipcoach.core.pain import HIGHEST
from hipcoach.core.rules import StartRule
from hipcoach.core.schedule import due, felt_now
from hipcoach.core.session import SessionState
from hipcoach.core.text import Message, message
from hipcoach.core.trend_view import Days

AROUND = timedelta(weeks=2)
"""The days around today that its sessions can go by: a week of the program lies within."""

MOMENT = timedelta(microseconds=1)

_ASKED = (None, Asked.SHORT, Asked.FULL)
_FELT = (Permission.SESSION, Permission.EASY_DAY, Permission.REST_DAY)


class Bar(StrEnum):
    """What keeps something closed."""

    SIGNS = "signs"
    PAIN = "pain"
    SESSION = "session"
    FLARE = "flare"
    ILLNESS = "illness"
    DAY = "day"
    CLOCK = "clock"


_WAYS = {
    Bar.SIGNS: message("The safety questions are due because of this. Answer them on Today first."),
    Bar.PAIN: message("Today goes by this rating. Rate your pain as it is now first."),
    Bar.SESSION: message("A session of today goes by this rating. You can change it tomorrow."),
    Bar.FLARE: message("The flare-up is under way. End it from Today first."),
    Bar.ILLNESS: message("The illness is under way. End it from Today first."),
    Bar.DAY: message("Today's sessions go by these days. You can change them tomorrow."),
    Bar.CLOCK: message("This was noted at a later time than now. Check the computer's clock."),
}


def way(bar: Bar) -> Message:
    """Why a change that would lift the bar is refused, and what to do."""
    return _WAYS[bar]


def lifted(
    was: Diary, diary: Diary, catalogue: Catalogue, now: datetime, felt: Diary | None = None
) -> tuple[Bar, ...]:
    """The bars of the diary as it `was` that are gone, or lower, in what became of it.

    `felt`: the diary with which the pain is compared instead. CLOCK is lifted where a clock put
    back hides one that will stand again once the clock is right.
    """
    found = _lifted(was, diary, catalogue, now, felt)
    written = _last_written(was)
    if not found and written and written > now:
        found = (Bar.CLOCK,) if _lifted(was, diary, catalogue, written, felt) else ()
    return found


def _last_written(diary: Diary) -> datetime | None:
    """When anything in the diary was last changed, which a clock put back places ahead of now."""
    tables = (diary.pain_ratings, diary.sessions, diary.flares, diary.absences, diary.screenings)
    documents = (document for table in tables for document in table)
    times = (at for it in documents for at in (it.created_at, it.updated_at) if at is not None)
    return max(times, default=None)


def _lifted(
    was: Diary, diary: Diary, catalogue: Catalogue, now: datetime, felt: Diary | None
) -> tuple[Bar, ...]:
    """The same, at the moment `now` alone."""
    before, after = _held(was, catalogue, now), _held(diary, catalogue, now)
    felt_then = before.near if felt is None else _around(felt, now.date())
    looser = {
        Bar.SIGNS: after.asked < before.asked,
        Bar.PAIN: _pain_opens(felt_then, after.near, catalogue.rules.start, now),
        Bar.SESSION: any(
            after.before.get(id_, HIGHEST + 1) > score for id_, score in before.before.items()
        ),
        Bar.FLARE: after.flare_day < before.flare_day,
        Bar.ILLNESS: before.ill and not after.ill,
        Bar.DAY: not after.kinds <= before.kinds or after.flare_days < before.flare_days,
    }
    return tuple(bar for bar, gone in looser.items() if gone)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Held:
    """What holds at a moment.

    `asked` ranks what is asked first, from nothing on. `before`: pain before each session of today
    that has it. `flare_day` counts from 1, 0 without a flare-up; `flare_days` are those of one that
    ended yesterday, which one that began today would count on. `kinds`: what the day leaves to be
    done, the pain apart. `near` has what today's sessions go by.
    """

    asked: int
    before: Mapping[str, int]
    flare_day: int
    flare_days: int
    ill: bool
    kinds: frozenset[Kind]
    near: Diary


def _held(diary: Diary, catalogue: Catalogue, now: datetime) -> _Held:
    stands = standing(diary, catalogue.questionnaire, now, catalogue.rules.count)
    near = _around(diary, now.date())
    painless = replace(near, pain_ratings=())
    today = due(painless, catalogue, now)
    return _Held(
        asked=_ASKED.index(stands.asked),
        before=dict(_before(near, now.date())),
        flare_day=flare_day(today.flare, now.date()) if today.flare else 0,
        flare_days=_flare_days(near, now.date() - DAY),
        ill=today.ill,
        kinds=frozenset(
            kind for kind in Kind if refusal_of_day(kind, painless, catalogue, today) is None
        ),
        near=near,
    )


def _around(diary: Diary, today: date) -> Diary:
    """The diary without the ratings and sessions that today's sessions do not go by."""
    days = Days(first=today - AROUND, last=today + AROUND)
    sessions, ratings = sessions_of(diary, days), ratings_of(diary, days)
    return replace(diary, sessions=tuple(sessions), pain_ratings=tuple(ratings))


def _before(diary: Diary, today: date) -> Iterator[tuple[str, int]]:
    """Pain before the sessions of today, by their ids: what "this hurts" is compared with.

    More of it, or none, makes less of what hurts.
    """
    for session in diary.sessions:
        if session.day == today and session.state is not SessionState.DISCARDED:
            rating = diary.rating(session.pain_before)
            if rating:
                yield session.id, rating.score


def _flare_days(diary: Diary, last: date) -> int:
    return max((flare_day(f, last) for f in diary.flares if f.to == last), default=0)


def _pain_opens(was: Diary, diary: Diary, rule: StartRule, now: datetime) -> bool:
    """Whether the pain permits more than it did, now or until the last rating of now is past."""
    lasts = timedelta(hours=rule.prefill_hours) + MOMENT
    ratings = {rating.at for rating in (*was.pain_ratings, *diary.pain_ratings)}
    turns = {turn for at in ratings for turn in (at, at + lasts) if turn > now}
    return any(_felt(diary, at, rule) < _felt(was, at, rule) for at in (now, *turns))


def _felt(diary: Diary, at: datetime, rule: StartRule) -> int:
    """What pain permits at the moment, from a session on."""
    return _FELT.index(gate(Standing(), felt_now(diary, at, rule), rule))
