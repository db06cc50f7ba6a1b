"""The five programs against the product's doses."""

from __future__ import annotations

import pytest

from hipcoach.core.parts import part
from hipcoach.core.run import Times
from hipcoach.core.tempo import PhaseKind
from hipcoach.core.timeline import length

# id: weeks, days a week, sessions a day, check-ins, short check-ins
SHAPES = {
    "hips-three-twice": (6, 7, 2, (0, 3, 6), (2,)),
    "hips-five-hold": (6, 3, 1, (0, 3, 6), ()),
    "band-abductors-3wk": (3, 7, 1, (0, 3), ()),
    "hip-plus-trunk-6wk": (6, 3, 1, (0, 3, 6), ()),
    "all-directions": (6, 3, 1, (0, 3, 6), ()),
}

# (program, week): per prescription exercises / sets x low-high, starting rung
DOSES = {
    ("hips-three-twice", 1): """
        clamshell-band / 2 x 12-15, yellow
        quadruped-hip-extension / 2 x 12-15
        single-leg-bridge / 2 x 12-15, two-legs or knee-straight
    """,
    ("hips-five-hold", 1): """
        clamshell / 1 x 10-10, none
        side-lying-hip-abduction / 1 x 10-10
        quadruped-hip-extension / 1 x 10-10
        cook-hip-lift / 1 x 10-10
        lateral-step-down / 1 x 8-10, step-10
    """,
    ("hips-five-hold", 3): """
        clamshell / 2 x 12-15, none
        side-lying-hip-abduction / 2 x 12-15
        quadruped-hip-extension / 2 x 12-15
        cook-hip-lift / 2 x 8-12
        lateral-step-down / 2 x 8-10, step-10
    """,
    ("band-abductors-3wk", 1): """
        standing-band-abduction / 3 x 10-12, yellow
        standing-band-abduction-45 / 3 x 10-12, yellow
    """,
    ("hip-plus-trunk-6wk", 1): """
        hip-rotation-mobility / 1 x 8-8
        abdominal-brace / 1 x 8-10
        dead-bug / 2 x 6-10, arm-and-leg
        bird-dog / 2 x 6-10, arm-and-leg
        side-plank / 2 x 1-1
        standing-band-hip-flexion / 1 x 10-15, yellow
        standing-band-abduction / 1 x 10-12, yellow
        standing-band-hip-extension / 1 x 10-15, yellow
        cook-hip-lift or two-leg-bridge / 1 x 8-15
    """,
    ("hip-plus-trunk-6wk", 4): """
        hip-rotation-mobility / 1 x 8-8
        abdominal-brace / 1 x 8-10
        dead-bug / 2 x 6-10, arm-and-leg
        bird-dog / 2 x 6-10, arm-and-leg
        side-plank / 2 x 1-1
        standing-band-hip-flexion / 2 x 10-15, yellow
        standing-band-abduction / 2 x 10-12, yellow
        standing-band-hip-extension / 2 x 10-15, yellow
        cook-hip-lift or two-leg-bridge / 2 x 8-15
    """,
    ("all-directions", 1): """
        hip-rotation-mobility / 1 x 8-8
        standing-band-hip-extension or quadruped-hip-extension / 2 x 10-15, yellow
        standing-band-hip-flexion / 2 x 10-15, yellow
        standing-band-abduction or side-lying-hip-abduction / 2 x 10-12, yellow
        standing-band-hip-adduction or side-lying-hip-adduction / 2 x 10-15, yellow
        seated-band-internal-rotation / 2 x 10-15, yellow
        seated-band-external-rotation / 2 x 10-15, yellow
    """,
}

# (program, week): the minutes that the source states at the lower bound
MINUTES = {
    ("hips-three-twice", 1): 15,  # on two legs; 18 on one
    ("hips-five-hold", 1): 14,
    ("hips-five-hold", 3): 32,
    ("band-abductors-3wk", 1): 13,
    ("hip-plus-trunk-6wk", 1): 24,
    ("hip-plus-trunk-6wk", 4): 34,
    ("all-directions", 1): 31 + 4,
}


def line(asked):
    starts = " or ".join(start for start in (asked.start, asked.clean_start) if start)
    dose = f"{asked.sets} x {asked.low}-{asked.high}"
    return f"{' or '.join(asked.exercises)} / {dose}" + (f", {starts}" if starts else "")


def test_all_five_are_there(catalogue):
    assert list(catalogue.programs) == list(SHAPES)


