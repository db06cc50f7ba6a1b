"""Days missed: whole days without a session that counts; R-MISS and the gate go by them.

A day is the calendar day of the start, in its own offset (product.md section 6). Who trained on
Monday and comes back on Friday has missed three days. A session without the app is none here: it
was not begun with the question about warning signs, and nothing that is typed puts that off.
"""

from __future__ import annotations

from datetime import date, datetime

from hipcoach.core.adherence import session_counts
from hipcoach.core.diary import Diary
from hipcoach.core.rules import CountRule
from hipcoach.core.session import Session


def last_session(diary: Diary, now: datetime, rule: CountRule) -> Session | None:
    """The latest session with the app that counts; one dated ahead by a wrong clock is none."""
    earlier = (s for s in reversed(diary.sessions) if s.started_at <= now and not s.without_app)
    return next((s for s in earlier if session_counts(s, rule)), None)


def days_missed(diary: Diary, now: datetime, rule: CountRule) -> int | None:
    """Whole days without a session that counts since the last one; None before the first."""
    last = last_session(diary, now, rule)
    return None if last is None else days_between(last.day, now.date())


def days_between(day: date, today: date) -> int:
    """The whole days between the two; none where `day` is the later one."""
    return max((today - day).days - 1, 0)
