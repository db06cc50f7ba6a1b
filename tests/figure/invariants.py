"""What is true of every figure, whatever the exercise: a body that could exist, on a real floor.

Each rule looks at a whole run and tells every problem it finds, in words; none is good. What is
true of one exercise only stands in its file as `[checks]`, each with its reason; `broken` names
those that a run breaks. Tolerances are engineering choices, not clinical evidence.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping
from itertools import chain

import numpy as np

from hipcoach.figure.skeleton.skeleton import Stance
from hipcoach.figure.skeleton.vectors import Vec, length
from hipcoach.figure.values.drawn import Check, When
from hipcoach.figure.values.props import Step
from tests.figure.measures import MEASURES, Instant
from tests.figure.runs import Run
from tests.figure.skin import lowest

BONES = (
    ("hip", "knee", "thigh"),
    ("knee", "ankle", "shank"),
    ("sho", "elbow", "upper_arm"),
    ("elbow", "wrist", "forearm"),
)
SAME_LENGTH = 0.001  # metres

# Degrees. Wider than textbook active ranges where a pose is passive or carries weight: feet under
# a kneeling body (-70), a deep knee over its foot (32), a knee held to the chest (130, 145), the
# planted top leg of the bottom-leg lift (60). Lumbar and thorax stand for whole regions of the
# spine (T12-L5, C7-T12).
LIMITS = {
    "hip.flex": (-20, 130),
    "hip.abd": (-25, 45),
    "hip.er": (-45, 60),
    "knee.flex": (-2, 145),
    "ankle.dorsi": (-70, 32),
    "ankle.inv": (-25, 35),
    "ankle.out": (-20, 25),
    "elbow.flex": (-2, 150),
    "sho.elev": (0, 182),
    "pelvis.tilt": (-18, 30),
    "lumbar.flex": (-12, 25),
    "lumbar.side": (-20, 20),
    "lumbar.rot": (-12, 12),
    "thorax.flex": (-12, 25),
    "thorax.side": (-20, 20),
    "thorax.rot": (-12, 12),
    "neck.flex": (-30, 40),
    "head.flex": (-20, 20),
}
# A mistake may go as far as joints go: a low back arched or twisted to its end, a neck that keeps
# the head on the mat meanwhile, a foot that stays while the shin turns over it, a hip pushed on.
LIMITS_OF_MISTAKES = LIMITS | {
    "lumbar.flex": (-26, 25),
    "lumbar.rot": (-16, 16),
    "neck.flex": (-30, 45),
    "ankle.out": (-20, 36),
    "hip.flex": (-25, 130),
}

FLOATS = 0.012  # metres: what a shadow hides

# The trunk is quiet in good form. A file that says something else of one of these has a reason.
QUIET = {
    "pelvis.tilt": 1.0,
    "pelvis.obliq": 1.0,
    "pelvis.rot": 1.0,
    "lumbar.flex": 3.0,
    "lumbar.rot": 1.0,
}

# Thighs, shins and feet: bone to bone, metres, when one leg lies on the other; feet are thinner.
LEGS = (("hip", "knee"), ("knee", "ankle"), ("heel", "toe"))
LEGS_APART = 0.05
FEET_APART = 0.035

SLOW_AT_REST = 0.002  # metres a frame, 60 a second, in a lift of one second
FASTEST = 0.06
SUDDEN = 0.012  # metres a frame, a frame


def bones(run: Run) -> Iterator[str]:
    """Limbs neither stretch nor shrink, left and right."""
    for one, other, bone in BONES:
        should_be = getattr(run.body.lengths, bone) * run.body.stature
        for side in "RL":
            spans = [s.joints[f"{side}_{one}"] - s.joints[f"{side}_{other}"] for s in run.stances]
            lengths = [length(span) for span in spans]
            if max(abs(each - should_be) for each in lengths) > SAME_LENGTH:
                yield f"{side}_{bone}: {min(lengths):.3f} to {max(lengths):.3f} m"


def rigid(run: Run) -> Iterator[str]:
    """Every frame is a pure rotation: nothing is stretched or turned inside out."""
    for name in run.start.frames:
        turns = np.array([stance.frames[name].rotation for stance in run.stances])
        straight = np.abs(turns @ turns.transpose(0, 2, 1) - np.eye(3)).max()
        if straight > 1e-9 or np.abs(np.linalg.det(turns) - 1.0).max() > 1e-9:
            yield f"{name} is no rotation"


def reach(run: Run, most: float = 0.002) -> Iterator[str]:
    """Planted hands and feet are where they are said to be."""
    for name in run.start.misses:
        worst = max(abs(stance.misses[name]) for stance in run.stances)
        if worst > most:
            yield f"{name} is {worst:.3f} m away from where it is planted"


def joints(
    run: Run, limits: Mapping[str, tuple[float, float]] = LIMITS, slack: float = 0.5
) -> Iterator[str]:
    """No joint goes further than joints go."""
    for name in run.start.angles:
        least, most = limits.get(name.removeprefix("R_").removeprefix("L_"), (-180, 180))
        seen = [stance.angles[name] for stance in run.stances]
        if min(seen) < least - slack or max(seen) > most + slack:
            yield f"{name}: {min(seen):.1f} to {max(seen):.1f}, not {least} to {most}"


def floor(run: Run, most: float = 0.03) -> Iterator[str]:
    """Nothing is deeper in the floor than flesh and a mat give way, and the body does not float."""
    heights = [lowest(stance, run.body) for stance in run.stances]
    highest = max(min(each.values()) for each in heights) - _highest_step(run)
    if highest > FLOATS:
        yield f"the body floats {highest:.3f} m above what it stands or lies on"
    for name in heights[0]:
        deepest = min(each[name] for each in heights)
        if deepest < -most:
            yield f"{name} is {-deepest:.3f} m under the floor"


def legs(run: Run) -> Iterator[str]:
    """The legs do not pass through each other."""
    for right in LEGS:
        for left in LEGS:
            gap = min(_gap(stance, right, left) for stance in run.stances)
            if gap < (FEET_APART if LEGS[-1] in (right, left) else LEGS_APART):
                yield f"right {right} and left {left}: {gap:.3f} m between the bones"


def smooth(run: Run) -> Iterator[str]:
    """It starts and stops at rest, and nothing jumps in between."""
    places = np.array([np.concatenate(list(stance.joints.values())) for stance in run.stances])
    steps = np.diff(places, axis=0)
    if np.abs(steps[[0, -1]]).max() > SLOW_AT_REST:
        yield "does not start or stop at rest"
    if (fastest := np.abs(steps).max()) > FASTEST:
        yield f"jumps {fastest:.3f} m"
    if (sudden := np.abs(np.diff(steps, axis=0)).max()) > SUDDEN:
        yield f"jerks {sudden:.3f} m"


def quiet(run: Run) -> Iterator[str]:
    """Pelvis and low back keep still, but for what the exercise's own checks allow."""
    always = [check for check in run.drawn.checks if check.when is When.ALWAYS]
    allowed = {name for check in always for name in check.of}
    for name in QUIET.keys() - allowed:
        worst = max(abs(stance.angles[name]) for stance in run.stances)
        if worst > QUIET[name]:
            yield f"{name}: {worst:.1f}, not quiet, and no check allows it always"


