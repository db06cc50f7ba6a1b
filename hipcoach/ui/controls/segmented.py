"""Two to four parts of which one holds: a span of weeks, a way to count."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QRectF, QSignalBlocker, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QRadioButton, QSizePolicy

from hipcoach.ui.controls.group import Group
from hipcoach.ui.controls.paint import paint_box
from hipcoach.ui.controls.tab_stop import stop_at_chosen
from hipcoach.ui.layouts import Columns
from hipcoach.ui.theme import Theme
from hipcoach.ui.tokens import TextStyle

PART_HEIGHT, TRACK, GAP, SIDE = 38, 3, 2, 14
TRACK_RADIUS, PART_RADIUS = 10, 8
NORMAL, BOLD = TextStyle(size=14, line=20, weight=500), TextStyle(size=14, line=20, weight=600)


class Segmented(Group):
    """Parts beside each other, wrapping where there is no room. `changed` tells an index."""

    changed = Signal(int)

    def __init__(self, theme: Theme, name: str, parts: Sequence[str]) -> None:
        super().__init__(name)
        self._theme = theme
        self._row = Columns()
        self.setLayout(self._row)
        self._parts = [_Part(theme, text) for text in parts]
        for index, part in enumerate(self._parts):
            self._row.addWidget(part)
            part.toggled.connect(lambda on, n=index: self._on_toggled(n, on=on))
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self._restyle()
        theme.changed.connect(self._restyle)

    @property
    def part(self) -> int | None:
        """The index of the part that holds."""
        return next((n for n, part in enumerate(self._parts) if part.isChecked()), None)

    def show_part(self, index: int) -> None:
        """Let a part hold."""
        with QSignalBlocker(self):
            self._parts[index].setChecked(True)

    def _on_toggled(self, index: int, *, on: bool) -> None:
        if on:
            stop_at_chosen(self._parts)
            self.changed.emit(index)

    def _restyle(self) -> None:
        edge = self._theme.px(TRACK)
        self._row.setContentsMargins(edge, edge, edge, edge)
        widest = max(part.sizeHint().width() for part in self._parts)
        self._row.set_measures(widest, self._theme.px(GAP))
        self.updateGeometry()

    # Qt's own

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the track."""
        painter, inset = QPainter(self), self._theme.colour("inset")
        paint_box(painter, QRectF(self.rect()), self._theme.px(TRACK_RADIUS), inset, inset)
        painter.end()


class _Part(QRadioButton):
    """One part."""

    def __init__(self, theme: Theme, text: str) -> None:
        super().__init__(text)
        self._theme = theme
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setProperty("ringRadius", PART_RADIUS)
        theme.changed.connect(self.updateGeometry)

    def _bold(self) -> QFont:
        return self._theme.font(BOLD)

    def _ink(self) -> str:
        if not self.isEnabled():
            return "disabled_ink"
        return "ink" if self.isChecked() or self.underMouse() else "ink2"

    # Qt's own

    def sizeHint(self) -> QSize:
        """Its text in bold, so that nothing moves when it is chosen."""
        text = QFontMetrics(self._bold()).horizontalAdvance(self.text())
        return QSize(text + 2 * self._theme.px(SIDE), self._theme.px(PART_HEIGHT))

    def minimumSizeHint(self) -> QSize:
        """The same."""
        return self.sizeHint()

    def hitButton(self, place: QPoint) -> bool:
        """The whole part is to be pressed."""
        return self.rect().contains(place)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter chooses as Space does."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.click()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the text, on a lifted ground where it holds."""
        theme, painter = self._theme, QPainter(self)
        if self.isChecked():
            edge = theme.colour("line_strong" if self.isEnabled() else "line")
            fill = theme.colour("surface")
            paint_box(painter, QRectF(self.rect()), theme.px(PART_RADIUS), fill, edge)
        painter.setPen(theme.colour(self._ink()))
        painter.setFont(self._bold() if self.isChecked() else theme.font(NORMAL))
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self.text())
        painter.end()
