"""Text on screen: plain text in one of the text styles, with the style's own line height."""

from __future__ import annotations

from math import ceil

from PySide6.QtCore import QPointF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPaintEvent, QTextLayout, QTextOption
from PySide6.QtWidgets import QLabel, QSizePolicy

from hipcoach.ui.theme import Theme
from hipcoach.ui.tokens import TextStyle

LEFT = Qt.AlignmentFlag.AlignLeft
WIDEST = 1 << 24

KEPT = 40
"""Widths whose measure a label keeps: an edge of the window that is dragged passes a thousand."""


class Label(QLabel):
    """A text in a style and a colour role. With `wrap` it breaks into lines where it must.

    `factor` enlarges the style (the player's texts grow with the window).
    """

    def __init__(
        self,
        theme: Theme,
        text: str = "",
        style: str | TextStyle = "body",
        colour: str = "ink",
        *,
        wrap: bool = False,
        align: Qt.AlignmentFlag = LEFT,
    ) -> None:
        super().__init__()
        self._theme, self._style, self._colour = theme, theme.text_style(style), colour
        self._wrap, self._align, self._factor = wrap, align, 1.0
        self._measured: tuple[str, QFont] | None = None
        self._sizes: dict[int, tuple[float, int]] = {}
        self._line = 0
        self.setTextFormat(Qt.TextFormat.PlainText)
        policy = self.sizePolicy()
        policy.setHeightForWidth(wrap)
        horizontal = QSizePolicy.Policy.Preferred if wrap else QSizePolicy.Policy.Minimum
        policy.setHorizontalPolicy(horizontal)
        self.setSizePolicy(policy)
        self.setText(text)
        self._restyle()
        theme.changed.connect(self._restyle)

    def set_style(self, style: str | TextStyle, colour: str | None = None) -> None:
        """Another text style, and another colour where one is named."""
        wanted = self._theme.text_style(style), colour or self._colour
        if wanted != (self._style, self._colour):
            self._style, self._colour = wanted
            self._restyle()

    def set_factor(self, factor: float) -> None:
        """Enlarge the style."""
        if factor != self._factor:
            self._factor = factor
            self._restyle()

    def _restyle(self) -> None:
        self._line = self._theme.px(self._style.line * self._factor)
        self.setFont(self._theme.font(self._style, self._factor))
        self.updateGeometry()
        self.update()

    def _formats(self) -> list[QTextLayout.FormatRange]:
        """What of the text looks different: nothing."""
        return []

    def _layout_in(self, width: float) -> tuple[QTextLayout, int]:
        """The text broken into lines of at most `width`, and how many there are."""
        layout = QTextLayout(self.text().replace("\n", "\u2028"), self.font())
        option = QTextOption(self._align)
        wraps = QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere
        option.setWrapMode(wraps if self._wrap else QTextOption.WrapMode.ManualWrap)
        layout.setTextOption(option)
        layout.setFormats(self._formats())
        layout.beginLayout()
        while (line := layout.createLine()).isValid():
            line.setLineWidth(width)
            place = (layout.lineCount() - 1) * self._line + (self._line - line.height()) / 2
            line.setPosition(QPointF(0, place))
        layout.endLayout()
        return layout, max(layout.lineCount(), 1)

    def _size_in(self, width: int) -> tuple[float, int]:
        """The width of the longest line and how many there are, in lines of at most `width`.

        Layouts ask again and again, so what was measured is kept while text and font are the same.
        """
        now = self.text(), self.font()
        if now != self._measured or len(self._sizes) > KEPT:
            self._measured, self._sizes = now, {}
        if width not in self._sizes:
            whole = self._sizes.get(WIDEST)
            fits = whole is not None and whole[0] <= width
            self._sizes[width] = whole if whole and fits else self._measure(width)
        return self._sizes[width]

    def _measure(self, width: int) -> tuple[float, int]:
        layout, lines = self._layout_in(width)
        widths = (layout.lineAt(n).naturalTextWidth() for n in range(layout.lineCount()))
        return max(widths, default=0.0), lines

    # Qt's own

    def sizeHint(self) -> QSize:
        """The whole text without a break."""
        widest, lines = self._size_in(WIDEST)
        return QSize(ceil(widest), round(lines * self._line))

    def minimumSizeHint(self) -> QSize:
        """One line of it; where it may break, its longest word."""
        if not self._wrap:
            return self.sizeHint()
        metrics = QFontMetricsF(self.font())
        longest = max(map(metrics.horizontalAdvance, self.text().split()), default=0.0)
        return QSize(ceil(longest) + 1, round(self._line))

    def hasHeightForWidth(self) -> bool:
        """Whether the height follows from the width."""
        return self._wrap

    def heightForWidth(self, width: int) -> int:
        """The height of its lines at this width."""
        return round(self._size_in(width)[1] * self._line) if self._wrap else -1

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the lines, from the top or as the vertical alignment asks."""
        layout, lines = self._layout_in(self.contentsRect().width())
        painter = QPainter(self)
        role = self._colour if self.isEnabled() else "disabled_ink"
        painter.setPen(self._theme.colour(role))
        free = self.contentsRect().height() - lines * self._line
        layout.draw(painter, QPointF(self.contentsRect().left(), max(free / 2, 0)))
        painter.end()
