"""Which shares of a movement become frames."""

from itertools import pairwise

import pytest

from hipcoach.figure.paint.spacing import coarse_to_fine, spaced
from hipcoach.figure.skeleton.pose import minimum_jerk


def test_the_spacing_holds_both_ends_and_the_middle() -> None:
    shares = spaced(25)
    assert (shares[0], shares[12], shares[-1]) == (0.0, 0.5, 1.0)
    assert shares == sorted(set(shares))


def test_frames_lie_closer_where_the_movement_is_slow() -> None:
    gaps = [high - low for low, high in pairwise(spaced(25))]
    assert gaps[0] < gaps[11] / 5
    assert gaps[-1] < gaps[11] / 5


@pytest.mark.parametrize("seconds", [1.5, 2, 4])
def test_at_30_frames_a_second_no_tick_is_far_from_its_frame(seconds: float) -> None:
    """In the quick middle of a lift the picture may lag by less than a tick's own way."""
    ticks = round(seconds * 30)
    ways = [minimum_jerk(tick / ticks) for tick in range(ticks + 1)]
    shares = spaced(59)
    longest = max(after - before for before, after in pairwise(ways))
    assert max(min(abs(way - share) for share in shares) for way in ways) < max(longest, 0.03) / 2


def test_drawing_goes_from_coarse_to_fine_and_leaves_nothing_out() -> None:
    shares = spaced(25)
    order = coarse_to_fine(shares)
    assert order[:3] == [0.0, 1.0, 0.5]
    assert sorted(order) == shares


@pytest.mark.parametrize("drawn", [5, 9, 17])
def test_any_beginning_of_the_order_covers_the_whole_movement(drawn: int) -> None:
    shares = spaced(33)
    places = sorted(shares.index(share) for share in coarse_to_fine(shares)[:drawn])
    gaps = {high - low for low, high in pairwise(places)}
    assert gaps == {32 // (drawn - 1)}
