"""How fast the diary is, each figure against its bare counterpart in the same run."""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path

from hipcoach.core.exercise import Resistance, ResistanceKind, Side
from hipcoach.core.pain import PainRating
from hipcoach.core.session import Session, SessionState, SideSet, Slot
from hipcoach.store.codec import decode_json
from hipcoach.store.ids import IdSource
from hipcoach.store.layout import Layout
from hipcoach.store.store import Store

START = datetime(2026, 1, 1, 18, tzinfo=UTC)
YEARS_RATINGS, YEARS_SESSIONS = 15_000, 7_000

Result = tuple[str, float, float]


def open_store(folder: Path, *, write: bool = True) -> Store:
    """The store of the folder, with a clock that stands still."""
    new_id = IdSource(lambda: START, os.urandom)
    return Store.open(folder, now=lambda: START, new_id=new_id, write=write)


@contextmanager
def filled(ratings: int, sessions: int = 0) -> Iterator[Path]:
    """A folder with a diary of that many documents."""
    with tempfile.TemporaryDirectory() as folder:
        with open_store(Path(folder)) as store, store.transaction():
            for day in range(ratings):
                store.pain_ratings.add(rating(day))
            for day in range(sessions):
                store.sessions.add(session(day))
        yield Path(folder)


def rating(day: int) -> PainRating:
    """A rating with an ordinary note."""
    at = START + timedelta(hours=6 * day)
    return PainRating(at=at, score=day % 11, note="After work, long drive", tags=("work",))


def session(day: int) -> Session:
    """A session of twelve side-sets."""
    at = START + timedelta(hours=12 * day)
    done = SideSet(
        exercise="clamshell-band",
        rung="clamshell-yellow",
        side=Side.LEFT,
        set=1,
        reps=14,
        tidy_reps=13,
        low=12,
        hold=2,
        tempo="2/2/2/0",
        resistance=Resistance(kind=ResistanceKind.BAND, level=1),
        ended_at=at,
    )
    return Session(
        started_at=at,
        ended_at=at + timedelta(minutes=19),
        run="0191e7c4-5c00-7d2e-9a31-3c5a1f0e8b42",
        program="hips-three-twice",
        slot=Slot.EVENING,
        state=SessionState.FINISHED,
        planned_sets=12,
        sets=(done,) * 12,
        effort=5,
    )


def seconds(step: Callable[[], object]) -> float:
    """How long one call takes."""
    start = time.perf_counter()
    step()
    return time.perf_counter() - start


def alternating(*steps: Callable[[int], object], turns: int = 400) -> list[list[float]]:
    """Seconds of many calls of each step, taken in turns, so that all meet the same machine.

    The first twentieth warms up and is left out.
    """
    times = [[seconds(partial(step, turn)) for step in steps] for turn in range(turns)]
    return [list(column) for column in zip(*times[turns // 20 :], strict=True)]


def p99(times: list[float]) -> float:
    """The time that one call in a hundred exceeds."""
    return statistics.quantiles(times, n=100)[98]


def durable() -> list[Result]:
    """A rating until it is durable: against a bare write, and with many documents against few."""
    with (
        filled(1_000) as few,
        filled(50_000) as many,
        bare_file(few / "bare") as bare_write,
        open_store(few) as small,
        open_store(many) as large,
    ):
        small.pain_ratings.add(rating(0))
        line = Layout(few).journal.read_bytes()
        ratings = [rating(turn) for turn in range(400)]
        bare, at_few, at_many = alternating(
            lambda _: bare_write(line),
            lambda turn: small.pain_ratings.add(ratings[turn]),
            lambda turn: large.pain_ratings.add(ratings[turn]),
        )
    median = statistics.median
    return [
        ("rating durable, median, x bare write + fdatasync", median(at_few) / median(bare), 2.0),
        ("rating durable, p99, x bare write + fdatasync", p99(at_few) / p99(bare), 2.0),
        ("rating durable at 50,000 documents, x at 1,000", median(at_many) / median(at_few), 1.3),
    ]


@contextmanager
def bare_file(path: Path) -> Iterator[Callable[[bytes], None]]:
    """A bare append: write and fdatasync."""
    descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_APPEND)

    def write(line: bytes) -> None:
        os.write(descriptor, line)
        os.fdatasync(descriptor)

    try:
        yield write
    finally:
        os.close(descriptor)


def opened() -> list[Result]:
    """Opening a ten-year diary and reading all of it, against decoding the same bytes."""
    with filled(YEARS_RATINGS, YEARS_SESSIONS) as folder:
        raw = Layout(folder).diary.read_bytes()
        times = alternating(
            lambda _: decode_json(raw),
            lambda _: open_store(folder, write=False),
            lambda _: open_store(folder, write=False).diary(),
            turns=7,
        )
    bare, store, values = map(min, times)
    return [
        ("open a ten-year diary, x decoding its bytes", store / bare, 3.0),
        ("open it and read every document, x decoding its bytes", values / bare, 3.0),
    ]


_OPEN = """
import os
from datetime import UTC, datetime
from pathlib import Path
from hipcoach.core.pain import PainRating
from hipcoach.store.ids import IdSource
from hipcoach.store.store import Store
now = lambda: datetime.now(UTC)
with Store.open(Path(r"{folder}"), now=now, new_id=IdSource(now, os.urandom)) as store:
    store.pain_ratings.add(PainRating(at=now(), score=3))
"""


def process() -> list[Result]:
    """A whole process that saves one rating, against a Python that imports msgspec and tinydb."""
    with filled(1_000) as folder:
        times = alternating(
            lambda _: _process("import msgspec, tinydb"),
            lambda _: _process(_OPEN.format(folder=folder)),
            turns=9,
        )
    bare, rated = map(statistics.median, times)
    return [("process that saves a rating, x importing msgspec and tinydb", rated / bare, 3.0)]


def _process(code: str) -> None:
    subprocess.run([sys.executable, "-c", code], check=True)


def run() -> list[Result]:
    """Every figure as (name, ratio, limit)."""
    return [*durable(), *opened(), *process()]
