"""One file of resources/ as a typed value. What is wrong in it is told by file, key and reason."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any, TypeVar

from hipcoach.core.text import message
from hipcoach.store.codec import Invalid, convert
from hipcoach.store.errors import StoreError

T = TypeVar("T")


class ContentError(StoreError):
    """The content that comes with HipCoach cannot be used: "file: key: reason"."""

    exit_code = 3

    def __init__(self, file: str, reason: str) -> None:
        super().__init__(message("{file}: {reason}", file=file, reason=reason))


def load(folder: Path, name: str, kind: type[T], *, keyed: bool = False) -> T:
    """The file `name` of `folder` as a value of type `kind`.

    `keyed`: the file holds tables by id, and each value takes its id from there.
    Raises ContentError.
    """
    raw = _read(folder, name)
    try:
        return convert(_with_ids(raw) if keyed else raw, kind)
    except Invalid as error:
        raise ContentError(shown(folder, name), str(error)) from error


def shown(folder: Path, name: str) -> str:
    """A file as errors name it: "resources/kit.toml"."""
    return f"{folder.name}/{name}"


def _read(folder: Path, name: str) -> dict[str, Any]:
    try:
        return tomllib.loads((folder / name).read_text(encoding="utf-8"))
    except OSError as error:
        reason = error.strerror or str(error)
        raise ContentError(shown(folder, name), f"cannot be read: {reason}") from error
    except UnicodeDecodeError as error:
        raise ContentError(shown(folder, name), "is not UTF-8 text") from error
    except RecursionError:
        raise ContentError(shown(folder, name), "has too many tables inside each other") from None
    except ValueError as error:  # also whole numbers of thousands of digits
        raise ContentError(shown(folder, name), f"is not TOML: {error}") from error


def _with_ids(raw: dict[str, Any]) -> dict[str, Any]:
    """Each table with its own name as id; what is no table is left for the conversion to refuse."""
    return {
        key: {**fields, "id": key} if isinstance(fields, dict) else fields
        for key, fields in raw.items()
    }
