"""The exercises table and the sentences below it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime

import pytest

from hipcoach.core.changes import Value
from hipcoach.core.diary import Diary
from hipcoach.core.exercise import Resistance, Side
from hipcoach.core.run import Change, Run
from hipcoach.core.session import (
    EASIER_TODAY,
    EASY_DAY,
    EventKind,
    Session,
    SessionEvent,
    SideSet,
    Slot,
)
from hipcoach.report.page import ReportContent, Table

Made = Callable[..., ReportContent]
At = Callable[..., datetime]


def table(content: ReportContent) -> Table:
    """The exercises."""
    assert content.exercises is not None
    return content.exercises


def test_start_now_last_sets_and_tidy_repetitions(diary: Diary, content_of: Made) -> None:
    assert table(content_of(diary)).rows == (
        ("Clamshell", "yellow band", "green band", "12, 11", "12, 12", "3\u202f055"),
        ("Heel lift", "body weight", "body weight", "12, 11", "12, 12", "3\u202f055"),
        ("One-leg bridge", "two legs", "2 up, 1 down", "12, 11", "12, 12", "3\u202f055"),
    )


def test_a_part_of_the_run_starts_with_its_own_level(diary: Diary, content_of: Made) -> None:
    rows = table(content_of(diary, from_=date(2026, 11, 20), to=date(2026, 12, 2))).rows
    assert rows[0][1:3] == ("red band", "red band")
    assert rows[2][1:3] == ("2 up, 1 down", "two legs")


def test_steps_and_stops_with_their_dates(diary: Diary, content_of: Made) -> None:
    assert table(content_of(diary)).note == (
        "Steps up: 4 (12 Nov, 16 Nov, 3 Dec and 11 Dec). Steps down: 1 (One-leg bridge 25 Nov). "
        "Stopped for pain: One-leg bridge 18 Nov."
    )


def test_a_step_on_a_ladder_that_has_changed_is_neither_up_nor_down(
    diary: Diary, content_of: Made
) -> None:
    gone = tuple(replace(d, from_="gone") for d in diary.decisions)
    content = content_of(replace(diary, decisions=gone))
    assert table(content).note == "Stopped for pain: One-leg bridge 18 Nov."


def test_sessions_without_a_run_have_their_exercises(diary: Diary, content_of: Made) -> None:
    rows = table(content_of(replace(diary, runs=()))).rows
    assert [row[1] for row in rows] == ["yellow band", "4 s pause", "2 up, 1 down"]


def test_declined_steps_are_no_steps(diary: Diary, content_of: Made) -> None:
    declined = tuple(replace(d, accepted=False) for d in diary.decisions)
    content = content_of(replace(diary, decisions=declined))
    assert table(content).note == "Stopped for pain: One-leg bridge 18 Nov."
    assert table(content).rows[0][2] == "yellow band"


@pytest.mark.parametrize("choice", ["easier", "fewer"])
def test_easier_versions_are_counted_by_session(
    diary: Diary, at: At, content_of: Made, choice: str
) -> None:
    hurt = SessionEvent(
        at=at(date(2026, 12, 9)), kind=EventKind.HURT, exercise="clamshell-band", choice=choice
    )
    eased = tuple(replace(s, events=(hurt, hurt)) for s in diary.sessions[-2:])
    content = content_of(replace(diary, sessions=(*diary.sessions[:-2], *eased)))
    assert "Easier version or fewer repetitions: 2 sessions." in table(content).note


def test_easy_days_are_counted_and_their_exercises_come_last(
    diary: Diary, session: Callable[..., Session], content_of: Made
) -> None:
    easy = session(
        date(2026, 11, 20),
        rungs={"abdominal-brace": "gone", "two-leg-bridge": "half-range"},
        program=EASY_DAY,
        planned_sets=2,
    )
    content = content_of(replace(diary, sessions=(easy, *diary.sessions)))
    assert "Easy day: 1 session." in table(content).note
    assert [row[0] for row in table(content).rows[3:]] == ["Gentle brace", "Two-leg bridge"]
    assert [row[1] for row in table(content).rows[3:]] == ["gone", "half the range"]


def test_easier_sessions_are_counted_and_no_step(
    diary: Diary, session: Callable[..., Session], content_of: Made
) -> None:
    easier = session(date(2026, 11, 20), program=EASIER_TODAY, planned_sets=5)
    before = table(content_of(diary))
    after = table(content_of(replace(diary, sessions=(easier, *diary.sessions))))
    assert "Easier today: 1 session." in after.note
    assert "Easier today" not in before.note
    assert [row[2] for row in after.rows] == [row[2] for row in before.rows]


def test_changes_from_the_program_are_told(
    diary: Diary, run: Run, at: At, content_of: Made
) -> None:
    changes = (
        Change(at=at(date(2026, 11, 5)), what="once_a_day", value=True),
        Change(at=at(date(2026, 11, 6)), what="hold", exercise="clamshell-band", value=3),
        Change(at=at(date(2026, 11, 7)), what="hold", exercise="clamshell-band", value=4),
        Change(at=at(date(2026, 11, 7)), what="rung", exercise="clamshell-band", value="red"),
    )
    content = content_of(replace(diary, runs=(replace(run, changes=changes),)))
    assert (
        "Changed from the program: once a day since 5 Nov and Clamshell (hold 4 s since 7 Nov)."
        in table(content).note
    )


def test_a_changed_dose_is_told_in_words_as_it_is_at_the_end_of_the_period(
    diary: Diary, run: Run, at: At, content_of: Made
) -> None:
    def change(day: int, what: str, value: Value, exercise: str = "clamshell-band") -> Change:
        moment = at(date(2026, 11, day))
        return Change(at=moment, what=what, exercise=exercise, value=value)

    changes = (
        change(5, "sets", 3),
        change(5, "hold", 3),
        change(5, "low", 10),
        change(6, "high", 12),
        change(6, "rest", 60, "quadruped-hip-extension"),
        change(7, "rest", None, "quadruped-hip-extension"),
        change(8, "sides", "left", "quadruped-hip-extension"),
    )
    changed = replace(diary, runs=(replace(run, changes=changes),))
    assert (
        "Changed from the program: Clamshell (3 sets, hold 3 s since 5 Nov, "
        "10–12 repetitions since 6 Nov) and Heel lift (left side only since 8 Nov)."
    ) in table(content_of(changed)).note
    early = table(content_of(changed, to=date(2026, 11, 7))).note
    assert "Heel lift" not in early.partition("Changed from the program")[2]
    assert "Changed" not in table(content_of(changed, to=date(2026, 11, 4))).note


def test_an_exercise_of_one_side_leaves_the_other_column_empty(
    run: Run, session: Callable[..., Session], at: At, content_of: Made
) -> None:
    done = SideSet(
        exercise="clamshell-band",
        rung="yellow",
        side=Side.RIGHT,
        set=1,
        reps=12,
        tidy_reps=11,
        low=12,
        hold=2,
        tempo="2/2/2/0",
        resistance=Resistance(),
        ended_at=at(date(2026, 12, 1)),
    )
    sets = (done, replace(done, set=2, tidy_reps=12))
    found = table(content_of(Diary(runs=(run,), sessions=(session(date(2026, 12, 1), sets=sets),))))
    assert found.rows[0][3:] == ("–", "11, 12", "23")


def test_both_sides_together_have_one_value_and_the_note_names_the_exercise_done(
    run: Run, session: Callable[..., Session], at: At, content_of: Made
) -> None:
    done = SideSet(
        exercise="single-leg-bridge",
        rung="two-legs",
        side=Side.BOTH,
        set=1,
        reps=14,
        tidy_reps=13,
        low=12,
        hold=2,
        tempo="2/2/2/0",
        resistance=Resistance(),
        ended_at=at(date(2026, 12, 1)),
    )
    both = session(date(2026, 12, 1), sets=(done,))
    found = table(content_of(Diary(runs=(run,), sessions=(both,))))
    assert found.rows == (("One-leg bridge", "two legs", "two legs", "13 both", None, "13"),)
    assert found.note == (
        "Tidy reps include sets done as another exercise: One-leg bridge (Bridge on two legs)."
    )
    left = replace(done, rung="up-two-down-one", side=Side.LEFT, set=2, tidy_reps=9)
    mixed = replace(both, sets=(done, left))
    (row,) = table(content_of(Diary(runs=(run,), sessions=(mixed,)))).rows
    assert row[3:] == ("13 both, 9", "13 both", "22")


def test_a_side_that_was_skipped_is_a_dash(
    diary: Diary, session: Callable[..., Session], content_of: Made
) -> None:
    whole = session(date(2026, 12, 15), Slot.EVENING, {"clamshell-band": "green"})
    left = replace(whole, sets=tuple(s for s in whole.sets if s.side is Side.LEFT))
    rows = table(content_of(replace(diary, sessions=(*diary.sessions, left)))).rows
    assert rows[0][3:5] == ("12, 11", "–")


def test_two_exercises_of_one_short_name_have_their_long_names(
    diary: Diary, session: Callable[..., Session], content_of: Made
) -> None:
    other = session(date(2026, 12, 15), Slot.EVENING, {"clamshell": "none"})
    rows = table(content_of(replace(diary, sessions=(*diary.sessions, other)))).rows
    assert rows[0][0] == "Clamshell with a band"
    assert rows[-1][0] == "Clamshell without a band"


def test_very_many_exercises_are_counted(
    run: Run, session: Callable[..., Session], content_of: Made
) -> None:
    many = session(date(2026, 12, 1), rungs={f"own-{n}": "x" * 10_000 for n in range(40)})
    found = table(content_of(Diary(runs=(run,), sessions=(many,))))
    assert len(found.rows) == 14
    assert found.note == "26 exercises more."
    assert all(len(cell or "") <= 80 for row in found.rows for cell in row)


def test_without_sets_there_is_no_table(content_of: Made) -> None:
    assert content_of(Diary()).exercises is None
