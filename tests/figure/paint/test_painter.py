"""The drawn figure: whole, in its place, mirrored, without pops, at every size."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import cache

import numpy as np
import pytest
from numpy.typing import NDArray
from PySide6.QtGui import QImage, QPainter

from hipcoach.core.exercise import Resistance, ResistanceKind, Side
from hipcoach.figure.paint.painter import FigurePainter
from hipcoach.figure.paint.palette import Colours
from hipcoach.figure.scene.camera import Canvas
from hipcoach.figure.skeleton.movement import Movement
from hipcoach.figure.skeleton.pose import minimum_jerk
from tests.figure.runs import IDS, drawn, library

Pixels = NDArray[np.int32]

SIZE = (240, 180)
CLEAR = Colours(
    dark=False,
    look="sage",
    ground="",
    ink="#18212B",
    panel="#FFFFFF",
    well_done="#0E625C",
    mistaken="#6F4000",
)
BAND = Resistance(kind=ResistanceKind.BAND, level=3)


def figure(
    exercise: str,
    size: tuple[int, int] = SIZE,
    side: Side = Side.RIGHT,
    colours: Colours = CLEAR,
    *,
    other: bool = False,
) -> FigurePainter:
    movement = Movement(drawn(exercise), library().body, side=side)
    canvas = Canvas(width=size[0], height=size[1])
    return FigurePainter(movement, library(), canvas, colours, resistance=BAND, other=other)


def pixels(image: QImage) -> Pixels:
    """Blue, green, red and alpha (h, w, 4)."""
    raw = np.frombuffer(image.constBits(), np.uint8)
    return raw.reshape(image.height(), image.width(), 4).astype(np.int32)


def blank(size: tuple[int, int]) -> QImage:
    image = QImage(*size, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(0)
    return image


def shot(
    painted: FigurePainter, share: float, effort: float = 0.0, size: tuple[int, int] = SIZE
) -> Pixels:
    """The figure with its shadow and no backdrop."""
    image = blank(size)
    painter = QPainter(image)
    painted.draw(painter, share, effort)
    painter.end()
    return pixels(image)


def silhouette(shown: Pixels) -> NDArray[np.bool_]:
    """Where the figure is: its shadow is see-through."""
    return shown[..., 3] > 200


@cache
def moving(exercise: str) -> tuple[Pixels, ...]:
    """A lift in 31 frames, with the muscles at work all the time."""
    painted = figure(exercise)
    return tuple(shot(painted, minimum_jerk(frame / 30), 1.0) for frame in range(31))


@pytest.mark.parametrize("exercise", IDS)
def test_every_figure_stands_whole_in_its_picture(exercise: str) -> None:
    for share in (0.0, 1.0):
        solid = silhouette(shot(figure(exercise), share))
        assert 0.01 < solid.mean() < 0.4
        border = np.concatenate([solid[0], solid[-1], solid[:, 0], solid[:, -1]])
        assert not border.any()


@pytest.mark.parametrize("exercise", IDS)
def test_the_left_side_is_the_right_one_in_the_mirror(exercise: str) -> None:
    right, left = (
        silhouette(shot(figure(exercise, side=side), 0.7)) for side in (Side.RIGHT, Side.LEFT)
    )
    assert (right[:, ::-1] ^ left).sum() < 0.02 * right.sum()


@pytest.mark.parametrize("exercise", IDS)
def test_nothing_pops_from_one_frame_to_the_next(exercise: str) -> None:
    changes = [
        np.abs(after - before).max(axis=2) > 24
        for before, after in zip(moving(exercise), moving(exercise)[1:], strict=False)
    ]
    areas = np.array([change.sum() for change in changes], float)
    around = (areas[:-2] + areas[2:]) / 2
    assert (areas[1:-1] < 1.6 * around + 60).all()


@pytest.mark.parametrize("exercise", [name for name in IDS if drawn(name).alternates])
def test_both_halves_of_an_alternating_repetition_start_alike(exercise: str) -> None:
    one, two = (silhouette(shot(figure(exercise, other=other), 0.0)) for other in (False, True))
    assert (one ^ two).sum() < 0.03 * one.sum()


def test_the_steps_draw_what_drawing_at_once_does() -> None:
    painted, image = figure("clamshell-band"), blank(SIZE)
    painter = QPainter(image)
    count = sum(1 for _ in painted.steps(painter, 0.4, 0.6))
    painter.end()
    assert count > 3
    assert (pixels(image) == shot(painted, 0.4, 0.6)).all()


def test_two_instants_under_way_do_not_disturb_each_other() -> None:
    painted, images = figure("bird-dog"), [blank(SIZE), blank(SIZE)]
    painters = [QPainter(image) for image in images]
    under_way = [painted.steps(painters[0], 0.0, 0.0), painted.steps(painters[1], 1.0, 1.0)]
    while under_way:
        under_way = [steps for steps in under_way if next(steps, 0) is None]
    for painter in painters:
        painter.end()
    assert (pixels(images[0]) == shot(painted, 0.0, 0.0)).all()
    assert (pixels(images[1]) == shot(painted, 1.0, 1.0)).all()


def test_an_instant_that_is_given_up_leaves_nothing_open() -> None:
    painted, image = figure("clamshell"), blank(SIZE)
    painter = QPainter(image)
    steps = painted.steps(painter, 0.4, 0.6)
    for _ in range(4):
        next(steps)
    steps.close()
    painter.end()
    assert silhouette(shot(painted, 0.4)).any()


def test_a_working_muscle_glows_in_amber_on_the_figure() -> None:
    painted = figure("bird-dog")
    idle, working = (shot(painted, 1.0, effort) for effort in (0.0, 1.0))
    changed = np.abs(working - idle).max(axis=2) > 0
    assert changed.sum() > 100
    assert (working[..., 3] == idle[..., 3]).all()
    blue, green, red, _ = working[changed].sum(axis=0)
    assert red > green > 1.2 * blue
    assert green > 0.55 * red  # amber, never red


def test_no_glow_spills_on_the_hand_that_rests_on_the_muscle() -> None:
    painted = figure("clamshell", (800, 600))
    idle, working = (shot(painted, 1.0, effort, (800, 600)) for effort in (0.0, 1.0))
    changed = np.abs(working - idle).max(axis=2) > 0
    x, y = painted.camera.project(painted.stance.point("R_wrist")).astype(int)
    assert not changed[y - 2 : y + 3, x - 2 : x + 3].any()
    assert changed[y - 60 : y + 61, x - 60 : x + 61].any()


def test_the_soft_dark_edges_leave_the_ground_alone() -> None:
    """Above the floor's shadow, what is neither figure nor ground is one pixel of smooth edge."""
    painted = figure("bird-dog", (800, 600))
    shown = shot(painted, 1.0, size=(800, 600))[: int(painted.camera.centre[1]), :, 3]
    solid = shown == 255
    inner = solid[1:-1, 1:-1] & solid[:-2, 1:-1] & solid[2:, 1:-1]
    inner &= solid[1:-1, :-2] & solid[1:-1, 2:]
    rim = solid.sum() - inner.sum()
    assert 0 < ((shown > 0) & ~solid).sum() < 2.5 * rim


