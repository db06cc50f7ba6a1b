"""Where the figure differs from the exercises' texts is told truly in docs/clinical-sources.md."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.figure.measures import MEASURES, Instant
from tests.figure.runs import RESOURCES, run

PAGE = (RESOURCES.parent / "docs" / "clinical-sources.md").read_text(encoding="utf-8")
ROW = re.compile(r"\| (A\d+) \| ([a-z-]+) \| (.+?) \| (start|end|change) \| (-?\d+) \| (-?\d+) \|")
ROWS = ROW.findall(PAGE)


def test_there_is_a_table() -> None:
    assert len(ROWS) >= 10
    assert Path(RESOURCES / "exercises" / f"{ROWS[0][1]}.toml").exists()


@pytest.mark.parametrize("row", ROWS, ids=" ".join)
def test_what_is_drawn_is_what_the_page_says(row: tuple[str, ...]) -> None:
    _, exercise, measured, when, asked, drawn = row
    name, *of = measured.split()
    whole = run(exercise)
    start, end = (
        MEASURES[name](Instant(now=now, start=whole.start, body=whole.body), *of)
        for now in (whole.start, whole.end)
    )
    value = {"start": start, "end": end, "change": end - start}[when]
    assert value == pytest.approx(float(drawn), abs=0.75)
    assert asked != drawn
