"""Every session in its row: what was done, the pain around it, what happened, its note."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime, timedelta
from typing import Any

import pytest

from hipcoach.core.diary import Diary
from hipcoach.core.exercise import Side
from hipcoach.core.pain import NEXT_MORNING, PainRating, Place
from hipcoach.core.run import Run
from hipcoach.core.session import (
    EASIER_TODAY,
    EASY_DAY,
    WARNING_SIGN,
    EventKind,
    Session,
    SessionEvent,
    SessionState,
    Slot,
)
from hipcoach.report.page import Later, Row

Rating = Callable[..., PainRating]
Done = Callable[..., Session]
LAST = date(2026, 12, 15)
RUNGS = {"clamshell-band": "yellow"}


def rows(later: Later) -> tuple[Row, ...]:
    """The rows of the sessions."""
    (found,) = [listing for listing in later.listings if listing.heading == "Every session"]
    return found.rows


def said(later: Later) -> list[tuple[str, ...]]:
    """The words of the rows."""
    return [row.words for row in rows(later)]


def test_a_session_with_the_pain_around_it(
    run: Run, rating: Rating, session: Done, later_of: Callable[..., Later]
) -> None:
    morning = rating(LAST, 3, tags=(NEXT_MORNING,))
    before = rating(LAST - timedelta(days=1), 4)
    done = session(
        LAST - timedelta(days=1),
        Slot.EVENING,
        RUNGS,
        effort=6,
        pain_before=before.id,
        pain_after="never given",
        next_morning=morning.id,
        pain_worst=5,
        tag="amber",
        note="Bridge felt\nsteadier",
    )
    bare = session(LAST, planned_sets=1)
    later = later_of(Diary(runs=(run,), sessions=(done, bare), pain_ratings=(before, morning)))
    first, second = rows(later)
    assert first.cells == (
        *("Mo 14 Dec", "19:00", "evening", "4 of 12", "47"),
        *("6", "4", "5", "–", "3", "amber"),
    )
    assert first.words == ("Bridge felt steadier",)
    assert second.cells == (
        *("Tu 15 Dec", "08:00", "morning", "0 of 1", "0"),
        *("–", "–", "–", "–", "–", "–"),
    )
    assert second.words == ()


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ({"program": EASY_DAY}, "Easy day."),
        ({"program": EASIER_TODAY}, "Easier today."),
        ({"program": "hips-five-hold"}, "Five hip exercises."),
        ({"program": "gone"}, "Gone."),
        ({"without_app": True}, "Done without the app."),
        ({"state": SessionState.ENDED_EARLY, "program": EASY_DAY}, "Easy day; ended early."),
    ],
)
def test_what_kind_of_session_it_was(
    run: Run,
    session: Done,
    later_of: Callable[..., Later],
    fields: dict[str, Any],
    words: str,
) -> None:
    later = later_of(Diary(runs=(run,), sessions=(session(LAST, rungs=RUNGS, **fields),)))
    assert said(later) == [(words,)]


def test_without_a_run_a_session_names_its_program(
    session: Done, later_of: Callable[..., Later]
) -> None:
    later = later_of(Diary(sessions=(session(LAST, rungs=RUNGS),)), from_=LAST)
    assert said(later) == [("Three hip exercises.",)]


def events(at: datetime, *told: dict[str, Any]) -> tuple[SessionEvent, ...]:
    """Events of the clamshell unless they name another exercise."""
    return tuple(
        SessionEvent(**({"at": at, "exercise": "clamshell-band", "side": Side.LEFT} | one))
        for one in told
    )


@pytest.mark.parametrize(
    ("told", "words"),
    [
        (
            [
                {
                    "kind": EventKind.HURT,
                    "score": 6,
                    "places": (Place.LOW_BACK_RIGHT,),
                    "choice": "skip",
                },
                {"kind": EventKind.SKIP},
                {"kind": EventKind.SKIP, "exercise": "single-leg-bridge"},
                {"kind": EventKind.SKIP, "exercise": "single-leg-bridge", "side": Side.RIGHT},
            ],
            "Clamshell: hurt, 6, low back right, then skipped; One-leg bridge: skipped.",
        ),
        ([{"kind": EventKind.HURT}], "Clamshell: hurt."),
        (
            [{"kind": EventKind.HURT, "score": 2, "choice": "easier"}],
            "Clamshell: hurt, 2, then the easier version.",
        ),
        ([{"kind": EventKind.END, "choice": WARNING_SIGN}], "A warning sign."),
        ([{"kind": EventKind.FEWER, "exercise": ""}], "Fewer repetitions."),
        ([{"kind": EventKind.EASIER}, {"kind": EventKind.PAUSE}], "Clamshell: easier version."),
    ],
)
def test_what_happened_in_a_session(
    run: Run,
    session: Done,
    at: Callable[..., datetime],
    later_of: Callable[..., Later],
    told: list[dict[str, Any]],
    words: str,
) -> None:
    done = session(LAST, rungs=RUNGS, events=events(at(LAST, 8), *told))
    later = later_of(Diary(runs=(run,), sessions=(done,)))
    assert said(later) == [(words,)]


def test_a_session_that_was_only_paused_says_nothing(
    run: Run, session: Done, at: Callable[..., datetime], later_of: Callable[..., Later]
) -> None:
    done = session(LAST, rungs=RUNGS, events=events(at(LAST, 8), {"kind": EventKind.SLEPT}))
    assert said(later_of(Diary(runs=(run,), sessions=(done,)))) == [()]
