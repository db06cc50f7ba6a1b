"""A still of the figure on its calm ground; words stand there until it is drawn."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QImage, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QSizePolicy

from hipcoach.core.demonstration import Showing
from hipcoach.core.depicted import Depicted
from hipcoach.ui.theme import Theme

STEP = 8
"""Points in which a still's size grows, so that few are made while a window is resized."""

EDGE = 10
"""Pixels at 100 % text beside the words."""

CENTRED = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap


class Still(QFrame):
    """As large as its size in pixels at 100 % text, or larger once it was told to `let_grow`.

    `words` are what a screen reader says of it, and what is shown where there is no picture.
    `share` is the instant of the movement: 0 its start, 1 its end.
    """

    def __init__(
        self,
        theme: Theme,
        asked: Depicted | None,
        size: tuple[float, float],
        words: str = "",
        *,
        share: float = 1.0,
    ) -> None:
        super().__init__()
        self._theme, self._asked, self._size = theme, asked, size
        self._words, self._look, self._step, self._share = words, "", 1, share
        self._mistake, self._kind = "", Showing.ALONE
        self._last: QImage | None = None
        self.setProperty("kind", "still")
        self.setAccessibleName(words)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self._restyle)
        theme.figures.changed.connect(self.update)
        theme.figures.arrived.connect(self._on_arrived)

    def show_asked(self, asked: Depicted | None) -> None:
        """Another figure, or none."""
        if asked != self._asked:
            self._asked, self._last = asked, None
            self.update()

    def show_size(self, width: float, height: float) -> None:
        """Another size."""
        if (width, height) != self._size:
            self._size = width, height
            self.updateGeometry()

    def show_look(self, look: str) -> None:
        """A look of the figure that need not be the user's."""
        self._look = look
        self.update()

    def show_mistake(self, mistake: str, kind: Showing) -> None:
        """One of the two of a common mistake's pair; the edge tells which."""
        self._mistake, self._kind = mistake, kind
        self.setProperty("kind", kind.value)

    def let_grow(self) -> None:
        """Take what width and height there are."""
        self._step = STEP
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Expanding)

    @property
    def is_drawn(self) -> bool:
        """Whether its picture is there, in whatever size."""
        return self._last is not None

    def _restyle(self) -> None:
        self.updateGeometry()
        self.update()

    def _on_arrived(self) -> None:
        """Something was drawn: perhaps what is missing here."""
        if self._asked is not None:
            self.update()

    def _image(self) -> QImage | None:
        """The picture in this size; until it is there the one that was shown last."""
        if self._asked is None:
            return None
        figures = self._theme.figures
        ratio, room = self.devicePixelRatioF(), self._room()
        image = figures.still(
            self._asked,
            room.width(),
            room.height(),
            share=self._share,
            ratio=ratio,
            look=self._look,
            mistake=self._mistake,
            kind=self._kind,
        )
        if image is not None or figures.problem(self._asked):
            self._last = image
        return self._last

    def _room(self) -> QSize:
        """The size for which the picture is made."""
        step = self._step
        return QSize(*(max(side // step, 1) * step for side in (self.width(), self.height())))

    # Qt's own

    def hasHeightForWidth(self) -> bool:
        """It takes what height there is."""
        return False

    def sizeHint(self) -> QSize:
        """Its least size."""
        return QSize(*(self._theme.px(side) for side in self._size))

    def minimumSizeHint(self) -> QSize:
        """The same."""
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The ground, and on it the picture or the words."""
        super().paintEvent(event)
        painter = QPainter(self)
        if image := self._image():
            _paint_centred(painter, image, QRectF(self.rect()), self._room())
        elif self._words:
            edge = self._theme.px(EDGE)
            painter.setFont(self._theme.font("label"))
            painter.setPen(self._theme.colour("ink2"))
            painter.drawText(self.rect().adjusted(edge, 0, -edge, 0), CENTRED, self._words)
        painter.end()


def _paint_centred(painter: QPainter, image: QImage, place: QRectF, room: QSize) -> None:
    """The picture in the middle; drawn smaller or larger where it was not made for `room`."""
    size = image.deviceIndependentSize()
    if size.toSize() == room:
        corner = place.center() - QPointF(size.width() / 2, size.height() / 2)
        painter.drawImage(QPointF(round(corner.x()), round(corner.y())), image)
        return
    size.scale(place.size(), Qt.AspectRatioMode.KeepAspectRatio)
    box = QRectF(QPointF(), size)
    box.moveCenter(place.center())
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    painter.drawImage(box, image)
