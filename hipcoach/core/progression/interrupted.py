"""What comes between a session and a step that it would earn: days off make its level new again.

A flare-up, an illness, and more days missed than the program goes on after (R-MISS-1): the same
level comes first again (R-MISS-2), or a lower one.
"""

from __future__ import annotations

from hipcoach.core.gap import days_missed
from hipcoach.core.progression.case import Case
from hipcoach.core.progression.facts import SessionFacts
from hipcoach.core.run import Period
from hipcoach.core.schedule import is_ill
from hipcoach.core.text import Message, message


def interrupted(case: Case, facts: SessionFacts) -> Message | None:
    """Why the session earns no step any more; None where nothing came in between."""
    if any(_holds_since(flare, case, facts) for flare in case.diary.flares):
        return message("After a flare-up the same level comes first.")
    ill = (days for days in case.diary.absences if is_ill(days))
    if any(_holds_since(days, case, facts) for days in ill):
        return message("After an illness the same level comes first.")
    return _days_missed(case)


def _holds_since(period: Period, case: Case, facts: SessionFacts) -> bool:
    """Whether one of its days lies between the session's and today."""
    begun = period.from_ <= case.now.date()
    return begun and (period.to is None or period.to >= facts.session.day)


def _days_missed(case: Case) -> Message | None:
    rules = case.catalogue.rules
    days = days_missed(case.diary, case.now, rules.count) or 0
    if days <= rules.missed.same_up_to:
        return None
    return Message(
        text="After {n} days without a session the same level comes first.",
        one="After {n} day without a session the same level comes first.",
        n=days,
    )
