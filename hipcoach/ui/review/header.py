"""The head of the review: that the session is done, when it was, how long, how many sets."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QWidget

from hipcoach.core.review_view import ReviewView
from hipcoach.core.session import Slot
from hipcoach.core.text import say, tr
from hipcoach.ui.icon_view import IconView
from hipcoach.ui.labels import Label
from hipcoach.ui.layouts import Flow
from hipcoach.ui.theme import Theme

_SLOT_ICONS = {Slot.MORNING: "sun", Slot.EVENING: "moon", Slot.EXTRA: "plus"}


class ReviewHeader(QWidget):
    """The title and three facts: beside it, or below it where there is no room."""

    def __init__(self, theme: Theme, view: ReviewView) -> None:
        super().__init__()
        self._theme = theme
        title = tr("Session ended early") if view.ended else tr("Session done")
        self._title = Label(theme, title, "page", wrap=True)
        self._facts, self._flow = QWidget(), Flow()
        self._facts.setLayout(self._flow)
        told = (
            (_SLOT_ICONS[view.slot], view.when),
            ("clock", view.minutes),
            ("circle-check", view.done),
        )
        for icon, text in told:
            self._flow.addWidget(_Fact(theme, icon, say(text)))
        self._box = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.addWidget(self._title, 1)
        self._box.addWidget(self._facts, 0, Qt.AlignmentFlag.AlignVCenter)
        self._restyle()
        theme.changed.connect(self._restyle)

    def _restyle(self) -> None:
        self._flow.setSpacing(self._theme.px(16))
        self._box.setSpacing(self._theme.px(8))
        self.setMinimumHeight(self._theme.px(44))
        self._fit()

    def _fit(self) -> None:
        facts = self._flow.sizeHint().width()
        beside = self._title.sizeHint().width() + self._theme.px(24) + facts <= self.width()
        way = QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom
        self._box.setDirection(way)
        self._facts.setMinimumWidth(facts if beside else 0)

    # Qt's own

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the facts where there is room."""
        super().resizeEvent(event)
        self._fit()


class _Fact(QWidget):
    """An icon and a few words."""

    def __init__(self, theme: Theme, icon: str, text: str) -> None:
        super().__init__()
        self._theme = theme
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.addWidget(IconView(theme, icon, 18, "ink2"))
        self._row.addWidget(Label(theme, text, "body", "ink2", wrap=True), 1)
        self._restyle()
        theme.changed.connect(self._restyle)

    def _restyle(self) -> None:
        self._row.setSpacing(self._theme.px(6))
