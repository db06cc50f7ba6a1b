"""Today's views by hand: one session due, and what differs from it in each state."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta

import pytest

from hipcoach.core.check_in_view import CheckInCard, CheckInNode, NodeState
from hipcoach.core.depicted import Depicted
from hipcoach.core.hero_kind import HeroKind
from hipcoach.core.hero_view import HeroView, SlotView
from hipcoach.core.schedule import SlotState
from hipcoach.core.session import Slot
from hipcoach.core.session_card import ExerciseTile, SessionCard
from hipcoach.core.text import message
from hipcoach.core.today_view import PainCard, TodayView
from hipcoach.core.trend_view import Band, Days, TrendCard
from hipcoach.core.trends import DayValue, MeanPoint
from hipcoach.core.week_marks import Mark
from hipcoach.core.week_view import SlotMark, WeekCard, WeekDay

MONDAY = date(2026, 12, 7)


@pytest.fixture
def session() -> SessionCard:
    """The session of the three exercises."""
    tiles = (("clamshell-band", "Clamshell"), ("bridge", "One-leg bridge"))
    return SessionCard(
        minutes=message("about 18 min"),
        dose=message("2 sets of 12–15, each side"),
        exercises=tuple(
            ExerciseTile(
                exercise=id_,
                picture=Depicted(figure=id_),
                name=name,
                rung="red band",
                posture="lying on one side",
            )
            for id_, name in tiles
        ),
        kit=(message("mat"), message("red loop band")),
    )


@pytest.fixture
def hero(session: SessionCard) -> HeroView:
    """The evening session is due."""
    return HeroView(
        kind=HeroKind.SESSION,
        title=message("Three hip exercises"),
        slots=(
            SlotView(
                slot=Slot.MORNING,
                state=SlotState.DONE,
                name=message("Morning"),
                text=message("done at 07:42"),
            ),
            SlotView(
                slot=Slot.EVENING,
                state=SlotState.NEXT,
                name=message("Evening"),
                text=message("next"),
            ),
        ),
        session=session,
        can_start=True,
        can_be_easier=True,
    )


@pytest.fixture
def day(hero: HeroView) -> Callable[..., TodayView]:
    """A day: the evening session due, nothing rated; parts of it replaced by name."""

    def made(hero: HeroView = hero, **parts: object) -> TodayView:
        view = TodayView(
            greeting=message("Good evening"),
            date=message("Thursday 10 December, week 6 of 6"),
            sample=None,
            hero=hero,
            pain=PainCard(
                question=message("How strong is your back pain right now?"),
                lowest=message("no pain"),
                highest=message("worst pain you can imagine"),
            ),
            morning=None,
            week=_week(),
            check_in=_check_in(),
            trend=_trend(),
        )
        return replace(view, **parts)

    return made


def _week() -> WeekCard:
    names = ("Mo", "Tu", "We", "Th", "Fr", "Sa", "Su")
    return WeekCard(
        count=message("6 of 14 sessions"),
        rows=(Slot.MORNING, Slot.EVENING),
        days=tuple(
            WeekDay(
                day=MONDAY + timedelta(days=n),
                name=message(name),
                is_today=n == 3,
                marks=tuple(
                    SlotMark(mark=Mark.FULL, words=message(f"{name} {half}, done"))
                    for half in ("morning", "evening")
                ),
            )
            for n, name in enumerate(names)
        ),
        note=message("Missed one? Just carry on. No catching up."),
    )


def _check_in() -> CheckInCard:
    states = (NodeState.DONE, NodeState.DONE, NodeState.NEXT)
    return CheckInCard(
        nodes=tuple(
            CheckInNode(
                week=week,
                label=message(f"Week {week}" if week else "Start"),
                state=state,
                words=message(f"Week {week}, {state}"),
            )
            for week, state in zip((0, 3, 6), states, strict=True)
        ),
        reached=0.9,
        title=message("Week-6 check-in"),
        when=message("in 3 days"),
        day=message("Sunday 13 December"),
        contents=message("Pain, daily activities and three strength tests."),
    )


def _trend() -> TrendCard:
    first = MONDAY - timedelta(days=24)
    days = [first + timedelta(days=n) for n in (0, 1, 2, 3, 4, 20, 21, 22)]
    means = [MeanPoint(day=day, mean=4, joined=True) for day in days]
    return TrendCard(
        days=Days(first=first, last=first + timedelta(days=27)),
        points=tuple(DayValue(day=day, mean=4, low=3, high=5, n=2) for day in days),
        segments=(tuple(means[:5]), tuple(means[5:])),
        start=5.3,
        band=Band(low=3.3, high=3.7),
        flares=(Days(first=days[1], last=days[4]),),
        value="3.2",
        sentence=message("last 7 days, start 5.3"),
        words=message("Back pain, 4 weeks: start 5.3, now 3.2"),
        hint=None,
    )
