"""The words of Today's main card: its title, its sentences, and when the next session is."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import count as count_from

from hipcoach.core.adherence import planned_today
from hipcoach.core.catalogue import Catalogue
from hipcoach.core.day_names import day_in_words
from hipcoach.core.diary import Diary
from hipcoach.core.hero_kind import HeroKind
from hipcoach.core.opening import Kind, kind_of
from hipcoach.core.rules import CountRule
from hipcoach.core.schedule import DAY, Due, SlotState
from hipcoach.core.screening import Severity
from hipcoach.core.session import SessionState
from hipcoach.core.text import Message, message

FLARE_DAYS = 7
"""Days of a flare-up after which it should be looked at (clinical.md, R-FLARE)."""

EASY_DAYS = 5
"""Easy days in a row after which a professional should be asked (clinical.md I)."""

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
        HeroKind.FLARE: message("Flare-up"),
        HeroKind.AWAY: message("Days away"),
        HeroKind.ALL_DONE: message("Done for today") if done else message("Nothing is due now"),
    }.get(kind, message("Easy day"))


def _no_program(found: Due) -> Message:
    return message("The program has ended") if found.ended else message("No program yet")


def hero_texts(
    kind: HeroKind, diary: Diary, catalogue: Catalogue, found: Due, severity: Severity
) -> Iterator[Message]:
    """The sentences below the title; `severity` of the open warning sign, if there is one."""
    names = {
        HeroKind.REST_DAY: "rest-day",
        HeroKind.ILL: "fever",
        HeroKind.FLARE: "flare-up",
        HeroKind.AWAY: "away",
        HeroKind.EASY_DAY: "easy-day",
    }
    if kind in names:
        yield message(catalogue.texts[names[kind]])
    elif kind is HeroKind.STOP:
        yield message(catalogue.questionnaire.messages[severity])
    elif kind is HeroKind.NO_PROGRAM:
        yield message("Choose a program to begin.")
    elif found.past_end and found.program:
        over = "The {n} weeks of the program are over. It goes on as it is until you choose."
        once = "The {n} week of the program is over. It goes on as it is until you choose."
        yield Message(text=over, one=once, n=found.program.weeks)
    yield from (message(catalogue.texts[name]) for name in _lasting(kind, diary, found))


def _lasting(kind: HeroKind, diary: Diary, found: Due) -> Iterator[str]:
    """The texts for what has lasted too long."""
    today = found.now.date()
    if kind is HeroKind.FLARE and found.flare and (today - found.flare.from_).days >= FLARE_DAYS:
        yield "flare-up-week"
    if kind in {HeroKind.EASY_DAY, HeroKind.ALL_DONE} and _easy_days(diary, found) >= EASY_DAYS:
        yield "easy-day-five"


def _easy_days(diary: Diary, found: Due) -> int:
    """Easy days in a row up to today, or up to yesterday where today had none yet."""
    kept = (s for s in diary.sessions if s.sets and s.state is not SessionState.DISCARDED)
    days = {session.day for session in kept if kind_of(session) is Kind.EASY_DAY}
    today = found.now.date()
    last = today if today in days else today - DAY
    return next(count for count in count_from(0) if last - count * DAY not in days)


def next_session(kind: HeroKind, diary: Diary, found: Due, rule: CountRule) -> Message | None:
    """When the next session is, where nothing is due now; None where none is in sight."""
    run, program = found.run, found.program
    if run is None or program is None or kind is not HeroKind.ALL_DONE:
        return None
    if found.extra_allowed and any(slot.state is SlotState.NEXT for slot in found.slots):
        return message("Next: this evening.")
    for ahead in range(1, DAYS_AHEAD + 1):
        then = found.now + ahead * DAY
        planned = planned_today(diary, run, program, then, rule)
        if planned and ahead == 1:
            return message("Next: tomorrow morning.") if planned > 1 else message("Next: tomorrow.")
        if planned:
            return message("Next: {day}.", day=day_in_words(then.date()))
    return None
