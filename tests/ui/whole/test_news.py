"""The news in the whole window: a morning's step is told, declined, taken back, and looked up."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest
from PySide6.QtCore import Qt

from hipcoach.core.exercise import Resistance, ResistanceKind, Side
from hipcoach.core.pain import PainRating
from hipcoach.core.session import Session, SessionState, SideSet, Slot

CONTROL = Qt.KeyboardModifier.ControlModifier
RED = "One step up: red band, 12 reps"
STAY = "Stay as it is: Clamshell"


def clams(at):
    """Two sets of 15 tidy ones on each side, with the yellow band."""
    return tuple(
        SideSet(
            exercise="clamshell-band",
            rung="yellow",
            side=side,
            set=number,
            reps=15,
            tidy_reps=15,
            low=12,
            hold=2,
            tempo="2/2/2/0",
            resistance=Resistance(kind=ResistanceKind.BAND, level=1),
            ended_at=at,
        )
        for number in (1, 2)
        for side in (Side.LEFT, Side.RIGHT)
    )


def trained(desktop):
    """A calm session now, with all that is asked after it."""
    store, now = desktop.store, desktop.now()
    before, after = (store.pain_ratings.add(PainRating(at=now, score=2)).id for _ in range(2))
    session = Session(
        started_at=now,
        ended_at=now + timedelta(minutes=20),
        run=desktop.sessions.run().id,
        program="hips-three-twice",
        slot=Slot.MORNING,
        state=SessionState.FINISHED,
        planned_sets=4,
        sets=clams(now),
        effort=5,
        pain_worst=2,
        pain_before=before,
        pain_after=after,
    )
    return store.sessions.add(session)


@pytest.fixture
def earned(desktop):
    """Two days with a session each; on the third morning the window is open."""
    desktop.settle()
    first = trained(desktop)
    desktop.wall += timedelta(days=1)
    calm = desktop.store.pain_ratings.add(PainRating(at=desktop.now(), score=2))
    desktop.store.sessions.replace(replace(first, next_morning=calm.id))
    trained(desktop)
    desktop.wall += timedelta(days=1)
    desktop.open()
    return desktop


def test_the_calm_morning_brings_the_step_and_it_can_be_left(earned):
    assert RED not in earned.texts
    earned.press("2")  # the morning's answer
    assert RED in earned.texts
    assert "Red band" in earned.texts  # the session is the harder one already
    [step] = earned.diary.decisions
    assert step.accepted
    earned.press(STAY)
    assert RED not in earned.texts
    assert "Yellow band" in earned.texts
    assert [told.accepted for told in earned.diary.decisions] == [False]
    earned.key(Qt.Key.Key_Z, CONTROL)
    assert RED in earned.texts
    assert [told.accepted for told in earned.diary.decisions] == [True]


def test_a_morning_that_is_not_calm_brings_none(earned):
    earned.press("4")
    assert RED not in earned.texts
    assert [told for told in earned.diary.decisions if told.from_ != told.to] == []


def test_the_step_is_in_the_diary_and_on_the_exercises_page(earned):
    earned.press("2", "Program", "Clamshell with a band")
    assert "Since 4 Nov. Why: 15 tidy reps in every set, left and right" in earned.texts
    earned.press("Diary")
    flow = earned.navigator.areas.diary
    earned.until(lambda: flow._work is not None and not flow._work._timer.isActive())
    rows = flow.page.entries.rows
    row = next(n for n in range(rows.rowCount()) if rows.row(n)[2].text == "Step up")
    flow.page.entries.setFocus()
    flow.page.entries.show_row(row)
    earned.key(Qt.Key.Key_Delete)
    earned.key(Qt.Key.Key_Return)
    assert "Accepted on 4 Nov 2026, rule R-UP" in earned.texts
    assert len(earned.diary.decisions) == 1
    earned.key(Qt.Key.Key_Escape)
    assert "rule R-UP" not in earned.texts


def test_where_a_session_was_begun_since_it_stays_decided(earned):
    earned.press("2")
    stay = earned.button(STAY)
    session = earned.session
    earned.wall += timedelta(minutes=5)
    earned.store.sessions.add(replace(session, id="", started_at=earned.now(), ended_at=None))
    stay.click()
    assert [told.accepted for told in earned.diary.decisions] == [True]
    assert RED not in earned.texts


@pytest.fixture
def high(desktop):
    """Two mornings far above the three before them; the window is open."""
    desktop.settle()
    for days, score in ((5, 2), (4, 2), (3, 2), (1, 5), (0, 5)):
        at = desktop.now() - timedelta(days=days, hours=2)
        desktop.store.pain_ratings.add(PainRating(at=at, score=score))
    desktop.open()
    return desktop


def test_two_high_mornings_ask_and_no_is_an_answer(high):
    assert "That is 2 or more above your usual. Is this a flare-up?" in high.texts
    high.press("No")
    assert "Is this a flare-up?" not in high.texts
    assert [(told.rule, told.accepted) for told in high.diary.decisions] == [("R-FLARE", False)]
    high.later(minutes=30)
    assert "Is this a flare-up?" not in high.texts
    high.key(Qt.Key.Key_Z, CONTROL)
    assert "Is this a flare-up?" in high.texts
    assert high.diary.decisions == ()


def test_two_high_mornings_lead_to_the_flare_ups_page(high):
    high.press("Flare-up")
    assert "A flare-up is a bad spell." in high.texts
