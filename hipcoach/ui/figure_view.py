"""The moving figure: plays an exercise's pictures from a store of frames, moment by moment."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRect, QSize, Qt, Signal
from PySide6.QtGui import QHideEvent, QPainter, QPaintEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from hipcoach.core.demonstration import Showing
from hipcoach.core.depicted import Depicted
from hipcoach.core.tempo import PhaseKind
from hipcoach.ui.figure_film import MEGABYTE, Film, Scene
from hipcoach.ui.figure_projector import Projector
from hipcoach.ui.theme import Theme
from hipcoach.ui.turns import Turns


class FigureView(QWidget):
    """An exercise's figure on the stage's colour, as large as the widget.

    `drawn` tells whether there is a figure to see; where there is none (it cannot be drawn, or
    nothing can be drawn yet), words stand in for it. Nothing is drawn or kept while the widget is
    hidden, unless it was told to `get_ready`. The frames take at most `most_bytes`; views that
    share `turns` draw theirs in turn.
    """

    drawn = Signal(bool)

    def __init__(
        self, theme: Theme, turns: Turns | None = None, *, most_bytes: int = 48 * MEGABYTE
    ) -> None:
        super().__init__()
        self._is_ahead = False
        self._projector = Projector(theme, turns, most_bytes, self)
        self._projector.better.connect(self._show_anew)
        self._projector.drawn.connect(self.drawn)
        policy = QSizePolicy.Policy.Expanding
        self.setSizePolicy(policy, policy)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)

    def show_figure(
        self,
        asked: Depicted | None,
        *,
        mistake: str = "",
        kind: Showing = Showing.ALONE,
        insets: bool = True,
        breaths: int = 1,
        badge: tuple[int, int] = (0, 0),
    ) -> None:
        """Another exercise, mistake or purpose; it shows its start until `show_moment`.

        `breaths`: how often the figure breathes in a hold, where it does. `badge`: how much of the
        upper left corner has something else on it.
        """
        scene = None
        if asked is not None:
            scene = Scene(
                asked=asked,
                mistake=mistake,
                kind=kind,
                insets=insets,
                breaths=breaths,
                badge=badge,
            )
        self._projector.show_scene(scene)

    def show_moment(self, kind: PhaseKind, progress: float, *, other: bool = False) -> None:
        """The place in a repetition; `other`: of the other side, where sides alternate."""
        self._projector.show_moment(kind, progress, other=other)

    def get_ready(self, *, ahead: bool) -> None:
        """Draw the frames though the widget is hidden: it is to be shown soon in this size."""
        self._is_ahead = ahead
        self._follow()

    @property
    def is_drawn(self) -> bool:
        """Whether there is a figure to see, or will be as soon as the widget is shown."""
        return self._projector.is_drawn

    @property
    def film(self) -> Film | None:
        """The frames that there are now."""
        return self._projector.film

    def _show_anew(self, area: QRect) -> None:
        self.update(area)

    def _follow(self) -> None:
        """Draw for the present size, where anybody sees it or soon will."""
        seen = self.isVisible() and not self.window().isMinimized()
        if seen or self._is_ahead:
            ratio = self.devicePixelRatioF()
            size = round(self.width() * ratio), round(self.height() * ratio)
            self._projector.follow(size, ratio)
        else:
            self._projector.let_go()

    # Qt's own

    def sizeHint(self) -> QSize:
        """The least: it takes what there is."""
        return self.minimumSizeHint()

    def minimumSizeHint(self) -> QSize:
        """None: whoever shows it keeps the room."""
        return QSize(0, 0)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Show the nearest frame there is."""
        painter = QPainter(self)
        self._projector.paint(painter, self.rect())
        painter.end()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The frames are of another size."""
        super().resizeEvent(event)
        self._follow()

    def showEvent(self, event: QShowEvent) -> None:
        """There is somebody to draw for."""
        super().showEvent(event)
        self._follow()

    def hideEvent(self, event: QHideEvent) -> None:
        """Keep nothing that nobody sees."""
        super().hideEvent(event)
        if not self._is_ahead:
            self._projector.let_go()

    def event(self, event: QEvent) -> bool:
        """Other pixels on another screen."""
        if event.type() is QEvent.Type.DevicePixelRatioChange:
            self._follow()
        return super().event(event)
