"""Ids: UUIDv7 (RFC 9562), so that ids sort by the time they were given."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

_RANDOM_BITS = 74
"""rand_a (12 bits) and rand_b (62 bits), counted on together within one millisecond."""

_VERSION, _VARIANT = 7 << 76, 0b10 << 62
_RAND_B = (1 << 62) - 1


class IdSource:
    """Gives an id when called.

    Later ids are greater, also within one millisecond and when the clock is put back.

    `now` is the clock, `random_bytes` gives that many random bytes, as os.urandom does.
    """

    def __init__(self, now: Callable[[], datetime], random_bytes: Callable[[int], bytes]) -> None:
        self._now, self._random_bytes = now, random_bytes
        self._last = 0

    def __call__(self) -> str:
        """A new id, as in 0191e7c4-5c00-7d2e-9a31-3c5a1f0e8b42."""
        fresh = self._milliseconds() << _RANDOM_BITS | self._random()
        self._last = max(fresh, self._last + 1)
        return _text(self._last)

    def _milliseconds(self) -> int:
        return int(self._now().timestamp() * 1000)

    def _random(self) -> int:
        """Random bits of which the first is 0, which leaves room to count on."""
        return int.from_bytes(self._random_bytes(10)) >> 7


def _text(bits: int) -> str:
    """The id of 48 bits of time and 74 of randomness, with version and variant put in."""
    milliseconds, random = divmod(bits, 1 << _RANDOM_BITS)
    value = milliseconds << 80 | _VERSION | random >> 62 << 64 | _VARIANT | random & _RAND_B
    text = f"{value:032x}"
    return "-".join((text[:8], text[8:12], text[12:16], text[16:20], text[20:]))
