"""The parts of a stepper: the number, which has the focus, and the halves with minus and plus."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPointF, QRectF, Qt
from PySide6.QtGui import (
    QFocusEvent,
    QFontMetrics,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPalette,
    QWheelEvent,
)
from PySide6.QtWidgets import QPushButton, QSizePolicy, QSpinBox

from hipcoach.ui.controls.paint import ground
from hipcoach.ui.controls.undo_keys import asks_for_undo
from hipcoach.ui.theme import Theme
from hipcoach.ui.tokens import TextStyle

ICON, RADIUS = 18, 8
TEXT = TextStyle(size=18, line=24, weight=600)

_STEPS = {
    Qt.Key.Key_Plus: 1,
    Qt.Key.Key_Equal: 1,
    Qt.Key.Key_Right: 1,
    Qt.Key.Key_Minus: -1,
    Qt.Key.Key_Left: -1,
}


class Number(QSpinBox):
    """The number: typed, or stepped with arrows, plus and minus. The wheel scrolls the page."""

    def __init__(self, theme: Theme, name: str, low: int, high: int) -> None:
        super().__init__()
        self._theme = theme
        self.setAccessibleName(name)
        self.setRange(low, high)
        self.setFrame(False)
        self.setButtonSymbols(QSpinBox.ButtonSymbols.NoButtons)
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)

    def restyle(self) -> None:
        """Take the font, colours and width of the look; a selected number looks like any other."""
        colours, clear = self.palette(), Qt.GlobalColor.transparent
        ink = self._theme.colour("ink" if self.isEnabled() else "disabled_ink")
        for part in (QPalette.ColorRole.Base, QPalette.ColorRole.Highlight):
            colours.setColor(part, clear)
        for part in (QPalette.ColorRole.Text, QPalette.ColorRole.HighlightedText):
            colours.setColor(part, ink)
        for shown in (self, self.lineEdit()):  # the style sheet covers the field by itself
            shown.setPalette(colours)
            shown.setFont(self._theme.font(TEXT))
        widest = "0" * len(str(self.maximum())) + self.suffix()
        digits = QFontMetrics(self.font()).horizontalAdvance(widest)
        self.setFixedWidth(max(self._theme.px(34), digits + self._theme.px(10)))

    def _select(self) -> None:
        """All of it, with the cursor behind it."""
        self.lineEdit().setSelection(0, len(self.text()))

    # Qt's own

    def stepBy(self, steps: int) -> None:
        """Step to a multiple of the step, ready to be typed over."""
        self.interpretText()
        step = self.singleStep()
        past = self.value() % step
        self.setValue(self.value() - past + step * (steps + 1 if past and steps < 0 else steps))
        self._select()

    def event(self, event: QEvent) -> bool:
        """Leave Ctrl+Z to the window, which takes back what was stored."""
        return False if asks_for_undo(event) else super().event(event)

    def changeEvent(self, event: QEvent) -> None:
        """Dim with the rest."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.EnabledChange:
            self.restyle()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Typing replaces the number."""
        super().focusInEvent(event)
        self._select()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the wheel to the page, so that no number changes by scrolling."""
        event.ignore()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Step with plus, minus, left and right too."""
        step = _STEPS.get(Qt.Key(event.key()))
        plain = not event.modifiers() & Qt.KeyboardModifier.ControlModifier
        if step and plain:
            self.stepBy(step)
        else:
            super().keyPressEvent(event)


class Half(QPushButton):
    """Minus or plus. A press gives the focus to the number; holding it down repeats."""

    def __init__(self, theme: Theme, icon: str, name: str) -> None:
        super().__init__()
        self._theme, self._icon = theme, icon
        self.setAccessibleName(name)
        self.setAutoRepeat(True)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)

    # Qt's own

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the sign on a ground with the stepper's corners."""
        theme, painter = self._theme, QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(ground(theme, self))
        box, radius = QRectF(self.rect()), theme.px(RADIUS)
        left = self._icon == "minus"
        painter.setClipRect(box)
        more = box.adjusted(0, 0, radius, 0) if left else box.adjusted(-radius, 0, 0, 0)
        painter.drawRoundedRect(more, radius, radius)
        sign = theme.icon(self._icon, ICON, "ink2" if self.isEnabled() else "disabled_ink")
        half = theme.px(ICON) / 2
        painter.drawPixmap(box.center() - QPointF(half, half), sign)
        painter.end()
