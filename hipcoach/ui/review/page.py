"""The page after a session: its questions in a part that scrolls, the buttons pinned below."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from hipcoach.core.next_time import NextTime
from hipcoach.core.review import Review
from hipcoach.core.review_view import ReviewView
from hipcoach.core.text import tr
from hipcoach.ui.review.body import ReviewBody
from hipcoach.ui.review.footer import ReviewFooter
from hipcoach.ui.scroll import Scroll
from hipcoach.ui.theme import Theme
from hipcoach.ui.window import FULL_FROM

Propose = Callable[[Review], NextTime]
"""What the rules say to answers."""

MARGIN, COMPACT_MARGIN = 32, 24
NARROW_BELOW = 880
"""The effective width below which everything stands in one column (design.md 3)."""


class ReviewPage(QWidget):
    """Session done. `saved` carries the answers as a `Review`; `postponed` leaves them for later.

    What was filled in before "Finish later" is still there when the same review is shown again.
    """

    saved = Signal(object)
    postponed = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._view: ReviewView | None = None
        self._propose: Propose = lambda _answers: NextTime()
        self._body: ReviewBody | None = None
        self.setProperty("kind", "page")
        self.setAccessibleName(tr("Session done"))
        self._scroll, self._footer, self._line = Scroll(theme), ReviewFooter(theme), QFrame()
        self._line.setProperty("kind", "line")
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addWidget(self._scroll, 1)
        self._column.addWidget(self._line)
        self._column.addWidget(self._footer)
        self._connect()
        self._restyle()

    def show_review(self, view: ReviewView, propose: Propose = lambda _answers: NextTime()) -> None:
        """Ask about the session that `view` describes, and show what `propose` says to it."""
        self._propose = propose
        if self._body is None or view != self._view:
            self._view = view
            self._show_body(ReviewBody(self._theme, view))
        self._show_next()
        self._scroll.show_top()
        self._focus_first()

    def _connect(self) -> None:
        self._footer.note_asked.connect(self._on_note_asked)
        self._footer.later.clicked.connect(self.postponed)
        self._footer.save.clicked.connect(self._on_save)
        self._scroll.verticalScrollBar().rangeChanged.connect(self._restyle)
        self._theme.changed.connect(self._restyle)

    def _show_body(self, body: ReviewBody) -> None:
        if self._body:
            self._scroll.column.removeWidget(self._body)
            self._body.deleteLater()
        self._body = body
        body.answered.connect(self._show_next)
        self._scroll.column.insertWidget(0, body, 1)
        body.show()
        self._footer.show_note_button(visible=True)
        self._footer.follow(body.note.field)
        self._restyle()

    def _show_next(self) -> None:
        """What comes of the answers as they stand; a note that is being written changes nothing."""
        if self._body:
            self._body.show_next(self._propose(replace(self._body.answers(), note="")))

    def _focus_first(self) -> None:
        """To the first number, where Space and Enter, the player's keys, do nothing."""
        if self._body:
            self._body.first().setFocus()

    def _on_note_asked(self) -> None:
        if self._body:
            self._footer.show_note_button(visible=False)
            self._body.open_note()

    def _on_save(self) -> None:
        if self._body is None:
            return
        if not self._body.note.fits:
            self._body.open_note()
            return
        answers: Review = self._body.answers()
        self._view = None
        self.saved.emit(answers)

    def _restyle(self) -> None:
        theme = self._theme
        effective = self.width() / theme.scale
        full = effective >= FULL_FROM
        edge = theme.px(MARGIN if full else COMPACT_MARGIN)
        bar = self._scroll.verticalScrollBar()
        beside = bar.sizeHint().width() if bar.maximum() else 0
        self._scroll.column.setContentsMargins(edge, theme.px(28), edge - beside, theme.px(20))
        pinned = self._footer.fits(self.width() - 2 * edge)
        self._line.setVisible(pinned and bar.maximum() > 0)
        self._pin_footer(edge if pinned else 0, pinned=pinned)
        if self._body:
            self._body.show_columns(beside=full, narrow=effective < NARROW_BELOW)

    def _pin_footer(self, edge: int, *, pinned: bool) -> None:
        """The buttons below the page, or at its end where they would take too much of it."""
        column = self._column if pinned else self._scroll.column
        self._footer.show_shape(edge, stacked=not pinned)
        if column.indexOf(self._footer) < 0:
            column.addWidget(self._footer)

    # Qt's own

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Take the layout that fits the width."""
        super().resizeEvent(event)
        self._restyle()

    def sizeHint(self) -> QSize:
        """What the window has."""
        return QSize(self._theme.px(FULL_FROM), self._theme.px(640))
