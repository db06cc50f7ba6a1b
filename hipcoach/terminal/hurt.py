"""This hurts, in the terminal: how much, where, and what to do now. One key at a time.

There is no timed wait for a second digit: a 1 goes on, and a 0 pressed right after it makes it 10.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum
from textwrap import wrap

from hipcoach.core.after_hurt import easier_words
from hipcoach.core.guided import GuidedSession
from hipcoach.core.hurt import Choice, Offers
from hipcoach.core.pain import Place
from hipcoach.core.text import say, tr
from hipcoach.terminal.keyboard import Stage

WARNING_SIGN = "w"

_LETTERS = {Choice.EASIER: "e", Choice.FEWER: "f", Choice.SKIP: "s", Choice.END: "x"}


@dataclass(frozen=True, slots=True, kw_only=True)
class HurtOutcome:
    """How the question ended: with a warning sign, which ends the session, or not; and where."""

    warning_sign: bool = False
    places: tuple[Place, ...] = ()


class _Way(Enum):
    """Where a question leads besides on."""

    WARNING = "warning"
    BACK = "back"


def ask_hurt(guided: GuidedSession, stage: Stage, place_names: Sequence[str]) -> HurtOutcome:
    """Ask until the user has chosen; the player is paused and stays so until then."""
    while True:
        score = _ask_score(stage)
        if score is None:
            return HurtOutcome(warning_sign=True)
        answer = _ask_places(stage, place_names, score)
        if answer.way is not _Way.BACK:
            break
    guided.answer(answer.score, answer.places)
    if answer.way is _Way.WARNING:
        return HurtOutcome(warning_sign=True, places=answer.places)
    return ask_open_choice(guided, stage)


def ask_open_choice(guided: GuidedSession, stage: Stage) -> HurtOutcome:
    """Ask what to do after an answer that is kept already, as in a session that was left there."""
    told, offers = guided.open_hurt, guided.open_offers
    if told is None or told.score is None or offers is None:
        return HurtOutcome()
    easier = say(easier_words(guided.easier_part(told.exercise)))
    choice = _ask_choice(stage, offers, told.score, easier)
    if choice is not None:
        guided.choose(choice)
    return HurtOutcome(warning_sign=choice is None, places=told.places)


def _head(score: int | None = None) -> list[str]:
    pain = [] if score is None else [tr("Pain: {score}", score=score)]
    return [tr("Paused. Ease out of it. Come down slowly and breathe out."), *pain, ""]


def _warning_lines(stage: Stage) -> list[str]:
    line = tr(
        "W  Sharp, numb, tingling, weak, dizzy, chest pain, breathless, giving way: end the session"
    )
    return wrap(line, stage.size[0], subsequent_indent="   ")


def _ask_score(stage: Stage) -> int | None:
    """A score from 0 to 9 by its digit, or None for a warning sign; 10 comes with the places."""
    question = tr("How much does it hurt? 0 no pain, 10 worst pain you can imagine")
    keys = tr("Press 0 to 9; 1 and 0 for 10")
    stage.show([*_head(), question, keys, "", *_warning_lines(stage)])
    while (key := stage.key(None)) != WARNING_SIGN:
        if len(key) == 1 and key in "0123456789":
            return int(key)
    return None


@dataclass(frozen=True, slots=True, kw_only=True)
class _Answer:
    """How much, where, and `way` where it does not lead on."""

    score: int
    places: tuple[Place, ...]
    way: _Way | None


_WAYS = {"enter": None, WARNING_SIGN: _Way.WARNING, "backspace": _Way.BACK}


def _ask_places(stage: Stage, names: Sequence[str], score: int) -> _Answer:
    """The ticked places; none is all right. A 0 as the first key after a 1 makes the score 10."""
    ticked: set[int] = set()
    first = True
    while True:
        _show_places(stage, names, score, ticked)
        key = stage.key(None)
        if key in _WAYS:
            places = tuple(place for n, place in enumerate(Place, start=1) if n in ticked)
            return _Answer(score=score, places=places, way=_WAYS[key])
        if first and score == 1 and key == "0":
            score = 10
        elif len(key) == 1 and key in "123456789":
            ticked ^= {int(key)}
        first = first and not key


def _show_places(stage: Stage, names: Sequence[str], score: int, ticked: set[int]) -> None:
    rows = [
        f"{number} [{'x' if number in ticked else ' '}] {name}"
        for number, name in enumerate(names, start=1)
    ]
    question = tr("Where? Press 1 to 9 to tick, Enter to go on, Backspace to change the score")
    stage.show([*_head(score), question, "", *rows, "", *_warning_lines(stage)])


def _choice_text(choice: Choice, easier: str) -> str:
    texts = {
        Choice.EASIER: easier,
        Choice.FEWER: tr("Fewer repetitions"),
        Choice.SKIP: tr("Skip this exercise"),
        Choice.END: tr("End the session"),
    }
    return texts[choice]


def _ask_choice(stage: Stage, offers: Offers, score: int, easier: str) -> Choice | None:
    """The chosen offer: its letter, or the arrows and Enter; None for a warning sign.

    `easier` names the easier version.
    """
    letters = {_LETTERS[choice]: choice for choice in offers.choices}
    marked = offers.preselected
    while True:
        rows = [
            f"{'▶' if choice is marked else ' '} {_LETTERS[choice].upper()}  "
            f"{_choice_text(choice, easier)}"
            for choice in offers.choices
        ]
        why = wrap(say(offers.why), stage.size[0]) if offers.why else []
        question = tr("What now? Arrows or a letter")
        stage.show([*_head(score), *why, question, "", *rows, "", *_warning_lines(stage)])
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
