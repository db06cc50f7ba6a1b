"""Questions line by line: what fits is taken, what does not is refused with a sentence."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from hipcoach.core.screening import Answer
from hipcoach.terminal.dialogue import Dialogue, LeftError


def test_a_score_is_a_whole_number_from_0_to_10(typist) -> None:
    asked = typist(["11", "3.5", "-1", "٣", "ten", "99999999999999999999", "10"])
    assert asked.dialogue.score("How strong?") == 10
    assert asked.text.count("Please type a whole number from 0 to 10.") == 6


def test_an_empty_line_keeps_the_given_score_or_leaves_it_open(typist) -> None:
    assert typist([""]).dialogue.score("How strong?", given=4) == 4
    assert typist([""]).dialogue.score("How strong?") is None


@pytest.mark.parametrize(
    ("line", "answer"),
    [("y", Answer.YES), ("n", Answer.NO), ("?", Answer.UNSURE), ("N", Answer.NO)],
)
def test_yes_no_and_not_sure(typist, line: str, answer: Answer) -> None:
    asked = typist(["", "x", line])
    assert asked.dialogue.answer("New?") is answer
    assert asked.text.count("Please type one of: y, n, ?.") == 2


def test_yes_or_no_with_a_default(typist) -> None:
    assert typist([""]).dialogue.yes("Go on?", otherwise=False) is False
    assert typist(["y"]).dialogue.yes("Go on?", otherwise=False) is True
    assert typist(["?", "n"]).dialogue.yes("Go on?", otherwise=True) is False


def test_ticks_are_numbers_from_one(typist) -> None:
    asked = typist(["0 4", "x", "3, 1 3"])
    assert asked.dialogue.ticks(["a", "b", "c"], "Which?") == (0, 2)
    assert asked.text.count("Please type numbers from 1 to 3.") == 2
    assert typist([""]).dialogue.ticks(["a"], "Which?") == ()


def test_a_number_out_of_a_list(typist) -> None:
    asked = typist(["0", "4", "", "2"])
    assert asked.dialogue.one_of_numbers("Number:", 3) == 2


def test_a_day_is_not_in_the_future(typist) -> None:
    latest = date(2026, 11, 2)
    asked = typist(["yesterday", "2026-11-03", "2026-11-01"])
    assert asked.dialogue.day("When?", latest) == date(2026, 11, 1)
    assert "Please type the date as in 2026-11-02." in asked.text
    assert "That day is in the future." in asked.text
    assert typist([""]).dialogue.day("When?", latest) is None


@pytest.mark.parametrize("error", [EOFError, KeyboardInterrupt])
def test_the_end_of_the_input_and_ctrl_c_leave(error: type[BaseException]) -> None:
    def read(_prompt: str) -> str:
        raise error

    ask: Callable[[str], str] = Dialogue(read, print).line
    with pytest.raises(LeftError):
        ask("Name?")
