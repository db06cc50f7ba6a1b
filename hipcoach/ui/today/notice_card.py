"""What has to be known before the first session, and before an exercise's first time."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from hipcoach.core.session_card import SessionCard
from hipcoach.core.text import say, tr
from hipcoach.ui.card import Card
from hipcoach.ui.labels import Label
from hipcoach.ui.theme import Theme


class NoticeCard(Card):
    """The notices, then per exercise who should take care."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, spacing=6)
        self._shown: list[tuple[str, str]] = []
        self._labels: list[QWidget] = []
        self.column.addWidget(Label(theme, tr("Before you start"), "body_strong", wrap=True))

    def show_session(self, session: SessionCard | None) -> None:
        """Show what the session asks to be known; the card is absent where that is nothing."""
        texts = _texts(session) if session else []
        self.setVisible(bool(texts))
        if texts == self._shown:
            return
        self._shown = texts
        for label in self._labels:
            label.deleteLater()
        self._labels = [
            Label(self._theme, text, style, "ink2" if style == "small" else "ink", wrap=True)
            for style, text in texts
        ]
        for label in self._labels:
            self.column.addWidget(label)


def _texts(session: SessionCard) -> list[tuple[str, str]]:
    """Style and text of each line."""
    texts = [("small", say(notice)) for notice in session.notices]
    for exercise in session.exercises:
        if exercise.avoid:
            texts += [("small_strong", tr(exercise.name)), ("small", tr(exercise.avoid))]
    return texts
