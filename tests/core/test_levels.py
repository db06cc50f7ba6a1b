"""Levels: where each exercise starts, and what decisions make of it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta, timezone

import pytest

from hipcoach.core.catalogue import Catalogue
from hipcoach.core.diary import Diary
from hipcoach.core.exercise import Exercise
from hipcoach.core.levels import (
    higher_rungs,
    levels,
    missing_bands,
    owned_levels,
    start_rung,
    steps,
)
from hipcoach.core.program import Prescription
from hipcoach.core.run import (
    ONE_LEG_BRIDGE,
    RUNG,
    Band,
    Change,
    Decision,
    Run,
    Settings,
)

START = date(2026, 11, 2)
ZONE = timezone(timedelta(hours=1))
TWICE, BAND, DIRECTIONS = "hips-three-twice", "band-abductors-3wk", "all-directions"
CLAM, HEEL, BRIDGE = "clamshell-band", "quadruped-hip-extension", "single-leg-bridge"


def at(day: int, hour: int = 9) -> datetime:
    return datetime(START.year, START.month, START.day, hour, tzinfo=ZONE) + timedelta(days=day)


def on(day: int) -> date:
    return at(day).date()


def run(program: str = TWICE, first: int = 0, last: int | None = None, *changes: Change) -> Run:
    return Run(
        id=f"{program} {first}",
        program=program,
        program_version=1,
        started_on=on(first),
        ended_on=None if last is None else on(last),
        changes=changes,
    )


def decided(day: int, exercise: str, to: str, *, accepted: bool = True) -> Decision:
    return Decision(
        at=at(day), rule="R-UP", exercise=exercise, from_="", to=to, text="", accepted=accepted
    )


def owning(*colours: str) -> Settings:
    return Settings(bands=tuple(Band(colour=colour) for colour in colours))


def prescription(catalogue: Catalogue, program: str, exercise: str) -> Prescription:
    asked = catalogue.programs[program].prescriptions(1)
    return next(found for found in asked if exercise in found.exercises)


# Starting rungs


@pytest.mark.parametrize(
    ("owned", "rung"),
    [
        (None, "yellow"),  # not asked yet: as the program says
        ({1, 2, 3}, "yellow"),
        ({2, 3}, "red"),
        ({3}, "none"),  # too heavy to start with
        (set(), "none"),
    ],
)
def test_a_band_exercise_starts_with_the_lightest_band(
    catalogue: Catalogue, owned: set[int] | None, rung: str
) -> None:
    asked = prescription(catalogue, TWICE, CLAM)
    assert start_rung(asked, catalogue.exercises[CLAM], run(), owned).id == rung


def test_without_a_band_the_clamshell_is_the_one_without(catalogue: Catalogue) -> None:
    asked = prescription(catalogue, TWICE, CLAM)
    assert start_rung(asked, catalogue.exercises[CLAM], run(), set()).exercise == "clamshell"


def only_banded(exercise: Exercise) -> Exercise:
    return replace(exercise, ladder=tuple(r for r in exercise.ladder if r.resistance.level))


def test_a_ladder_without_a_bare_rung_keeps_the_programs_start(catalogue: Catalogue) -> None:
    banded = only_banded(catalogue.exercises[CLAM])
    asked = prescription(catalogue, TWICE, CLAM)
    assert start_rung(asked, banded, run(), set()).id == "yellow"


@pytest.mark.parametrize(
    ("answer", "rung"), [(True, "knee-straight"), (False, "two-legs"), (None, "two-legs")]
)
def test_the_bridge_starts_on_one_leg_only_if_six_tidy_ones_are_possible(
    catalogue: Catalogue, answer: bool | None, rung: str
) -> None:
    changes = [] if answer is None else [Change(at=at(0), what=ONE_LEG_BRIDGE, value=answer)]
    asked = prescription(catalogue, TWICE, BRIDGE)
    bridge = catalogue.exercises[BRIDGE]
    assert start_rung(asked, bridge, run(TWICE, 0, None, *changes), None).id == rung


def test_the_answer_about_the_bridge_moves_no_other_exercise(catalogue: Catalogue) -> None:
    able = Change(at=at(0), what=ONE_LEG_BRIDGE, value=True)
    of = run(TWICE, 0, None, able)
    found = levels(Diary(runs=(of,)), of, catalogue, on(0))
    assert found == {CLAM: "yellow", HEEL: "none", BRIDGE: "knee-straight"}


def test_a_stand_in_starts_at_the_foot_of_its_own_ladder(catalogue: Catalogue) -> None:
    asked = prescription(catalogue, DIRECTIONS, HEEL)
    assert asked.exercises[1] == HEEL
    assert start_rung(asked, catalogue.exercises[HEEL], run(DIRECTIONS), {1}).id == "none"


def test_every_exercise_of_every_program_has_a_level(catalogue: Catalogue) -> None:
    for name, program in catalogue.programs.items():
        of = run(name)
        found = levels(Diary(runs=(of,), settings=owning()), of, catalogue, on(0))
        asked = {e for b in program.blocks for p in b.prescriptions for e in p.exercises}
        assert found.keys() == asked
        for exercise, rung in found.items():
            assert catalogue.exercises[exercise].rung(rung)


def test_a_program_that_changes_its_weeks_keeps_the_first_start(catalogue: Catalogue) -> None:
    program = catalogue.programs[TWICE]
    first = program.blocks[0]
    later = tuple(replace(asked, start=None) for asked in first.prescriptions)
    changed = replace(program, blocks=(first, replace(first, from_week=3, prescriptions=later)))
    content = replace(catalogue, programs={TWICE: changed})
    assert levels(Diary(runs=(run(),)), run(), content, on(20))[CLAM] == "yellow"


def test_owned_colours_are_levels(catalogue: Catalogue) -> None:
    assert owned_levels(Settings(), catalogue) is None
    assert owned_levels(owning(), catalogue) == frozenset()
    assert owned_levels(owning("green", "yellow", "pink"), catalogue) == {1, 3}


# The fold


def level(catalogue: Catalogue, diary: Diary, day: int, exercise: str = CLAM) -> str:
    return levels(diary, diary.runs[-1], catalogue, on(day))[exercise]


def test_accepted_decisions_move_the_level_from_their_day_on(catalogue: Catalogue) -> None:
    diary = Diary(runs=(run(),), decisions=(decided(10, CLAM, "red"), decided(17, CLAM, "green")))
    assert [level(catalogue, diary, day) for day in (9, 10, 16, 17, 40)] == [
        "yellow",
        "red",
        "red",
        "green",
        "green",
    ]
    assert level(catalogue, diary, 40, HEEL) == "none"


def test_declined_decisions_move_nothing(catalogue: Catalogue) -> None:
    diary = Diary(runs=(run(),), decisions=(decided(10, CLAM, "red", accepted=False),))
    assert level(catalogue, diary, 40) == "yellow"


def test_the_later_decision_wins_however_they_are_stored(catalogue: Catalogue) -> None:
    diary = Diary(runs=(run(),), decisions=(decided(12, CLAM, "green"), decided(10, CLAM, "red")))
    assert level(catalogue, diary, 40) == "green"


def test_the_users_own_change_takes_its_place_in_time(catalogue: Catalogue) -> None:
    own = Change(at=at(11), what=RUNG, exercise=CLAM, value="none")
    other = Change(at=at(12), what="sets", exercise=CLAM, value=3)
    of = run(TWICE, 0, None, own, other)
    diary = Diary(runs=(of,), decisions=(decided(10, CLAM, "red"), decided(14, CLAM, "yellow")))
    assert [level(catalogue, diary, day) for day in (10, 11, 13, 14)] == [
        "red",
        "none",
        "none",
        "yellow",
    ]
    assert len(steps(diary, of, on(11))) == 2


def test_what_no_ladder_has_is_passed_over(catalogue: Catalogue) -> None:
    decisions = (decided(3, CLAM, "platinum"), decided(4, "handstand", "none"))
    diary = Diary(runs=(run(),), decisions=decisions)
    assert level(catalogue, diary, 9) == "yellow"
    assert "handstand" not in levels(diary, diary.runs[0], catalogue, on(9))


def test_decisions_of_another_time_belong_to_another_run(catalogue: Catalogue) -> None:
    of = run(TWICE, 10, 20)
    decisions = (decided(9, CLAM, "green"), decided(21, CLAM, "green"))
    diary = Diary(runs=(of,), decisions=decisions)
    assert level(catalogue, diary, 40) == "yellow"


def test_a_program_that_is_gone_has_no_levels(catalogue: Catalogue) -> None:
    of = run("my-own")
    assert levels(Diary(runs=(of,)), of, catalogue, on(3)) == {}


# Another run


def test_shared_exercises_start_one_rung_lower_in_the_next_run(catalogue: Catalogue) -> None:
    first, second = run(TWICE, 0, 42), run(TWICE, 43)
    decisions = (decided(10, CLAM, "red"), decided(20, CLAM, "green"))
    diary = Diary(runs=(first, second), decisions=decisions, settings=owning("yellow", "red"))
    assert level(catalogue, diary, 43) == "red"
    assert level(catalogue, diary, 43, BRIDGE) == "two-legs"  # nothing is lower


def test_the_lower_rung_is_one_that_the_user_can_do(catalogue: Catalogue) -> None:
    first, second = run(TWICE, 0, 42), run(TWICE, 43)
    diary = Diary(
        runs=(first, second), decisions=(decided(10, CLAM, "green"),), settings=owning("yellow")
    )
    assert level(catalogue, diary, 43) == "yellow"


def test_exercises_that_are_new_start_as_the_program_says(catalogue: Catalogue) -> None:
    first, second = run(BAND, 0, 20), run(TWICE, 21)
    assert level(catalogue, Diary(runs=(first, second)), 21) == "yellow"


def test_a_run_that_never_ended_hands_on_its_level_of_that_day(catalogue: Catalogue) -> None:
    first, second = run(TWICE, 0), run(TWICE, 43)
    decisions = (decided(10, CLAM, "green"), decided(50, CLAM, "none"))
    diary = Diary(runs=(first, second), decisions=decisions[:1])
    assert level(catalogue, diary, 43) == "red"
    assert levels(replace(diary, decisions=decisions), second, catalogue, on(43))[CLAM] == "red"


def test_only_the_run_before_counts(catalogue: Catalogue) -> None:
    runs = (run(TWICE, 0, 9), run(BAND, 10, 19), run(TWICE, 20))
    diary = Diary(runs=runs, decisions=(decided(3, CLAM, "green"),))
    assert level(catalogue, diary, 20) == "yellow"


def test_of_two_runs_begun_on_one_day_the_later_one_is_the_run_before(
    catalogue: Catalogue,
) -> None:
    """Another program, chosen by mistake and changed back on the same day, hands on nothing."""
    chosen = Change(at=at(0), exercise=HEEL, what=RUNG, value="yellow")
    mistake = replace(run(DIRECTIONS, 0, 0), id="1")
    before, after = replace(run(TWICE, 0, 9, chosen), id="2"), replace(run(TWICE, 9), id="3")
    diary = Diary(runs=(mistake, before, after))
    assert level(catalogue, diary, 9, HEEL) == "hold-4"


@pytest.mark.parametrize(
    ("name", "here", "owned", "higher", "missing"),
    [
        (CLAM, "yellow", {1, 2, 3}, ["red"], ()),
        (CLAM, "yellow", {1, 3}, [], (2,)),
        (CLAM, "none", {2, 3}, ["red"], (1,)),
        (CLAM, "none", {3}, [], (1, 2)),
        (CLAM, "none", None, ["yellow", "red"], ()),
        (CLAM, "green", {1, 2, 3}, [], ()),
        (HEEL, "weight-2", set(), ["straight-leg", "bird-dog"], ()),
        (HEEL, "green", set(), ["weight-0.5", "weight-1", "weight-1.5"], ()),
    ],
)
def test_the_rungs_above_are_those_whose_band_is_owned_and_at_most_one_level_stronger(
    catalogue: Catalogue,
    name: str,
    here: str,
    owned: set[int] | None,
    higher: list[str],
    missing: tuple[int, ...],
) -> None:
    ladder = catalogue.exercises[name]
    found = higher_rungs(ladder.ladder, ladder.rung(here), owned)
    assert [rung.id for rung in found][: len(higher)] == higher
    assert bool(found) == bool(higher)
    assert missing_bands(ladder.ladder, ladder.rung(here), owned) == missing
