"""Fixtures for all tests: the real content, a fixed morning."""

from __future__ import annotations

from collections.abc import Callable, Generator
from datetime import datetime, timedelta, timezone
from pathlib import Path
from typing import Any

import pytest

from hipcoach.core.catalogue import Catalogue
from hipcoach.store.catalogue import load_catalogue

ROOT = Path(__file__).resolve().parent.parent


def pytest_addoption(parser: pytest.Parser) -> None:
    """`--keep-pictures` writes the pictures anew, text and drawn, that tests compare with."""
    parser.addoption("--keep-pictures", action="store_true")


@pytest.fixture(scope="session")
def root() -> Path:
    """The project's folder."""
    return ROOT


@pytest.fixture(scope="session")
def catalogue() -> Catalogue:
    """The content that ships with HipCoach."""
    return load_catalogue(ROOT / "resources")


@pytest.fixture
def morning() -> datetime:
    """A Monday morning, with its offset."""
    return datetime(2026, 11, 2, 9, 0, tzinfo=timezone(timedelta(hours=1)))


@pytest.fixture
def done() -> Callable[[Generator[Any, Any, Any]], Any]:
    """`done(steps)`: makes all the steps of a long piece of work; what they came to."""

    def run(steps: Generator[Any, Any, Any]) -> Any:
        while True:
            try:
                next(steps)
            except StopIteration as stopped:
                return stopped.value

    return run


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The diary's folder of the commands, where there is no display."""
    folder = tmp_path / "diary"
    monkeypatch.setenv("HIPCOACH_HOME", str(folder))
    monkeypatch.setenv("LC_ALL", "C.UTF-8")
    for display in ("QT_QPA_PLATFORM", "DISPLAY", "WAYLAND_DISPLAY"):
        monkeypatch.delenv(display, raising=False)
    return folder
