"""The stills of the figure: from memory, from disk, or drawn by the worker one after the other."""

from __future__ import annotations

import logging
from collections.abc import Callable
from functools import cached_property, partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QImage

from hipcoach.core.text import tr
from hipcoach.ui.still_cache import StillCache
from hipcoach.ui.still_desk import Drawn, StillDesk
from hipcoach.ui.still_shelf import StillShelf
from hipcoach.ui.still_wish import Wish, fingerprint

if TYPE_CHECKING:
    from hipcoach.ui.worker import Worker

log = logging.getLogger("hipcoach.figures")

LANE = "stills"
"""The worker's lane."""

MOST_WISHES = 64
"""So many pictures wait at most; of more, as while a window is being resized, the oldest go."""


class Stills(QObject):
    """Draws from the figure's data in `folder`, and keeps stills in `cache` between starts.

    `arrived`: one came, or it is known that there will be none. Nothing is drawn before `begin`,
    and nothing is read before `find`.
    """

    arrived = Signal()

    def __init__(self, folder: Path, cache: Path) -> None:
        super().__init__()
        self._folder, self._cache = folder, StillCache(cache)
        self._shelf = StillShelf()
        self._wishes: dict[Wish, None] = {}
        self._drawn: Wish | None = None
        self._problems: dict[str, str] = {}
        self._worker: Worker | None = None
        self._then: Callable[[], None] | None = None

    def begin(self, worker: Worker, then: Callable[[], None]) -> None:
        """From now on what is wished for is drawn; `then` is done once no wish is left."""
        self._worker, self._then = worker, then
        worker.failed.connect(self._on_failed)
        self._draw_next()

    def end(self) -> None:
        """Nothing more is drawn; of what is under way nobody is told."""
        self._worker, self._then, self._drawn = None, None, None
        self._wishes.clear()

    def find(self, wish: Wish) -> QImage | None:
        """The still; None where it is not there yet, and then it is drawn."""
        image = self._shelf.find(wish)
        if image is None and not self._is_known(wish):
            image = self._kept(wish)
            if image is None:
                self._note(wish)
        return image

    def problem(self, figure: str) -> str:
        """Why this figure cannot be drawn, "" while nothing is known against it."""
        return self._problems.get(figure, "")

    def note_problem(self, figure: str, why: str) -> None:
        """It cannot be drawn, for this reason; in no size and look."""
        if figure not in self._problems:
            log.warning("figure %s: %s", figure, why)
            self._problems[figure] = why
            self._wishes = {it: None for it in self._wishes if it.asked.figure != figure}
            self.arrived.emit()

    @property
    def is_busy(self) -> bool:
        """Whether something that was wished for is still to come."""
        return self._worker is not None and bool(self._wishes or self._drawn)

    @cached_property
    def desk(self) -> StillDesk:
        """What the worker's thread does."""
        return StillDesk(self._folder, self._cache, self._fingerprint)

    @cached_property
    def _fingerprint(self) -> str:
        return fingerprint(self._folder)

    def _is_known(self, wish: Wish) -> bool:
        """Whether it waits already, is being drawn, or cannot be."""
        return wish in self._wishes or wish == self._drawn or wish.asked.figure in self._problems

    def _kept(self, wish: Wish) -> QImage | None:
        """The still from disk."""
        image = self._cache.find(wish.name(self._fingerprint))
        if image is None or (image.width(), image.height()) != (wish.width, wish.height):
            return None
        self._shelf.put(wish, image)
        return image

    def _note(self, wish: Wish) -> None:
        """Have it drawn."""
        self._wishes[wish] = None
        if len(self._wishes) > MOST_WISHES:
            del self._wishes[next(iter(self._wishes))]
        self._draw_next()

    def _draw_next(self) -> None:
        """Have the worker draw what is next; one at a time, for others wait for it too."""
        if self._worker is None or self._drawn is not None:
            return
        if self._wishes:
            self._drawn = wish = self._next_wish()
            del self._wishes[wish]
            drawn = partial(self._on_drawn, wish)
            self._worker.ask(LANE, partial(self.desk.draw, wish), drawn)
        elif self._then:
            then, self._then = self._then, None
            then()

    def _next_wish(self) -> Wish:
        """What waits longest of the size that was asked for last.

        While a window is being resized, what is larger or smaller is not seen any more.
        """
        last = next(reversed(self._wishes))
        size = last.width, last.height
        return next(wish for wish in self._wishes if (wish.width, wish.height) == size)

    def _on_drawn(self, wish: Wish, drawn: Drawn) -> None:
        if wish != self._drawn:  # it was ended meanwhile
            return
        self._drawn = None
        if drawn.image is not None:
            self._shelf.put(wish, drawn.image)
            self.arrived.emit()
        else:
            self.note_problem(wish.asked.figure, drawn.problem)
        self._draw_next()

    def _on_failed(self, lane: str) -> None:
        """A fault of the drawing itself: the others are drawn all the same."""
        if lane == LANE and (wish := self._drawn):
            self._drawn = None
            self.note_problem(wish.asked.figure, tr("It could not be drawn."))
            self._draw_next()
