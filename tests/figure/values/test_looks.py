"""Looks, the stage and bands as data: complete in both themes, amber kept for the muscle."""

from __future__ import annotations

import colorsys
import shutil
import tomllib
from collections.abc import Mapping
from pathlib import Path

import pytest

from hipcoach.figure.reading.library import Library
from hipcoach.figure.values.looks import BAND_LEVELS, Look, Ramp, Stage
from hipcoach.paths import resource
from hipcoach.store.content import ContentError


@pytest.fixture(scope="module")
def library() -> Library:
    return Library(resource("figure"))


def brightness(colour: str) -> float:
    red, green, blue = (int(colour[i : i + 2], 16) for i in (1, 3, 5))
    return 0.299 * red + 0.587 * green + 0.114 * blue


def hue(colour: str) -> float:
    """Degrees on the colour circle: 0 red, 40 amber, 120 green."""
    red, green, blue = (int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5))
    return colorsys.rgb_to_hsv(red, green, blue)[0] * 360


def ramps(library: Library) -> dict[str, Ramp]:
    found: dict[str, Ramp] = {}
    for dark in (False, True):
        for look in library.looks.values():
            of = look.colours(dark=dark)
            found |= {f"{look.id} skin {dark}": of.skin, f"{look.id} top {dark}": of.top}
            found |= {f"{look.id} hair {dark}": of.hair, f"{look.id} legging {dark}": of.legging}
    return found | {f"band {n}": library.stage.band(n) for n in range(1, BAND_LEVELS + 1)}


def test_there_is_a_choice_of_looks(library: Library) -> None:
    assert next(iter(library.looks)) == "sage"
    assert len(library.looks) >= 3
    assert {look.bun for look in library.looks.values()} == {False, True}


def test_every_ramp_goes_from_light_to_shade(library: Library) -> None:
    for name, ramp in ramps(library).items():
        lit, middle, shade = map(brightness, ramp)
        assert lit > middle > shade, name


def test_no_clothes_look_like_a_working_muscle(library: Library) -> None:
    for dark in (False, True):
        glow = hue(library.stage.colours(dark=dark).glow[1])
        for look in library.looks.values():
            of = look.colours(dark=dark)
            for cloth in (of.top[1], of.legging[1]):
                assert abs(hue(cloth) - glow) > 30, look.id


def test_a_muscle_is_amber_and_never_red(library: Library) -> None:
    for dark in (False, True):
        for colour in library.stage.colours(dark=dark).glow:
            assert 30 < hue(colour) < 50


def test_bands_are_named_by_level(library: Library) -> None:
    names = [
        band["colour"]
        for band in tomllib.loads(resource("bands.toml").read_text(encoding="utf-8"))["band"]
    ]
    wanted = {"yellow": 50, "red": 5, "green": 141, "blue": 216, "gold": 41}
    assert len(names) == BAND_LEVELS
    for level, name in enumerate(names, 1):
        if name in wanted:
            assert abs(hue(library.stage.band(level)[1]) - wanted[name]) < 8, name


def everything(library: Library) -> tuple[Mapping[str, Look], Stage]:
    return library.looks, library.stage


BROKEN = {
    "no colour": (
        "looks.toml",
        '"#F6DFCB"',
        '"#F6DFCG"',
        'sage.light: skin: "#F6DFCG" is no colour such as "#3E9A8E"',
    ),
    "two colours": (
        "looks.toml",
        '["#F6DFCB", "#DDB698", "#A97F66"]',
        '["#F6DFCB", "#DDB698"]',
        "sage.light.skin: Expected `array` of length 3, got 2",
    ),
    "a missing part": (
        "looks.toml",
        'light.hair = ["#7A5B49", "#523B30", "#2F211B"]',
        "",
        'sage.light: "hair" is missing',
    ),
    "a bun that is a text": ("looks.toml", "bun = true", 'bun = "yes"', "sage.bun: "),
    "six bands": ("stage.toml", '  ["#EACB85", "#C59A3F", "#806223"], # 7 gold\n', "", "bands"),
    "a name instead of a colour": (
        "stage.toml",
        'floor = "#D9E2DC"',
        'floor = "green"',
        'light: floor: "green" is no colour such as "#3E9A8E"',
    ),
    "a rim above 1": ("stage.toml", "rim = 0.1 ", "rim = 1.1 ", "light: rim must be 0 to 1"),
    "an unknown prop": ("stage.toml", "floor = ", "flor = ", "light.flor: there is no such key"),
}


@pytest.mark.parametrize(("name", "old", "new", "reason"), BROKEN.values(), ids=BROKEN)
def test_malformed_colours_are_told(
    tmp_path: Path, name: str, old: str, new: str, reason: str
) -> None:
    folder = tmp_path / "resources" / "figure"
    shutil.copytree(resource("figure"), folder, ignore=shutil.ignore_patterns("poses"))
    text = (folder / name).read_text(encoding="utf-8")
    assert old in text
    (folder / name).write_text(text.replace(old, new, 1), encoding="utf-8")
    library = Library(folder)
    with pytest.raises(ContentError) as raised:
        everything(library)
    assert str(raised.value).startswith(f"resources/figure/{name}: {reason}")
