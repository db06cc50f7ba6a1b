"""The review: corrected repetitions, answers, and a tag only where it is red already."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

import pytest

from hipcoach.core.catalogue import Catalogue
from hipcoach.core.review import Review, rating_after, reviewed
from hipcoach.core.session import EASY_DAY, EventKind, Session, SessionEvent, Slot


@pytest.fixture
def session(morning: datetime) -> Session:
    return Session(
        id="s",
        started_at=morning,
        run="run",
        program="hips-three-twice",
        slot=Slot.MORNING,
        planned_sets=10,
    )


@pytest.mark.parametrize(
    ("before", "worst", "after", "tag"),
    [
        (2, 4, 2, ""),
        (2, 2, 5, "red"),
        (3, 6, 3, "red"),
        (0, 2, 1, ""),
        (None, 5, 5, ""),
        (None, 6, None, "red"),  # whatever it was before
        (4, None, None, ""),
    ],
)
def test_a_session_is_red_as_soon_as_it_is_known(
    catalogue: Catalogue,
    session: Session,
    before: int | None,
    worst: int | None,
    after: int | None,
    tag: str,
) -> None:
    review = Review(worst=worst, after=after)
    assert reviewed(session, review, before, catalogue.rules.tag).tag == tag


def test_pain_told_during_the_session_counts_for_its_tag(
    catalogue: Catalogue, session: Session, morning: datetime
) -> None:
    hurt = SessionEvent(at=morning, kind=EventKind.HURT, score=7)
    told = replace(session, events=(hurt,))
    assert reviewed(told, Review(), 3, catalogue.rules.tag).tag == "red"


def test_an_easy_day_is_red_from_a_rise_of_two(catalogue: Catalogue, session: Session) -> None:
    easy, rule = replace(session, program=EASY_DAY), catalogue.rules.tag
    assert reviewed(easy, Review(worst=7), 6, rule).tag == ""
    assert reviewed(easy, Review(worst=8), 6, rule).tag == "red"


def test_pain_after_becomes_a_rating_of_the_session(session: Session, morning: datetime) -> None:
    found = rating_after(session, Review(after=3), morning)
    assert found is not None
    assert (found.score, found.tags, found.session) == (3, ("after-session",), "s")
    assert rating_after(session, Review(), morning) is None
