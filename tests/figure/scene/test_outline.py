"""Outlines of hulls: exact where they can be worked out by hand."""

from __future__ import annotations

import numpy as np
import pytest

from hipcoach.figure.scene.outline import directions, fineness, grown, outlines
from hipcoach.figure.skeleton.vectors import Vec

ROUND = directions(52)


def balls(*balls_: tuple[float, float, float]) -> tuple[Vec, Vec]:
    """Centres and screen semi-axes of balls (x, y, radius); the third axis points at the viewer."""
    centres = np.array([(x, y) for x, y, _ in balls_])
    axes = np.array([radius * np.eye(3)[:2] for *_, radius in balls_])
    return centres, axes


def hull(members: list[int], *balls_: tuple[float, float, float]) -> Vec:
    """The outline (52, 2) of one hull."""
    return outlines(*balls(*balls_), np.array([members]), ROUND)[0]


def test_directions_go_round_once() -> None:
    assert np.hypot(*ROUND) == pytest.approx(1)
    assert ROUND[:, 0] == pytest.approx([1, 0])
    assert ROUND.sum(axis=1) == pytest.approx([0, 0])


def test_a_ball_is_a_circle() -> None:
    assert np.hypot(*(hull([0], (30, 40, 7)) - (30, 40)).T) == pytest.approx(7)


def test_an_ellipsoid_seen_obliquely_is_an_ellipse() -> None:
    axes = np.array([[[3.0, 0, 4], [0, 2, 0]]])  # reaches 5 across and 2 up
    outline = outlines(np.zeros((1, 2)), axes, np.array([[0]]), ROUND)[0]
    assert (outline[:, 0] / 5) ** 2 + (outline[:, 1] / 2) ** 2 == pytest.approx(1)


def test_two_balls_are_joined_by_their_tangents() -> None:
    outline = hull([0, 1], (0, 0, 5), (100, 0, 5))
    assert outline[:, 1].max() == pytest.approx(5)
    assert outline[:, 0].min() == pytest.approx(-5)
    assert outline[:, 0].max() == pytest.approx(105)
    between = outline[(outline[:, 0] > 6) & (outline[:, 0] < 94)]
    assert len(between) == 0  # straight from one to the other


def test_a_hull_is_convex_and_holds_all_its_members() -> None:
    members = [(0, 0, 5), (60, 20, 12), (20, 70, 3), (30, 30, 2)]
    outline = hull([0, 1, 2, 3], *members)
    along = np.roll(outline, -1, axis=0) - outline
    turn = along[:, 0] * np.roll(along, -1, 0)[:, 1] - along[:, 1] * np.roll(along, -1, 0)[:, 0]
    assert turn.min() > -1e-6
    for x, y, radius in members:
        reach = ((outline - (x, y)) * ROUND.T).sum(axis=1)
        assert reach.min() >= radius - 1e-6


def test_repeated_members_change_nothing() -> None:
    two = [(0, 0, 5), (60, 20, 12)]
    assert np.array_equal(hull([0, 1], *two), hull([0, 1, 1, 1], *two))


def test_grown_outlines_stand_off_by_the_same_everywhere() -> None:
    circle = hull([0], (30, 40, 7))
    assert np.hypot(*(grown(circle[None], ROUND, 3)[0] - (30, 40)).T) == pytest.approx(10)


@pytest.mark.parametrize("scale", [60, 160, 299, 330, 700, 1000, 2000])
def test_no_facet_shows(scale: float) -> None:
    """The chord of the largest flesh, a radius of 15 cm, leaves the circle by half a pixel."""
    count, radius = fineness(scale), 0.15 * scale
    assert radius * (1 - np.cos(np.pi / count)) < 0.5
    assert count <= 80
