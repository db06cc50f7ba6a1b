"""The note to a session: plain text of any length up to the limit."""

from __future__ import annotations

from hipcoach.core.text import tr
from hipcoach.ui.card import Card
from hipcoach.ui.controls.note_field import NoteField
from hipcoach.ui.labels import Label
from hipcoach.ui.review.styles import NAME
from hipcoach.ui.theme import Theme

LINES = 4


class NoteCard(Card):
    """A note's field below its name."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        self._note = NoteField(theme, tr("Note"), LINES)
        self.field = self._note.field
        self.column.addWidget(Label(theme, tr("Note"), NAME))
        self.column.addWidget(self._note)

    @property
    def text(self) -> str:
        """The note as it was written."""
        return self._note.text

    @property
    def fits(self) -> bool:
        """Whether it can be kept."""
        return self._note.fits
