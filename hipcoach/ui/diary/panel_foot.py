"""The foot of an entry panel: quiet buttons and Save, what is told above them, what is asked."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from hipcoach.core.text import tr
from hipcoach.ui.box import Box
from hipcoach.ui.buttons import Button
from hipcoach.ui.labels import Label
from hipcoach.ui.layouts import Flow
from hipcoach.ui.spread import Spread
from hipcoach.ui.theme import Theme

SAVE_WIDTH, GAP, WHOLE = 112, 12, 10_000


class PanelFoot(QWidget):
    """`save` at the right; `add_aside` puts quiet buttons at the left, or above it."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme, self.is_sure = theme, False
        self.save = Button(theme, tr("Save"), "primary")
        self.delete = Button(theme, tr("Delete"), "quiet-stop", icon="trash-2", size="small")
        self.delete.hide()
        self._aside, self._quiet = QWidget(), Flow()
        self._aside.setLayout(self._quiet)
        self._row = Spread(to_right=True)
        self._row.addWidget(self._aside)
        self._row.addWidget(self.save)
        self.setLayout(self._row)
        self.add_aside(self.delete)
        self._restyle()
        theme.changed.connect(self._restyle)

    def add_aside(self, button: Button) -> None:
        """A quiet button at the left, in the order in which they come."""
        self._quiet.addWidget(button)

    def show_delete(self, text: str) -> None:
        """The button that deletes, or "" for none."""
        self.delete.show_text(text)
        self.delete.setVisible(bool(text))

    def show_sure(self, *, sure: bool) -> None:
        """Save all the same, or save."""
        self.is_sure = sure
        self.save.show_text(tr("Save all the same") if sure else tr("Save"))

    def buttons(self) -> list[Button]:
        """As they are read."""
        return [*self._aside.findChildren(Button), self.save]

    def _restyle(self) -> None:
        px = self._theme.px
        self.save.setMinimumWidth(px(SAVE_WIDTH))
        self._quiet.setSpacing(px(GAP))
        self._row.set_measures(px(GAP), px(WHOLE))


class Told(Box):
    """A sentence on the soft ground of what has to be known; hidden while there is none."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, edges=(12, 10, 12, 10), kind="careful-line")
        self._text = Label(theme, "", "small", "amber_ink", wrap=True)
        self.add(self._text)
        self.hide()

    def show_text(self, told: str) -> None:
        """Say it; "" for nothing."""
        self._text.setText(told)
        self.setVisible(bool(told))


class Discard(Box):
    """Whether what was typed is to go: the way back is the first answer."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, spacing=8, edges=(12, 10, 12, 12), kind="careful-line")
        self.text = tr("Discard what you typed?")
        self.keep = Button(theme, tr("Keep editing"))
        self.discard = Button(theme, tr("Discard"))
        self._row = Flow()
        self._row.addWidget(self.keep)
        self._row.addWidget(self.discard)
        self.add(Label(theme, self.text, "small_strong", "amber_ink", wrap=True))
        self.box.addLayout(self._row)
        self.hide()
        self._space_row()
        theme.changed.connect(self._space_row)

    def buttons(self) -> list[Button]:
        """As they are read."""
        return [self.keep, self.discard]

    def _space_row(self) -> None:
        self._row.setSpacing(self.theme.px(8))
