"""A program at a glance: how long, how often and with what, each behind its icon."""

from __future__ import annotations

from hipcoach.core.format import capitalised
from hipcoach.core.program_view import ProgramFacts
from hipcoach.core.text import say, tr
from hipcoach.ui.box import Box
from hipcoach.ui.icon_view import IconView
from hipcoach.ui.labels import Label
from hipcoach.ui.layouts import Flow
from hipcoach.ui.theme import Theme


class FactsRow(Box):
    """The facts, and below them which of the numbers are HipCoach's choice."""

    def __init__(self, theme: Theme, facts: ProgramFacts) -> None:
        super().__init__(theme, spacing=4)
        self._flow = Flow()
        self.box.addLayout(self._flow)
        self._add(
            "calendar-days", tr("{weeks}, {often}", weeks=say(facts.weeks), often=say(facts.often))
        )
        self._add("clock", tr("about {minutes} each time", minutes=say(facts.minutes)))
        self._add("dumbbell", ", ".join(map(say, facts.kit)))
        origins = " ".join(capitalised(say(origin)) for origin in facts.origins)
        self.add(Label(theme, origins, "caption", "ink3", wrap=True))
        self._fit()
        theme.changed.connect(self._fit)

    def _add(self, icon: str, text: str) -> None:
        fact = Box(self.theme, across=True, spacing=6)
        fact.add(IconView(self.theme, icon, 18, "ink2"))
        fact.box.addWidget(Label(self.theme, text, "small", "ink2", wrap=True), 1)
        self._flow.addWidget(fact)

    def _fit(self) -> None:
        self._flow.setSpacing(self.theme.px(14))
        self._flow.set_row_gap(self.theme.px(4))
