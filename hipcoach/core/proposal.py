"""What the rules propose after a session, with the answers of its review as if they were kept."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime

from hipcoach.core.catalogue import Catalogue
from hipcoach.core.diary import Diary
from hipcoach.core.pain import PainRating
from hipcoach.core.progression.case import Case, case_of
from hipcoach.core.progression.spell import Spell
from hipcoach.core.progression.spells import spells
from hipcoach.core.progression.verdict import Verdict
from hipcoach.core.progression.verdicts import verdicts
from hipcoach.core.review import Review, rating_after, reviewed
from hipcoach.core.rules import TagRule
from hipcoach.core.session import Session

AFTER_ID = "after"
"""The id of the pain after the session while it is not stored."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposal:
    """The case with the answers in it, its open mornings taken as calm, and what comes of it."""

    case: Case
    spells: tuple[Spell, ...]
    verdicts: tuple[Verdict, ...]


def proposal(
    diary: Diary, catalogue: Catalogue, session: Session, review: Review, now: datetime
) -> Proposal | None:
    """What becomes of each exercise after the session; None where its run is not under way.

    `session` is as it was played. ValueError names a bad answer.
    """
    run = diary.open_run(now.date())
    if run is None or run.id != session.run or run.program not in catalogue.programs:
        return None
    answered = with_review(diary, session, review, catalogue.rules.tag, now)
    case = case_of(answered, catalogue, run, now, calm=True)
    found = spells(case)
    return Proposal(case=case, spells=found, verdicts=verdicts(case, found))


def with_review(
    diary: Diary, session: Session, review: Review, rule: TagRule, now: datetime
) -> Diary:
    """The diary with the review's answers in it."""
    before = _rating(diary, session.pain_before)
    done = reviewed(session, review, before.score if before else None, rule)
    ratings = diary.pain_ratings
    if told := rating_after(session, review, now):
        done = replace(done, pain_after=AFTER_ID)
        ratings = (*ratings, replace(told, id=AFTER_ID))
    sessions = tuple(done if s.id == session.id else s for s in diary.sessions)
    return replace(diary, sessions=sessions, pain_ratings=ratings)


def _rating(diary: Diary, rating_id: str) -> PainRating | None:
    """A rating of late; asked at every answer, it is looked for from the end."""
    if not rating_id:
        return None
    return next((r for r in reversed(diary.pain_ratings) if r.id == rating_id), None)
