"""SVG by pure functions: elements with escaped text, paths, hatches, and labels kept apart."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

FONT = "Inter"
_ESCAPES = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;"})

Point = tuple[float, float]


def element(name: str, *inside: str, **attributes: str | float) -> str:
    """One element around already built ones. Underscores in attribute names become hyphens."""
    said = "".join(
        f' {key.replace("_", "-")}="{escaped(number(value))}"' for key, value in attributes.items()
    )
    return f"<{name}{said}>{''.join(inside)}</{name}>" if inside else f"<{name}{said}/>"


def escaped(said: str) -> str:
    """Text as data. By hand: the standard library's function loads a web client with it."""
    return said.translate(_ESCAPES)


def number(value: str | float) -> str:
    """A number with at most two decimals; text as it is."""
    return value if isinstance(value, str) else f"{value:.2f}".rstrip("0").rstrip(".")


def words(
    said: str, x: float, y: float, *, size: float, fill: str, **attributes: str | float
) -> str:
    """A line of text with its baseline at (x, y); `said` is escaped."""
    return element(
        "text", escaped(said), x=x, y=y, font_family=FONT, font_size=size, fill=fill, **attributes
    )


def rule(x1: float, y1: float, x2: float, y2: float, stroke: str, **attributes: str | float) -> str:
    """A straight line."""
    return element("line", x1=x1, y1=y1, x2=x2, y2=y2, stroke=stroke, **attributes)


def rectangle(
    x: float, y: float, width: float, height: float, fill: str, **attributes: str | float
) -> str:
    """A filled rectangle."""
    return element("rect", x=x, y=y, width=width, height=height, fill=fill, **attributes)


def polyline(pieces: Iterable[Sequence[Point]]) -> str:
    """Path data of lines that are not joined; a lone point is a dot as wide as the stroke."""
    return "".join(_piece(piece) for piece in pieces)


def _piece(points: Sequence[Point]) -> str:
    path = "L".join(f"{number(x)} {number(y)}" for x, y in points)
    return f"M{path}h0" if len(points) == 1 else f"M{path}"


def hatch(name: str, stroke: str, *, pitch: float, width: float, opacity: float) -> str:
    """A pattern of lines rising to the right, to be used as fill `url(#name)`."""
    line = rectangle(0, 0, width, pitch, stroke, fill_opacity=opacity)
    return element(
        "pattern",
        line,
        id=name,
        width=pitch,
        height=pitch,
        patternUnits="userSpaceOnUse",
        patternTransform="rotate(45)",
    )


def drawing(width: float, height: float, *inside: str) -> str:
    """The whole SVG document."""
    return element(
        "svg",
        *inside,
        xmlns="http://www.w3.org/2000/svg",
        width=width,
        height=height,
        viewBox=f"0 0 {number(width)} {number(height)}",
    )


def apart(
    wanted: Sequence[float], sizes: Sequence[float], lowest: float, highest: float
) -> list[float]:
    """Centres near the wanted ones so that labels of these sizes do not touch, within the bounds.

    Neighbours that collide move apart by the same distance; the order stays. Where the bounds are
    too narrow for all of them, they overflow at `highest`.
    """
    order = sorted(range(len(wanted)), key=lambda i: wanted[i])
    groups: list[tuple[float, float, list[int]]] = []
    for i in order:
        groups.append(_group([i], wanted[i] - sizes[i] / 2, sizes[i], lowest, highest))
        while len(groups) > 1 and groups[-2][0] + groups[-2][1] > groups[-1][0]:
            second, first = groups.pop(), groups.pop()
            groups.append(_merged(first, second, lowest, highest))
    return _centres(groups, sizes)


def _group(
    members: list[int], top: float, size: float, lowest: float, highest: float
) -> tuple[float, float, list[int]]:
    return max(min(top, highest - size), lowest), size, members


def _merged(
    first: tuple[float, float, list[int]],
    second: tuple[float, float, list[int]],
    lowest: float,
    highest: float,
) -> tuple[float, float, list[int]]:
    overlap = first[0] + first[1] - second[0]
    return _group(
        first[2] + second[2], first[0] - overlap / 2, first[1] + second[1], lowest, highest
    )


def _centres(
    groups: Iterable[tuple[float, float, list[int]]], sizes: Sequence[float]
) -> list[float]:
    centres = dict[int, float]()
    for top, _, members in groups:
        free = top
        for i in members:
            centres[i] = free + sizes[i] / 2
            free += sizes[i]
    return [centres[i] for i in range(len(sizes))]
