"""What is due, as text."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest

from hipcoach.core.catalogue import Catalogue
from hipcoach.core.diary import Diary
from hipcoach.core.pain import PainRating
from hipcoach.core.run import Absence, Band, Flare, Run, Settings
from hipcoach.core.session import Session, SessionState, Slot
from hipcoach.terminal.today import today_lines


@pytest.fixture
def run(morning: datetime) -> Run:
    started = morning.date() - timedelta(days=8)
    return Run(id="run", program="hips-three-twice", program_version=1, started_on=started)


def text(diary: Diary, catalogue: Catalogue, now: datetime) -> str:
    return "\n".join(today_lines(diary, catalogue, now))


def test_a_morning_shows_program_slots_exercises_week_check_in_and_pain(
    catalogue: Catalogue, morning: datetime, run: Run
) -> None:
    diary = Diary(
        runs=(run,),
        pain_ratings=(PainRating(id="r", at=morning, score=3),),
        settings=Settings(bands=(Band(colour="red"),)),
    )
    assert text(diary, catalogue, morning) == (
        "2 Nov 2026\n"
        "Three exercises, twice a day, week 2, day 9\n"
        "  Morning: next\n"
        "  Evening: open\n"
        "A session is due: `hipcoach play`.\n"
        "About 15 minutes:\n"
        "  Clamshell, red band: 2 × 12–15\n"
        "  Heel lift, body weight: 2 × 12–15\n"
        "  Two-leg bridge, two legs: 2 × 12–15\n"
        "This week: 0 of 2 sessions done.\n"
        "Next check-in: week 2, 8 Nov 2026\n"
        "Back pain: start: no ratings, now 3.0 (n = 1), not enough days yet: 0 of 3 days"
    )


def test_rest_day_flare_up_absence_and_a_left_session_are_said(
    catalogue: Catalogue, morning: datetime, run: Run
) -> None:
    day = morning.date()
    left = Session(
        id="s",
        started_at=morning - timedelta(minutes=20),
        run="run",
        program=run.program,
        slot=Slot.MORNING,
        planned_sets=10,
    )
    diary = Diary(
        runs=(run,),
        pain_ratings=(PainRating(id="r", at=morning, score=8),),
        sessions=(left,),
        flares=(Flare(from_=day - timedelta(days=1)),),
        absences=(Absence(from_=day),),
    )
    told = text(diary, catalogue, morning)
    assert "No session today." in told
    assert "Flare-up since 1 Nov 2026" in told
    assert "Away or ill since 2 Nov 2026" in told
    assert "offers to resume it" in told
    assert "Nothing is due now." in told
    assert "Clamshell" not in told


def test_the_morning_after_is_asked_and_slots_say_what_was_done(
    catalogue: Catalogue, morning: datetime, run: Run
) -> None:
    yesterday = Session(
        id="s",
        started_at=morning - timedelta(days=1),
        run="run",
        program=run.program,
        slot=Slot.MORNING,
        state=SessionState.FINISHED,
        planned_sets=1,
        events=(),
    )
    evening = morning + timedelta(hours=8)
    told = text(Diary(runs=(run,), sessions=(yesterday,)), catalogue, evening)
    assert "Morning: not done, no catching up" in told
    assert "Evening: next" in told


def test_without_a_program_it_says_how_to_start_one(
    catalogue: Catalogue, morning: datetime, run: Run
) -> None:
    assert "No program yet." in text(Diary(), catalogue, morning)
    yesterday = morning.date() - timedelta(days=1)
    ended = Run(
        id="run",
        program=run.program,
        program_version=1,
        started_on=run.started_on,
        ended_on=yesterday,
    )
    assert "The program has ended." in text(Diary(runs=(ended,)), catalogue, morning)
    sample = Diary(settings=Settings(sample=True))
    assert "all entries are made up" in text(sample, catalogue, morning)
