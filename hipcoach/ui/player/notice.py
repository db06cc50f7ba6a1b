"""A calm line between top bar and stage: why the session paused, or what could not be written."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from hipcoach.ui.announce import announce
from hipcoach.ui.labels import Label
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
        self._column.setContentsMargins(px(24), 0, px(24), px(12))
        self._inside.setContentsMargins(px(16), px(8), px(16), px(8))
