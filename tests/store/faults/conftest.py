"""A user of a diary whose disk fails, who remembers what was promised."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from functools import partial
from itertools import count
from pathlib import Path
from typing import Any

import pytest

from hipcoach.core.pain import PainRating
from hipcoach.core.session import Session, Slot
from hipcoach.core.text import say
from hipcoach.store.errors import NotSaved
from hipcoach.store.store import Store


class User:
    """Uses a diary as the app does, and remembers what was promised.

    `saved` is what the diary must hold (notes by id). `maybe` is what it may hold instead after a
    change that was not acknowledged.
    """

    def __init__(self, disk: Any, clock: Callable[[], Any]) -> None:
        self.disk, self.clock = disk, clock
        self.saved: dict[str, str] = {}
        self.deleted: list[PainRating] = []
        self.maybe: list[dict[str, str]] = []
        self.numbers = count(1)
        self.store: Store | None = None

    def open(self, *, damaged: bool = False) -> None:
        """Open the diary and compare it with what was promised; its checkpoint is whole or not."""
        new_id = partial(next, iter(()))
        self.store = Store.open(Path("/diary"), now=self.clock, new_id=new_id, disk=self.disk)
        assert self.held() in [self.saved, *self.maybe]
        told = "".join(say(notice) for notice in self.store.notices)
        assert damaged or "could not be read" not in told
        self.saved, self.maybe = self.held(), []
        self.deleted = [old for old in self.deleted if old.id not in self.saved]

    def held(self) -> dict[str, str]:
        """What the open diary holds."""
        diary = self.store.diary()
        return {found.id: found.note for found in (*diary.pain_ratings, *diary.sessions)}

    def close(self) -> None:
        self.store.close()
        self.store = None

    def _try(self, expected: dict[str, str], step: Callable[[], object]) -> bool:
        """Change the diary to the expected state; whether that was acknowledged."""
        self.maybe.append(expected)
        try:
            step()
        except NotSaved:
            assert self.held() == self.saved
            return False
        self.saved, self.maybe = expected, []
        assert self.held() == self.saved
        return True

    def _rating(self, id_: str) -> PainRating:
        note = f"note {next(self.numbers)}"
        return PainRating(id=id_, at=self.clock.moment, score=3, note=note)

    def _session(self) -> Session:
        number = next(self.numbers)
        at = self.clock.moment
        given = {"run": "r", "program": "p", "slot": Slot.EVENING, "planned_sets": 12}
        return Session(id=f"s{number}", started_at=at, note=f"note {number}", **given)

    def add(self) -> None:
        new = self._rating(f"r{next(self.numbers)}")
        self._try(self.saved | {new.id: new.note}, lambda: self.store.pain_ratings.add(new))

    def _ids(self) -> list[str]:
        return [id_ for id_ in self.saved if id_.startswith("r")]

    def change(self) -> None:
        if ids := self._ids():
            new = self._rating(ids[-1])
            expected = self.saved | {new.id: new.note}
            self._try(expected, lambda: self.store.pain_ratings.replace(new))

    def delete(self) -> None:
        if ids := self._ids():
            old = self.store.pain_ratings.get(ids[0])
            rest = {id_: note for id_, note in self.saved.items() if id_ != old.id}
            if self._try(rest, lambda: self.store.pain_ratings.delete(old.id)):
                self.deleted.append(old)

    def restore(self) -> None:
        if self.deleted:
            old = self.deleted[-1]
            expected = self.saved | {old.id: old.note}
            if self._try(expected, lambda: self.store.pain_ratings.restore(old)):
                self.deleted.pop()

    def several(self) -> None:
        """A session with its rating, in one transaction."""
        session, before = self._session(), self._rating(f"r{next(self.numbers)}")

        def step() -> None:
            with self.store.transaction():
                self.store.sessions.add(session)
                self.store.pain_ratings.add(before)

        self._try(self.saved | {session.id: session.note, before.id: before.note}, step)

    def abandon(self) -> None:
        """A transaction whose block raises."""
        with suppress(ZeroDivisionError, NotSaved), self.store.transaction():
            self.store.sessions.add(self._session())
            self.store.pain_ratings.add(self._rating(f"r{next(self.numbers)}"))
            raise ZeroDivisionError
        assert self.held() == self.saved

    def tidy(self) -> None:
        self.store.checkpoint()
        assert self.held() == self.saved


@pytest.fixture
def make_user(clock) -> Callable[..., User]:
    return lambda disk: User(disk, clock)
