"""The words of Today's main card: its title, its sentences, and when the next session is."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import time

from hipcoach.core.adherence import planned_today
from hipcoach.core.admission import easy_is_done
from hipcoach.core.catalogue import Catalogue
from hipcoach.core.day_names import clock_time, day_in_words
from hipcoach.core.days_off_view import away_title, flare_title
from hipcoach.core.diary import Diary
from hipcoach.core.flare import is_long
from hipcoach.core.gate import Asked, Standing, standing
from hipcoach.core.hero_kind import HeroKind
from hipcoach.core.lighter import Missed
from hipcoach.core.missed import rule_for
from hipcoach.core.progression.bad_days import easy_days
from hipcoach.core.rules import CountRule
from hipcoach.core.run import KEPT, Flare
from hipcoach.core.schedule import DAY, Due, SlotState
from hipcoach.core.screening import Severity
from hipcoach.core.text import Message, message

WITH_ADVICE = frozenset({HeroKind.SESSION, HeroKind.EASY_DAY, HeroKind.REST_DAY, HeroKind.ALL_DONE})
"""The kinds of card that name a professional after many easy days (clinical.md I)."""

DAYS_AHEAD = 14
"""How far the next session is looked for."""


def hero_title(kind: HeroKind, catalogue: Catalogue, found: Due) -> Message:
    """The card's title: the program's short name where its session is due."""
    if kind is HeroKind.SESSION and found.program:
        return message(catalogue.program_names[found.program.id].short)
    done = found.slots and all(slot.state is SlotState.DONE for slot in found.slots)
    return {
        HeroKind.STOP: message("HipCoach is paused"),
        HeroKind.NO_PROGRAM: _no_program(found),
        HeroKind.REST_DAY: message("Rest day"),
        HeroKind.ILL: message("Rest until you are well"),
        HeroKind.FLARE: flare_title(found.flare, found) if found.flare else None,
        HeroKind.AWAY: away_title(found.absence) if found.absence else None,
        HeroKind.ALL_DONE: message("Done for today") if done else message("Nothing is due now"),
    }.get(kind) or message("Easy day")


def _no_program(found: Due) -> Message:
    return message("The program has ended") if found.ended else message("No program yet")


def hero_texts(
    kind: HeroKind, diary: Diary, catalogue: Catalogue, found: Due, severity: Severity
) -> Iterator[Message]:
    """The sentences below the title; `severity` of the open warning sign, if there is one."""
    names = {
        HeroKind.REST_DAY: "rest-day",
        HeroKind.ILL: "fever",
        HeroKind.FLARE: _flare_text(found, catalogue),
        HeroKind.AWAY: "away",
        HeroKind.EASY_DAY: "easy-day",
    }
    if kind in names:
        yield message(catalogue.texts[names[kind]])
    elif kind is HeroKind.STOP:
        yield message(catalogue.questionnaire.messages[severity])
    elif kind is HeroKind.NO_PROGRAM:
        yield message("Choose a program to begin.")
    else:
        yield from past_end(found, catalogue)
    if kind in WITH_ADVICE and easy_days(diary, found.now, catalogue.rules.spell):
        yield message(catalogue.texts["easy-day-five"])


def _flare_text(found: Due, catalogue: Catalogue) -> str:
    """The name of the flare-up's text: another one once the easy session's days are over."""
    long = found.flare and is_long(found.flare, found.now.date(), catalogue.rules.flare)
    return "flare-up-week" if long else "flare-up"


def past_end(found: Due, catalogue: Catalogue) -> Iterator[Message]:
    """That the weeks of the program are over, until the user keeps it, or it starts again."""
    restarts = rule_for(found.days_missed or 0, catalogue.rules.missed) is Missed.RESTART
    kept = found.run is not None and found.run.value(KEPT)
    if found.past_end and found.program and not (kept or restarts):
        over = "The {n} weeks of the program are over. It goes on as it is until you choose."
        once = "The {n} week of the program is over. It goes on as it is until you choose."
        yield Message(text=over, one=once, n=found.program.weeks)


def questions_note(
    diary: Diary, catalogue: Catalogue, found: Due, stands: Standing
) -> Message | None:
    """That questions of the screening come before a session, and why where the weeks ask them."""
    if stands.asked is None:
        return None
    if stands.asked is Asked.SHORT and (weeks := _weeks_in(found, catalogue.rules.count)):
        questionnaire, rule = catalogue.questionnaire, catalogue.rules.count
        otherwise = standing(replace(diary, runs=()), questionnaire, found.now, rule)
        if otherwise.asked is None:
            text = "You are {n} weeks in: a few safety questions come first."
            return Message(
                text=text, one="You are {n} week in: a few safety questions come first.", n=weeks
            )
    return message("A few safety questions come first.")


def _weeks_in(found: Due, rule: CountRule) -> int:
    """How many weeks are over, once a week of the short screening is among them; 0 before that."""
    over = (found.day - 1) // 7
    return over if any(week <= over for week in rule.short_screening_weeks) else 0


def next_session(kind: HeroKind, diary: Diary, found: Due, catalogue: Catalogue) -> Message | None:
    """When the next session is, where nothing is due now; None where none is in sight."""
    if found.run is None or found.program is None:
        return None
    if kind is HeroKind.FLARE and found.flare:
        return _next_easy(diary, found.flare, found, catalogue)
    if kind is HeroKind.AWAY and found.absence and found.absence.to:
        ahead = (found.absence.to - found.now.date()).days + 1
        return _next_planned(diary, found, catalogue.rules.count, ahead)
    if kind is not HeroKind.ALL_DONE:
        return None
    if found.extra_allowed and any(slot.state is SlotState.NEXT for slot in found.slots):
        return _at(diary.settings.evening_at, message("Next: this evening"))
    return _next_planned(diary, found, catalogue.rules.count)


def _next_easy(diary: Diary, flare: Flare, found: Due, catalogue: Catalogue) -> Message | None:
    """Tomorrow, once today's easy session is done, while there is one."""
    tomorrow = found.now.date() + DAY
    if not easy_is_done(diary, found) or is_long(flare, tomorrow, catalogue.rules.flare):
        return None
    return message("Next: the easy session, tomorrow.")


def _next_planned(diary: Diary, found: Due, rule: CountRule, first: int = 1) -> Message | None:
    """The first day with a planned session, from so many days ahead on."""
    assert found.run is not None
    assert found.program is not None
    for ahead in range(first, first + DAYS_AHEAD):
        then = found.now + ahead * DAY
        planned = planned_today(diary, found.run, found.program, then, rule)
        if planned and ahead > 1:
            return message("Next: {day}.", day=day_in_words(then.date()))
        if planned > 1:
            return _at(diary.settings.morning_at, message("Next: tomorrow morning"))
        if planned:
            return message("Next: tomorrow.")
    return None


def _at(meant: time | None, told: Message) -> Message:
    """The sentence, with the time at which the session is meant to be where there is one."""
    if meant is None:
        return message("{when}.", when=told)
    return message("{when}, {time}.", when=told, time=clock_time(meant))
