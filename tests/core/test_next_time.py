"""The cards of "next time": one an exercise, one for all where a rule says the same of each."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime

import pytest

from hipcoach.core.catalogue import Catalogue
from hipcoach.core.next_time import NextCard, next_time
from hipcoach.core.progression.spell import Spell
from hipcoach.core.progression.spells import spells
from hipcoach.core.progression.verdict import Move
from hipcoach.core.progression.verdicts import verdicts
from hipcoach.core.proposal import Proposal
from hipcoach.core.run import Run
from hipcoach.core.text import message, say
from tests.core.progression.lives import BRIDGE, CLAM, HEEL, LEFT, TRUNK, Done, World, case_after

Proposed = Callable[..., Proposal]


@pytest.fixture
def proposed(
    catalogue: Catalogue, at: Callable[..., datetime], make_run: Callable[..., Run]
) -> Proposed:
    """`proposed(*done, **world)`: what is proposed right after the last of these sessions."""

    def made(*done: Done, **world: object) -> Proposal:
        around = World(**world)
        run, last = make_run(around.program), done[-1]
        now = (last.day, last.hour + 1)
        case = case_after(done, around, catalogue, at, run, now, calm=True)
        found = spells(case)
        return Proposal(case=case, spells=found, verdicts=verdicts(case, found))

    return made


def said(card: NextCard) -> tuple[str, str, str | None, str | None]:
    ways = (say(way) if way else None for way in (card.accept, card.decline))
    return (say(card.name), say(card.title), *ways)


def by_key(proposal: Proposal) -> dict[str, NextCard]:
    return {card.key: card for card in next_time(proposal).cards}


def with_verdicts(proposal: Proposal, **changes: object) -> Proposal:
    """The proposal with every verdict changed like this."""
    changed = tuple(replace(verdict, **changes) for verdict in proposal.verdicts)
    return replace(proposal, verdicts=changed)


def test_a_step_up_names_both_ways_and_waits_for_the_morning(proposed: Proposed) -> None:
    found = next_time(proposed(Done(day=0), Done(day=1, morning=None)))
    clam, heel, _ = found.cards
    assert said(clam) == (
        "Clamshell",
        "One step up: red band, 12 reps",
        "Step up",
        "Stay on yellow",
    )
    assert said(heel)[2:] == ("Step up", "Stay as it is")
    assert (clam.move, clam.of) == (Move.UP, 0)
    assert found.note == message(
        "Tomorrow morning we ask one question before anything changes for good."
    )


def test_one_day_of_two_is_counted_and_nothing_is_to_be_chosen(proposed: Proposed) -> None:
    found = next_time(proposed(Done(day=0, morning=None)))
    assert [(card.move, card.done, card.of) for card in found.cards] == [(Move.SAME, 1, 2)] * 3
    assert [said(card)[2:] for card in found.cards] == [(None, None)] * 3
    assert found.note is None


def test_one_side_short_says_what_to_aim_at(proposed: Proposed) -> None:
    card = by_key(proposed(Done(day=0, tidy={(CLAM, LEFT, 2): 11}, morning=None)))[CLAM]
    assert say(card.title) == "Same again: aim for 12 in set 2"
    assert (card.done, card.of) == (0, 2)


def test_at_the_top_no_step_is_counted(proposed: Proposed) -> None:
    card = by_key(proposed(Done(day=0, morning=None), bands=("yellow",)))[CLAM]
    assert (card.move, card.of) == (Move.SAME, 0)


def test_the_name_is_that_of_what_is_done_now(proposed: Proposed) -> None:
    assert said(by_key(proposed(Done(day=0)))[BRIDGE])[0] == "Two-leg bridge"


@pytest.mark.parametrize(
    ("sets", "ways"),
    [(2, ("One set fewer", "Keep all sets")), (1, ("Shorter sets", "Keep full sets"))],
)
def test_a_set_fewer_of_all_is_one_card(proposed: Proposed, sets: int, ways: tuple) -> None:
    before = proposed(Done(day=0, worst=6, morning=None))
    *each, fewer = before.verdicts
    before = replace(before, verdicts=(*each, replace(fewer, facts={"sets": sets})))
    (card,) = next_time(before).cards
    assert (card.key, said(card)[0], said(card)[2:]) == ("", "All exercises", ways)
    assert card.of == 0


def test_a_step_down_beside_a_set_fewer_of_all_keeps_its_card(proposed: Proposed) -> None:
    before = proposed(Done(day=0, worst=6, morning=None))
    clam, *others = before.verdicts
    down = replace(clam, move=Move.DOWN, to="none", fewer=True)
    found = next_time(replace(before, verdicts=(down, *others)))
    assert [card.key for card in found.cards] == ["", CLAM]
    assert said(found.cards[1])[2:] == ("One step easier", "Stay on yellow")


def test_no_lower_step_means_a_set_fewer_alone(proposed: Proposed) -> None:
    before = proposed(Done(day=0))
    down = with_verdicts(before, move=Move.DOWN, rule="R-RED", fewer=True)
    assert said(by_key(down)[HEEL])[2:] == ("One set fewer", "Keep all sets")


def test_a_step_that_was_lost_is_offered_back(proposed: Proposed) -> None:
    before = with_verdicts(proposed(Done(day=0)), move=Move.UP, to="red", back=True, rule="R-DOWN")
    found = next_time(replace(before, verdicts=before.verdicts[:1]))
    assert said(found.cards[0])[2:] == ("Step back up", "Stay on yellow")


def test_pain_that_holds_the_levels_is_said_once(proposed: Proposed) -> None:
    (card,) = next_time(proposed(Done(day=0, worst=3, morning=None))).cards
    assert (card.key, *said(card)) == (
        "R-AMBER",
        "All exercises",
        "Levels stay as they are",
        None,
        None,
    )


def test_what_changes_stands_before_what_holds_the_others(proposed: Proposed) -> None:
    before = proposed(Done(day=0, worst=3, morning=None))
    clam, *others = before.verdicts
    down = replace(clam, move=Move.DOWN, to="none", rule="R-DOWN")
    found = next_time(replace(before, verdicts=(down, *others)))
    assert [said(card)[0] for card in found.cards] == ["Clamshell", "The other exercises"]
    alone = next_time(replace(before, verdicts=(down, others[0])))
    assert [card.key for card in alone.cards] == [CLAM, HEEL]


def test_a_spell_gives_its_own_title(proposed: Proposed) -> None:
    before = with_verdicts(proposed(Done(day=0)), rule="R-WEEK")
    title = message("Levels stay for this week")
    spell = Spell(rule="R-WEEK", title=title, why=message("..."), holds=True)
    (card,) = next_time(replace(before, spells=(spell,))).cards
    assert card.title == title


def test_nine_exercises_are_nine_cards_in_the_order_of_the_program(proposed: Proposed) -> None:
    proposal = proposed(Done(day=0, morning=None), program=TRUNK)
    keys = [card.key for card in next_time(proposal).cards]
    assert keys == [exercise.id for exercise in proposal.case.exercises]
    assert len(keys) == 9


def test_without_a_verdict_there_is_nothing_to_show(proposed: Proposed) -> None:
    found = next_time(replace(proposed(Done(day=0)), verdicts=()))
    assert (found.note, found.cards) == (None, ())
