"""One topic of the screening: its signs, one answer, and which of them behind a yes."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from hipcoach.core.screening import Answer, Topic
from hipcoach.core.text import tr
from hipcoach.ui.box import Box
from hipcoach.ui.card import Card
from hipcoach.ui.controls.choice_tile import CheckTile
from hipcoach.ui.first_run.answers import Answers
from hipcoach.ui.first_run.page import Page
from hipcoach.ui.first_run.progress import Progress
from hipcoach.ui.first_run.round import Said
from hipcoach.ui.first_run.signs import SignList
from hipcoach.ui.first_run.styles import HEADING, QUESTION
from hipcoach.ui.first_run.why import Why
from hipcoach.ui.labels import Label
from hipcoach.ui.theme import Theme


class ScreeningPage(Page):
    """The topic `place` of `count`. `said` is what was answered before, None for nothing.

    `opened` tells of a part that came up below.
    """

    opened = Signal(QWidget)

    def __init__(
        self,
        theme: Theme,
        topic: Topic,
        *,
        place: int,
        count: int,
        minutes: int,
        why: str,
        said: Said | None = None,
    ) -> None:
        super().__init__(theme, tr(topic.title))
        last = place == count - 1
        self._answers = Answers(theme, tr(topic.question), _words(last=last))
        self._which = _Which(theme, topic)
        self.add(Progress(theme, place, count, minutes))
        self.add_gap(28)
        self.add(Label(theme, tr(topic.title), HEADING, wrap=True))
        self.add_gap(12)
        self.add(Label(theme, tr(topic.question), QUESTION, "ink2", wrap=True))
        self.add_gap(20)
        self._add_signs(topic)
        self.add_gap(20)
        self.add(self._answers, self._which)
        self.add_gap(12)
        reason = Why(theme, why)
        reason.opened.connect(lambda: self.opened.emit(reason))
        self.add(reason)
        self._show(said)
        self._answers.chosen.connect(self._on_chosen)

    @property
    def ready(self) -> bool:
        """Whether an answer is chosen."""
        return self._answers.answer is not None

    @property
    def said(self) -> Said | None:
        """The answer, None before there is one."""
        answer = self._answers.answer
        if answer is None:
            return None
        ticked = frozenset() if answer is Answer.NO else self._which.ticked
        return Said(answer=answer, ticked=ticked)

    def first_control(self) -> QWidget:
        """The chosen answer, or the first."""
        tiles = self._answers.tiles
        return tiles[self._answers.answer or Answer.NO]

    def _add_signs(self, topic: Topic) -> None:
        card = Card(self.theme, padding=22)
        card.column.addWidget(SignList(self.theme, [tr(item.text) for item in topic.items]))
        self.add(card)

    def _show(self, said: Said | None) -> None:
        self._answers.show_answer(said.answer if said else None)
        if said:
            self._which.show_ticked(said.ticked)
        self._which.setVisible(said is not None and said.answer is not Answer.NO)

    def _on_chosen(self, answer: Answer) -> None:
        was_open = not self._which.isHidden()
        self._which.setVisible(answer is not Answer.NO)
        if answer is not Answer.NO and not was_open:
            self.opened.emit(self._which)
        self.ready_changed.emit()


class _Which(Box):
    """The signs behind a yes, to be ticked."""

    def __init__(self, theme: Theme, topic: Topic) -> None:
        super().__init__(theme, spacing=8, edges=(0, 20, 0, 0))
        hint = tr("If you cannot say, leave them empty: the most serious one counts then.")
        self.add(Label(theme, tr("Which of these?"), "section"))
        self.add(Label(theme, hint, "small", "ink2", wrap=True))
        self._tiles = {
            item.id: CheckTile(theme, tr(item.text), size="list") for item in topic.items
        }
        self.add(*self._tiles.values())

    @property
    def ticked(self) -> frozenset[str]:
        """The ids of the ticked signs."""
        return frozenset(item for item, tile in self._tiles.items() if tile.isChecked())

    def show_ticked(self, items: frozenset[str]) -> None:
        """Tick those."""
        for item, tile in self._tiles.items():
            tile.show_chosen(item in items)


def _words(*, last: bool) -> dict[Answer, tuple[str, str]]:
    after = tr("that was the last topic") if last else tr("on to the next topic")
    return {
        Answer.NO: (tr("No, none of these"), after),
        Answer.YES: (tr("Yes, at least one"), tr("we show what to do")),
        Answer.UNSURE: (tr("Not sure"), tr("counts as a yes")),
    }
