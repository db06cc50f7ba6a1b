"""The way back, the exercise's names, and what is done instead of it on the user's own step."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal

from hipcoach.core.exercise_view import ExerciseView
from hipcoach.core.text import tr
from hipcoach.ui.box import Box
from hipcoach.ui.buttons import Button
from hipcoach.ui.labels import Label
from hipcoach.ui.spread import Spread
from hipcoach.ui.theme import Theme

TOP = Qt.AlignmentFlag.AlignTop


class Heading(Box):
    """`left`: back; `exercise_asked` carries the id of what is done instead."""

    left = Signal()
    exercise_asked = Signal(str)

    def __init__(self, theme: Theme, view: ExerciseView) -> None:
        super().__init__(theme, spacing=12)
        self.back = Button(theme, icon="chevron-left", name=tr("Back"))
        self.back.clicked.connect(self.left)
        row, names = Box(theme, across=True, spacing=12), Box(theme, spacing=2)
        row.box.addWidget(self.back, 0, TOP)
        row.box.addWidget(names, 1)
        names.add(Label(theme, tr(view.name), "page", wrap=True))
        if view.also:
            also = tr("Also called: {names}", names=", ".join(map(tr, view.also)))
            names.add(Label(theme, also, "small", "ink2", wrap=True))
        self.add(row)
        if view.done_as:
            self.add(_Instead(theme, self, view))


class _Instead(Box):
    """One line and the way to the other exercise."""

    def __init__(self, theme: Theme, heading: Heading, view: ExerciseView) -> None:
        super().__init__(theme, edges=(16, 12, 16, 12), kind="assured")
        name = tr(view.names[view.done_as])
        told = tr("At your level you do this instead: {exercise}.", exercise=name)
        self._row = Spread()
        self._row.addWidget(Label(theme, told, "body", "on_primary_soft", wrap=True))
        link = Button(theme, tr("Show: {exercise}", exercise=name), size="small")
        link.clicked.connect(lambda: heading.exercise_asked.emit(view.done_as))
        self._row.addWidget(link)
        self.box.addLayout(self._row)
        self._fit()
        theme.changed.connect(self._fit)

    def _fit(self) -> None:
        self._row.set_measures(self.theme.px(16), self.theme.px(240))
