"""A half of today and how it stands: a tile in the wide layout, a chip in the others."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame, QHBoxLayout

from hipcoach.core.hero_view import SlotView
from hipcoach.core.schedule import SlotState
from hipcoach.core.session import Slot
from hipcoach.core.text import say
from hipcoach.ui.icon_view import IconView
from hipcoach.ui.labels import Label
from hipcoach.ui.theme import Theme
from hipcoach.ui.tokens import TextStyle

NAME = TextStyle(size=15, line=20, weight=600)
ICONS = {Slot.MORNING: "sun", Slot.EVENING: "moon", Slot.EXTRA: "plus"}


class SlotTile(QFrame):
    """Icon, name and state; done has a tick, the next one an edge. The words say it too."""

    def __init__(self, theme: Theme, slot: SlotView, *, chip: bool) -> None:
        super().__init__()
        following = slot.state is SlotState.NEXT
        ink = "on_primary_soft" if following else "ink"
        soft = "on_primary_soft" if following else "ink2"
        self.setProperty("kind", f"{'slot-chip' if chip else 'slot'}{'-next' if following else ''}")
        row = QHBoxLayout(self)
        across, along = theme.px(10 if chip else 14), theme.px(4)
        row.setContentsMargins(across, along, across, along)
        row.setSpacing(theme.px(6 if chip else 8))
        self.setMinimumHeight(theme.px(28 if chip else 44))
        row.addWidget(IconView(theme, ICONS[slot.slot], 16 if chip else 20, ink))
        row.addWidget(Label(theme, say(slot.name), "small_strong" if chip else NAME, ink))
        row.addWidget(Label(theme, say(slot.text), "small", soft, wrap=True), 1)
        if slot.state is SlotState.DONE:
            row.addWidget(IconView(theme, "circle-check", 16 if chip else 20, "primary"))
