"""Licence texts as plain pieces, no word of them lost."""

from __future__ import annotations

import re

import pytest

from hipcoach.core.plain_page import Piece, Plain, plain_page
from hipcoach.paths import licence, resource

FILES = [
    licence("LICENSE"),
    licence("THIRD-PARTY-LICENSES.md"),
    resource("fonts", "OFL.txt"),
    resource("icons", "LICENSE-lucide.txt"),
]


def test_the_pieces_of_a_page() -> None:
    page = (
        "# A\n\nOne `two`\nthree.\n\n| Work | Use |\n|---|---|\n| Inter | text |\n\n- x\n  y\n- z\n"
    )
    fenced = "```text\nfree\nof charge\n```\n---\nend\n"
    assert plain_page(page + "\n" + fenced) == (
        Plain(Piece.TITLE, "A"),
        Plain(Piece.TEXT, "One two three."),
        Plain(Piece.ROW, "Inter: text"),
        Plain(Piece.POINT, "x y"),
        Plain(Piece.POINT, "z"),
        Plain(Piece.TEXT, "free of charge"),
        Plain(Piece.TEXT, "end"),
    )


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.name)
def test_no_word_of_a_licence_is_lost(file) -> None:
    text = file.read_text(encoding="utf-8").replace("```text", "")
    words = re.findall(r"[^\W_]+", text.replace("| Work | Used for | Licence |", ""))
    shown = re.findall(r"[^\W_]+", " ".join(piece.text for piece in plain_page(text)))
    assert shown == words
