"""The first picture comes before anything heavy is loaded."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from hipcoach.ui import ahead
from tests.e2e.window import Window, fill_with_sample

HEAVY = (
    *("numpy", "pyqtgraph", "PySide6.QtMultimedia", "PySide6.QtTextToSpeech"),
    *("wakepy", "typst", "cryptography", "hipcoach.figure"),
)

LATER = {
    *(*ahead.SESSION, *ahead.AREAS),
    *("hipcoach.ui.hints.flow", "hipcoach.ui.keys.flow", "hipcoach.journeys.programs"),
    *("hipcoach.report", "hipcoach.journeys.backups", "hipcoach.ui.watchdog"),
    *("hipcoach.figure", "numpy"),
}
"""What the first picture does not show, and is loaded behind it."""


def test_nothing_heavy_is_loaded_when_today_is_painted(tmp_path: Path) -> None:
    fill_with_sample(tmp_path)
    window = Window({"QT_QPA_PLATFORM": "offscreen"}, tmp_path)
    try:
        window.until_logged("painted today$")
        assert window.loaded("PySide6.QtWidgets", *HEAVY) == ["PySide6.QtWidgets"]
    finally:
        window.close()


def test_what_is_loaded_behind_the_first_picture_does_not_come_with_the_window() -> None:
    tell = "import sys, hipcoach.app; print(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", tell], stdout=subprocess.PIPE, check=True)
    loaded = {*done.stdout.decode().split()}
    assert "hipcoach.ui.today.page" in loaded
    assert loaded & LATER == set()
