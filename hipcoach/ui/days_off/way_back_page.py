"""The way back from a flare-up, an illness or days away: what happens when it is taken."""

from __future__ import annotations

from dataclasses import dataclass

from hipcoach.core.text import tr
from hipcoach.ui.card import Card
from hipcoach.ui.days_off.page import DaysOffPage
from hipcoach.ui.first_run.styles import QUESTION
from hipcoach.ui.labels import Label
from hipcoach.ui.theme import Theme


@dataclass(frozen=True, slots=True, kw_only=True)
class WayBackWords:
    """The page's title, its sentences, its button, and what is told when it is done."""

    title: str
    lines: tuple[str, ...]
    way_on: str
    told: str


class WayBackPage(DaysOffPage):
    """Says what happens, and asks for one press."""

    def __init__(self, theme: Theme, words: WayBackWords) -> None:
        super().__init__(theme, words.title, words.way_on)
        card = Card(theme, padding=24, spacing=14)
        for line in words.lines:
            card.column.addWidget(Label(theme, line, QUESTION, wrap=True))
        self.body.add(card)


def flare_words(way_on: str, *, began_today: bool) -> WayBackWords:
    """The end of a flare-up; `way_on` is what Today's button says."""
    if began_today:
        return _mistake(way_on)
    easier = tr("The flare-up ends, and your exercises go on one step easier where there is one.")
    asked = tr("A few safety questions come before your next session.")
    told = tr("The flare-up is over")
    return WayBackWords(title=tr("The way back"), lines=(easier, asked), way_on=way_on, told=told)


def absence_words(way_on: str, *, ill: bool, began_today: bool) -> WayBackWords:
    """The end of an illness, or of days away; `way_on` is what Today's button says."""
    if began_today:
        return _mistake(way_on)
    goes_on = tr("Your sessions go on from today. Where they are lighter at first, Today says why.")
    title = tr("Free of fever for a day?") if ill else tr("Are you back?")
    told = tr("The illness is over") if ill else tr("You are back")
    return WayBackWords(title=title, lines=(goes_on,), way_on=way_on, told=told)


def _mistake(way_on: str) -> WayBackWords:
    """What began today is taken out again."""
    return WayBackWords(
        title=tr("Noted by mistake?"),
        lines=(tr("It was noted from today. It is taken out again, and nothing else changes."),),
        way_on=way_on,
        told=tr("It is taken out again"),
    )
