"""The tag of a session at every edge of its bands."""

from __future__ import annotations

import pytest

from hipcoach.core.tags import session_tag


@pytest.mark.parametrize(
    ("before", "peak", "tag"),
    [
        (2, 2, "green"),
        (2, 3, "amber"),  # the band begins at 3
        (0, 2, "amber"),  # a rise of 2
        (0, 3, "red"),  # a rise of 3
        (3, 4, "green"),  # from 3 to 5 only the rise counts
        (3, 5, "amber"),
        (5, 5, "green"),
        (5, 6, "red"),  # the band begins at 6
        (4, 6, "red"),
        (6, 6, "red"),
    ],
)
def test_band_and_rise(before: int, peak: int, tag: str) -> None:
    assert session_tag(before, peak) == tag


@pytest.mark.parametrize(
    ("rise", "tag"), [(1, "green"), (1.5, "green"), (2, "amber"), (2.5, "amber"), (3, "red")]
)
def test_the_morning_after(rise: float, tag: str) -> None:
    assert session_tag(4, 4, rise) == tag


def test_a_calm_morning_mends_nothing() -> None:
    assert session_tag(3, 6, -2) == "red"


@pytest.mark.parametrize(
    ("before", "peak", "tag"), [(6, 6, "amber"), (6, 7, "amber"), (6, 8, "red"), (7, 7, "amber")]
)
def test_an_easy_day_is_judged_by_its_rise_and_never_green(
    before: int, peak: int, tag: str
) -> None:
    assert session_tag(before, peak, easy=True) == tag
