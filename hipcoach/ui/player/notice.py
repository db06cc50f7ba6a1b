"""A calm line between top bar and stage: why the session paused, or what could not be written."""

from __future__ import annotations

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from hipcoach.ui.announce import announce
from hipcoach.ui.labels import Label
from hipcoach.ui.player.fitting import edge
from hipcoach.ui.theme import Theme


class Notice(QWidget):
    """A sentence, or nothing."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._text = Label(theme, "", "body_strong", wrap=True)
        frame = QFrame()
        frame.setProperty("kind", "careful-line")
        self._inside = QHBoxLayout(frame)
        self._inside.addWidget(self._text)
        self._column = QVBoxLayout(self)
        self._column.addWidget(frame)
        self.hide()
        theme.changed.connect(self._restyle)
        self._restyle()

    @property
    def text(self) -> str:
        """What is shown."""
        return self._text.text()

    def show_text(self, text: str) -> None:
        """Another sentence; "" hides the line."""
        self._text.setText(text)
        self.setVisible(bool(text))
        announce(self, text)

    def _restyle(self) -> None:
        px = self._theme.px
        side = edge(self._theme, self.width())
        self._column.setContentsMargins(side, 0, side, px(12))
        self._inside.setContentsMargins(px(16), px(8), px(16), px(8))

    # Qt's own

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Take the margins that fit the width."""
        super().resizeEvent(event)
        self._restyle()
