"""What is told about a program: sentences in a box, and below them where they come from."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtGui import QResizeEvent

from hipcoach.core.format import capitalised
from hipcoach.core.program_view import ProgramFacts
from hipcoach.core.text import say, tr
from hipcoach.core.told import Told
from hipcoach.ui.box import ACROSS, DOWN, Box
from hipcoach.ui.labels import Label
from hipcoach.ui.theme import Theme
from hipcoach.ui.tokens import TextStyle

NARROWEST_BOX, GAP = 190, 10
BOX_TITLE = TextStyle(size=14, line=20, weight=600, spacing=-2)


class ToldBox(Box):
    """A title, sentences, and where they come from."""

    def __init__(self, theme: Theme, title: str, told: Iterable[Told]) -> None:
        super().__init__(theme, spacing=6, edges=(12, 12, 12, 12), kind="box")
        self.add(Label(theme, title, BOX_TITLE, wrap=True))
        for part in told:
            self.add(*(Label(theme, say(line), "small", wrap=True) for line in part.lines))
            self.add(Label(theme, capitalised(say(part.origin)), "caption", "ink3", wrap=True))
        self.box.addStretch(1)


class ThreeBoxes(Box):
    """The three boxes, of one width and height; below each other where they would be narrow."""

    def __init__(self, theme: Theme, facts: ProgramFacts) -> None:
        super().__init__(theme, across=True, spacing=GAP)
        told = (
            (tr("What the app gives you"), facts.gives),
            (tr("What the study saw"), facts.saw),
            (tr("What the study cannot tell you"), facts.cannot),
        )
        for title, lines in told:
            self.box.addWidget(ToldBox(theme, title, lines), 1)

    # Qt's own

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Beside each other only where all three have room."""
        super().resizeEvent(event)
        room = self.width() >= self.theme.px(3 * NARROWEST_BOX + 2 * GAP)
        self.box.setDirection(ACROSS if room else DOWN)


def honesty_box(theme: Theme, told: Iterable[Told]) -> ToldBox:
    """The box that stands beside every program."""
    return ToldBox(theme, tr("What is known about hip exercise for the back"), told)
