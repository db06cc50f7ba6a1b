"""Long texts in pieces that are read without effort, word for word."""

from __future__ import annotations

import re

MOST = 110
"""Characters up to which sentences share a paragraph: about one and a half lines of the pages."""

_BETWEEN = re.compile(r"(?<=[.?])\s+")


def paragraphs(text: str) -> list[str]:
    """The text's sentences, short neighbours together; a question always stands alone."""
    parts: list[str] = []
    for sentence in _BETWEEN.split(text.strip()):
        alone = sentence.endswith("?") or not parts or parts[-1].endswith("?")
        if alone or len(parts[-1]) + 1 + len(sentence) > MOST:
            parts.append(sentence)
        else:
            parts[-1] = f"{parts[-1]} {sentence}"
    return parts
