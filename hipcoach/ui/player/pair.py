"""Do this, and the common mistake, side by side: mark, word and edge differ, not only colour."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from hipcoach.core.text import tr
from hipcoach.ui.labels import Label
from hipcoach.ui.player.fitting import NOTE
from hipcoach.ui.theme import Theme
from hipcoach.ui.tokens import TextStyle

CHIP = TextStyle(size=17, line=22, weight=700)


class ComparisonPair(QWidget):
    """What to do beside what often goes wrong."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._do_this = _Tile(theme, "do-this", "check", tr("Do this"), "primary")
        self._mistake = _Tile(theme, "mistake", "x", tr("Common mistake"), "amber_ink")
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.addWidget(self._do_this, 1)
        self._row.addWidget(self._mistake, 1)
        self._restyle()
        theme.changed.connect(self._restyle)

    def show_texts(self, do_this: str, mistake: str) -> None:
        """Other words."""
        self._do_this.show_text(do_this)
        self._mistake.show_text(mistake)

    def set_factor(self, factor: float) -> None:
        """Enlarge with the window."""
        self._do_this.set_factor(factor)
        self._mistake.set_factor(factor)

    def _restyle(self) -> None:
        self._row.setSpacing(self._theme.px(16))


class _Tile(QFrame):
    def __init__(self, theme: Theme, kind: str, icon: str, word: str, ink: str) -> None:
        super().__init__()
        self._theme, self._icon, self._ink, self._factor = theme, icon, ink, 1.0
        self.setProperty("kind", kind)
        self._word = word
        self._chip = QFrame()
        self._chip.setProperty("kind", f"{kind}-chip")
        self._mark = QLabel()
        inside = QHBoxLayout(self._chip)
        inside.addWidget(self._mark)
        inside.addWidget(Label(theme, word, CHIP, ink))
        self._text = Label(theme, "", NOTE, wrap=True)
        self._column = QVBoxLayout(self)
        self._column.addWidget(self._chip, 0, Qt.AlignmentFlag.AlignLeft)
        self._column.addWidget(self._text)
        self._column.addStretch(1)
        self._restyle()
        theme.changed.connect(self._restyle)

    def show_text(self, text: str) -> None:
        self._text.setText(tr(text))

    def set_factor(self, factor: float) -> None:
        self._factor = factor
        self._restyle()

    def _restyle(self) -> None:
        theme = self._theme
        self._mark.setPixmap(theme.icon(self._icon, 20, self._ink, heavy=True))
        self._text.set_factor(self._factor / theme.scale)
        edge = theme.px(12)
        self._column.setContentsMargins(edge, edge, edge, edge)
        self._column.setSpacing(theme.px(8))
        inside = self._chip.layout()
        if inside is not None:
            inside.setContentsMargins(theme.px(8), theme.px(3), theme.px(14), theme.px(3))
            inside.setSpacing(theme.px(8))
