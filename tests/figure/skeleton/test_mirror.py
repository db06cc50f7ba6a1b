"""Left and right changed over."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from hipcoach.core.exercise import Side
from hipcoach.figure.skeleton.mirror import mirror_drawn, mirror_name, mirror_stance, mirror_view
from hipcoach.figure.skeleton.skeleton import solve
from hipcoach.figure.values.drawn import (
    Arrow,
    CueLine,
    Inset,
    MistakePose,
    View,
)
from hipcoach.figure.values.names import POSE_NAMES
from hipcoach.figure.values.props import (
    BandLoop,
    BandStrap,
    Chair,
    KneeTowel,
    LoopPlace,
    Mat,
    Pillow,
    TowelRoll,
)
from tests.figure.bodies import BODY, STANDING, near, quick, same_stance, stance_of

FREE = sorted(name for name in POSE_NAMES if not name.endswith((".x", ".y", ".z", ".roll")))


@pytest.mark.parametrize(
    ("name", "mirrored"),
    [
        ("R_knee", "L_knee"),
        ("L_hip.flex", "R_hip.flex"),
        ("glute_med_R", "glute_med_L"),
        ("L_knee+R_knee", "R_knee+L_knee"),
        ("abdominals", "abdominals"),
        ("pelvis", "pelvis"),
        ("", ""),
    ],
)
def test_a_name_changes_its_side(name: str, mirrored: str) -> None:
    assert mirror_name(name) == mirrored


@quick
@given(st.dictionaries(st.sampled_from(FREE), st.floats(-70, 70)))
def test_a_mirrored_body_is_a_proper_body_and_twice_mirrored_the_same(
    pose: dict[str, float],
) -> None:
    stance = solve(pose, STANDING, BODY)
    mirrored = mirror_stance(stance)
    assert same_stance(mirror_stance(mirrored), stance)
    for frame in mirrored.frames.values():
        assert np.linalg.det(frame.rotation) == pytest.approx(1)
    assert near(mirrored.joints["L_knee"], stance.joints["R_knee"] * (1, 1, -1))


@quick
@given(st.dictionaries(st.sampled_from(FREE), st.floats(-70, 70)))
def test_a_mirrored_body_is_the_one_that_the_mirrored_numbers_make(
    pose: dict[str, float],
) -> None:
    """Angles of limbs keep their values; the trunk bends, tips and turns to the other side."""
    other = {mirror_name(name): angle * _sign(name) for name, angle in pose.items()}
    assert same_stance(mirror_stance(solve(pose, STANDING, BODY)), solve(other, STANDING, BODY))


def _sign(name: str) -> int:
    turns = name.startswith(("lumbar", "thorax", "neck", "head")) and not name.endswith("flex")
    return -1 if turns or name in {"obliq", "rot", "yaw", "z"} else 1


def test_misses_and_flesh_are_mirrored_too() -> None:
    stance = replace(stance_of(flesh__belly=0.02), misses={"R_ankle": 0.01})
    assert mirror_stance(stance).misses == {"L_ankle": 0.01}
    assert mirror_stance(stance).swells == {"belly": 0.02, "chest": 0.0}


@pytest.mark.parametrize("azimuth", [0, 20, 90, -56])
def test_the_other_view_shows_the_picture_in_a_mirror(azimuth: float) -> None:
    """Its screen's right is the mirror image of the first one's left."""
    seen, other = (
        View(azimuth=azimuth, elevation=12),
        mirror_view(View(azimuth=azimuth, elevation=12)),
    )
    first, second = (np.radians(view.azimuth) for view in (seen, other))
    right, other_right = (np.array([np.cos(a), 0, -np.sin(a)]) for a in (first, second))
    assert near(other_right, -right * (1, 1, -1))
    assert other.elevation == 12


SIDED = replace(
    STANDING,
    trace="R_ankle",
    insets=(
        Inset(
            title="Front",
            view=View(azimuth=100, elevation=8),
            frame=((0.1, 0, 0.4),),
            arrows=(Arrow(start=(0, 0, 0.1), end=(0, 0, 0.5), compare=((1, 0, 0.6),)),),
        ),
    ),
    cue_lines=(CueLine(points=("R_hip", "L_knee+R_knee"), reference=(0, 1, 2.4)),),
    props=(
        Mat(),
        Pillow(),
        Chair(at=(0.1, 0, -0.5), facing=(0, 0, -1)),
        BandStrap(part="R_shank", anchor=(0.4, 0.1, 0.6)),
        BandLoop(on=LoopPlace.FOOT),
        TowelRoll(frame="pelvis", at=(0.1, 0.1, -0.05)),
        KneeTowel(part="R_thigh"),
    ),
    order=(("R_hand", "pelvis"),),
    mistakes={
        "leans": MistakePose(
            delta={"R_hip.abd": 5},
            view=View(azimuth=70, elevation=5),
            cue_lines=(CueLine(points=("R_hip", "R_knee"), chord=True),),
        ),
        "plain": MistakePose(delta={"rot": 5}),
    },
)


def test_what_is_drawn_changes_its_side() -> None:
    left = mirror_drawn(SIDED)
    assert (left.works, left.trace, left.muscles) == (Side.LEFT, "L_ankle", ("glute_med_L",))
    assert left.view == View(azimuth=160, elevation=10)
    assert left.order == (("L_hand", "pelvis"),)
    assert left.cue_lines == (CueLine(points=("L_hip", "R_knee+L_knee"), reference=(0, 1, -2.4)),)
    (inset,) = left.insets
    assert (inset.title, inset.view.azimuth, inset.frame) == ("Front", 80, ((0.1, 0, -0.4),))
    assert inset.arrows == (Arrow(start=(0, 0, -0.1), end=(0, 0, -0.5), compare=((1, 0, -0.6),)),)


def test_props_change_their_side() -> None:
    assert mirror_drawn(SIDED).props == (
        Mat(),
        Pillow(),
        Chair(at=(0.1, 0, 0.5), facing=(0, 0, 1)),
        BandStrap(part="L_shank", anchor=(0.4, 0.1, -0.6)),
        BandLoop(on=LoopPlace.FOOT),
        TowelRoll(frame="pelvis", at=(0.1, 0.1, 0.05)),
        KneeTowel(part="L_thigh"),
    )


def test_a_mistake_changes_its_lines_and_view_but_not_its_numbers() -> None:
    mistakes = mirror_drawn(SIDED).mistakes
    assert mistakes["leans"].view == View(azimuth=110, elevation=5)
    assert mistakes["leans"].cue_lines[0].points == ("L_hip", "L_knee")
    assert mistakes["leans"].delta == {"R_hip.abd": 5}
    assert mistakes["plain"] == SIDED.mistakes["plain"]


def test_what_is_drawn_is_the_same_when_mirrored_twice() -> None:
    assert mirror_drawn(mirror_drawn(SIDED)) == SIDED
