"""The figure's data from resources/figure: read, completed and checked."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property
from pathlib import Path
from typing import Any, TypeVar

from hipcoach.figure.reading.anatomy import BodyTables, all_muscles, whole_body
from hipcoach.figure.reading.pose_checks import Known, figure_problems
from hipcoach.figure.reading.pose_file import read_figure
from hipcoach.figure.reading.tables import Table, merged, wild_numbers
from hipcoach.figure.values.body import Body, Muscle
from hipcoach.figure.values.drawn import FigureFile
from hipcoach.figure.values.looks import Look, Stage
from hipcoach.store.codec import Invalid, convert
from hipcoach.store.content import ContentError, load, shown

T = TypeVar("T")

BELOW = {"based_on": "poses", "position": "positions"}
"""The keys that name what a pose file builds on, and the folder where that lies."""


class Library:
    """All data of the figure. `folder` is resources/figure.

    Each file is read when it is first asked for and kept. Raises ContentError with file, exercise,
    key and reason.
    """

    def __init__(self, folder: Path) -> None:
        self._root, self._part = folder.parent, folder.name
        self._figures: dict[str, FigureFile] = {}

    @cached_property
    def body(self) -> Body:
        """The body, both sides (body.toml)."""
        try:
            return whole_body(convert(self._tame("body.toml"), BodyTables))
        except Invalid as error:
            raise self._error("body.toml", str(error)) from error

    @cached_property
    def muscles(self) -> Mapping[str, Muscle]:
        """The muscles by name, both sides: "glute_med_R" (muscles.toml)."""
        try:
            return all_muscles(convert(self._tame("muscles.toml"), dict[str, Muscle]), self.body)
        except Invalid as error:
            raise self._error("muscles.toml", str(error)) from error

    @cached_property
    def looks(self) -> Mapping[str, Look]:
        """The looks by id, in the order of the file (looks.toml)."""
        looks = self._load("looks.toml", dict[str, Look], keyed=True)
        if not looks:
            raise self._error("looks.toml", "there is no look")
        return looks

    @cached_property
    def stage(self) -> Stage:
        """The stage (stage.toml)."""
        return self._load("stage.toml", Stage)

    def ids(self) -> tuple[str, ...]:
        """The ids of all figures there are, sorted."""
        return tuple(
            sorted(path.stem for path in (self._root / self._part / "poses").glob("*.toml"))
        )

    def figure(self, figure_id: str) -> FigureFile:
        """The figure of an exercise."""
        if figure_id not in self._figures:
            self._figures[figure_id] = self._read_figure(figure_id)
        return self._figures[figure_id]

    def _read_figure(self, figure_id: str) -> FigureFile:
        name = f"poses/{figure_id}.toml"
        if figure_id not in self.ids():
            raise self._error(name, f"{figure_id}: there is no such figure")
        try:
            table = _tamed(self._table("poses", figure_id, ()))
            figure = read_figure(figure_id, table)
            for problem in figure_problems(figure, self._known):
                raise Invalid(problem)
        except Invalid as error:
            raise self._error(name, f"{figure_id}: {error}") from error
        return figure

    def _table(self, part: str, name: str, above: tuple[str, ...]) -> Table:
        """The table of a file, laid over what it builds on. `above`: the files that led here."""
        file = f"{part}/{name}.toml"
        if file in above:
            raise Invalid(f"{' builds on '.join((*above, file))}: goes round in a circle")
        raw = self._load(file, dict[str, Any])
        below = [(key, folder, raw.pop(key)) for key, folder in BELOW.items() if key in raw]
        if not below:
            return raw
        if len(below) > 1:
            raise Invalid(f"{file} has both based_on and position; one of them can be built on")
        key, folder, other = below[0]
        if not (isinstance(other, str) and self._exists(folder, other)):
            raise Invalid(f"{key}: there is no {folder}/{other}.toml")
        return merged(self._table(folder, other, (*above, file)), raw)

    def _exists(self, part: str, name: str) -> bool:
        return name in {path.stem for path in (self._root / self._part / part).glob("*.toml")}

    @cached_property
    def _known(self) -> Known:
        return Known(muscles=self.muscles, parts={part.name for part in self.body.parts})

    def _tame(self, name: str) -> Table:
        return _tamed(self._load(name, dict[str, Any]))

    def _load(self, name: str, kind: type[T], *, keyed: bool = False) -> T:
        return load(self._root, f"{self._part}/{name}", kind, keyed=keyed)

    def _error(self, name: str, reason: str) -> ContentError:
        return ContentError(shown(self._root, f"{self._part}/{name}"), reason)


def _tamed(table: Table) -> Table:
    """The table, if all of its numbers can be drawn. Raises Invalid."""
    for problem in wild_numbers(table):
        raise Invalid(problem)
    return table
