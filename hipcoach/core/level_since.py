"""From when on an exercise is at its level in a run, and why: its latest step, or the start."""

from __future__ import annotations

from datetime import date

from hipcoach.core.catalogue import Catalogue
from hipcoach.core.decision_words import split_words
from hipcoach.core.diary import Diary
from hipcoach.core.format import date_text, day_text
from hipcoach.core.levels import decisions_of, levels, starts
from hipcoach.core.parts import Part
from hipcoach.core.run import RUNG, Change, Decision, Run
from hipcoach.core.text import Message, message


def level_since(
    diary: Diary, catalogue: Catalogue, run: Run, part: Part, on: date
) -> Message | None:
    """Since when and why the part's rung is the level on the day `on`, in one or two sentences.

    None where the level is another rung, as one whose band is not owned now.
    """
    ladder, rung = part.ladder, part.rung.id
    if levels(diary, run, catalogue, on).get(ladder.id) != rung:
        return None
    accepted = (d for d in decisions_of(diary, run, on) if d.accepted and d.from_ != d.to)
    steps: list[Decision | Change] = [d for d in accepted if d.exercise == ladder.id]
    steps += [c for c in run.changes_of(RUNG, ladder.id) if c.at.date() <= on]
    last = max(steps, key=lambda step: step.at, default=None)
    if last is None:
        return _since_start(diary, catalogue, run, ladder.id, on)
    since = _day(last.at.date(), on)
    if isinstance(last, Change):
        return message("Since {day}, chosen by you.", day=since)
    why = split_words(last.text)[1]
    return message("Since {day}. Why: {why}", day=since, why=why) if why else _since(since)


def _since(day: str) -> Message:
    return message("Since {day}.", day=day)


def _since_start(diary: Diary, catalogue: Catalogue, run: Run, ladder: str, on: date) -> Message:
    start = starts(diary, run, catalogue)[ladder]
    return message("Since {day}, {why}.", day=_day(run.started_on, on), why=start.why)


def _day(day: date, today: date) -> str:
    """The day, with its year where that is another one."""
    return day_text(day) if day.year == today.year else date_text(day)
