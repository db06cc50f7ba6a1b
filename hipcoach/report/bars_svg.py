"""Sessions per week or month as SVG bars, in page pixels: done, planned, and not planned."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import ceil

from hipcoach.report import svg
from hipcoach.report.palette import (
    AMBER_INK,
    AWAY,
    INK_2,
    LINE,
    LINE_STRONG,
    PAPER,
    PRIMARY,
)

WIDTH, HEIGHT = 284.0, 112.0
LEFT, RIGHT, TOP, BOTTOM = 22.0, 284.0, 14.0, 92.0
SIZE = 10.0
WIDEST_BAR = 24.5
NUMBER_FROM = 13.0
"""Narrower bars carry no number: it would not fit."""
OUTLINE_FROM = 5.0
"""Narrower bars have plain areas: outlines would fill them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Bar:
    """Sessions of one week or month. `flare` and `away` are the ones not planned because of it."""

    label: str
    done: int
    planned: int
    flare: int = 0
    away: int = 0

    def __post_init__(self) -> None:
        if not 0 <= self.done <= self.planned or self.flare < 0 or self.away < 0:
            raise ValueError("a bar has at most as many sessions done as planned, and none below 0")

    @property
    def whole(self) -> int:
        """Sessions that these days would hold without flare-ups and days away."""
        return self.planned + self.flare + self.away


def bars_svg(bars: Sequence[Bar]) -> str:
    """The bars as one SVG document, in the order given."""
    full = max(max((bar.whole for bar in bars), default=1), 1)
    hatch = svg.hatch("unplanned", AMBER_INK, pitch=5, width=1.4, opacity=0.7)
    drawn = [mark for place, bar in enumerate(bars) for mark in _bar(bar, place, len(bars), full)]
    return svg.drawing(
        WIDTH, HEIGHT, svg.element("defs", hatch), *_grid(full), *drawn, *_labels(bars)
    )


def _grid(full: int) -> Iterator[str]:
    middle = [full // 2] if full % 2 == 0 else []
    for value in (0, *middle, full):
        height = _y(value, full)
        colour = LINE if value else LINE_STRONG
        yield svg.rule(LEFT, height, RIGHT, height, colour, stroke_width=0.8)
        yield svg.words(
            str(value), LEFT - 6, height + 3.5, size=SIZE, fill=INK_2, text_anchor="end"
        )


def _y(value: float, full: int) -> float:
    return BOTTOM - value * (BOTTOM - TOP) / full


def _middle(place: int, count: int) -> float:
    return LEFT + (place + 0.5) * (RIGHT - LEFT) / max(count, 7)


def _width(count: int) -> float:
    pitch = (RIGHT - LEFT) / max(count, 7)
    return min(pitch * (0.68 if pitch > 8 else 0.8), WIDEST_BAR)


def _bar(bar: Bar, place: int, count: int, full: int) -> Iterator[str]:
    """From the bottom: done solid, planned as outline, then what was not planned."""
    width = _width(count)
    left = _middle(place, count) - width / 2
    flare_top = bar.planned + bar.flare
    parts = (
        (0, bar.planned, PAPER if width >= OUTLINE_FROM else LINE, INK_2),
        (0, bar.done, PRIMARY, PRIMARY),
        (bar.planned, flare_top, "url(#unplanned)", AMBER_INK),
        (flare_top, bar.whole, AWAY, LINE_STRONG),
    )
    for low, high, fill, stroke in parts:
        if high > low:
            top, bottom = _y(high, full), _y(low, full)
            edge = stroke if width >= OUTLINE_FROM else "none"
            yield svg.rectangle(left, top, width, bottom - top, fill, stroke=edge, stroke_width=0.9)
    if bar.planned and width >= NUMBER_FROM:
        yield from _number(bar, left + width / 2, full)


def _number(bar: Bar, x: float, full: int) -> Iterator[str]:
    """The sessions done: in the solid part, else in the outline above it, else above the bar."""
    room = SIZE + 4
    solid, outline = _y(bar.done, full), _y(bar.planned, full)
    inside = BOTTOM - solid >= room
    above = solid if solid - outline >= room else _y(bar.whole, full)
    yield svg.words(
        str(bar.done),
        x,
        solid + 12 if inside else above - 3,
        size=SIZE,
        fill=PAPER if inside else INK_2,
        font_weight=700,
        text_anchor="middle",
    )


def _labels(bars: Sequence[Bar]) -> Iterator[str]:
    """The bars' words, at equal distances where all of them would touch, and none upon another."""
    pitch = (RIGHT - LEFT) / max(len(bars), 7)
    step = max(ceil(max((_wide(bar.label) for bar in bars[:-1]), default=0) / pitch), 1)
    next_place, free_from = 0, 0.0
    for place, bar in enumerate(bars):
        wide = _wide(bar.label)
        middle = min(max(_middle(place, len(bars)), wide / 2), WIDTH - wide / 2)
        if bar.label and place >= next_place and middle - wide / 2 >= free_from:
            next_place, free_from = place + step, middle + wide / 2
            yield svg.words(
                bar.label, middle, BOTTOM + 14, size=SIZE, fill=INK_2, text_anchor="middle"
            )


def _wide(label: str) -> float:
    """About the width of a label with the space that it needs beside it."""
    return len(label) * SIZE * 0.55 + 4
