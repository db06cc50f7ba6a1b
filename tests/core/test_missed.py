"""The way back after days without a session: R-MISS-1 to 5, each at its boundaries."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta, timezone

import pytest

from hipcoach.core.catalogue import Catalogue
from hipcoach.core.diary import Diary
from hipcoach.core.explain import explain
from hipcoach.core.gap import days_missed
from hipcoach.core.gate import Asked, standing
from hipcoach.core.levels import levels
from hipcoach.core.missed import way_back
from hipcoach.core.opening import Opened, opened, opened_easier, reopened
from hipcoach.core.rule_ids import R_FLARE
from hipcoach.core.run import KEPT, ONCE_A_DAY, RUNG, Absence, Change, Decision, Flare, Run
from hipcoach.core.session import EASY_DAY, Session, SessionState, Slot
from hipcoach.core.text import say
from tests.core.progression.lives import why_lighter

At = Callable[..., datetime]
Make = Callable[..., Diary]
MakeSession = Callable[..., Session]
MakeRun = Callable[..., Run]

CLAM, HEEL, BRIDGE = "clamshell-band", "quadruped-hip-extension", "single-leg-bridge"


@pytest.fixture
def gap(at: At, make_diary: Make, make_session: MakeSession, make_run: MakeRun) -> Make:
    """`gap(**tables)`: a session on day 0, with the clam at the red band and the bridge higher."""
    rungs = {CLAM: "red", BRIDGE: "up-two-down-one"}
    changes = tuple(
        Change(at=at(0, 6), exercise=name, what=RUNG, value=rung) for name, rung in rungs.items()
    )

    def made(*sessions: Session, **tables: object) -> Diary:
        values: dict[str, object] = {"runs": (make_run(changes=changes),)}
        return make_diary(make_session(0), *sessions, **(values | tables))

    return made


@pytest.fixture
def open_at(catalogue: Catalogue, at: At) -> Callable[..., Opened]:
    """`open_at(diary, day)`: the session that would begin at nine."""

    def made(diary: Diary, day: int, hour: int = 9) -> Opened:
        run = diary.run_on(at(day, hour).date())
        assert run is not None
        return opened(diary, catalogue, run, at(day, hour), Slot.MORNING)

    return made


def rungs(ready: Opened) -> dict[str, str]:
    return {part.ladder.id: part.rung.id for part in ready.parts}


def doses(ready: Opened) -> set[tuple[int, int, int]]:
    return {(part.dose.sets, part.dose.low, part.dose.high) for part in ready.parts}


def lowered(ready: Opened) -> bool:
    return rungs(ready)[CLAM] == "none"


@pytest.mark.parametrize(
    ("missed", "rule", "lower", "dose"),
    [
        (0, None, False, (2, 12, 15)),
        (3, None, False, (2, 12, 15)),
        (4, "R-MISS-2", False, (2, 12, 12)),
        (7, "R-MISS-2", False, (2, 12, 12)),
        (8, "R-MISS-3", True, (1, 12, 15)),
        (14, "R-MISS-3", True, (1, 12, 15)),
        (15, "R-MISS-4", True, (1, 12, 15)),
        (28, "R-MISS-4", True, (1, 12, 15)),
        (29, "R-MISS-5", True, (2, 12, 15)),
    ],
)
def test_each_rule_at_its_boundaries(
    catalogue: Catalogue,
    at: At,
    gap: Make,
    open_at: Callable[..., Opened],
    missed: int,
    rule: str | None,
    lower: bool,
    dose: tuple[int, int, int],
) -> None:
    diary, now = gap(), at(missed + 1, 9)
    assert days_missed(diary, now, catalogue.rules.count) == missed
    back = way_back(diary, catalogue, diary.runs[0], now)
    assert (back.told.rule if back else None) == rule
    ready = open_at(diary, missed + 1)
    assert (lowered(ready), doses(ready)) == (lower, {dose})


@pytest.mark.parametrize(
    ("missed", "rule", "asked"),
    [
        (14, "R-MISS-3", None),
        (15, "R-MISS-4", Asked.SHORT),
        (28, "R-MISS-4", Asked.SHORT),
        (29, "R-MISS-5", Asked.FULL),
    ],
)
def test_the_gate_asks_by_the_same_days(
    catalogue: Catalogue, at: At, gap: Make, missed: int, rule: str, asked: Asked | None
) -> None:
    diary, now = gap(), at(missed + 1, 9)
    back = way_back(diary, catalogue, diary.runs[0], now)
    assert back is not None
    stands = standing(diary, catalogue.questionnaire, now, catalogue.rules.count)
    assert (back.told.rule, stands.asked) == (rule, asked)


def test_the_sentence_has_the_days_missed(catalogue: Catalogue, at: At, gap: Make) -> None:
    said = {}
    for missed in (3, 4, 8, 21, 30):
        told = why_lighter(gap(), catalogue, gap().runs[0], at(missed + 1, 9))
        said[missed] = say(told) if told else ""
    assert said == {
        3: "",
        4: "After 4 days without a session: the same level, and the sets end at the lower number "
        "this time.",
        8: "After 8 days without a session: one step easier, and one set fewer for 2 sessions.",
        21: "After 21 days without a session: one step easier, and half the sets for a week.",
        30: "After 30 days without a session: the program starts again at week 1, one step easier.",
    }


def test_nothing_is_missed_before_the_first_session(
    catalogue: Catalogue, at: At, make_diary: Make
) -> None:
    diary = make_diary()
    assert days_missed(diary, at(40, 9), catalogue.rules.count) is None
    assert way_back(diary, catalogue, diary.runs[0], at(40, 9)) is None


def test_an_exercise_at_its_lowest_stays_where_it_is(
    catalogue: Catalogue, at: At, gap: Make
) -> None:
    back = way_back(gap(), catalogue, gap().runs[0], at(11, 9))
    assert back is not None
    assert {(d.exercise, d.from_, d.to) for d in back.steps} == {
        (CLAM, "red", "none"),  # no yellow band is owned
        (BRIDGE, "up-two-down-one", "two-legs"),
    }
    assert all(d.accepted and d.facts["days"] == 10 for d in back.steps)
    assert "Why: 10 days without a session." in back.steps[0].text


def stored(diary: Diary, catalogue: Catalogue, at: datetime, *sessions: Session) -> Diary:
    """The diary once the first session has begun at the moment `at`."""
    back = way_back(diary, catalogue, diary.runs[0], at)
    assert back is not None
    decisions = (*diary.decisions, *back.decisions)
    return replace(diary, decisions=decisions, sessions=(*diary.sessions, *sessions))


def test_the_decisions_give_what_today_showed_and_hold_for_two_sessions(
    catalogue: Catalogue,
    at: At,
    gap: Make,
    make_session: MakeSession,
    open_at: Callable[..., Opened],
) -> None:
    shown = open_at(gap(), 11)
    first = make_session(11, started_at=at(11, 9))
    diary = stored(gap(), catalogue, at(11, 9), first)
    again = reopened(diary, catalogue, first)
    assert again is not None
    assert again.parts == shown.parts
    assert doses(open_at(diary, 11, 18)) == {(1, 12, 15)}
    easy = make_session(11, Slot.EVENING, program=EASY_DAY)
    assert doses(open_at(replace(diary, sessions=(*diary.sessions, easy)), 12)) == {(1, 12, 15)}
    second = make_session(11, Slot.EVENING)
    after = replace(diary, sessions=(*diary.sessions, second))
    assert doses(open_at(after, 12)) == {(2, 12, 15)}
    assert lowered(open_at(after, 12))
    assert why_lighter(after, catalogue, after.runs[0], at(12, 9)) is None


def test_a_first_session_that_does_not_count_leaves_it_as_it_was_decided(
    catalogue: Catalogue,
    at: At,
    gap: Make,
    make_session: MakeSession,
    open_at: Callable[..., Opened],
) -> None:
    dropped = make_session(11, state=SessionState.DISCARDED)
    diary = stored(gap(), catalogue, at(11, 8), dropped)
    assert way_back(diary, catalogue, diary.runs[0], at(12, 9)) is None
    assert (rungs(open_at(diary, 12))[CLAM], doses(open_at(diary, 12))) == ("none", {(1, 12, 15)})
    longer = way_back(diary, catalogue, diary.runs[0], at(18, 9))
    assert longer is not None
    assert (longer.told.rule, longer.steps) == ("R-MISS-4", ())


def test_half_the_sets_for_a_week_by_the_calendar(
    catalogue: Catalogue,
    at: At,
    gap: Make,
    make_session: MakeSession,
    open_at: Callable[..., Opened],
) -> None:
    days = [make_session(day) for day in range(22, 30)]
    diary = stored(gap(), catalogue, at(22, 8), *days)
    assert diary.decisions[0].facts["until"] == "2026-11-30"
    assert doses(open_at(diary, 28)) == {(1, 12, 15)}
    assert doses(open_at(diary, 29)) == {(2, 12, 15)}


def test_one_set_becomes_two_thirds_of_low(
    catalogue: Catalogue,
    at: At,
    make_diary: Make,
    make_session: MakeSession,
    make_run: MakeRun,
    open_at: Callable[..., Opened],
) -> None:
    diary = make_diary(make_session(0), runs=(make_run("hips-five-hold"),))
    clam = open_at(diary, 10).parts[0]
    assert clam.dose.sets == 1
    assert (clam.dose.low, clam.dose.high) == (7, 7)
    told = why_lighter(diary, catalogue, diary.runs[0], at(10, 9))
    assert told is not None
    assert say(told).endswith("shorter sets for 2 sessions.")


def test_easier_today_comes_on_top(catalogue: Catalogue, at: At, gap: Make) -> None:
    diary = gap()
    ready = opened_easier(diary, catalogue, diary.runs[0], at(11, 9), Slot.MORNING)
    assert doses(ready) == {(1, 12, 15)}
    assert rungs(ready)[BRIDGE] == "half-range"


def test_more_than_four_weeks_start_the_program_again(
    catalogue: Catalogue, at: At, gap: Make, open_at: Callable[..., Opened]
) -> None:
    changes = (
        Change(at=at(0, 6), exercise=CLAM, what=RUNG, value="red"),
        Change(at=at(0, 6), what=ONCE_A_DAY, value=True),
        Change(at=at(0, 6), what=KEPT, value=True),
    )
    diary = gap(runs=(replace(gap().runs[0], changes=changes),))
    back = way_back(diary, catalogue, diary.runs[0], at(30, 9))
    assert back is not None
    assert back.ended is not None
    assert back.ended.ended_on == back.run.started_on == at(30, 9).date()
    assert [change.what for change in back.run.changes] == [ONCE_A_DAY]
    assert (back.run.week(at(30, 9).date()), back.steps) == (1, ())
    assert lowered(open_at(diary, 30))


def test_a_run_begun_since_the_last_session_is_lowered_by_its_own_start_only(
    catalogue: Catalogue,
    at: At,
    gap: Make,
    make_run: MakeRun,
    open_at: Callable[..., Opened],
) -> None:
    first = replace(gap().runs[0], id="before", ended_on=at(9, 9).date())
    second = make_run(started_on=at(9, 9).date())
    diary = gap(runs=(first, second))
    before = levels(diary, second, catalogue, at(9, 9).date())
    back = way_back(diary, catalogue, second, at(11, 9))
    assert back is not None
    assert (back.told.rule, back.steps) == ("R-MISS-3", ())
    assert rungs(open_at(diary, 11)) == before
    assert way_back(diary, catalogue, second, at(12, 9)) is not None


@pytest.mark.parametrize(
    ("age", "rule"),
    [
        (0, None),
        (3, None),
        (4, "R-MISS-2"),
        (8, "R-MISS-3"),
        (15, "R-MISS-4"),
        (28, "R-MISS-4"),
        (29, "R-MISS-5"),
    ],
)
def test_a_run_begun_after_more_than_four_weeks_is_lighter_by_its_own_days(
    catalogue: Catalogue, at: At, gap: Make, make_run: MakeRun, age: int, rule: str | None
) -> None:
    """Longer away is never heavier: after 25 days half the sets, and after 60 no more."""
    begun = at(40, 9).date()
    first = replace(gap().runs[0], id="before", ended_on=begun)
    second = make_run(started_on=begun)
    diary = gap(runs=(first, second))
    back = way_back(diary, catalogue, second, at(40 + age, 9))
    assert (back.told.rule if back else None) == rule
    if back:
        assert (back.steps, back.told.facts["days"]) == ((), 39 + age)


@pytest.mark.parametrize(("moment", "steps"), [((0, 7), 2), ((0, 9), 0), ((5, 9), 0)])
def test_the_step_down_of_a_flare_up_is_the_only_one_in_its_gap(
    catalogue: Catalogue, at: At, gap: Make, moment: tuple[int, int], steps: int
) -> None:
    down = Decision(
        at=at(*moment),
        rule=R_FLARE,
        exercise=HEEL,
        from_="pause",
        to="floor",
        text="",
        accepted=True,
    )
    diary = gap(decisions=(down,))
    back = way_back(diary, catalogue, diary.runs[0], at(11, 9))
    assert back is not None
    assert (back.told.rule, len(back.steps)) == ("R-MISS-3", steps)
    assert ("one step easier" in back.told.text) is bool(steps)


def test_easy_sessions_of_a_flare_up_are_no_days_missed(
    catalogue: Catalogue, at: At, gap: Make, make_session: MakeSession
) -> None:
    easy = [make_session(day, Slot.EXTRA, program=EASY_DAY) for day in range(1, 8)]
    flares = (Flare(from_=at(1, 9).date(), to=at(7, 9).date()),)
    diary = gap(*easy, flares=flares)
    assert days_missed(diary, at(9, 9), catalogue.rules.count) == 1
    without = gap(flares=(Flare(from_=at(1, 9).date()),))
    assert days_missed(without, at(9, 9), catalogue.rules.count) == 8


def test_days_away_count_as_missed(catalogue: Catalogue, at: At, gap: Make) -> None:
    diary = gap(absences=(Absence(from_=at(1, 9).date(), to=at(9, 9).date()),))
    assert days_missed(diary, at(10, 9), catalogue.rules.count) == 9


def test_a_clock_put_back_and_another_zone_miss_nothing(
    catalogue: Catalogue, at: At, gap: Make, make_session: MakeSession
) -> None:
    rule = catalogue.rules.count
    diary = gap(make_session(1), make_session(20))
    assert days_missed(diary, at(2, 9), rule) == 0
    west = timezone(timedelta(hours=-11))
    assert days_missed(diary, at(20, 10).astimezone(west), rule) == 0  # the day before, there
    assert days_missed(diary, at(25, 1).astimezone(west), rule) == 3
    assert days_missed(diary, at(25, 1), rule) == 4


def test_the_night_of_the_summer_time_changes_no_day(
    catalogue: Catalogue, make_diary: Make, make_session: MakeSession
) -> None:
    summer, winter = timezone(timedelta(hours=2)), timezone(timedelta(hours=1))
    late = make_session(0, started_at=datetime(2026, 10, 24, 23, 50, tzinfo=summer))
    diary, rule = make_diary(late), catalogue.rules.count
    assert days_missed(diary, datetime(2026, 10, 25, 2, 30, tzinfo=winter), rule) == 0
    assert days_missed(diary, datetime(2026, 10, 28, 0, 5, tzinfo=winter), rule) == 3


def test_explain_tells_the_steps_and_their_reason(catalogue: Catalogue, at: At, gap: Make) -> None:
    found = explain(stored(gap(), catalogue, at(11, 9)), catalogue, at(11, 9))
    told = [say(item.told) for item in found.days[-1].told]
    assert told[0] == (
        "R-MISS-3: After 10 days without a session: one step easier, and one set fewer for 2 "
        "sessions."
    )
    why = "Why: 10 days without a session. Accepted."
    assert f"One-leg bridge, R-MISS-3: One step easier: two legs. {why}" in told
    assert "Clamshell: now at no band." in map(say, found.now)


def test_a_diary_edited_by_hand_is_read_as_far_as_it_goes(
    catalogue: Catalogue, at: At, gap: Make, open_at: Callable[..., Opened]
) -> None:
    odd = {"sessions": "many", "days": -3, "until": "soon"}
    for rule in ("R-MISS-2", "R-MISS-3", "R-MISS-4"):
        told = Decision(
            at=at(0, 10), rule=rule, exercise="", from_="", to="", facts=odd, text="", accepted=True
        )
        assert doses(open_at(gap(decisions=(told,)), 1)) <= {(2, 12, 15), (1, 12, 15)}


def test_another_program_does_not_end_what_is_lighter(
    catalogue: Catalogue,
    at: At,
    gap: Make,
    make_session: MakeSession,
    make_run: MakeRun,
    open_at: Callable[..., Opened],
) -> None:
    """R-MISS-4 holds for its week, and R-MISS-3 for its two sessions, whatever is trained."""
    for gone, doses_then in ((22, [(1, 12, 15)] * 2), (11, [(1, 12, 15), (2, 12, 15)])):
        first = make_session(gone, started_at=at(gone, 9))
        diary = stored(gap(), catalogue, at(gone, 9), first)
        today = at(gone, 10).date()
        old = replace(diary.runs[0], id="before", ended_on=today)
        new = make_run(started_on=today, created_at=at(gone, 10))
        diary = replace(diary, runs=(old, new))
        assert doses(open_at(diary, gone, 11)) == {doses_then[0]}
        second = make_session(gone + 1)
        diary = replace(diary, sessions=(*diary.sessions, second))
        assert doses(open_at(diary, gone + 2)) == {doses_then[1]}


def test_a_session_dropped_before_another_program_makes_nothing_forgotten(
    catalogue: Catalogue,
    at: At,
    gap: Make,
    make_session: MakeSession,
    make_run: MakeRun,
    open_at: Callable[..., Opened],
) -> None:
    dropped = make_session(11, state=SessionState.DISCARDED)
    diary = stored(gap(), catalogue, at(11, 8), dropped)
    today = at(11, 10).date()
    old = replace(diary.runs[0], id="before", ended_on=today)
    new = make_run(started_on=today, created_at=at(11, 10))
    assert doses(open_at(replace(diary, runs=(old, new)), 11, 11)) == {(1, 12, 15)}


def test_what_was_told_before_the_program_started_again_is_over(
    catalogue: Catalogue,
    at: At,
    gap: Make,
    make_session: MakeSession,
    open_at: Callable[..., Opened],
) -> None:
    """One of the two sessions of R-MISS-3 was done; then more than four weeks are missed."""
    diary = stored(gap(), catalogue, at(11, 9), make_session(11, started_at=at(11, 9)))
    assert doses(open_at(diary, 12)) == {(1, 12, 15)}
    assert doses(open_at(diary, 41)) == {(2, 12, 15)}
    told = why_lighter(diary, catalogue, diary.runs[0], at(41, 9))
    assert told is not None
    assert "the program starts again" in say(told)


def test_a_program_that_starts_again_keeps_no_dose_above_its_first_week(
    catalogue: Catalogue, at: At, gap: Make, open_at: Callable[..., Opened]
) -> None:
    wanted: dict[str, dict[str, str | int]] = {
        CLAM: {"sets": 5, "low": 20, "high": 30, "hold": 6, "pause": 3, "rest": 60},
        HEEL: {"sets": 1, "low": 8, "high": 10, "hold": 0, "sides": "left"},
    }
    changes = tuple(
        Change(at=at(0, 6), exercise=name, what=what, value=value)
        for name, values in wanted.items()
        for what, value in values.items()
    )
    diary = gap(runs=(replace(gap().runs[0], changes=changes),))
    clam, heel, _ = open_at(diary, 29).parts
    assert (clam.dose.sets, clam.dose.low, clam.hold) == (3, 20, 6)
    clam, heel, _ = open_at(diary, 30).parts
    assert (clam.dose.sets, clam.dose.low, clam.dose.high, clam.hold) == (2, 12, 15, 2)
    assert clam.rest == 60
    assert (heel.dose.sets, heel.dose.low, heel.dose.high, heel.hold) == (1, 8, 10, 0)
    assert [side.value for side in heel.sides] == ["left"]


def test_a_dose_chosen_higher_after_a_lower_one_leaves_the_programs_own(
    catalogue: Catalogue, at: At, gap: Make
) -> None:
    changes = tuple(
        Change(at=at(0, hour), exercise=CLAM, what="sets", value=sets)
        for hour, sets in ((6, 1), (7, 4))
    )
    diary = gap(runs=(replace(gap().runs[0], changes=changes),))
    back = way_back(diary, catalogue, diary.runs[0], at(30, 9))
    assert back is not None
    assert back.run.changes == ()


def test_sets_that_end_at_one_number_are_as_they_are_after_a_week(
    catalogue: Catalogue, at: At, make_diary: Make, make_session: MakeSession, make_run: MakeRun
) -> None:
    """Nothing is told that is not so: in its first two weeks the program has 1 x 10."""
    run = make_run("hips-five-hold")
    first = replace(
        catalogue.programs[run.program],
        blocks=catalogue.programs[run.program].blocks[:1],
    )
    assert {one.low == one.high for one in first.prescriptions(1)} == {True, False}
    changes = tuple(
        Change(at=at(0, 6), exercise=name, what="low", value=10)
        for one in first.prescriptions(1)
        for name in one.exercises
    )
    run = replace(run, changes=changes)
    diary = make_diary(make_session(0), runs=(run,))
    assert why_lighter(diary, catalogue, run, at(6, 9)) is None
    assert way_back(diary, catalogue, replace(run, changes=()), at(6, 9)) is not None


def test_a_restart_is_dated_when_its_run_was_stored(
    catalogue: Catalogue,
    at: At,
    gap: Make,
    make_session: MakeSession,
) -> None:
    """That is after the session's own start; what was told before it is over all the same."""
    dropped = make_session(15, state=SessionState.DISCARDED)
    diary = stored(gap(), catalogue, at(15, 8), dropped)
    now = at(30, 9)
    back = way_back(diary, catalogue, diary.runs[0], now)
    assert back is not None
    assert back.ended is not None
    shown = opened(diary, catalogue, diary.runs[0], now, Slot.MORNING)
    begun = now + timedelta(seconds=1)
    new = replace(back.run, id="new", created_at=begun)
    told = replace(back.told, at=begun)
    diary = replace(diary, runs=(back.ended, new), decisions=(*diary.decisions, told))
    assert opened(diary, catalogue, new, now, Slot.MORNING).parts == shown.parts
    assert doses(shown) == {(2, 12, 15)}
