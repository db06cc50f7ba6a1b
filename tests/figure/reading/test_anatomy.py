"""The body and its muscles: the left side is the right one's mirror, and every name exists."""

from __future__ import annotations

import shutil
from collections.abc import Mapping
from pathlib import Path

import pytest

from hipcoach.figure.reading.library import Library
from hipcoach.figure.values.body import Body, Muscle
from hipcoach.figure.values.names import FRAMES, JOINTS, is_point
from hipcoach.paths import resource
from hipcoach.store.content import ContentError


@pytest.fixture(scope="module")
def library() -> Library:
    return Library(resource("figure"))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A copy of the body's files that a test may break."""
    copy = tmp_path / "resources" / "figure"
    copy.mkdir(parents=True)
    for name in ("body.toml", "muscles.toml"):
        shutil.copy(resource("figure") / name, copy / name)
    return copy


def test_flesh_is_the_same_on_both_sides(library: Library) -> None:
    flesh = library.body.ellipsoids
    right = [name for name in flesh if name.startswith("R_")]
    assert len(right) > 25
    for name in right:
        here, there = flesh[name], flesh["L" + name[1:]]
        assert there.frame == here.frame.replace("R_", "L_")
        assert there.centre == (here.centre[0], here.centre[1], -here.centre[2])
        assert there.radii == here.radii


def test_trunk_and_head_are_in_the_middle(library: Library) -> None:
    middle = [e for name, e in library.body.ellipsoids.items() if name[:2] not in ("R_", "L_")]
    assert middle
    assert all(ellipsoid.centre[2] == 0 for ellipsoid in middle)


def test_every_limb_is_a_part_on_both_sides(library: Library) -> None:
    parts = {part.name: part for part in library.body.parts}
    assert len(parts) == len(library.body.parts)
    for limb in ("thigh", "shank", "foot", "uarm", "farm", "hand"):
        right, left = parts[f"R_{limb}"], parts[f"L_{limb}"]
        mirrored = [[name.replace("R_", "L_") for name in hull] for hull in right.hulls]
        assert [list(hull) for hull in left.hulls] == mirrored
        assert left.colour == right.colour


def test_muscles_of_both_sides(library: Library) -> None:
    here, there = library.muscles["glute_med_R"], library.muscles["glute_med_L"]
    assert there.on == ("pelvis", "L_thigh")
    assert [anchor.at[2] for anchor in there.fan] == [-anchor.at[2] for anchor in here.fan]
    assert there.normal.at[2] == -here.normal.at[2]
    assert "abdominals" in library.muscles


def test_thumbs_point_inwards_on_a_flat_palm(library: Library) -> None:
    """Palm towards +x and fingers towards -y: a right hand's thumb is at +z, a left one's at -z."""
    flesh = library.body.ellipsoids
    assert flesh["R_thumb"].centre[2] > 0 > flesh["L_thumb"].centre[2]


def test_names_of_places() -> None:
    assert {"R_knee", "L_ankle", "pelvis"} <= JOINTS
    assert {"world", "R_uarm", "thorax"} <= FRAMES
    assert is_point("L_knee+R_knee")
    assert is_point("neck")
    assert not is_point("world")
    assert not is_point("L_knee+R_kne")


def everything(library: Library) -> tuple[Body, Mapping[str, Muscle]]:
    return library.body, library.muscles


BROKEN = {
    "a frame that is none": (
        'belly = { frame = "lumbar"',
        'belly = { frame = "lumbr"',
        'body.toml: ellipsoids.belly.frame: there is no frame "lumbr"',
    ),
    "no size": (
        "radii = [0.034, 0.04, 0.056]",
        "radii = [0.034, 0, 0.056]",
        "body.toml: ellipsoids.belly.radii: must be at least 0.001",
    ),
    "hardly any size": (
        "radii = [0.034, 0.04, 0.056]",
        "radii = [0.034, 1e-300, 0.056]",
        "body.toml: ellipsoids.belly.radii: must be at least 0.001",
    ),
    "an endless number": (
        "centre = [0.026, 0.018, 0]",
        "centre = [0.026, inf, 0]",
        "body.toml: ellipsoids.belly.centre[1]: inf is no number from -1000 to 1000",
    ),
    "a colour that is none": (
        'colour = "hair"',
        'colour = "hare"',
        'body.toml: parts.hair.colour: there is no colour "hare"',
    ),
    "two numbers": (
        "centre = [0.026, 0.018, 0]",
        "centre = [0.026, 0.018]",
        "body.toml: ellipsoids.belly.centre: Expected `array` of length 3, got 2",
    ),
    "flesh that is not there": (
        '["belly", "waist", "ribs"]',
        '["bely", "waist", "ribs"]',
        'body.toml: parts.thorax: there is no ellipsoid "bely"',
    ),
    "a swell of nothing": (
        'belly = ["belly"]',
        'belly = ["bely"]',
        'body.toml: swells.belly: there is no ellipsoid "bely"',
    ),
    "a left side": (
        "R_glute = {",
        'L_glute = { frame = "pelvis", centre = [0, 0, 0], radii = [1, 1, 1] }\nR_glute = {',
        "body.toml: L_glute: only the right side is authored",
    ),
    "a missing length": ("thigh = 0.245", "", 'body.toml: lengths: "thigh" is missing'),
    "an unknown place of a loop": (
        'thigh = { frame = "thigh"',
        'thihg = { frame = "thigh"',
        "body.toml: loops.thihg: 'thihg' is none of thigh, ankle, foot",
    ),
    "a loop on no frame": (
        'thigh = { frame = "thigh"',
        'thigh = { frame = "thihg"',
        'body.toml: loops.thigh.frame: there is no frame "R_thihg"',
    ),
    "a muscle on no part": (
        'on = ["pelvis", "R_thigh"]',
        'on = ["pelvis", "R_thihg"]',
        'muscles.toml: glute_med_R.on: there is no part "R_thihg"',
    ),
    "a muscle at no place": (
        'normal = { frame = "pelvis", at = [-0.25, 0.1, 1] }',
        'normal = { frame = "pelvis", at = [nan, 0.1, 1] }',
        "muscles.toml: glute_med_R.normal.at[0]: nan is no number from -1000 to 1000",
    ),
    "a muscle without a direction": (
        'normal = { frame = "pelvis", at = [-0.25, 0.1, 1] }',
        "",
        'muscles.toml: glute_med_R: "normal" is missing',
    ),
}


@pytest.mark.parametrize(("old", "new", "reason"), BROKEN.values(), ids=BROKEN)
def test_a_malformed_body_is_told(folder: Path, old: str, new: str, reason: str) -> None:
    file = folder / reason.partition(":")[0]
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new, 1), encoding="utf-8")
    library = Library(folder)
    with pytest.raises(ContentError) as raised:
        everything(library)
    assert str(raised.value) == f"resources/figure/{reason}"
