"""The fixed painter order against what rays really meet first."""

from __future__ import annotations

import pytest

from hipcoach.core.exercise import Side
from hipcoach.figure.scene.camera import Canvas
from hipcoach.figure.scene.staging import stage
from hipcoach.figure.skeleton.movement import Movement
from tests.figure.faults import painted_over
from tests.figure.runs import IDS, library, variants

SIZE = (240, 180)
CANVAS = Canvas(width=SIZE[0], height=SIZE[1])
ALL = [(name, variant) for name in IDS for variant in variants(name)]


@pytest.mark.parametrize(("name", "variant"), ALL)
def test_what_lies_in_front_is_painted_in_front(name: str, variant: str) -> None:
    movement = Movement(variants(name)[variant], library().body, side=Side.RIGHT)
    staging = stage(movement, CANVAS)
    for share in (0.0, 0.5, 1.0):
        assert painted_over(staging, movement, share, SIZE) == {}, share
