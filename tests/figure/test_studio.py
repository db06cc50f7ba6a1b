"""Pictures and stills of what the interface asks for, looked at as a user would see them."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor

from hipcoach.core import text
from hipcoach.core.depicted import Depicted
from hipcoach.core.exercise import Resistance, ResistanceKind, Side
from hipcoach.core.tempo import PhaseKind
from hipcoach.figure.paint.palette import Colours
from hipcoach.figure.studio import Studio
from hipcoach.store.content import ContentError
from tests.figure.pixels import differing, pixels, shows
from tests.figure.runs import IDS
from tests.shots.pseudo import Pseudo

SIZE = (320, 240)
PAIR = (360, 240)
CLAMSHELL = Depicted(figure="clamshell")
LEG_LIFT = Depicted(figure="side-lying-hip-abduction")
BIRD_DOG = Depicted(figure="bird-dog")
STEP_DOWN = Depicted(figure="lateral-step-down")
STANDING = Depicted(figure="standing-band-abduction")

WITH_INSETS = ["abdominal-brace", "clamshell", "lateral-step-down", "single-leg-bridge"]
WITH_INSETS += ["standing-band-abduction-45"]


def band(level: int) -> Resistance:
    return Resistance(kind=ResistanceKind.BAND, level=level)


@pytest.fixture
def bare(light: Colours) -> Colours:
    return replace(light, ground="")


@pytest.mark.parametrize("figure", IDS)
@pytest.mark.parametrize("share", [0.0, 1.0])
def test_every_figure_has_its_stills(
    studio: Studio, light: Colours, figure: str, share: float
) -> None:
    still = studio.still(Depicted(figure=figure), SIZE, light, share=share)
    assert (still.width(), still.height()) == SIZE
    drawn = 1 - shows(still, light.ground, 0) / (SIZE[0] * SIZE[1])
    assert 0.05 < drawn < 0.9


def test_a_still_without_ground_is_clear_around_the_figure(studio: Studio, bare: Colours) -> None:
    alpha = pixels(studio.still(LEG_LIFT, SIZE, bare))[..., 3]
    assert alpha[0].max() == 0
    assert (alpha == 255).mean() > 0.05


@pytest.mark.parametrize("asked", [LEG_LIFT, STEP_DOWN, STANDING, BIRD_DOG])
def test_the_left_side_is_the_right_one_in_a_mirror(
    studio: Studio, bare: Colours, asked: Depicted
) -> None:
    right = studio.still(asked, SIZE, bare)
    left = studio.still(replace(asked, side=Side.LEFT), SIZE, bare)
    outlines = [
        pixels(image)[..., 3] > 200 for image in (right, left.flipped(Qt.Orientation.Horizontal))
    ]
    assert (outlines[0] != outlines[1]).mean() < 0.01


def test_a_still_is_as_large_as_its_own_instant_lets_it_be(studio: Studio, bare: Colours) -> None:
    heel_lift = Depicted(figure="quadruped-hip-extension")
    whole = studio.picture(heel_lift, SIZE, bare, insets=False, path=False).image(0, 0)
    own = studio.still(heel_lift, SIZE, bare, share=0.0)
    drawn = [(pixels(image)[..., 3] > 200).sum() for image in (whole, own)]
    assert drawn[1] > 1.1 * drawn[0]


def test_the_titles_of_insets_are_translated(
    studio: Studio, light: Colours, monkeypatch: pytest.MonkeyPatch
) -> None:
    plain = studio.picture(CLAMSHELL, (800, 600), light).image(0, 0)
    monkeypatch.setattr(text, "_catalogue", Pseudo())
    assert differing(plain, studio.picture(CLAMSHELL, (800, 600), light).image(0, 0)) > 0


def test_half_the_range_ends_half_way(studio: Studio, light: Colours) -> None:
    half = replace(LEG_LIFT, reach=0.5)
    start, end = (studio.still(LEG_LIFT, SIZE, light, share=share) for share in (0.0, 1.0))
    assert differing(studio.still(half, SIZE, light), start) > 0.01
    assert differing(studio.still(half, SIZE, light), end) > 0.01


def test_a_band_has_the_colour_of_its_level(studio: Studio, light: Colours) -> None:
    red, green = (
        pixels(studio.still(replace(STANDING, resistance=band(level)), SIZE, light)).astype(int)
        for level in (2, 3)
    )
    assert ((red[..., 2] - red[..., 1]) > 120).sum() > 50
    assert ((green[..., 2] - green[..., 1]) > 120).sum() == 0
    assert ((green[..., 1] - green[..., 2]) > 60).sum() > 50


def test_without_a_band_none_is_drawn(studio: Studio, light: Colours) -> None:
    plain = pixels(studio.still(STANDING, SIZE, light)).astype(int)
    assert ((plain[..., 2] - plain[..., 1]) > 120).sum() == 0


def test_a_look_changes_who_is_drawn_but_not_what(studio: Studio, light: Colours) -> None:
    one, other = (
        pixels(studio.still(LEG_LIFT, SIZE, replace(light, look=look, ground="")))
        for look in ("plum", "ocean")
    )
    assert ((one[..., 3] > 128) != (other[..., 3] > 128)).mean() < 0.005
    assert (one[..., :3] != other[..., :3]).any(axis=2).mean() > 0.05


@pytest.mark.parametrize("asked", [BIRD_DOG, Depicted(figure="dead-bug")])
def test_the_halves_of_a_repetition_begin_alike_and_end_apart(
    studio: Studio, light: Colours, asked: Depicted
) -> None:
    """Where they take turns only the dotted path changes sides: no limb jumps, and no muscle."""
    one, other = (studio.picture(asked, SIZE, light, other=other) for other in (False, True))
    assert differing(one.image(0, 0.3), other.image(0, 0.3)) < 0.0035
    assert differing(one.image(1, 1), other.image(1, 1)) > 0.03


def test_what_the_interface_has_to_know(studio: Studio) -> None:
    assert studio.alternates(BIRD_DOG)
    assert not studio.alternates(CLAMSHELL)
    assert studio.moves_on(STEP_DOWN) is PhaseKind.LOWER
    assert studio.moves_on(CLAMSHELL) is PhaseKind.LIFT
    assert studio.breathes(Depicted(figure="abdominal-brace"))
    assert "pelvis_rolls_back" in studio.mistakes(CLAMSHELL)


class TestInsets:
    """The small views beside the main one."""

    SIZE = (480, 360)

    def difference(self, studio: Studio, light: Colours, asked: Depicted) -> NDArray[np.bool_]:
        with_, without = (
            pixels(studio.picture(asked, self.SIZE, light, insets=insets).image(1, 1))
            for insets in (True, False)
        )
        return (with_ != without).any(axis=(0, 2))

    def test_a_lying_figures_inset_lies_in_a_corner_and_changes_nothing_else(
        self, studio: Studio, light: Colours
    ) -> None:
        columns = np.flatnonzero(self.difference(studio, light, CLAMSHELL))
        assert columns[0] < 20
        assert columns[-1] < 160

    def test_it_changes_the_corner_with_the_side(self, studio: Studio, light: Colours) -> None:
        left = replace(CLAMSHELL, side=Side.LEFT)
        columns = np.flatnonzero(self.difference(studio, light, left))
        assert columns[0] > 320
        assert columns[-1] > 460

    @pytest.mark.parametrize("side", [Side.RIGHT, Side.LEFT])
    def test_a_standing_figure_leaves_the_column_of_its_inset_free(
        self, studio: Studio, light: Colours, side: Side
    ) -> None:
        asked = replace(STEP_DOWN, side=side)
        column = slice(360, 480) if side is Side.RIGHT else slice(0, 120)
        rows = pixels(studio.picture(asked, self.SIZE, light).image(1, 1))[240:, column, :3]
        ground = QColor(light.ground)
        assert (rows == (ground.blue(), ground.green(), ground.red())).all()

    @pytest.mark.parametrize("size", [(480, 360), (744, 380), (1000, 500), (500, 700)])
    @pytest.mark.parametrize("side", [Side.RIGHT, Side.LEFT])
    @pytest.mark.parametrize("figure", WITH_INSETS)
    def test_no_panel_lies_on_the_figure(
        self, studio: Studio, light: Colours, figure: str, side: Side, size: tuple[int, int]
    ) -> None:
        picture = studio.picture(Depicted(figure=figure, side=side), size, light)
        painter = picture._main.figure
        points = painter.camera.project(painter.staging.extent.points).astype(int)
        places = [panel.place for panel, _ in picture._panels]
        assert places
        assert not any(place.contains(*point) for place in places for point in points.tolist())

    def test_a_small_picture_has_none(self, studio: Studio, light: Colours) -> None:
        one, other = (
            studio.picture(CLAMSHELL, (200, 150), light, insets=insets).image(1, 1)
            for insets in (True, False)
        )
        assert one == other


def test_steps_end_with_the_image(studio: Studio, light: Colours) -> None:
    *pieces, image = studio.picture(CLAMSHELL, SIZE, light).steps(1.0, 1.0)
    assert len(pieces) > 3
    assert set(pieces) == {None}
    assert image == studio.picture(CLAMSHELL, SIZE, light).image(1.0, 1.0)


def test_a_breath_lifts_the_chest_and_sinks_again(studio: Studio, light: Colours) -> None:
    brace = Depicted(figure="abdominal-brace")
    breath = studio.picture(brace, (480, 360), light, insets=False, breathing=True)
    out, high, back = (breath.image(phase, 0.0) for phase in (0.0, 0.5, 1.0))
    wave = 150  # rows above the body, where the dot goes along its wave
    body = [image.copy(0, wave, 480, 360 - wave) for image in (out, high, back)]
    assert body[0] == body[2] != body[1]
    assert out != back


def test_a_figure_that_is_not_there_is_told(studio: Studio, light: Colours) -> None:
    with pytest.raises(ContentError, match="no-such"):
        studio.picture(Depicted(figure="no-such"), SIZE, light)


def test_a_damaged_file_stops_only_its_own_figure(
    tmp_path: Path, light: Colours, root: Path
) -> None:
    folder = tmp_path / "figure"
    for file in (root / "resources" / "figure").rglob("*.toml"):
        copy = folder / file.relative_to(root / "resources" / "figure")
        copy.parent.mkdir(parents=True, exist_ok=True)
        copy.write_bytes(file.read_bytes())
    (folder / "poses" / "bird-dog.toml").write_text("attitude = 4", encoding="utf-8")
    studio = Studio(folder)
    with pytest.raises(ContentError, match=r"bird-dog\.toml"):
        studio.still(BIRD_DOG, SIZE, light)
    assert not studio.still(LEG_LIFT, SIZE, light).isNull()
