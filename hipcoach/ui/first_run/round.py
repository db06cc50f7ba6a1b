"""One round of screening questions: which page is next, and what is kept after each of them."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date

from hipcoach.core.gate import Standing
from hipcoach.core.screening import Answer, Topic, page_answers
from hipcoach.journeys.screener import Screener


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """The answer to a page, and the signs that were ticked behind a yes."""

    answer: Answer
    ticked: frozenset[str] = frozenset()


class Round:
    """Pages asked one after the other, each kept as soon as it is answered.

    `cleared` are the clearances that hold. Of them `checked` were given just now: they count once
    every page is answered. An older one, reported again, counts when it is known not to be new.
    """

    def __init__(
        self,
        screener: Screener,
        pages: tuple[Topic, ...],
        cleared: Mapping[str, date] | None = None,
        checked: Collection[str] = (),
    ) -> None:
        self.pages, self.place = pages, 0
        self._screener = screener
        self._cleared, self._checked = dict(cleared or {}), frozenset(checked)
        self._said: dict[str, Said] = {}
        self._new: dict[str, Answer] = {}

    @property
    def page(self) -> Topic:
        """The page that is asked now."""
        return self.pages[self.place]

    @property
    def said(self) -> Said | None:
        """What was answered to it before, in this round."""
        return self._said.get(self.page.id)

    def keep(self, said: Said) -> Standing:
        """Keep the answer to the page."""
        self._said[self.page.id] = said
        return self._keep()

    def keep_if_new(self, item: str, answer: Answer) -> Standing:
        """Keep whether a cleared sign that is reported again is new or worse."""
        self._new[item] = answer
        return self._keep()

    def to_ask_if_new(self) -> tuple[tuple[str, date], ...]:
        """The page's signs that were cleared before and are reported again, with those days."""
        older = self._cleared.keys() - self._checked
        return tuple((i, self._cleared[i]) for i in self._reported(self.page) if i in older)

    def if_new(self, item: str) -> Answer | None:
        """What was answered before to whether the sign is new."""
        return self._new.get(item)

    def ends_here(self) -> bool:
        """Whether the page reports a sign that needs help now: nothing more is asked."""
        said = self._answers_to(self.page)
        waiting = {i for i, _ in self.to_ask_if_new() if i not in self._new}
        return self._screener.ends_here(said, self._holding() | waiting | self._checked)

    def go_on(self) -> bool:
        """To the next page; False where this was the last."""
        if self.place == len(self.pages) - 1:
            return False
        self.place += 1
        return True

    def go_back(self) -> bool:
        """To the page before; False where this is the first."""
        if self.place == 0:
            return False
        self.place -= 1
        return True

    def _keep(self) -> Standing:
        answers: dict[str, Answer] = {}
        for page in self.pages:
            answers |= self._answers_to(page)
        counting = self._holding()
        if all(page.id in self._said for page in self.pages):
            counting |= self._checked
        days = {item: day for item, day in self._cleared.items() if item in counting}
        return self._screener.keep(answers, days)

    def _holding(self) -> frozenset[str]:
        """The older clearances that hold: of signs not reported again, or told not to be new."""
        reported = {item for page in self.pages for item in self._reported(page)}
        older = self._cleared.keys() - self._checked
        return frozenset(i for i in older if i not in reported or self._new.get(i) is Answer.NO)

    def _answers_to(self, page: Topic) -> dict[str, Answer]:
        said = self._said.get(page.id)
        return page_answers(page, said.answer, said.ticked) if said else {}

    def _reported(self, page: Topic) -> tuple[str, ...]:
        answers = self._answers_to(page)
        return tuple(item for item, answer in answers.items() if answer is not Answer.NO)
