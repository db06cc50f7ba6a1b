"""The three scales of the review: effort, worst pain, pain now."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from hipcoach.core.review_scales import ReviewScale
from hipcoach.core.text import say
from hipcoach.ui.card import Card
from hipcoach.ui.controls.score_scale import ScoreScale
from hipcoach.ui.labels import Label
from hipcoach.ui.review.styles import NAME
from hipcoach.ui.theme import Theme


class ScalesCard(Card):
    """Each can be left open; worst pain begins at what was told during the session.

    `answered`: one of them has a score, or another one.
    """

    answered = Signal()

    def __init__(
        self, theme: Theme, effort: ReviewScale, worst: ReviewScale, after: ReviewScale
    ) -> None:
        super().__init__(theme, spacing=18)
        self.effort, self.worst, self.after = (_scale(theme, s) for s in (effort, worst, after))
        for asked, scale in ((effort, self.effort), (worst, self.worst), (after, self.after)):
            self.column.addWidget(_Question(theme, say(asked.question), scale))
            scale.chosen.connect(self.answered)
        self.column.addStretch(1)


class _Question(QWidget):
    def __init__(self, theme: Theme, text: str, scale: ScoreScale) -> None:
        super().__init__()
        self._theme = theme
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addWidget(Label(theme, text, NAME, wrap=True))
        self._column.addWidget(scale)
        self._restyle()
        theme.changed.connect(self._restyle)

    def _restyle(self) -> None:
        self._column.setSpacing(self._theme.px(6))


def _scale(theme: Theme, asked: ReviewScale) -> ScoreScale:
    low, high = say(asked.lowest), say(asked.highest)
    scale = ScoreScale(theme, say(asked.question), joined=True, low=low, high=high)
    scale.show_score(asked.score)
    return scale
