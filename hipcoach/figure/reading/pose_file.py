"""A pose file's tables as frozen values. What does not fit raises Invalid with "key: reason"."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import MISSING, fields
from functools import cache
from typing import Any, get_type_hints

from hipcoach.figure.reading.tables import Table, merged, pose_numbers
from hipcoach.figure.values.drawn import Check, CueLine, Drawn, FigureFile, Key, MistakePose, View
from hipcoach.figure.values.props import PROP_KINDS, Prop
from hipcoach.store.codec import Invalid, convert

SHARES = {"start": 0.0, "halfway": 0.5, "end": 1.0}
"""The tables of a movement's keys and where they lie; each goes on from the one before it."""

_POSES = frozenset(SHARES) | {"base"}


def read_figure(figure_id: str, raw: Table) -> FigureFile:
    """The figure of a whole table, its variants laid over the plain movement."""
    plain = {key: value for key, value in raw.items() if key != "variants"}
    variants = _tables(raw.get("variants", {}), "variants")
    return FigureFile(
        id=figure_id,
        plain=read_drawn(plain),
        variants={name: _variant(plain, variants, name) for name in variants},
        rungs=_rungs(variants),
    )


def _variant(plain: Table, variants: Mapping[str, Table], name: str) -> Drawn:
    try:
        return read_drawn(_laid_over(plain, variants, name))
    except Invalid as error:
        raise Invalid(f"variants.{name}.{error}") from error


def _laid_over(plain: Table, variants: Mapping[str, Table], name: str) -> Table:
    """The variant's table over the plain one, or over that of the variant it is based on."""
    table = dict(variants[name])
    table.pop("rungs", None)
    other = table.pop("based_on", None)
    if other is None:
        return merged(plain, table)
    before = list(variants)[: list(variants).index(name)]
    if other not in before:
        raise Invalid(f"based_on: no variant {other!r} comes before this one")
    return merged(_laid_over(plain, variants, other), table)


def _rungs(variants: dict[str, Table]) -> dict[str, str]:
    found: dict[str, str] = {}
    for name, table in variants.items():
        path = f"variants.{name}.rungs"
        for rung in _value(path, table.get("rungs", []), tuple[str, ...]):
            if rung in found:
                raise Invalid(f'{path}: "{rung}" is already shown by "{found[rung]}"')
            found[rung] = name
    return found


def read_drawn(raw: Table) -> Drawn:
    """One movement from its table, with whole poses as keys."""
    values = {key: _field(key, value) for key, value in raw.items() if key not in _POSES}
    for field in fields(Drawn):
        if field.name not in values and field.name != "keys" and _is_needed(field):
            raise Invalid(f'"{field.name}" is missing')
    return Drawn(keys=_keys(raw), **values)


def _is_needed(field: Any) -> bool:
    return field.default is MISSING and field.default_factory is MISSING


def _keys(raw: Table) -> tuple[Key, ...]:
    pose = pose_numbers(raw.get("base", {}), "base")
    for name in ("start", "end"):
        if name not in raw:
            raise Invalid(f'"{name}" is missing')
    keys = []
    for name, share in SHARES.items():
        if name in raw:
            pose = {**pose, **pose_numbers(raw[name], name)}
            keys.append(Key(at=share, pose=pose))
    return tuple(keys)


def _field(name: str, value: object) -> Any:
    if reader := _READERS.get(name):
        return reader(value)
    hint = _hints().get(name)
    if hint is None or name == "keys":
        raise Invalid(f"{name}: there is no such key here")
    return _value(name, value, hint)


@cache
def _hints() -> dict[str, Any]:
    return get_type_hints(Drawn)


def _value(path: str, raw: object, hint: Any) -> Any:
    """The plain value as one of this type; errors name the path."""
    return convert({path: raw}, dict[str, hint])[path]


def _tables(raw: object, path: str) -> dict[str, Table]:
    if not isinstance(raw, dict) or not all(isinstance(table, dict) for table in raw.values()):
        raise Invalid(f"{path}: needs tables by name")
    return raw


def _props(raw: object) -> tuple[Prop, ...]:
    if not isinstance(raw, list) or not all(isinstance(table, dict) for table in raw):
        raise Invalid("props: needs a list of tables")
    return tuple(_prop(table, f"props[{i}]") for i, table in enumerate(raw))


def _prop(table: dict[str, Any], path: str) -> Prop:
    kind = table.get("kind")
    if kind not in PROP_KINDS:
        raise Invalid(f"{path}.kind: {kind!r} is none of {', '.join(PROP_KINDS)}")
    own = {key: value for key, value in table.items() if key != "kind"}
    prop: Prop = _value(path, own, PROP_KINDS[kind])
    return prop


def _mistakes(raw: object) -> dict[str, MistakePose]:
    found = _tables(raw, "mistakes")
    return {name: _mistake(table, f"mistakes.{name}") for name, table in found.items()}


def _mistake(table: Table, path: str) -> MistakePose:
    for key in table:
        if key not in _MISTAKE:
            raise Invalid(f"{path}.{key}: there is no such key here")
    if "delta" not in table:
        raise Invalid(f'{path}: "delta" is missing')
    own = {
        key: _value(f"{path}.{key}", table[key], hint)
        for key, hint in _MISTAKE.items()
        if key in table and key != "delta"
    }
    return MistakePose(delta=pose_numbers(table["delta"], f"{path}.delta"), **own)


def _checks(raw: object) -> tuple[Check, ...]:
    return tuple(_named_checks(_tables(raw, "checks")))


def _named_checks(found: dict[str, Table]) -> Iterator[Check]:
    for name, table in found.items():
        yield _value(f"checks.{name}", {**table, "name": name}, Check)


_MISTAKE: dict[str, Any] = {
    "delta": None,
    "view": View,
    "cue_lines": tuple[CueLine, ...],
    "breaks": tuple[str, ...],
}

_READERS: dict[str, Callable[[object], Any]] = {
    "props": _props,
    "mistakes": _mistakes,
    "checks": _checks,
}
