"""The card of the keys over the whole window, until it is closed. It takes the keyboard."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QMouseEvent, QPainter, QPaintEvent, QShortcut
from PySide6.QtWidgets import QApplication, QScrollBar, QWidget

from hipcoach.core.text import tr
from hipcoach.ui.announce import announce
from hipcoach.ui.keys.card import KeysCard
from hipcoach.ui.keys.table import KeyGroup
from hipcoach.ui.theme import Theme

WIDEST, AROUND = 960, 24
"""Pixels at 100 % text: the width of the card, and the least room around it."""

DIMMED = 0.5
"""How much the page below is covered."""

HURTS = Qt.Key.Key_H
"""The key that works whatever lies over a session."""

_SCROLLS = {
    Qt.Key.Key_Up: QScrollBar.SliderAction.SliderSingleStepSub,
    Qt.Key.Key_Down: QScrollBar.SliderAction.SliderSingleStepAdd,
    Qt.Key.Key_PageUp: QScrollBar.SliderAction.SliderPageStepSub,
    Qt.Key.Key_PageDown: QScrollBar.SliderAction.SliderPageStepAdd,
    Qt.Key.Key_Home: QScrollBar.SliderAction.SliderToMinimum,
    Qt.Key.Key_End: QScrollBar.SliderAction.SliderToMaximum,
}


class KeysOverlay(QWidget):
    """Lies over `window`. Esc, its button or a click beside the card close it.

    A shortcut of the window closes it and does what it always does. The focus goes back to where
    it was.
    """

    closed = Signal()

    def __init__(self, theme: Theme, window: QWidget) -> None:
        super().__init__(window)
        self._theme, self._around = theme, window
        self._came_from: QWidget | None = None
        self._hurts = False
        self.card = KeysCard(theme)
        self.card.setParent(self)
        self.card.closed.connect(self.close_keys)
        self.setAccessibleName(tr("Keys"))
        self.hide()
        window.installEventFilter(self)
        theme.changed.connect(self._place)

    def show_keys(self, groups: tuple[KeyGroup, ...], *, hurts: bool = False) -> None:
        """Show these groups. `hurts`: H closes it and is handed to the session below."""
        if self.isHidden():
            self._came_from = self._around.focusWidget()
        self._hurts = hurts
        self.card.show_groups(groups)
        self.show()
        self.raise_()
        self._place()
        self.card.close_button.setFocus(Qt.FocusReason.OtherFocusReason)
        announce(self, tr("Keys. Esc closes them."))

    def close_keys(self) -> None:
        """Away with it."""
        if self.isHidden():
            return
        back = self._came_from
        self._came_from = None
        held = self.isAncestorOf(self._around.focusWidget())
        if held and back is not None and back.isVisible():
            back.setFocus(Qt.FocusReason.OtherFocusReason)
        self.hide()
        self.closed.emit()

    def _place(self) -> None:
        """Over everything, the card in the middle and as high as it needs or the window allows."""
        if self.isHidden():
            return
        self.setGeometry(self._around.rect())
        around = self._theme.px(AROUND)
        width = min(self._theme.px(WIDEST), self.width() - 2 * around)
        height = min(self.card.height_in(width), self.height() - 2 * around)
        left, top = (self.width() - width) // 2, (self.height() - height) // 2
        self.card.setGeometry(left, top, width, height)

    def _is_shortcut(self, event: QKeyEvent) -> bool:
        """Whether it is one of the window's shortcuts, other than the one that closes this."""
        pressed = QKeySequence(event.keyCombination())
        keys = [shortcut.key() for shortcut in self._around.findChildren(QShortcut)]
        return pressed in keys and pressed != QKeySequence(Qt.Key.Key_F1)

    def _hand_on(self, event: QKeyEvent) -> None:
        """Close, and let the key be pressed on what lies below."""
        self.close_keys()
        below = self._around.focusWidget()
        if below is not None:
            again = QKeyEvent(event.type(), event.key(), event.modifiers(), event.text())
            QApplication.sendEvent(below, again)

    # Qt's own

    def event(self, event: QEvent) -> bool:
        """Make way for the window's shortcuts."""
        asked = event.type() is QEvent.Type.ShortcutOverride
        if asked and isinstance(event, QKeyEvent) and self._is_shortcut(event):
            self.close_keys()
        return super().event(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Cover the window whatever its size."""
        del watched
        if event.type() is QEvent.Type.Resize:
            self._place()
        return False

    def focusNextPrevChild(self, following: bool) -> bool:
        """Stay inside: from the button to the list, where it scrolls, and back."""
        del following
        button, scroll = self.card.close_button, self.card.body
        reachable = scroll.focusPolicy() & Qt.FocusPolicy.TabFocus
        (scroll if reachable and button.hasFocus() else button).setFocus(
            Qt.FocusReason.TabFocusReason
        )
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc closes, arrows and pages scroll; no other key reaches the page below."""
        key = event.key()
        if key == Qt.Key.Key_Escape:
            self.close_keys()
        elif key == HURTS and self._hurts and not event.modifiers():
            self._hand_on(event)
        elif key in _SCROLLS:
            self.card.body.verticalScrollBar().triggerAction(_SCROLLS[Qt.Key(key)])

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A press beside the card closes it."""
        if not self.card.geometry().contains(event.position().toPoint()):
            self.close_keys()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Dim the page below."""
        painter = QPainter(self)
        colour = self._theme.colour("canvas" if self._theme.dark else "ink")
        colour.setAlphaF(DIMMED)
        painter.fillRect(self.rect(), colour)
        painter.end()
