"""A page of Markdown as plain pieces: headings, paragraphs, points of a list, rows of a table."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

_RULE = re.compile(r"\|[-| ]+\|")
_NOTHING = re.compile(r"-*|```.*")


class Piece(StrEnum):
    """What a piece is."""

    TITLE = "title"
    TEXT = "text"
    POINT = "point"
    ROW = "row"


@dataclass(frozen=True, slots=True)
class Plain:
    """A piece of a page. The first cell of a row is set off by a colon, the others by commas."""

    kind: Piece
    text: str


def plain_page(markdown: str) -> tuple[Plain, ...]:
    """The pieces in their order; lines that were only broken to fit are one again."""
    found: list[Plain] = []
    for line in _lines(markdown):
        if line is None or not found or line.kind is not Piece.TEXT:
            found.append(line or Plain(Piece.TEXT, ""))
        else:
            found[-1] = Plain(found[-1].kind, f"{found[-1].text} {line.text}".strip())
    return tuple(piece for piece in found if piece.text)


def _lines(markdown: str) -> Iterator[Plain | None]:
    """Each line as what it begins or goes on with; None for one that ends what was before."""
    in_table = False
    for line in markdown.splitlines():
        text = "" if _NOTHING.fullmatch(line.strip()) else line.strip().replace("`", "")
        if text.startswith("|"):
            if in_table and not _RULE.fullmatch(text):
                yield Plain(Piece.ROW, _row(text))
            in_table = True
            continue
        in_table = False
        if not text:
            yield None
        elif text.startswith("#"):
            yield Plain(Piece.TITLE, text.lstrip("# "))
        elif text.startswith("- "):
            yield Plain(Piece.POINT, text[2:])
        else:
            yield Plain(Piece.TEXT, text)


def _row(line: str) -> str:
    first, *others = [cell.strip() for cell in line.strip("|").split("|")]
    return f"{first}: {', '.join(others)}"
