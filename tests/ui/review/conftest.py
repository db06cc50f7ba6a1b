"""Sessions that were done, of every program, and the page that asks about them."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

import pytest

from hipcoach.core.catalogue import Catalogue
from hipcoach.core.diary import Diary
from hipcoach.core.opening import opened
from hipcoach.core.run import Run
from hipcoach.core.sample_sets import performed
from hipcoach.core.session import Session, Slot
from hipcoach.ui.review.page import ReviewPage
from hipcoach.ui.theme import Theme


@pytest.fixture
def done(catalogue: Catalogue, morning: datetime) -> Callable[..., Session]:
    """A session of a program, each set to its upper bound; `stop_after` side-sets it ended."""

    def made(program: str = "hips-three-twice", stop_after: int | None = None) -> Session:
        run = Run(id="run", program=program, program_version=1, started_on=morning.date())
        ready = opened(Diary(runs=(run,)), catalogue, run, morning, Slot.MORNING)
        return performed(
            ready, catalogue, lambda part, point: (part.dose.high, part.dose.high), stop_after
        )

    return made


@pytest.fixture
def page(theme: Theme, show) -> ReviewPage:
    """The page, shown in the size of the first window."""
    return show(ReviewPage(theme))
