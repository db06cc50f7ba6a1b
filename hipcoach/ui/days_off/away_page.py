"""The page behind "Away or ill?": which of the two, from when, and until when."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from hipcoach.core.run import AWAY, ILL, Absence
from hipcoach.core.text import tr
from hipcoach.ui.controls.choice_tile import ChoiceTile
from hipcoach.ui.controls.group import Group
from hipcoach.ui.days_off.ahead_card import AheadCard
from hipcoach.ui.days_off.days_card import AwayDays, IllDays
from hipcoach.ui.days_off.page import DaysOffPage
from hipcoach.ui.layouts import Columns
from hipcoach.ui.theme import Theme

NARROWEST, GAP = 260, 16


@dataclass(frozen=True, slots=True, kw_only=True)
class DaysAsked:
    """What was entered; `last` None: until the user is back, or well."""

    reason: str
    first: date
    last: date | None


class AwayPage(DaysOffPage):
    """`today` bounds the days; `ahead` are those noted for later. `texts` are the catalogue's.

    Nothing is chosen before the user chooses. `asked` carries a `DaysAsked`, `called_off` the id of
    days of `ahead`.
    """

    asked = Signal(object)
    called_off = Signal(str)

    def __init__(
        self, theme: Theme, texts: Mapping[str, str], today: date, ahead: Sequence[Absence] = ()
    ) -> None:
        super().__init__(theme, tr("Away or ill?"), tr("Save"))
        self._reasons = _Reasons(theme)
        self._days: dict[str, AwayDays | IllDays] = {
            AWAY: AwayDays(theme, tr(texts["away"]), today),
            ILL: IllDays(theme, tr(texts["fever"]), today),
        }
        if ahead:
            noted = AheadCard(theme, ahead)
            noted.called_off.connect(self.called_off)
            self.body.add(noted)
            self.body.add_gap(16)
        self.body.add(self._reasons)
        self.body.add_gap(16)
        self.body.add(*self._days.values())
        self._reasons.chosen.connect(self._on_chosen)
        self.continued.connect(self._on_continued)
        for card in self._days.values():
            card.hide()
        self.way_on.setEnabled(False)

    def first_control(self) -> QWidget:
        """The reasons."""
        return self._reasons.tiles[AWAY]

    def _on_continued(self) -> None:
        days = self._days[self._reasons.reason]
        asked = DaysAsked(reason=self._reasons.reason, first=days.first, last=days.last)
        self.asked.emit(asked)

    def _on_chosen(self, reason: str) -> None:
        for key, card in self._days.items():
            card.setVisible(key == reason)
        self.way_on.show_text(tr("To the warning list") if reason == ILL else tr("Save"))
        self.way_on.setEnabled(True)
        self.show_refusal("")


class _Reasons(Group):
    """The two reasons as tiles."""

    chosen = Signal(str)

    def __init__(self, theme: Theme) -> None:
        super().__init__(tr("Away or ill?"))
        self._theme = theme
        self.reason = ""
        self.tiles = {
            AWAY: ChoiceTile(theme, tr("Away"), tr("no sessions are planned")),
            ILL: ChoiceTile(theme, tr("Ill or fever"), tr("no session until you are well")),
        }
        self._columns = Columns()
        self.setLayout(self._columns)
        for reason, tile in self.tiles.items():
            self._columns.addWidget(tile)
            tile.toggled.connect(lambda on, reason=reason: self._on_toggled(reason, on=on))
        self._space()
        theme.changed.connect(self._space)

    def _on_toggled(self, reason: str, *, on: bool) -> None:
        if on:
            self.reason = reason
            self.chosen.emit(reason)

    def _space(self) -> None:
        px = self._theme.px
        self._columns.set_measures(px(NARROWEST), px(GAP), px(12))
