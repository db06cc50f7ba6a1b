"""Where each statement of the page comes from: what, and beside it whose word it is."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent

from hipcoach.core.exercise_view import ExerciseView
from hipcoach.core.format import capitalised
from hipcoach.core.origin import Sourced
from hipcoach.core.text import say, tr
from hipcoach.ui.box import ACROSS, DOWN, Box
from hipcoach.ui.exercise.headed import Headed
from hipcoach.ui.labels import Label
from hipcoach.ui.theme import Theme

NARROWEST = 520
"""Pixels at 100 % text below which the origin stands under what it is about."""

TOP = Qt.AlignmentFlag.AlignTop


class SourcesCard(Headed):
    """One row a statement, and that no physiotherapist has reviewed them yet."""

    def __init__(self, theme: Theme, view: ExerciseView) -> None:
        super().__init__(theme, "file-text", tr("Where this comes from"))
        not_reviewed = Label(theme, tr(view.not_reviewed), "small", "ink2", wrap=True)
        self.column.addWidget(not_reviewed)
        rows = Box(theme)
        for told in view.sources:
            rows.add(Box(theme, kind="line"), _Row(theme, told))
        self.column.addWidget(rows)


class _Row(Box):
    def __init__(self, theme: Theme, told: Sourced) -> None:
        super().__init__(theme, across=True, spacing=20, edges=(0, 8, 0, 8))
        what = Label(theme, _what(told), "small", wrap=True)
        self.box.addWidget(what, 3, TOP)
        origin = capitalised(say(told.origin))
        self.box.addWidget(Label(theme, origin, "small", "ink2", wrap=True), 2, TOP)

    # Qt's own

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Beside each other only where both have room."""
        super().resizeEvent(event)
        room = self.width() >= self.theme.px(NARROWEST)
        self.box.setDirection(ACROSS if room else DOWN)
        self.box.setSpacing(self.theme.px(20 if room else 2))


def _what(told: Sourced) -> str:
    what = "; ".join(map(say, told.what))
    if told.about is None:
        return capitalised(what)
    return capitalised(tr("{about}: {what}", about=say(told.about), what=what))
