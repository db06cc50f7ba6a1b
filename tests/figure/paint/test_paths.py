"""Arrays of points become polygons, hulls, smooth outlines and unions."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import QPointF

from hipcoach.figure.paint.paths import Unions, convex_hull, smooth_outline
from hipcoach.figure.scene.outline import directions
from hipcoach.figure.skeleton.vectors import Vec

CIRCLE = directions(16).T * 10


def circle_at(x: float) -> Vec:
    return CIRCLE + np.array([x, 0.0])


def test_a_union_holds_what_any_of_its_outlines_holds() -> None:
    two, one = Unions([(0, 2), (2, 3)], 16).paths(
        np.stack([circle_at(0), circle_at(12), circle_at(100)])
    )
    assert [two.contains(QPointF(x, 0)) for x in (-9, 6, 21, 30)] == [True, True, True, False]
    assert one.boundingRect().left() == pytest.approx(90)


def test_an_empty_union_does_not_disturb_the_ones_after_it() -> None:
    empty, one, none, other = Unions([(0, 0), (0, 1), (1, 1), (1, 2)], 16).paths(
        np.stack([circle_at(0), circle_at(50)])
    )
    assert empty.isEmpty()
    assert none.isEmpty()
    assert one.contains(QPointF(0, 0))
    assert other.contains(QPointF(50, 0))


def test_unions_can_be_made_again_and_again() -> None:
    unions = Unions([(0, 1)], 16)
    first = unions.paths(circle_at(0)[None])[0]
    second = unions.paths(circle_at(40)[None])[0]
    assert first.contains(QPointF(0, 0))
    assert not second.contains(QPointF(0, 0))


def test_a_hull_leaves_out_what_lies_inside() -> None:
    square = [[0, 0], [4, 0], [4, 4], [0, 4]]
    hull = convex_hull(np.array([*square, [2, 2], [1, 3]], float))
    assert sorted(hull.tolist()) == sorted(square)


def test_a_smooth_outline_runs_through_its_points_and_closes() -> None:
    path = smooth_outline(CIRCLE)
    ends = [path.elementAt(3 * k + 3) for k in range(16)]
    assert [(end.x, end.y) for end in ends] == [
        pytest.approx(tuple(point)) for point in np.roll(CIRCLE, -1, 0)
    ]
    assert path.currentPosition() == QPointF(*CIRCLE[0])
    assert path.contains(QPointF(*CIRCLE[:2].mean(axis=0) * 1.01))
