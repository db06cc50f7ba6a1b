"""The rulers themselves: what each general rule must notice, and what measures say of one body."""

from __future__ import annotations

import inspect
from collections.abc import Callable, Iterable
from dataclasses import replace

import numpy as np
import pytest

from hipcoach.figure.skeleton.skeleton import Stance
from hipcoach.figure.skeleton.vectors import Frame, vector
from hipcoach.figure.values.drawn import Check, When
from tests.figure import invariants, measures
from tests.figure.mass import centre_of_mass, outside_of
from tests.figure.measures import MEASURES, Instant
from tests.figure.runs import IDS, Run, drawn, run

STANDING = "standing-band-abduction"


def instant() -> Instant:
    stance = run(STANDING).start
    return Instant(now=stance, start=stance, body=run(STANDING).body)


def changed(stance: Stance, **changes: object) -> Stance:
    """A stance whose joints, angles or misses are partly replaced."""
    merged = {name: {**getattr(stance, name), **new} for name, new in changes.items()}
    return replace(stance, **merged)


def stretched(stance: Stance) -> Stance:
    return changed(stance, joints={"R_ankle": stance.joints["R_ankle"] + (0.0, -0.01, 0.0)})


def inside_out(stance: Stance) -> Stance:
    frame = stance.frames["R_foot"]
    return changed(stance, frames={"R_foot": Frame(frame.rotation * (1, 1, -1), frame.origin)})


def raised(stance: Stance, up: float) -> Stance:
    frames = {
        name: Frame(frame.rotation, frame.origin + vector((0.0, up, 0.0)))
        for name, frame in stance.frames.items()
    }
    return changed(stance, frames=frames)


def sunk(stance: Stance) -> Stance:
    return raised(stance, -0.05)


def floating(stance: Stance) -> Stance:
    return raised(stance, 0.05)


def crossed(stance: Stance) -> Stance:
    names = ("hip", "knee", "ankle")
    return changed(stance, joints={f"R_{name}": stance.joints[f"L_{name}"] for name in names})


TAMPERED: tuple[tuple[Callable[[Run], Iterable[str]], Callable[[Stance], Stance]], ...] = (
    (invariants.bones, stretched),
    (invariants.rigid, inside_out),
    (invariants.reach, lambda stance: changed(stance, misses={"L_ankle": 0.01})),
    (invariants.joints, lambda stance: changed(stance, angles={"R_knee.flex": -9.0})),
    (invariants.floor, sunk),
    (invariants.floor, floating),
    (invariants.legs, crossed),
    (invariants.smooth, stretched),
    (invariants.quiet, lambda stance: changed(stance, angles={"lumbar.flex": 6.0})),
)


@pytest.mark.parametrize(("rule", "tamper"), TAMPERED, ids=lambda each: each.__name__)
def test_every_rule_notices_what_it_is_for(
    rule: Callable[[Run], Iterable[str]], tamper: Callable[[Stance], Stance]
) -> None:
    good = run(STANDING)
    middle = len(good.stances) // 2
    stances = [*good.stances]
    stances[middle] = tamper(stances[middle])
    assert not list(rule(good))
    assert list(rule(replace(good, stances=tuple(stances))))


def test_measures_of_a_body_that_stands() -> None:
    at = instant()
    assert measures.off_axis(at, "pelvis", "lumbar", "up") < 15
    assert measures.slope(at, "L_hip", "R_hip") == pytest.approx(0, abs=1e-6)
    assert measures.distance(at, "L_hip", "R_hip") == pytest.approx(2 * 0.052 * 1.70)
    assert measures.beyond(at, "L_heel", "L_toe", "forward") > 0.2
    assert measures.beyond(at, "L_hip", "R_hip", "right") > 0
    assert measures.skin(at, "L_heel") == pytest.approx(0, abs=0.01)
    assert measures.drift(at, "L_ankle", "R_ankle") == 0
    assert measures.bend(at, "L_hip", "L_knee", "L_ankle") == pytest.approx(
        at.now.angles["L_knee.flex"]
    )


def test_balance_is_inside_between_the_feet_and_outside_beside_them() -> None:
    at = instant()
    assert measures.off_balance(at, "L_sole", "R_sole") < 0
    assert measures.off_balance(at, "R_toe", "R_heel") > 0.01
    assert 0.8 < centre_of_mass(at.now, at.body)[1] < 1.1  # 55 to 57 % of stature


def test_outside_of_a_square() -> None:
    square = np.array([[x, 0, z] for x in (0.0, 1.0) for z in (0.0, 1.0)])
    assert outside_of(np.array([0.5, 3.0, 0.5]), square) == pytest.approx(-0.5)
    assert outside_of(np.array([1.2, 3.0, 0.5]), square) == pytest.approx(0.2, abs=0.001)


@pytest.mark.parametrize("when", When)
def test_a_check_looks_where_it_says(when: When) -> None:
    each = run(STANDING)
    start, end = each.start.angles["R_hip.abd"], each.end.angles["R_hip.abd"]
    seen = {When.START: start, When.END: end, When.ALWAYS: end, When.CHANGE: end - start}[when]
    check = Check(name="leg", measure="angle", of=("R_hip.abd",), when=when, most=0, why="test")
    assert 0 < start < end
    assert invariants.excess(check, each) == (pytest.approx(seen), pytest.approx(seen))


def test_every_measure_is_explained_and_used() -> None:
    used = {check.measure for exercise in IDS for check in drawn(exercise).checks}
    assert used == MEASURES.keys()
    assert all(inspect.getdoc(measure) for measure in MEASURES.values())
