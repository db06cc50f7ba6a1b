"""Tables of a pose file: put together from those they build on, and flattened to pose numbers."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from math import isfinite
from typing import Any

from hipcoach.figure.values.names import POSE_NAMES
from hipcoach.store.codec import Invalid

Table = Mapping[str, Any]

PELVIS = "pos"
PLACE = "_at"
"""`pos` is the pelvis's place, `R_ankle_at` a pinned ankle's: three numbers for x, y and z."""

MOST = 1000
"""No degree, metre or share of stature is more; with such numbers nothing could be drawn."""


def merged(below: Table, above: Table) -> Table:
    """The lower table with the upper one laid over it; lists and plain values are replaced.

    The upper one's `without` names what is taken out of the lower one first ("pins.R_hand").
    Raises Invalid where that is not there.
    """
    result = dict(below)
    for path in _without(above):
        result = _taken_out(result, path.split("."), path)
    for key, value in above.items():
        if key != "without":
            both = isinstance(value, dict) and isinstance(result.get(key), dict)
            result[key] = merged(result[key], value) if both else value
    return result


def wild_numbers(raw: object, path: str = "") -> Iterator[str]:
    """Each number at any depth that is none or not from -MOST to MOST, as "key: reason"."""
    if isinstance(raw, dict):
        for key, value in raw.items():
            yield from wild_numbers(value, f"{path}.{key}" if path else str(key))
    elif isinstance(raw, list):
        for i, value in enumerate(raw):
            yield from wild_numbers(value, f"{path}[{i}]")
    elif isinstance(raw, int | float) and not -MOST <= raw <= MOST:
        yield f"{path}: {raw} is no number from {-MOST} to {MOST}"


def _without(table: Table) -> Sequence[str]:
    paths = table.get("without", ())
    if not isinstance(paths, list | tuple) or not all(isinstance(path, str) for path in paths):
        raise Invalid("without: needs a list of keys")
    return paths


def _taken_out(table: Table, keys: list[str], path: str) -> dict[str, Any]:
    first, *rest = keys
    if first not in table or (rest and not isinstance(table[first], dict)):
        raise Invalid(f'without: there is no "{path}" to leave out')
    if not rest:
        return {key: value for key, value in table.items() if key != first}
    return {**table, first: _taken_out(table[first], rest, path)}


def pose_numbers(table: object, path: str) -> dict[str, float]:
    """The pose numbers of a table by their names: {"R_hip": {"flex": 45}} as {"R_hip.flex": 45.0}.

    Raises Invalid with the key path for names and values that are none.
    """
    if not isinstance(table, dict):
        raise Invalid(f"{path}: needs a table of angles and places")
    return {name: _number(name, value, path) for name, value in _flat(table, "", path)}


def _flat(table: Table, stem: str, path: str) -> Iterator[tuple[str, object]]:
    for key, value in table.items():
        name = f"{stem}{key}"
        if isinstance(value, dict):
            yield from _flat(value, f"{name}.", path)
        elif isinstance(value, list):
            yield from _place(name, value, path)
        else:
            yield name, value


def _place(name: str, values: list[object], path: str) -> Iterator[tuple[str, object]]:
    if name != PELVIS and not name.endswith(PLACE):
        raise Invalid(f"{path}.{name}: is a list, but only places such as R_ankle_at are one")
    if len(values) != 3:
        raise Invalid(f"{path}.{name}: needs three numbers, not {len(values)}")
    stem = "" if name == PELVIS else f"{name.removesuffix(PLACE)}."
    yield from ((f"{stem}{axis}", value) for axis, value in zip("xyz", values, strict=True))


def _number(name: str, value: object, path: str) -> float:
    if name not in POSE_NAMES:
        raise Invalid(f"{path}.{name}: is no angle or place of the body")
    if isinstance(value, bool) or not isinstance(value, int | float) or not isfinite(value):
        raise Invalid(f"{path}.{name}: {value!r} is no number")
    return float(value)
