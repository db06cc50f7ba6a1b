"""This hurts: what is offered at and around each threshold (product.md section 5)."""

from __future__ import annotations

from datetime import datetime

import pytest

from hipcoach.core.catalogue import Catalogue
from hipcoach.core.hurt import (
    Choice,
    is_new_below_knee,
    offers,
    offers_between,
    others_red,
)
from hipcoach.core.pain import Place
from hipcoach.core.session import EventKind, SessionEvent
from hipcoach.core.text import say

ALL = (Choice.EASIER, Choice.FEWER, Choice.SKIP, Choice.END)


@pytest.mark.parametrize(
    ("score", "before", "others", "choices", "preselected"),
    [
        (0, 0, 0, ALL, None),
        (2, 0, 0, ALL, None),
        (3, 1, 0, ALL, Choice.EASIER),
        (5, 3, 0, ALL, Choice.EASIER),
        (6, 5, 0, (Choice.SKIP, Choice.END), None),
        (7, 5, 0, (Choice.SKIP, Choice.END), None),
        (8, 7, 0, (Choice.END,), Choice.END),
        (10, None, 0, (Choice.END,), Choice.END),
        (4, 2, 0, ALL, Choice.EASIER),
        (4, 1, 0, (Choice.SKIP, Choice.END), None),
        (4, None, 0, ALL, Choice.EASIER),
        (6, 5, 1, (Choice.END,), Choice.END),
        (4, 1, 1, (Choice.END,), Choice.END),
        (4, 2, 1, ALL, Choice.EASIER),
    ],
)
def test_offers_narrow_with_pain(
    catalogue: Catalogue,
    score: int,
    before: int | None,
    others: int,
    choices: tuple[Choice, ...],
    preselected: Choice | None,
) -> None:
    found = offers(score, before, others, catalogue.rules.hurt)
    assert (found.choices, found.preselected) == (choices, preselected)


@pytest.mark.parametrize(
    ("score", "others", "why"),
    [
        (7, 0, None),
        (8, 0, "At a pain of 8 or more the session ends here."),
        (7, 1, "2 exercises hurt a lot today, so the session ends here."),
        (8, 1, "At a pain of 8 or more the session ends here."),
    ],
)
def test_where_only_the_end_is_left_it_is_said_why(
    catalogue: Catalogue, score: int, others: int, why: str | None
) -> None:
    found = offers(score, 5, others, catalogue.rules.hurt)
    assert (say(found.why) if found.why else None) == why
    assert offers_between(found).why == found.why


def test_only_other_exercises_that_hurt_that_much_count(
    catalogue: Catalogue, morning: datetime
) -> None:
    def hurt(exercise: str, score: int | None, kind: EventKind = EventKind.HURT) -> SessionEvent:
        return SessionEvent(at=morning, kind=kind, exercise=exercise, score=score)

    events = [
        hurt("clamshell", 6),
        hurt("clamshell", 7),
        hurt("bridge", 6),
        hurt("mild", 3),
        hurt("unanswered", None),
        hurt("skipped", 9, EventKind.SKIP),
    ]
    assert others_red(events, "bridge", 2, catalogue.rules.hurt) == 1
    assert others_red(events, "heel", 2, catalogue.rules.hurt) == 2
    assert others_red(events, "heel", 0, catalogue.rules.hurt) == 3


LEFT, RIGHT, THIGH = Place.BELOW_KNEE_LEFT, Place.BELOW_KNEE_RIGHT, Place.THIGH_LEFT


@pytest.mark.parametrize(
    ("places", "known", "is_new"),
    [
        ((), (), False),
        ((THIGH,), (), False),
        ((LEFT,), (), True),
        ((LEFT,), (THIGH,), True),
        ((LEFT, THIGH), (LEFT,), False),
        ((LEFT, RIGHT), (LEFT,), True),
    ],
)
def test_below_the_knee_only_what_was_never_told_is_a_sign(places, known, is_new: bool) -> None:
    assert is_new_below_knee(places, known) is is_new
