"""The one door of the interface to the figure: pictures and stills of what is asked for."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

import numpy as np
from PySide6.QtGui import QFont, QImage

from hipcoach.core.demonstration import Showing
from hipcoach.core.depicted import Depicted
from hipcoach.core.exercise import Resistance
from hipcoach.core.tempo import PhaseKind
from hipcoach.core.text import tr
from hipcoach.figure.paint.frames import MEGABYTE, Frames
from hipcoach.figure.paint.insets import places, title_height
from hipcoach.figure.paint.painter import FigurePainter
from hipcoach.figure.paint.palette import Colours
from hipcoach.figure.paint.picture import Lines, Panel, Picture, Scenery
from hipcoach.figure.paint.room import below, beside, clear_of
from hipcoach.figure.reading.library import Library
from hipcoach.figure.scene.camera import Canvas
from hipcoach.figure.scene.staging import INSTANTS, room_of
from hipcoach.figure.skeleton.movement import Movement
from hipcoach.figure.skeleton.pose import at_share
from hipcoach.figure.skeleton.vectors import Vec
from hipcoach.figure.values.drawn import Attitude, Drawn, Inset, View
from hipcoach.store.content import ContentError

Size = tuple[int, int]
"""Width and height in device pixels."""

SMALLEST_TITLE = 13
"""Pixels of an inset's title that comes without a font."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Shown:
    """The movement of a picture, from where it is seen, and what has to fit in beside it."""

    movement: Movement
    view: View
    fit_with: tuple[Movement, ...]
    resistance: Resistance
    other: bool
    instants: tuple[float, ...] = INSTANTS


