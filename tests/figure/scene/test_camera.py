"""The camera: where it stands, what it sees, and how a movement is fitted into a picture."""

from __future__ import annotations

import numpy as np
import pytest

from hipcoach.figure.scene.camera import Camera, Canvas
from hipcoach.figure.skeleton.vectors import Vec
from hipcoach.figure.values.drawn import View
from tests.figure.bodies import near

FRONT = View(azimuth=90, elevation=0)
SIDE = View(azimuth=0, elevation=0)
ABOVE = View(azimuth=35, elevation=20)


def room(rng_seed: int = 7) -> Vec:
    """Points of a body-sized cloud, (40, 3)."""
    return np.random.default_rng(rng_seed).uniform((-0.9, 0, -0.4), (0.9, 1.2, 0.4), (40, 3))


@pytest.mark.parametrize(
    ("view", "toward"),
    [(SIDE, (0, 0, 1)), (FRONT, (1, 0, 0)), (View(azimuth=5, elevation=90), (0, 1, 0))],
)
def test_azimuth_circles_from_the_figures_right_to_its_front(
    view: View, toward: tuple[float, float, float]
) -> None:
    camera = Camera(view=view)
    assert near(camera.back, toward)
    assert near(camera.position, 5 * np.array(toward))


def test_up_is_up_and_the_right_hand_side_is_at_the_right() -> None:
    camera = Camera(view=SIDE).fit(room(), Canvas(width=400, height=300))
    middle, above, forward = camera.project(
        camera.target + np.array([[0, 0, 0], [0, 1, 0], [1, 0, 0]])
    )
    assert above[1] < middle[1]
    assert above[0] == pytest.approx(middle[0])
    assert forward[0] == pytest.approx(middle[0] + camera.scale)  # pixels per metre at the target


def test_what_is_nearer_is_larger() -> None:
    camera = Camera(view=SIDE)
    _, factor = camera.view_of(np.array([[0.0, 0, -1], [0, 0, 0], [0, 0, 1]]))
    assert factor == pytest.approx([5 / 6, 1, 5 / 4])


def test_a_ball_is_as_large_as_its_projected_radius() -> None:
    camera = Camera(view=ABOVE).fit(room(), Canvas(width=400, height=300))
    _, factor = camera.view_of(np.zeros((1, 3)))
    across = camera.axes(0.1 * np.eye(3)[None], factor)[0]
    circle = (0.1 * camera.scale * factor[0]) ** 2
    assert np.allclose(across @ across.T, circle * np.eye(2))


def test_screen_vectors_of_an_ellipsoid_are_its_projected_axes() -> None:
    camera = Camera(view=ABOVE).fit(room(), Canvas(width=400, height=300))
    axis, centre = np.array([1e-4, 2e-4, -1e-4]), np.array([0.2, 0.5, 0.1])
    _, factor = camera.view_of(centre[None])
    told = camera.axes(np.diag(axis)[None], factor)[0].sum(axis=1)
    # the factor is the centre's: an ellipsoid's own depth makes no difference on the screen
    assert np.allclose(told, camera.project(centre + axis) - camera.project(centre), atol=1e-3)


@pytest.mark.parametrize("view", [SIDE, FRONT, ABOVE])
@pytest.mark.parametrize("size", [(480, 360), (300, 800)])
def test_fitted_points_fill_the_picture_up_to_its_margin(view: View, size: tuple[int, int]) -> None:
    canvas = Canvas(width=size[0], height=size[1])
    screen = Camera(view=view).fit(room(), canvas).project(room())
    low, high = screen.min(axis=0) / size, screen.max(axis=0) / size
    assert np.all(low > 0.05 - 1e-9)
    assert np.all(high < 0.95 + 1e-9)
    assert (high - low).max() == pytest.approx(0.9)
    assert low + high == pytest.approx([1, 1])  # centred


def test_strips_stay_free() -> None:
    canvas = Canvas(width=800, height=600, top=60, left=100, right=200, margin=0)
    screen = Camera(view=ABOVE).fit(room(), canvas).project(room())
    assert screen[:, 0].min() >= 100 - 1e-9
    assert screen[:, 0].max() <= 600 + 1e-9
    assert screen[:, 1].min() >= 60 - 1e-9


def test_a_mirrored_movement_in_a_mirrored_canvas_is_the_mirror_image() -> None:
    canvas = Canvas(width=800, height=600, left=10, right=150)
    mirrored_canvas = Canvas(width=800, height=600, left=150, right=10)
    mirrored_view = View(azimuth=180 - ABOVE.azimuth, elevation=ABOVE.elevation)
    flip = np.array([1, 1, -1])
    right = Camera(view=ABOVE).fit(room(), canvas).project(room())
    left = Camera(view=mirrored_view).fit(room() * flip, mirrored_canvas).project(room() * flip)
    assert np.allclose(left[:, 0], 800 - right[:, 0])
    assert np.allclose(left[:, 1], right[:, 1])
