"""Each program lived through by three people: what the coach made of it, kept as text.

`python3 dev.py test tests/simulated --keep-pictures` writes the texts anew; look at the difference.
"""

from __future__ import annotations

from datetime import timedelta
from itertools import takewhile
from pathlib import Path

import pytest

from hipcoach.core.catalogue import Catalogue
from hipcoach.core.diary import Diary
from hipcoach.core.exercise import Exercise
from hipcoach.core.known import known_at
from hipcoach.core.levels import higher_rungs, levels, owned_levels, usable
from hipcoach.core.progression.settle import Settled, settled
from hipcoach.core.run import Decision
from hipcoach.core.session import GREEN, RED, Session
from hipcoach.terminal.explain import explain_lines
from tests.simulated.person import Person
from tests.simulated.temperaments import ERRATIC, SORE, STEADY, TEMPERAMENTS

PROGRAMS = (
    "hips-three-twice",
    "hips-five-hold",
    "band-abductors-3wk",
    "hip-plus-trunk-6wk",
    "all-directions",
)
LIVES = [(program, temper) for program in PROGRAMS for temper in TEMPERAMENTS]
GREENS = 2
"""The green sessions that come before a step up after a red one."""


@pytest.fixture(scope="module")
def people() -> dict[tuple[str, str], Person]:
    """Those who have lived through their program already."""
    return {}


@pytest.fixture(params=LIVES, ids=lambda life: f"{life[0]}-{life[1].name}")
def person(
    request: pytest.FixtureRequest, catalogue: Catalogue, people: dict[tuple[str, str], Person]
) -> Person:
    """Somebody at the end of their program."""
    program, temper = request.param
    if (program, temper.name) not in people:
        made = Person(program=program, temper=temper, catalogue=catalogue)
        made.live()
        people[program, temper.name] = made
    return people[program, temper.name]


def steps(diary: Diary, catalogue: Catalogue, way: int) -> list[Decision]:
    """The accepted steps up (1) or down (-1)."""
    found = (d for d in diary.decisions if d.exercise and d.accepted)
    return [d for d in found if _way(catalogue.exercises[d.exercise], d) == way]


def _way(exercise: Exercise, decision: Decision) -> int:
    ladder = [rung.id for rung in exercise.ladder]
    away = ladder.index(decision.to) - ladder.index(decision.from_)
    return (away > 0) - (away < 0)


def test_the_way_is_explained_line_by_line(
    request: pytest.FixtureRequest, root: Path, catalogue: Catalogue, person: Person
) -> None:
    name = f"{person.program}-{person.temper.name}.txt"
    kept = root / "tests" / "data" / "simulated" / name
    told = "\n".join(explain_lines(person.home.diary, catalogue, person.home.clock())) + "\n"
    if request.config.getoption("--keep-pictures"):
        kept.write_text(told, encoding="utf-8")
    assert told.splitlines() == kept.read_text(encoding="utf-8").splitlines()


def test_what_is_stored_is_settled(catalogue: Catalogue, person: Person) -> None:
    """The morning after is the last thing that was settled, if its question was asked."""
    home = person.home
    run = home.sessions.run()
    assert run is not None
    now = home.clock()
    with home.store.transaction():
        home.coach.settle()
    assert settled(home.diary, catalogue, run, now) == Settled()


def test_no_level_rises_before_two_green_sessions_after_a_red_one(
    catalogue: Catalogue, person: Person
) -> None:
    diary = person.home.diary
    for step in steps(diary, catalogue, 1):
        earlier = [s for s in reversed(diary.sessions) if s.started_at < step.at]
        since_red = list(takewhile(lambda session: session.tag != RED, earlier))
        if len(since_red) < len(earlier):
            assert len([s for s in since_red if s.tag == GREEN]) >= GREENS


def test_every_step_up_is_the_next_one_that_can_be_done(
    catalogue: Catalogue, person: Person
) -> None:
    diary, (run,) = person.home.diary, person.home.diary.runs
    owned = owned_levels(diary.settings, catalogue)
    for step in steps(diary, catalogue, 1):
        exercise = catalogue.exercises[step.exercise]
        to = exercise.rung(step.to)
        assert usable(to.resistance, owned)
        above = higher_rungs(exercise.ladder, exercise.rung(step.from_), owned)
        assert to == above[0]
        before = known_at(diary, step.at - timedelta(microseconds=1))
        assert levels(before, run, catalogue, step.at.date())[step.exercise] == step.from_


def test_two_steps_up_at_most_after_each_session(catalogue: Catalogue, person: Person) -> None:
    diary = person.home.diary
    most = catalogue.rules.up.per_session
    for session, later in zip(diary.sessions, [*diary.sessions[1:], None], strict=True):
        ups = [d for d in steps(diary, catalogue, 1) if _between(d, session, later)]
        assert len(ups) <= most


def _between(decision: Decision, session: Session, later: Session | None) -> bool:
    return session.started_at <= decision.at and (later is None or decision.at < later.started_at)


def test_every_decision_says_why(person: Person) -> None:
    for decision in person.home.diary.decisions:
        assert "Why: " in decision.text or decision.rule.startswith("R-MISS")


# The temperaments


@pytest.mark.parametrize("person", [(name, STEADY) for name in PROGRAMS], indirect=True)
def test_who_is_steady_goes_up_and_never_down(catalogue: Catalogue, person: Person) -> None:
    diary = person.home.diary
    assert len(steps(diary, catalogue, 1)) >= 2
    assert steps(diary, catalogue, -1) == []
    assert {session.tag for session in diary.sessions} == {GREEN}


@pytest.mark.parametrize("person", [(name, SORE) for name in PROGRAMS], indirect=True)
def test_who_is_sore_goes_down_after_a_red_session(catalogue: Catalogue, person: Person) -> None:
    diary = person.home.diary
    reds = [session for session in diary.sessions if session.tag == RED]
    answered = {d.facts.get("session") for d in diary.decisions if d.rule == "R-RED"}
    assert reds
    assert answered & {session.id for session in reds}


@pytest.mark.parametrize("person", [(name, ERRATIC) for name in PROGRAMS], indirect=True)
def test_who_is_erratic_leaves_tags_open_and_declines(person: Person) -> None:
    diary = person.home.diary
    assert any(not session.tag for session in diary.sessions)
    assert len(diary.sessions) < 0.85 * person.planned


def test_all_of_it_happened_to_somebody(people: dict[tuple[str, str], Person]) -> None:
    """The texts show what they are there for."""
    if len(people) < len(LIVES):
        pytest.skip("needs all the lives of this file, and some were left out")
    rules = {d.rule for person in people.values() for d in person.home.diary.decisions}
    assert rules >= {
        "R-UP",
        "R-UP-ABD",
        "R-UP-STEP",
        "R-UP-HOLD",
        "R-RED",
        "R-DOWN",
        "R-GATE",
        "R-SORE",
        "R-FLARE",
        "R-DELOAD",
        "R-NOCHANGE",
        "R-TWICE",
        "R-MISS-2",
        "R-MISS-3",
    }
    assert any(not d.accepted for person in people.values() for d in person.home.diary.decisions)
