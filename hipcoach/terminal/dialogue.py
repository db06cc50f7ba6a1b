"""Questions asked line by line, so that any terminal, a pipe or a screen reader can answer them."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import TypeVar

from hipcoach.core.pain import HIGHEST, LOWEST
from hipcoach.core.screening import Answer
from hipcoach.core.text import tr

T = TypeVar("T")


class LeftError(Exception):
    """The user left: Ctrl+C, or the end of the input."""


class Dialogue:
    """Asks through `read` (shows a prompt, returns a line; EOFError at its end), tells by `write`.

    An answer that does not fit is refused with one sentence and asked again. Raises LeftError where
    the user leaves.
    """

    def __init__(self, read: Callable[[str], str], write: Callable[[str], None]) -> None:
        self._read, self._write = read, write

    def tell(self, *lines: str) -> None:
        """Show lines of text."""
        for line in lines:
            self._write(line)

    def line(self, prompt: str) -> str:
        """One line of text, without white space around it."""
        try:
            return self._read(prompt).strip()
        except (EOFError, KeyboardInterrupt) as error:
            raise LeftError from error

    def score(self, prompt: str, *, given: int | None = None) -> int | None:
        """A whole number from 0 to 10; an empty line keeps `given`, or leaves the question open."""
        hint = tr("[Enter: {n}]", n=given) if given is not None else tr("[Enter: skip]")
        while answer := self.line(f"{prompt} {hint}"):
            score = _whole(answer)
            if score is not None and LOWEST <= score <= HIGHEST:
                return score
            self.tell(tr("Please type a whole number from 0 to 10."))
        return given

    def yes(self, prompt: str, *, otherwise: bool) -> bool:
        """Yes or no; an empty line means `otherwise`."""
        hint = tr("[Y/n]") if otherwise else tr("[y/N]")
        answers = {"y": True, "yes": True, "n": False, "no": False, "": otherwise}
        return bool(self._one_of(f"{prompt} {hint}", answers, "y, n"))

    def answer(self, prompt: str) -> Answer:
        """Yes, no or not sure; nothing is preselected."""
        unsure = dict.fromkeys(("?", "unsure", "not sure"), Answer.UNSURE)
        yes, no = dict.fromkeys(("y", "yes"), Answer.YES), dict.fromkeys(("n", "no"), Answer.NO)
        return self._one_of(f"{prompt} {tr('[y / n / ? not sure]')}", yes | no | unsure, "y, n, ?")

    def _one_of(self, prompt: str, answers: Mapping[str, T], letters: str) -> T:
        """The answer that was typed as a whole word; anything else is asked again."""
        while (found := answers.get(self.line(prompt).lower())) is None:
            self.tell(tr("Please type one of: {letters}.", letters=letters))
        return found

    def ticks(self, choices: Sequence[str], prompt: str) -> tuple[int, ...]:
        """The places (from 0) of the ticked choices, typed as numbers from 1; none is allowed."""
        for number, choice in enumerate(choices, start=1):
            self.tell(f"  {number}  {choice}")
        while True:
            numbers = [_whole(word) for word in self.line(prompt).replace(",", " ").split()]
            if all(n is not None and 1 <= n <= len(choices) for n in numbers):
                return tuple(sorted({n - 1 for n in numbers if n is not None}))
            self.tell(tr("Please type numbers from 1 to {last}.", last=len(choices)))

    def count(self, prompt: str, most: int) -> int:
        """A whole number from 0 to `most`."""
        while (number := _whole(self.line(prompt))) is None or number > most:
            self.tell(tr("Please type a number from 0 to {most}.", most=most))
        return number

    def one_of_numbers(self, prompt: str, last: int) -> int:
        """A number from 1 to `last`."""
        while (number := _whole(self.line(prompt)) or 0) not in range(1, last + 1):
            self.tell(tr("Please type a number from 1 to {last}.", last=last))
        return number

    def day(self, prompt: str, latest: date) -> date | None:
        """A day as YYYY-MM-DD, not after `latest`; an empty line goes back."""
        while answer := self.line(prompt):
            try:
                day = date.fromisoformat(answer)
            except ValueError:
                self.tell(tr("Please type the date as in {example}.", example=latest.isoformat()))
                continue
            if day <= latest:
                return day
            self.tell(tr("That day is in the future."))
        return None


def pain_question(texts: Mapping[str, str], name: str) -> str:
    """A question about pain with both ends of its scale; `texts` are the catalogue's wordings."""
    ends = {"lowest": tr(texts["pain-lowest"]), "highest": tr(texts["pain-highest"])}
    return tr("{question} 0 {lowest}, 10 {highest}", question=tr(texts[name]), **ends)


def _whole(text: str) -> int | None:
    """The number that plain digits spell, or None."""
    return int(text) if text.isascii() and text.isdigit() and len(text) <= 4 else None