def test_a_breath_lifts_the_chest() -> None:
    painted, image = figure("abdominal-brace", (480, 360)), blank((480, 360))
    painter = QPainter(image)
    painted.draw(painter, 1.0, 0.0, breath=1.0)
    painter.end()
    change = np.abs(pixels(image) - shot(painted, 1.0, size=(480, 360))).max(axis=2) > 8
    assert 0 < change.sum() < 3000


@pytest.mark.parametrize("size", [(30, 30), (44, 33), (96, 72)])
@pytest.mark.parametrize("exercise", ["clamshell-band", "lateral-step-down", "bird-dog"])
def test_a_small_still_has_clean_edges(exercise: str, size: tuple[int, int]) -> None:
    """It looks like the large picture made smaller."""
    small = shot(figure(exercise, size), 1.0, 1.0, size)
    width, height = size
    large = shot(figure(exercise, (8 * width, 8 * height)), 1.0, 1.0, (8 * width, 8 * height))
    averaged = large.reshape(height, 8, width, 8, 4).mean(axis=(1, 3))
    assert np.abs(small - averaged).mean() < 6


def backdrop(colours: Colours, *, ground: bool) -> Pixels:
    image = blank(SIZE)
    painter = QPainter(image)
    figure("bird-dog", colours=colours).backdrop(painter, ground=ground)
    painter.end()
    return pixels(image)


def test_the_backdrop_has_the_ground_or_leaves_it_clear() -> None:
    grey = replace(CLEAR, ground="#808080")
    assert backdrop(grey, ground=True)[0, 0].tolist() == [128, 128, 128, 255]
    assert backdrop(grey, ground=False)[0, 0].tolist() == [0, 0, 0, 0]
    assert backdrop(CLEAR, ground=True)[0, 0].tolist() == [0, 0, 0, 0]
    assert (backdrop(CLEAR, ground=True)[..., 3] == 255).any()


def band_pixels(level: int) -> Iterator[int]:
    movement = Movement(drawn("clamshell-band"), library().body)
    canvas = Canvas(width=SIZE[0], height=SIZE[1])
    resistance = Resistance(kind=ResistanceKind.BAND, level=level)
    painted = FigurePainter(movement, library(), canvas, CLEAR, resistance=resistance)
    red_over_green = shot(painted, 1.0)[..., 2] - shot(painted, 1.0)[..., 1]
    yield from red_over_green[silhouette(shot(painted, 1.0))].tolist()


def test_the_band_has_the_colour_of_its_level() -> None:
    red, green = (list(band_pixels(level)) for level in (2, 3))
    assert max(red) > 120 > max(green)
