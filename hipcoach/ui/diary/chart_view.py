"""The chart's canvas: pyqtgraph keeps the range of days, its limits, panning and zooming."""

from __future__ import annotations

from collections.abc import Callable

import pyqtgraph as pg  # type: ignore[import-untyped]  # it has no types
from PySide6.QtCore import QEvent, QRectF, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QWheelEvent
from PySide6.QtWidgets import QGraphicsRectItem, QStyleOptionGraphicsItem, QWidget

NOTCH = 120
"""What a wheel tells for one notch."""
NARROWER = 0.8
"""The part of the range that is left after one notch of zooming in."""
NUDGE = 0.1
"""The part of the range that one notch of a sideways wheel moves."""
FEWEST_DAYS = 7
"""The narrowest range."""

pg.setConfigOption("mouseRateLimit", 0)  # Qt itself keeps only the last move before a picture


class ChartView(pg.GraphicsView):  # type: ignore[misc]  # its base has no types
    """Has `paint` draw its range, a pair of ordinals of days; a plain wheel is left to the page."""

    ranged = Signal()
    """The range is another."""
    dragged = Signal()
    """The user changed it with the pointer."""
    pointed = Signal(object)
    """The pointer is at a `QPointF`; None: it left, or drags."""
    clicked = Signal(object)
    """A click at a `QPointF`."""

    def __init__(self, paint: Callable[[QPainter], None]) -> None:
        super().__init__()
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.viewport().setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setCentralItem(None)
        self._box, self._marks = _Box(), _Marks(paint)
        self.addItem(self._box)
        self.addItem(self._marks)
        self._box.sigXRangeChanged.connect(self._on_ranged)
        self._box.sigRangeChangedManually.connect(self._on_dragged)
        self.scene().sigMouseClicked.connect(self._on_clicked)

    @property
    def span(self) -> tuple[float, float]:
        """Where the plot begins and ends."""
        first, last = self._box.viewRange()[0]
        return first, last

    def show_span(self, first: float, last: float) -> None:
        """Show this range, as far as the limits let it."""
        self._box.setXRange(first, last, padding=0)

    def set_limits(self, first: float, last: float) -> None:
        """No range goes beyond these."""
        self._box.setLimits(
            xMin=first, xMax=last, minXRange=FEWEST_DAYS, maxXRange=max(last - first, FEWEST_DAYS)
        )

    def shift_by(self, days: float) -> None:
        """Move forwards by so many days."""
        first, last = self.span
        self.show_span(first + days, last + days)

    def zoom(self, factor: float, at: float) -> None:
        """Make the range `factor` times as wide; `at` stays where it is."""
        first, last = self.span
        widest = self._box.state["limits"]["xRange"][1]
        width = min(max((last - first) * factor, FEWEST_DAYS), widest)
        left = at - (at - first) / (last - first) * width
        self.show_span(left, left + width)

    def place(self, box: QRectF) -> None:
        """Let the range take the width of `box`, in which it can be dragged."""
        self._box.setGeometry(box)

    def show_hand(self, *, on_point: bool) -> None:
        """Let the pointer tell that a click opens something, or that the chart can be dragged."""
        first, last = self.span
        whole = last - first >= self._box.state["limits"]["xRange"][1]
        plain = Qt.CursorShape.ArrowCursor if whole else Qt.CursorShape.OpenHandCursor
        self._box.setCursor(Qt.CursorShape.PointingHandCursor if on_point else plain)

    def repaint_marks(self) -> None:
        """Paint anew."""
        self._marks.update()

    def _on_ranged(self, *_: object) -> None:
        self._marks.update()
        self.ranged.emit()

    def _on_dragged(self, *_: object) -> None:
        self.dragged.emit()

    def _on_clicked(self, event: pg.MouseClickEvent) -> None:
        if event.button() is Qt.MouseButton.LeftButton:
            self.clicked.emit(event.scenePos())

    # Qt's own

    def resizeEvent(self, event: QEvent | None) -> None:
        """The marks take all of it."""
        super().resizeEvent(event)
        if hasattr(self, "_marks"):
            self._marks.setRect(QRectF(self.rect()))

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Ctrl zooms around the pointer, sideways moves; all else scrolls the page."""
        turned = event.angleDelta()
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            at = self._box.mapSceneToView(self.mapToScene(event.position().toPoint())).x()
            self.zoom(NARROWER ** (turned.y() / NOTCH), at)
        elif abs(turned.x()) > abs(turned.y()):
            first, last = self.span
            self.shift_by(-NUDGE * (last - first) * turned.x() / NOTCH)
        else:
            event.ignore()
            return
        event.accept()
        self.dragged.emit()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Where the pointer is, unless it drags."""
        super().mouseMoveEvent(event)
        self.pointed.emit(None if event.buttons() else event.position())

    def leaveEvent(self, event: QEvent) -> None:
        """The pointer is elsewhere."""
        super().leaveEvent(event)
        self.pointed.emit(None)


class _Box(pg.ViewBox):  # type: ignore[misc]  # its base has no types
    """A range that only the left button moves, and only sideways."""

    def __init__(self) -> None:
        super().__init__(enableMenu=False, defaultPadding=0)
        self.setMouseEnabled(x=True, y=False)
        self.setRange(xRange=(0, 1), yRange=(0, 1), padding=0)

    def mouseDragEvent(self, event: pg.MouseDragEvent, axis: int | None = None) -> None:
        """The other buttons do nothing."""
        if event.button() is Qt.MouseButton.LeftButton:
            super().mouseDragEvent(event, axis)
            self.setCursor(Qt.CursorShape.ClosedHandCursor)
        else:
            event.ignore()


class _Marks(QGraphicsRectItem):
    """One item for all marks: it lets the pointer through."""

    def __init__(self, paint: Callable[[QPainter], None]) -> None:
        super().__init__()
        self._paint = paint
        self.setAcceptedMouseButtons(Qt.MouseButton.NoButton)
        self.setZValue(1)

    # Qt's own

    def paint(
        self, painter: QPainter, _option: QStyleOptionGraphicsItem, _widget: QWidget | None = None
    ) -> None:
        """Draw the marks."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint(painter)
