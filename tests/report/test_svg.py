"""SVG text is escaped, lines break where they must, labels never touch."""

from __future__ import annotations

from itertools import pairwise
from xml.etree.ElementTree import fromstring

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hipcoach.report import svg


def test_text_and_attributes_are_data() -> None:
    drawn = svg.words("<b>&\"'", 1, 2, size=10, fill='"><script>')
    parsed = fromstring(drawn)
    assert parsed.text == "<b>&\"'"
    assert parsed.get("fill") == '"><script>'
    assert len(parsed) == 0


def test_pieces_of_a_line_are_not_joined() -> None:
    path = svg.polyline([[(0, 1), (2, 3.456)], [(5, 5)]])
    assert path == "M0 1L2 3.46M5 5h0"


@pytest.mark.parametrize(
    ("value", "text"), [(1.0, "1"), (1.254, "1.25"), (-0.5, "-0.5"), ("as is", "as is")]
)
def test_numbers_are_short(value: float | str, text: str) -> None:
    assert svg.number(value) == text


def test_labels_that_have_room_stay_where_they_belong() -> None:
    assert svg.apart([10, 50], [10, 10], 0, 100) == [10, 50]


def test_labels_that_collide_move_apart_by_the_same_distance() -> None:
    assert svg.apart([50, 52], [10, 10], 0, 100) == [46, 56]


def test_labels_at_the_edge_stay_inside() -> None:
    assert svg.apart([0, 1], [10, 10], 0, 100) == [5, 15]
    assert svg.apart([99, 100], [10, 10], 0, 100) == [85, 95]


@given(st.lists(st.tuples(st.floats(0, 200), st.floats(5, 20)), max_size=8))
def test_labels_never_overlap_and_keep_their_order(labels: list[tuple[float, float]]) -> None:
    wanted, sizes = [w for w, _ in labels], [s for _, s in labels]
    centres = svg.apart(wanted, sizes, 0, 200)
    placed = sorted(zip(centres, sizes, wanted, strict=True))
    for (upper, size, first), (lower, next_size, second) in pairwise(placed):
        assert lower - upper >= (size + next_size) / 2 - 1e-6
        assert first <= second
    assert all(s / 2 - 1e-6 <= c <= 200 - s / 2 + 1e-6 for c, s in zip(centres, sizes, strict=True))
