"""The bar that says what was done and takes it back, for eight seconds."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt, QTimer, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from hipcoach.core.text import tr
from hipcoach.ui.announce import announce
from hipcoach.ui.buttons import Button
from hipcoach.ui.focus_watch import FocusWatch
from hipcoach.ui.labels import Label
from hipcoach.ui.theme import Theme

STAYS = 8000
"""Milliseconds that the bar stays; while the pointer or the focus is on it, it stays longer."""
BELOW, BESIDE, GAP = 24, 24, 12


class UndoBar(QFrame):
    """Lies over `parent`, bottom centre. Ctrl+Z is the window's."""

    undone = Signal()

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme, self._around = theme, parent
        self._came_from: QWidget | None = None
        self._timer = QTimer(self, singleShot=True, interval=STAYS)
        self.setProperty("kind", "undo")
        self._row = QHBoxLayout(self)
        self._text = Label(theme, colour="surface", wrap=True)
        self._button = Button(theme, tr("Undo"), "bar")
        self._row.addWidget(self._text, 1)
        self._row.addWidget(self._button)
        self.hide()
        self._connect(parent)
        self._restyle()

    def offer(self, text: str) -> None:
        """Offer to undo what was done; "": what was offered before can no longer be undone."""
        if text:
            self.show_undo(text)
        elif not self._button.isHidden():
            self.hide_undo()

    def show_undo(self, text: str) -> None:
        """Say what was done, and offer to undo it."""
        self._button.show()
        self._show(text)
        announce(self, tr("{done}. Undo with Ctrl+Z.", done=text.rstrip(".")))

    def show_notice(self, text: str) -> None:
        """Say something that cannot be undone: why it was not done, say."""
        self._button.hide()
        self._show(text)
        announce(self, text)

    def _show(self, text: str) -> None:
        self._text.setText(text)
        self.setAccessibleName(text)
        self._timer.start()
        self._place()
        self.show()
        self.raise_()
        QTimer.singleShot(0, self, self._place)  # the page below may be new and not laid out yet

    def hide_undo(self) -> None:
        """Away with it; the focus goes back to where it came from."""
        had_focus, back = self._button.hasFocus(), self._came_from
        self._timer.stop()
        if had_focus and back is not None and back.isVisible():
            back.setFocus(Qt.FocusReason.OtherFocusReason)
        self.hide()

    def end_undo(self) -> None:
        """It was undone: away with it, and who does not see that is told."""
        self.hide_undo()
        announce(self._around, tr("The last change is taken back"))

    def _connect(self, parent: QWidget) -> None:
        self._timer.timeout.connect(self._on_timeout)
        self._button.clicked.connect(self._on_clicked)
        self._theme.changed.connect(self._restyle)
        parent.installEventFilter(self)
        self._watch = FocusWatch(self._on_focus_changed)

    def _on_timeout(self) -> None:
        if self.underMouse() or self._button.hasFocus():
            self._timer.start()
        else:
            self.hide_undo()

    def _on_clicked(self) -> None:
        self.hide_undo()
        self.undone.emit()

    def _on_focus_changed(self, old: QWidget | None, new: QWidget | None) -> None:
        if new is self._button:
            self._came_from = old

    def _restyle(self) -> None:
        theme = self._theme
        self._row.setContentsMargins(theme.px(20), theme.px(4), theme.px(8), theme.px(4))
        self._row.setSpacing(theme.px(12))
        self._place()

    def _place(self) -> None:
        """Bottom centre, as wide as the text needs or the parent allows; over no filled button."""
        around, theme = self._around, self._theme
        self._row.invalidate()
        width = min(self._row.sizeHint().width(), around.width() - 2 * theme.px(BESIDE))
        height = self._row.totalHeightForWidth(width)
        left = (around.width() - width) // 2
        place = QRect(left, around.height() - theme.px(BELOW) - height, width, height)
        for button in filter(_is_filled, around.findChildren(Button)):
            covered = QRect(button.mapTo(around, QPoint()), button.size())
            if covered.intersects(place):
                place.moveBottom(covered.top() - theme.px(GAP))
        self.setGeometry(place)

    # Qt's own

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stay at the bottom of the parent."""
        del watched
        if event.type() is QEvent.Type.Resize and not self.isHidden():
            self._place()
        return False


def _is_filled(button: Button) -> bool:
    return button.isVisible() and button.property("kind") == "primary"
