"""The second session of a day after an amber one: one set of each exercise (R-TWICE).

After a red one there is no second session (`core/schedule.py`).
"""

from __future__ import annotations

from datetime import datetime

from hipcoach.core.catalogue import Catalogue
from hipcoach.core.diary import Diary
from hipcoach.core.lighter import SESSIONS, UNTIL, in_force
from hipcoach.core.progression.facts import SessionFacts, recent_facts
from hipcoach.core.progression.judged import judged
from hipcoach.core.rule_ids import R_TWICE
from hipcoach.core.rules import Rules
from hipcoach.core.run import Decision, Run
from hipcoach.core.session import AMBER
from hipcoach.core.text import message, say

MOST_OF_A_DAY = 6
"""More sessions than anybody does in a day."""


def twice(diary: Diary, catalogue: Catalogue, run: Run, at: datetime) -> Decision | None:
    """What makes a session of the program that begins at `at` one set; None where nothing does.

    None, too, where it is in the diary and holds.
    """
    rules = catalogue.rules
    if any(told.rule == R_TWICE for told in in_force(diary, at, rules)):
        return None
    earlier = _earlier_amber(diary, run, rules, at)
    return _one_set(earlier, rules, at) if earlier else None


def _earlier_amber(diary: Diary, run: Run, rules: Rules, at: datetime) -> SessionFacts | None:
    """The latest session of the day that is amber so far."""
    latest = recent_facts(diary, run, rules, at, most=MOST_OF_A_DAY)
    today = (facts for facts in latest if facts.session.day == at.date())
    return next((facts for facts in today if judged(facts, rules.tag).so_far == AMBER), None)


def _one_set(earlier: SessionFacts, rules: Rules, at: datetime) -> Decision:
    told = message(
        "One set of each exercise this time. Why: Earlier today: {why}.",
        why=judged(earlier, rules.tag).why,
    )
    return Decision(
        at=at,
        rule=R_TWICE,
        exercise="",
        from_="",
        to="",
        facts={"session": earlier.session.id, UNTIL: at.date().isoformat(), SESSIONS: 1},
        text=say(told),
        accepted=True,
    )
