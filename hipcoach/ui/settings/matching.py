"""What a typed search finds: every word of it somewhere in the texts, case and accents aside."""

from __future__ import annotations

import unicodedata


def matches(typed: str, *texts: str) -> bool:
    """Whether each word of `typed` is part of one of the texts; nothing typed finds everything."""
    found = " ".join(map(_plain, texts))
    return all(word in found for word in _plain(typed).split())


def _plain(text: str) -> str:
    """Without case and accents."""
    letters = unicodedata.normalize("NFKD", text)
    return "".join(c for c in letters if not unicodedata.combining(c)).casefold()
