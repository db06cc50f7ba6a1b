"""The left half of "this hurts": ease out of it, how strong, and where."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel

from hipcoach.core.pain import Place, place_names
from hipcoach.core.text import tr
from hipcoach.ui.card import Card
from hipcoach.ui.controls.choice_tile import CheckTile
from hipcoach.ui.controls.group import Group
from hipcoach.ui.controls.score_scale import ScoreScale
from hipcoach.ui.labels import Label
from hipcoach.ui.layouts import Columns
from hipcoach.ui.player.hurt_facts import HurtFacts
from hipcoach.ui.theme import Theme
from hipcoach.ui.tokens import TextStyle

NARROWEST_PLACE = 118

HEADING = TextStyle(size=36, line=44, weight=600, spacing=-2)
KEPT = TextStyle(size=20, line=30, weight=400)


class HurtQuestion(Card):
    """`answered` tells of every change of score or places."""

    answered = Signal()

    def __init__(self, theme: Theme, low: str, high: str) -> None:
        super().__init__(theme, "careful", padding=16, spacing=7)
        self._is_roomy, self._hand = True, QLabel()
        self._kept = Label(theme, "", "section", wrap=True)
        strong = tr("How strong is it?")
        self.scale = ScoreScale(theme, strong, joined=True, low=low, high=high)
        self._places = {
            place: CheckTile(theme, tr(name), size="list")
            for place, name in zip(Place, place_names(), strict=True)
        }
        self._head = QHBoxLayout()
        self._heading = Label(theme, tr("Paused. Ease out of it."), HEADING, wrap=True)
        self._head.addWidget(self._hand, 0, Qt.AlignmentFlag.AlignTop)
        self._head.addWidget(self._heading, 1)
        self.column.addLayout(self._head)
        self.column.addWidget(self._kept)
        self.column.addStretch(1)
        self.column.addWidget(Label(theme, strong, "section", wrap=True))
        self.column.addWidget(self.scale)
        self.column.addStretch(1)
        self.column.addWidget(Label(theme, tr("Where? Only if you like."), "section", wrap=True))
        self.column.addWidget(self._grid())
        self.scale.chosen.connect(self.answered)
        for box in self._places.values():
            box.toggled.connect(self.answered)
            box.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        theme.changed.connect(self._show_icons)
        self._show_icons()

    @property
    def places(self) -> tuple[Place, ...]:
        """The places that are ticked."""
        return tuple(place for place, box in self._places.items() if box.isChecked())

    def show_facts(self, facts: HurtFacts) -> None:
        """Say what is kept."""
        ease = tr("Come down slowly and breathe out.")
        self._kept.setText(" ".join(filter(None, (ease, facts.kept()))))

    def show_size(self, *, roomy: bool) -> None:
        """The design's sizes, or smaller ones where the window is."""
        px, self._is_roomy = self._theme.px, roomy
        self._heading.set_style(HEADING if roomy else "page")
        self._kept.set_style(KEPT if roomy else "section")
        side, above = px(28 if roomy else 16), px(24 if roomy else 16)
        self.column.setContentsMargins(side, above, side, above)
        self.column.setSpacing(px(8 if roomy else 7))
        self._show_icons()

    def show_answer(self, score: int | None, places: tuple[Place, ...]) -> None:
        """What was answered so far."""
        self.scale.show_score(score)
        for place, box in self._places.items():
            box.show_chosen(place in places)

    def _grid(self) -> Group:
        group = Group(tr("Where? Only if you like."))
        self._columns = Columns()
        group.setLayout(self._columns)
        for box in self._places.values():
            self._columns.addWidget(box)
        return group

    def _show_icons(self) -> None:
        theme = self._theme
        self._hand.setPixmap(theme.icon("hand", 44 if self._is_roomy else 36, "amber_ink"))
        self._head.setSpacing(theme.px(12))
        words = max(box.minimumSizeHint().width() for box in self._places.values())
        self._columns.set_measures(max(theme.px(NARROWEST_PLACE), words), theme.px(8))
