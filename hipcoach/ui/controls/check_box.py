"""A check box with its words beside it, for lists: a box to tick, without a tile around it."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QRectF, QSignalBlocker, QSize, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QCheckBox, QGridLayout, QSizePolicy

from hipcoach.ui.controls.tile_face import MARK, paint_check
from hipcoach.ui.labels import Label
from hipcoach.ui.theme import Theme

TARGET, GAP, RADIUS = 36, 8, 8


class CheckBox(QCheckBox):
    """Its text is its name, breaks into lines where it must, and is bold while it is ticked.

    Whoever uses it listens to Qt's `toggled`, which tells of the mouse, the keys and screen readers
    alike.
    """

    def __init__(self, theme: Theme, text: str) -> None:
        super().__init__()
        self._theme = theme
        self._words = [Label(theme, "", style, wrap=True) for style in ("small", "small_strong")]
        self._row = _Row(self)
        for words in self._words:
            _keep_room(words)
            self._row.addWidget(words, 0, 0, Qt.AlignmentFlag.AlignTop)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self.setProperty("ringRadius", RADIUS)
        self.show_text(text)
        self.toggled.connect(self._follow)
        theme.changed.connect(self._restyle)
        self._restyle()

    def show_text(self, text: str) -> None:
        """Other words, which are its name too."""
        for words in self._words:
            words.setText(text)
        self.setAccessibleName(text)

    def show_on(self, on: bool) -> None:
        """Tick it or not, without telling `toggled`."""
        with QSignalBlocker(self):
            self.setChecked(on)
        self._follow()

    def _follow(self) -> None:
        """The words of the state; both are measured, so that ticking moves nothing."""
        for words, on in zip(self._words, (False, True), strict=True):
            words.setVisible(on == self.isChecked())
        self.update()

    def _restyle(self) -> None:
        px = self._theme.px
        above = (px(TARGET) - px(self._theme.text_style("small").line)) // 2
        self._row.setContentsMargins(px(MARK) + px(GAP), above, px(2), above)
        self.setMinimumHeight(px(TARGET))
        self.updateGeometry()
        self.update()

    # Qt's own

    def sizeHint(self) -> QSize:
        """Box and words in one line."""
        return self._row.sizeHint()

    def minimumSizeHint(self) -> QSize:
        """Box and the longest word."""
        return self._row.minimumSize()

    def hitButton(self, place: QPoint) -> bool:
        """The words are to be pressed too."""
        return self.rect().contains(place)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter ticks as Space does."""
        if event.key() not in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            super().keyPressEvent(event)
        elif not event.isAutoRepeat():
            self.click()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the box beside the first line; the words draw themselves."""
        size = self._theme.px(MARK)
        place = QRect(0, (self._theme.px(TARGET) - size) // 2, size, size)
        painter = QPainter(self)
        on, enabled = self.isChecked(), self.isEnabled()
        paint_check(painter, QRectF(place), self._theme, on=on, enabled=enabled)
        painter.end()


def _keep_room(words: Label) -> None:
    """Let the mouse through, and be measured while the other words stand there."""
    words.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
    policy = words.sizePolicy()
    policy.setRetainSizeWhenHidden(True)
    words.setSizePolicy(policy)


class _Row(QGridLayout):
    """The words of both states in one place, which do not make the box take all the height."""

    # Qt's own

    def expandingDirections(self) -> Qt.Orientation:
        """Sideways only."""
        return Qt.Orientation.Horizontal
