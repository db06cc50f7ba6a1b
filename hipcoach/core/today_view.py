"""Today, as the window shows it: one value, built from the diary at one moment."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime

from hipcoach.core.catalogue import Catalogue
from hipcoach.core.check_in_view import CheckInCard, check_in_card
from hipcoach.core.day_names import clock_time, day_in_words
from hipcoach.core.diary import Diary
from hipcoach.core.gate import standing
from hipcoach.core.hero_kind import HeroKind
from hipcoach.core.hero_view import HeroView, hero_view
from hipcoach.core.hints import SCALE, START
from hipcoach.core.news_view import NewsView, news_view
from hipcoach.core.open_review import open_review
from hipcoach.core.progression.begun import begun
from hipcoach.core.schedule import Due, due
from hipcoach.core.session import Slot
from hipcoach.core.text import Message, message
from hipcoach.core.trend_view import TrendCard, trend_card
from hipcoach.core.week_view import WeekCard, week_card

AFTERNOON, EVENING = 12, 18
"""The hours at which the greeting changes."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PainCard:
    """Pain now: the question and what stands at the scale's two ends.

    `score` is the rating of the last 2 hours, `rating` its id, `saved` when it was given ("Saved at
    18:12"); None and "" where there is none.
    """

    question: Message
    lowest: Message
    highest: Message
    score: int | None = None
    rating: str = ""
    saved: Message | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class TodayView:
    """The page. `date` as in "Thursday 10 December, week 6 of 6".

    `sample` marks a made-up diary; `morning` is the next-morning question where it is asked;
    `news` is what the rules decided since the last session. The cards of the week and of the
    check-ins are None without a program.
    """

    greeting: Message
    date: Message
    sample: Message | None
    hero: HeroView
    pain: PainCard
    morning: Message | None
    review: Message | None = None
    news: NewsView | None = None
    week: WeekCard | None
    check_in: CheckInCard | None
    trend: TrendCard


def today_view(diary: Diary, catalogue: Catalogue, now: datetime) -> TodayView:
    """The page at the moment `now`, today being the day of its own offset."""
    found = due(diary, catalogue, now)
    stands = standing(diary, catalogue.questionnaire, now, catalogue.rules.count)
    ready = begun(diary, catalogue, found.run, now) if found.run and found.program else None
    hero = hero_view(diary, catalogue, found, stands, ready)
    news = None if hero.kind is HeroKind.STOP else news_view(diary, catalogue, found, ready)
    if news and news.tells(hero.easier_note):
        hero = replace(hero, easier_note=None)
    return TodayView(
        greeting=_greeting(now),
        date=_date(found),
        sample=message("Sample diary: all entries are made up.") if diary.settings.sample else None,
        hero=hero,
        pain=_pain(catalogue, found),
        morning=message(catalogue.texts["next-morning"]) if found.morning_question else None,
        review=_review(diary, found),
        news=news,
        week=week_card(diary, catalogue, found),
        check_in=check_in_card(diary, found),
        trend=trend_card(diary, catalogue, now.date()),
    )


def today_offers(view: TodayView) -> frozenset[str]:
    """What hints on Today may speak about; nothing while it asks something else."""
    hero = view.hero
    if view.morning or view.review or hero.left:
        return frozenset()
    return frozenset({SCALE} | ({START} if hero.can_start else set()))


def _review(diary: Diary, found: Due) -> Message | None:
    """The question that waits; a session that was left comes before it."""
    session = None if found.resumable else open_review(diary, found.now.date())
    if session is None:
        return None
    if session.slot is Slot.MORNING:
        return message("How was the session this morning?")
    if session.slot is Slot.EVENING:
        return message("How was the session this evening?")
    return message("How was the extra session?")


def _greeting(now: datetime) -> Message:
    if now.hour < AFTERNOON:
        return message("Good morning")
    return message("Good afternoon") if now.hour < EVENING else message("Good evening")


def _date(found: Due) -> Message:
    day = day_in_words(found.now.date())
    if found.program is None:
        return day
    if found.past_end:
        return message("{day}, week {week}", day=day, week=found.week)
    weeks = found.program.weeks
    return message("{day}, week {week} of {weeks}", day=day, week=found.week, weeks=weeks)


def _pain(catalogue: Catalogue, found: Due) -> PainCard:
    texts, rating = catalogue.texts, found.pain_now
    saved = message("Saved at {time}", time=clock_time(rating.at)) if rating else None
    return PainCard(
        question=message(texts["pain-now"]),
        lowest=message(texts["pain-lowest"]),
        highest=message(texts["pain-highest"]),
        score=rating.score if rating else None,
        rating=rating.id if rating else "",
        saved=saved,
    )
