"""Do this, and the common mistake, side by side: mark, word and edge differ, not only colour."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QVBoxLayout, QWidget

from hipcoach.core.demonstration import Showing, demonstrated, demonstrates_other
from hipcoach.core.depicted import Depicted
from hipcoach.core.player_view import Moment, PlayerView
from hipcoach.core.tempo import PhaseKind, Tempo
from hipcoach.core.text import tr
from hipcoach.ui.figure_film import MEGABYTE
from hipcoach.ui.figure_view import FigureView
from hipcoach.ui.labels import Label
from hipcoach.ui.player.chip import Chip
from hipcoach.ui.player.fitting import NOTE
from hipcoach.ui.theme import Theme
from hipcoach.ui.turns import Turns

LOWEST = 110
"""Pixels in the design below which a figure tells nothing."""

EDGE = 4
"""Pixels at 100 % text between the figure's corner and the chip on it."""

MOST_BYTES = 8 * MEGABYTE

TOP = Qt.AlignmentFlag.AlignTop
CORNER = TOP | Qt.AlignmentFlag.AlignLeft


class ComparisonPair(QWidget):
    """What to do beside what often goes wrong: both move in step, over words; or words alone."""

    def __init__(self, theme: Theme, turns: Turns) -> None:
        super().__init__()
        self._theme, self._factor = theme, 1.0
        self._view: PlayerView | None = None
        self._tempo: Tempo = ()
        words = {Showing.DO_THIS: tr("Do this"), Showing.MISTAKE: tr("Common mistake")}
        self._tiles = tuple(_Tile(theme, turns, *told) for told in words.items())
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setRowStretch(0, 1)
        for column, tile in enumerate(self._tiles):
            self._grid.addWidget(tile, 0, column)
            self._grid.setColumnStretch(column, 1)
            tile.figure.drawn.connect(self._arrange)
        self._arrange()
        self._restyle()
        theme.changed.connect(self._restyle)

    def show_view(self, view: PlayerView) -> None:
        """The mistake of another exercise, and what mends it."""
        self._view, self._tempo = view, view.tempo
        for tile, text in zip(self._tiles, (view.do_this, view.mistake), strict=True):
            tile.show_text(tr(text))
        self._show_figures()
        self.show_moment(view.moment)

    def show_moment(self, now: Moment) -> None:
        """Move both on; where nothing is to move by itself, both show where it leads."""
        kind, progress = demonstrated(self._tempo, now.elapsed)
        other = demonstrates_other(self._tempo, now.elapsed)
        if self._theme.figures.still_motion:
            kind, progress, other = PhaseKind.HOLD, 1.0, False
        for tile in self._tiles:
            tile.figure.show_moment(kind, progress, other=other)

    @property
    def is_drawn(self) -> bool:
        """Whether there are figures to see."""
        return all(tile.figure.is_drawn for tile in self._tiles)

    def set_factor(self, factor: float) -> None:
        """Enlarge with the window."""
        self._factor = factor
        for tile in self._tiles:
            tile.set_factor(factor)
        self._restyle()

    def _show_figures(self) -> None:
        """Both as large as each other, clear of the larger one's chip."""
        if self._view is None:
            return
        asked, mistake = self._view.picture, self._view.drawn_mistake
        badge = max((tile.badge for tile in self._tiles), key=sum)
        for tile in self._tiles:
            tile.show_figure(asked if mistake else None, mistake, badge)

    def _arrange(self) -> None:
        """The words below the frames, which are then alike in height; or in them."""
        for column, tile in enumerate(self._tiles):
            self._grid.removeWidget(tile.text)
            if tile.figure.is_drawn:
                self._grid.addWidget(tile.text, 1, column, TOP)
            tile.arrange()
        self._space()

    def _restyle(self) -> None:
        self._space()
        self._show_figures()

    def _space(self) -> None:
        """No room above the words' row where it is empty."""
        self._grid.setHorizontalSpacing(self._theme.px(16))
        self._grid.setVerticalSpacing(round(8 * self._factor) if self.is_drawn else 0)

    # Qt's own

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The chips may be of another size."""
        super().resizeEvent(event)
        self._show_figures()


class _Tile(QFrame):
    """A chip on the corner of a figure; without a figure `text` stands below the chip."""

    def __init__(self, theme: Theme, turns: Turns, kind: Showing, word: str) -> None:
        super().__init__()
        self._theme, self._kind, self._factor = theme, kind, 1.0
        self._word = word
        self.setProperty("kind", kind.value)
        self.figure = FigureView(theme, turns, most_bytes=MOST_BYTES)
        self.text = Label(theme, "", NOTE, wrap=True)
        self._chip = Chip(theme, kind, word)
        self._column = QVBoxLayout(self)
        self._column.addWidget(self.figure)
        self._corner = QVBoxLayout(self.figure)
        self._restyle()
        theme.changed.connect(self._restyle)

    def show_text(self, text: str) -> None:
        """Other words. A screen reader, which comes to both chips first, hears whose they are."""
        told = f"{self._word}: {text}"
        if told != self.text.accessibleName():
            self.text.setText(text)
            self.text.setAccessibleName(told)

    @property
    def badge(self) -> tuple[int, int]:
        """The corner of the figure that the chip covers, in points."""
        size, edge = self._chip.sizeHint(), self._theme.px(EDGE)
        return size.width() + edge, size.height() + edge

    def show_figure(self, asked: Depicted | None, mistake: str, badge: tuple[int, int]) -> None:
        self.figure.show_figure(asked, mistake=mistake, kind=self._kind, badge=badge)

    def set_factor(self, factor: float) -> None:
        self._factor = factor
        self._restyle()

    def arrange(self) -> None:
        """The figure, or the words in its place."""
        drawn = self.figure.is_drawn
        self.figure.setVisible(drawn)
        self._column.setStretch(0, int(drawn))
        if drawn:
            self._corner.addWidget(self._chip, 0, CORNER)
        else:
            self._column.addWidget(self._chip, 0, CORNER)
            self._column.addWidget(self.text)

    def _restyle(self) -> None:
        theme, factor = self._theme, self._factor
        self._chip.set_factor(factor)
        self.text.set_factor(factor / theme.scale)
        self.figure.setMinimumHeight(round(LOWEST * factor))
        around, edge = theme.px(8), theme.px(EDGE)
        self._column.setContentsMargins(around, around, around, around)
        self._column.setSpacing(edge)
        self._corner.setContentsMargins(edge, edge, edge, edge)
