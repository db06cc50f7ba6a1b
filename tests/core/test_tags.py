"""What single numbers come to, at every edge of the bands."""

from __future__ import annotations

import pytest

from hipcoach.core.catalogue import Catalogue
from hipcoach.core.rules import TagRule
from hipcoach.core.tags import is_high_base, of_easy_rise, of_height, of_rise, worst


@pytest.fixture
def rule(catalogue: Catalogue) -> TagRule:
    return catalogue.rules.tag


@pytest.mark.parametrize(
    ("peak", "tag"),
    [(0, "green"), (2, "green"), (3, "amber"), (5, "amber"), (6, "red"), (10, "red")],
)
def test_the_bands(rule: TagRule, peak: int, tag: str) -> None:
    assert of_height(peak, rule) == tag


@pytest.mark.parametrize(
    ("rise", "tag"),
    [(-4, "green"), (1, "green"), (1.5, "green"), (2, "amber"), (2.5, "amber"), (3, "red")],
)
def test_a_rise(rule: TagRule, rise: float, tag: str) -> None:
    assert of_rise(rise, rule) == tag


@pytest.mark.parametrize(("rise", "tag"), [(0, "amber"), (1, "amber"), (2, "red"), (3, "red")])
def test_the_rise_on_an_easy_day_is_never_green(rule: TagRule, rise: int, tag: str) -> None:
    assert of_easy_rise(rise, rule) == tag


@pytest.mark.parametrize(
    ("before", "peak", "high"),
    [(2, 5, False), (3, 3, True), (3, 5, True), (5, 5, True), (3, 6, False), (6, 6, False)],
)
def test_only_the_rise_counts_where_pain_was_3_to_5(
    rule: TagRule, before: int, peak: int, high: bool
) -> None:
    assert is_high_base(before, peak, rule) is high


def test_the_worst_of_several() -> None:
    assert worst(["green", "red", "amber"]) == "red"
    assert worst(["green", "amber"]) == "amber"
    assert worst([]) == ""
