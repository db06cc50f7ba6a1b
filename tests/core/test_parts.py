"""Parts: which exercise, rung, dose and tempo a prescription comes to."""

from __future__ import annotations

from dataclasses import replace

import pytest

from hipcoach.core.catalogue import Catalogue
from hipcoach.core.exercise import Resistance, ResistanceKind
from hipcoach.core.parts import (
    HALF_RANGE,
    Part,
    chosen,
    easier,
    fewer,
    has_band,
    needs_band,
    part,
)
from hipcoach.core.program import Prescription
from hipcoach.core.run import Times
from hipcoach.core.tempo import PhaseKind, tempo_text


def prescription(catalogue: Catalogue, program: str, exercise: str) -> Prescription:
    found = catalogue.programs[program].prescriptions(6)
    return next(p for p in found if exercise in p.exercises)


def settled(catalogue: Catalogue, program: str, exercise: str, rung: str) -> Part:
    ladder = catalogue.exercises[exercise]
    asked = prescription(catalogue, program, exercise)
    return part(asked, ladder, ladder.rung(rung), catalogue, Times())


def test_the_programs_tempo_wins_over_the_exercises(catalogue: Catalogue) -> None:
    three = settled(catalogue, "hips-three-twice", "quadruped-hip-extension", "none")
    five = settled(catalogue, "hips-five-hold", "quadruped-hip-extension", "none")
    assert tempo_text(three.tempo) == "2/2/2/0"
    assert tempo_text(five.tempo) == "2/2/3/1"


def test_a_rungs_hold_wins_over_both(catalogue: Catalogue) -> None:
    held = settled(catalogue, "hips-three-twice", "quadruped-hip-extension", "hold-4")
    assert (held.hold, tempo_text(held.tempo)) == (4, "2/4/2/0")


def test_a_rung_that_changes_the_exercise_keeps_dose_and_tempo(catalogue: Catalogue) -> None:
    bridge = settled(catalogue, "hips-three-twice", "single-leg-bridge", "two-legs")
    assert bridge.exercise.id == "two-leg-bridge"
    assert bridge.ladder.id == "single-leg-bridge"
    assert (bridge.dose.low, bridge.dose.high) == (12, 15)
    assert tempo_text(bridge.tempo) == "2/2/2/0"


@pytest.mark.parametrize("owned", [False, True])
def test_the_second_exercise_stands_in_without_a_band(catalogue: Catalogue, owned: bool) -> None:
    both = [
        p for p in catalogue.programs["all-directions"].prescriptions(1) if len(p.exercises) == 2
    ]
    assert both
    for asked in both:
        done = chosen(asked, catalogue, bands_owned=owned)
        assert done.id == asked.exercises[0 if owned else 1]
        assert needs_band(done, catalogue) is owned


def test_a_single_exercise_needs_no_stand_in(catalogue: Catalogue) -> None:
    asked = prescription(catalogue, "hips-three-twice", "clamshell-band")
    assert chosen(asked, catalogue, bands_owned=False).id == "clamshell-band"


def test_rest_is_the_prescriptions_or_the_settings(catalogue: Catalogue) -> None:
    plank = settled(catalogue, "hip-plus-trunk-6wk", "side-plank", "knees-10")
    assert plank.rest == 20
    assert settled(catalogue, "hips-three-twice", "quadruped-hip-extension", "none").rest == 30


def test_easier_walks_down_the_ladder_and_then_halves_the_range(catalogue: Catalogue) -> None:
    now = settled(catalogue, "hips-three-twice", "clamshell-band", "red")
    assert has_band(now)
    seen = []
    for _ in range(4):
        now = easier(now, catalogue)
        seen.append((now.exercise.id, now.rung.id))
    assert seen == [
        ("clamshell-band", "yellow"),
        ("clamshell", "none"),
        ("clamshell", HALF_RANGE),
        ("clamshell", HALF_RANGE),
    ]
    assert not has_band(now)
    assert tempo_text(now.tempo) == "2/2/2/0"


def alone(catalogue: Catalogue, exercise: str, rung: str) -> Part:
    """A part as a program asks for it that leaves the tempo to the exercise."""
    ladder = catalogue.exercises[exercise]
    dose = ladder.dose
    asked = Prescription(
        exercises=(exercise,), sets=dose.sets, low=dose.low, high=dose.high, tag="D"
    )
    return part(asked, ladder, ladder.rung(rung), catalogue, Times())


