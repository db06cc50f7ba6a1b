"""`python3 dev.py bench [PART ...]`: how fast HipCoach is, each figure a ratio in the same run.

Without arguments all parts are measured: start, store, report, commands, player,
diary, figure.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))

import bench_commands
import bench_diary
import bench_figure
import bench_player
import bench_report
import bench_start
import bench_store

PARTS: dict[str, Callable[[], list[tuple[str, float, float]]]] = {
    "start": bench_start.run,
    "store": bench_store.run,
    "report": bench_report.run,
    "commands": bench_commands.run,
    "player": bench_player.run,
    "diary": bench_diary.run,
    "figure": bench_figure.run,
}


def main(arguments: Sequence[str]) -> int:
    """Measure the named parts; 1 where a figure missed its limit."""
    missed = 0
    for part in arguments or PARTS:
        for name, figure, limit in PARTS[part]():
            verdict = "ok" if figure <= limit else "MISSED"
            missed += verdict == "MISSED"
            print(f"{part:8} {name:60} {figure:9.2f}  at most {limit:g}  {verdict}", flush=True)
    return 1 if missed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
