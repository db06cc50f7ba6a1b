"""The bars: done and planned from the bottom, what was not planned above, words apart."""

from __future__ import annotations

from itertools import pairwise
from xml.etree.ElementTree import Element, fromstring

import pytest

from hipcoach.report.bars_svg import BOTTOM, TOP, Bar, bars_svg
from hipcoach.report.palette import AWAY, PAPER, PRIMARY

SVG = "{http://www.w3.org/2000/svg}"


def rectangles(bars: tuple[Bar, ...], fill: str) -> list[tuple[float, float]]:
    """Top and height of the rectangles of this fill, but for the hatch's own."""
    root = fromstring(bars_svg(bars))
    return [
        (float(r.attrib["y"]), float(r.attrib["height"]))
        for r in root.findall(SVG + "rect")
        if r.get("fill") == fill
    ]


def words(bars: tuple[Bar, ...]) -> list[Element]:
    """The text elements."""
    return fromstring(bars_svg(bars)).findall(SVG + "text")


def test_done_and_planned_stand_on_the_axis() -> None:
    bars = (Bar(label="wk 1", done=7, planned=14),)
    height = BOTTOM - TOP
    assert rectangles(bars, PRIMARY) == [(pytest.approx(TOP + height / 2), height / 2)]
    assert rectangles(bars, PAPER) == [(TOP, height)]


def test_what_was_not_planned_stands_above() -> None:
    bars = (Bar(label="wk 1", done=4, planned=6, flare=4, away=4),)
    unit = (BOTTOM - TOP) / 14
    flare, away = rectangles(bars, "url(#unplanned)"), rectangles(bars, AWAY)
    assert flare == [
        (pytest.approx(BOTTOM - 10 * unit, abs=0.01), pytest.approx(4 * unit, abs=0.01))
    ]
    assert away == [(TOP, pytest.approx(4 * unit, abs=0.01))]


def test_each_bar_says_its_count_even_if_it_is_0() -> None:
    bars = (Bar(label="wk 1", done=12, planned=14), Bar(label="wk 2", done=0, planned=14))
    said = [word.text for word in words(bars)]
    assert "12" in said
    assert said.count("0") == 2  # the axis, and the second week


def test_narrow_bars_have_no_numbers_and_fewer_words() -> None:
    bars = tuple(Bar(label=f"wk {n}", done=13, planned=14) for n in range(1, 27))
    said = [word.text or "" for word in words(bars)]
    assert "13" not in said
    labels = [text for text in said if text.startswith("wk")]
    assert labels[:2] == ["wk 1", "wk 5"]


@pytest.mark.parametrize("count", [1, 7, 12, 26, 120])
def test_labels_do_not_touch(count: int) -> None:
    bars = tuple(Bar(label=f"wk {n}", done=1, planned=2) for n in range(count))
    labels = [word for word in words(bars) if (word.text or "").startswith("wk")]
    places = [float(word.attrib["x"]) for word in labels]
    assert all(later - earlier >= 26 for earlier, later in pairwise(places))
    assert labels


def test_no_bar_at_all_is_an_empty_axis() -> None:
    assert [word.text for word in words(())] == ["0", "1"]


@pytest.mark.parametrize(
    "wrong", [{"done": 3, "planned": 2}, {"done": 1, "planned": 2, "away": -1}]
)
def test_more_done_than_planned_is_refused(wrong: dict[str, int]) -> None:
    with pytest.raises(ValueError, match="at most as many"):
        Bar(label="wk 1", **wrong)
