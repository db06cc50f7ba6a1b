"""Common mistakes, and beside each what to do: mark, word and edge differ, not only colour."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent

from hipcoach.core.demonstration import Showing
from hipcoach.core.depicted import Depicted
from hipcoach.core.exercise import Mistake
from hipcoach.core.exercise_view import ExerciseView
from hipcoach.core.text import tr
from hipcoach.ui.box import ACROSS, DOWN, Box
from hipcoach.ui.exercise.headed import Headed
from hipcoach.ui.icon_view import IconView
from hipcoach.ui.labels import Label
from hipcoach.ui.still import Still
from hipcoach.ui.theme import Theme

NARROWEST = 400
"""Pixels at 100 % text below which what to do stands under its mistake."""

Styles = tuple[str, str, str, float, float]
HEADS: Styles = ("caption", "caption", "ink2", 6, 0)
TEXTS: Styles = ("body", "body_strong", "ink", 10, 2)
"""The styles of both sides, their colour, the room above and below, and how far down the icons are
in the first line, in pixels at 100 % text.
"""

PICTURE = 128
"""Pixels at 100 % text that a picture is high."""

TOP = Qt.AlignmentFlag.AlignTop


class MistakesCard(Headed):
    """One row a mistake, with a pair of pictures where it is drawn.

    What helps only if something happens stands apart.
    """

    def __init__(self, theme: Theme, view: ExerciseView) -> None:
        super().__init__(theme, "list-checks", tr("Mistakes and cues"))
        self._asked = view.picture
        self._add(tr("Common mistake"), "x", "amber_ink", view.mistakes)
        if view.remedies:
            self._add(tr("If this happens"), "circle-help", "ink2", view.remedies)

    def _add(self, heading: str, icon: str, role: str, mistakes: Iterable[Mistake]) -> None:
        theme = self._theme
        rows = Box(theme)
        rows.add(_row(theme, (heading, tr("Do this")), icon, role, HEADS))
        for told in mistakes:
            texts = (tr(told.mistake), tr(told.cue))
            row = _row(theme, texts, icon, role, TEXTS)
            if told.drawn:
                row.add_pictures(self._asked, told.drawn)
            rows.add(Box(theme, kind="line"), row)
        self.column.addWidget(rows)


class _Pair(Box):
    """Two things side by side of one width, the second below where there is no room."""

    def __init__(self, theme: Theme, left: Box, right: Box, edge: float) -> None:
        super().__init__(theme, across=True, spacing=16, edges=(0, edge, 0, edge))
        self._halves = {Showing.MISTAKE: left, Showing.DO_THIS: right}
        for half in self._halves.values():
            self.box.addWidget(half, 1, TOP)

    def add_pictures(self, asked: Depicted, mistake: str) -> None:
        """The figure above each side's words, at the end of the movement."""
        words = {Showing.MISTAKE: tr("Common mistake"), Showing.DO_THIS: tr("Do this")}
        for kind, half in self._halves.items():
            still = Still(self.theme, asked, (0, PICTURE), words[kind])
            still.show_mistake(mistake, kind)
            still.let_grow()
            half.box.insertWidget(0, still)

    # Qt's own

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Beside each other only where both have room."""
        super().resizeEvent(event)
        room = self.width() >= self.theme.px(NARROWEST)
        self.box.setDirection(ACROSS if room else DOWN)
        self.box.setSpacing(self.theme.px(16 if room else 4))


def _row(theme: Theme, texts: tuple[str, str], icon: str, role: str, styles: Styles) -> _Pair:
    """What goes wrong behind its icon, and what to do behind the tick."""
    left, right, ink, edge, down = styles
    wrong = _marked(theme, icon, role, Label(theme, texts[0], left, ink, wrap=True), down)
    good = _marked(theme, "check", "primary", Label(theme, texts[1], right, ink, wrap=True), down)
    return _Pair(theme, wrong, good, edge)


def _marked(theme: Theme, icon: str, role: str, label: Label, down: float) -> Box:
    """The text behind its icon, in a box that has room for a picture above."""
    row, mark = Box(theme, across=True, spacing=8), Box(theme, edges=(0, down, 0, 0))
    mark.add(IconView(theme, icon, 20, role))
    row.box.addWidget(mark, 0, TOP)
    row.box.addWidget(label, 1, TOP)
    half = Box(theme, spacing=8)
    half.add(row)
    return half
