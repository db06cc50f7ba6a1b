"""Whether a session was red, even before its review; the day has none after it (R-TWICE)."""

from __future__ import annotations

from hipcoach.core.diary import Diary
from hipcoach.core.hurt import others_red
from hipcoach.core.rules import HurtRule
from hipcoach.core.session import RED, Session


def is_red_session(session: Session, diary: Diary, rule: HurtRule) -> bool:
    """Whether its tag is red, or an exercise of it was red by its pain."""
    if session.tag == RED:
        return True
    before = diary.rating(session.pain_before)
    return others_red(session.events, "", before.score if before else None, rule) > 0
