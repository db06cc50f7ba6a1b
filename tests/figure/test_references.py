"""Every figure still looks as it did when it was approved: tests/figure/references.

`--keep-pictures` keeps what is drawn now; look at it before. What is alike, and why so much may
differ, is in pictures.py.
"""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtGui import QImage, QPainter

from hipcoach.core.exercise import Resistance, Side
from tests.figure.pictures import ALLOWED, Cell, difference, more, plain, sheet, unlike
from tests.figure.runs import IDS, drawn
from tests.figure.stages import RESISTANCES

REFERENCES = Path(__file__).parent / "references"

SHOWN_MORE = (
    "bird-dog",
    "clamshell-band",
    "cook-hip-lift",
    "lateral-step-down",
    "seated-band-internal-rotation",
    "side-plank",
    "standing-band-hip-extension",
)
"""One of each position: also the left side in the dark, and a mistake."""

pytestmark = pytest.mark.usefixtures("qapp")
exercises = pytest.mark.parametrize("exercise", IDS)


def cells(exercise: str) -> list[Cell]:
    shown = drawn(exercise)
    return plain(shown) + (more(shown) if exercise in SHOWN_MORE else [])


@exercises
def test_a_figure_looks_as_it_was_approved(
    exercise: str, tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    seen, kept = sheet(cells(exercise)), REFERENCES / f"{exercise}.png"
    if request.config.getoption("--keep-pictures"):
        REFERENCES.mkdir(exist_ok=True)
        seen.save(str(kept))
    approved = QImage(str(kept))
    blocks = unlike(seen, approved)
    if blocks > ALLOWED:
        seen.save(str(tmp_path / f"{exercise}.png"))
        difference(seen, approved).save(str(tmp_path / f"{exercise}-difference.png"))
    assert blocks <= ALLOWED, f"picture and difference are in {tmp_path}, what was kept is {kept}"


def test_every_picture_that_is_kept_is_compared() -> None:
    assert sorted(path.stem for path in REFERENCES.iterdir()) == IDS
    assert sum(path.stat().st_size for path in REFERENCES.iterdir()) < 1_000_000


@exercises
def test_a_mistake_or_the_other_side_is_no_small_difference(exercise: str) -> None:
    """A mistake that slipped into the pose itself, seen from where the exercise is seen."""
    shown = drawn(exercise)
    good = sheet(plain(shown))
    for mistake in shown.mistakes:
        assert unlike(sheet(plain(shown, mistake=mistake)), good) > ALLOWED, mistake
    mirrored = sheet(plain(shown, side=Side.LEFT))
    assert unlike(mirrored, good) > ALLOWED


@exercises
def test_a_missing_prop_is_no_small_difference(exercise: str) -> None:
    shown = drawn(exercise)
    for prop in shown.props:
        resistance = RESISTANCES.get(type(prop), Resistance())
        there = sheet(plain(shown, resistance=resistance))
        gone = replace(shown, props=tuple(each for each in shown.props if each is not prop))
        assert unlike(sheet(plain(gone, resistance=resistance)), there) > ALLOWED, prop


@pytest.mark.parametrize("exercise", ["dead-bug", "standing-band-abduction"])
@pytest.mark.parametrize("by", [(1, 0), (0, 1)])
def test_another_machines_edges_are_a_small_difference(exercise: str, by: tuple[int, int]) -> None:
    """A whole picture a quarter of a pixel aside is further off than any edge has been."""
    good = sheet(plain(drawn(exercise)))
    moved = good.copy()
    painter = QPainter(moved)
    painter.setOpacity(0.25)
    painter.drawImage(QPoint(*by), good)
    painter.end()
    assert moved != good
    assert unlike(moved, good) <= ALLOWED
