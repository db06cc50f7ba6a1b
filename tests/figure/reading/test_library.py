"""Reading the figure's data: positions, variants, keys and what is built on what."""

from __future__ import annotations

from pathlib import Path

import pytest

from hipcoach.core.exercise import Side
from hipcoach.core.tempo import PhaseKind
from hipcoach.figure.reading.library import Library
from hipcoach.figure.values.props import BandLoop, LoopPlace, Mat
from tests.figure.small_figure import FIGURE, copied, write


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A copy of resources/figure that a test may change."""
    return copied(tmp_path)


def test_keys_are_whole_poses_that_inherit(folder: Path) -> None:
    start, halfway, end = Library(folder).figure("bridge").plain.keys
    assert (start.at, halfway.at, end.at) == (0, 0.5, 1)
    assert start.pose["R_ankle.y"] == 0.07
    assert start.pose["L_hip.flex"] == halfway.pose["L_hip.flex"] == 45
    assert (halfway.pose["R_swivel"], halfway.pose["pitch"]) == (4, 2)
    assert (end.pose["R_swivel"], end.pose["L_hip.flex"], end.pose["pitch"]) == (10, 50, 2)


def test_values_have_their_types(folder: Path) -> None:
    drawn = Library(folder).figure("bridge").plain
    assert (drawn.works, drawn.moves_on) == (Side.RIGHT, PhaseKind.LIFT)
    assert drawn.props == (Mat(), BandLoop(on=LoopPlace.THIGH))
    assert drawn.checks[0].name == "knee"
    assert drawn.mistakes["knee_falls_in"].delta == {"R_swivel": -20}


def test_a_variant_is_laid_over_the_plain_movement(folder: Path) -> None:
    figure = Library(folder).figure("bridge")
    assert figure.drawn("lower") is figure.drawn("lowest") is figure.variants["low"]
    assert figure.drawn("low") is figure.drawn() is figure.plain
    assert figure.variants["low"].keys[-1].pose["R_swivel"] == 5
    assert figure.variants["low"].keys[-1].pose["L_hip.abd"] == 3


def test_without_takes_out_what_is_below(folder: Path) -> None:
    lying = Library(folder).figure("bridge").variants["lying"]
    assert lying.keys[-1].pose["L_hip.flex"] == 45
    assert lying.trace == ""
    assert lying.props == (Mat(),)


def test_a_variant_may_build_on_another(folder: Path) -> None:
    more = '[variants.lower_still]\nbased_on = "low"\nend.pitch = 9\n'
    write(folder, f"{FIGURE}\n{more}")
    end = Library(folder).figure("bridge").variants["lower_still"].keys[-1].pose
    assert (end["R_swivel"], end["pitch"]) == (5, 9)


def test_a_figure_may_build_on_another(folder: Path) -> None:
    write(folder, 'based_on = "bridge"\n[end]\nR_swivel = 7\n', "poses/other.toml")
    figure = Library(folder).figure("other")
    assert figure.plain.keys[-1].pose["R_swivel"] == 7
    assert figure.plain.keys[-1].pose["L_hip.flex"] == 50
    assert set(figure.rungs) == {"lower", "lowest"}


def test_a_figure_is_read_once(folder: Path) -> None:
    library = Library(folder)
    figure = library.figure("bridge")
    (folder / "poses/bridge.toml").unlink()
    assert library.figure("bridge") is figure
