"""The user's own words as one line that changes nothing in the words beside them."""

from __future__ import annotations

from collections.abc import Iterator
from unicodedata import bidirectional, category, normalize

_JOINERS = "\u200c\u200d"
_APART, _END = "\u2068", "\u2069"
"""The first strong isolate of Unicode and its end."""
_MARKS_IN_A_ROW = 4


def one_line(said: str, limit: int) -> str:
    """`said` on one line, without invisible characters, cut to at most `limit` characters.

    Lone surrogates and unassigned characters go too: no file could hold them, no font shows them.
    Words of a script that runs to the left are set apart, so that they keep their order and their
    full stop in a line of ours.
    """
    words = normalize("NFC", said[: limit * 20]).split()
    visible = " ".join("".join(_visible(word)) for word in words).strip()
    cut = visible if len(visible) <= limit else visible[: limit - 1].rstrip() + "…"
    return f"{_APART}{cut}{_END}" if any(map(_runs_left, cut)) else cut


def _runs_left(character: str) -> bool:
    return bidirectional(character) in {"R", "AL"}


def _visible(word: str) -> Iterator[str]:
    marks = 0
    for character in word:
        kind = category(character)
        marks = marks + 1 if kind.startswith("M") else 0
        if (not kind.startswith("C") or character in _JOINERS) and marks <= _MARKS_IN_A_ROW:
            yield character
