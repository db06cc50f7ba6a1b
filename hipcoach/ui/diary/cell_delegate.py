"""Draws the cells and the titles of the diary's tables."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QHeaderView, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from hipcoach.ui.diary.rows_model import CELL, Cell, Index
from hipcoach.ui.theme import Theme
from hipcoach.ui.tokens import TextStyle

TITLE = TextStyle(size=13, line=18, weight=600)
SIDE, BETWEEN, ICON = 8, 12, 18
"""Pixels at 100 % text: the room at both ends of a row and between two columns, and an icon."""

TITLES, BAR = 37, 12
"""The height of the titles, and the scroll bar, whose room stays empty without one."""

CHIP, CHIP_HEIGHT, CHIP_SIDE, CHIP_RADIUS = 32, 26, 8, 6
LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
DOTS = Qt.TextElideMode.ElideRight


class CellDelegate(QStyledItemDelegate):
    """Draws a `Cell`. `hovered` and `marked` are rows, -1 for none; `stacked`: with the text below.

    `last` is the last column that is seen, and `free` what stays empty right of it, in pixels.
    """

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self.hovered, self.marked, self.stacked = -1, -1, False
        self.last, self.free = 0, 0

    def width(self, cell: Cell) -> int:
        """What the cell needs in pixels, without the room beside it."""
        px = self._theme.px
        if cell.icon:
            return px(ICON)
        wide = self._advance(cell.text, self._theme.font(cell.style))
        if cell.chip:
            return max(wide + 2 * px(CHIP_SIDE), px(CHIP)) if cell.text else 0
        below = self._advance(cell.below, self._theme.font("small")) if self.stacked else 0
        return max(wide, below)

    @staticmethod
    def _advance(text: str, font: QFont) -> int:
        return QFontMetrics(font).horizontalAdvance(text) + 1 if text else 0

    def _paint_ground(self, painter: QPainter, box: QRect, index: Index) -> None:
        """The row's colour, and the line below it between the room at its ends."""
        theme, side = self._theme, self._theme.px(SIDE)
        row, column = index.row(), index.column()
        role = {self.hovered: "inset", self.marked: "primary_soft"}.get(row, "surface")
        painter.fillRect(box, theme.colour(role))
        ends = side * (column == 0), side * (column == self.last)
        painter.fillRect(_line_below(box, *ends), theme.colour("line"))

    def _paint_text(self, painter: QPainter, box: QRect, cell: Cell) -> None:
        if not (self.stacked and cell.below):
            self._paint_line(painter, box, cell.text, cell.style, cell.colour)
            return
        line = self._theme.px(self._theme.text_style(cell.style).line)
        middle = box.center().y() + 1
        above = QRect(box.left(), middle - line, box.width(), line)
        self._paint_line(painter, above, cell.text, cell.style, cell.colour)
        self._paint_line(painter, above.translated(0, line), cell.below, "small", "ink2")

    def _paint_line(
        self, painter: QPainter, box: QRect, text: str, style: str, colour: str
    ) -> None:
        font = self._theme.font(style)
        painter.setFont(font)
        painter.setPen(self._theme.colour(colour))
        painter.drawText(box, LEFT, QFontMetrics(font).elidedText(text, DOTS, box.width()))

    def _paint_chip(self, painter: QPainter, box: QRect, cell: Cell) -> None:
        theme, px = self._theme, self._theme.px
        chip = QRect(0, 0, min(self.width(cell), box.width()), px(CHIP_HEIGHT))
        chip.moveCenter(box.center())
        chip.moveLeft(box.left())
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour("inset"))
        painter.drawRoundedRect(QRectF(chip), px(CHIP_RADIUS), px(CHIP_RADIUS))
        painter.setPen(theme.colour("ink"))
        painter.setFont(theme.font("small_strong"))
        painter.drawText(chip, Qt.AlignmentFlag.AlignCenter, cell.text)

    def _paint_icon(self, painter: QPainter, box: QRect, cell: Cell) -> None:
        icon = self._theme.icon(cell.icon, ICON, cell.colour)
        place = QRect(0, 0, self._theme.px(ICON), self._theme.px(ICON))
        place.moveCenter(box.center())
        painter.drawPixmap(place, icon)

    # Qt's own

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw the cell, cut with dots where it has no room."""
        cell: Cell = index.data(CELL)
        end = self.free if index.column() == self.last else 0
        box = option.rect.adjusted(0, 0, -end, 0)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_ground(painter, box, index)
        side = self._theme.px(SIDE) if index.column() == 0 else 0
        inside = box.adjusted(side, 0, -self._theme.px(BETWEEN), -1)
        if cell.icon:
            self._paint_icon(painter, inside, cell)
        elif cell.chip and cell.text:
            self._paint_chip(painter, inside, cell)
        elif not cell.chip:
            self._paint_text(painter, inside, cell)
        painter.restore()


class Titles(QHeaderView):
    """The titles of the columns above a line; they are no buttons. `free` as in the rows."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._theme, self.free = theme, 0
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setMinimumSectionSize(1)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setSectionsClickable(False)
        self.setHighlightSections(False)

    def width_of(self, title: str) -> int:
        """What a title needs in pixels."""
        return QFontMetrics(self._theme.font(TITLE)).horizontalAdvance(title) + 1

    # Qt's own

    def sizeHint(self) -> QSize:
        """One line of text and the room around it."""
        return QSize(super().sizeHint().width(), self._theme.px(TITLES))

    def minimumSizeHint(self) -> QSize:
        """The line; titles are cut where there is no room."""
        return QSize(1, self._theme.px(TITLES))

    def paintSection(self, painter: QPainter, rect: QRect, section: int) -> None:
        """Draw a title, and the line below all of them."""
        theme, px, painted = self._theme, self._theme.px, rect
        painter.save()
        painter.fillRect(painted, theme.colour("surface"))
        first, end = section == 0, painted.right() >= self.length() - 1
        line = _line_below(painted, px(SIDE) * first, (px(SIDE) + self.free) * end)
        painter.fillRect(line, theme.colour("line"))
        painter.setFont(theme.font(TITLE))
        painter.setPen(theme.colour("ink3"))
        inside = painted.adjusted(px(SIDE) * first, 0, -px(BETWEEN), 0)
        title = str(self.model().headerData(section, Qt.Orientation.Horizontal) or "")
        metrics = QFontMetrics(theme.font(TITLE))
        painter.drawText(inside, LEFT, metrics.elidedText(title, DOTS, inside.width()))
        painter.restore()


def _line_below(box: QRect, left: int, right: int) -> QRect:
    """A hairline at the bottom, shorter by so much at its ends."""
    return QRect(box.left() + left, box.bottom(), box.width() - left - right, 1)
