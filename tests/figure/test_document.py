"""docs/drawing-an-exercise.md says what is true: its example is drawn, and nothing is left out."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest

from hipcoach.figure.reading.library import Library
from hipcoach.figure.skeleton.movement import Movement
from hipcoach.figure.values.drawn import Attitude, When
from hipcoach.figure.values.names import POSE_NAMES
from tests.figure import invariants
from tests.figure.measures import MEASURES
from tests.figure.runs import Run

EXAMPLE = "side-lying-hip-abduction"


@pytest.fixture(scope="module")
def document(root: Path) -> str:
    return (root / "docs" / "drawing-an-exercise.md").read_text(encoding="utf-8")


def test_the_example_is_a_figure_that_holds(document: str, root: Path, tmp_path: Path) -> None:
    folder = tmp_path / "figure"
    shutil.copytree(root / "resources" / "figure", folder)
    (example,) = re.findall(r"```toml\n(.*?)```", document, re.DOTALL)
    (folder / "poses" / f"{EXAMPLE}.toml").write_text(example, encoding="utf-8")
    library = Library(folder)
    drawn = library.figure(EXAMPLE).plain
    movement = Movement(drawn, library.body)
    stances = tuple(movement.at(share) for share in (0.0, 0.5, 1.0))
    shown = Run(name=EXAMPLE, drawn=drawn, body=library.body, stances=stances)
    still = [problem for rule in (invariants.bones, invariants.reach) for problem in rule(shown)]
    assert (still, invariants.broken(shown), invariants.unchecked(shown)) == ([], {}, [])
    assert drawn.mistakes


@pytest.mark.parametrize("name", [*MEASURES, *Attitude, *When])
def test_every_measure_attitude_and_time_is_named(document: str, name: str) -> None:
    assert f"`{name}`" in document


def test_every_joint_of_a_pose_is_explained(document: str) -> None:
    joints = {name.rpartition(".")[0].replace("L_", "R_") for name in POSE_NAMES} - {"", "R"}
    assert {joint for joint in joints if f"`{joint}" not in document} == set()


def test_every_file_that_is_named_is_there(document: str, root: Path) -> None:
    named = re.findall(r"`((?:tests|resources|hipcoach|docs)/[\w./-]+)`", document)
    assert named
    for path in named:
        assert (root / path).exists() or "ID" in path, path
