"""`dev.py figure`: what somebody who writes a pose file is told."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pytest

from hipcoach.figure.values.drawn import Check, When
from tests.figure.examine import examined, main
from tests.figure.runs import Run, run

STEP_DOWN = "lateral-step-down"
LEAN = Check(name="lean", measure="lean_forward", most=1, why="a lean that nobody keeps to")


def checked(*checks: Check, name: str = STEP_DOWN) -> Run:
    """An exercise that has these checks only, and no mistakes."""
    each = run(name)
    return replace(each, drawn=replace(each.drawn, checks=checks, mistakes={}))


def wrong(lines: Sequence[str]) -> list[str]:
    return [line.strip() for line in lines if line.strip().startswith("WRONG")]


def test_angles_places_checks_and_mistakes_are_told(capsys: pytest.CaptureFixture[str]) -> None:
    assert main([STEP_DOWN, "clamshell"]) == 0
    told = capsys.readouterr().out.splitlines()
    assert {STEP_DOWN, f"{STEP_DOWN} step-5", "clamshell"} <= set(told)
    start, end = (
        stance.angles["R_knee.flex"] for stance in (run(STEP_DOWN).start, run(STEP_DOWN).end)
    )
    assert any(line.startswith(f"  R_knee   flex {start:.0f} -> {end:.0f}") for line in told)
    planted = " ".join(f"{metres:.3f}" for metres in run("clamshell").start.joints["L_ankle"])
    assert any(line.startswith("  L_ankle") and line.endswith(f" at {planted}") for line in told)
    assert any(line.startswith("  ok    start_turn: tilt R_hip.er (start) ") for line in told)
    assert any("mistake knee_caves_in breaks knee_over_toe" in line for line in told)
    assert not wrong(told)


def test_a_broken_check_and_one_that_is_missing_are_wrong() -> None:
    told = wrong([*examined(checked(LEAN))])
    assert told[0].startswith("WRONG lean: lean_forward  (always) 1")
    assert told[0].endswith(", at most 1")
    assert "WRONG no check looks at the start" in told
    assert "WRONG no check measures off_balance" in told


@pytest.mark.parametrize(
    ("check", "told"),
    [
        (replace(LEAN, measure="leans"), "checks.lean.measure: leans is none of angle, tilt"),
        (
            replace(LEAN, measure="angle", of=("R_knee.flexion",), when=When.END),
            "checks.lean.measure: angle cannot be of ['R_knee.flexion']",
        ),
        (replace(LEAN, of=("R_knee",)), "checks.lean.measure: lean_forward cannot be of"),
    ],
)
def test_a_check_that_cannot_be_measured_says_which(check: Check, told: str) -> None:
    (line,) = wrong([*examined(checked(check))])
    assert line.startswith(f"WRONG {told}")


def test_a_mistake_has_to_break_what_it_names() -> None:
    each = run("clamshell")
    mistakes = {
        name: replace(pose, breaks=("balanced",)) for name, pose in each.drawn.mistakes.items()
    }
    told = wrong([*examined(replace(each, drawn=replace(each.drawn, mistakes=mistakes)))])
    assert told == ["WRONG pelvis_rolls_back does not break balanced"]


def test_what_is_painted_over_is_named() -> None:
    each = run("clamshell")
    order = (("L_thigh", "R_thigh"), ("L_shank", "R_shank"))
    told = wrong([*examined(replace(each, drawn=replace(each.drawn, order=order)))])
    assert any(line.startswith("WRONG L_thigh is painted over R_thigh (right,") for line in told)


@pytest.mark.parametrize("arguments", [(), ("no-such-exercise",)])
def test_without_an_exercise_the_names_are_told(
    arguments: Sequence[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(arguments) == 2
    assert "name an exercise: abdominal-brace bird-dog" in capsys.readouterr().err
