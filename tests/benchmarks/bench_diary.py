"""How soon the Diary page stands, against a bare window of pyqtgraph with as many points, and how
long its slowest frame takes (product.md section 11).
"""

from __future__ import annotations

import json
import os
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

from hipcoach.core.diary import Diary
from hipcoach.core.sample import sample_diary
from hipcoach.store.catalogue import load_catalogue
from hipcoach.store.store import Store
from tests.display import lacking, on_screen, screen

ROOT = Path(__file__).resolve().parents[2]
WEEKS, MEMORY_WEEKS, ROUNDS = 520, 156, 4
"""Ten years; for memory three, as where the start is measured."""
NOW = datetime(2055, 11, 1, 9, tzinfo=UTC)
"""A day with fifty years before it that a diary may have."""
SLOWEST = 50.0
"""Milliseconds that a frame may take."""

Result = tuple[str, float, float]

BARE = """
import json, os, sys, time
from pathlib import Path
from PySide6.QtCore import QEvent, QTimer
from PySide6.QtWidgets import QApplication, QLabel, QMainWindow

class Window(QMainWindow):
    asked = False

    def event(self, event):
        done = super().event(event)
        if event.type() is QEvent.Type.UpdateRequest:
            QTimer.singleShot(0, self.painted)
        return done

    def painted(self):
        if not self.asked:
            self.asked = True
            QTimer.singleShot(100, self.show_chart)
        elif self.centralWidget() is not first:
            pages = int(Path("/proc/self/statm").read_text().split()[1])
            kilobytes = pages * os.sysconf("SC_PAGE_SIZE") / 1024
            seconds = time.perf_counter() - self.start
            print(json.dumps({"seconds": seconds, "kilobytes": kilobytes}), flush=True)
            app.quit()

    def show_chart(self):
        if "settled" in sys.argv:
            import pyqtgraph
        self.start = time.perf_counter()
        import pyqtgraph
        chart, days = pyqtgraph.PlotWidget(), range(points)
        values = [day * 7 % 11 for day in days]
        chart.plot(days, values, pen=None, symbol="o")
        chart.plot(days, values)
        self.setCentralWidget(chart)

points = int(sys.argv[1])
app = QApplication([])
window, first = Window(), QLabel("Today")
window.setCentralWidget(first)
window.resize(1280, 800)
window.show()
app.exec()
"""
"""The bare counterpart: another widget first, as HipCoach has Today, then a chart of the points."""

OWN = """
import sys
from tests.benchmarks.diary_page import measured
measured(*sys.argv[1:])
"""


def run() -> list[Result]:
    """Every figure as (name, ratio or milliseconds, limit); [] without a screen.

    The promise holds once the diary is read and the pages are made, two seconds after the first
    picture; who presses at once has to wait for that too, which is told beside it.
    """
    if reason := lacking():
        print(f"diary    left out: {reason}", flush=True)
        return []
    with tempfile.TemporaryDirectory() as folder, screen() as display:
        kept = {k: v for k, v in os.environ.items() if k != "PYTHONDONTWRITEBYTECODE"}
        own = {"PYTHONPATH": str(ROOT), "PYTHONPYCACHEPREFIX": f"{folder}/modules"}
        environment = kept | on_screen(display) | own
        homes = {decades: _filled(Path(folder), WEEKS, decades) for decades in (1, 5)}
        return [
            _opened(homes[1], environment, "at-once", 3.0),
            _opened(homes[1], environment, "before-chart", 1.3),
            _opened(homes[1], environment, "settled", 1.3),
            *(_slowest(homes[decades], environment, decades * 10) for decades in homes),
            _memory(_filled(Path(folder), MEMORY_WEEKS), environment),
        ]


def _filled(folder: Path, weeks: int, decades: int = 1) -> Path:
    """A folder with a diary of so many weeks, as often as said; it ends the evening before NOW."""
    home, catalogue = folder / f"{weeks}-{decades}", load_catalogue(ROOT / "resources")
    until = NOW.date() - timedelta(days=1)
    diary = sample_diary(weeks=weeks, seed=1, until=until, catalogue=catalogue, offset=UTC)
    with Store.open(home, now=lambda: NOW, new_id=lambda: "new") as store:
        store.fill(_longer(diary, decades))
    return home


def _longer(diary: Diary, decades: int) -> Diary:
    """The same entries again, each time ten years earlier."""
    ratings, sessions = list(diary.pain_ratings), list(diary.sessions)
    for decade in range(1, decades):
        back = timedelta(weeks=WEEKS * decade)
        ratings += [replace(r, id=f"{r.id}{decade}", at=r.at - back) for r in diary.pain_ratings]
        sessions += [
            replace(s, id=f"{s.id}{decade}", started_at=s.started_at - back) for s in diary.sessions
        ]
    return replace(diary, pain_ratings=tuple(ratings), sessions=tuple(sessions))


def _opened(home: Path, environment: Mapping[str, str], when: str, limit: float) -> Result:
    """From the press until the chart is on the screen, each round beside the bare window.

    What `when` stands for, `diary_page.measured` says.
    """
    rounds = [_round(home, environment, when) for _ in range(ROUNDS)][1:]
    own, bare = (
        statistics.median(it["seconds"] for it in told) for told in zip(*rounds, strict=True)
    )
    return (f"ten years, {when}, x a bare window of pyqtgraph", own / bare, limit)


def _memory(home: Path, environment: Mapping[str, str]) -> Result:
    """What the process holds once all is made ahead and the chart is shown."""
    own, bare = _round(home, environment, "settled")
    ratio = own["kilobytes"] / bare["kilobytes"]
    return (f"{MEMORY_WEEKS} weeks, memory, x a bare window of pyqtgraph", ratio, 1.6)


def _round(
    home: Path, environment: Mapping[str, str], when: str
) -> tuple[dict[str, float], dict[str, float]]:
    own = _told([sys.executable, "-c", OWN, str(home), NOW.isoformat(), when], environment)
    points = str(round(own["points"]))
    return own, _told([sys.executable, "-c", BARE, points, when], environment)


def _slowest(home: Path, environment: Mapping[str, str], years: int) -> Result:
    """The slowest frame of the best round: what else the machine does is not ours."""
    command = [sys.executable, "-c", OWN, str(home), NOW.isoformat(), "settled"]
    slowest = min(_told(command, environment)["frame"] for _ in range(ROUNDS))
    return (f"{years} years, slowest frame of wheel and pan, ms", slowest, SLOWEST)


def _told(command: list[str], environment: Mapping[str, str]) -> dict[str, float]:
    told = subprocess.run(command, check=True, env=environment, stdout=subprocess.PIPE).stdout
    found: dict[str, float] = json.loads(told.splitlines()[-1])
    return found


if __name__ == "__main__":
    print(run())
