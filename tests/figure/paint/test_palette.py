"""The colours of a picture: what the ui asks for becomes what is painted."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtGui import QColor

from hipcoach.figure.paint.palette import CLOTHES, MATERIALS, Colours, mixed, resolve, rgb
from tests.figure.runs import library


def test_a_look_dresses_the_figure_and_leaves_the_stage_alone(light: Colours) -> None:
    sage, plum = (resolve(library(), replace(light, look=look)) for look in ("sage", "plum"))
    assert all(sage.ramps[name] != plum.ramps[name] for name in CLOTHES)
    assert all(sage.ramps[name] == plum.ramps[name] for name in MATERIALS)


def test_short_hair_has_no_bun(light: Colours) -> None:
    assert "bun" in resolve(library(), replace(light, look="plum")).without
    assert resolve(library(), replace(light, look="sage")).without == ()


def test_a_look_that_is_gone_becomes_the_first_one(light: Colours) -> None:
    assert resolve(library(), replace(light, look="gone")) == resolve(library(), light)


def test_a_band_has_the_colour_of_its_level(light: Colours) -> None:
    bands = [resolve(library(), light, level).ramps["band"] for level in range(1, 8)]
    assert len(set(bands)) == 7
    assert resolve(library(), light).ramps["band"] in bands


@pytest.mark.parametrize("dark", [False, True])
def test_a_material_is_lit_on_one_side_and_shaded_on_the_other(
    light: Colours, *, dark: bool
) -> None:
    for ramp in resolve(library(), replace(light, dark=dark)).ramps.values():
        assert sum(ramp.lit) > sum(ramp.middle) > sum(ramp.shade)


@pytest.mark.parametrize("dark", [False, True])
def test_a_working_muscle_is_amber_and_not_red(light: Colours, *, dark: bool) -> None:
    for colour in resolve(library(), replace(light, dark=dark)).glow:
        assert 30 <= QColor(*map(int, colour)).hue() <= 55


def test_a_ground_is_a_colour_or_none(light: Colours) -> None:
    assert resolve(library(), light).ground == QColor(light.ground)
    assert resolve(library(), replace(light, ground="")).ground is None


def test_a_see_through_colour_keeps_its_strength(light: Colours) -> None:
    assert 0 < resolve(library(), light).shadow.alpha() < 255


def test_colours_mix_number_by_number() -> None:
    assert rgb("#10FF00") == (16, 255, 0)
    assert mixed((0, 0, 0), (100, 50, 10), 0.5) == (50, 25, 5)
