"""What the rules propose while the review is answered."""

from __future__ import annotations

from dataclasses import replace

import pytest

from hipcoach.core.progression.verdict import Move
from hipcoach.core.proposal import proposal, with_review
from hipcoach.core.review import Review
from hipcoach.core.session import SessionState

CLAM, LIFT, BRIDGE = "clamshell-band", "quadruped-hip-extension", "single-leg-bridge"
CALM = Review(effort=5, worst=2, after=2)


@pytest.fixture
def played(lived, felt):
    """The diary with a second good day's session that is over, and that session."""
    open_ = {"worst": None, "after": None, "effort": None, "morning": None}
    diary = lived(felt(day=0, tidy=15), felt(day=1, tidy=15, **open_))
    return diary, diary.sessions[-1]


@pytest.fixture
def proposed(played, catalogue, at):
    """`proposed(review)`: the verdicts by exercise."""
    diary, session = played

    def made(review: Review):
        found = proposal(diary, catalogue, session, review, at(1, 8, 30))
        assert found is not None
        return {verdict.exercise: verdict for verdict in found.verdicts}

    return made


def test_with_calm_answers_two_steps_wait_for_the_morning(proposed) -> None:
    found = proposed(CALM)
    assert [found[name].move for name in (CLAM, LIFT, BRIDGE)] == [Move.UP, Move.UP, Move.SAME]
    assert found[CLAM].waits
    assert found[BRIDGE].rule == "R-LIMIT"


@pytest.mark.parametrize(
    ("review", "rule"),
    [
        (replace(CALM, effort=8), "R-UP"),
        (replace(CALM, effort=None), "R-UP"),
        (replace(CALM, worst=4), "R-AMBER"),
        (replace(CALM, after=4), "R-AMBER"),
        (replace(CALM, tidy={0: 14}), "R-SIDE"),
    ],
)
def test_each_answer_counts_at_once(proposed, review: Review, rule: str) -> None:
    assert (proposed(review)[CLAM].move, proposed(review)[CLAM].rule) == (Move.SAME, rule)


def test_pain_of_six_means_one_set_fewer_of_all(proposed) -> None:
    found = proposed(replace(CALM, worst=6))
    assert (found[""].fewer, found[""].rule) == (True, "R-RED")


def test_nothing_is_proposed_for_a_program_that_is_not_under_way(played, catalogue, at) -> None:
    diary, session = played
    other = replace(session, run="another")
    assert proposal(diary, catalogue, other, CALM, at(1, 9)) is None
    ended = replace(diary, runs=(replace(diary.runs[0], ended_on=at(1, 9).date()),))
    assert proposal(ended, catalogue, session, CALM, at(1, 9)) is None


def test_a_bad_answer_is_refused_by_name(played, catalogue, at) -> None:
    diary, session = played
    with pytest.raises(ValueError, match="0 to 10"):
        proposal(diary, catalogue, session, Review(worst=11), at(1, 9))


@pytest.mark.parametrize("before", ["", "deleted"])
def test_without_the_pain_before_the_answers_stand_all_the_same(
    played, catalogue, at, before: str
) -> None:
    diary, session = played
    session = replace(session, pain_before=before, state=SessionState.ENDED_EARLY)
    found = with_review(diary, session, Review(worst=3), catalogue.rules.tag, at(1, 9))
    assert found.pain_ratings == diary.pain_ratings
    assert (found.sessions[-1].pain_worst, found.sessions[-1].tag) == (3, "")
    assert found.sessions[:-1] == diary.sessions[:-1]
