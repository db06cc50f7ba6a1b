"""The ladder: every step in words, the user's own marked, and the easier version."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from hipcoach.core.exercise_view import ExerciseView
from hipcoach.core.format import capitalised
from hipcoach.core.ladder_view import Place, RungView
from hipcoach.core.text import Message, say, tr
from hipcoach.ui.box import Box
from hipcoach.ui.buttons import Button
from hipcoach.ui.controls.chip import Chip
from hipcoach.ui.exercise.headed import Headed, Said
from hipcoach.ui.exercise.rung_mark import RungMark
from hipcoach.ui.labels import Label
from hipcoach.ui.spread import Spread
from hipcoach.ui.theme import Theme

LEFT = Qt.AlignmentFlag.AlignLeft


class LadderCard(Headed):
    """`exercise_asked` carries the id of the exercise that a step leads to."""

    exercise_asked = Signal(str)

    def __init__(self, theme: Theme, view: ExerciseView) -> None:
        super().__init__(theme, "chart-line", tr("Ladder"))
        self.column.addWidget(Label(theme, _lead(view), "small", "ink2", wrap=True))
        rows = Box(theme)
        for number, rung in enumerate(view.ladder):
            ends = (number == 0, number == len(view.ladder) - 1)
            since = view.since if rung.place is Place.OWN else None
            rows.add(self._row(rung, ends, view.names.get(rung.leads_to, ""), since))
        self.column.addWidget(rows)
        self.column.addWidget(Box(theme, kind="line"))
        self.column.addWidget(Said(theme, tr("Easier version"), tr(view.easier)))

    def _row(
        self, rung: RungView, ends: tuple[bool, bool], name: str, since: Message | None
    ) -> Box:
        theme = self._theme
        row = Box(theme, across=True, spacing=12)
        words = Box(theme, spacing=4 if name or since else 0, edges=(0, 8, 0, 8))
        row.add(RungMark(theme, rung, *ends))
        row.box.addWidget(words, 1)
        words.add(_Line(theme, rung))
        if since is not None:
            words.add(Label(theme, say(since), "small", "ink2", wrap=True))
        if not rung.usable:
            not_owned = Label(theme, tr("You do not own this band"), "caption", "ink2", wrap=True)
            words.add(not_owned)
        if name:
            words.box.addWidget(self._link(rung.leads_to, name), 0, LEFT)
        return row

    def _link(self, exercise: str, name: str) -> Button:
        link = Button(self._theme, tr("Show: {exercise}", exercise=tr(name)), "quiet", size="small")
        link.clicked.connect(lambda: self.exercise_asked.emit(exercise))
        return link


class _Line(QWidget):
    """The step, and where it lies in words."""

    def __init__(self, theme: Theme, rung: RungView) -> None:
        super().__init__()
        self._theme = theme
        self._row = Spread()
        self.setLayout(self._row)
        own = rung.place is Place.OWN
        style, ink = ("body_strong", "ink") if own else ("body", _ink(rung))
        self._row.addWidget(Label(theme, capitalised(tr(rung.text)), style, ink, wrap=True))
        if own:
            self._row.addWidget(Chip(theme, tr("You are here"), "ours"))
        elif rung.place is Place.NEXT:
            self._row.addWidget(Chip(theme, tr("Next step")))
        self._restyle()
        theme.changed.connect(self._restyle)

    def _restyle(self) -> None:
        self._row.set_measures(self._theme.px(8), self._theme.px(120))


def _lead(view: ExerciseView) -> str:
    if not view.dose_of:
        return tr("This exercise is not in your program now.")
    if len(view.ladder) == 1:
        return tr("It has one step in your program.")
    return tr("From easier to harder. HipCoach offers each step, and you decide.")


def _ink(rung: RungView) -> str:
    """Later steps are quiet."""
    return "ink3" if rung.place is Place.LATER else "ink"
