"""A verdict: what becomes of one exercise next time, by which rule, and why."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from hipcoach.core.catalogue import Catalogue
from hipcoach.core.run import Decision, Facts
from hipcoach.core.text import Message, message, say


class Move(StrEnum):
    """Which way an exercise goes."""

    UP = "up"
    DOWN = "down"
    SAME = "same"


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """What becomes of one exercise.

    `exercise` is the ladder's id ("": all of them, one set fewer). `from_` and `to` are rung ids,
    alike for SAME. `fewer`: one set fewer for the next session. `back`: the step up is the one that
    was lost, offered back. `why` is a sentence without its "Why:", in the user's own numbers.
    `days` of the UP_SESSIONS days towards the next step are done. `aim` is what to aim at next
    time ("aim for 12 in set 2"), None where there is nothing to say. `waits`: it takes effect only
    after a calm morning.
    """

    exercise: str
    move: Move
    rule: str
    from_: str
    to: str
    why: Message
    facts: Facts = field(default_factory=dict)
    fewer: bool = False
    back: bool = False
    days: int = 0
    aim: Message | None = None
    waits: bool = False


def title_of(verdict: Verdict, catalogue: Catalogue) -> Message:
    """The verdict in short.

    "One step up: green band, 12 reps", "One step easier: no band, one set fewer", "Same again:
    4 s pause", "One set fewer next time". The verdict's fact `low` is said as the repetitions of a
    step up, where there is one; `sets` 1 makes a set fewer a shorter set.
    """
    if verdict.from_ == verdict.to and verdict.fewer:
        once = message("Shorter sets next time")
        return once if _once(verdict) else message("One set fewer next time")
    to = _words(verdict.to, verdict, catalogue)
    if verdict.move is Move.SAME:
        return message("Same again: {to}", to=verdict.aim or to)
    return _up(verdict, to) if verdict.move is Move.UP else _down(verdict, to)


def _up(verdict: Verdict, to: Message) -> Message:
    again = message("One step up again: {to}", to=to)
    step = again if verdict.back else message("One step up: {to}", to=to)
    low = verdict.facts.get("low")
    if not isinstance(low, int):
        return step
    return Message(text="{step}, {n} reps", one="{step}, {n} rep", n=low, facts={"step": step})


def _down(verdict: Verdict, to: Message) -> Message:
    if not verdict.fewer:
        return message("One step easier: {to}", to=to)
    if _once(verdict):
        return message("One step easier: {to}, shorter sets", to=to)
    return message("One step easier: {to}, one set fewer", to=to)


def _once(verdict: Verdict) -> bool:
    """Whether there is one set only: then it ends earlier instead (product.md section 6)."""
    return verdict.facts.get("sets") == 1


def _words(rung_id: str, verdict: Verdict, catalogue: Catalogue) -> Message:
    return message(catalogue.exercises[verdict.exercise].rung(rung_id).text)


def decision_of(
    verdict: Verdict, catalogue: Catalogue, at: datetime, *, accepted: bool = True
) -> Decision:
    """The verdict as a decision for the diary, its sentence said in the user's language.

    Facts, beside the verdict's own: `from` and `to` in words; `sessions` 1 where it is a set fewer.
    The verdict's own `session` is the id of the session that it follows.
    """
    title = title_of(verdict, catalogue)
    return Decision(
        at=at,
        rule=verdict.rule,
        exercise=verdict.exercise,
        from_=verdict.from_,
        to=verdict.to,
        facts=_rungs(verdict, catalogue) | ({"sessions": 1} if verdict.fewer else {}),
        text=say(message("{title}. Why: {why}", title=title, why=verdict.why)),
        accepted=accepted,
    )


def _rungs(verdict: Verdict, catalogue: Catalogue) -> dict[str, str | int | float]:
    """The verdict's facts, and its rungs in words where it speaks of an exercise."""
    if not verdict.exercise:
        return dict(verdict.facts)
    ladder = catalogue.exercises[verdict.exercise]
    both = {"from": ladder.rung(verdict.from_).text, "to": ladder.rung(verdict.to).text}
    return {**both, **verdict.facts}
