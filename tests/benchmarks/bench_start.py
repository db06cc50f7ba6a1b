"""How soon the window stands, against a bare window of Qt (product.md section 11)."""

from __future__ import annotations

import os
import re
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Mapping
from datetime import datetime
from pathlib import Path

from tests.display import lacking, on_screen, screen

ROOT = Path(__file__).resolve().parents[2]
WEEKS, ROUNDS, PATIENCE = 156, 11, 60.0

BARE = """
import time
from PySide6.QtCore import QEvent, QTimer
from PySide6.QtWidgets import QApplication, QLabel, QMainWindow

class Window(QMainWindow):
    def event(self, event):
        done = super().event(event)
        if event.type() is QEvent.Type.UpdateRequest:
            QTimer.singleShot(0, self.painted)
        return done

    def painted(self):
        print(time.time(), flush=True)
        app.quit()

app = QApplication([])
window = Window()
window.setCentralWidget(QLabel("Today"))
window.resize(1280, 800)
window.show()
app.exec()
"""
"""The bare counterpart: it tells the time when its first picture is painted."""


def run() -> list[tuple[str, float, float]]:
    """From the start of the process to Today on the screen, round by round; [] without a screen."""
    if reason := lacking():
        print(f"start    left out: {reason}", flush=True)
        return []
    with tempfile.TemporaryDirectory() as folder, screen() as display:
        kept = {k: v for k, v in os.environ.items() if k != "PYTHONDONTWRITEBYTECODE"}
        own = {"PYTHONPATH": str(ROOT), "PYTHONPYCACHEPREFIX": f"{folder}/modules"}
        environment = kept | on_screen(display) | own
        home = Path(folder) / "diary"
        command = [sys.executable, "-m", "hipcoach", "--data-dir", str(home)]
        sample = [*command, "sample", "--weeks", str(WEEKS)]
        subprocess.run(sample, check=True, env=environment, stdout=subprocess.DEVNULL)
        rounds = [(_bare(environment), _today(command, home, environment)) for _ in range(ROUNDS)]
    bare, today = (statistics.median(times) for times in zip(*rounds[1:], strict=True))
    return [(f"Today painted, {WEEKS} weeks, x a bare Qt window", today / bare, 1.8)]


def _bare(environment: Mapping[str, str]) -> float:
    start = time.time()
    command = [sys.executable, "-c", BARE]
    told = subprocess.run(command, check=True, env=environment, stdout=subprocess.PIPE).stdout
    return float(told) - start


def _today(command: list[str], home: Path, environment: Mapping[str, str]) -> float:
    """What the log says of its first picture, which is told there to the millisecond."""
    log = home / "logs" / "hipcoach.log"
    passed = log.stat().st_size if log.exists() else 0
    start = time.time()
    process = subprocess.Popen(command, env=environment)
    try:
        while time.time() < start + PATIENCE and process.poll() is None:
            time.sleep(0.02)
            told = log.read_text(encoding="utf-8")[passed:] if log.exists() else ""
            if painted := re.search(r"^(\S+ \S+) .* painted today$", told, re.MULTILINE):
                return datetime.fromisoformat(painted[1]).timestamp() - start
    finally:
        process.terminate()
        process.wait()
    raise OSError("HipCoach never painted Today")


if __name__ == "__main__":
    print(run())
