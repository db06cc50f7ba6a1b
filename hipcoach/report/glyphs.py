"""Characters that no font of this computer has: found in typst's diagnostic, shown as a box."""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import replace
from typing import Any

from hipcoach.core.text import tr
from hipcoach.report.page import ReportContent

BOX = "□"
_UNSHOWN = re.compile(r'the text `"((?:\\.|[^"\\])*)"` could not be displayed')
_ESCAPE = re.compile(r"\\(?:u\{([0-9a-f]+)\}|(.))")
_PLAIN = {"n": "\n", "r": "\r", "t": "\t", "0": "\0"}


def unshown(diagnostic: str) -> frozenset[str]:
    """The texts that PDF/UA refuses because no font shows them; empty for any other failure."""
    return frozenset(_ESCAPE.sub(_character, quoted) for quoted in _UNSHOWN.findall(diagnostic))


def _character(escape: re.Match[str]) -> str:
    code, plain = escape.groups()
    return chr(int(code, 16)) if code else _PLAIN.get(plain, plain)


def boxed(content: ReportContent, texts: Collection[str]) -> ReportContent:
    """The content with a box in place of each of the texts, and a footer line that says so."""
    longest_first = sorted(texts, key=len, reverse=True)
    pattern = re.compile("|".join(map(re.escape, longest_first)))
    swapped: ReportContent = _swapped(content, pattern)
    line = tr("{box} stands for a character that no font on this computer has.", box=BOX)
    footer = replace(swapped.footer, lines=(*swapped.footer.lines, line))
    return replace(swapped, footer=footer)


def _swapped(value: Any, pattern: re.Pattern[str]) -> Any:
    if isinstance(value, str):
        return pattern.sub(BOX, value)
    if isinstance(value, tuple):
        return tuple(_swapped(part, pattern) for part in value)
    if hasattr(value, "__dataclass_fields__"):
        parts = {name: getattr(value, name) for name in value.__dataclass_fields__}
        return replace(value, **{name: _swapped(part, pattern) for name, part in parts.items()})
    return value
