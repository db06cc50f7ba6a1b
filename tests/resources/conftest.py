"""The content as it is shipped."""

from __future__ import annotations

import tomllib

import pytest

from hipcoach.paths import resource
from hipcoach.store.catalogue import load_catalogue


@pytest.fixture(scope="session")
def catalogue():
    return load_catalogue(resource())


@pytest.fixture(scope="session")
def strings():
    """Every text value of every TOML file, as (file, text)."""
    files = sorted(resource().rglob("*.toml"))
    raw = {file.name: tomllib.loads(file.read_text(encoding="utf-8")) for file in files}
    return [(name, text) for name, value in raw.items() for text in _texts(value)]


def _texts(value):
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict | list):
        for inner in value.values() if isinstance(value, dict) else value:
            yield from _texts(inner)
