"""The facts of a session that the rules go by (product.md section 6).

before and after are its ratings of pain now; worst is the review's answer; the next morning is its
answer, or else the pain before the next session (R-NOAM).
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from itertools import islice, takewhile
from operator import attrgetter

from hipcoach.core.diary import Diary
from hipcoach.core.lighter import in_force
from hipcoach.core.progression.ratings_around import RatingsAround, ratings_around
from hipcoach.core.rules import Rules, TagRule
from hipcoach.core.run import Run
from hipcoach.core.session import EASIER_TODAY, EASY_DAY, EventKind, Session, SessionState

OVER = frozenset({SessionState.FINISHED, SessionState.ENDED_EARLY})


@dataclass(frozen=True, slots=True, kw_only=True)
class SessionFacts:
    """What is known of one session; None is not known.

    `hurts` are the scores told with "this hurts". `usual` is the usual morning that `morning` is
    compared with: the median of the mornings of the 7 days up to the session's day, or else the
    run's start value. `stands_in`: the morning is the pain before the next session (R-NOAM).
    `unsettled`: 18 to 30 hours after it a rating was still 2 or more above the pain before, and
    the session had raised it that much. `open`: its morning may still be answered.
    `lightened`: days missed, a red session or an easy week made all of it lighter than asked for.
    """

    session: Session
    before: int | None
    worst: int | None
    after: int | None
    hurts: tuple[int, ...] = ()
    effort: int | None = None
    morning: int | None = None
    usual: float | None = None
    stands_in: bool = False
    unsettled: bool = False
    open: bool = False
    lightened: bool = False

    @property
    def at(self) -> datetime:
        """When it began."""
        return self.session.started_at

    @property
    def easy(self) -> bool:
        """Whether it was an easy day's session (R-PRE6-TAG)."""
        return self.session.program == EASY_DAY

    @property
    def easier(self) -> bool:
        """Whether it was easier today, or made lighter: then it earns no step."""
        return self.session.program == EASIER_TODAY or self.lightened

    @property
    def peak(self) -> int | None:
        """The highest of before, worst, after and every "this hurts"."""
        told = (self.before, self.worst, self.after, *self.hurts)
        return max((score for score in told if score is not None), default=None)

    @property
    def rise(self) -> int | None:
        """The peak less the pain before."""
        return None if self.before is None or self.peak is None else self.peak - self.before

    @property
    def morning_rise(self) -> float | None:
        """The next morning less the usual one."""
        if self.morning is None or self.usual is None:
            return None
        return self.morning - self.usual


def facts_of(
    sessions: Sequence[Session], diary: Diary, run: Run, rules: Rules, now: datetime
) -> tuple[SessionFacts, ...]:
    """The facts of sessions, which are in their order, as they are known at the moment `now`."""
    if not sessions:
        return ()
    around = ratings_around(diary, run, rules, sessions[0], sessions[-1])
    return tuple(_facts(session, around, rules, now) for session in sessions)


def recent_facts(
    diary: Diary, run: Run, rules: Rules, now: datetime, *, most: int = 14
) -> tuple[SessionFacts, ...]:
    """The facts of the run's latest `most` sessions that ended, the newest first.

    Sessions without the app, discarded ones, those under way and those in which nothing happened
    are none: no rule goes by them.
    """
    begun = diary.sessions[: bisect_right(diary.sessions, now, key=attrgetter("started_at"))]
    since = takewhile(lambda session: session.day >= run.started_on, reversed(begun))
    recent = list(islice((s for s in since if s.run == run.id and _is_told(s)), most))
    return facts_of(recent[::-1], diary, run, rules, now)[::-1]


def _is_told(session: Session) -> bool:
    """Whether the rules go by it: it is over, was done with the app, and something happened."""
    happened = bool(session.sets or session.events)
    return session.state in OVER and happened and not session.without_app


def _facts(session: Session, around: RatingsAround, rules: Rules, now: datetime) -> SessionFacts:
    answer = around.score(session.next_morning)
    later = None if answer is not None else around.stand_in(session, now)
    morning = later if answer is None else answer
    found = SessionFacts(
        session=session,
        before=around.score(session.pain_before),
        worst=session.pain_worst,
        after=around.score(session.pain_after),
        hurts=hurts(session),
        effort=session.effort,
        morning=morning,
        usual=around.usual(session.day),
        stands_in=later is not None,
        open=morning is None and around.may_come(session, now),
        lightened=_is_lightened(session, around.diary, rules),
    )
    return replace(found, unsettled=_unsettled(found, around, rules.tag, now))


def _is_lightened(session: Session, diary: Diary, rules: Rules) -> bool:
    """Whether all of it was made lighter; the easy day is as light as it gets."""
    if session.program == EASY_DAY:
        return False
    return any(not told.exercise for told in in_force(diary, session.started_at, rules))


def hurts(session: Session) -> tuple[int, ...]:
    """The scores told with "this hurts"."""
    told = (event.score for event in session.events if event.kind is EventKind.HURT)
    return tuple(score for score in told if score is not None)


def _unsettled(found: SessionFacts, around: RatingsAround, rule: TagRule, now: datetime) -> bool:
    """Whether the rise had not settled: a day later a rating was still that much above before."""
    if found.before is None or found.rise is None or found.rise < rule.amber_rise:
        return False
    lasting = around.later(found.session, rule, now)
    return any(score >= found.before + rule.amber_rise for score in lasting)
