"""The ladders and the resistance scale: rungs from easiest to hardest, and what each one loads."""

from __future__ import annotations

import pytest

from hipcoach.core.exercise import ResistanceKind

BANDS = ["yellow", "red", "green", "blue", "black"]

LADDERS = {
    "clamshell": ["none", *BANDS[:3], "side-lying-leg-lift"],
    "clamshell-band": ["none", *BANDS[:3]],
    "side-lying-hip-abduction": [
        *("none", "weight-0.5", "weight-1", "weight-1.5", "weight-2", "yellow"),
    ],
    "quadruped-hip-extension": [
        *("none", "hold-4", *BANDS[:3]),
        *("weight-0.5", "weight-1", "weight-1.5", "weight-2", "straight-leg", "bird-dog"),
    ],
    "two-leg-bridge": ["none", "yellow", "heels-further", "one-leg"],
    "single-leg-bridge": [
        *("two-legs", "up-two-down-one", "knee-bent", "knee-straight"),
        *("arms-crossed", "foot-on-step"),
    ],
    "cook-hip-lift": ["towel", "smaller-ball", "hold-4", "hands-free"],
    "lateral-step-down": ["step-5", "step-10", "step-15", "step-20", "weight-1", "weight-2"],
    "standing-band-abduction": ["none", *BANDS],
    "standing-band-abduction-45": ["none", *BANDS],
    "standing-band-hip-flexion": ["none", *BANDS[:4], "straight-leg"],
    "standing-band-hip-extension": ["none", *BANDS],
    "standing-band-hip-adduction": ["none", *BANDS[:4]],
    "side-lying-hip-adduction": ["none", "hold-4", "weight-0.5", "weight-1", "yellow"],
    "seated-band-internal-rotation": ["none", *BANDS[:3]],
    "seated-band-external-rotation": ["none", *BANDS[:3]],
    "abdominal-brace": ["none", "reps-9", "reps-10", "dead-bug"],
    "dead-bug": ["heel-taps", "leg-only", "arm-and-leg", "yellow"],
    "bird-dog": ["leg-only", "arm-and-leg", "hold-8", "squares"],
    "side-plank": [
        f"{on}-{seconds}" for on in ("knees", "feet", "top-leg") for seconds in (10, 15, 20, 25, 30)
    ],
    "hip-flexor-mobility": ["none"],
    "hip-rotation-mobility": ["none"],
}

# Where a rung changes the exercise
CHANGES = {
    ("clamshell", "yellow"): "clamshell-band",
    ("clamshell", "red"): "clamshell-band",
    ("clamshell", "green"): "clamshell-band",
    ("clamshell", "side-lying-leg-lift"): "side-lying-hip-abduction",
    ("clamshell-band", "none"): "clamshell",
    ("quadruped-hip-extension", "bird-dog"): "bird-dog",
    ("two-leg-bridge", "one-leg"): "single-leg-bridge",
    ("single-leg-bridge", "two-legs"): "two-leg-bridge",
    ("standing-band-hip-extension", "none"): "quadruped-hip-extension",
    ("standing-band-hip-adduction", "none"): "side-lying-hip-adduction",
    ("side-lying-hip-adduction", "yellow"): "standing-band-hip-adduction",
    ("abdominal-brace", "dead-bug"): "dead-bug",
}


@pytest.mark.parametrize("name", LADDERS)
def test_ladder_from_easiest_to_hardest(catalogue, name):
    assert [rung.id for rung in catalogue.exercises[name].ladder] == LADDERS[name]


def test_rungs_that_change_the_exercise(catalogue):
    changes = {
        (exercise.id, rung.id): rung.exercise
        for exercise in catalogue.exercises.values()
        for rung in exercise.ladder
        if rung.exercise
    }
    assert changes == CHANGES


def test_a_rung_named_after_a_band_or_a_weight_has_it_and_says_so(catalogue):
    colours = {band.colour: level for level, band in catalogue.bands.items()}
    loaded = 0
    for exercise in catalogue.exercises.values():
        for rung in exercise.ladder:
            assert rung.resistance.level == colours.get(rung.id, 0)
            weight = float(rung.id.removeprefix("weight-")) if "weight-" in rung.id else 0
            assert rung.resistance.kilograms == weight
            if rung.resistance.kind is not ResistanceKind.NONE:
                loaded += 1
                assert (f"{weight:g} kg" if weight else f"{rung.id} band") in rung.text
    assert loaded == 54


