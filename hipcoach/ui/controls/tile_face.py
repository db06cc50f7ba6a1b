"""The face of a choice tile: its texts in a row, the ground, the edge and the mark."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from PySide6.QtCore import QObject, QPointF, QRectF, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import (
    QAbstractButton,
    QHBoxLayout,
    QLabel,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from hipcoach.ui.controls.chip import KEY_TEXT, Chip
from hipcoach.ui.controls.paint import CHOSEN_EDGE, EDGE, ground, paint_box
from hipcoach.ui.labels import Label
from hipcoach.ui.theme import Theme
from hipcoach.ui.tokens import TextStyle

Size = Literal["list", "normal", "large"]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Measures:
    """Pixels at 100 % text."""

    height: float
    side: float
    above: float
    gap: float
    radius: float
    icon: float
    icon_box: float
    title: TextStyle
    text: TextStyle


_SIZES: dict[Size, _Measures] = {
    "list": _Measures(
        height=56, side=10, above=8, gap=12, radius=12, icon=20, icon_box=36,
        title=TextStyle(size=15, line=20, weight=600), text=TextStyle(size=13, line=18, weight=500),
    ),
    "normal": _Measures(
        height=80, side=20, above=14, gap=16, radius=14, icon=22, icon_box=44,
        title=TextStyle(size=18, line=24, weight=600), text=TextStyle(size=14, line=20, weight=400),
    ),
    "large": _Measures(
        height=96, side=24, above=20, gap=16, radius=14, icon=28, icon_box=56,
        title=TextStyle(size=22, line=28, weight=600), text=TextStyle(size=17, line=24, weight=400),
    ),
}  # fmt: skip
MARK = 24
TICK = 16


class TileFace(QObject):
    """What a tile shows. `mark` is radio, check or nothing where an icon or picture stands."""

    def __init__(
        self,
        theme: Theme,
        tile: QAbstractButton,
        title: str,
        text: str,
        *,
        mark: str,
        icon: str = "",
        key: str = "",
        size: Size = "normal",
        picture: QWidget | None = None,
    ) -> None:
        super().__init__(tile)  # goes with the tile, and no longer hears of the theme then
        self._theme, self._tile, self._mark, self._icon = theme, tile, mark, icon
        self._list, self._measures = size == "list", _SIZES[size]
        self._title = Label(theme, style=self._measures.title, wrap=True)
        self._text = Label(theme, style=self._measures.text, colour="ink2", wrap=True)
        self._place = QLabel()
        self.row = _Row(tile)
        self._lay_out(key, picture)
        self.show_text(title, text)
        self._prepare()
        tile.toggled.connect(self.follow)
        theme.changed.connect(self._restyle)
        self._restyle()

    def show_text(self, title: str, text: str) -> None:
        """Show the texts and make them the tile's name."""
        self._title.setText(title)
        self._text.setText(text)
        self._text.setVisible(bool(text))
        self._tile.setAccessibleName(f"{title}, {text}" if text else title)

    def follow(self) -> None:
        """Show the icon in the colour of the present state."""
        if self._icon:
            chosen = self._tile.isChecked()
            role = "on_primary_soft" if chosen else "ink"
            icon = self._theme.icon(self._icon, self._measures.icon, role, heavy=chosen)
            self._place.setPixmap(icon)
        self._tile.update()

    def paint(self, painter: QPainter) -> None:
        """Draw ground and edge, then the mark or the icon's ground."""
        theme, tile, chosen = self._theme, self._tile, self._tile.isChecked()
        soft = self._list and chosen and tile.isEnabled() and not tile.isDown()
        fill = theme.colour("primary_soft") if soft else ground(theme, tile)
        role = "primary" if chosen else "line" if self._list else "line_strong"
        edge = theme.colour(role if tile.isEnabled() else "line")
        resting = 1.0 if self._list else EDGE
        radius = theme.px(self._measures.radius)
        width = CHOSEN_EDGE if chosen else resting
        paint_box(painter, QRectF(tile.rect()), radius, fill, edge, width)
        place = QRectF(self._place.geometry())
        if self._icon and not self._list:
            under = theme.colour("primary_soft" if chosen else "inset")
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(under)
            painter.drawRoundedRect(place, radius, radius)
        elif self._mark == "radio":
            paint_radio(painter, place, theme, on=chosen, enabled=tile.isEnabled())
        elif self._mark == "check":
            paint_check(painter, place, theme, on=chosen, enabled=tile.isEnabled())

    def _lay_out(self, key: str, picture: QWidget | None) -> None:
        texts = QVBoxLayout()
        texts.setSpacing(0)
        texts.addStretch()
        texts.addWidget(self._title)
        texts.addWidget(self._text)
        texts.addStretch()
        self.row.addWidget(self._place)
        self._place.setVisible(bool(self._mark or self._icon))  # before, it would be a window
        if picture is not None:
            self.row.addWidget(picture)
        self.row.addLayout(texts, 1)
        if key:
            self.row.addWidget(Chip(self._theme, key, style=KEY_TEXT))

    def _prepare(self) -> None:
        """Make the tile's parts let the mouse through and the tile grow sideways."""
        tile = self._tile
        for part in tile.findChildren(QWidget):
            part.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        tile.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        tile.setAttribute(Qt.WidgetAttribute.WA_Hover)
        tile.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        tile.setProperty("ringRadius", self._measures.radius)

    def _restyle(self) -> None:
        theme, measures = self._theme, self._measures
        side, above = theme.px(measures.side), theme.px(measures.above)
        self.row.setContentsMargins(side, above, side, above)
        self.row.setSpacing(theme.px(measures.gap))
        small = self._list and bool(self._icon)
        box = measures.icon if small else measures.icon_box if self._icon else MARK
        self._place.setFixedSize(theme.px(box), theme.px(box))
        self._place.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._tile.setMinimumHeight(theme.px(measures.height))
        self.follow()


class _Row(QHBoxLayout):
    """A row whose texts stand in the middle without making the tile take all the height."""

    # Qt's own

    def expandingDirections(self) -> Qt.Orientation:
        """Sideways only."""
        return Qt.Orientation.Horizontal


def paint_radio(painter: QPainter, rect: QRectF, theme: Theme, *, on: bool, enabled: bool) -> None:
    """A circle, with a dot when chosen."""
    role = ("primary" if on else "line_strong") if enabled else "disabled_ink"
    edge, width = theme.colour(role), CHOSEN_EDGE if on else EDGE
    paint_box(painter, rect, rect.height() / 2, theme.colour("surface"), edge, width)
    if on:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(edge)
        painter.drawEllipse(rect.center(), rect.width() / 4, rect.height() / 4)


def paint_check(painter: QPainter, rect: QRectF, theme: Theme, *, on: bool, enabled: bool) -> None:
    """A box, with a tick when chosen."""
    role = ("primary" if on else "line_strong") if enabled else "disabled_ink"
    edge = theme.colour(role)
    fill = edge if on else theme.colour("surface")
    paint_box(painter, rect.adjusted(1, 1, -1, -1), theme.px(6), fill, edge)
    if on:
        tick = theme.icon("check", TICK, "on_primary" if enabled else "surface", heavy=True)
        half = theme.px(TICK) / 2
        painter.drawPixmap(rect.center() - QPointF(half, half), tick)
