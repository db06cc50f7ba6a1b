"""Typed text as it can be stored."""

from __future__ import annotations


def plain(text: str) -> str:
    """One line, without the halves of characters that a clipboard can hold."""
    return whole(" ".join(text.splitlines()))


def whole(text: str) -> str:
    """Halves of characters become question marks; they could be written to no file."""
    return text.encode(errors="replace").decode()
