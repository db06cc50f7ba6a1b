"""A field of an entry panel: its name, the control, and what is wrong with it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from hipcoach.ui.announce import announce
from hipcoach.ui.box import Box
from hipcoach.ui.labels import Label
from hipcoach.ui.layouts import Flow
from hipcoach.ui.theme import Theme
from hipcoach.ui.tokens import TextStyle

NAME = TextStyle(size=15, line=20, weight=600)


class PanelField(Box):
    """`name` above `control`, `aside` in quiet words behind it; a problem stands below both.

    `marked` are the fields that get the clay edge; by default the control itself.
    """

    def __init__(
        self,
        theme: Theme,
        name: str,
        control: QWidget,
        *,
        aside: str = "",
        marked: tuple[QWidget, ...] = (),
    ) -> None:
        super().__init__(theme, spacing=6)
        self._marked = marked or (control,)
        self._name = Label(theme, name, NAME, wrap=True)
        self._name.setBuddy(control)
        self._aside = Label(theme, aside, "small", "ink2", wrap=True)
        self._wrong = Label(theme, "", "small", "clay", wrap=True)
        self._wrong.hide()
        self._head, self._row = QWidget(), Flow()
        self._head.setLayout(self._row)
        self._row.addWidget(self._name)
        self._row.addWidget(self._aside)
        self.add(self._head, control, self._wrong)
        self.show_name(name, aside)
        self._space_head()
        theme.changed.connect(self._space_head)

    def show_name(self, name: str, aside: str = "") -> None:
        """Another name, and other words behind it; "" where the control has its own heading."""
        self._head.setVisible(bool(name))
        self._name.setText(name)
        self._aside.setText(aside)
        self._aside.setVisible(bool(aside))
        self._head.setVisible(bool(name))

    def show_problem(self, told: str) -> None:
        """What is wrong, with the focus on the field; "" for nothing."""
        if told == self.problem:
            return
        self._wrong.setText(told)
        self._wrong.setVisible(bool(told))
        for field in self._marked:
            field.setAccessibleDescription(told)
            field.setProperty("wrong", bool(told))
            field.style().unpolish(field)
            field.style().polish(field)
        if told:
            announce(self, told)
            self._marked[0].setFocus(Qt.FocusReason.OtherFocusReason)

    @property
    def problem(self) -> str:
        """What is told to be wrong, "" for nothing."""
        return self._wrong.text()

    def _space_head(self) -> None:
        self._row.setSpacing(self.theme.px(5))
        self._row.set_row_gap(0)
