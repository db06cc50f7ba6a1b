"""Keeps the film of a scene for whoever shows it: drawn anew with size and look, and let go of."""

from __future__ import annotations

from collections.abc import Iterator
from math import ceil, floor

from PySide6.QtCore import QObject, QRect, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QPainter

from hipcoach.core.tempo import PhaseKind
from hipcoach.core.text import tr
from hipcoach.store.content import ContentError
from hipcoach.ui.figure_film import Film, Scene, Spot
from hipcoach.ui.theme import Theme
from hipcoach.ui.tokens import TextStyle
from hipcoach.ui.turns import Turns

SETTLED = 150
"""Milliseconds without another size after which the frames are drawn for the new one."""

LEAST = 24
"""Device pixels; a place that is narrower or lower shows no figure."""

NOTHING = (0, -1)
"""No frame."""

TITLE = TextStyle(size=13, line=18, weight=500)


class Projector(QObject):
    """`better`: a frame is to be shown that differs in this area. `drawn`: see `is_drawn`."""

    better = Signal(QRect)
    drawn = Signal(bool)

    def __init__(self, theme: Theme, turns: Turns | None, most_bytes: int, parent: QObject) -> None:
        super().__init__(parent)
        self._theme, self._most_bytes = theme, most_bytes
        self._turns = turns or Turns(self)
        self._scene: Scene | None = None
        self._size, self._ratio = (0, 0), 1.0
        self._film: Film | None = None
        self._before: Film | None = None
        self._filling: Iterator[None] = iter(())
        self._moment, self._other = (PhaseKind.PAUSE, 0.0), False
        self._spot, self._painted = Spot(), NOTHING
        self._was_drawn = False
        self._settled = QTimer(self, singleShot=True, interval=SETTLED)
        self._settled.timeout.connect(self._begin)
        for changed in (theme.changed, theme.figures.changed, theme.figures.ready):
            changed.connect(self._renew)
        theme.figures.arrived.connect(self._tell)

    @property
    def film(self) -> Film | None:
        """The frames that there are now."""
        return self._film

    @property
    def is_drawn(self) -> bool:
        """Whether there is a figure to see, or will be once it is shown."""
        scene, figures = self._scene, self._theme.figures
        return bool(scene and figures.studio) and not (scene and figures.problem(scene.asked))

    def show_scene(self, scene: Scene | None) -> None:
        """Another scene, at its start; None: nothing."""
        if scene != self._scene:
            self._scene = scene
            self._moment, self._other = (PhaseKind.PAUSE, 0.0), False
            self._theme.figures.load()
            self._renew()

    def show_moment(self, kind: PhaseKind, progress: float, *, other: bool) -> None:
        """The place in a repetition."""
        self._moment, self._other = (kind, progress), other
        if self._film:
            self._spot = self._film.spot(kind, progress, other=other)
            self._show_nearest(self._film)

    def follow(self, size: tuple[int, int], ratio: float) -> None:
        """The place of the picture in device pixels, `ratio` of them to a point.

        Frames for it are drawn at once where there are none, else when the size stays.
        """
        self._size, self._ratio = size, ratio
        if not (self._film or self._before):
            self._begin()
        elif self._film is None or self._film.size != size:
            self._settled.start()

    def let_go(self) -> None:
        """Nobody sees it: keep nothing, and draw nothing until `follow`."""
        self._size = (0, 0)
        self._settled.stop()
        self._drop()

    def paint(self, painter: QPainter, room: QRect) -> None:
        """Show the nearest frame there is; of the film before where this one has none yet."""
        if self._film:
            self._painted = self._film.nearest(self._spot)
        if self._painted[1] >= 0:
            self._before = None
        film = self._before or self._film
        if film is None or film.size != self._size or self._painted[1] < 0:
            painter.fillRect(room, self._theme.colour("stage"))
        if film:
            film.paint(painter, _target(film.size, self._size, room), self._spot)

    def _renew(self) -> None:
        """What was drawn is of another scene or look."""
        self._drop()
        self._tell()
        self._begin()

    def _begin(self) -> None:
        """Draw, where it is wanted and not there yet. What was shown stays until then."""
        film, before = self._film, self._before or self._film
        if min(self._size) < LEAST or not (self._scene and self.is_drawn):
            return
        if film is None or film.size != self._size:
            self._drop()
            self._before = before
            self._filling = self._filled(self._scene)
            self._turns.add(self._filling)

    def _filled(self, scene: Scene) -> Iterator[None]:
        """Draw the frames, and show each that is better than the one shown."""
        try:
            self._film = film = self._made(scene)
            self.show_moment(*self._moment, other=self._other)
            yield
            for _ in film.fill():
                self._show_nearest(film)
                yield
        except ContentError as error:
            self._give_up(scene, str(error))
        except Exception:
            self._give_up(scene, tr("It could not be drawn."))
            raise

    def _give_up(self, scene: Scene, why: str) -> None:
        """Leave the place to words."""
        self._theme.figures.note_problem(scene.asked, why)
        self._drop()
        self._tell()

    def _made(self, scene: Scene) -> Film:
        figures = self._theme.figures
        assert figures.studio is not None  # is_drawn
        return Film(
            figures.studio,
            scene,
            self._size,
            figures.colours("stage"),
            self._theme.font(TITLE, self._ratio),
            ratio=self._ratio,
            most_bytes=self._most_bytes,
            still=figures.still_motion,
        )

    def _show_nearest(self, film: Film) -> None:
        now = film.nearest(self._spot)
        if now == self._painted:
            return
        first = self._before or film.size != self._size
        area = QRect(0, 0, *self._size) if first else film.change(self._painted, self._spot)
        if area.isEmpty():
            self._painted = now
        else:
            self._show_anew(area)

    def _show_anew(self, area: QRect) -> None:
        """Have this area, in device pixels, painted anew."""
        left, top = floor(area.left() / self._ratio), floor(area.top() / self._ratio)
        right, bottom = (area.right() + 1) / self._ratio, (area.bottom() + 1) / self._ratio
        self.better.emit(QRect(left, top, ceil(right) - left, ceil(bottom) - top))

    def _drop(self) -> None:
        self._turns.leave(self._filling)
        self._filling = iter(())  # it holds the film
        self._film, self._before, self._painted = None, None, NOTHING
        self._show_anew(QRect(0, 0, *self._size))

    def _tell(self) -> None:
        """Say so where there is a figure now and was none, or the other way round."""
        if self.is_drawn != self._was_drawn:
            self._was_drawn = self.is_drawn
            self.drawn.emit(self._was_drawn)


def _target(made: tuple[int, int], size: tuple[int, int], room: QRect) -> QRect:
    """Where a film is shown: all of the room, or what of it the shape fills it was made for."""
    if made == size:
        return room
    scaled = QSize(*made).scaled(room.size(), Qt.AspectRatioMode.KeepAspectRatio)
    target = QRect(room.topLeft(), scaled)
    target.moveCenter(room.center())
    return target