@pytest.mark.parametrize("name", SHAPES)
def test_weeks_days_and_check_ins(catalogue, name):
    program = catalogue.programs[name]
    assert SHAPES[name] == (
        program.weeks,
        program.days_per_week,
        program.sessions_per_day,
        program.check_ins,
        program.short_check_ins,
    )
    assert program.version == 1


def test_blocks_begin_where_the_dose_changes(catalogue):
    weeks = {name: [b.from_week for b in p.blocks] for name, p in catalogue.programs.items()}
    assert weeks == {
        "hips-three-twice": [1],
        "hips-five-hold": [1, 3],
        "band-abductors-3wk": [1],
        "hip-plus-trunk-6wk": [1, 4],
        "all-directions": [1],
    }


@pytest.mark.parametrize(("name", "week"), DOSES)
def test_exercises_doses_and_starting_rungs(catalogue, name, week):
    told = [line(asked) for asked in catalogue.programs[name].prescriptions(week)]
    assert told == [row.strip() for row in DOSES[name, week].strip().splitlines()]


def seconds(program, week):
    return [
        asked.tempo and {str(kind): value for kind, value in asked.tempo.items()}
        for asked in program.prescriptions(week)
    ]


def test_tempos_of_their_own(catalogue):
    three = {"lift": 2, "hold": 2, "lower": 2, "pause": 0}
    every = {"lift": 2, "hold": 1, "lower": 3, "pause": 1}
    programs = catalogue.programs
    assert seconds(programs["hips-three-twice"], 1) == [three] * 3
    assert seconds(programs["all-directions"], 1) == [None, *[every] * 6]
    others = ("hips-five-hold", "band-abductors-3wk", "hip-plus-trunk-6wk")
    assert all(tempo is None for name in others for tempo in seconds(programs[name], 4))


def test_only_the_side_plank_has_a_rest_of_its_own(catalogue):
    rests = {
        (asked.exercises[0], asked.rest)
        for program in catalogue.programs.values()
        for block in program.blocks
        for asked in block.prescriptions
        if asked.rest is not None
    }
    assert rests == {("side-plank", 20)}


def made(catalogue, prescriptions):
    """The session's parts, on the starting rungs."""
    found = []
    for asked in prescriptions:
        exercise = catalogue.exercises[asked.exercises[0]]
        rung = exercise.rung(asked.start) if asked.start else exercise.ladder[0]
        found.append(part(asked, exercise, rung, catalogue, Times()))
    return found


@pytest.mark.parametrize(("name", "week"), MINUTES)
def test_a_session_lasts_as_long_as_the_source_says(catalogue, name, week):
    parts = made(catalogue, catalogue.programs[name].prescriptions(week))
    minutes = length(parts, Times(), catalogue.postures) / 60
    assert minutes == pytest.approx(MINUTES[name, week], abs=1.1)


def test_the_four_hold_exercises_hold_for_two_seconds_and_the_step_down_does_not(catalogue):
    parts = made(catalogue, catalogue.programs["hips-five-hold"].prescriptions(1))
    assert [found.hold for found in parts] == [2, 2, 2, 2, 0]


def test_no_program_starts_above_the_lightest_band(catalogue):
    for program in catalogue.programs.values():
        for found in made(catalogue, program.prescriptions(1)):
            assert found.rung.resistance.level <= 1


def test_the_easy_day_is_one_set_of_eight_without_a_band(catalogue):
    assert [line(asked) for asked in catalogue.easy_day] == [
        "abdominal-brace / 1 x 8-8",
        "two-leg-bridge or clamshell / 1 x 8-8",
    ]
    kit = {
        name
        for asked in catalogue.easy_day
        for exercise in asked.exercises
        for name in catalogue.exercises[exercise].kit
    }
    assert kit == {"mat", "pillow"}


def test_optional_stretching_is_in_no_program(catalogue):
    asked = {
        exercise
        for program in catalogue.programs.values()
        for block in program.blocks
        for prescription in block.prescriptions
        for exercise in prescription.exercises
    }
    assert "hip-flexor-mobility" not in asked


def test_seconds_by_kind_are_those_of_a_repetition(catalogue):
    kinds = {
        kind
        for program in catalogue.programs.values()
        for block in program.blocks
        for asked in block.prescriptions
        for kind in asked.tempo or ()
    }
    assert kinds == {PhaseKind.LIFT, PhaseKind.HOLD, PhaseKind.LOWER, PhaseKind.PAUSE}
