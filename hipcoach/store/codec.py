"""Plain values to frozen types and back, and JSON: the only module that knows msgspec.

A field whose name would be a keyword ends in "_" and is stored without it: `from_` as "from".
Conversion is strict: no text for a number, no unknown key, no half character, no NaN.
"""

from __future__ import annotations

import gc
import json
import math
import re
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from datetime import date, time
from enum import Enum
from typing import Any, TypeVar, cast

import msgspec

from hipcoach.store.shape import explain, is_record, key_check, stored_names, with_field_names

T = TypeVar("T")

_UNFIT = (ValueError, TypeError, RecursionError)
"""What msgspec raises: its own errors are ValueErrors; an unsupported type is a TypeError."""

_AS_IT_IS = frozenset({str, int, bool, type(None)})

_MISSING = re.compile(r"missing required field `(.*?)_?`")
_NO_PATH = re.compile(r" - at `.*`$")


class Invalid(ValueError):
    """A value that does not fit; the text is "key path: reason"."""

    exit_code = 2


def convert(raw: object, kind: type[T]) -> T:
    """`raw`, the dicts, lists and scalars of TOML or JSON, as a value of type `kind`.

    Raises Invalid with the key path and the reason: "ladder[2].resistance: a band has a level ...".
    """
    try:
        return cast(T, _convert(raw, kind))
    except _UNFIT as error:
        raise Invalid(explain(raw, kind, _reason) or str(error)) from error


def _convert(raw: object, kind: Any) -> Any:
    if check := key_check(kind):
        check(raw)
    return msgspec.convert(with_field_names(raw, kind), type=kind)


def _reason(raw: Any, hint: Any) -> str | None:
    """Why `raw`, whose inner values are all right, does not fit the type; None where it does."""
    try:
        _convert(raw, hint)
    except _UNFIT as error:
        return _in_words(raw, hint, _NO_PATH.sub("", str(error)))
    return None


def _in_words(raw: object, hint: Any, problem: str) -> str:
    if missing := _MISSING.search(problem):
        return f'"{missing[1]}" is missing'
    if problem.startswith("Invalid enum value"):
        return f"{raw!r} is none of {', '.join(hint)}"
    return problem


def plain(value: Any) -> Any:
    """The value as new dicts, lists and scalars that JSON can hold; defaults are written out.

    Times become ISO 8601 text with their offset. Raises Invalid for what JSON cannot hold.
    """
    kind: Any = type(value)
    if kind in _AS_IT_IS or (kind is float and math.isfinite(value)):
        return value
    if isinstance(value, date | time):
        return value.isoformat()
    if isinstance(value, Enum):
        return value.value
    return _plain_inside(value, kind)


def _plain_inside(value: Any, kind: Any) -> Any:
    if isinstance(value, tuple | list):
        return [plain(inner) for inner in value]
    if isinstance(value, Mapping):
        return {str(plain(key)): plain(inner) for key, inner in value.items()}
    if is_record(kind):
        names = stored_names(kind)
        return {stored: plain(getattr(value, name)) for stored, name in names.items()}
    raise Invalid(f"{value!r} cannot be stored")


def encode_json(value: object) -> bytes:
    """Plain values as compact UTF-8 JSON without a line break. NaN would become null: see `plain`.

    Raises Invalid for half a character (a lone surrogate) and whole numbers of thousands of digits.
    """
    try:
        return msgspec.json.encode(value)
    except UnicodeEncodeError:
        raise Invalid("the text holds half a character, which no file can keep") from None
    except ValueError:
        raise Invalid("a whole number has thousands of digits") from None


def decode_json(raw: bytes, kind: Any = Any) -> Any:
    """Strict JSON (UTF-8, no NaN, no lone surrogates) as plain values, or of the given type.

    A key that is there twice counts by its last value, as in most readers; see `doubled_key`.
    Raises Invalid.
    """
    try:
        return msgspec.json.decode(raw, type=kind)
    except _UNFIT as error:
        raise Invalid(str(error)) from error


@contextmanager
def in_bulk() -> Iterator[None]:
    """Keep the garbage collector out while very many values are made.

    None of them is garbage, and it would look at all of them again and again: without this, reading
    a ten-year diary takes three times as long.
    """
    working = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if working:
            gc.enable()


def doubled_key(raw: bytes) -> str | None:
    """A key that one object of this valid JSON has twice, or None."""
    found: list[str] = []

    def watch(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
        keys = [key for key, _ in pairs]
        found.extend(key for key in set(keys) if keys.count(key) > 1)
        return {}

    json.loads(raw, object_pairs_hook=watch)
    return found[0] if found else None
