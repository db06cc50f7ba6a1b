"""What a session came to: the worst of band, rise, morning and not settled, and its sentence."""

from __future__ import annotations

from collections.abc import Callable
from itertools import product

import pytest

from hipcoach.core.catalogue import Catalogue
from hipcoach.core.progression.facts import SessionFacts
from hipcoach.core.progression.judged import Judged, earns, judged
from hipcoach.core.session import EASY_DAY, Session
from hipcoach.core.text import say

Made = Callable[..., SessionFacts]


@pytest.fixture
def facts(make_session: Callable[..., Session]) -> Made:
    """`facts(before, worst, morning, usual)`: a session with these answers."""

    def made(
        before: int | None = 2,
        worst: int | None = 2,
        morning: int | None = 2,
        usual: float | None = 2,
        *,
        easy: bool = False,
        **more: object,
    ) -> SessionFacts:
        session = make_session(3, **({"program": EASY_DAY} if easy else {}))
        answers = {"before": before, "worst": worst, "after": None, "morning": morning}
        return SessionFacts(session=session, usual=usual, **(answers | more))

    return made


@pytest.fixture
def judge(catalogue: Catalogue, facts: Made) -> Callable[..., Judged]:
    """`judge(before, worst, morning, usual)`: what it came to."""

    def made(*args: object, **more: object) -> Judged:
        return judged(facts(*args, **more), catalogue.rules.tag)

    return made


@pytest.mark.parametrize(
    ("before", "worst", "tag", "rule"),
    [
        (2, 2, "green", "R-GREEN"),
        (1, 2, "green", "R-GREEN"),
        (2, 3, "amber", "R-AMBER"),  # the band begins at 3
        (0, 2, "amber", "R-AMBER"),  # a rise of 2
        (0, 3, "red", "R-RED"),  # a rise of 3
        (2, 5, "red", "R-RED"),
        (3, 3, "green", "R-HIGHBASE"),  # from 3 to 5 only the rise counts
        (3, 4, "green", "R-HIGHBASE"),
        (3, 5, "amber", "R-HIGHBASE"),
        (5, 5, "green", "R-HIGHBASE"),
        (5, 4, "green", "R-HIGHBASE"),  # it fell: the peak is the pain before
        (5, 6, "red", "R-RED"),  # the band begins at 6
        (4, 6, "red", "R-RED"),
        (6, 6, "red", "R-RED"),
    ],
)
def test_band_and_rise(
    judge: Callable[..., Judged], before: int, worst: int, tag: str, rule: str
) -> None:
    found = judge(before, worst)
    assert (found.tag, found.so_far, found.rule) == (tag, tag, rule)


@pytest.mark.parametrize(
    ("morning", "usual", "tag", "rule"),
    [
        (3, 2, "green", "R-GREEN"),
        (4, 2.5, "green", "R-GREEN"),
        (4, 2, "amber", "R-AMBER"),
        (5, 2.5, "amber", "R-AMBER"),
        (5, 2, "red", "R-RED"),
        (0, 5, "green", "R-GREEN"),
    ],
)
def test_the_morning_after(
    judge: Callable[..., Judged], morning: int, usual: float, tag: str, rule: str
) -> None:
    found = judge(2, 2, morning, usual)
    assert (found.tag, found.rule) == (tag, rule)


@pytest.mark.parametrize(
    ("before", "worst", "morning", "tag", "rule"),
    [
        (6, 6, 2, "amber", "R-PRE6-TAG"),
        (6, 7, 2, "amber", "R-PRE6-TAG"),
        (6, 8, 2, "red", "R-PRE6-TAG"),
        (7, 7, 2, "amber", "R-PRE6-TAG"),
        (6, 6, 4, "amber", "R-PRE6-TAG"),
        (6, 6, 5, "red", "R-RED"),
        (4, 4, 2, "amber", "R-PRE6-TAG"),  # in a flare-up: never green
    ],
)
def test_an_easy_day(
    judge: Callable[..., Judged], before: int, worst: int, morning: int, tag: str, rule: str
) -> None:
    found = judge(before, worst, morning, 2, easy=True)
    assert (found.tag, found.rule) == (tag, rule)


