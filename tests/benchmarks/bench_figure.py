"""What the moving figure costs: its frames, and a session against a bare window (product.md 11)."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from pathlib import Path

from hipcoach.core.sample import sample_diary
from hipcoach.store.catalogue import load_catalogue
from hipcoach.store.store import Store
from tests.display import lacking, on_screen, screen

ROOT = Path(__file__).resolve().parents[2]
SIZE = (800, 600)
NOW = datetime(2026, 11, 2, 9, tzinfo=UTC)
PASSES, WEEKS = 5, 12

Result = tuple[str, float, float]


def run() -> list[Result]:
    """Milliseconds of a cached frame and of the slowest step; how many frames; a session's CPU."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    return [*_frames(), *_session()]


def _frames() -> list[Result]:
    """Over all exercises at 800x600, the worst of each; processor time."""
    from PySide6.QtGui import QGuiApplication

    from hipcoach.core.depicted import Depicted
    from hipcoach.figure.paint.palette import Colours
    from hipcoach.figure.studio import Studio

    app = QGuiApplication.instance() or QGuiApplication([])
    studio = Studio(ROOT / "resources" / "figure")
    colours = Colours(
        dark=False,
        look="sage",
        ground="#ECEDE8",
        ink="#18212B",
        panel="#FFFFFF",
        well_done="#0E625C",
        mistaken="#6F4000",
    )
    shown, steps, counts, sizes = [], [], [], []
    for name in load_catalogue(ROOT / "resources").exercises:
        frames = studio.frames(studio.picture(Depicted(figure=name), SIZE, colours))
        steps.append(_slowest(frames.fill()))
        shown.append(_shown(frames))
        counts.append(frames.count)
        sizes.append(frames.bytes / 2**20)
    del app
    return [
        ("cached frame at 800x600, slowest exercise, ms", max(shown), 1.0),
        ("slowest step of filling at 800x600, ms", max(steps), 16.0),
        ("24 / frames of a lift, exercise with the fewest", 24 / min(counts), 1.0),
        ("memory of an exercise's frames, MB", max(sizes), 64.0),
    ]


def _slowest(steps) -> float:
    slowest, before = 0.0, time.process_time()
    for _ in steps:
        now = time.process_time()
        slowest, before = max(slowest, now - before), now
    return 1000 * slowest


def _shown(frames) -> float:
    """Milliseconds to show one frame, over a lift."""
    from PySide6.QtCore import QRect
    from PySide6.QtGui import QImage, QPainter

    image = QImage(*SIZE, QImage.Format.Format_RGB32)
    painter = QPainter(image)
    start = time.process_time()
    for _ in range(PASSES):
        for n in range(61):
            frames.paint(painter, QRect(0, 0, *SIZE), n / 60)
    taken = time.process_time() - start
    painter.end()
    return 1000 * taken / (61 * PASSES)


def _session() -> list[Result]:
    """A set at real speed; [] without a screen."""
    if reason := lacking():
        print(f"figure   left out: {reason}", flush=True)
        return []
    with tempfile.TemporaryDirectory() as home, screen() as display:
        environment = {**os.environ, **on_screen(display), "PYTHONPATH": str(ROOT)}
        with Store.open(Path(home), now=lambda: NOW, new_id=lambda: "new") as store:
            until, catalogue = NOW.date() - timedelta(days=1), load_catalogue(ROOT / "resources")
            store.fill(
                sample_diary(weeks=WEEKS, seed=1, until=until, catalogue=catalogue, offset=UTC)
            )
        own = _told(environment, "session", home, NOW.isoformat())
        bare = _told(environment, "bare", *map(str, own["size"]))
    name = "session, x a bare window with a picture of {}x{} at 30 fps".format(*own["size"])
    return [(name, own["cpu"] / bare["cpu"], 1.5)]


def _told(environment: Mapping[str, str], *arguments: str) -> dict:
    command = [sys.executable, str(Path(__file__).with_name("figure_session.py")), *arguments]
    told = subprocess.run(command, check=True, env=environment, stdout=subprocess.PIPE).stdout
    return json.loads(told.splitlines()[-1])
