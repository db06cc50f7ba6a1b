"""The pain chart as SVG, in page pixels (96 to the inch), with marks that survive greyscale."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from hipcoach.core.trends import MeanPoint
from hipcoach.report import svg
from hipcoach.report.chart import (
    BOTTOM,
    HEIGHT,
    LEFT,
    RIGHT,
    TOP,
    TOP_SCORE,
    WIDTH,
    PainChart,
    Shade,
    y,
)
from hipcoach.report.palette import (
    AMBER_INK,
    AMBER_LINE,
    AMBER_SOFT,
    AWAY,
    INDIGO,
    INK_2,
    INK_3,
    LINE,
    LINE_STRONG,
    PAPER,
    PRIMARY,
)

SMALL, NORMAL, LARGE = 9.4, 10.2, 12.6
DOT = 0.8
"""Radius below which circles are too small to be told apart."""
THIN = 4
"""A shade this many times narrower than its word is thin."""
DASHES = 10.4
"""Length of the piece of line before an edge's word: two dashes."""
MARK = 9.4
"""Width of a check-in's diamond."""
CHARACTER = 0.58
"""Width of an average character in font sizes: enough to keep labels apart without font metrics."""
NARROW = 0.47
"""The same where a label has to fit: what is longer is set smaller."""


def pain_svg(chart: PainChart) -> str:
    """The chart as one SVG document: shading first, then lines, points and, on top, the words."""
    hatch = svg.hatch("flare", AMBER_LINE, pitch=5.5, width=1.6, opacity=0.42)
    layers = (_shades, _band, _grid, _start, _check_ins, _ranges, _circles, _means, _labels)
    drawn = (mark for layer in layers for mark in layer(chart))
    return svg.drawing(WIDTH, HEIGHT, svg.element("defs", hatch), *drawn)


def _shades(chart: PainChart) -> Iterator[str]:
    for shade in chart.shades:
        x, width = _extent(chart, shade)
        colour = AMBER_SOFT if shade.flare else AWAY
        yield svg.rectangle(x, TOP, width, BOTTOM - TOP, colour)
        if shade.flare:
            yield svg.rectangle(x, TOP, width, BOTTOM - TOP, "url(#flare)")
    yield from _shade_words(chart)


def _extent(chart: PainChart, shade: Shade) -> tuple[float, float]:
    left = max(chart.x(shade.from_) - chart.pitch / 2, LEFT)
    return left, max(min(chart.x(shade.to) + chart.pitch / 2, RIGHT) - left, 0.8)


def _shade_words(chart: PainChart) -> Iterator[str]:
    """The shades' words on small plates; one that would touch its neighbour is left out.

    A shade that is thin beside its plate goes without where its word has been said.
    """
    free_from, told = LEFT, set[str]()
    for shade in sorted(chart.shades, key=lambda shade: shade.from_):
        x, width = _extent(chart, shade)
        plate = len(shade.text) * NORMAL * CHARACTER + 10
        left = min(max(x + width / 2 - plate / 2, LEFT + 1), RIGHT - plate - 1)
        if left < free_from or (shade.text in told and width < plate / THIN):
            continue
        free_from = left + plate + 4
        told.add(shade.text)
        yield from _plate(shade, left, plate, low=_crowded(chart, shade))


def _plate(shade: Shade, x: float, width: float, *, low: bool) -> Iterator[str]:
    top = BOTTOM - 19 if low else TOP + 4
    colours = (AMBER_SOFT, AMBER_INK) if shade.flare else (AWAY, INK_2)
    yield svg.rectangle(x, top, width, 15, colours[0], rx=4)
    yield svg.words(
        shade.text,
        x + width / 2,
        top + 11,
        size=NORMAL,
        fill=colours[1],
        font_weight=600,
        text_anchor="middle",
    )


def _crowded(chart: PainChart, shade: Shade) -> bool:
    """Whether values near 10 need the place where the word would stand."""
    return any(day.high > 8.5 for day in chart.days if shade.from_ <= day.day <= shade.to)


def _band(chart: PainChart) -> Iterator[str]:
    """The band between the two thresholds, and lighter below it, where both are passed."""
    edges = sorted((label.value for label in chart.thresholds if label.value > 0), reverse=True)
    left = _since(chart)

    def area(low: float, high: float, opacity: float) -> str:
        return svg.rectangle(
            left, y(high), RIGHT - left, y(low) - y(high), PRIMARY, fill_opacity=opacity
        )

    if edges and len(chart.thresholds) == 2:
        low = edges[1] if len(edges) == 2 else 0
        yield area(low, edges[0], 0.2)
        yield area(0, low, 0.07)
    for edge in edges:
        yield _dashes(left, y(edge), RIGHT)


def _since(chart: PainChart) -> float:
    """Where the start value begins to hold: at the run's first day, or at the chart's edge."""
    return max(chart.x(chart.since) - chart.pitch / 2, LEFT) if chart.since else LEFT


def _grid(chart: PainChart) -> Iterator[str]:
    for value in range(0, TOP_SCORE + 1, 2):
        colour = LINE_STRONG if value == 0 else LINE
        yield svg.rule(LEFT, y(value), RIGHT, y(value), colour, stroke_width=0.8)
        yield svg.words(
            str(value), LEFT - 7, y(value) + 3.6, size=NORMAL, fill=INK_3, text_anchor="end"
        )
    yield from _ticks(chart)


