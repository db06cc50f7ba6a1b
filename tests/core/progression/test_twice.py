"""R-TWICE: the second session of a day after an amber one has one set of each exercise."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from hipcoach.core.diary import Diary
from hipcoach.core.lighter import in_force
from hipcoach.core.opening import opened
from hipcoach.core.progression.twice import twice
from hipcoach.core.run import Decision
from hipcoach.core.session import EASY_DAY, Slot
from hipcoach.core.text import say
from tests.core.progression.lives import why_lighter


@pytest.fixture
def evening(catalogue, at) -> Callable[..., Decision | None]:
    """`evening(diary, day)`: what makes that evening's session one set."""

    def made(diary: Diary, day: int = 5, hour: int = 18) -> Decision | None:
        return twice(diary, catalogue, diary.runs[-1], at(day, hour))

    return made


@pytest.mark.parametrize(
    ("pain", "holds"),
    [
        ({"worst": 2}, False),
        ({"worst": 3}, True),
        ({"worst": 4}, True),
        ({"worst": 5}, False),  # risen by 3: red, so the day has no second session
        ({"before": 1, "worst": 3, "after": 1}, True),
        ({"before": 3, "worst": 4}, False),  # R-HIGHBASE
        ({"before": 3, "worst": 5}, True),
        ({"worst": 6}, False),
        ({"worst": None}, False),
        ({"program": EASY_DAY, "before": 6, "worst": 6, "after": 6}, True),
    ],
)
def test_only_after_an_amber_session(lived, felt, evening, pain, holds):
    morning = felt(day=5, morning=None, **pain)
    assert (evening(lived(morning)) is not None) == holds


def test_only_of_the_same_day(lived, felt, evening):
    diary = lived(felt(day=4, worst=4))
    assert evening(diary) is None
    assert evening(diary, 4) is not None


def test_an_earlier_one_of_the_day_counts_too(lived, felt, evening):
    both = (felt(day=5, worst=4, morning=None), felt(day=5, slot=Slot.EVENING, morning=None))
    assert evening(lived(*both), 5, 20) is not None


def test_it_says_the_pain_of_the_session(lived, felt, evening, at):
    told = evening(lived(felt(day=5, worst=4, morning=None)))
    assert told.text == (
        "One set of each exercise this time. Why: Earlier today: pain 2 before, 4 at its worst."
    )
    day = at(5, 0).date().isoformat()
    assert told.facts == {"session": "s5-morning", "until": day, "sessions": 1}
    assert (told.rule, told.exercise, told.accepted) == ("R-TWICE", "", True)


def test_it_holds_for_one_session_and_is_decided_once(lived, felt, evening, catalogue, at):
    morning = felt(day=5, worst=4, morning=None)
    told = evening(lived(morning))
    stored = lived(morning, decisions=(told,))
    assert evening(stored) is None
    assert evening(stored, 5, 19) is None
    assert in_force(stored, at(6, 9), catalogue.rules) == ()
    done = lived(morning, felt(day=5, slot=Slot.EVENING, morning=None), decisions=(told,))
    third = evening(done, 5, 20)
    assert third == replace(told, at=at(5, 20))


def test_the_second_session_has_one_set_of_each(lived, felt, catalogue, at):
    diary = lived(felt(day=5, worst=4, morning=None))
    run = diary.runs[-1]
    second = opened(diary, catalogue, run, at(5, 18), Slot.EVENING)
    assert [part.dose.sets for part in second.parts] == [1, 1, 1]
    next_day = opened(diary, catalogue, run, at(6, 8), Slot.MORNING)
    assert [part.dose.sets for part in next_day.parts] == [2, 2, 2]
    told = say(why_lighter(diary, catalogue, run, at(5, 18)))
    assert told == (
        "One set of each exercise this time, because of the pain around today's first session."
    )
