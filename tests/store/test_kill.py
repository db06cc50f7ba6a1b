"""A process that writes as fast as it can is killed at any moment: nothing acknowledged is lost."""

from __future__ import annotations

import os
import random
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from tinydb import TinyDB

KILLS = int(os.environ.get("HIPCOACH_KILLS", "20"))
"""How many processes are killed; the acceptance run uses 200."""

WRITER = """
import os, random, sys
from datetime import UTC, datetime, timedelta
from pathlib import Path
from hipcoach.core.pain import PainRating
from hipcoach.core.run import Flare
from hipcoach.store.ids import IdSource
from hipcoach.store.store import Store
chance = random.Random(sys.argv[2])
now = lambda: datetime.now(UTC)
store = Store.open(Path(sys.argv[1]), now=now, new_id=IdSource(now, os.urandom))
while True:
    note = "n" * chance.randint(0, 3000)
    with store.transaction():
        flare = store.flares.add(Flare(from_=now().date(), reason=note))
        rating = store.pain_ratings.add(PainRating(at=now(), score=3, note=flare.id))
    os.write(1, (rating.id + "\\n").encode())
    if chance.random() < 0.1:
        store.checkpoint()
"""


@pytest.fixture
def writer(folder, root):
    """Starts a process that writes ratings, each with a flare-up in the same transaction."""

    @contextmanager
    def start(seed: int) -> Iterator[subprocess.Popen]:
        command = [sys.executable, "-c", WRITER, str(folder), str(seed)]
        with subprocess.Popen(command, cwd=root, stdout=subprocess.PIPE, text=True) as process:
            try:
                yield process
            finally:
                process.kill()

    return start


def held(store) -> list[str]:
    """The ids of the ratings, once each is known to have its flare-up."""
    ratings, flares = store.pain_ratings.all(), store.flares.all()
    assert {found.note for found in ratings} == {found.id for found in flares}
    return [found.id for found in ratings]


@pytest.mark.timeout(30 + 3 * KILLS)
def test_a_killed_writer_loses_nothing_acknowledged(writer, open_store, folder) -> None:
    chance, acknowledged = random.Random(7), []
    for seed in range(KILLS):
        with writer(seed) as process:
            lines = chance.randint(1, 80)
            acknowledged += [process.stdout.readline().strip() for _ in range(lines)]
            process.kill()
            acknowledged += process.stdout.read().split()
        with open_store() as store:
            ids = held(store)
        assert set(ids) >= set(acknowledged)
        assert len(ids) <= len(acknowledged) + seed + 1
        with TinyDB(folder / "diary.json", encoding="utf-8") as stock:
            assert sorted(found["id"] for found in stock.table("pain_ratings")) == sorted(ids)


def test_a_reader_beside_a_writer_sees_whole_transactions(writer, open_store) -> None:
    with writer(1) as process:
        for _ in range(40):
            last = process.stdout.readline().strip()
            with open_store(write=False) as reader:
                assert last in held(reader)
                assert reader.notices == ()
