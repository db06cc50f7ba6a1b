"""docs/rules.md is true: its files are there, and it speaks of every rule."""

from __future__ import annotations

import re
from pathlib import Path

from hipcoach.core import rule_ids
from hipcoach.core.lighter import Missed

ROOT = Path(__file__).parent.parent
PAGE = (ROOT / "docs" / "rules.md").read_text(encoding="utf-8")


def test_every_file_that_it_names_is_there() -> None:
    named = set(re.findall(r"`([a-z_/.-]+/[a-z_]+(?:\.[a-z]+)?)`", PAGE))
    roots = [ROOT, ROOT / "hipcoach", ROOT / "hipcoach" / "core"]
    assert len(named) > 20
    assert {name for name in named if not any((root / name).exists() for root in roots)} == set()


def test_every_function_that_it_names_is_there() -> None:
    named = re.findall(r"`([a-z_]+)\.(_?[a-zA-Z_]+)`", PAGE)
    rules = ROOT / "hipcoach" / "core" / "progression"
    found = [(f, n) for f, n in named if n != "py" and (rules / f"{f}.py").exists()]
    lost = [
        name
        for file, name in found
        if not re.search(
            rf"^(def )?{name}\b", (rules / f"{file}.py").read_text("utf-8"), re.MULTILINE
        )
    ]
    assert len(found) >= 3
    assert lost == []


def test_every_rule_has_its_room() -> None:
    ids = {value for name, value in vars(rule_ids).items() if name.startswith("R_")}
    rooms = PAGE.partition("## Rules")[2].replace("R-MISS-1 to 5", " ".join(Missed))
    told = set(re.findall(r"R-[A-Z0-9]+(?:-[A-Z0-9]+)*", rooms))
    assert {*ids, *Missed} - told == set()