def _ticks(chart: PainChart) -> Iterator[str]:
    """A short line at each, and its word where it does not touch another."""
    free_from = 0.0
    for tick in chart.ticks:
        x = chart.x(tick.day) - chart.pitch / 2
        yield svg.rule(x, BOTTOM, x, BOTTOM + 4, LINE_STRONG, stroke_width=0.8)
        if x >= free_from:
            free_from = x + len(tick.text) * NORMAL * CHARACTER
            yield svg.words(tick.text, x + 3, BOTTOM + 14, size=NORMAL, fill=INK_3)


def _start(chart: PainChart) -> Iterator[str]:
    if chart.start:
        height = y(chart.start.value)
        yield svg.rule(
            _since(chart),
            height,
            RIGHT,
            height,
            INK_2,
            stroke_width=1.4,
            stroke_dasharray="0.1 3.9",
            stroke_linecap="round",
        )


def _check_ins(chart: PainChart) -> Iterator[str]:
    """A diamond above the plot, a dashed line down, and a word where it does not touch another."""
    free_from, before = 0.0, -MARK
    for tick in chart.check_ins:
        x, half = chart.x(tick.day), len(tick.text) * NORMAL * CHARACTER / 2
        if x - before < MARK:
            continue
        before = x
        yield from _diamond(x)
        middle = max(x, half)
        if middle - half >= free_from:
            free_from = middle + half + 4
            yield svg.words(
                tick.text,
                middle,
                TOP - 11.5,
                size=NORMAL,
                fill=INK_2,
                font_weight=600,
                text_anchor="middle",
            )


def _diamond(x: float) -> Iterator[str]:
    yield svg.rule(x, TOP, x, BOTTOM, INK_3, stroke_width=0.8, stroke_dasharray="1.6 3.1")
    top = f"{svg.number(x)} {svg.number(TOP - MARK / 2 - 0.8)}"
    yield svg.element(
        "path", d=f"M{top}l4.7 4.7-4.7 4.7-4.7-4.7z", fill=PAPER, stroke=INK_2, stroke_width=1.4
    )


def _ranges(chart: PainChart) -> Iterator[str]:
    """From the lowest to the highest rating: one path, so that ten years stay a small file."""
    pieces = [
        [(chart.x(day.day), y(day.high)), (chart.x(day.day), y(day.low))]
        for day in chart.days
        if day.high > day.low
    ]
    if pieces:
        yield svg.element(
            "path",
            d=svg.polyline(pieces),
            stroke=INDIGO,
            stroke_width=max(min(chart.radius * 0.7, 2.3), 0.4),
            stroke_linecap="round",
            stroke_opacity=0.35,
        )


def _circles(chart: PainChart) -> Iterator[str]:
    """A circle per value, unless they stand so close that only their line can be read."""
    if chart.radius < DOT:
        return
    for day in chart.days:
        yield svg.element(
            "circle",
            cx=chart.x(day.day),
            cy=y(day.mean),
            r=chart.radius,
            fill=PAPER,
            stroke=INDIGO,
            stroke_width=min(chart.radius * 0.42, 1.4),
        )


def _means(chart: PainChart) -> Iterator[str]:
    pieces = [
        [(chart.x(mean.day), y(mean.mean)) for mean in piece] for piece in unjoined(chart.means)
    ]
    if pieces:
        yield svg.element(
            "path",
            d=svg.polyline(pieces),
            fill="none",
            stroke=INDIGO,
            stroke_width=2.3 if chart.radius >= DOT else 1.1,
            stroke_linejoin="round",
            stroke_linecap="round",
        )
    if chart.now:
        yield svg.element(
            "circle",
            cx=RIGHT - min(chart.pitch / 2, 4.5),
            cy=y(chart.now.value),
            r=4.6,
            fill=INDIGO,
            stroke=PAPER,
            stroke_width=1.5,
        )


def unjoined(means: Sequence[MeanPoint]) -> list[list[MeanPoint]]:
    """The pieces of the line: a point that is not joined to the one before begins a new piece."""
    pieces: list[list[MeanPoint]] = []
    for mean in means:
        if mean.joined and pieces:
            pieces[-1].append(mean)
        else:
            pieces.append([mean])
    return pieces


def _labels(chart: PainChart) -> Iterator[str]:
    """The words to the right of the plot, each beside its value and none upon another.

    The edges of the band have a piece of their line before them: they may have to move away.
    """
    edges = [label for label in chart.thresholds if label.value > 0]
    entries = [(label, SMALL, INK_2, 500) for label in edges]
    if chart.start:
        entries.append((chart.start, NORMAL, INK_2, 600))
    if chart.now:
        entries.append((chart.now, LARGE, INDIGO, 700))
    wanted = [y(label.value) for label, *_ in entries]
    sizes = [size * 1.3 for _, size, *_ in entries]
    for (label, size, colour, weight), middle in zip(
        entries, svg.apart(wanted, sizes, TOP - 6, BOTTOM + 6), strict=True
    ):
        left = RIGHT + 7
        if label in edges:
            yield _dashes(left, middle, left + DASHES)
            left += DASHES + 4
        fit = min(size, (WIDTH - left) / max(len(label.text) * NARROW, 1))
        yield svg.words(
            label.text, left, middle + fit * 0.36, size=fit, fill=colour, font_weight=weight
        )


def _dashes(left: float, height: float, right: float) -> str:
    return svg.rule(
        left, height, right, height, PRIMARY, stroke_width=0.8, stroke_dasharray="4 2.4"
    )
