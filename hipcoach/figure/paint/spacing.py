"""Which shares of a movement are kept as frames, and in which order they are drawn."""

from __future__ import annotations


def spaced(count: int) -> list[float]:
    """Shares for `count` frames, 0 and 1 among them, closer together where movement is slow.

    A cubic ease: the minimum jerk of the movement itself would waste frames at both ends, where
    several of them would look the same.
    """
    return [_eased(at / (count - 1)) for at in range(count)]


def _eased(part: float) -> float:
    return part * part * (3 - 2 * part)


def coarse_to_fine(shares: list[float]) -> list[float]:
    """The same shares: both ends, the middle, then the middle of every gap, ever smaller."""
    found = [shares[0], shares[-1]]
    gaps = [(0, len(shares) - 1)]
    for low, high in gaps:  # grows while it is gone through
        if high - low > 1:
            middle = (low + high) // 2
            found.append(shares[middle])
            gaps += [(low, middle), (middle, high)]
    return found
