"""A reason: one sentence after a bold "Why:"."""

from __future__ import annotations

from PySide6.QtGui import QTextCharFormat, QTextLayout

from hipcoach.core.text import tr
from hipcoach.ui.labels import Label
from hipcoach.ui.theme import Theme


class Reason(Label):
    """Says why, in small text that wraps."""

    def __init__(self, theme: Theme, why: str = "") -> None:
        self._lead = ""
        super().__init__(theme, "", "small", "ink2", wrap=True)
        self.show_why(why)

    def show_why(self, why: str) -> None:
        """Another reason."""
        self._lead = tr("Why:")
        self.setText(f"{self._lead} {why}")

    def _formats(self) -> list[QTextLayout.FormatRange]:
        bold = QTextCharFormat()
        bold.setFont(self._theme.font("small_strong"))
        bold.setForeground(self._theme.colour("ink"))
        lead = QTextLayout.FormatRange()
        lead.start, lead.length, lead.format = 0, len(self._lead), bold
        return [lead]
