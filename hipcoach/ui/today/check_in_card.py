"""The next check-in: the run's check-ins on a line, and what the next one asks."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from hipcoach.core.check_in_view import CheckInCard as CheckInView
from hipcoach.core.check_in_view import CheckInNode, NodeState
from hipcoach.core.text import say, tr
from hipcoach.core.week_marks import Mark
from hipcoach.ui.card import Card
from hipcoach.ui.controls.chip import Chip
from hipcoach.ui.labels import Label
from hipcoach.ui.theme import Theme
from hipcoach.ui.today.session_mark import paint_mark
from hipcoach.ui.tokens import TextStyle

STRONG = TextStyle(size=13, line=18, weight=600)
NODE = 22


class CheckInCard(Card):
    """The title, when the next one is, the line, and what it asks."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        self._title = Label(theme, "", "body_strong", wrap=True)
        self._when = Chip(theme, "", "ours")
        head = QHBoxLayout()
        head.addWidget(self._title, 1)
        head.addWidget(self._when)
        self.column.addLayout(head)
        self._line = CheckInLine(theme)
        self.column.addWidget(self._line)
        self._about = Label(theme, "", "small", "ink2", wrap=True)
        self.column.addWidget(self._about)
        self.column.addStretch(1)

    def show_check_ins(self, view: CheckInView) -> None:
        """Show the line and the next check-in, or that all are over."""
        self._title.setText(tr("Next check-in") if view.when else tr("Check-ins"))
        self._when.setVisible(view.when is not None)
        self._when.show_text(say(view.when) if view.when else "")
        self._line.show_nodes(view.nodes, view.reached)
        about = ""
        if view.day and view.contents:
            about = tr("{day}. {contents}", day=say(view.day), contents=say(view.contents))
        self._about.setVisible(bool(about))
        self._about.setText(about)


class CheckInLine(QWidget):
    """The check-ins as nodes on a line: a tick is done, a ring to come, a dash was not done."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._nodes: tuple[CheckInNode, ...] = ()
        self._reached = 0.0
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.updateGeometry)

    def show_nodes(self, nodes: tuple[CheckInNode, ...], reached: float) -> None:
        """Show the check-ins, the line filled to the share `reached`."""
        self._nodes, self._reached = nodes, reached
        self.setAccessibleName(". ".join(say(node.words) for node in nodes))
        self.updateGeometry()
        self.update()

    def _middles(self) -> list[float]:
        """Where the nodes stand: their weeks to scale, as far as their labels have room."""
        last = max((node.week for node in self._nodes), default=0) or 1
        edge = self._theme.px(4 + NODE / 2)
        return [edge + (self.width() - 2 * edge) * node.week / last for node in self._nodes]

    def _labels(self) -> list[tuple[CheckInNode, QFont, QRectF]]:
        """The labels under their nodes; where two would touch, the less important is left out."""
        px, placed = self._theme.px, list[tuple[CheckInNode, QFont, QRectF]]()
        nodes = zip(self._nodes, self._middles(), strict=True)
        for node, middle in sorted(nodes, key=lambda found: self._importance(found[0])):
            font = self._theme.font(STRONG if node.state is NodeState.NEXT else "caption")
            width = QFontMetricsF(font).horizontalAdvance(say(node.label)) + 1
            left = min(max(middle - width / 2, 0), self.width() - width)
            place = QRectF(left, px(6 + NODE + 6), width, px(18))
            around = place.adjusted(-px(8), 0, px(8), 0)
            if not any(around.intersects(other) for _, _, other in placed):
                placed.append((node, font, place))
        return placed

    def _importance(self, node: CheckInNode) -> int:
        """The next one first, then the two ends, then the others."""
        if node.state is NodeState.NEXT:
            return 0
        return 1 if node in (self._nodes[0], self._nodes[-1]) else 2

    # Qt's own

    def sizeHint(self) -> QSize:
        """The nodes over their labels."""
        return QSize(self._theme.px(200), self._theme.px(6 + NODE + 6 + 18))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The line, its nodes and their labels."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_line(painter)
        for node, middle in zip(self._nodes, self._middles(), strict=True):
            self._paint_node(painter, node.state, middle)
        self._paint_labels(painter)
        painter.end()

    def _paint_line(self, painter: QPainter) -> None:
        middles = self._middles()
        if not middles:
            return
        y, first = self._theme.px(6 + NODE / 2), middles[0]
        reached = first + (middles[-1] - first) * self._reached
        for role, end in (("line", middles[-1]), ("primary", reached)):
            painter.setPen(QPen(self._theme.colour(role), self._theme.px(3)))
            painter.drawLine(QPointF(first, y), QPointF(end, y))

    def _paint_node(self, painter: QPainter, state: NodeState, middle: float) -> None:
        px, theme = self._theme.px, self._theme
        box = QRectF(middle - px(NODE) / 2, px(6), px(NODE), px(NODE))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour("surface"))
        painter.drawEllipse(box)
        if state is NodeState.DONE:
            paint_mark(painter, theme, Mark.FULL, box)
            return
        following = state is NodeState.NEXT
        width = px(2.5) if following else px(1.5)
        painter.setBrush(theme.colour("surface"))
        painter.setPen(QPen(theme.colour("primary" if following else "line_strong"), width))
        painter.drawEllipse(box.adjusted(width / 2, width / 2, -width / 2, -width / 2))
        if state is NodeState.NOT_DONE:
            paint_mark(painter, theme, Mark.MISSED, box)

    def _paint_labels(self, painter: QPainter) -> None:
        for node, font, place in self._labels():
            role = "ink" if node.state is NodeState.NEXT else "ink3"
            painter.setFont(font)
            painter.setPen(self._theme.colour(role))
            painter.drawText(place, Qt.AlignmentFlag.AlignVCenter, say(node.label))
