"""The page on which the way ends: which sign, what to do, and the ways that lead on from it."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal

from hipcoach.core.screening import Severity
from hipcoach.core.text import tr
from hipcoach.ui.box import ACROSS, DOWN, Box
from hipcoach.ui.buttons import Button
from hipcoach.ui.first_run.asked import Asked
from hipcoach.ui.first_run.numbered import Numbered
from hipcoach.ui.first_run.page import Page
from hipcoach.ui.first_run.signs import SignList
from hipcoach.ui.first_run.stop_words import StopWords
from hipcoach.ui.first_run.styles import HEADING, SIGN
from hipcoach.ui.icon_view import IconView
from hipcoach.ui.labels import Label
from hipcoach.ui.theme import Theme

SIDES = 32
STACKED_BELOW = 760
_LOOKS = {
    Severity.EMERGENCY: ("stop", "octagon-alert", "clay"),
    Severity.URGENT: ("stop", "stethoscope", "clay"),
    Severity.CHECK_FIRST: ("ask", "stethoscope", "amber_ink"),
}


class StopPage(Page):
    """No key leads past it. `texts` are the catalogue's wordings.

    Where a professional's word is enough (check first) `asked` tells that it was had; elsewhere
    `checked` opens the questions about a doctor's check, and `mistaken` the page's own again.
    """

    WIDTH = 840

    mistaken = Signal()
    checked = Signal()
    asked = Signal()

    def __init__(self, theme: Theme, texts: Mapping[str, str], words: StopWords) -> None:
        super().__init__(theme, words.title)
        self._texts, self._words = texts, words
        kind, icon, role = _LOOKS[words.severity]
        card = Box(theme, kind=kind)
        card.add(_Head(theme, kind, icon, role, words), self._body(role))
        self.add(card)
        self.add_gap(20)
        self._ways = self._made_ways()
        self.add(self._ways)

    def fit(self, width: float) -> None:
        """The ways on below each other where two do not fit beside each other."""
        self._ways.box.setDirection(ACROSS if width >= STACKED_BELOW else DOWN)

    def _body(self, role: str) -> Box:
        words = self._words
        body = Box(self.theme, spacing=20, edges=(SIDES, 28, SIDES, 28))
        if words.refused:
            told = tr("A doctor told you that exercise is not all right for now.")
            body.add(Label(self.theme, told, "body_strong", wrap=True))
        if len(words.steps) > 1:
            body.add(*(Numbered(self.theme, n, s, role) for n, s in enumerate(words.steps, 1)))
        else:
            body.add(*(Label(self.theme, step, SIGN, wrap=True) for step in words.steps))
        if words.number:
            body.add(_Call(self.theme, tr(self._texts["show-number"]), words.number))
        if words.severity is Severity.CHECK_FIRST:
            professional = Asked(self.theme, tr(self._texts["asked-professional"]))
            professional.confirmed.connect(self.asked)
            body.add(professional)
        body.add(Box(self.theme, kind="line"), self._signs())
        return body

    def _signs(self) -> Box:
        """What was answered, so that it can be put right or shown to a doctor."""
        signs = Box(self.theme, spacing=8)
        signs.add(Label(self.theme, tr("You answered yes or not sure:"), "label", "ink2"))
        signs.add(SignList(self.theme, self._words.signs))
        return signs

    def _made_ways(self) -> Box:
        """The ways on, none of which goes past the sign."""
        ways = Box(self.theme, across=True, spacing=16)
        if not self._words.refused:
            wrong = Button(self.theme, tr(self._texts["wrong-answer"]), "quiet", icon="undo-2")
            wrong.clicked.connect(self.mistaken)
            ways.add(wrong)
        ways.box.addStretch(1)
        if self._words.severity is not Severity.CHECK_FIRST:
            said = Button(self.theme, tr(self._texts["checked"]), "quiet", icon="user-check")
            said.clicked.connect(self.checked)
            ways.add(said)
        return ways


class _Head(Box):
    """Icon, title and reason on the soft ground of the page's colour."""

    def __init__(self, theme: Theme, kind: str, icon: str, role: str, words: StopWords) -> None:
        edges = (SIDES, 28, SIDES, 28)
        super().__init__(theme, across=True, spacing=20, edges=edges, kind=f"{kind}-head")
        text = Box(theme, spacing=4)
        text.add(Label(theme, words.title, HEADING, wrap=True))
        if words.reason:
            text.add(Label(theme, words.reason, SIGN, wrap=True))
        self.box.addWidget(IconView(theme, icon, 52, role), 0, Qt.AlignmentFlag.AlignVCenter)
        self.box.addWidget(text, 1)


class _Call(Box):
    """The button that shows the emergency number, and the number."""

    def __init__(self, theme: Theme, text: str, number: str) -> None:
        super().__init__(theme, spacing=16)
        self._button = Button(theme, text, "stop", icon="phone", size="large")
        self._number = Label(theme, number, "section", wrap=True)
        self._number.hide()
        self._button.clicked.connect(self._on_asked)
        self.box.addWidget(self._button, 0, Qt.AlignmentFlag.AlignLeft)
        self.add(self._number)

    def _on_asked(self) -> None:
        self._number.show()
        self._button.setAccessibleDescription(self._number.text())