def test_a_calm_morning_mends_nothing(judge: Callable[..., Judged]) -> None:
    assert judge(3, 6, 0, 4).tag == "red"


def test_what_had_not_settled_a_day_later_is_red(judge: Callable[..., Judged]) -> None:
    found = judge(3, 5, unsettled=True)
    assert (found.tag, found.rule) == ("red", "R-RED")


@pytest.mark.parametrize("more", [{"after": 5}, {"hurts": (1, 5)}])
def test_pain_after_it_and_where_it_hurt_count_too(
    judge: Callable[..., Judged], more: dict[str, object]
) -> None:
    assert judge(2, 2, **more).tag == "red"


# What is missing


@pytest.mark.parametrize(
    ("before", "worst", "morning", "so_far", "rule"),
    [
        (2, 2, None, "green", "R-NOAM"),
        (3, 4, None, "green", "R-NOAM"),
        (2, 3, None, "amber", "R-AMBER"),
        (3, 5, None, "amber", "R-HIGHBASE"),
        (2, None, 2, "green", "R-GREEN"),
        (2, None, 4, "amber", "R-AMBER"),
        (None, 2, 2, "", ""),  # a calm morning does not tell how much the pain rose
        (None, 4, 2, "", ""),  # nor whether 4 is amber
        (None, 4, 4, "amber", "R-AMBER"),
        (None, 4, None, "", ""),
        (None, None, None, "", ""),
    ],
)
def test_without_an_answer_the_tag_is_open(
    judge: Callable[..., Judged],
    before: int | None,
    worst: int | None,
    morning: int | None,
    so_far: str,
    rule: str,
) -> None:
    found = judge(before, worst, morning)
    assert (found.tag, found.so_far, found.rule) == ("", so_far, rule)


@pytest.mark.parametrize(
    ("before", "worst", "morning"), [(None, 6, None), (6, None, None), (2, None, 5), (0, 3, None)]
)
def test_red_is_final_as_soon_as_it_is_known(
    judge: Callable[..., Judged], before: int | None, worst: int | None, morning: int | None
) -> None:
    assert judge(before, worst, morning).tag == "red"


def test_without_a_usual_morning_it_stays_open(judge: Callable[..., Judged]) -> None:
    found = judge(2, 2, 9, None)
    assert (found.tag, found.rule) == ("", "R-NOAM")


def test_an_easy_day_without_any_answer_is_amber_so_far(judge: Callable[..., Judged]) -> None:
    found = judge(None, 9, None, easy=True)
    assert (found.tag, found.so_far, found.rule) == ("", "amber", "R-PRE6-TAG")


# Precedence, for every pair that can hold at once

HEIGHTS = {"green": (2, 2), "amber": (2, 3), "red": (6, 6)}
MORNINGS = {"green": 3, "amber": 4, "red": 5}
ORDER = ["green", "amber", "red"]


@pytest.mark.parametrize(("band", "morning"), list(product(ORDER, ORDER)))
def test_of_band_and_morning_the_worse_one(
    judge: Callable[..., Judged], band: str, morning: str
) -> None:
    found = judge(*HEIGHTS[band], MORNINGS[morning], 2)
    assert found.tag == max(band, morning, key=ORDER.index)


@pytest.mark.parametrize(
    ("worst", "morning", "tag", "rule"),
    [
        (4, 3, "green", "R-HIGHBASE"),
        (4, 4, "amber", "R-AMBER"),  # a morning overrides the milder high base
        (4, 5, "red", "R-RED"),
        (5, 3, "amber", "R-HIGHBASE"),
        (5, 4, "amber", "R-HIGHBASE"),  # both amber: the high base stands first
        (5, 5, "red", "R-RED"),
    ],
)
def test_high_base_and_morning(
    judge: Callable[..., Judged], worst: int, morning: int, tag: str, rule: str
) -> None:
    found = judge(3, worst, morning, 2)
    assert (found.tag, found.rule) == (tag, rule)


