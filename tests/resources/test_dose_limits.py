"""Every dose of the content lies within what a user may change it to."""

from __future__ import annotations

from collections.abc import Iterator

from hipcoach.core.catalogue import Catalogue
from hipcoach.core.changes import PHASES
from hipcoach.core.program import Prescription
from hipcoach.core.run import Times


def prescriptions(catalogue: Catalogue) -> Iterator[Prescription]:
    for program in catalogue.programs.values():
        for block in program.blocks:
            yield from block.prescriptions
    yield from catalogue.easy_day


def test_sets_repetitions_and_rests(catalogue: Catalogue) -> None:
    rule = catalogue.rules.dose
    doses = [*prescriptions(catalogue), *(e.dose for e in catalogue.exercises.values())]
    assert len(doses) > 40
    for dose in doses:
        assert rule.sets.holds(dose.sets)
        assert rule.repetitions.holds(dose.low)
        assert rule.repetitions.holds(dose.high)
    rests = {asked.rest for asked in prescriptions(catalogue)} - {None}
    for rest in {*rests, Times().rest}:
        assert rule.rest.holds(rest)


def test_seconds_of_a_repetition(catalogue: Catalogue) -> None:
    rule = catalogue.rules.dose
    asked = [asked.tempo or {} for asked in prescriptions(catalogue)]
    for exercise in catalogue.exercises.values():
        asked.append({phase.kind: phase.seconds for phase in exercise.tempo})
        asked += [rung.tempo or {} for rung in exercise.ladder]
    for tempo in asked:
        for kind, seconds in tempo.items():
            assert getattr(rule, kind).holds(seconds), (kind, seconds)
    holds = [rung.hold for e in catalogue.exercises.values() for rung in e.ladder if rung.hold]
    assert max(holds) == 30
    assert all(map(rule.hold.holds, holds))


def test_the_limits_are_calm(catalogue: Catalogue) -> None:
    rule = catalogue.rules.dose
    assert {name: (getattr(rule, name).low, getattr(rule, name).high) for name in PHASES} == {
        "lift": (1, 10),
        "hold": (0, 60),
        "lower": (1, 10),
        "pause": (0, 10),
    }
    assert (rule.sets.low, rule.sets.high) == (1, 5)
    assert (rule.repetitions.low, rule.repetitions.high) == (1, 30)
    assert (rule.rest.low, rule.rest.high) == (10, 180)
