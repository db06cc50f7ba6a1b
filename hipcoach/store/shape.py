"""What a type asks of plain values: stored names, no unknown keys, and where a value does not fit.

A field whose name would be a keyword ends in "_" and is stored without it: `from_` as "from".
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import fields, is_dataclass
from functools import cache
from types import UnionType
from typing import Any, Union, get_args, get_origin, get_type_hints

Check = Callable[[Any], None]
Reason = Callable[[Any, Any], str | None]
"""Tells why a plain value, seen as a whole, is no value of a type; None where it is one."""


@cache
def stored_names(kind: Any) -> dict[str, str]:
    """The fields of a dataclass: name by stored name, in their order."""
    return {field.name.removesuffix("_"): field.name for field in fields(kind)}


@cache
def stored_hints(kind: Any) -> dict[str, Any]:
    """The fields of a dataclass: type by stored name."""
    found = get_type_hints(kind)
    return {stored: found[name] for stored, name in stored_names(kind).items()}


@cache
def key_check(hint: Any) -> Check | None:
    """A fast function that raises ValueError for an unknown key at any depth.

    None where no dataclass is inside the type, so that there is nothing to check.
    """
    if is_record(hint):
        return _record_check(hint)
    inner = next(filter(None, map(key_check, get_args(hint))), None)
    return inner if inner is None or _is_union(hint) else _check_each(inner)


def _record_check(kind: Any) -> Check:
    known = frozenset(stored_names(kind))
    inner_checks = {key: key_check(hint) for key, hint in stored_hints(kind).items()}
    nested = [(key, check) for key, check in inner_checks.items() if check]

    def check_record(raw: Any) -> None:
        if not isinstance(raw, dict):
            return
        if not known.issuperset(raw):
            raise ValueError("unknown key")
        for key, check in nested:
            if key in raw:
                check(raw[key])

    return check_record


def _check_each(inner: Check) -> Check:
    def check_each(raw: Any) -> None:
        for value in raw.values() if isinstance(raw, dict) else raw if _is_list(raw) else ():
            inner(value)

    return check_each


@cache
def _renames(hint: Any) -> bool:
    if not is_record(hint):
        return any(map(_renames, get_args(hint)))
    own = any(stored != name for stored, name in stored_names(hint).items())
    return own or any(map(_renames, stored_hints(hint).values()))


def with_field_names(raw: Any, hint: Any) -> Any:
    """The plain value with the names of fields as its keys where stored names differ."""
    if not _renames(hint):
        return raw
    hint = _without_none(hint)
    if isinstance(raw, dict) and is_record(hint):
        names, inner = stored_names(hint), stored_hints(hint)
        return {names[key]: with_field_names(value, inner[key]) for key, value in raw.items()}
    if isinstance(raw, dict):
        return {key: with_field_names(value, _inner(hint)) for key, value in raw.items()}
    return [with_field_names(value, _inner(hint)) for value in raw] if _is_list(raw) else raw


def explain(raw: Any, hint: Any, reason: Reason, where: str = "") -> str | None:
    """The first thing in `raw` that does not fit, as "key path: reason"; None where all fits."""
    for key, value, inner in _inside(raw, _without_none(hint)):
        path = f"{where}{key}" if key.startswith("[") or not where else f"{where}.{key}"
        if inner is None:
            return f"{path}: there is no such key here"
        if found := explain(value, inner, reason, path):
            return found
    found = reason(raw, hint)
    return f"{where}: {found}" if found and where else found


def _inside(raw: Any, hint: Any) -> Iterator[tuple[str, Any, Any]]:
    """What is inside a plain value: key, value and type (None: the key is unknown)."""
    if isinstance(raw, dict) and is_record(hint):
        known = stored_hints(hint)
        yield from ((key, value, known.get(key)) for key, value in raw.items())
    elif isinstance(raw, dict) and get_origin(hint) in (Mapping, dict):
        key_hint, value_hint = get_args(hint)
        yield from ((str(key), key, key_hint) for key in raw)
        yield from ((str(key), value, value_hint) for key, value in raw.items())
    elif _is_list(raw) and get_args(hint):
        yield from ((f"[{i}]", value, _inner(hint)) for i, value in enumerate(raw))


def is_record(hint: Any) -> bool:
    """Whether the type is a dataclass."""
    return is_dataclass(hint)


def _is_list(raw: Any) -> bool:
    return isinstance(raw, list | tuple)


def _is_union(hint: Any) -> bool:
    return get_origin(hint) in (Union, UnionType)


def _without_none(hint: Any) -> Any:
    """The member of a union that holds values, as in `tuple[Band, ...] | None`; else the hint."""
    inner = [member for member in get_args(hint) if is_record(member) or get_args(member)]
    return inner[0] if _is_union(hint) and inner else hint


def _inner(hint: Any) -> Any:
    """The type of the values of a mapping or the members of a sequence."""
    return [member for member in get_args(hint) if member is not Ellipsis][-1]
