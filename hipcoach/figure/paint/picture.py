"""A whole picture: backdrop, figure, insets and cue lines, at any instant of the movement."""

from __future__ import annotations

import math
from collections.abc import Callable, Generator, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass

from PySide6.QtCore import QRect
from PySide6.QtGui import QFont, QImage, QPainter

from hipcoach.core.text import tr
from hipcoach.figure.paint.insets import draw_arrows, draw_panel, draw_title
from hipcoach.figure.paint.lines import draw_lines, line_style
from hipcoach.figure.paint.overlay import draw_breath
from hipcoach.figure.paint.painter import FigurePainter
from hipcoach.figure.scene.camera import Canvas
from hipcoach.figure.values.drawn import CueLine, Inset

Drawing = Generator[None, None, QImage]
"""Pieces of work, each well under 16 ms at 800x600, that come to an image."""


@dataclass(frozen=True, slots=True)
class Scenery:
    """The size of a view, and what sets its figure up in it."""

    canvas: Canvas
    make: Callable[[], FigurePainter]


@dataclass(frozen=True, slots=True, kw_only=True)
class Lines:
    """The cue lines of one half of a pair."""

    lines: tuple[CueLine, ...]
    mistaken: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Panel:
    """An inset and where it lies in the picture."""

    inset: Inset
    place: QRect
    scenery: Scenery
    font: QFont

    @property
    def title(self) -> str:
        """In the user's language."""
        return tr(self.inset.title)


class Shot:
    """One figure on its backdrop, in an image of its own; set up when it is first needed.

    `path`: with the way of the leading joint; beside cue lines it would be one line too many.
    """

    def __init__(self, scenery: Scenery, *, opaque: bool, path: bool = True) -> None:
        self._scenery = scenery
        self._opaque = opaque
        self._path = path
        self._painter: FigurePainter | None = None
        self._backdrop: QImage | None = None

    @property
    def figure(self) -> FigurePainter:
        """The figure's painter."""
        if self._painter is None:
            self._painter = self._scenery.make()
        return self._painter

    def drawing(self, share: float, effort: float, breath: float) -> Drawing:
        """The view at an instant, in small pieces."""
        figure = self.figure
        yield
        if self._backdrop is None:
            self._backdrop = self._drawn_backdrop()
            yield
        image = self._backdrop.copy()
        with painting(image) as painter:
            yield from figure.steps(painter, share, effort, breath=breath)
        return image

    def forget_backdrop(self) -> None:
        """Give its memory back; the next instant draws it again."""
        self._backdrop = None

    def _drawn_backdrop(self) -> QImage:
        image = _blank(self._scenery.canvas, opaque=self._opaque)
        with painting(image) as painter:
            self.figure.backdrop(painter, ground=self._opaque, path=self._path)
        return image


class Picture:
    """Made by a `Studio`. Everything is drawn into (0, 0, width, height) in device pixels.

    The first instant sets the painters up, which takes about 10 ms for each view. `breathing`:
    the figure stays at the end of its movement; a share is one of a breath, in and out, instead.
    """

    def __init__(
        self,
        main: Scenery,
        *,
        panels: Sequence[Panel] = (),
        lines: Lines | None = None,
        is_opaque: bool = True,
        breathing: bool = False,
        path: bool = True,
    ) -> None:
        self.width, self.height = main.canvas.width, main.canvas.height
        self.is_opaque = is_opaque
        self.breathing = breathing
        self._main = Shot(main, opaque=is_opaque, path=path and lines is None)
        self._lines = lines
        self._panels = [(panel, Shot(panel.scenery, opaque=True)) for panel in panels]

    def paint(self, painter: QPainter, share: float, effort: float) -> None:
        """Draw the instant at once; both numbers 0 to 1 (see `pose.Moment`)."""
        painter.drawImage(0, 0, self.image(share, effort))

    def image(self, share: float, effort: float) -> QImage:
        """The instant as an image, worked out at once."""
        return finished(self.drawing(share, effort))

    def steps(self, share: float, effort: float) -> Iterator[QImage | None]:
        """The same in pieces well under 16 ms: None after each, the finished image as the last.

        The image is opaque where the picture has a ground colour, else transparent around.
        """
        yield (yield from self.drawing(share, effort))

    def drawing(self, share: float, effort: float) -> Drawing:
        """As `steps`, for who can take what a generator returns."""
        if self.breathing:
            return self._drawing(1.0, 1.0, lifted(share), share)
        return self._drawing(share, effort)

    def _drawing(
        self, share: float, effort: float, breath: float = 0.0, phase: float | None = None
    ) -> Drawing:
        image = yield from self._main.drawing(share, effort, breath)
        yield
        self._draw_over(image, phase)
        for panel, shot in self._panels:
            seen = yield from shot.drawing(share, effort, breath)
            _draw_panel(image, panel, seen, shot.figure)
            yield
        return image

    def forget_backdrops(self) -> None:
        """Give back what only further instants need."""
        for shot in (self._main, *(shot for _, shot in self._panels)):
            shot.forget_backdrop()

    def _draw_over(self, image: QImage, phase: float | None) -> None:
        """Cue lines of a pair, or the dot that breathes."""
        figure, lines = self._main.figure, self._lines
        with painting(image) as painter:
            if lines:
                style = line_style(figure.palette, mistaken=lines.mistaken)
                draw_lines(painter, lines.lines, figure.stance, figure.camera, figure.unit, style)
            if phase is not None:
                painter.setRenderHint(QPainter.RenderHint.Antialiasing)
                draw_breath(painter, figure.camera, figure.palette, figure.stance, phase)


def lifted(phase: float) -> float:
    """How far the chest is lifted (0 to 1) in a breath, in and out, that is `phase` through."""
    return (1 - math.cos(2 * math.pi * phase)) / 2


def _draw_panel(image: QImage, panel: Panel, seen: QImage, figure: FigurePainter) -> None:
    with painting(seen) as painter:
        draw_arrows(painter, panel.inset.arrows, figure.camera, figure.unit, figure.palette)
        draw_title(painter, panel.title, seen.width(), panel.font, figure.palette)
    with painting(image) as painter:
        draw_panel(painter, panel.place, seen, figure.palette.ink)


def finished(drawing: Drawing) -> QImage:
    """The image of a drawing, all its pieces at once."""
    while True:
        try:
            next(drawing)
        except StopIteration as end:
            image: QImage = end.value
            return image


@contextmanager
def painting(image: QImage) -> Iterator[QPainter]:
    """A painter on an image, ended whatever happens: it must not outlive the image."""
    painter = QPainter(image)
    try:
        yield painter
    finally:
        painter.end()


def _blank(canvas: Canvas, *, opaque: bool) -> QImage:
    image_format = (
        QImage.Format.Format_RGB32 if opaque else QImage.Format.Format_ARGB32_Premultiplied
    )
    image = QImage(canvas.width, canvas.height, image_format)
    image.fill(0)
    return image
