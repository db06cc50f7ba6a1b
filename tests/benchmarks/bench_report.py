"""How fast the report is, against compiling its finished template alone (product.md section 11)."""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import tempfile
import time
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

from hipcoach.core.diary import Diary
from hipcoach.core.report_wishes import ReportWishes
from hipcoach.core.sample import sample_diary
from hipcoach.report.content import report_content
from hipcoach.report.pdf import encoded
from hipcoach.report.scope import ReportOptions
from hipcoach.store.catalogue import load_catalogue
from hipcoach.store.store import Store
from hipcoach.ui.report.workshop import Order, Sheet, Workshop

ROOT = Path(__file__).resolve().parents[2]
RESOURCES = ROOT / "resources"
UNTIL = date(2026, 11, 1)
OPTIONS = ReportOptions(to=UNTIL, made_at=datetime(2026, 11, 1, 20, tzinfo=UTC))
WEEKS, ROUNDS, KILOBYTES = 12, 9, 200.0
HEIGHT = 1200
"""Pixels of the preview in a large window."""
TABLES = (
    *("pain_ratings", "runs", "sessions", "decisions"),
    *("check_ins", "flares", "absences", "screenings"),
)

Result = tuple[str, float, float]

COMPILE = """
import glob, os, sys, typst
template, content, fonts, target = sys.argv[1:]
shipped = typst.Fonts(
    include_system_fonts=False, include_embedded_fonts=False, font_paths=[fonts]
)
named = {"main.typ": template, "content.json": content}
for path in glob.glob(os.path.join(os.path.dirname(template), "*.typ")):
    named[os.path.basename(path)] = path
files = {}
for name, path in named.items():
    with open(path, "rb") as of:
        files[name] = of.read()
made = typst.compile(files, font_paths=shipped, format="pdf", pdf_standards=["ua-1"])
with open(target, "wb") as file:
    file.write(made)
"""
"""The bare counterpart: a process that compiles the same template with the same content."""


def run() -> list[Result]:
    """Every figure as (name, ratio, kilobytes or milliseconds, limit)."""
    with tempfile.TemporaryDirectory() as folder:
        return [*_measured(Path(folder), WEEKS, 4.0), _preview()]


def _preview() -> Result:
    """From a change of what is wished until the picture of the page is made, in the one process."""
    catalogue = load_catalogue(RESOURCES)
    diary = sample_diary(weeks=WEEKS, seed=1, until=UNTIL, catalogue=catalogue, offset=UTC)
    workshop = Workshop(RESOURCES / "fonts", RESOURCES / "report" / "report.typ")
    times = []
    for turn in range(ROUNDS):
        wishes = ReportWishes(questions=f"Question {turn}")
        order = Order(diary=diary, catalogue=catalogue, options=replace(OPTIONS, wishes=wishes))
        start = time.perf_counter()
        made = workshop.sheet(order, 1, HEIGHT)
        times.append(time.perf_counter() - start)
        assert isinstance(made, Sheet)
    median = 1000 * statistics.median(times[1:])
    return (f"preview of {WEEKS} weeks after a change, ms", median, 300.0)


def _measured(folder: Path, weeks: int, limit: float) -> list[Result]:
    """The command against the bare compile, round by round, and the size of what it writes."""
    home, content, target = folder / f"{weeks}", folder / "content.json", folder / "report.pdf"
    catalogue = load_catalogue(RESOURCES)
    diary = sample_diary(weeks=weeks, seed=1, until=UNTIL, catalogue=catalogue, offset=UTC)
    _fill(home, diary)
    content.write_bytes(encoded(report_content(diary, catalogue, OPTIONS)))
    template, fonts = RESOURCES / "report" / "report.typ", RESOURCES / "fonts"
    bare = [sys.executable, "-c", COMPILE, *map(str, (template, content, fonts, target))]
    whole = [sys.executable, "-m", "hipcoach", "--data-dir", str(home)]
    whole += ["report", str(target), "--to", str(UNTIL)]
    rounds = [(_seconds(bare, folder), _seconds(whole, folder)) for _ in range(ROUNDS)]
    ratio = min(second for _, second in rounds) / min(first for first, _ in rounds)
    return [
        (f"report of {weeks} weeks, whole process, x compiling its template", ratio, limit),
        (f"report of {weeks} weeks, KB", target.stat().st_size / 1000, KILOBYTES),
    ]


def _fill(home: Path, diary: Diary) -> None:
    """Store the whole diary in an empty folder."""
    with (
        Store.open(home, now=lambda: OPTIONS.made_at, new_id=lambda: "new") as store,
        store.transaction(),
    ):
        for name in TABLES:
            for document in getattr(diary, name):
                getattr(store, name).add(document)


def _seconds(command: list[str], folder: Path) -> float:
    """How long the process takes as a whole, with compiled modules as in an installation."""
    kept = {k: v for k, v in os.environ.items() if k != "PYTHONDONTWRITEBYTECODE"}
    environment = kept | {"PYTHONPYCACHEPREFIX": str(folder / "modules")}
    start = time.perf_counter()
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, env=environment, cwd=ROOT)
    return time.perf_counter() - start