@pytest.mark.parametrize(
    ("exercise", "rung", "lower", "hold"),
    [
        ("quadruped-hip-extension", "hold-4", "none", 2),
        ("cook-hip-lift", "hold-4", "smaller-ball", 2),
        ("bird-dog", "hold-8", "arm-and-leg", 5),
        ("bird-dog", "squares", "arm-and-leg", 5),
        ("abdominal-brace", "dead-bug", "reps-10", 10),
        ("side-plank", "feet-10", "knees-10", 10),
        ("side-plank", "feet-20", "feet-15", 15),
        ("side-plank", "top-leg-15", "top-leg-10", 10),
        ("quadruped-hip-extension", "yellow", "none", 2),
        ("quadruped-hip-extension", "bird-dog", "straight-leg", 2),
    ],
)
def test_an_easier_rung_has_its_own_hold_and_never_a_longer_one(
    catalogue: Catalogue, exercise: str, rung: str, lower: str, hold: float
) -> None:
    now = easier(alone(catalogue, exercise, rung), catalogue)
    assert (now.rung.id, now.hold) == (lower, hold)


@pytest.mark.parametrize(("rung", "reps"), [("none", 8), ("reps-9", 9), ("reps-10", 10)])
def test_a_rung_may_give_the_number_of_repetitions(
    catalogue: Catalogue, rung: str, reps: int
) -> None:
    brace = settled(catalogue, "hip-plus-trunk-6wk", "abdominal-brace", rung)
    assert (brace.dose.low, brace.dose.high) == (reps, reps)


def test_an_easier_rung_has_its_own_repetitions_and_never_more_than_now(
    catalogue: Catalogue,
) -> None:
    brace = settled(catalogue, "hip-plus-trunk-6wk", "abdominal-brace", "reps-10")
    lower = easier(brace, catalogue)
    assert (lower.rung.id, lower.dose.low, lower.dose.high) == ("reps-9", 9, 9)
    shorter = easier(fewer(brace), catalogue)
    assert (shorter.rung.id, shorter.dose.low, shorter.dose.high) == ("reps-9", 7, 7)


def test_an_easier_rung_keeps_the_programs_tempo(catalogue: Catalogue) -> None:
    held = settled(catalogue, "hips-three-twice", "quadruped-hip-extension", "hold-4")
    assert tempo_text(easier(held, catalogue).tempo) == "2/2/2/0"


def test_easier_is_not_held_longer_than_now_though_the_program_asks_for_it(
    catalogue: Catalogue,
) -> None:
    now = alone(catalogue, "quadruped-hip-extension", "hold-4")
    now = replace(now, asked=replace(now.asked, tempo={PhaseKind.HOLD: 6}))
    assert easier(now, catalogue).hold == 4


def test_easier_has_only_bands_that_are_owned(catalogue: Catalogue) -> None:
    now = alone(catalogue, "standing-band-abduction", "black")
    assert easier(now, catalogue, owned=None).rung.id == "blue"
    assert easier(now, catalogue, owned={2, 5}).rung.id == "red"
    assert easier(now, catalogue, owned=()).rung.id == "none"


def test_a_band_that_comes_off_is_remembered(catalogue: Catalogue) -> None:
    yellow = settled(catalogue, "hips-three-twice", "clamshell-band", "yellow")
    bare = easier(yellow, catalogue)
    halved = easier(bare, catalogue)
    assert (yellow.band_off, bare.band_off, halved.band_off) == (False, True, True)


def test_a_rung_with_other_phases_takes_its_exercises_own_tempo(catalogue: Catalogue) -> None:
    ladder = catalogue.exercises["standing-band-abduction"]
    rung = replace(ladder.ladder[0], exercise="side-lying-hip-abduction")
    asked = alone(catalogue, "standing-band-abduction", "none").asked
    assert tempo_text(part(asked, ladder, rung, catalogue, Times()).tempo) == "2/2/3/1"


@pytest.mark.parametrize(("low", "end"), [(12, 8), (10, 7), (8, 6), (2, 2), (1, 1)])
def test_fewer_is_two_thirds_of_low(catalogue: Catalogue, low: int, end: int) -> None:
    now = settled(catalogue, "hips-three-twice", "clamshell-band", "yellow")
    now = replace(now, dose=replace(now.dose, low=low))
    assert (fewer(now).dose.low, fewer(now).dose.high) == (end, end)


def test_every_rung_of_every_ladder_can_be_settled(catalogue: Catalogue) -> None:
    for exercise in catalogue.exercises.values():
        asked = Prescription(
            exercises=(exercise.id,),
            sets=exercise.dose.sets,
            low=exercise.dose.low,
            high=exercise.dose.high,
            tag="D",
        )
        for rung in exercise.ladder:
            done = part(asked, exercise, rung, catalogue, Times())
            assert done.set_seconds > 0
            assert rung.hold is None or done.hold == rung.hold


def test_a_load_is_a_level_or_kilograms_and_never_both() -> None:
    with pytest.raises(ValueError, match="level from 1 to 7"):
        Resistance(kind=ResistanceKind.BAND)
    with pytest.raises(ValueError, match="level from 1 to 7"):
        Resistance(level=2)
    with pytest.raises(ValueError, match="kilograms"):
        Resistance(kind=ResistanceKind.ANKLE_WEIGHT)
    with pytest.raises(ValueError, match="kilograms"):
        Resistance(kind=ResistanceKind.BAND, level=1, kilograms=2)
