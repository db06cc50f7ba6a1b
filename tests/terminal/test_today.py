"""What is due, as text."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta

import pytest

from hipcoach.core.catalogue import Catalogue
from hipcoach.core.diary import Diary
from hipcoach.core.exercise import Resistance, Side
from hipcoach.core.pain import PainRating
from hipcoach.core.run import ILL, KEPT, Absence, Band, Change, Flare, Run, Settings
from hipcoach.core.session import EASY_DAY, Session, SessionState, SideSet, Slot
from hipcoach.terminal.today import today_lines


@pytest.fixture
def run(morning: datetime) -> Run:
    started = morning.date() - timedelta(days=8)
    return Run(id="run", program="hips-three-twice", program_version=1, started_on=started)


def trained(at: datetime, program: str = "hips-three-twice") -> Session:
    """A session of one set, which was all."""
    done = SideSet(
        exercise="abdominal-brace",
        rung="knees-bent",
        side=Side.BOTH,
        set=1,
        reps=8,
        tidy_reps=8,
        low=8,
        hold=10,
        tempo="10",
        resistance=Resistance(),
        ended_at=at,
    )
    return Session(
        id="done",
        started_at=at,
        run="run",
        program=program,
        slot=Slot.EXTRA,
        state=SessionState.FINISHED,
        planned_sets=1,
        sets=(done,),
    )


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
    assert "Away since 2 Nov 2026" in told
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


def test_changes_from_the_program_are_told_below_the_exercises(
    catalogue: Catalogue, morning: datetime, run: Run
) -> None:
    def change(what: str, value: object, exercise: str, days: int = 1) -> Change:
        at = morning - timedelta(days=days)
        return Change(at=at, what=what, exercise=exercise, value=value)

    changes = (
        change("once_a_day", True, ""),
        change("sets", 3, "clamshell-band"),
        change("sides", "right-left", "clamshell-band"),
        change("rest", 45, "single-leg-bridge"),
        change("sets", 5, "single-leg-bridge", days=-1),
    )
    told = text(Diary(runs=(replace(run, changes=changes),)), catalogue, morning)
    assert (
        "  Clamshell, yellow band: 3 × 12–15\n"
        "  Heel lift, body weight: 2 × 12–15\n"
        "  Two-leg bridge, two legs: 2 × 12–15\n"
        "Changed from the program:\n"
        "  once a day\n"
        "  Clamshell: 3 sets, right side first\n"
        "  Two-leg bridge: rest 45 s\n"
    ) in told
    assert "Evening" not in told
    assert "Changed" not in text(Diary(runs=(run,)), catalogue, morning)


def test_past_its_end_a_program_says_so_until_the_user_chose(
    catalogue: Catalogue, morning: datetime, run: Run
) -> None:
    over, on = "weeks of the program are over", "The program goes on as it is."
    assert over not in text(Diary(runs=(run,)), catalogue, morning)
    old = replace(run, started_on=morning.date() - timedelta(days=42))
    told = text(Diary(runs=(old,)), catalogue, morning)
    assert f"The 6 {over}. It goes on as it is until you choose." in told
    kept = replace(old, changes=(Change(at=morning, what=KEPT, value=True),))
    told = text(Diary(runs=(kept,)), catalogue, morning)
    assert over not in told
    assert on in told


def test_a_flare_up_tells_its_day_and_its_way_back(
    catalogue: Catalogue, morning: datetime, run: Run
) -> None:
    day = morning.date()
    short = Diary(runs=(run,), flares=(Flare(from_=day - timedelta(days=2)),))
    told = text(short, catalogue, morning)
    assert "Flare-up since 31 Oct 2026, day 3: the easy session, once a day." in told
    assert "The way back begins one step easier. You may take it at any time." in told
    long = Diary(runs=(run,), flares=(Flare(from_=day - timedelta(days=7)),))
    told = text(long, catalogue, morning)
    assert "Flare-up since 26 Oct 2026, day 8.\nThis has lasted a week." in told
    assert "once a day" not in told


def test_days_away_tell_their_end_and_an_illness_its_rule(
    catalogue: Catalogue, morning: datetime, run: Run
) -> None:
    day = morning.date()
    away = Absence(from_=day, to=day + timedelta(days=3))
    told = text(Diary(runs=(run,), absences=(away,)), catalogue, morning)
    assert "Away from 2 Nov 2026 until 5 Nov 2026." in told
    assert "Days away are not counted against you." in told
    ill = Absence(from_=day, reason=ILL)
    told = text(Diary(runs=(run,), absences=(ill,)), catalogue, morning)
    assert "Ill since 2 Nov 2026.\nNo session until you have been free of fever" in told
    assert "Clamshell" not in told


def test_the_easy_session_of_a_flare_up_waits_until_it_is_done(
    catalogue: Catalogue, morning: datetime, run: Run
) -> None:
    waits, done = "The easy session of today: `hipcoach play`.", "That is enough for a day."
    flares = (Flare(from_=morning.date() - timedelta(days=2)),)
    told = text(Diary(runs=(run,), flares=flares), catalogue, morning)
    assert waits in told
    assert "Nothing is due" not in told
    assert "Clamshell" not in told
    easy = trained(morning - timedelta(hours=1), program=EASY_DAY)
    told = text(Diary(runs=(run,), flares=flares, sessions=(easy,)), catalogue, morning)
    assert done in told
    assert waits not in told
    ill = (Absence(from_=morning.date(), reason=ILL),)
    told = text(Diary(runs=(run,), flares=flares, absences=ill), catalogue, morning)
    assert "Nothing is due now." in told
    assert waits not in told


def test_at_a_pain_of_six_only_the_easy_day_is_told(
    catalogue: Catalogue, morning: datetime, run: Run
) -> None:
    for score, easy in ((5, False), (6, True), (7, True)):
        ratings = (PainRating(id="r", at=morning - timedelta(minutes=5), score=score),)
        told = text(Diary(runs=(run,), pain_ratings=ratings), catalogue, morning)
        assert (catalogue.texts["easy-day"] in told) is easy
        assert ("Clamshell, " in told) is not easy


def test_why_a_session_is_lighter_is_told_once_the_days_away_are_over(
    catalogue: Catalogue, morning: datetime, run: Run
) -> None:
    session, note = trained(morning - timedelta(days=6)), "After 5 days without a session"
    away = Absence(from_=morning.date() - timedelta(days=5), to=morning.date())
    during = Diary(runs=(run,), sessions=(session,), absences=(away,))
    assert note not in text(during, catalogue, morning)
    assert note in text(replace(during, absences=()), catalogue, morning)
