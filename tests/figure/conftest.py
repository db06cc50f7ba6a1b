"""The figures that ship with HipCoach, and colours to draw them in."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QGuiApplication

from hipcoach.figure.paint.palette import Colours
from hipcoach.figure.studio import Studio
from hipcoach.paths import resource
from tests.figure.pictures import colours


@pytest.fixture(scope="session")
def studio(qapp: QGuiApplication) -> Studio:
    """Draws every figure of the content."""
    return Studio(resource("figure"))


@pytest.fixture(scope="session")
def light() -> Colours:
    """The light theme's colours on the player's stage."""
    return colours(dark=False)
