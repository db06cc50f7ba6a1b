"""Which facts and rules made the levels, as lines of text."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from hipcoach.core.catalogue import Catalogue
from hipcoach.core.diary import Diary
from hipcoach.core.explain import Explained, explain
from hipcoach.core.text import say

INDENT = "  "


def explain_lines(diary: Diary, catalogue: Catalogue, at: datetime) -> list[str]:
    """What made the levels as they were at the moment `at`: the start, each day, what is now."""
    return list(_lines(explain(diary, catalogue, at)))


def _lines(explained: Explained) -> Iterator[str]:
    yield from map(say, explained.head)
    for day in explained.days:
        yield ""
        yield say(day.name)
        for told in day.told:
            yield INDENT + say(told.told)
            yield from (2 * INDENT + say(more) for more in told.more)
    if explained.now:
        yield ""
        yield from map(say, explained.now)