class Studio:
    """Draws the figures of a folder (resources/figure). ContentError where a file cannot be used.

    It belongs to one thread: what it reads and works out is kept without a lock.
    """

    def __init__(self, folder: Path) -> None:
        self._library = Library(folder)

    def picture(
        self,
        asked: Depicted,
        size: Size,
        colours: Colours,
        *,
        mistake: str = "",
        kind: Showing = Showing.ALONE,
        other: bool = False,
        insets: bool = True,
        breathing: bool = False,
        path: bool = True,
        only: float | None = None,
        badge: Size = (0, 0),
        title_font: QFont | None = None,
    ) -> Picture:
        """A picture that can show any instant of the movement; cheap: it is set up by its steps.

        `mistake` is one of the figure's; `kind` is then DO_THIS (good form, seen and fitted as the
        mistake is) or MISTAKE. `other`: the second half of an alternating exercise. `insets`: with
        the small views beside it (a pair never has them), their titles in `title_font`, sized for
        device pixels. `badge`: what lies on the upper left corner, which the figure keeps clear of.
        `breathing`: the movement held at its end; a share is one of a breath, in and out. `path`:
        with the way of the leading joint, where there are no cue lines. `only`: the share of the
        movement that is shown, where it is one; the figure is then as large as that lets it be.
        """
        shown = self._shown(asked, mistake, kind, other=other)
        if only is not None:
            shown = replace(shown, instants=(only,))
        alone = kind is Showing.ALONE
        canvas = Canvas(width=size[0], height=size[1])
        room = self._room(shown, canvas) if insets and alone else None
        canvas, seen = room or (_clear(shown, canvas, badge), ())
        return Picture(
            Scenery(canvas, partial(self._painter, shown, canvas, colours)),
            panels=self._panels(shown, seen, size, colours, title_font),
            lines=None if alone else _lines(shown.movement, mistake, kind),
            is_opaque=bool(colours.ground),
            breathing=breathing,
            path=path,
        )

    def frames(self, picture: Picture, *, most_bytes: int = 64 * MEGABYTE) -> Frames:
        """Empty frames for the picture, to be filled; two of an alternating exercise share."""
        return Frames(picture, most_bytes=most_bytes)

    def still(
        self,
        asked: Depicted,
        size: Size,
        colours: Colours,
        *,
        share: float = 1.0,
        mistake: str = "",
        kind: Showing = Showing.ALONE,
    ) -> QImage:
        """One instant, without insets and path; transparent where `colours.ground` is ""."""
        picture = self.picture(
            asked, size, colours, mistake=mistake, kind=kind, insets=False, path=False, only=share
        )
        return picture.image(*at_share(share))

    def alternates(self, asked: Depicted) -> bool:
        """Whether a repetition is one half and then its mirror (`other`)."""
        return self._drawn(asked).alternates

    def moves_on(self, asked: Depicted) -> PhaseKind:
        """The phase that goes from the start to the end: LIFT, or LOWER (the step-down)."""
        return self._drawn(asked).moves_on

    def breathes(self, asked: Depicted) -> bool:
        """Whether the figure can be shown breathing while it holds."""
        return self._drawn(asked).breathes

    def mistakes(self, asked: Depicted) -> tuple[str, ...]:
        """The names of the mistakes that can be drawn."""
        return tuple(self._drawn(asked).mistakes)

    def _drawn(self, asked: Depicted) -> Drawn:
        return self._library.figure(asked.figure).drawn(asked.rung)

    def _shown(self, asked: Depicted, mistake: str, kind: Showing, *, other: bool) -> _Shown:
        drawn = self._drawn(asked)
        if mistake and mistake not in drawn.mistakes:
            raise ContentError(asked.figure, f"mistakes.{mistake}: is not drawn")
        make = partial(Movement, drawn, self._library.body, side=asked.side, reach=asked.reach)
        good, wrong = make(), make(mistake=mistake)
        shown, unseen = (wrong, good) if kind is Showing.MISTAKE else (good, wrong)
        return _Shown(
            movement=shown,
            view=wrong.view,
            fit_with=(unseen,) if mistake else (),
            resistance=asked.resistance,
            other=other,
        )

    def _room(self, shown: _Shown, canvas: Canvas) -> tuple[Canvas, tuple[Inset, ...]] | None:
        """The insets and what they leave of the picture; None where there is no room for them."""
        drawn = shown.movement.drawn
        panels = places(drawn.insets, canvas.width, canvas.height)
        if not panels:
            return None
        if drawn.attitude is Attitude.STANDING:
            return beside(canvas, drawn.insets), drawn.insets
        lower = below(canvas, panels, _points(shown), shown.view)
        return (lower, drawn.insets) if lower else None

    def _painter(
        self, shown: _Shown, canvas: Canvas, colours: Colours, inset: Inset | None = None
    ) -> FigurePainter:
        return FigurePainter(
            shown.movement,
            self._library,
            canvas,
            colours,
            resistance=shown.resistance,
            view=inset.view if inset else shown.view,
            fit_with=shown.fit_with,
            other=shown.other,
            instants=shown.instants,
            frame=np.array(inset.frame) if inset and inset.frame else None,
        )

    def _panels(
        self,
        shown: _Shown,
        insets: tuple[Inset, ...],
        size: Size,
        colours: Colours,
        title_font: QFont | None,
    ) -> list[Panel]:
        font = title_font or _title_font(size)
        paper = replace(colours, ground=colours.panel)
        panels = []
        for inset, place in zip(insets, places(insets, *size), strict=True):
            strip = title_height(font, tr(inset.title), place.width())
            canvas = Canvas(width=place.width(), height=place.height(), top=strip)
            make = partial(self._painter, shown, canvas, paper, inset)
            panels.append(Panel(inset=inset, place=place, scenery=Scenery(canvas, make), font=font))
        return panels


def _points(shown: _Shown) -> Vec:
    """What is seen of the movement, and of what has to fit in beside it."""
    return room_of(
        shown.movement,
        resistance=shown.resistance,
        view=shown.view,
        fit_with=shown.fit_with,
        other=shown.other,
    ).points


def _clear(shown: _Shown, canvas: Canvas, badge: Size) -> Canvas:
    """As much of the canvas left free as keeps the figure clear of the badge."""
    if not any(badge):
        return canvas
    return clear_of(badge, canvas, _points(shown), shown.view)


def _lines(movement: Movement, mistake: str, kind: Showing) -> Lines:
    return Lines(lines=movement.cue_lines(mistake), mistaken=kind is Showing.MISTAKE)


def _title_font(size: Size) -> QFont:
    font = QFont()
    font.setPixelSize(max(SMALLEST_TITLE, round(size[1] * 0.03)))
    return font
