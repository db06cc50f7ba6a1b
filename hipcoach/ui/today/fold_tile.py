"""A tile of the compact layout: a card's one line, which opens and closes the card below it."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QSizePolicy, QWidget

from hipcoach.core.text import tr
from hipcoach.ui.controls.paint import ground, paint_box
from hipcoach.ui.icon_view import IconView
from hipcoach.ui.labels import Label
from hipcoach.ui.layouts import Flow
from hipcoach.ui.theme import Theme


class FoldTile(QAbstractButton):
    """Icon, name, fact and an arrow; checked while its card is open."""

    def __init__(self, theme: Theme, icon: str) -> None:
        super().__init__()
        self._theme = theme
        self._name = Label(theme, "", "small_strong", wrap=True)
        self._fact = Label(theme, "", "small", wrap=True)
        self._arrow = IconView(theme, "chevron-down", 18)
        self._row = QHBoxLayout(self)
        self._row.addWidget(IconView(theme, icon, 20))
        self._row.addWidget(self._words(), 1, Qt.AlignmentFlag.AlignVCenter)
        self._row.addWidget(self._arrow)
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setProperty("ringRadius", 16)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.toggled.connect(self._on_toggled)
        self._restyle()
        theme.changed.connect(self._restyle)

    def _words(self) -> QWidget:
        """Name and fact beside each other, or below each other where they have to be."""
        words = QWidget()
        words.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        flow = Flow(6)
        flow.addWidget(self._name)
        flow.addWidget(self._fact)
        words.setLayout(flow)
        return words

    def show_fact(self, name: str, fact: str) -> None:
        """Show a name and what is to be known of it."""
        self._name.setText(name)
        self._fact.setText(fact)
        self.setAccessibleName(tr("{name}, {fact}", name=name, fact=fact))
        self._on_toggled(self.isChecked())

    def _on_toggled(self, open_: bool) -> None:
        self._arrow.show_icon("chevron-down", "primary" if open_ else "ink")
        self.setAccessibleDescription(tr("open") if open_ else tr("closed"))

    def _restyle(self) -> None:
        px = self._theme.px
        self._row.setContentsMargins(px(12), px(10), px(10), px(10))
        self._row.setSpacing(px(6))
        self.setMinimumHeight(px(56))

    # Qt's own

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Press on Enter too."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.click()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The card's ground and edge."""
        painter = QPainter(self)
        edge = self._theme.colour("line_strong" if self.isChecked() else "line")
        paint_box(
            painter, QRectF(self.rect()), self._theme.px(16), ground(self._theme, self), edge, 1
        )
        painter.end()
