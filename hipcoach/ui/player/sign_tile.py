"""The way out for a warning sign: a whole tile to press, whose words wrap."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from hipcoach.core.text import tr
from hipcoach.ui.buttons import Button
from hipcoach.ui.labels import Label
from hipcoach.ui.theme import Theme


class SignTile(Button):
    """Names what ends the session in every case."""

    def __init__(self, theme: Theme) -> None:
        signs = tr("Sharp, numb, tingling, weak, dizzy, chest pain, breathless, giving way")
        stop = tr("Stop and read this")
        self._row: QHBoxLayout | None = None
        super().__init__(theme, name=f"{signs}: {stop}")
        self.setToolTip("")
        self._mark = QLabel()
        self._row = QHBoxLayout(self)
        self._row.addWidget(self._mark)
        texts = QVBoxLayout()
        texts.setSpacing(0)
        texts.addWidget(Label(theme, signs, "label", wrap=True))
        texts.addWidget(Label(theme, stop, "small_strong", "primary", wrap=True))
        self._row.addLayout(texts, 1)
        for part in self.findChildren(QWidget):
            part.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._restyle()

    def _restyle(self) -> None:
        super()._restyle()
        if self._row is not None:
            theme = self._theme
            self._mark.setPixmap(theme.icon("octagon-alert", 24, "ink"))
            self._row.setContentsMargins(theme.px(16), theme.px(8), theme.px(16), theme.px(8))
            self._row.setSpacing(theme.px(12))

    # Qt's own

    def sizeHint(self) -> QSize:
        """What its texts need."""
        return self._row.sizeHint() if self._row is not None else super().sizeHint()

    def minimumSizeHint(self) -> QSize:
        """What its longest words need."""
        return self._row.minimumSize() if self._row is not None else super().minimumSizeHint()

    def hasHeightForWidth(self) -> bool:
        """Texts wrap."""
        return True

    def heightForWidth(self, width: int) -> int:
        """What its wrapped texts need."""
        height = self._row.totalHeightForWidth(width) if self._row is not None else 0
        return max(height, self._theme.px(64))
