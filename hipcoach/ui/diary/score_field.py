"""How strong it was: what the number says, and the scale."""

from __future__ import annotations

from PySide6.QtCore import Signal

from hipcoach.core.pain import RatingKind
from hipcoach.core.rating_form import kind_words
from hipcoach.core.text import say, tr
from hipcoach.ui.box import Box
from hipcoach.ui.controls.score_scale import ScoreScale
from hipcoach.ui.diary.kind_choice import KindChoice
from hipcoach.ui.theme import Theme


class ScoreField(Box):
    """`changed` tells of each number that is chosen, and of each other kind."""

    changed = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, spacing=4)
        self._kind = KindChoice(theme)
        high = tr("worst you can imagine")
        self.scale = ScoreScale(theme, "", joined=True, tight=True, high=high)
        self.box.addWidget(self._kind)
        self.add(self.scale)
        self._kind.chosen.connect(self._on_kind)
        self.scale.chosen.connect(self.changed)

    @property
    def kind(self) -> RatingKind:
        """What the number says."""
        return self._kind.kind

    @property
    def score(self) -> int | None:
        """The number, None as long as there is none."""
        return self.scale.score

    def show_score(self, score: int | None) -> None:
        """Show a number, or none, without telling."""
        self.scale.show_score(score)

    def show_kind(self, kind: RatingKind, *, now: bool) -> None:
        """Show what the number says, of the present or of an earlier time."""
        self._kind.show_kind(kind, now=now)
        self.scale.show_name(say(kind_words(kind, now=now)))

    def _on_kind(self) -> None:
        self.scale.show_name(self._kind.currentText())
        self.changed.emit()
