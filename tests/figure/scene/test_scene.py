"""Props become things that can be drawn: which, where, and mirrored for the left side."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from hipcoach.core.exercise import Resistance, ResistanceKind
from hipcoach.figure.scene.flesh import Flesh, Placed
from hipcoach.figure.scene.scene import Scene
from hipcoach.figure.scene.setting import build_scene
from hipcoach.figure.values import props as of
from hipcoach.figure.values.body import LoopSeat, Part
from hipcoach.figure.values.props import LoopPlace, Prop
from tests.figure.bodies import BODY, near, stance_of

KNEE = LoopSeat(frame="thigh", centre=(0, -0.2, 0), axis=1, radius=0.04)
BANDED = replace(BODY, loops={LoopPlace.THIGH: KNEE})
NOTHING = Resistance()
BAND = Resistance(kind=ResistanceKind.BAND, level=2)
ANKLE_WEIGHT = Resistance(kind=ResistanceKind.ANKLE_WEIGHT, kilograms=1)
HAND_WEIGHT = Resistance(kind=ResistanceKind.HAND_WEIGHT, kilograms=2)
LOOP = of.BandLoop(on=LoopPlace.THIGH)
STRAP = of.BandStrap(part="R_shank", anchor=(0.4, 0.12, -0.6))
WEIGHT = of.AnkleWeight(part="R_shank")
STANCE = stance_of(y=1.0)
LYING = stance_of(y=0.1, pitch=90)  # on its back, the head at -x


def scene(*props: Prop, resistance: Resistance = NOTHING) -> Scene:
    """What these props look like round a standing body."""
    return build_scene(props, STANCE, BANDED, resistance)


def placed(made: Scene) -> Placed:
    """The soft parts' ellipsoids in the room."""
    return Flesh(made.soft, made.ellipsoids, BODY).place(STANCE)


@pytest.mark.parametrize(
    ("resistance", "shown"),
    [
        (NOTHING, set()),
        (BAND, {"loop_thigh", "strap", "cuff", "post", "post_base", "post_hook"}),
        (ANKLE_WEIGHT, {"ankle_weight"}),
        (HAND_WEIGHT, {"R_hand_bar", "R_hand_disc0", "R_hand_disc1"}),
    ],
)
def test_only_the_resistance_that_is_used_is_shown(resistance: Resistance, shown: set[str]) -> None:
    made = scene(LOOP, STRAP, WEIGHT, of.HandWeight(part="R_hand"), resistance=resistance)
    assert {thing.name for thing in (*made.soft, *made.loops, *made.straps)} == shown


def test_a_loop_knows_its_limbs() -> None:
    (loop,) = scene(LOOP, resistance=BAND).loops
    assert loop.limbs == ("L_thigh", "R_thigh")
    assert near(loop.centre, (0, -0.4, 0))
    assert loop.radius == pytest.approx(0.08)


def test_what_sits_on_a_limb_is_glued_to_it() -> None:
    assert scene(STRAP, resistance=BAND).glued == {"cuff": "R_shank"}
    assert scene(WEIGHT, resistance=ANKLE_WEIGHT).glued == {"ankle_weight": "R_shank"}
    ankle = STANCE.joints["R_ankle"]
    around = placed(scene(WEIGHT, resistance=ANKLE_WEIGHT)).centres
    assert np.linalg.norm(around - ankle, axis=1).max() < 0.15


def test_a_pillow_carries_the_head_and_lies_on_the_floor() -> None:
    made = build_scene([of.Pillow(size=(0.3, 0.4))], LYING, BODY, NOTHING)
    pillow = Flesh(made.soft, made.ellipsoids, BODY).place(LYING)
    top = pillow.reach(np.array([[0.0, 1, 0]]))[:, 1].max()
    head = LYING.frames["head"].origin
    assert top == pytest.approx(head[1] - 0.046 * 2, abs=0.03)
    assert pillow.lowest().min() == pytest.approx(0, abs=0.01)
    assert np.abs((pillow.centres - head)[:, [0, 2]]).max() < 0.2


