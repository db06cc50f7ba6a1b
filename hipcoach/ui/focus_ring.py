"""The focus ring: one overlay a window, around whatever has the focus, by mouse or by keys.

A widget says with its properties how it wants to be framed: `ringRadius` (pixels at 100 % text),
`ringRect` (a part of it), `ringGap` (pixels), `ringFrames` (its children's ring goes around it).
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractScrollArea, QApplication, QWidget
from shiboken6 import isValid

from hipcoach.ui.focus_watch import FocusWatch
from hipcoach.ui.theme import Theme

WIDTH, GAP, RADIUS = 3, 2, 12

_MOVES = {
    QEvent.Type.Move,
    QEvent.Type.Resize,
    QEvent.Type.Show,
    QEvent.Type.Hide,
    QEvent.Type.ParentChange,
    QEvent.Type.DynamicPropertyChange,
}


class FocusRing(QWidget):
    """Draws the ring over `window`; lets the mouse through and has nothing to say."""

    def __init__(self, window: QWidget, theme: Theme) -> None:
        super().__init__(window)
        self._theme = theme
        self._target: QWidget | None = None
        self._watched: list[QWidget] = []
        self._outer = QRect()
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setAttribute(Qt.WidgetAttribute.WA_NoSystemBackground)
        self.hide()
        theme.changed.connect(self._place)
        self._watch = FocusWatch(self._on_focus_changed)
        self._on_focus_changed(None, QApplication.focusWidget())

    def _on_focus_changed(self, _old: QWidget | None, new: QWidget | None) -> None:
        for widget in filter(isValid, self._watched):
            widget.removeEventFilter(self)
        ours = new is not None and new.window() is self.window()
        self._target = _framed(new) if new is not None and ours else None
        self._watched = _up_from(self._target)
        for widget in self._watched:
            widget.installEventFilter(self)
        self._place()

    def _place(self) -> None:
        """Around the focused widget, as far as it can be seen."""
        target = self._target
        alive = target is not None and all(map(isValid, self._watched))
        seen = self._around(target) if target is not None and alive else QRect()
        self.setVisible(not seen.isEmpty())
        if not seen.isEmpty():
            self.setGeometry(seen)
            self.raise_()
            self.update()

    def _around(self, target: QWidget) -> QRect:
        """The ring's outer edge in the window, cut to the viewports it scrolls in."""
        if not target.isVisible():
            return QRect()
        part = target.property("ringRect") or target.rect()
        reach = _number(target, "ringGap", GAP) + WIDTH
        window = self.window()
        outer = part.translated(target.mapTo(window, QPoint(0, 0)))
        self._outer = outer.adjusted(-reach, -reach, reach, reach)
        seen = self._outer & window.rect()
        for widget in self._watched[1:]:
            if isinstance(widget.parentWidget(), QAbstractScrollArea):
                seen &= QRect(widget.mapTo(window, QPoint(0, 0)), widget.size())
        return seen

    # Qt's own

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the focused widget and all that it stands in."""
        del watched
        if event.type() in _MOVES:
            self._place()
        return False

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the ring."""
        if self._target is None:
            return
        half, reach = WIDTH / 2, _number(self._target, "ringGap", GAP) + WIDTH
        box = QRectF(self._outer.translated(-self.pos())).adjusted(half, half, -half, -half)
        radius = self._theme.px(_number(self._target, "ringRadius", RADIUS)) + reach - half
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self._theme.colour("focus"), WIDTH))
        painter.drawRoundedRect(box, radius, radius)
        painter.end()


def _framed(widget: QWidget) -> QWidget:
    """The widget itself, or what it is a part of."""
    parent = widget.parentWidget()
    return parent if parent is not None and parent.property("ringFrames") else widget


def _up_from(widget: QWidget | None) -> list[QWidget]:
    """The widget and all that it stands in, up to its window."""
    chain = []
    while widget is not None:
        chain.append(widget)
        widget = None if widget.isWindow() else widget.parentWidget()
    return chain


def _number(widget: QWidget, name: str, usual: int) -> int:
    value = widget.property(name)
    return usual if value is None else int(value)
