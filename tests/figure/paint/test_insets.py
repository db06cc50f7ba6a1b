"""Where the small views lie in a picture."""

from itertools import combinations

import pytest
from PySide6.QtCore import QRect
from PySide6.QtGui import QFont

from hipcoach.figure.paint.insets import places, title_height
from hipcoach.figure.values.drawn import Inset, View

ABOVE = View(azimuth=0, elevation=89)
ONE = Inset(title="From above", view=ABOVE)
TWO = (ONE, Inset(title="From the front", view=ABOVE, size=(0.2, 0.3)))


@pytest.mark.parametrize("size", [(480, 360), (800, 600), (1200, 800), (2400, 1600)])
def test_the_panels_lie_within_the_picture_and_apart(size: tuple[int, int]) -> None:
    found = places(TWO, *size)
    assert all(QRect(0, 0, *size).contains(place) for place in found)
    assert not any(one.intersects(other) for one, other in combinations(found, 2))


def test_a_panel_lies_at_the_edge_that_its_figure_leaves_free() -> None:
    left, right = (
        places([Inset(title="", view=ABOVE, left=left)], 800, 600)[0] for left in (True, False)
    )
    assert left.center().x() < 400 < right.center().x()
    assert left.left() == 800 - right.right() - 1


def test_a_picture_too_small_for_a_readable_panel_has_none() -> None:
    assert places(TWO, 200, 150) == []


@pytest.mark.usefixtures("qapp")
def test_a_title_that_is_too_wide_for_its_panel_takes_another_line() -> None:
    font = QFont()
    font.setPixelSize(16)
    one = title_height(font, "From above", 400)
    assert title_height(font, "From above, behind", 400) == one
    assert title_height(font, "From above, behind", 90) > 1.5 * one