def test_a_pillow_may_have_a_height_of_its_own() -> None:
    made = build_scene([of.Pillow(size=(0.3, 0.4), top=0.08)], LYING, BODY, NOTHING)
    pillow = Flesh(made.soft, made.ellipsoids, BODY).place(LYING)
    assert pillow.reach(np.array([[0.0, 1, 0]]))[:, 1].max() == pytest.approx(0.08, abs=0.007)


def test_a_step_is_as_high_as_it_says() -> None:
    (box,) = scene(of.Step(at=(0.1, 0, 0.2), size=(0.4, 0.3), height=0.15)).boxes
    assert near(box.low, (-0.1, 0, 0.05))
    assert near(box.high, (0.3, 0.15, 0.35))
    assert box.catches_shadow


def test_a_stool_stands_on_four_legs() -> None:
    made = scene(of.Stool(at=(0.1, 0, 0), height=0.4))
    (seat,) = made.boxes
    assert seat.high[1] == pytest.approx(0.4)
    assert len(made.soft) == 4
    legs = placed(made)
    assert legs.lowest().min() == pytest.approx(-0.005, abs=0.001)  # round ends, no gap
    assert legs.centres[:, 1].max() < 0.4


def test_a_chairs_seat_points_away_from_its_backrest() -> None:
    made = scene(of.Chair(at=(0.2, 0, -0.5), facing=(0, 0, -1), height=0.8))
    (seat,) = made.boxes
    assert near(seat.low[[0, 2]], (0.0, -0.9))
    assert near(seat.high[[0, 2]], (0.4, -0.5))
    rods = placed(made)
    top = rods.centres[rods.centres[:, 1] > 0.5]
    assert top[:, 1].max() == pytest.approx(0.8)
    assert top[:, 2] == pytest.approx(-0.5)  # only the backrest is that high


def test_a_towel_in_the_hip_crease_rides_on_its_frame() -> None:
    roll = of.TowelRoll(frame="pelvis", at=(0.1, 0.05, -0.05), radius=0.02, half=0.04)
    towel = placed(scene(roll, of.KneeTowel(part="R_thigh")))
    assert near(towel.centres[1], (0.2, 1.1, -0.1))
    assert np.ptp(towel.centres[:3, 2]) == pytest.approx(0.16)
    assert towel.centres[3:, 2] == pytest.approx(0.1 - 2 * 0.052)  # inside the right thigh


def test_mat_and_pad_lie_on_the_floor() -> None:
    made = scene(of.Mat(), of.KneePad(at=(0.1, 0, 0.2), size=(0.3, 0.2), thick=0.03))
    (pad,) = made.slabs
    assert made.on_mat
    assert pad.x == pytest.approx((-0.05, 0.25))
    assert pad.z == pytest.approx((0.1, 0.3))
    assert pad.y == (0, 0.03)
    assert near(pad.corners().max(axis=0), (0.25, 0.03, 0.3))


def test_names_and_colours_are_ready_for_the_painter() -> None:
    towels = [of.TowelRoll(frame="pelvis", at=(0.1, 0, z)) for z in (-0.05, 0.05)]
    made = build_scene(
        [*towels, of.Pillow(), of.Chair(at=(0, 0, 0), facing=(1, 0, 0)), STRAP, WEIGHT],
        STANCE,
        BODY,
        BAND,
    )
    names = [thing.name for thing in (*made.soft, *made.boxes, *made.straps)]
    assert len(names) == len(set(names))
    colours = {part.colour for part in made.soft}
    assert colours == {"pillow", "towel", "rod", "metal", "weight", "band"}
    assert all(_is_whole(part, made) for part in made.soft)


def _is_whole(part: Part, made: Scene) -> bool:
    named = {name for hull in (*part.hulls, *part.halo, part.axis) for name in hull}
    return named <= made.ellipsoids.keys()
