"""What an entry may hold besides: medicine and tags, out of the way until they are wanted."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal

from hipcoach.core.rating_form import RatingField, tags_text
from hipcoach.core.text import tr
from hipcoach.ui.box import Box
from hipcoach.ui.buttons import Button
from hipcoach.ui.controls.note_field import NoteField
from hipcoach.ui.diary.panel_field import PanelField
from hipcoach.ui.theme import Theme

GAP = 14


class MoreFields(Box):
    """`changed` tells of every change, `opened` that the fields came into view."""

    changed = Signal()
    opened = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, spacing=GAP)
        self._open = Button(theme, tr("Add medicine or tags"), "quiet", icon="plus")
        self._medicine = NoteField(theme, tr("Medicine"))
        self._tags = NoteField(theme, tr("Tags"))
        medicine, tags = self._medicine, self._tags
        self.fields = {
            RatingField.MEDICINE: PanelField(
                theme,
                tr("Medicine"),
                medicine,
                aside=tr("name, how often"),
                marked=(medicine.field,),
            ),
            RatingField.TAGS: PanelField(
                theme,
                tr("Tags"),
                tags,
                aside=tr("with commas between them"),
                marked=(tags.field,),
            ),
        }
        self.box.addWidget(self._open, 0, Qt.AlignmentFlag.AlignLeft)
        self.add(*self.fields.values())
        self._open.clicked.connect(self._on_open)
        for field in (medicine, tags):
            field.changed.connect(self.changed)

    @property
    def medicine(self) -> str:
        """The medicine as it was written."""
        return self._medicine.text

    @property
    def tags(self) -> str:
        """The tags as they were typed."""
        return self._tags.text

    def show_more(self, medicine: str, tags: tuple[str, ...]) -> None:
        """Show what an entry holds; where that is nothing, only the button for it."""
        self._medicine.show_text(medicine)
        self._tags.show_text(tags_text(tags))
        self._show_fields(shown=bool(medicine or tags))

    def _show_fields(self, *, shown: bool) -> None:
        self._open.setVisible(not shown)
        for field in self.fields.values():
            field.setVisible(shown)

    def _on_open(self) -> None:
        self._show_fields(shown=True)
        self.opened.emit()
        self._medicine.field.setFocus(Qt.FocusReason.OtherFocusReason)
