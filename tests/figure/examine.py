"""`python3 dev.py figure ID ...`: what an exercise's pose file comes to, and what is wrong with it.

For each way it is drawn: the solved angles and places, every check with what it measures, what the
general rules find, what is painted the wrong way round, and what each mistake breaks. These are
the rules of the tests, told at once and without a picture.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from itertools import chain, groupby

from hipcoach.figure.scene.camera import Canvas
from hipcoach.figure.scene.staging import stage
from hipcoach.figure.skeleton.angles import SPINE
from hipcoach.figure.skeleton.movement import Movement
from hipcoach.figure.skeleton.vectors import Vec
from hipcoach.store.content import ContentError
from tests.figure import invariants
from tests.figure.faults import faults, painted_over
from tests.figure.runs import IDS, Run, run, runs
from tests.figure.stages import alone, insets, pairs

WRONG = "WRONG"
SIZE = (240, 180)


def main(arguments: Sequence[str]) -> int:
    """Tell about these exercises; 1 where something is wrong, 2 where none is named."""
    if not arguments or not set(arguments) <= set(IDS):
        print("figure: name an exercise:", *IDS, file=sys.stderr)
        return 2
    told = [line for exercise in arguments for line in _examined(exercise)]
    print("\n".join(told))
    return 1 if any(line.lstrip().startswith(WRONG) for line in told) else 0


def examined(each: Run) -> Iterator[str]:
    """All that can be said of one way in which an exercise is drawn, a line each."""
    yield each.name
    yield from _joints(each)
    try:
        yield from _checks(each)
        yield from (f"  {WRONG} {problem}" for problem in invariants.problems(each))
        yield from (f"  {WRONG} {problem}" for problem in invariants.unchecked(each))
        yield from _painting(each)
        for mistake in each.drawn.mistakes:
            yield from _mistake(each, mistake)
    except LookupError as error:
        yield f"  {WRONG} {error.args[0]}"


def _examined(exercise: str) -> Iterator[str]:
    try:
        for each in runs(exercise):
            yield from examined(each)
    except ContentError as error:
        yield f"{WRONG} {error}"


def _joints(each: Run) -> Iterator[str]:
    """Each joint's angles and place, forward, up and right, at start and end."""
    names = [name.rpartition(".") for name in each.start.angles]
    angles = {
        joint: [f"{name} {_course(each, joint + dot + name)}" for _, dot, name in found]
        for joint, found in groupby(names, key=lambda name: name[0])
    }
    for joint in (*angles, "R_wrist", "L_wrist"):
        told = ", ".join(text for text in angles.get(joint, ()) if not text.endswith(" 0"))
        if joint not in SPINE:
            yield f"  {joint:8} {told:44} at {_places(each, joint)}"
        elif told:
            yield f"  {joint:8} {told}"


def _places(each: Run, joint: str) -> str:
    start, end = (_place(stance.joints[joint]) for stance in (each.start, each.end))
    return start if end == start else f"{start} -> {end}"


def _place(point: Vec) -> str:
    return " ".join(f"{round(metres, 3) + 0.0:.3f}" for metres in point.tolist())


def _course(each: Run, name: str) -> str:
    seen = [round(stance.angles[name]) for stance in each.stances]
    start, end = seen[0], seen[-1]
    course = f"{start}" if start == end else f"{start} -> {end}"
    between = [most for most in (min(seen), max(seen)) if most not in (start, end)]
    return course + "".join(f" (by way of {most})" for most in between)


def _checks(each: Run) -> Iterator[str]:
    """Every check with the worst that it measures."""
    for check in each.drawn.checks:
        value, too_much = invariants.excess(check, each)
        word = WRONG if too_much > 0 else "ok   "
        seen = f"{check.measure} {' '.join(check.of)} ({check.when}) {round(value, 3) + 0.0:g}"
        yield f"  {word} {check.name}: {seen}, {invariants.limits(check)}"


def _painting(each: Run) -> Iterator[str]:
    """What is painted the wrong way round in any of its pictures."""
    shown = chain(alone(each.drawn), insets(each.drawn), chain.from_iterable(pairs(each.drawn)))
    for picture in shown:
        for fault in faults(picture.staging.order):
            pair = (fault.front, fault.behind)
            yield _painted(picture.what, f"instant {fault.instant} of 0 to 4", pair, fault.area)
    movement = Movement(each.drawn, each.body)
    staging = stage(movement, Canvas(width=SIZE[0], height=SIZE[1]))
    for share in (0.0, 0.5, 1.0):
        for names, area in painted_over(staging, movement, share, SIZE).items():
            yield _painted("right", f"share {share:g}", names, area)


def _painted(what: str, when: str, pair: tuple[str, str], area: float) -> str:
    return f"  {WRONG} {pair[1]} is painted over {pair[0]} ({what}, {when}: {area:.0f} px2)"


def _mistake(each: Run, mistake: str) -> Iterator[str]:
    """Which checks the mistake breaks, and whether a body could do it."""
    wrong = run(*_way(each), mistake)
    named, broken = set(each.drawn.mistakes[mistake].breaks), invariants.broken(wrong)
    missed = sorted(named - broken.keys()) or ([] if named else ["any check: breaks is empty"])
    yield f"  mistake {mistake} breaks {', '.join(broken) or 'nothing'}"
    yield from (f"  {WRONG} {mistake} does not break {name}" for name in missed)
    yield from (f"  {WRONG} {mistake}: {problem}" for problem in invariants.impossible(wrong))


def _way(each: Run) -> tuple[str, str]:
    exercise, _, variant = each.name.partition(" ")
    return exercise, variant


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
