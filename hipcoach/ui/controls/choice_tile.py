"""Choice tiles: a whole tile to press, a radio button or a check box to screen readers.

Radio tiles of one parent exclude each other; nothing is chosen before the user chooses. Whoever
uses a tile listens to Qt's `toggled`, which tells of the mouse, the keys and screen readers alike.
"""

from __future__ import annotations

from PySide6.QtCore import QPoint, QSignalBlocker, QSize, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QCheckBox, QRadioButton, QWidget

from hipcoach.ui.controls.tab_stop import stop_at_chosen
from hipcoach.ui.controls.tile_face import Size, TileFace
from hipcoach.ui.theme import Theme


class ChoiceTile(QRadioButton):
    """One of several: title, small text, an icon instead of the circle, a chip with its key."""

    def __init__(
        self,
        theme: Theme,
        title: str,
        text: str = "",
        *,
        icon: str = "",
        key: str = "",
        size: Size = "normal",
        picture: QWidget | None = None,
    ) -> None:
        super().__init__()
        mark = "" if icon or picture else "radio"
        self._face = TileFace(
            theme, self, title, text, mark=mark, icon=icon, key=key, size=size, picture=picture
        )

    def show_text(self, title: str, text: str = "") -> None:
        """Another title and text."""
        self._face.show_text(title, text)

    def show_chosen(self, chosen: bool) -> None:
        """Choose it or take the choice away, without telling `toggled`."""
        alone = self.autoExclusive()
        with QSignalBlocker(self):
            self.setAutoExclusive(alone and chosen)
            self.setChecked(chosen)
            self.setAutoExclusive(alone)
        self._face.follow()
        if around := self.parentWidget():
            direct = Qt.FindChildOption.FindDirectChildrenOnly
            stop_at_chosen(around.findChildren(ChoiceTile, "", direct))

    # Qt's own

    def sizeHint(self) -> QSize:
        """What its texts need."""
        return self._face.row.sizeHint()

    def minimumSizeHint(self) -> QSize:
        """What its longest words need."""
        return self._face.row.minimumSize()

    def hitButton(self, place: QPoint) -> bool:
        """The whole tile is to be pressed."""
        return self.rect().contains(place)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter chooses as Space does."""
        if not _pressed_by_enter(self, event):
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw ground, edge and circle; the texts draw themselves."""
        painter = QPainter(self)
        self._face.paint(painter)
        painter.end()


class CheckTile(QCheckBox):
    """One that can be chosen beside others."""

    def __init__(
        self,
        theme: Theme,
        title: str,
        text: str = "",
        *,
        size: Size = "normal",
        picture: QWidget | None = None,
    ) -> None:
        super().__init__()
        self._face = TileFace(theme, self, title, text, mark="check", size=size, picture=picture)

    def show_text(self, title: str, text: str = "") -> None:
        """Another title and text."""
        self._face.show_text(title, text)

    def show_chosen(self, chosen: bool) -> None:
        """Tick it or not, without telling `toggled`."""
        with QSignalBlocker(self):
            self.setChecked(chosen)
        self._face.follow()

    # Qt's own

    def sizeHint(self) -> QSize:
        """What its texts need."""
        return self._face.row.sizeHint()

    def minimumSizeHint(self) -> QSize:
        """What its longest words need."""
        return self._face.row.minimumSize()

    def hitButton(self, place: QPoint) -> bool:
        """The whole tile is to be pressed."""
        return self.rect().contains(place)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter ticks as Space does."""
        if not _pressed_by_enter(self, event):
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw ground, edge and box; the texts draw themselves."""
        painter = QPainter(self)
        self._face.paint(painter)
        painter.end()


def _pressed_by_enter(tile: QAbstractButton, event: QKeyEvent) -> bool:
    """Press the tile if the key is Enter."""
    enter = event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}
    if enter and not event.isAutoRepeat():
        tile.click()
    return enter
