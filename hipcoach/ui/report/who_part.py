"""How the report names the user."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QLineEdit

from hipcoach.core.report_wishes import INITIALS_LIMIT, NAME_LIMIT, ReportWishes, Who
from hipcoach.core.text import tr
from hipcoach.ui.controls.segmented import Segmented
from hipcoach.ui.controls.undo_keys import asks_for_undo
from hipcoach.ui.report.part import Part
from hipcoach.ui.report.typed import plain
from hipcoach.ui.theme import Theme

WHO = tuple(Who)
HEIGHT, WIDTH, NARROWEST, RADIUS = 44, 240, 96, 10


class WhoPart(Part):
    """`chosen`: another way to be named. `typed`: another text; `left`: it is written."""

    chosen = Signal()
    typed = Signal()
    left = Signal()

    def __init__(self, theme: Theme) -> None:
        words = {
            Who.INITIALS: tr("Initials"),
            Who.NAME: tr("Full name"),
            Who.NOTHING: tr("Nothing"),
        }
        self.choice = Segmented(theme, tr("Who"), [words[who] for who in WHO])
        super().__init__(theme, tr("Who"), self.choice)
        self.fields = {
            Who.INITIALS: NameField(theme, tr("Your initials"), INITIALS_LIMIT),
            Who.NAME: NameField(theme, tr("Your name"), NAME_LIMIT),
        }
        for field in self.fields.values():
            field.textEdited.connect(self.typed)
            field.left.connect(self.left)
            self.add(field)
        self.choice.changed.connect(self._on_chosen)

    @property
    def who(self) -> Who:
        """The way that holds."""
        return WHO[self.choice.part or 0]

    def text(self, who: Who) -> str:
        """What stands in the field of initials or name."""
        return plain(self.fields[who].text())

    def show_wishes(self, wishes: ReportWishes) -> None:
        """The wishes as they are stored."""
        self.choice.show_part(WHO.index(wishes.who))
        for who, text in ((Who.INITIALS, wishes.initials), (Who.NAME, wishes.name)):
            if self.text(who) != text:
                self.fields[who].setText(text)
        self._fit_fields()

    def _on_chosen(self) -> None:
        self._fit_fields()
        self.chosen.emit()

    def _fit_fields(self) -> None:
        for who, field in self.fields.items():
            field.setVisible(who is self.who)


class NameField(QLineEdit):
    """One line; `left` tells that it was left or Enter pressed.

    Where nothing was typed, Ctrl+Z is the window's.
    """

    left = Signal()

    def __init__(self, theme: Theme, name: str, limit: int) -> None:
        super().__init__()
        self._theme = theme
        self.setMaxLength(limit)
        self.setAccessibleName(name)
        self.setPlaceholderText(name)
        self.setProperty("ringRadius", RADIUS)
        self.returnPressed.connect(self.left)
        self._restyle()
        theme.changed.connect(self._restyle)

    def _restyle(self) -> None:
        self.setFont(self._theme.font("body"))
        self.setFixedHeight(self._theme.px(HEIGHT))
        self.updateGeometry()

    # Qt's own

    def sizeHint(self) -> QSize:
        """Room for a name."""
        return QSize(self._theme.px(WIDTH), self._theme.px(HEIGHT))

    def minimumSizeHint(self) -> QSize:
        """Room for initials."""
        return QSize(self._theme.px(NARROWEST), self._theme.px(HEIGHT))

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """It is written."""
        super().focusOutEvent(event)
        self.left.emit()

    def event(self, event: QEvent) -> bool:
        """Leave Ctrl+Z to the window where there is nothing typed to take back."""
        theirs = asks_for_undo(event) and not self.isUndoAvailable()
        return False if theirs else super().event(event)
