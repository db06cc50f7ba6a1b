"""This hurts, in the terminal: how much, where, and what to do now. One key at a time."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from hipcoach.core.guided import GuidedSession
from hipcoach.core.hurt import Choice, Offers
from hipcoach.core.pain import Place
from hipcoach.core.text import tr
from hipcoach.terminal.keyboard import Stage

SECOND_DIGIT_WITHIN = 0.6
WARNING_SIGN = "w"

_LETTERS = {Choice.EASIER: "e", Choice.FEWER: "f", Choice.SKIP: "s", Choice.END: "x"}


@dataclass(frozen=True, slots=True, kw_only=True)
class HurtOutcome:
    """How the question ended: with a warning sign, which ends the session, or not."""

    warning_sign: bool = False


def ask_hurt(guided: GuidedSession, stage: Stage, place_names: Sequence[str]) -> HurtOutcome:
    """Ask until the user has chosen; the player is paused and stays so until then."""
    score = _ask_score(stage)
    if score is None:
        return HurtOutcome(warning_sign=True)
    places = _ask_places(stage, place_names)
    offers = guided.answer(score, places)
    choice = _ask_choice(stage, offers)
    if choice is None:
        return HurtOutcome(warning_sign=True)
    guided.choose(choice)
    return HurtOutcome()


def _head() -> list[str]:
    return [
        tr("Paused. Ease out of it. Come down slowly and breathe out."),
        "",
    ]


def _warning_line() -> str:
    return tr(
        "W  Sharp, numb, tingling, weak, dizzy, chest pain, breathless, giving way: end the session"
    )


def _ask_score(stage: Stage) -> int | None:
    """A score from 0 to 10 by its digits, or None for a warning sign."""
    question = tr("How much does it hurt? 0 no pain, 10 worst pain you can imagine")
    stage.show([*_head(), question, tr("Press 0 to 9; 1 and 0 for 10"), "", _warning_line()])
    while (key := stage.key(None)) != WARNING_SIGN:
        if key == "1" and stage.key(SECOND_DIGIT_WITHIN) == "0":
            return 10
        if len(key) == 1 and key in "0123456789":
            return int(key)
    return None


def _ask_places(stage: Stage, names: Sequence[str]) -> tuple[Place, ...]:
    """The ticked places; Enter goes on, none is all right."""
    ticked: set[int] = set()
    while True:
        rows = [
            f"{number} [{'x' if number in ticked else ' '}] {name}"
            for number, name in enumerate(names, start=1)
        ]
        stage.show([*_head(), tr("Where? Press 1 to 9 to tick, Enter to go on"), "", *rows])
        key = stage.key(None)
        if key == "enter":
            return tuple(place for number, place in enumerate(Place, start=1) if number in ticked)
        if len(key) == 1 and key in "123456789":
            ticked ^= {int(key)}


def _choice_text(choice: Choice) -> str:
    texts = {
        Choice.EASIER: tr("Easier version"),
        Choice.FEWER: tr("Fewer repetitions"),
        Choice.SKIP: tr("Skip this exercise"),
        Choice.END: tr("End the session"),
    }
    return texts[choice]


def _ask_choice(stage: Stage, offers: Offers) -> Choice | None:
    """The chosen offer: its letter, or the arrows and Enter; None for a warning sign."""
    letters = {_LETTERS[choice]: choice for choice in offers.choices}
    marked = offers.preselected
    while True:
        rows = [
            f"{'▶' if choice is marked else ' '} {_LETTERS[choice].upper()}  {_choice_text(choice)}"
            for choice in offers.choices
        ]
        stage.show([*_head(), tr("What now? Arrows or a letter"), "", *rows, "", _warning_line()])
        key = stage.key(None)
        if key == WARNING_SIGN:
            return None
        if key == "enter" and marked:
            return marked
        if key in letters:
            return letters[key]
        marked = _moved(offers.choices, marked, key)


def _moved(choices: Sequence[Choice], marked: Choice | None, key: str) -> Choice | None:
    step = {"down": 1, "right": 1, "up": -1, "left": -1}.get(key)
    if step is None:
        return marked
    here = choices.index(marked) if marked in choices else (-1 if step == 1 else 0)
    return choices[(here + step) % len(choices)]