def problems(run: Run) -> list[str]:
    """Everything that is wrong with good form, whatever the exercise."""
    rules = (bones, rigid, reach, joints, floor, legs, smooth, quiet)
    return [problem for rule in rules for problem in rule(run)]


def impossible(run: Run) -> list[str]:
    """What nobody could do, not even as a mistake."""
    found = (bones(run), rigid(run), joints(run, LIMITS_OF_MISTAKES), legs(run))
    return [*chain(*found), *reach(run, most=0.03), *floor(run, most=0.06)]


def unchecked(run: Run) -> list[str]:
    """What every exercise's own checks have to say, and these do not."""
    checks = run.drawn.checks
    seen, measures = {check.when for check in checks}, {check.measure for check in checks}
    wanted = set() if is_still(run) else {When.START, When.END}
    return [
        *(f"no check looks at the {when}" for when in sorted(wanted - seen)),
        *(f"no check measures {name}" for name in sorted({"drift", "off_balance"} - measures)),
    ]


def is_still(run: Run) -> bool:
    """Whether nothing but flesh moves, as in the gentle brace."""
    return moved(run) < 0.005


def moved(run: Run) -> float:
    """How far the joint that moves most is from its start at the end, metres."""
    return max(length(run.end.joints[name] - place) for name, place in run.start.joints.items())


def broken(run: Run) -> dict[str, str]:
    """The exercise's own checks that a run breaks, by name, each with what was measured."""
    found = [(check, excess(check, run)) for check in run.drawn.checks]
    return {
        check.name: f"{check.measure} {value:.4g}, not {limits(check)}: {check.why}"
        for check, (value, too_much) in found
        if too_much > 0
    }


def excess(check: Check, run: Run) -> tuple[float, float]:
    """What a check measures where that is worst, and by how much it is outside the limits."""
    measures = measured(check, run)
    values = [(value, max(check.least - value, value - check.most)) for value in measures]
    return max(values, key=lambda each: each[1])


def measured(check: Check, run: Run) -> list[float]:
    """What a check measures: at the start, at the end, always, or from start to end.

    LookupError, with the check's name, where there is no such measure or it cannot be `of` that.
    """
    if check.measure not in MEASURES:
        raise _unmeasurable(check, f"is none of {', '.join(MEASURES)}")
    measure = MEASURES[check.measure]
    looked_at = {When.START: run.stances[:1], When.END: run.stances[-1:], When.ALWAYS: run.stances}
    stances = looked_at.get(check.when, (run.start, run.end))
    instants = [Instant(now=stance, start=run.start, body=run.body) for stance in stances]
    try:
        values = [measure(instant, *check.of) for instant in instants]
    except (KeyError, TypeError) as error:
        raise _unmeasurable(check, f"cannot be of {list(check.of)}: {error}") from error
    return values if check.when is not When.CHANGE else [values[1] - values[0]]


def limits(check: Check) -> str:
    """Between what a check's measure has to be, in words."""
    if check.least == -math.inf:
        return f"at most {check.most:g}"
    if check.most == math.inf:
        return f"at least {check.least:g}"
    return f"{check.least:g} to {check.most:g}"


def _unmeasurable(check: Check, reason: str) -> LookupError:
    return LookupError(f"checks.{check.name}.measure: {check.measure} {reason}")


def _highest_step(run: Run) -> float:
    return max((prop.height for prop in run.drawn.props if isinstance(prop, Step)), default=0.0)


def _gap(stance: Stance, right: tuple[str, str], left: tuple[str, str]) -> float:
    """The shortest way between a bone of the right leg and one of the left."""
    one = _along(stance, "R", right)
    other = _along(stance, "L", left)
    return float(np.linalg.norm(one[:, None, :] - other[None, :, :], axis=2).min())


def _along(stance: Stance, side: str, bone: tuple[str, str]) -> Vec:
    start, end = (stance.joints[f"{side}_{joint}"] for joint in bone)
    return start + (end - start) * np.linspace(0.0, 1.0, 9)[:, None]
