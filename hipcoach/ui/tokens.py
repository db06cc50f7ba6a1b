"""The visual language as values: colours by role in two themes, text styles (resources/style)."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True, kw_only=True)
class TextStyle:
    """Size and line height in pixels at 100 % text, weight (100 to 900), spacing in percent."""

    size: float
    line: float
    weight: int
    spacing: float = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Tokens:
    """Colours (`#RRGGBB`) by role, light and dark, and the text styles by name."""

    light: Mapping[str, str]
    dark: Mapping[str, str]
    text: Mapping[str, TextStyle]

    def __post_init__(self) -> None:
        if self.light.keys() != self.dark.keys():
            lacking = ", ".join(sorted(self.light.keys() ^ self.dark.keys()))
            raise ValueError(f"both themes need the same colours; only one has {lacking}")


def load_tokens(path: Path) -> Tokens:
    """The tokens of a file; ValueError or KeyError where it does not fit."""
    raw = tomllib.loads(path.read_text(encoding="utf-8"))
    return Tokens(
        light=raw["colours"]["light"],
        dark=raw["colours"]["dark"],
        text={name: TextStyle(**style) for name, style in raw["text"].items()},
    )
