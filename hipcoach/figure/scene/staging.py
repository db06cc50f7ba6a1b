"""A movement on its stage, before a camera: everything that is worked out once per picture."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from hipcoach.core.exercise import Resistance
from hipcoach.figure.scene.camera import Camera, Canvas
from hipcoach.figure.scene.extent import Extent, extent_of
from hipcoach.figure.scene.flesh import Flesh
from hipcoach.figure.scene.order import Order, plan_order
from hipcoach.figure.scene.scene import Scene
from hipcoach.figure.scene.setting import build_scene
from hipcoach.figure.skeleton.mirror import mirror_name
from hipcoach.figure.skeleton.movement import Movement
from hipcoach.figure.skeleton.skeleton import Stance
from hipcoach.figure.skeleton.vectors import Vec
from hipcoach.figure.values.body import Body
from hipcoach.figure.values.drawn import View

INSTANTS = (0.0, 0.25, 0.5, 0.75, 1.0)  # at which the room and the order are looked at
NOTHING = Resistance()


@dataclass(frozen=True, slots=True, kw_only=True)
class Staging:
    """Props, flesh, room, fitted camera and painter order of one movement in one picture."""

    scene: Scene
    flesh: Flesh
    extent: Extent
    camera: Camera
    order: Order

    @property
    def unit(self) -> float:
        """As the camera's."""
        return self.camera.unit


def stage(
    movement: Movement,
    canvas: Canvas,
    *,
    resistance: Resistance = NOTHING,
    without: Collection[str] = (),
    view: View | None = None,
    fit_with: Sequence[Movement] = (),
    frame: Vec | None = None,
    other: bool = False,
    instants: Sequence[float] = INSTANTS,
) -> Staging:
    """Set a movement up in a picture, with the props that this resistance shows.

    `without`: names of body parts that this look does not have (the bun). `view`: another view
    than its own. `fit_with`: movements that have to fit into the same picture (the other one of a
    pair). `frame`: points (N, 3) to show instead of the whole movement (an inset's region).
    `other`: the other half of an alternating repetition; the camera fits both halves. `instants`:
    the shares of the movement that have to fit in; of a still there is only one.
    """
    scene = build_scene(movement.drawn.props, movement.at(0.0), movement.body, resistance)
    flesh = _flesh(movement.body, scene, without)
    camera = Camera(view=view or movement.view)
    room = _room((movement, *fit_with), other, instants)
    extent = extent_of(flesh, scene, room, camera)
    fitted = camera.fit(extent.points if frame is None else frame, canvas)
    stances = room[: len(instants)]
    order = plan_order(flesh, scene, fitted, stances, _pairs(movement, other))
    return Staging(scene=scene, flesh=flesh, extent=extent, camera=fitted, order=order)


def room_of(
    movement: Movement,
    *,
    resistance: Resistance = NOTHING,
    view: View | None = None,
    fit_with: Sequence[Movement] = (),
    other: bool = False,
) -> Extent:
    """The room that `stage` would fit its camera to, without the rest of its work."""
    scene = build_scene(movement.drawn.props, movement.at(0.0), movement.body, resistance)
    camera = Camera(view=view or movement.view)
    room = _room((movement, *fit_with), other, INSTANTS)
    return extent_of(_flesh(movement.body, scene, ()), scene, room, camera)


def _room(movements: Sequence[Movement], other: bool, instants: Sequence[float]) -> list[Stance]:
    """Every stance that has to fit in; the first ones are the first movement's."""
    return [stance for one in movements for stance in _repetition(one, other, instants)]


def _repetition(movement: Movement, other: bool, instants: Sequence[float]) -> list[Stance]:
    """The instants of this half, and then of the other one where they alternate."""
    halves = (other, not other) if movement.alternates else (other,)
    return [movement.at(share, other=half) for half in halves for share in instants]


def _pairs(movement: Movement, other: bool) -> tuple[tuple[str, str], ...]:
    """The authored pairs of things, the first in front of the second."""
    pairs = movement.drawn.order
    if not other:
        return pairs
    return tuple((mirror_name(front), mirror_name(behind)) for front, behind in pairs)


def _flesh(body: Body, scene: Scene, without: Collection[str]) -> Flesh:
    parts = [part for part in body.parts if part.name not in without]
    return Flesh([*parts, *scene.soft], {**body.ellipsoids, **scene.ellipsoids}, body)
