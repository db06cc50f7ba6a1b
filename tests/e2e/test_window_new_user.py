"""A new user's way, from an empty folder to the first rating after a session."""

from __future__ import annotations

from collections.abc import Callable

from hipcoach.core.pain import AFTER_SESSION, BEFORE_SESSION
from hipcoach.core.run import Band
from hipcoach.core.screening import Answer, Severity, items_of
from hipcoach.core.session import SessionState, SideSet
from hipcoach.paths import resource
from hipcoach.store.catalogue import load_catalogue
from tests.e2e.steps import (
    PAIN_NOW,
    RING,
    answer_no_by_keys,
    go_on,
    go_to_session,
    session_of,
)
from tests.e2e.window import Window

Start = Callable[..., Window]

SIDE_SETS = [
    (exercise, number, side)
    for exercise, sides in (
        ("clamshell-band", ("left", "right")),
        ("quadruped-hip-extension", ("left", "right")),
        ("single-leg-bridge", ("both",)),
    )
    for number in (1, 2)
    for side in sides
]


def place_of(done: SideSet) -> tuple[str, int, str]:
    return done.exercise, done.set, done.side.value


def assert_first_run_is_stored(window: Window) -> None:
    """Every answer by its item and wording, the run, the bands, the pain."""
    diary, questionnaire = window.diary(), load_catalogue(resource()).questionnaire
    latest = max(diary.screenings, key=lambda it: it.at)
    assert latest.answers == dict.fromkeys(items_of(questionnaire), Answer.NO)
    assert (latest.wording, latest.result) == (questionnaire.version, Severity.CLEAR)
    (run,) = diary.runs
    assert (run.program, run.ended_on, run.value("one_leg_bridge")) == (
        "hips-three-twice",
        None,
        False,
    )
    assert diary.settings.intro_read_on is not None
    assert diary.settings.bands == (Band(colour="yellow"),)
    assert [rating.score for rating in diary.pain_ratings] == [3]


def assert_session_is_stored(window: Window) -> None:
    """All side-sets once and in their order, the review, and pain before and after linked."""
    diary = window.diary()
    (session,) = diary.sessions
    assert session.state is SessionState.FINISHED
    assert [place_of(done) for done in session.sets] == SIDE_SETS
    assert session.planned_sets == len(SIDE_SETS)
    before, after = diary.rating(session.pain_before), diary.rating(session.pain_after)
    assert before
    assert after
    assert (before.score, before.tags) == (4, (BEFORE_SESSION,))
    assert (after.score, after.tags) == (2, (AFTER_SESSION,))
    assert (session.effort, session.pain_worst) == (6, 4)


def test_keys_only(window: Start) -> None:
    new = window(rate="100", painted="first-run")
    go_on(new)
    answer_no_by_keys(new)
    new.until_seen("Choose a program")
    go_on(new)
    new.until_seen("Can you do 6 .*")
    new.tab_to("No, .*")
    new.press("space")
    go_on(new)
    new.until_seen("What you need")
    new.tab_to("Yellow, .*")
    new.press("space")
    go_on(new)
    new.until_seen(PAIN_NOW)
    new.tab_to("0, no pain")
    new.press("3")
    go_on(new, "Save")
    new.until_seen("Start session", "Button")
    assert_first_run_is_stored(new)

    go_to_session(new)
    new.tab_to("3")
    new.press("4")
    new.until(lambda: new.diary().pain_ratings[-1].score == 4, "pain now in the diary")
    new.press("space")
    new.until_logged(r"session planned=.*$")
    new.until_seen("Save session", "Button")
    assert {done.reps for done in session_of(new).sets} == {15}
    for name, digit in (("0, nothing", "6"), ("0, no pain", "4"), ("0, no pain", "2")):
        new.tab_to(name)
        new.press(digit)
    new.tab_to("Save session")
    new.press("Return")
    new.until_seen("Today", "CheckBox")
    assert_session_is_stored(new)

    known = new.diary().pain_ratings
    new.press("ctrl+n", "5")
    new.until(lambda: new.diary().pain_ratings[-1].score == 5, "the rating in the diary")
    new.press("ctrl+z")
    new.until(lambda: new.diary().pain_ratings == known, "the rating undone")
    new.press("ctrl+q")
    assert new.wait() == 0
    assert_session_is_stored(new)
    assert new.diary().pain_ratings == known


def test_mouse_only(window: Start) -> None:
    new = window(rate="8", painted="first-run")
    new.click("Continue", "Button")
    for number in range(1, 8):
        new.until_seen(f"Topic {number} of 7")
        new.click("No, none of these, .*", "RadioButton")
        new.click("Continue", "Button")
    new.until_seen("Choose a program")
    new.click("Continue", "Button")
    new.until_seen("Can you do 6 .*")
    new.click("No, .*", "RadioButton")
    new.click("Continue", "Button")
    new.until_seen("What you need")
    new.click("Yellow, .*", "CheckBox")
    new.click("Continue", "Button")
    new.until_seen(PAIN_NOW)
    new.click("3", "RadioButton")
    new.click("Save", "Button")
    new.until_seen("Start session", "Button")
    assert_first_run_is_stored(new)

    new.click("Start session", "Button")
    new.click("Pause", "Button")
    new.until_seen("Go on", "Button")
    new.click("4", "RadioButton")
    new.until(lambda: new.diary().pain_ratings[-1].score == 4, "pain now in the diary")
    new.click("Go on", "Button")
    for number, (_, set_, side) in enumerate(SIDE_SETS, start=1):
        of = rf"{side}( sides)?, set {set_} of 2"
        new.until_seen(f"(Get in position|Switch sides|Rest), .*{of}", RING)
        new.click("I am ready", "Button")
        new.until_seen(rf".*, rep [1-9]\d* of .*{of}", RING)
        new.click("Done with this set", "Button")
        new.until(lambda n=number: len(session_of(new).sets) == n, "the set in the diary")
    new.until_seen("Save session", "Button")
    scales = [seen for seen in new.see() if seen.kind == "ScoreBox"]
    for number, score in enumerate((6, 4, 2)):
        new.click_on(scales[11 * number + score])
    new.click("Save session", "Button")
    new.until_seen("Today", "CheckBox")
    assert_session_is_stored(new)

    known = new.diary().pain_ratings
    new.click("5", "RadioButton")
    new.until(lambda: new.diary().pain_ratings[-1].score == 5, "the rating in the diary")
    new.click("Undo", "Button")
    new.until(lambda: new.diary().pain_ratings == known, "the rating undone")
    new.press_close_button()
    assert new.wait() == 0
    assert new.diary().pain_ratings == known
