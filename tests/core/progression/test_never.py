"""What no life may lead to: random sessions, mornings, bands and answers, settled day by day."""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import replace
from datetime import datetime

import pytest
from hypothesis import given, settings

from hipcoach.core.catalogue import Catalogue
from hipcoach.core.diary import Diary
from hipcoach.core.exercise import Exercise
from hipcoach.core.levels import levels, owned_levels
from hipcoach.core.progression.case import case_of
from hipcoach.core.progression.judged import judged
from hipcoach.core.run import Band, Decision, Run, Settings
from hipcoach.core.session import GREEN, RED
from tests.core.progression.random_lives import COLOURS, DAY, FIRST, Day, Felt, Life, lives


def check(life: Life, made: Collection[Decision], now: datetime) -> None:
    """Every step up is earned, to the next rung, with what is owned; every level is a rung."""
    ladders = life.catalogue.exercises
    ups = [d for d in made if d.exercise and rises(d, ladders[d.exercise])]
    assert len(ups) <= life.catalogue.rules.up.per_session
    for step in ups:
        owned = owned_levels(life.diary.settings, life.catalogue)
        assert_next_rung(step, ladders[step.exercise], owned)
        assert_two_greens(life, now)
    for name, rung in levels(life.diary, life.run, life.catalogue, now.date()).items():
        assert rung in {one.id for one in ladders[name].ladder}


def rises(step: Decision, ladder: Exercise) -> bool:
    places = [rung.id for rung in ladder.ladder]
    return places.index(step.to) > places.index(step.from_)


def assert_two_greens(life: Life, now: datetime) -> None:
    """Two sessions were green since the latest red one."""
    case = case_of(life.diary, life.catalogue, life.run, now)
    tags = [judged(facts, life.catalogue.rules.tag).tag for facts in case.sessions]
    since_red = tags[: tags.index(RED)] if RED in tags else tags
    assert since_red.count(GREEN) >= 2


def assert_next_rung(step: Decision, ladder: Exercise, owned: Collection[int] | None) -> None:
    """It can be done, and no rung between that can be done was passed over."""
    places = [rung.id for rung in ladder.ladder]
    here, to = places.index(step.from_), places.index(step.to)
    band = ladder.ladder[here].resistance.level
    heaviest = band + 1 if band else 2
    can = [
        rung.resistance.level == 0
        or (rung.resistance.level <= heaviest and (owned is None or rung.resistance.level in owned))
        for rung in ladder.ladder[here + 1 : to + 1]
    ]
    assert can == [False] * (len(can) - 1) + [True]


@pytest.fixture(scope="session")
def lived(catalogue: Catalogue) -> Callable[[str, list[Day]], Life]:
    """`lived(program, days)`: the whole life, from the run's first day on."""

    def made(program: str, days: list[Day]) -> Life:
        run = Run(id="run", program=program, program_version=1, started_on=FIRST.date())
        bands = tuple(Band(colour=colour) for colour in COLOURS[:3])
        diary = Diary(runs=(run,), settings=Settings(bands=bands))
        life = Life(catalogue=catalogue, run=run, diary=diary, check=check)
        midnight = FIRST
        for day in days:
            life.live(day, midnight)
            midnight += day.days * DAY
        return life

    return made


Lived = Callable[[str, list[Day]], Life]


@settings(max_examples=20, deadline=None)
@given(life=lives())
def test_no_life_raises_a_level_too_early_too_far_or_without_the_band(
    lived: Lived, life: tuple[str, list[Day]]
) -> None:
    lived(*life)


@settings(max_examples=10, deadline=None)
@given(life=lives(even=1))
def test_left_and_right_lead_to_the_same_levels(lived: Lived, life: tuple[str, list[Day]]) -> None:
    program, days = life
    both = lived(program, days), lived(program, [mirrored(day) for day in days])
    told, other = ([(d.rule, d.exercise, d.from_, d.to) for d in one.steps] for one in both)
    assert told == other


def mirrored(day: Day) -> Day:
    """The same day with left and right exchanged."""
    return replace(day, sessions=tuple(map(_mirrored, day.sessions)))


def _mirrored(felt: Felt) -> Felt:
    if felt.short is None:
        return felt
    place, side, reps = felt.short
    return replace(felt, short=(place, side.other, reps))


def test_such_a_life_leads_down_back_and_up(lived: Lived) -> None:
    calm = Felt(pain=(2, 2), effort=6, hurt=None, short=None, kind="own")
    red = replace(calm, pain=(2, 7), hurt=(0, 7))
    usual = Day(
        sessions=(calm,),
        morning=2,
        days=1,
        bands=None,
        declines=False,
        aches=False,
        flare=False,
    )
    steps = lived("hips-three-twice", [usual, replace(usual, sessions=(red,)), *[usual] * 11]).steps
    clam = [(d.rule, d.from_, d.to) for d in steps if d.exercise == "clamshell-band"]
    assert clam == [
        ("R-RED", "yellow", "none"),
        ("R-DOWN", "none", "yellow"),
        ("R-UP", "yellow", "red"),
    ]
