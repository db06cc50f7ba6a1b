"""The 22 exercises against the clinical source: doses, tempos, sides, positions, cues."""

from __future__ import annotations

import re

import pytest

from hipcoach.core.exercise import Ground, LyingSide, Side, Sides
from hipcoach.core.tempo import PhaseKind, tempo_text

EACH, TURN, BOTH = Sides.EACH, Sides.ALTERNATING, Sides.TOGETHER

# id: section, sides, dose (sets, low, high), range, tempo in the order of its phases
EXERCISES = {
    "clamshell": ("A1", EACH, (2, 12, 15), (8, 15), "2/2/3/1"),
    "clamshell-band": ("A2", EACH, (2, 10, 15), (8, 15), "2/2/3/1"),
    "side-lying-hip-abduction": ("A3", EACH, (2, 10, 15), (8, 15), "2/2/3/1"),
    "quadruped-hip-extension": ("A4", EACH, (2, 10, 15), (8, 15), "2/2/3/1"),
    "two-leg-bridge": ("A5", BOTH, (2, 12, 15), (8, 15), "2/2/3/1"),
    "single-leg-bridge": ("A6", EACH, (2, 8, 15), (6, 15), "2/2/3/1"),
    "cook-hip-lift": ("A7", EACH, (2, 8, 15), (6, 15), "2/2/3/1"),
    "lateral-step-down": ("A8", EACH, (2, 8, 10), (6, 10), "3/0/2/1"),
    "standing-band-abduction": ("A9", EACH, (2, 10, 12), (10, 12), "2/0/2/1"),
    "standing-band-abduction-45": ("A10", EACH, (2, 10, 12), (10, 12), "2/0/2/1"),
    "standing-band-hip-flexion": ("A11", EACH, (2, 10, 15), (8, 15), "2/1/3/1"),
    "standing-band-hip-extension": ("A12", EACH, (2, 10, 15), (8, 15), "2/1/3/1"),
    "standing-band-hip-adduction": ("A13", EACH, (2, 10, 15), (8, 15), "2/1/3/1"),
    "side-lying-hip-adduction": ("A14", EACH, (2, 10, 15), (8, 15), "2/2/3/1"),
    "seated-band-internal-rotation": ("A15", EACH, (2, 10, 15), (8, 15), "2/1/3/1"),
    "seated-band-external-rotation": ("A16", EACH, (2, 10, 15), (8, 15), "2/1/3/1"),
    "abdominal-brace": ("A17", BOTH, (1, 8, 10), (8, 10), "1/10/1/2"),
    "dead-bug": ("A18", TURN, (2, 6, 10), (5, 10), "3/1/2/1"),
    "bird-dog": ("A19", TURN, (2, 6, 10), (5, 10), "2/5/2/1"),
    "side-plank": ("A20", EACH, (2, 1, 1), (1, 1), "2/10/2"),
    "hip-flexor-mobility": ("A21", EACH, (1, 6, 6), (6, 6), "2/5/2"),
    "hip-rotation-mobility": ("A22", TURN, (1, 8, 8), (8, 8), "3/2/3/0"),
}


def test_all_22_are_there(catalogue):
    assert list(catalogue.exercises) == list(EXERCISES)


@pytest.mark.parametrize("name", EXERCISES)
def test_sides_dose_range_and_tempo(catalogue, name):
    exercise = catalogue.exercises[name]
    dose = exercise.dose
    assert EXERCISES[name] == (
        exercise.section,
        exercise.sides,
        (dose.sets, dose.low, dose.high),
        (exercise.bottom, exercise.top),
        tempo_text(exercise.tempo),
    )


def test_the_step_down_lowers_first_and_has_no_hold(catalogue):
    tempo = catalogue.exercises["lateral-step-down"].tempo
    assert [(phase.kind, phase.seconds) for phase in tempo] == [
        (PhaseKind.LOWER, 3),
        (PhaseKind.HOLD, 0),
        (PhaseKind.LIFT, 2),
        (PhaseKind.PAUSE, 1),
    ]


def test_all_others_lift_first(catalogue):
    first = {e.id: e.tempo[0].kind for e in catalogue.exercises.values()}
    assert first.pop("lateral-step-down") is PhaseKind.LOWER
    assert set(first.values()) == {PhaseKind.LIFT}


def test_the_sitting_rotations_say_where_the_foot_swings(catalogue):
    for name, foot, rotation in (
        ("seated-band-internal-rotation", "out", "internal"),
        ("seated-band-external-rotation", "in", "external"),
    ):
        exercise = catalogue.exercises[name]
        assert exercise.tempo[0].say == f"Swing {foot}"
        assert f"Swing the foot {foot}ward." in exercise.steps
        assert exercise.notes[0].startswith(f"Foot {foot}ward is {rotation} rotation")
        assert foot in catalogue.exercise_names[name].spoken


def test_the_anchor_is_inside_for_shin_out_and_outside_for_shin_in(catalogue):
    shin_out = catalogue.exercises["seated-band-internal-rotation"].setup
    shin_in = catalogue.exercises["seated-band-external-rotation"].setup
    for side in (Side.LEFT, Side.RIGHT):
        assert f"anchor on your {side.other}" in shin_out[side]
        assert f"anchor on your {side}" in shin_in[side]


def test_one_lies_on_the_other_side_unless_the_working_leg_is_below(catalogue):
    lying = {e.id: e.lies_on for e in catalogue.exercises.values() if e.posture == "side-lying"}
    assert lying == {
        "clamshell": LyingSide.OPPOSITE,
        "clamshell-band": LyingSide.OPPOSITE,
        "side-lying-hip-abduction": LyingSide.OPPOSITE,
        "side-lying-hip-adduction": LyingSide.SAME,
        "side-plank": LyingSide.SAME,
    }
    assert not [e.id for e in catalogue.exercises.values() if e.lies_on and e.id not in lying]


