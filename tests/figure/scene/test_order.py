"""Painter order: who votes for being in front, and the order that follows."""

from __future__ import annotations

import numpy as np
import pytest

from hipcoach.figure.scene.boxes import Box
from hipcoach.figure.scene.camera import Camera
from hipcoach.figure.scene.flesh import Flesh
from hipcoach.figure.scene.order import Order, painter_order, plan_order
from hipcoach.figure.scene.scene import Loop, Scene, Strap
from hipcoach.figure.skeleton.vectors import vector
from hipcoach.figure.values.body import Ellipsoid, Part
from hipcoach.figure.values.drawn import View
from hipcoach.figure.values.props import Triple
from tests.figure.bodies import BODY, stance_of
from tests.figure.faults import faults

CAMERA = Camera(view=View(azimuth=0, elevation=0), scale=330.0)  # looks from +z
STANCE = stance_of(y=1.0)


def ball(name: str, x: float, y: float, z: float, towards: float = 0.0) -> tuple[Part, Ellipsoid]:
    """A ball of 10 cm radius in the room, metres."""
    part = Part(name=name, hulls=((name,),), colour="skin", axis=(name, name), towards=towards)
    centre: Triple = (x / 2, y / 2, z / 2)  # of two metres
    return part, Ellipsoid(frame="world", centre=centre, radii=(0.05, 0.05, 0.05))


def order_of(
    *balls: tuple[Part, Ellipsoid],
    scene: Scene | None = None,
    in_front: tuple[tuple[str, str], ...] = (),
) -> Order:
    """The order of some balls in a scene."""
    flesh = Flesh([part for part, _ in balls], {p.name: e for p, e in balls}, BODY)
    return plan_order(flesh, scene or Scene(), CAMERA, [STANCE], in_front)


def test_what_is_nearer_is_painted_later() -> None:
    balls = ball("near", 0, 0, 0.3), ball("far", 0.05, 0, -0.3), ball("middle", 0, 0.05, 0)
    assert order_of(*balls).painted() == ("far", "middle", "near")
    assert faults(order_of(*balls), 0) == []


def test_things_that_do_not_meet_on_the_screen_do_not_vote() -> None:
    assert not order_of(ball("one", 0, 0, 0.3), ball("other", 1, 0, -0.3)).votes.any()


def test_a_part_may_be_pushed_towards_the_viewer() -> None:
    balls = ball("back", 0, 0, 0, towards=0.05), ball("front", 0, 0, 0.03)
    assert order_of(*balls).painted() == ("front", "back")


def test_an_authored_pair_overrides_the_votes() -> None:
    balls = ball("near", 0, 0, 0.3), ball("far", 0, 0, -0.3)
    forced = order_of(*balls, in_front=(("far", "near"), ("far", "nobody")))
    assert forced.painted() == ("near", "far")


@pytest.mark.parametrize(("z", "painted"), [(0.3, ("step", "ball")), (-0.3, ("ball", "step"))])
def test_a_box_is_ordered_by_the_face_between(z: float, painted: tuple[str, ...]) -> None:
    step = Box(name="step", low=vector((-2, -0.1, -0.1)), high=vector((2, 0.1, 0.1)))
    assert order_of(ball("ball", 0, 0, z), scene=Scene(boxes=(step,))).painted() == painted


@pytest.mark.parametrize(("top", "painted"), [(-0.1, ("seat", "hip")), (0.3, ("hip", "seat"))])
def test_a_seat_is_behind_who_sits_on_it_if_the_eye_sees_its_top(
    top: float, painted: tuple[str, ...]
) -> None:
    seat = Box(name="seat", low=vector((-0.3, -0.5, -0.4)), high=vector((0.3, top, 0.9)))
    sitting = ball("hip", 0, top + 0.1, -0.3)  # farther away than the seat's middle
    assert order_of(sitting, scene=Scene(boxes=(seat,))).painted() == painted


def test_a_glued_part_follows_its_limb() -> None:
    scene = Scene(glued={"cuff": "leg"})
    balls = ball("cuff", 0, 0, -0.05), ball("leg", 0, 0, 0), ball("other", 0, 0, 0.3)
    assert order_of(*balls, scene=scene).painted() == ("leg", "cuff", "other")


def test_a_strap_is_ordered_like_flesh() -> None:
    strap = Strap(
        name="strap", limb="R_shank", anchor=vector((0, 0.3, 1)), local=vector((0, -0.1, 0))
    )
    order = order_of(ball("behind", 0, 0.35, -0.3), scene=Scene(straps=(strap,)))
    assert order.painted() == ("behind", "strap")


def test_a_loop_goes_round_its_limbs() -> None:
    loop = Loop(name="loop", limbs=("one", "two"), centre=vector((0, 0, 0)), axis=1, radius=0.1)
    balls = ball("two", 0, 0, 0.3), ball("floor", 0, 0, -0.6), ball("one", 0, 0, 0)
    order = order_of(*balls, scene=Scene(loops=(loop,)))
    assert order.painted() == ("floor", "one", "two")
    assert order.loops_before == {1: (loop,)}
    assert order.loops_after == {2: (loop,)}


def test_the_fewest_votes_are_contradicted() -> None:
    cycle = np.array([[0.0, 5, -1], [-5, 0, 4], [1, -4, 0]])  # 0 over 1 over 2, weakly 2 over 0
    assert painter_order(cycle, np.zeros(3)) == [2, 1, 0]


def test_ties_are_broken_by_depth() -> None:
    assert painter_order(np.zeros((3, 3)), np.array([0.2, -0.5, 0.1])) == [1, 2, 0]


def test_faults_tell_what_the_order_spoils() -> None:
    passing = [  # the ball swings from behind the post to before it
        stance_of(y=1.0, z=-0.3),
        stance_of(y=1.0, z=-0.2),
        stance_of(y=1.0, z=0.3),
    ]
    post, foot = ball("post", 0, 1, 0), ball("foot", 0, 0, 0)
    riding = Ellipsoid(frame="pelvis", centre=(0, 0, 0), radii=(0.05, 0.05, 0.05))
    flesh = Flesh([post[0], foot[0]], {"post": post[1], "foot": riding}, BODY)
    order = plan_order(flesh, Scene(), CAMERA, passing)
    assert order.painted() == ("foot", "post")
    (fault,) = faults(order)
    assert (fault.instant, fault.front, fault.behind) == (2, "foot", "post")
    disc = np.pi * (0.1 * 330) ** 2
    assert 0.2 * disc < fault.area < disc
    assert faults(order, fault.area) == []
