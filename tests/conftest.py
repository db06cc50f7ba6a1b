"""Fixtures for all tests: the real content, a fixed morning."""

from __future__ import annotations

from datetime import datetime, timedelta, timezone
from pathlib import Path

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
