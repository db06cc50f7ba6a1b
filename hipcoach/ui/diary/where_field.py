"""Where it hurts: the body from behind, and a check box for each of its nine areas."""

from __future__ import annotations

from collections.abc import Collection

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent

from hipcoach.core.format import capitalised
from hipcoach.core.pain import Place, place_names
from hipcoach.core.text import tr
from hipcoach.ui.box import ACROSS, DOWN, Box
from hipcoach.ui.controls.check_box import CheckBox
from hipcoach.ui.diary.body_chart import BodyChart
from hipcoach.ui.theme import Theme

GAP = 16
"""Pixels at 100 % text between the body and the boxes, which stand below it in a narrow panel."""


class WhereField(Box):
    """`changed` tells of every area that is ticked or not any longer."""

    changed = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, across=True, spacing=GAP)
        self._chart = BodyChart(theme)
        self._boxes = {
            place: CheckBox(theme, capitalised(tr(name)))
            for place, name in zip(Place, place_names(), strict=True)
        }
        self._rows = Box(theme)
        self._rows.add(*self._boxes.values())
        self.box.addWidget(self._chart, 0)
        self.box.addWidget(self._rows, 1, Qt.AlignmentFlag.AlignVCenter)
        self._chart.pressed.connect(self._on_pressed)
        for box in self._boxes.values():
            box.toggled.connect(self._on_toggled)
        theme.changed.connect(self._turn)

    @property
    def places(self) -> tuple[Place, ...]:
        """The areas that are ticked."""
        return tuple(place for place, box in self._boxes.items() if box.isChecked())

    def show_places(self, places: Collection[Place]) -> None:
        """Tick these areas, without telling."""
        for place, box in self._boxes.items():
            box.show_on(place in places)
        self._chart.show_places(places)

    def _turn(self) -> None:
        """The boxes beside the body, or below it."""
        fits = sum(self._widths()) + self.theme.px(GAP) <= self.width()
        self.box.setDirection(ACROSS if fits else DOWN)

    def _widths(self) -> tuple[int, int]:
        return self._chart.minimumSizeHint().width(), self._rows.minimumSizeHint().width()

    def _on_pressed(self, place: Place) -> None:
        self._boxes[place].click()

    def _on_toggled(self) -> None:
        self._chart.show_places(self.places)
        self.changed.emit()

    # Qt's own

    def minimumSizeHint(self) -> QSize:
        """As wide as the wider of the two: they need not stand side by side."""
        return QSize(max(self._widths()), super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Turn where the width asks for it."""
        super().resizeEvent(event)
        self._turn()
