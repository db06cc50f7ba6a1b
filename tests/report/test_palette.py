"""The page's colours, as a printer without colour prints them."""

from __future__ import annotations

import pytest

from hipcoach.report import palette

INKS = ("INK", "INK_2", "INK_3", "PRIMARY", "INDIGO", "AMBER_INK")


def light(colour: str) -> float:
    """How light a grey the colour prints as, from 0 to 1 (relative luminance, WCAG 2)."""
    parts = [int(colour[n : n + 2], 16) / 255 for n in (1, 3, 5)]
    linear = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


@pytest.mark.parametrize("ink", INKS)
@pytest.mark.parametrize("ground", ["PAPER", "AMBER_SOFT", "AWAY"])
def test_words_can_be_read_in_greyscale(ink: str, ground: str) -> None:
    bright, dark = light(getattr(palette, ground)), light(getattr(palette, ink))
    assert (bright + 0.05) / (dark + 0.05) >= 4.5
