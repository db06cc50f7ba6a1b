"""What the entry panels have in common: a title, a body that scrolls, and a foot.

The foot stays in view, but where that would leave too little of the body it scrolls with it.
"""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QWidget

from hipcoach.core.text import tr
from hipcoach.ui.announce import announce
from hipcoach.ui.box import Box
from hipcoach.ui.buttons import Button
from hipcoach.ui.diary.panel_body import PanelBody
from hipcoach.ui.diary.panel_foot import Discard, PanelFoot, Told
from hipcoach.ui.labels import Label
from hipcoach.ui.tab_order import follow
from hipcoach.ui.theme import Theme

ABOVE, BESIDE, BELOW_HEAD, ABOVE_FOOT = 18, 20, 10, 10
"""Pixels at 100 % text: the card's edges, and the room around the body (design 05)."""

RING = 6
"""Pixels around the body inside its scroll area: the focus ring is not cut."""

CORNER = 12
"""Pixels below a body that reaches down to the card's edge: its rounded corners stay free."""

LOW = 360
"""Pixels of the panel's height at 100 % text below which the foot scrolls with the body."""


class PanelFrame(QFrame):
    """A panel's children fill `body` and answer `is_changed`; quiet buttons go to `foot.aside`.

    `save_asked`: the one filled button, `foot.save`. `delete_asked`: the button that `show_delete`
    brings up. `closed`: Esc or the close button, asked first where something would be lost.
    """

    save_asked = Signal()
    delete_asked = Signal()
    closed = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.theme = theme
        self._read_before: tuple[QWidget, ...] = ()
        self.setProperty("kind", "card")
        self._title = Label(theme, "", "section", wrap=True)
        self._close = Button(theme, icon="x", size="small", name=tr("Close"))
        self._head = Box(theme, across=True, spacing=8)
        self._head.box.addWidget(self._title, 1)
        self._head.box.addWidget(self._close, 0, Qt.AlignmentFlag.AlignTop)
        self._scroll = PanelBody(theme)
        self.body: Box = self._scroll.body
        self._told, self._discard, self.foot = Told(theme), Discard(theme), PanelFoot(theme)
        self._column = QBoxLayout(QBoxLayout.Direction.TopToBottom, self)
        self._below = Box(theme, spacing=12)
        self._below.add(self._told, self._discard, self.foot)
        self._column.addWidget(self._head)
        self._column.addWidget(self._scroll, 1)
        self._column.addWidget(self._scroll.line)
        self._column.addWidget(self._below)
        self._connect_frame()
        self._space_frame()

    # For the panels

    def is_changed(self) -> bool:
        """Whether something was typed or chosen that is not saved."""
        return False

    def show_title(self, title: str) -> None:
        """What the panel is for, which is its name too."""
        self._title.setText(title)
        self.setAccessibleName(title)

    def show_delete(self, text: str) -> None:
        """A button that deletes what is shown, such as "Delete"; "" for none."""
        self.foot.show_delete(text)

    def begin(self, first: QWidget) -> None:
        """Show the panel from its top with nothing told, and the focus on `first`."""
        self.clear_told()
        self._scroll.show_top()
        self.order_tabs()
        first.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_problem(self, told: str, field: QWidget | None = None) -> None:
        """Say above the foot why it was not saved, with the focus on the field that is meant.

        What belongs to one field is said beside it by the panel (`panel_field.py`).
        """
        self._keep_editing()
        self.foot.show_sure(sure=False)
        self._told.show_text(told)
        if told:
            announce(self, told)
            (field or self.foot.save).setFocus(Qt.FocusReason.OtherFocusReason)

    def show_question(self, told: str) -> None:
        """Say what looks odd: Save becomes "Save all the same" until something is changed."""
        self.show_problem(told)
        self.foot.show_sure(sure=bool(told))

    @property
    def is_sure(self) -> bool:
        """Whether the question was put: pressing Save again means that the user is sure."""
        return self.foot.is_sure

    def clear_told(self) -> None:
        """Nothing is told any longer: something was changed."""
        if self._told.isVisibleTo(self) or self.foot.is_sure or self._discard.isVisibleTo(self):
            self.foot.show_sure(sure=False)
            self._told.show_text("")
            self._keep_editing()

    def ask_discard(self) -> None:
        """Close; where something would be lost, ask about it in place of the foot first."""
        if not self.is_changed():
            self.closed.emit()
            return
        self._told.show_text("")
        self.foot.hide()
        self._discard.show()
        self._discard.keep.setFocus(Qt.FocusReason.OtherFocusReason)
        announce(self, self._discard.text)

    def order_tabs(self) -> None:
        """Tab goes as one reads: the head, the body, the foot; the body's controls come and go."""
        foot = (*self.foot.buttons(), *self._discard.buttons())
        inside = (self._close, *self._scroll.controls(), *foot)
        follow((*self._read_before, *inside))

    def come_after(self, before: QWidget) -> None:
        """Tab comes here from what is read before the panel."""
        self._read_before = (before,)

    # Inside

    def _connect_frame(self) -> None:
        self._close.clicked.connect(self.ask_discard)
        self.foot.save.clicked.connect(self.save_asked)
        self.foot.delete.clicked.connect(self.delete_asked)
        self._discard.keep.clicked.connect(self._on_keep)
        self._discard.discard.clicked.connect(self._on_discard)
        self.theme.changed.connect(self._space_frame)

    def _keep_editing(self) -> None:
        self._discard.hide()
        self.foot.show()

    def _on_keep(self) -> None:
        self._keep_editing()
        self._scroll.focus_last()

    def _on_discard(self) -> None:
        self._keep_editing()
        self.closed.emit()

    def _space_frame(self) -> None:
        px = self.theme.px
        side, ring = px(BESIDE), px(RING)
        self._put_foot()
        self._column.setContentsMargins(0, px(ABOVE), 0, px(CORNER if self._is_low else ABOVE))
        self._column.setSpacing(0)
        self._head.setContentsMargins(side, 0, side, px(BELOW_HEAD) - ring)
        self._scroll.set_edges(side, ring)
        beside = 0 if self._is_low else side
        self._below.setContentsMargins(beside, px(ABOVE_FOOT), beside, 0)

    @property
    def _is_low(self) -> bool:
        return self._scroll.isAncestorOf(self._below)

    def _put_foot(self) -> None:
        """Below the body, or at its end."""
        low, focused = 0 < self.height() < self.theme.px(LOW), self.focusWidget()
        if low != self._is_low:
            (self._scroll.column if low else self._column).addWidget(self._below)
            self._scroll.line.setVisible(not low)
            if focused is not None and self._below.isAncestorOf(focused):
                focused.setFocus(Qt.FocusReason.OtherFocusReason)

    # Qt's own

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another place for the foot where the height asks for it."""
        super().resizeEvent(event)
        if (self.height() < self.theme.px(LOW)) != self._is_low:
            self._space_frame()

    def showEvent(self, event: QShowEvent) -> None:
        """The body's controls were made after the foot's."""
        super().showEvent(event)
        QTimer.singleShot(0, self, self.order_tabs)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc closes; where the panel asks, it goes on editing."""
        if event.key() != Qt.Key.Key_Escape:
            super().keyPressEvent(event)
        elif self._discard.isVisibleTo(self):
            self._on_keep()
        else:
            self.ask_discard()
