"""How quick `hipcoach pain` is as a whole process."""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
ROUNDS = 15


def run() -> list[tuple[str, float, float]]:
    """`hipcoach pain` against a Python that imports msgspec and tinydb, round by round."""
    with tempfile.TemporaryDirectory() as folder:
        home = {"HIPCOACH_HOME": f"{folder}/diary", "PYTHONPYCACHEPREFIX": f"{folder}/modules"}
        kept = {k: v for k, v in os.environ.items() if k != "PYTHONDONTWRITEBYTECODE"}
        environment = kept | home | {"PYTHONPATH": str(ROOT)}
        commands = (["-m", "hipcoach", "pain", "3"], ["-c", "import msgspec, tinydb"])
        for command in commands:
            _seconds(command, environment)
        rounds = [[_seconds(command, environment) for command in commands] for _ in range(ROUNDS)]
    pain, bare = (statistics.median(times) for times in zip(*rounds, strict=True))
    return [("hipcoach pain, x a Python that imports msgspec and tinydb", pain / bare, 3.0)]


def _seconds(command: list[str], environment: dict[str, str]) -> float:
    start = time.perf_counter()
    subprocess.run(
        [sys.executable, *command], check=True, stdout=subprocess.DEVNULL, env=environment
    )
    return time.perf_counter() - start
