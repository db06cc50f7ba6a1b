"""Contact sheets of the figures: every movement at three instants, both sides and themes, pairs."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import product
from pathlib import Path

from PySide6.QtCore import QPoint
from PySide6.QtGui import QImage, QPainter

from hipcoach.core.demonstration import Showing
from hipcoach.core.depicted import Depicted, depicted
from hipcoach.core.exercise import Resistance, Side
from hipcoach.figure.paint.palette import Colours
from hipcoach.figure.reading.library import Library
from hipcoach.figure.skeleton.pose import at_share
from hipcoach.figure.studio import Studio
from hipcoach.paths import resource
from hipcoach.store.catalogue import load_catalogue
from hipcoach.ui.tokens import load_tokens

PREFIX = "figure"
SIZES = ((480, 360), (1200, 800))
SHARES = (0.0, 0.5, 1.0)


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """One picture of a sheet."""

    asked: Depicted
    share: float
    mistake: str = ""
    kind: Showing = Showing.ALONE


class Sheets:
    """Draws with the product's own studio, in the colours of its stage."""

    def __init__(self) -> None:
        self._tokens = load_tokens(resource("style", "tokens.toml"))
        self._studio = Studio(resource("figure"))
        self._library = Library(resource("figure"))

    @cached_property
    def names(self) -> tuple[str, ...]:
        """Every figure, and behind it its variants: "side-plank", "side-plank-feet"."""
        return tuple(self._movements)

    def write(self, name: str, folder: Path) -> Iterator[Path]:
        """One sheet a size: a row for each side in each theme, the pairs behind the instants."""
        for width, height in SIZES:
            rows = [self._row(name, side) for side in (Side.RIGHT, Side.LEFT)]
            sheet = QImage(width * len(rows[0]), height * 4, QImage.Format.Format_RGB32)
            painter = QPainter(sheet)
            for y, (dark, row) in enumerate((dark, row) for dark in (False, True) for row in rows):
                for x, cell in enumerate(row):
                    image = self._drawn(cell, (width, height), dark=dark)
                    painter.drawImage(QPoint(x * width, y * height), image)
            painter.end()
            path = folder / f"{PREFIX}-{name}--{width}.png"
            sheet.save(str(path))
            yield path

    @cached_property
    def _movements(self) -> dict[str, Depicted]:
        """What each movement is on a rung of its ladder, with its band or weight, by its name."""
        found = {}
        for exercise in load_catalogue(resource()).exercises.values():
            variants = self._library.figure(exercise.id).rungs
            own = [rung for rung in exercise.ladder if rung.exercise is None]
            for rung in sorted(own, key=lambda rung: rung.resistance == Resistance()):
                variant = variants.get(rung.id)
                name = f"{exercise.id}-{variant}" if variant else exercise.id
                found.setdefault(name, depicted(exercise, rung))
        return dict(sorted(found.items()))

    def _row(self, name: str, side: Side) -> list[Cell]:
        asked = replace(self._movements[name], side=side)
        pairs = product(self._studio.mistakes(asked), (Showing.DO_THIS, Showing.MISTAKE))
        return [
            *(Cell(asked=asked, share=share) for share in SHARES),
            *(Cell(asked=asked, share=1.0, mistake=name, kind=kind) for name, kind in pairs),
        ]

    def _drawn(self, cell: Cell, size: tuple[int, int], *, dark: bool) -> QImage:
        picture = self._studio.picture(
            cell.asked, size, self._colours(dark=dark), mistake=cell.mistake, kind=cell.kind
        )
        return picture.image(*at_share(cell.share))

    def _colours(self, *, dark: bool) -> Colours:
        colours = self._tokens.dark if dark else self._tokens.light
        return Colours(
            dark=dark,
            look="sage",
            ground=colours["stage"],
            ink=colours["ink"],
            panel=colours["surface"],
            well_done=colours["primary"],
            mistaken=colours["amber_ink"],
        )
