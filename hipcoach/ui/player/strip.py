"""The session strip: per exercise its side-sets in play order; done, under way, to come."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from hipcoach.core.player_view import StripPart
from hipcoach.core.text import tr
from hipcoach.ui.labels import Label
from hipcoach.ui.theme import Theme
from hipcoach.ui.tokens import TextStyle

NAME = TextStyle(size=15, line=20, weight=400)
NAME_NOW = TextStyle(size=15, line=20, weight=600)
BAR, AROUND, GAP = 12, 5, 6
"""Pixels at 100 % text: a segment's height, the room around it for its outline, and the gap."""


class SessionStrip(QWidget):
    """All exercises of the session, side by side."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._parts: list[_Part] = []
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._restyle()
        theme.changed.connect(self._restyle)

    def show_parts(self, parts: tuple[StripPart, ...]) -> None:
        """Draw how far the session is."""
        while len(self._parts) > len(parts):
            gone = self._parts.pop()
            self._row.removeWidget(gone)
            gone.deleteLater()
        while len(self._parts) < len(parts):
            self._parts.append(_Part(self._theme))
            self._row.addWidget(self._parts[-1], 1, Qt.AlignmentFlag.AlignBottom)
        for widget, part in zip(self._parts, parts, strict=True):
            widget.show_part(part)
        self.setAccessibleName(". ".join(map(_spoken, parts)))

    def _restyle(self) -> None:
        self._row.setSpacing(self._theme.px(24))


class _Part(QWidget):
    """One exercise: its name, with a tick when it is done, above its segments."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme, self._is_done = theme, False
        self._tick = QLabel()
        self._name = Label(theme, "", NAME, "ink2", wrap=True)
        self._bar = _Segments(theme)
        self._head = QHBoxLayout()
        self._head.addWidget(self._tick, 0, Qt.AlignmentFlag.AlignTop)
        self._head.addWidget(self._name, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(1)
        column.addLayout(self._head)
        column.addWidget(self._bar)
        self._restyle()
        theme.changed.connect(self._restyle)

    def show_part(self, part: StripPart) -> None:
        """How far the exercise is."""
        self._name.setText(tr(part.name))
        now = (NAME_NOW, "ink") if part.current else (NAME, "ink2")
        self._name.set_style(*now)
        self._is_done = part.behind == part.side_sets and not part.current
        self._tick.setVisible(self._is_done)
        self._bar.show_part(part)

    def _restyle(self) -> None:
        self._tick.setPixmap(self._theme.icon("check", 16, "ink2", heavy=True))
        self._head.setSpacing(self._theme.px(6))
        self._head.setContentsMargins(self._theme.px(AROUND), 0, 0, 0)


class _Segments(QWidget):
    """The side-sets of one exercise."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._part = StripPart(name="", behind=0, side_sets=1, current=False)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.updateGeometry)

    def show_part(self, part: StripPart) -> None:
        """Draw these."""
        if part != self._part:
            self._part = part
            self.update()

    def _draw(self, painter: QPainter, box: QRectF, share: float, *, now: bool) -> None:
        radius, path = self._theme.px(4), QPainterPath()
        path.addRoundedRect(box, radius, radius)
        painter.fillPath(path, self._theme.colour("surface"))
        if share:
            painter.save()
            painter.setClipPath(path)
            done = QRectF(box.left(), box.top(), box.width() * share, box.height())
            painter.fillRect(done, self._theme.colour("primary"))
            painter.restore()
        painter.setBrush(Qt.BrushStyle.NoBrush)
        edge = "primary" if share == 1 and not now else "line_strong"
        painter.setPen(QPen(self._theme.colour(edge), 1.5))
        painter.drawRoundedRect(box.adjusted(0.75, 0.75, -0.75, -0.75), radius - 0.5, radius - 0.5)
        if now:
            painter.setPen(QPen(self._theme.colour("ink"), 2.5))
            painter.drawRoundedRect(box.adjusted(-3.25, -3.25, 3.25, 3.25), radius + 3, radius + 3)

    # Qt's own

    def sizeHint(self) -> QSize:
        """The bar and the outline around it."""
        px = self._theme.px
        return QSize(px(80), px(BAR) + 2 * px(AROUND))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw every side-set: done is filled, the one under way is outlined."""
        part, count = self._part, max(self._part.side_sets, 1)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        around, high = self._theme.px(AROUND), self._theme.px(BAR)
        gap = min(self._theme.px(GAP), self.width() / count / 4)
        width = (self.width() - 2 * around - gap * (count - 1)) / count
        for number in range(count):
            now = part.current and number == part.behind
            share = part.share if now else float(number < part.behind)
            left = around + number * (width + gap)
            self._draw(painter, QRectF(left, around, width, high), share, now=now)
        painter.end()


def _spoken(part: StripPart) -> str:
    facts = {"name": tr(part.name), "behind": part.behind, "all": part.side_sets}
    if part.current:
        return tr("{name}, now, {behind} of {all} done", **facts)
    return tr("{name}, {behind} of {all} done", **facts)
