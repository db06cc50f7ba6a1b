"""What a verdict says in short, and what it leaves in the diary."""

from __future__ import annotations

from datetime import datetime
from typing import Any

import pytest

from hipcoach.core.catalogue import Catalogue
from hipcoach.core.progression.verdict import Move, Verdict, decision_of, title_of
from hipcoach.core.text import Message, message, say


def verdict(move: Move, from_: str, to: str, **more: Any) -> Verdict:
    values = {"exercise": "clamshell-band", "rule": "R-UP", "why": message("It was calm.")}
    return Verdict(move=move, from_=from_, to=to, **(values | more))


EVERY_ONE = {"exercise": "", "rule": "R-RED", "fewer": True}


@pytest.mark.parametrize(
    ("told", "title"),
    [
        (verdict(Move.UP, "red", "green", facts={"low": 12}), "One step up: green band, 12 reps"),
        (verdict(Move.UP, "red", "green", facts={"low": 1}), "One step up: green band, 1 rep"),
        (verdict(Move.UP, "red", "green"), "One step up: green band"),
        (verdict(Move.UP, "none", "yellow", back=True), "One step up again: yellow band"),
        (verdict(Move.DOWN, "yellow", "none"), "One step easier: no band"),
        (
            verdict(Move.DOWN, "yellow", "none", fewer=True, facts={"sets": 2}),
            "One step easier: no band, one set fewer",
        ),
        (
            verdict(Move.DOWN, "yellow", "none", fewer=True, facts={"sets": 1}),
            "One step easier: no band, shorter sets",
        ),
        (verdict(Move.DOWN, "none", "none", fewer=True), "One set fewer next time"),
        (verdict(Move.SAME, "", "", **EVERY_ONE), "One set fewer next time"),
        (verdict(Move.SAME, "", "", facts={"sets": 1}, **EVERY_ONE), "Shorter sets next time"),
        (verdict(Move.SAME, "red", "red"), "Same again: red band"),
        (
            verdict(Move.SAME, "red", "red", aim=message("aim for 12 in set 2")),
            "Same again: aim for 12 in set 2",
        ),
    ],
)
def test_the_title_says_what_is_done_next_time(
    told: Verdict, title: str, catalogue: Catalogue
) -> None:
    assert say(title_of(told, catalogue)) == title


def test_a_decision_keeps_the_rungs_in_words_and_what_it_goes_by(
    catalogue: Catalogue, morning: datetime
) -> None:
    told = verdict(
        Move.DOWN,
        "yellow",
        "none",
        rule="R-RED",
        why=message("Pain reached {score} during it.", score=7),
        fewer=True,
        facts={"session": "s1", "sets": 2},
    )
    kept = decision_of(told, catalogue, morning)
    assert (kept.at, kept.rule, kept.exercise) == (morning, "R-RED", "clamshell-band")
    assert (kept.from_, kept.to, kept.accepted) == ("yellow", "none", True)
    assert kept.text == ("One step easier: no band, one set fewer. Why: Pain reached 7 during it.")
    assert kept.facts == {
        "from": "yellow band",
        "to": "no band",
        "session": "s1",
        "sets": 2,
        "sessions": 1,
    }


def test_a_declined_step_is_a_decision_too(catalogue: Catalogue, morning: datetime) -> None:
    kept = decision_of(verdict(Move.UP, "red", "green"), catalogue, morning, accepted=False)
    assert not kept.accepted
    assert (kept.from_, kept.to) == ("red", "green")
    assert "sessions" not in kept.facts


def test_a_decision_about_every_exercise_names_none(
    catalogue: Catalogue, morning: datetime
) -> None:
    why = Message(text="It was a lot.")
    kept = decision_of(verdict(Move.SAME, "", "", why=why, **EVERY_ONE), catalogue, morning)
    assert (kept.exercise, kept.from_, kept.to) == ("", "", "")
    assert kept.text == "One set fewer next time. Why: It was a lot."
    assert kept.facts == {"sessions": 1}
