"""A session that a power cut ended, at any moment: it goes on at the exact set and side."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from hipcoach.core.session import EventKind, SessionState
from tests.e2e.steps import (
    IN_POSITION,
    RING,
    begin_set,
    do_sets,
    go_to_session,
    place,
    session_of,
)
from tests.e2e.window import Window

Start = Callable[..., Window]

RATE = "10"
"""A repetition takes 0.6 seconds, a rest 3."""

PLACES = [
    (name, number, side)
    for name, sides in (
        ("Clamshell", ("left", "right")),
        ("Heel lift", ("left", "right")),
        ("One-leg bridge", ("left", "right")),
    )
    for number in (1, 2)
    for side in sides
]
"""The side-sets of the sample's session in their order."""


def in_session(on_sample: Start, sets: int = 0) -> Window:
    """A session in which so many side-sets are done, getting into position for the next."""
    playing = on_sample(rate=RATE)
    go_to_session(playing)
    playing.press("space")
    do_sets(playing, sets)
    return playing


def in_position(window: Window) -> None:
    window.until_seen(IN_POSITION, RING)


def within_a_set(window: Window) -> None:
    begin_set(window)


def paused_within_a_set(window: Window) -> None:
    begin_set(window)
    window.press("space")
    window.until_seen("Go on", "Button")


@pytest.mark.parametrize(
    ("sets", "moment"),
    [
        (0, in_position),
        (1, in_position),
        (2, in_position),
        (0, within_a_set),
        (5, within_a_set),
        (1, paused_within_a_set),
    ],
)
def test_a_kill_resumes_at_the_exact_set_and_side(
    on_sample: Start, sets: int, moment: Callable[[Window], None]
) -> None:
    playing = in_session(on_sample, sets)
    moment(playing)
    playing.kill()
    left = session_of(playing)
    assert len(left.sets) == sets

    again = on_sample(rate=RATE)
    name, number, side = PLACES[sets]
    again.until_seen(f"Resume: {name}, set {number}, {side}", "Button")
    again.press("Return", "space", delay=0)
    again.until_seen("Go on", "Button")
    assert place(again) == (name, number, side)
    assert again.find("Something is new", "Button"), "what is new is asked at every start"
    again.press("space")
    do_sets(again, 1)
    session = session_of(again)
    assert session.id == left.id
    assert session.sets[:-1] == left.sets
    done = session.sets[-1]
    assert (done.set, done.side) == (number, side)
    assert len({(it.exercise, it.set, it.side) for it in session.sets}) == sets + 1


@pytest.mark.parametrize("digit", ["", "4"])
def test_a_kill_in_this_hurts_comes_back_to_its_questions(on_sample: Start, digit: str) -> None:
    playing = in_session(on_sample, 1)
    begin_set(playing)
    playing.press("h")
    playing.until_seen("How strong is it.*no answer yet.*")
    if digit:
        playing.press(digit)
        playing.until(lambda: session_of(playing).events[-1].score == 4, "the score in the diary")
    playing.kill()

    again = on_sample(rate=RATE)
    again.until_seen("Resume: Clamshell, set 1, right", "Button")
    again.press("Return")
    again.until_seen("Paused. Ease out of it.")
    if digit:
        again.until_seen("How strong is it.*, 4 of 10, .*")
    else:
        again.until_seen("How strong is it.*no answer yet.*")
        again.press("4")
    again.until_seen("Go on, easier", "Button")
    again.press("Return")
    again.until_seen(IN_POSITION, RING)
    assert place(again) == ("Clamshell", 1, "right")
    hurt = [told for told in session_of(again).events if told.kind is EventKind.HURT]
    assert [(told.score, told.choice) for told in hurt] == [(4, "easier")]


def test_a_kill_in_the_review_leaves_it_for_later(on_sample: Start) -> None:
    playing = in_session(on_sample, 1)
    playing.press("Escape", "x")
    playing.until_seen("Save session", "Button")
    playing.kill()

    again = on_sample()
    assert session_of(again).state is SessionState.ENDED_EARLY
    assert again.find("Resume: .*") is None
    again.tab_to("Finish the review")
    again.press("Return")
    again.until_seen("Save session", "Button")
    again.tab_to("0, nothing")
    again.press("6")
    again.tab_to("Save session")
    again.press("Return")
    again.until(lambda: session_of(again).effort == 6, "the effort in the diary")


@pytest.mark.parametrize(
    ("button", "state"),
    [
        ("Keep what was done", SessionState.ENDED_EARLY),
        ("Discard", SessionState.DISCARDED),
    ],
)
def test_what_was_left_is_kept_or_discarded(
    on_sample: Start, button: str, state: SessionState
) -> None:
    playing = in_session(on_sample, 2)
    playing.kill()
    sets = session_of(playing).sets

    again = on_sample()
    again.tab_to(button)
    again.press("Return")
    again.until(lambda: session_of(again).state is state, f"{state} in the diary")
    assert session_of(again).sets == sets
    again.until(lambda: again.find("Resume: .*") is None, "a day without it")
    again.press("ctrl+q")
    assert again.wait() == 0
    assert on_sample().find("Resume: .*") is None


def test_a_set_done_after_a_kill_ends_the_session_as_planned(on_sample: Start) -> None:
    playing = in_session(on_sample, 1)
    playing.kill()
    again = on_sample(rate="200")
    again.until_seen("Resume: .*", "Button")
    again.press("Return")
    again.until_seen("Save session", "Button")
    session = session_of(again)
    assert session.state is SessionState.FINISHED
    places = [(done.set, done.side) for done in session.sets]
    assert places == [(number, side) for _, number, side in PLACES]
