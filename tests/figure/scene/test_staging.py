"""Every figure on its stage: it fits its picture, and its painter order is never visibly wrong."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from hipcoach.core.exercise import Side
from hipcoach.figure.scene.outline import directions, outlines
from hipcoach.figure.scene.staging import Staging, stage
from hipcoach.figure.skeleton.mirror import mirror_name, mirror_view
from hipcoach.figure.skeleton.movement import Movement
from hipcoach.figure.skeleton.skeleton import Stance
from hipcoach.figure.skeleton.vectors import Vec
from hipcoach.figure.values.props import Mat
from tests.figure.faults import faults
from tests.figure.runs import IDS, library, variants
from tests.figure.stages import CANVAS, alone, insets, pairs, resistances

MIRRORED = replace(CANVAS, left=60, right=20)
A_POP = 150  # what may change its place when the other half of a repetition begins
ALL = [(name, variant) for name in IDS for variant in variants(name)]
ON_MAT = [at for at in ALL if Mat() in variants(at[0])[at[1]].props]
ALTERNATING = [(name, variant) for name, variant in ALL if variants(name)[variant].alternates]
figures = pytest.mark.parametrize(("name", "variant"), ALL)
alternating = pytest.mark.parametrize(("name", "variant"), ALTERNATING)


def outline_of(staging: Staging, stance: Stance) -> Vec:
    """The outlines of everything soft at one instant, (G, K, 2)."""
    placed, camera = staging.flesh.place(stance), staging.camera
    seen, factor = camera.view_of(placed.centres)
    axes = camera.axes(placed.axes, factor)
    return outlines(camera.on_screen(seen, factor), axes, staging.flesh.groups, directions(32))


@figures
def test_the_painter_order_is_never_visibly_wrong(name: str, variant: str) -> None:
    drawn = variants(name)[variant]
    for shown in (*alone(drawn), *insets(drawn)):
        assert faults(shown.staging.order) == [], shown.what


@figures
def test_the_painter_order_of_a_pair_is_never_visibly_wrong(name: str, variant: str) -> None:
    for good, mistake in pairs(variants(name)[variant]):
        assert faults(good.staging.order) == [], good.what
        assert faults(mistake.staging.order) == [], mistake.what
        scales = (good.staging.camera.scale, mistake.staging.camera.scale)
        assert scales[0] == pytest.approx(scales[1])  # side by side, one size


@alternating
def test_nothing_pops_when_the_other_half_begins(name: str, variant: str) -> None:
    """At their shared start both halves paint what overlaps in the same order."""
    movement = Movement(variants(name)[variant], library().body)
    one, other = (stage(movement, CANVAS, other=half).order for half in (False, True))
    assert one.scale == pytest.approx(other.scale)
    place = {thing: at for at, thing in enumerate(other.painted())}
    changed = replace(
        one, back_to_front=tuple(sorted(range(len(one.names)), key=lambda i: place[one.names[i]]))
    )
    flips = [fault for fault in faults(changed, A_POP) if fault.instant == 0]
    assert flips == []


@figures
def test_the_figure_fits_its_canvas(name: str, variant: str) -> None:
    """At every instant of a lift, on both sides, without touching the free strips."""
    low, high = np.array([20, 0]), np.array([420, 360])
    for shown in alone(variants(name)[variant]):
        for share in np.linspace(0, 1, 21):
            outline = outline_of(shown.staging, shown.movement.at(float(share)))
            assert np.all(outline.min(axis=(0, 1)) > low)
            assert np.all(outline.max(axis=(0, 1)) < high)


@figures
def test_the_figure_is_as_large_as_its_canvas_allows(name: str, variant: str) -> None:
    for shown in alone(variants(name)[variant]):
        points = shown.staging.camera.project(shown.staging.extent.points)
        used = np.ptp(points, axis=0) / (400, 360)
        assert used.max() == pytest.approx(0.9), shown.what


@figures
def test_the_left_sides_picture_is_the_mirror_image(name: str, variant: str) -> None:
    drawn = variants(name)[variant]
    right, left = (Movement(drawn, library().body, side=side) for side in (Side.RIGHT, Side.LEFT))
    for resistance in resistances(drawn):
        one = stage(right, CANVAS, resistance=resistance)
        other = stage(left, MIRRORED, resistance=resistance)
        assert other.camera.view == mirror_view(one.camera.view)
        assert _silhouette(one, right) == pytest.approx(
            _silhouette(other, left)[[1, 0, 2, 3]] * (-1, -1, 1, 1) + (480, 480, 0, 0)
        )
        assert sorted(map(mirror_name, one.order.names)) == sorted(other.order.names)


def _silhouette(staging: Staging, movement: Movement) -> Vec:
    """Where the drawing begins and ends on the screen: left, right, top, bottom."""
    outline = outline_of(staging, movement.at(0.6))
    low, high = outline.min(axis=(0, 1)), outline.max(axis=(0, 1))
    return np.array([low[0], high[0], low[1], high[1]])


@pytest.mark.parametrize(("name", "variant"), ON_MAT)
def test_a_mat_lies_under_head_and_heels(name: str, variant: str) -> None:
    movement = Movement(variants(name)[variant], library().body)
    mat = stage(movement, CANVAS).extent.mat
    assert mat is not None
    for joint in ("R_heel", "L_heel", "head"):
        assert mat.x[0] < movement.at(0.0).point(joint)[0] < mat.x[1], joint
