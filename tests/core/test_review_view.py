"""The review's table: who did what, and what of it may be changed."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

import pytest

from hipcoach.core.catalogue import Catalogue
from hipcoach.core.exercise import Side
from hipcoach.core.parts import HALF_RANGE
from hipcoach.core.review_view import ReviewView, review_view
from hipcoach.core.run import Change, Run
from hipcoach.core.session import EASY_DAY, EventKind, Session, SessionEvent, SideSet, Slot
from hipcoach.core.text import say

LEFT, RIGHT, BOTH = Side.LEFT, Side.RIGHT, Side.BOTH
MakeSet = Callable[..., SideSet]


@pytest.fixture
def review(catalogue: Catalogue, make_session: Callable[..., Session]) -> Callable[..., ReviewView]:
    """`review(*sets, **changes)`: the page after a session with these side-sets."""

    def made(
        *sets: SideSet, day: int = 0, slot: Slot = Slot.EVENING, **changes: object
    ) -> ReviewView:
        session = make_session(day, slot, sets=sets, planned_sets=12, **changes)
        return review_view(session, catalogue)

    return made


def test_the_head_says_when_how_long_and_how_much(
    review: Callable[..., ReviewView], make_set: MakeSet
) -> None:
    view = review(make_set(), make_set(side=RIGHT, reps=5, tidy_reps=5))
    assert say(view.when) == "Monday 2 November, evening"
    assert (say(view.minutes), say(view.done)) == ("20 min", "1 of 12 sets")
    assert say(review(slot=Slot.MORNING).when) == "Monday 2 November, morning"
    assert say(review(slot=Slot.EXTRA).when) == "Monday 2 November, extra session"
    assert say(review(ended_at=None).minutes) == "1 min"


def test_a_row_has_a_cell_for_every_side_set_by_side_and_set(
    review: Callable[..., ReviewView], make_set: MakeSet
) -> None:
    bridge = make_set("single-leg-bridge", rung="two-legs", side=BOTH, reps=15, tidy_reps=14)
    view = review(
        make_set(rung="red"),
        make_set(rung="red", side=RIGHT),
        make_set(rung="red", set=2, reps=11, tidy_reps=11),
        bridge,
    )
    assert [(row.name, row.rung, row.exercise) for row in view.rows] == [
        ("Clamshell", "red band", "clamshell-band"),
        ("Two-leg bridge", "two legs", "two-leg-bridge"),
    ]
    clamshell, bridges = view.rows
    assert [(c.side, c.set, c.place) for c in clamshell.cells] == [
        (LEFT, 1, 0),
        (LEFT, 2, 2),
        (RIGHT, 1, 1),
    ]
    assert clamshell.not_done == ((RIGHT, 2),)
    assert [say(cell.words) for cell in clamshell.cells][1] == "Clamshell, left, set 2"
    assert [(cell.place, cell.value, cell.high) for cell in bridges.cells] == [(3, 14, 15)]


def test_columns_are_grouped_by_side(review: Callable[..., ReviewView], make_set: MakeSet) -> None:
    bridges = [make_set("single-leg-bridge", side=BOTH, set=n) for n in (1, 2, 3)]
    view = review(make_set(), make_set(set=2), make_set(side=RIGHT), make_set(side=RIGHT, set=2))
    headings = [(say(column.name), say(column.heading)) for column in view.columns]
    assert headings == [("Left", "set 1 and 2"), ("Right", "set 1 and 2")]
    three = review(*bridges).columns
    assert [(c.side, c.sets, say(c.heading)) for c in three] == [(BOTH, (1, 2, 3), "set 1 to 3")]
    one = review(make_set(side=BOTH)).columns
    assert [say(column.heading) for column in one] == ["set 1"]


def test_the_rung_is_the_last_one_and_half_the_range_is_said(
    review: Callable[..., ReviewView], make_set: MakeSet
) -> None:
    easier = review(make_set(rung="red"), make_set(rung="none", side=RIGHT)).rows[0]
    assert (easier.exercise, easier.rung) == ("clamshell", "no band")
    assert (easier.picture.figure, easier.picture.rung) == ("clamshell", "none")
    half = review(make_set("quadruped-hip-extension", rung=HALF_RANGE)).rows[0]
    assert (half.name, half.rung) == ("Heel lift", "half the range")
    assert half.picture.reach == 0.5


def test_nothing_counted_leaves_no_table(review: Callable[..., ReviewView]) -> None:
    view = review()
    assert (view.rows, view.columns, say(view.done)) == ((), (), "0 of 12 sets")


def test_a_side_that_was_not_asked_for_is_no_gap(
    catalogue: Catalogue,
    at: Callable[..., datetime],
    make_run: Callable[..., Run],
    make_session: Callable[..., Session],
    make_set: MakeSet,
) -> None:
    only = Change(at=at(0, 7), exercise="clamshell-band", what="sides", value="right")
    later = Change(at=at(0, 9), exercise="clamshell-band", what="sides", value=None)
    sets = (make_set(side=RIGHT), make_set("quadruped-hip-extension", side=RIGHT))
    session = make_session(0, sets=sets, planned_sets=6)
    clam, heel = review_view(session, catalogue, make_run(changes=(only, later))).rows
    assert (clam.not_done, heel.not_done) == ((), ((LEFT, 1),))
    easy = make_session(0, sets=sets, planned_sets=6, program=EASY_DAY)
    assert review_view(easy, catalogue, make_run(changes=(only,))).rows[0].not_done == ((LEFT, 1),)


def test_a_skipped_set_of_the_one_side_is_a_gap(
    catalogue: Catalogue,
    at: Callable[..., datetime],
    make_run: Callable[..., Run],
    make_session: Callable[..., Session],
    make_set: MakeSet,
) -> None:
    only = Change(at=at(0, 7), exercise="clamshell-band", what="sides", value="right")
    skip = SessionEvent(
        at=at(0, 8), kind=EventKind.SKIP, exercise="clamshell-band", side=RIGHT, set=2
    )
    session = make_session(0, sets=(make_set(side=RIGHT),), planned_sets=2, events=(skip,))
    row = review_view(session, catalogue, make_run(changes=(only,))).rows[0]
    assert row.not_done == ((RIGHT, 2),)
