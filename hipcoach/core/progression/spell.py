"""A spell: what holds for the whole program, and its decision."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime

from hipcoach.core.format import number
from hipcoach.core.run import Decision, Facts
from hipcoach.core.text import Message, message, say


@dataclass(frozen=True, slots=True, kw_only=True)
class Spell:
    """What holds now for the whole program.

    `title` and `why` as a card says them ("No steps up for now", "Your mornings rose two weeks
    running: 2.0, then 2.6, then 3.1."), `advice` the sentence after it. `holds`: no step up is
    offered while it lasts. `kept`: it is a decision that is to be stored now; not so any more once
    it is in the diary. `declinable`: the user may decline it. `facts` has `until` where it lasts to
    a day.
    """

    rule: str
    title: Message
    why: Message
    advice: Message | None = None
    facts: Facts = field(default_factory=dict)
    holds: bool = False
    kept: bool = False
    declinable: bool = False


def spell_decision(spell: Spell, at: datetime, *, accepted: bool = True) -> Decision:
    """The spell as a decision that speaks of no exercise, said in the user's language."""
    return Decision(
        at=at,
        rule=spell.rule,
        exercise="",
        from_="",
        to="",
        facts=spell.facts,
        text=say(spell_words(spell)),
        accepted=accepted,
    )


def spell_words(spell: Spell) -> Message:
    """The spell in a sentence or two: what, why, and what to do about it."""
    told = message("{title}. Why: {why}", title=spell.title, why=spell.why)
    return message("{told} {advice}", told=told, advice=spell.advice) if spell.advice else told


def in_turn(values: Sequence[Message]) -> Message:
    """The values one after the other: "2.0, then 2.6, then 3.1"."""
    first, *later = values
    for value in later:
        first = message("{first}, then {then}", first=first, then=value)
    return first


def plain(value: float) -> str:
    """A number as short as it can be said: "2", "2.5"."""
    return number(value, 0 if value == int(value) else 1)
