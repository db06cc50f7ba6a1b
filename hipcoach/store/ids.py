"""Where ids come from: the clock and random bytes, so that ids sort by the time they were given."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from hipcoach.core.ids import RANDOM_BITS, milliseconds, uuid7


class IdSource:
    """Gives an id when called.

    Later ids are greater, also within one millisecond and when the clock is put back. `now` is the
    clock, `random_bytes` gives that many random bytes, as os.urandom does.
    """

    def __init__(self, now: Callable[[], datetime], random_bytes: Callable[[int], bytes]) -> None:
        self._now, self._random_bytes = now, random_bytes
        self._last = 0

    def __call__(self) -> str:
        """A new id, a UUID of version 7."""
        fresh = milliseconds(self._now()) << RANDOM_BITS | self._random()
        self._last = max(fresh, self._last + 1)
        return uuid7(*divmod(self._last, 1 << RANDOM_BITS))

    def _random(self) -> int:
        """Random bits of which the first is 0, which leaves room to count on."""
        return int.from_bytes(self._random_bytes(10)) >> 80 - (RANDOM_BITS - 1)
