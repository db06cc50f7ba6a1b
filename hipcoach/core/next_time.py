"""Next time: what becomes of each exercise after a session, as its review shows it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from hipcoach.core.catalogue import Catalogue
from hipcoach.core.exercise import ResistanceKind
from hipcoach.core.progression.spell import Spell
from hipcoach.core.progression.up import reachable
from hipcoach.core.progression.verdict import Move, Verdict, title_of
from hipcoach.core.proposal import Proposal
from hipcoach.core.rule_ids import R_AMBER, R_DELOAD, R_FLARE, R_ILL, R_RED, R_SORE, R_WEEK, R_WORSE
from hipcoach.core.text import Message, message

ALL_ALIKE = frozenset({R_WORSE, R_WEEK, R_DELOAD, R_SORE, R_FLARE, R_ILL, R_AMBER, R_RED})
"""Rules whose "the same again" is the same for each exercise: one card for all that they hold."""


@dataclass(frozen=True, slots=True, kw_only=True)
class NextCard:
    """One exercise, or all of them.

    `key` is the exercise's id, "" for all of them with a set fewer, the rule's id where it holds
    them all; `name` stands above the `title`. `done` of `of` days towards the next step are there;
    `of` is 0 where no step is counted. `accept` and `decline` name the two ways, None where there
    is nothing to choose.
    """

    key: str
    name: Message
    move: Move
    title: Message
    why: Message
    done: int = 0
    of: int = 0
    accept: Message | None = None
    decline: Message | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class NextTime:
    """The line beside the heading, and the cards in the program's order."""

    note: Message | None = None
    cards: tuple[NextCard, ...] = ()


def next_time(proposed: Proposal) -> NextTime:
    """The cards of what the rules propose: what changes first, then what stays as it is."""
    waits = any(verdict.waits for verdict in proposed.verdicts)
    note = message("Tomorrow morning we ask one question before anything changes for good.")
    return NextTime(note=note if waits else None, cards=tuple(_cards(proposed)))


def _cards(proposed: Proposal) -> Iterator[NextCard]:
    """Where all have a set fewer, nothing is said of those that are the same again."""
    for_all = [verdict for verdict in proposed.verdicts if not verdict.exercise]
    each = [verdict for verdict in proposed.verdicts if verdict.exercise]
    held = [verdict for verdict in each if _is_held(verdict)]
    if for_all:
        yield _card(for_all[0], message("All exercises"), proposed)
    together = not for_all and len(held) > 1
    for verdict in each:
        told = for_all or (together and _is_held(verdict))
        if verdict.move is not Move.SAME or not told:
            yield _card(verdict, _name(verdict, proposed.case.catalogue), proposed)
    if together:
        yield _held(held[0], proposed.spells, alone=held == each)


def _is_held(verdict: Verdict) -> bool:
    """Whether it is held by a rule that holds all that no other rule moves."""
    return verdict.move is Move.SAME and verdict.rule in ALL_ALIKE


def _held(verdict: Verdict, spells: tuple[Spell, ...], *, alone: bool) -> NextCard:
    """What holds the levels, once instead of for each exercise."""
    title = next((spell.title for spell in spells if spell.rule == verdict.rule), None)
    return NextCard(
        key=verdict.rule,
        name=message("All exercises") if alone else message("The other exercises"),
        move=Move.SAME,
        title=title or message("Levels stay as they are"),
        why=verdict.why,
    )


def _card(verdict: Verdict, name: Message, proposed: Proposal) -> NextCard:
    case = proposed.case
    accept, decline = _ways(verdict, case.catalogue)
    counts = verdict.move is Move.SAME and not verdict.fewer and _has_next(verdict, proposed)
    return NextCard(
        key=verdict.exercise,
        name=name,
        move=verdict.move,
        title=title_of(verdict, case.catalogue),
        why=verdict.why,
        done=verdict.days,
        of=case.catalogue.rules.up.sessions if counts else 0,
        accept=accept,
        decline=decline,
    )


def _has_next(verdict: Verdict, proposed: Proposal) -> bool:
    """Whether there is a step that one could work towards."""
    exercise = proposed.case.catalogue.exercises[verdict.exercise]
    return bool(reachable(proposed.case, exercise))


def _name(verdict: Verdict, catalogue: Catalogue) -> Message:
    """The name of what is done now, as above in the review."""
    rung = catalogue.exercises[verdict.exercise].rung(verdict.from_)
    return message(catalogue.exercise_names[rung.exercise or verdict.exercise].short)


def _ways(verdict: Verdict, catalogue: Catalogue) -> tuple[Message | None, Message | None]:
    """The names of going along with it, and of leaving all as it is."""
    if verdict.move is Move.UP:
        accept = message("Step back up") if verdict.back else message("Step up")
        return accept, _stay(verdict, catalogue)
    if verdict.from_ != verdict.to:
        return message("One step easier"), _stay(verdict, catalogue)
    if not verdict.fewer:
        return None, None
    if verdict.facts.get("sets") == 1:
        return message("Shorter sets"), message("Keep full sets")
    return message("One set fewer"), message("Keep all sets")


def _stay(verdict: Verdict, catalogue: Catalogue) -> Message:
    here = catalogue.exercises[verdict.exercise].rung(verdict.from_).resistance
    if here.kind is ResistanceKind.BAND:
        return message("Stay on {colour}", colour=message(catalogue.bands[here.level].colour))
    return message("Stay as it is")
