"""Frames: what is kept of a movement, how much memory it takes, how it is shown again."""

from __future__ import annotations

from itertools import islice

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QImage

from hipcoach.core.depicted import Depicted
from hipcoach.figure.paint.frames import Frames
from hipcoach.figure.paint.palette import Colours
from hipcoach.figure.paint.picture import Picture, painting
from hipcoach.figure.skeleton.pose import at_share
from hipcoach.figure.studio import Studio

SIZE = (240, 180)
LEG_LIFT = Depicted(figure="side-lying-hip-abduction")
KILOBYTE = 1 << 10


@pytest.fixture
def picture(studio: Studio, light: Colours) -> Picture:
    return studio.picture(LEG_LIFT, SIZE, light)


def filled(frames: Frames) -> Frames:
    for _ in frames.fill():
        pass
    return frames


def shown(frames: Frames, share: float, size: tuple[int, int] = SIZE, ratio: float = 1) -> QImage:
    """What a widget of this size, whose screen has this ratio, would show."""
    image = QImage(*(round(side * ratio) for side in size), QImage.Format.Format_RGB32)
    image.fill(QColor("#FF00FF"))
    image.setDevicePixelRatio(ratio)
    with painting(image) as painter:
        assert frames.paint(painter, QRect(0, 0, *size), share)
    image.setDevicePixelRatio(1)
    return image


@pytest.mark.parametrize("share", [0.0, 0.5, 1.0])
def test_a_frame_shows_every_pixel_of_the_picture(picture: Picture, share: float) -> None:
    assert shown(filled(Frames(picture)), share) == picture.image(*at_share(share))


def test_a_frame_stands_where_its_target_is(picture: Picture) -> None:
    frames = filled(Frames(picture, most=3, least=3))
    image = QImage(400, 300, QImage.Format.Format_RGB32)
    image.fill(QColor("#FF00FF"))
    with painting(image) as painter:
        frames.paint(painter, QRect(60, 40, *SIZE), 1.0)
    assert image.copy(60, 40, *SIZE) == picture.image(*at_share(1.0))
    assert image.pixelColor(59, 39) == QColor("#FF00FF")


@pytest.mark.parametrize("ratio", [1.25, 1.5, 2.0])
def test_on_a_dense_screen_each_pixel_is_the_pictures_own(
    studio: Studio, light: Colours, ratio: float
) -> None:
    dense = (round(SIZE[0] * ratio), round(SIZE[1] * ratio))
    picture = studio.picture(LEG_LIFT, dense, light)
    frames = filled(Frames(picture, most=3, least=3))
    assert shown(frames, 1.0, ratio=ratio) == picture.image(*at_share(1.0))


def test_in_another_size_the_picture_is_scaled_without_seams(picture: Picture) -> None:
    half = (SIZE[0] // 2, SIZE[1] // 2)
    wanted = picture.image(*at_share(1.0)).scaled(
        *half, Qt.AspectRatioMode.IgnoreAspectRatio, Qt.TransformationMode.SmoothTransformation
    )
    assert _difference(shown(filled(Frames(picture, most=3, least=3)), 1.0, half), wanted) < 1


def test_start_and_end_come_first_and_what_there_is_can_be_shown(picture: Picture) -> None:
    frames = Frames(picture)
    assert frames.index(0.5) == -1
    steps = frames.fill()
    while frames.count < 2:
        next(steps)
    assert shown(frames, 0.1) == picture.image(*at_share(0.0))
    assert shown(frames, 0.9) == picture.image(*at_share(1.0))
    assert not frames.is_full


def test_nothing_is_painted_while_there_is_no_frame(picture: Picture) -> None:
    image = QImage(*SIZE, QImage.Format.Format_RGB32)
    image.fill(QColor("#FF00FF"))
    before = image.copy()
    with painting(image) as painter:
        assert not Frames(picture).paint(painter, QRect(0, 0, *SIZE), 0.5)
    assert image == before


def test_filling_that_was_left_is_taken_up_again(picture: Picture) -> None:
    frames = Frames(picture)
    for pieces in (7, 60, 300):
        steps = frames.fill()
        list(islice(steps, pieces))
        steps.close()
    before = frames.count
    filled(frames)
    assert frames.is_full
    assert before < frames.count == filled(Frames(picture)).count


def test_a_number_stands_for_the_same_frame_for_ever(picture: Picture) -> None:
    frames = Frames(picture)
    seen: dict[int, float] = {}
    for _ in frames.fill():
        for share in (0.0, 0.3, 0.7, 1.0):
            number = frames.index(share)
            kept = frames.nearest(share) if number >= 0 else None
            assert kept is None or seen.setdefault(number, kept) == kept
    assert len(seen) > 4


def test_a_lift_has_60_frames_where_memory_is_no_question(picture: Picture) -> None:
    assert filled(Frames(picture)).count in {59, 60}


@pytest.mark.parametrize("kilobytes", [200, 400, 1000, 3000])
def test_memory_stays_bounded_and_a_lift_keeps_at_least_24_frames(
    picture: Picture, kilobytes: int
) -> None:
    frames = filled(Frames(picture, most_bytes=kilobytes * KILOBYTE))
    assert frames.bytes <= kilobytes * KILOBYTE
    assert frames.count >= 24


def test_little_memory_costs_sharpness_before_it_costs_smoothness(picture: Picture) -> None:
    scarce = shown(filled(Frames(picture, most_bytes=300 * KILOBYTE)), 1.0)
    sharp = picture.image(*at_share(1.0))
    assert scarce != sharp
    assert _difference(scarce, sharp) < 6


def test_a_transparent_picture_cannot_be_kept(studio: Studio, light: Colours) -> None:
    bare = Colours(
        dark=False,
        look=light.look,
        ground="",
        ink=light.ink,
        panel=light.panel,
        well_done=light.well_done,
        mistaken=light.mistaken,
    )
    with pytest.raises(ValueError, match="ground colour"):
        Frames(studio.picture(LEG_LIFT, SIZE, bare))


def _difference(one: QImage, other: QImage) -> float:
    """Mean difference of the brightness, 0 to 255."""
    grey = QImage.Format.Format_Grayscale8
    pixels = [bytes(image.convertToFormat(grey).constBits()) for image in (one, other)]
    return sum(abs(a - b) for a, b in zip(*pixels, strict=True)) / len(pixels[0])