@pytest.mark.parametrize(("easy", "before"), [(True, 6), (False, 3), (False, 1)])
def test_not_settled_is_red_beside_everything(
    judge: Callable[..., Judged], easy: bool, before: int
) -> None:
    found = judge(before, before + 1, easy=easy, unsettled=True)
    assert (found.tag, found.rule) == ("red", "R-RED")


def test_an_easy_day_goes_before_the_bands(judge: Callable[..., Judged]) -> None:
    assert judge(7, 7, easy=True).rule == "R-PRE6-TAG"
    assert judge(4, 5, easy=True).rule == "R-PRE6-TAG"


# What earns a step


@pytest.mark.parametrize(
    ("before", "worst", "morning", "usual", "yes"),
    [
        (2, 2, 3, 2, True),  # 1 above the usual
        (2, 2, 4, 2.5, False),  # a half more: green, but not calm enough for a step
        (2, 3, 2, 2, False),
        (3, 3, 2, 2, True),
        (3, 4, 2, 2, False),  # high base: no rise at all
        (3, 3, 3, 2, False),  # and the morning at most as usual
        (None, 2, 2, 2, False),
        (2, None, 2, 2, False),
    ],
)
def test_a_step_is_earned_by_a_calm_session(
    catalogue: Catalogue,
    facts: Made,
    before: int | None,
    worst: int | None,
    morning: int,
    usual: float,
    yes: bool,
) -> None:
    assert earns(facts(before, worst, morning, usual), catalogue.rules) is yes


def test_an_open_morning_is_taken_as_calm(catalogue: Catalogue, facts: Made) -> None:
    assert earns(facts(2, 2, None, open=True), catalogue.rules)
    assert earns(facts(3, 3, None, open=True), catalogue.rules)
    assert not earns(facts(3, 4, None, open=True), catalogue.rules)
    assert not earns(facts(2, None, None, open=True), catalogue.rules)


def test_a_morning_that_stays_away_earns_nothing(catalogue: Catalogue, facts: Made) -> None:
    assert not earns(facts(2, 2, None), catalogue.rules)


# The sentence


@pytest.mark.parametrize(
    ("given", "more", "words"),
    [
        ((3, 3, 2, 2), {}, "pain 3 before, 3 at its worst, 2 the next morning, usual 2"),
        ((3, 3, 2, 2.5), {}, "pain 3 before, 3 at its worst, 2 the next morning, usual 2.5"),
        (
            (2, 3, 2, 2),
            {"after": 4, "hurts": (3, 5)},
            (
                "pain 2 before, 3 at its worst, 4 right after, 5 when it hurt, 2 the next morning, "
                "usual 2"
            ),
        ),
        (
            (2, 3, 2, None),
            {"after": 3, "hurts": (3,)},
            "pain 2 before, 3 at its worst, 2 the next morning, usual not known",
        ),
        (
            (2, 4, 4, 3),
            {"stands_in": True, "unsettled": True},
            (
                "pain 2 before, 4 at its worst, 4 before the next session, usual 3, a day later "
                "still 2 or more above the pain before"
            ),
        ),
        (
            (None, None, None, 3),
            {"after": 1, "hurts": (1,)},
            (
                "pain before not given, its worst not given, 1 right after, 1 when it hurt, next "
                "morning not given"
            ),
        ),
        ((2, 2, None, 3), {"open": True}, "pain 2 before, 2 at its worst"),
    ],
)
def test_it_says_why_in_the_users_numbers(
    judge: Callable[..., Judged], given: tuple[object, ...], more: dict[str, object], words: str
) -> None:
    assert say(judge(*given, **more).why) == words
