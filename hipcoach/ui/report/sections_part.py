"""Which parts the report has."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal

from hipcoach.core.report_view import ALWAYS, SECTION_WORDS
from hipcoach.core.report_wishes import Section
from hipcoach.core.text import say, tr
from hipcoach.ui.box import Box
from hipcoach.ui.controls.check_box import GAP, CheckBox
from hipcoach.ui.controls.tile_face import MARK
from hipcoach.ui.icon_view import IconView
from hipcoach.ui.labels import Label
from hipcoach.ui.report.part import Part
from hipcoach.ui.theme import Theme

TICK, SPACING = 20, 8
"""Pixels at 100 % text."""


class SectionsPart(Part):
    """What is always there is told first. `changed`: a section was put in or left out."""

    changed = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, tr("What to show"))
        self.boxes: dict[Section, CheckBox] = {}
        rows = Box(theme, spacing=SPACING)
        for section, words in SECTION_WORDS.items():
            self.boxes[section] = box = CheckBox(theme, say(words))
            box.toggled.connect(self.changed)
            rows.add(box)
        self.add(_always(theme), rows)

    @property
    def left_out(self) -> tuple[Section, ...]:
        """The sections that are not ticked."""
        return tuple(section for section, box in self.boxes.items() if not box.isChecked())

    def show_left_out(self, left_out: tuple[Section, ...]) -> None:
        """Tick the others."""
        for section, box in self.boxes.items():
            box.show_on(section not in left_out)


def _always(theme: Theme) -> Box:
    """What is not to be left out: a tick without a box."""
    row = Box(theme, across=True, spacing=GAP, edges=((MARK - TICK) / 2, 2, 0, 2))
    tick = IconView(theme, "check", TICK, "primary")
    row.box.addWidget(tick, 0, Qt.AlignmentFlag.AlignTop)
    row.box.addSpacing(round((MARK - TICK) / 2))
    row.box.addWidget(Label(theme, say(ALWAYS), "small", wrap=True), 1)
    return row