def test_a_hold_rung_says_its_seconds(catalogue):
    holds = {
        (exercise.id, rung.id): (rung.hold, rung.text)
        for exercise in catalogue.exercises.values()
        for rung in exercise.ladder
        if rung.hold is not None and exercise.id != "side-plank"
    }
    assert holds == {
        ("quadruped-hip-extension", "hold-4"): (4, "4 s pause"),
        ("cook-hip-lift", "hold-4"): (4, "4 s pause"),
        ("side-lying-hip-adduction", "hold-4"): (4, "4 s pause"),
        ("bird-dog", "hold-8"): (8, "8 s pause"),
    }


def test_the_side_plank_climbs_from_10_to_30_seconds_in_each_position(catalogue):
    ladder = catalogue.exercises["side-plank"].ladder
    assert [rung.hold for rung in ladder] == [10, 15, 20, 25, 30] * 3
    assert all(rung.text.endswith(f", {rung.hold:g} s") for rung in ladder)


def test_the_brace_climbs_by_one_repetition_from_8_to_10(catalogue):
    given = [
        (exercise.id, rung.reps, rung.text)
        for exercise in catalogue.exercises.values()
        for rung in exercise.ladder
        if rung.reps is not None
    ]
    assert given == [("abdominal-brace", n, f"{n} repetitions") for n in (8, 9, 10)]


def test_by_which_rule_and_from_how_many_repetitions_an_exercise_goes_up(catalogue):
    own = {e.id: (e.step.rule, e.step.reps) for e in catalogue.exercises.values()}
    special = {name: rule for name, rule in own.items() if rule != ("R-UP", None)}
    assert special == {
        "side-lying-hip-abduction": ("R-UP-ABD", 15),
        "lateral-step-down": ("R-UP-STEP", 10),
        "abdominal-brace": ("R-UP-HOLD", None),
        "side-plank": ("R-UP-HOLD", None),
    }


def test_the_one_leg_bridge_asks_for_six_tidy_ones_and_is_else_done_on_two(catalogue):
    gates = {e.id: (e.gate.reps, e.gate.rung) for e in catalogue.exercises.values() if e.gate}
    assert gates == {"single-leg-bridge": (6, "two-legs")}


def test_the_brace_leaves_its_ten_second_hold_behind_with_the_brace(catalogue):
    rung = catalogue.exercises["abdominal-brace"].rung("dead-bug")
    dead_bug = {phase.kind: phase.seconds for phase in catalogue.exercises["dead-bug"].tempo}
    assert rung.tempo == dead_bug


def test_ladders_of_the_same_exercise_lead_through_the_same_resistances(catalogue):
    exercises = catalogue.exercises
    for one, other in (
        ("standing-band-abduction", "standing-band-abduction-45"),
        ("seated-band-internal-rotation", "seated-band-external-rotation"),
    ):
        assert exercises[one].ladder == exercises[other].ladder
        assert exercises[one].easier == exercises[other].easier
        assert exercises[one].avoid == exercises[other].avoid
        assert exercises[one].kit == exercises[other].kit


def test_every_band_exercise_has_a_version_without_one(catalogue):
    for exercise in catalogue.exercises.values():
        if any(catalogue.kit[name].is_band for name in exercise.kit):
            first = exercise.ladder[0]
            assert first.id == "none"
            done = catalogue.exercises[first.exercise or exercise.id]
            still_banded = any(catalogue.kit[name].is_band for name in done.kit)
            assert not (first.exercise and still_banded)


def test_the_resistance_scale(catalogue):
    scale = [(band.level, band.colour, band.kilograms) for band in catalogue.bands.values()]
    assert scale == [
        (1, "yellow", 1.4),
        (2, "red", 1.7),
        (3, "green", 2.1),
        (4, "blue", 2.6),
        (5, "black", 3.3),
        (6, "silver", 4.6),
        (7, "gold", 6.4),
    ]
