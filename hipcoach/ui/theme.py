"""The look: colours, fonts, icons and style sheet of the whole window, at one text size.

Every widget is handed the one `Theme`. Widgets that the style sheet covers follow a change by
themselves; those that paint or set fonts listen to `changed`.
"""

from __future__ import annotations

import re
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontDatabase, QIcon, QPainter, QPalette, QPixmap
from PySide6.QtWidgets import QApplication

from hipcoach.ui.icons import Icons
from hipcoach.ui.tokens import TextStyle, load_tokens

if TYPE_CHECKING:
    from hipcoach.ui.figures import Figures

FAMILY, DISPLAY_FAMILY = "Inter", "Inter Display"
DISPLAY_FROM = 22
"""The size in pixels from which the display cut is used."""

_ROLES = {
    QPalette.ColorRole.Window: "canvas",
    QPalette.ColorRole.WindowText: "ink",
    QPalette.ColorRole.Base: "surface",
    QPalette.ColorRole.AlternateBase: "inset",
    QPalette.ColorRole.Text: "ink",
    QPalette.ColorRole.Button: "surface",
    QPalette.ColorRole.ButtonText: "ink",
    QPalette.ColorRole.ToolTipBase: "ink",
    QPalette.ColorRole.ToolTipText: "surface",
    QPalette.ColorRole.Highlight: "primary",
    QPalette.ColorRole.HighlightedText: "on_primary",
    QPalette.ColorRole.PlaceholderText: "ink3",
    QPalette.ColorRole.Link: "primary",
}


class Theme(QObject):
    """Colours by role, sizes at the user's text scale. `style` is the folder resources/style."""

    changed = Signal()

    def __init__(self, style: Path, fonts: Path, icons: Path) -> None:
        super().__init__()
        self.tokens = load_tokens(style / "tokens.toml")
        self.dark = False
        self.scale = 1.0
        self._sheet = (style / "window.qss").read_text(encoding="utf-8")
        self._icons = Icons(icons)
        self._fonts = fonts

    def install(self, app: QApplication) -> None:
        """Load the fonts and put the look on the application."""
        for file in sorted(self._fonts.glob("*.otf")):
            QFontDatabase.addApplicationFont(str(file))
        app.setStyle("Fusion")
        self._apply(app)

    def show_look(self, app: QApplication, *, dark: bool, scale: float) -> None:
        """Change to light or dark, and to a text size (1.0 is 100 %)."""
        if (dark, scale) != (self.dark, self.scale):
            self.dark, self.scale = dark, scale
            self._apply(app)
            self.changed.emit()

    @cached_property
    def figures(self) -> Figures:
        """The exercise figure's pictures."""
        from hipcoach.ui.figures import Figures

        return Figures(self)

    def colour(self, role: str) -> QColor:
        """The colour of a role; KeyError for a name that no theme has."""
        return QColor((self.tokens.dark if self.dark else self.tokens.light)[role])

    def px(self, size: float) -> int:
        """A size in pixels at 100 % text, at the present text size."""
        return round(size * self.scale)

    def text_style(self, style: str | TextStyle) -> TextStyle:
        """A style by its name."""
        return self.tokens.text[style] if isinstance(style, str) else style

    def font(self, style: str | TextStyle, factor: float = 1.0) -> QFont:
        """The font of a text style, `factor` times as large; figures are of one width."""
        wanted = self.text_style(style)
        display = wanted.size >= DISPLAY_FROM and wanted.weight >= QFont.Weight.DemiBold
        font = QFont(DISPLAY_FAMILY if display else FAMILY)
        font.setPixelSize(max(self.px(wanted.size * factor), 1))
        font.setWeight(QFont.Weight(wanted.weight))
        font.setLetterSpacing(QFont.SpacingType.PercentageSpacing, 100 + wanted.spacing)
        font.setFeature(QFont.Tag("tnum"), 1)
        return font

    def icon(self, name: str, size: float, role: str = "ink", *, heavy: bool = False) -> QPixmap:
        """An icon in a colour, `size` pixels at 100 % text; heavier for what is selected."""
        return self._icons.pixmap(name, self.px(size), self.colour(role).name(), heavy=heavy)

    def button_icon(self, name: str, size: float, role: str, gap: float = 0) -> tuple[QIcon, QSize]:
        """The icon as buttons want it: the same in every state, `gap` before the text, its size."""
        drawn = self.icon(name, size, role)
        wide = QSize(self.px(size) + self.px(gap), self.px(size))
        pixmap = QPixmap(wide * drawn.devicePixelRatio())
        pixmap.setDevicePixelRatio(drawn.devicePixelRatio())
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        painter.drawPixmap(0, 0, drawn)
        painter.end()
        icon = QIcon(pixmap)
        icon.addPixmap(pixmap, QIcon.Mode.Disabled)
        return icon, wide

    def _apply(self, app: QApplication) -> None:
        palette = QPalette()
        for part, role in _ROLES.items():
            palette.setColor(part, self.colour(role))
        for part in (QPalette.ColorRole.ButtonText, QPalette.ColorRole.Text):
            palette.setColor(QPalette.ColorGroup.Disabled, part, self.colour("disabled_ink"))
        app.setPalette(palette)
        app.setFont(self.font("body"))
        app.setStyleSheet(self._filled_sheet())

    def _filled_sheet(self) -> str:
        """The style sheet with `@role` as colour and `12dp` as pixels at the text size."""
        sized = re.sub(r"([\d.]+)dp\b", lambda m: f"{self.px(float(m[1]))}px", self._sheet)
        return re.sub(r"@(\w+)", lambda m: self.colour(m[1]).name(), sized)


def is_dark(app: QApplication) -> bool:
    """Whether the system asks for dark."""
    return app.styleHints().colorScheme() is Qt.ColorScheme.Dark
