"""The first picture comes before anything heavy is loaded."""

from __future__ import annotations

from pathlib import Path

from tests.e2e.window import Window, fill_with_sample

HEAVY = (
    *("numpy", "pyqtgraph", "PySide6.QtMultimedia", "PySide6.QtTextToSpeech"),
    *("wakepy", "typst", "cryptography"),
)


def test_nothing_heavy_is_loaded_when_today_is_painted(tmp_path: Path) -> None:
    fill_with_sample(tmp_path)
    window = Window({"QT_QPA_PLATFORM": "offscreen"}, tmp_path)
    try:
        window.until_logged("painted today$")
        assert window.loaded("PySide6.QtWidgets", *HEAVY) == ["PySide6.QtWidgets"]
    finally:
        window.close()