def test_the_spoken_way_into_position_names_the_side_to_lie_on_and_the_working_side(catalogue):
    for exercise in catalogue.exercises.values():
        for side, spoken in exercise.setup.items():
            if exercise.lies_on:
                lies_on = side.other if exercise.lies_on is LyingSide.OPPOSITE else side
                assert f"onto your {lies_on} side" in spoken
            if side is not Side.BOTH:
                assert str(side) in spoken.lower()
    clam = catalogue.exercises["clamshell"].setup
    assert clam[Side.RIGHT] == (
        "Turn onto your left side. Knees bent, feet together, hips stacked. Right leg."
    )


POSITIONS = {
    "back": "on your back",
    "hands-knees": "on your hands and knees",
    "side-lying": "turn onto your",
    "standing": ("stand", "face the anchor", "anchor on"),
    "sitting": "sit tall",
    "half-kneeling": "knee on the pad",
}


def test_the_ear_alone_hears_the_position_of_the_body(catalogue):
    for exercise in catalogue.exercises.values():
        for spoken in exercise.setup.values():
            expected = POSITIONS[exercise.posture]
            wanted = (expected,) if isinstance(expected, str) else expected
            assert any(words in spoken.lower() for words in wanted), exercise.id
    plank = catalogue.exercises["side-plank"].setup[Side.LEFT]
    assert "forearm on the floor, elbow under your shoulder" in plank


def test_the_sitting_rotations_are_true_with_and_without_a_band(catalogue):
    for name in ("seated-band-internal-rotation", "seated-band-external-rotation"):
        for spoken in catalogue.exercises[name].setup.values():
            assert "Band, if you use one: anchor on" in spoken


def test_a_remedy_for_a_problem_is_no_general_instruction(catalogue):
    remedies = {
        (exercise.id, mistake.cue)
        for exercise in catalogue.exercises.values()
        for mistake in exercise.mistakes
        if mistake.remedy
    }
    assert remedies == {
        ("dead-bug", "Heel higher."),
        ("single-leg-bridge", "Heel in, toes up."),
        ("standing-band-hip-flexion", "Stop one hand below hip height."),
        ("two-leg-bridge", "Heels closer."),
    }
    for exercise in catalogue.exercises.values():
        assert not all(mistake.remedy for mistake in exercise.mistakes)


def test_left_and_right_setups_mirror_each_other(catalogue):
    swap = {"left": "right", "right": "left", "Left": "Right", "Right": "Left"}
    for exercise in catalogue.exercises.values():
        if exercise.sides is Sides.EACH:
            left = exercise.setup[Side.LEFT]
            mirrored = re.sub("|".join(swap), lambda word: swap[word[0]], left)
            assert mirrored == exercise.setup[Side.RIGHT]


def test_the_knee_hug_bridge_hugs_the_knee_that_does_not_lift(catalogue):
    setup = catalogue.exercises["cook-hip-lift"].setup
    assert setup[Side.LEFT] == (
        "On your back. Hug your right knee, roll in the groin fold. Left heel planted, toes up."
    )


def test_floor_and_up(catalogue):
    ground = {posture.id: posture.ground for posture in catalogue.postures.values()}
    up = {name for name, where in ground.items() if where is Ground.UP}
    assert up == {"standing", "sitting"}
    assert {e.posture for e in catalogue.exercises.values()} == set(ground)


@pytest.mark.parametrize("name", EXERCISES)
def test_every_exercise_can_be_shown_and_said(catalogue, name):
    exercise = catalogue.exercises[name]
    assert exercise.muscles
    assert exercise.kit
    assert exercise.easier
    assert len(exercise.steps) >= 3
    assert exercise.mistakes
    assert all(step.endswith(".") and step[0].isupper() for step in exercise.steps)
    assert all(len(mistake.cue) <= 60 for mistake in exercise.mistakes)
    assert all(mistake.cue.endswith(".") for mistake in exercise.mistakes)
    assert all(len(spoken) <= 110 for spoken in exercise.setup.values())


CUES = {
    "clamshell": "Top hip stays over bottom hip. Smaller opening is fine.",
    "side-lying-hip-abduction": "Stack your hips, belly button faces forward.",
    "quadruped-hip-extension": "Ribs to hips, lift less.",
    "single-leg-bridge": "Headlights level.",
    "cook-hip-lift": "Small lift, hip opens, back quiet.",
    "lateral-step-down": "Knee follows your second toe.",
    "standing-band-abduction": "Tall like a post.",
    "side-plank": "Plank line, head to knee.",
}


@pytest.mark.parametrize("name", CUES)
def test_the_main_mistake_comes_first(catalogue, name):
    assert catalogue.exercises[name].mistakes[0].cue == CUES[name]


def test_holds_of_the_article_are_tagged_with_it(catalogue):
    for name in ("clamshell", "side-lying-hip-abduction", "quadruped-hip-extension"):
        tagged = {p.about: p.tag for p in catalogue.exercises[name].provenance}
        assert [tag for about, tag in tagged.items() if "2-second hold" in about] == ["S4"]
        assert tagged["tempo 2/2/3/1"] == "D"


def test_every_exercise_says_where_its_dose_and_tempo_come_from(catalogue):
    for exercise in catalogue.exercises.values():
        assert len(exercise.provenance) >= 2


def test_all_kit_is_used(catalogue):
    used = {name for exercise in catalogue.exercises.values() for name in exercise.kit}
    assert used == set(catalogue.kit)
