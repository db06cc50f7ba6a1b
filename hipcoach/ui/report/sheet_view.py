"""A page of the report: as large as there is room for, whole, and as sharp as the screen."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, QSizeF, Qt, Signal
from PySide6.QtGui import QImage, QKeyEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from hipcoach.core.report_wishes import Paper
from hipcoach.ui.box import Box
from hipcoach.ui.labels import Label
from hipcoach.ui.theme import Theme

SIZES = {Paper.A4: QSizeF(210, 297), Paper.LETTER: QSizeF(215.9, 279.4)}
"""Width and height of the papers in millimetres."""

LEAST, WIDEST = QSize(200, 280), 400
"""Pixels at 100 % text: the least room for a page, and the most for a sentence over it."""

VEIL = 0.6
"""How much of a picture is covered that is no longer what was asked for."""

SHARP = 3
"""So many pixels a picture may be off the room without being drawn at another size."""

_TURNS: dict[int, int] = {
    Qt.Key.Key_PageUp: -1,
    Qt.Key.Key_Left: -1,
    Qt.Key.Key_PageDown: 1,
    Qt.Key.Key_Right: 1,
}


class SheetView(QWidget):
    """Shows a picture of a page. `turned`: another page is asked for, one back or one on.

    `outgrown`: there is room for a picture of another height than the last one.
    """

    turned = Signal(int)
    outgrown = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._image: QImage | None = None
        self._paper, self._old = Paper.A4, False
        self._asked = 0
        self._note = Box(theme, edges=(16, 10, 16, 10), kind="card")
        self._words = Label(theme, wrap=True)
        self._words.setMinimumWidth(1)  # a path may be one word without an end
        self._note.add(self._words)
        self._note.setParent(self)
        self._note.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._note.hide()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setProperty("ringRadius", 4)
        theme.changed.connect(self.update)

    def arrange(self, *, fills: bool) -> None:
        """Fill the room that there is, or be as high as the width asks for."""
        policy = self.sizePolicy()
        policy.setHeightForWidth(not fills)
        self.setSizePolicy(policy)

    def height_asked(self) -> int:
        """The height in real pixels of a picture that fills the room, which is noted as asked."""
        self._asked = self._height_now()
        return self._asked

    def show_paper(self, paper: Paper) -> None:
        """The paper of the page, before there is a picture of it."""
        if paper is not self._paper:
            self._paper = paper
            self.updateGeometry()
            self.update()

    def show_image(self, image: QImage) -> None:
        """A picture of the page as it is now."""
        self._image, self._old = image, False
        self.update()

    def show_old(self) -> None:
        """The picture is no longer what is asked for."""
        self._old = True
        self.update()

    def show_note(self, told: str) -> None:
        """A sentence over the middle of the page, "" for none."""
        self._words.setText(told)
        self._note.setVisible(bool(told))
        self._place_note()

    def _place_note(self) -> None:
        px, note = self._theme.px, self._note
        note.box.invalidate()
        width = min(note.box.sizeHint().width(), px(WIDEST), self.width() - 2 * px(16))
        height = note.box.totalHeightForWidth(width)
        note.setGeometry((self.width() - width) // 2, (self.height() - height) // 2, width, height)

    def _height_now(self) -> int:
        return round(self._page().height() * self.devicePixelRatioF())

    def _page(self) -> QRectF:
        """Where the page is: in the middle, on whole pixels of the screen."""
        size = SIZES[self._paper].scaled(QSizeF(self.size()), Qt.AspectRatioMode.KeepAspectRatio)
        ratio = self.devicePixelRatioF()
        left = round((self.width() - size.width()) / 2 * ratio) / ratio
        top = round((self.height() - size.height()) / 2 * ratio) / ratio
        return QRectF(left, top, round(size.width()), round(size.height()))

    # Qt's own

    def hasHeightForWidth(self) -> bool:
        """Where the page may be as high as it needs."""
        return self.sizePolicy().hasHeightForWidth()

    def heightForWidth(self, width: int) -> int:
        """The height of a page of this width."""
        size = SIZES[self._paper]
        return round(width * size.height() / size.width())

    def sizeHint(self) -> QSize:
        """A page that can be recognised."""
        return LEAST * self._theme.scale

    def minimumSizeHint(self) -> QSize:
        """The same."""
        return self.sizeHint()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Ask for a picture of the new size."""
        super().resizeEvent(event)
        self._place_note()
        if self._asked and self._asked != self._height_now():
            self.outgrown.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The keys that turn pages."""
        turn = _TURNS.get(event.key())
        if turn is None or event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            super().keyPressEvent(event)
        else:
            self.turned.emit(turn)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paper is white in every look."""
        painter, page = QPainter(self), self._page()
        painter.fillRect(page, Qt.GlobalColor.white)
        if self._image is not None:
            self._draw(painter, page, self._image)
        if self._old:
            veil = self._theme.colour("inset")
            veil.setAlphaF(VEIL)
            painter.fillRect(page, veil)
        painter.setPen(QPen(self._theme.colour("line_strong"), 1))
        painter.drawRect(page.adjusted(0.5, 0.5, -0.5, -0.5))
        painter.end()

    def _draw(self, painter: QPainter, page: QRectF, image: QImage) -> None:
        """Pixel by pixel where the picture was made for this room, else scaled until one is."""
        ratio = self.devicePixelRatioF()
        off = abs(image.height() - page.height() * ratio) + abs(
            image.width() - page.width() * ratio
        )
        if off <= SHARP:
            image.setDevicePixelRatio(ratio)
            painter.setClipRect(page)
            painter.drawImage(page.topLeft(), image)
            painter.setClipping(False)
        else:
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            painter.drawImage(page, image)
