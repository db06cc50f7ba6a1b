"""The panel that shows a decision of the rules: what, why, and by which rule."""

from __future__ import annotations

from hipcoach.core.decision_words import DecisionTold
from hipcoach.core.text import say, tr
from hipcoach.ui.box import Box
from hipcoach.ui.diary.panel_frame import PanelFrame
from hipcoach.ui.labels import Label
from hipcoach.ui.reason import Reason
from hipcoach.ui.theme import Theme


class DecisionPanel(PanelFrame):
    """A decision stays as it was made: there is nothing to save here."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        self.foot.hide()
        self._exercise = Label(theme, "", "caption", "ink3", wrap=True)
        self._what = Label(theme, "", "body_strong", wrap=True)
        self._why = Reason(theme)
        self._facts = Label(theme, "", "small", "ink2", wrap=True)
        told = Box(theme, spacing=8)
        told.add(self._exercise, self._what, self._why, Box(theme, kind="line"), self._facts)
        self.body.add(told)

    def show_decision(self, told: DecisionTold) -> None:
        """Show it from the top, the focus on the way out."""
        self.show_title(say(told.name))
        self._exercise.setText(say(told.exercise) if told.exercise else "")
        self._exercise.setVisible(told.exercise is not None)
        self._what.setText(told.title)
        self._why.show_why(told.why)
        self._why.setVisible(bool(told.why))
        facts = {"answer": say(told.answer), "day": told.day, "rule": told.rule}
        self._facts.setText(tr("{answer} on {day}, rule {rule}", **facts))
        self.begin(self._close)
