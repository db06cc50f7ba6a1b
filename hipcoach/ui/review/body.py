"""What the review asks: tidy repetitions, three scales, a note; and what comes of the answers."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from hipcoach.core.next_time import NextTime
from hipcoach.core.review import Review
from hipcoach.core.review_view import ReviewView
from hipcoach.core.text import say
from hipcoach.ui.card import Card
from hipcoach.ui.labels import Label
from hipcoach.ui.review.header import ReviewHeader
from hipcoach.ui.review.next_cards import NextCards
from hipcoach.ui.review.note_card import NoteCard
from hipcoach.ui.review.scales_card import ScalesCard
from hipcoach.ui.review.tidy_card import TidyCard
from hipcoach.ui.tab_order import follow_parts
from hipcoach.ui.theme import Theme

TIDY_WIDTH, SCALES_WIDTH = 716, 476
"""How the two cards share the room (design.md 3)."""

FEW_ROWS = 3
"""Up to so many rows both cards are of one height."""


class ReviewBody(QWidget):
    """The questions about one session, and their answers as they stand.

    `answered`: one of them that the rules look at has another answer.
    """

    answered = Signal()

    def __init__(self, theme: Theme, view: ReviewView) -> None:
        super().__init__()
        self._theme, self._few = theme, len(view.rows) <= FEW_ROWS
        self._tidy = TidyCard(theme, view.columns, view.rows)
        self._scales = ScalesCard(theme, view.effort, view.worst, view.after)
        self._next, self.note = NextCards(theme), NoteCard(theme)
        self._next.hide()
        self.note.hide()
        self._cards = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._cards.addWidget(self._tidy, TIDY_WIDTH)
        self._cards.addWidget(self._scales, SCALES_WIDTH)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addWidget(ReviewHeader(theme, view))
        if view.ended:
            self._column.addWidget(_told(theme, say(view.ended)))
        self._column.addLayout(self._cards)
        self._column.addWidget(self._next)
        self._column.addWidget(self.note)
        self._column.addStretch(1)
        for part in (self._tidy, self._scales):
            part.answered.connect(self.answered)
        self._next.rearranged.connect(self._on_rearranged)
        self._restyle()
        theme.changed.connect(self._restyle)

    def first(self) -> QWidget:
        """What has the focus first."""
        return self._tidy.first() or self._scales.effort

    def open_note(self) -> None:
        """Show the note and write there."""
        self.note.show()
        self.note.field.setFocus()

    def answers(self) -> Review:
        """What was answered; nothing that was left open."""
        return Review(
            tidy=self._tidy.corrected(),
            effort=self._scales.effort.score,
            worst=self._scales.worst.score,
            after=self._scales.after.score,
            note=self.note.text,
            declined=self._next.declined,
        )

    def show_next(self, told: NextTime) -> None:
        """What comes of the answers as they stand."""
        self._next.show_next(told)

    def show_columns(self, *, beside: bool, narrow: bool) -> None:
        """The two cards beside each other, or one below the other; `narrow`: all in one column."""
        self._next.show_columns(narrow=narrow)
        way = QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom
        self._cards.setDirection(way)
        for card, stretch in ((self._tidy, TIDY_WIDTH), (self._scales, SCALES_WIDTH)):
            self._cards.setStretchFactor(card, stretch if beside else 0)
            ends = Qt.AlignmentFlag(0) if self._few or not beside else Qt.AlignmentFlag.AlignTop
            self._cards.setAlignment(card, ends)

    def _on_rearranged(self) -> None:
        follow_parts((self._scales, self._next, self.note))

    def _restyle(self) -> None:
        self._cards.setSpacing(self._theme.px(24))
        self._column.setSpacing(self._theme.px(20))


def _told(theme: Theme, text: str) -> Card:
    """How the session ended, where that needs a sentence."""
    card = Card(theme, "inset", padding=16)
    card.column.addWidget(Label(theme, text, wrap=True))
    return card
