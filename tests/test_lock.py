"""The lock names every package with its hashes, carries no address and follows pyproject.toml."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).parent.parent


@pytest.fixture(scope="module")
def lock_text() -> str:
    return (ROOT / "packaging" / "requirements-dev.lock").read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def entries(lock_text: str) -> list[tuple[Requirement, str]]:
    """Every locked requirement with the text of its hashes."""
    logical_lines = lock_text.replace("\\\n", " ").splitlines()
    parts = (line.partition("--hash") for line in logical_lines if line.strip())
    return [(Requirement(pin), mark + rest) for pin, mark, rest in parts]


@pytest.fixture(scope="module")
def asked_for() -> list[Requirement]:
    """What pyproject.toml asks for, to run and to develop."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    lines = project["project"]["dependencies"] + project["dependency-groups"]["dev"]
    return [Requirement(line) for line in lines]


def test_lock_carries_no_address(lock_text: str) -> None:
    assert [line for line in lock_text.splitlines() if "://" in line or "@" in line] == []


def test_every_entry_is_pinned_and_hashed(entries: list[tuple[Requirement, str]]) -> None:
    assert len(entries) > 20
    for pin, hashes in entries:
        assert [clause.operator for clause in pin.specifier] == ["=="], pin
        assert re.fullmatch(r"(--hash=sha256:[0-9a-f]{64}\s*)+", hashes), pin


@pytest.mark.parametrize("python", ["3.11", "3.12", "3.13"])
@pytest.mark.parametrize("system", ["linux", "win32", "darwin"])
def test_lock_follows_the_project(
    entries: list[tuple[Requirement, str]], asked_for: list[Requirement], python: str, system: str
) -> None:
    machine = {
        "python_version": python,
        "python_full_version": f"{python}.1",
        "sys_platform": system,
    }
    locked = {
        canonicalize_name(pin.name): str(pin.specifier).removeprefix("==")
        for pin, _ in entries
        if pin.marker is None or pin.marker.evaluate(machine)
    }
    for wanted in asked_for:
        if wanted.marker is None or wanted.marker.evaluate(machine):
            name = canonicalize_name(wanted.name)
            assert name in locked
            assert wanted.specifier.contains(locked[name]), (wanted, locked[name])
