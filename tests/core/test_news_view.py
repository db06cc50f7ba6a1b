"""The news on Today: what is told, for how long, and what can be declined."""

from __future__ import annotations

from dataclasses import replace

import pytest

from hipcoach.core.news_view import NewsKind, news_view
from hipcoach.core.progression.settle import settled, with_settled
from hipcoach.core.run import KEPT, Change, Flare
from hipcoach.core.schedule import due
from hipcoach.core.screening import Answer, answered, items_of
from hipcoach.core.text import say
from hipcoach.core.today_view import today_view
from tests.core.progression.lives import BRIDGE, CLAM, HEEL


@pytest.fixture
def see(catalogue, at):
    """`see(diary, day, hour)`: the news at that moment."""

    def made(diary, day, hour=7):
        return news_view(diary, catalogue, due(diary, catalogue, at(day, hour)))

    return made


@pytest.fixture
def stored(catalogue, at):
    """`stored(diary, day, hour)`: the diary with what was due then in it."""

    def made(diary, day, hour=7):
        found = settled(diary, catalogue, diary.runs[-1], at(day, hour))
        kept = [replace(d, id=f"d{day}-{n}") for n, d in enumerate(found.decisions)]
        return with_settled(diary, replace(found, decisions=tuple(kept)))

    return made


def steps(view):
    """Exercise and title of each step that is told."""
    return [
        (say(step.name) if step.name else "", say(step.title))
        for news in view.news
        for step in news.steps
    ]


@pytest.fixture
def earned(lived, felt):
    """Two sessions of 15 tidy ones in two exercises, the last one's morning answered on day 2."""
    return lived(*(felt(day=day, tidy=15, left_out=(BRIDGE,)) for day in (0, 1)))


def test_a_calm_morning_brings_the_steps_with_one_reason(see, earned) -> None:
    view = see(earned, 2)
    assert say(view.title) == "Since your last session"
    assert [news.kind for news in view.news] == [NewsKind.UP]
    assert steps(view) == [
        ("Clamshell", "One step up: red band, 12 reps"),
        ("Heel lift", "One step up: 4 s pause, 12 reps"),
    ]
    assert say(view.news[0].why).startswith("15 tidy reps in every set, left and right")
    assert [say(step.decline) for step in view.news[0].steps] == ["Stay as it is"] * 2
    assert [step.decision.exercise for step in view.news[0].steps] == [CLAM, HEEL]


def test_while_the_morning_is_open_no_step_is_told(see, lived, felt) -> None:
    assert see(lived(felt(day=0, tidy=15), felt(day=1, tidy=15, morning=None)), 2) is None


def test_it_is_told_the_same_once_it_is_stored_and_until_a_session_begins(
    see, stored, earned, lived, felt
) -> None:
    kept = stored(earned, 2)
    assert see(kept, 2, 9) == see(earned, 2)
    assert {step.decision.id for step in see(kept, 2, 9).news[0].steps} == {"d2-0", "d2-1"}
    later = lived(felt(day=0, tidy=15), felt(day=1, tidy=15), felt(day=2, tidy=12))
    assert see(replace(later, decisions=kept.decisions), 2, 10) is None


def test_what_was_declined_is_not_told(see, stored, earned) -> None:
    kept = stored(earned, 2)
    clam, lift = kept.decisions
    declined = replace(kept, decisions=(replace(clam, accepted=False), lift))
    assert steps(see(declined, 2, 9)) == [("Heel lift", "One step up: 4 s pause, 12 reps")]
    neither = tuple(replace(told, accepted=False) for told in kept.decisions)
    assert see(replace(kept, decisions=neither), 2, 9) is None


def test_of_one_exercise_the_latest_decision_is_told(see, stored, earned, at) -> None:
    kept = stored(earned, 2)
    up = kept.decisions[0]
    down = replace(up, id="down", at=at(2, 8), rule="R-SORE", from_=up.to, to=up.from_, text="Down")
    view = see(replace(kept, decisions=(*kept.decisions, down)), 2, 9)
    assert ("Clamshell", "Down") in steps(view)
    assert ("Clamshell", "One step up: red band, 12 reps") not in steps(view)
    [told] = [news for news in view.news if news.kind is NewsKind.DOWN]
    assert told.why is None


def test_what_names_no_step_of_ours_is_passed_over(see, stored, earned, at) -> None:
    """As a diary may have it that was edited by hand, or comes from a later version."""
    odd = replace(stored(earned, 2).decisions[0], id="odd", exercise="headstand")
    assert see(replace(earned, decisions=(odd,)), 2, 9).news == see(earned, 2).news


def test_a_red_session_takes_a_set_from_all_and_can_be_declined(
    see, lived, felt, catalogue, at, make_diary
) -> None:
    diary = lived(felt(day=0, worst=6), screenings=make_diary().screenings)
    [news] = see(diary, 0, 10).news
    assert news.kind is NewsKind.FEWER
    [step] = news.steps
    assert (step.name, say(step.title), say(step.decline)) == (
        None,
        "One set fewer next time",
        "Keep all sets",
    )
    assert "6 at its worst" in say(news.why)
    day = today_view(diary, catalogue, at(1, 14))
    assert day.news.news[0].steps == news.steps
    assert day.hero.easier_note is None  # it is said once


def test_two_high_mornings_ask_and_no_is_kept(see, lived, felt, at) -> None:
    diary = lived(*(felt(day=day, morning=4 if day > 4 else 2) for day in range(7)))
    view = see(diary, 7)
    assert say(view.title) == "Worth knowing"
    [question] = view.news
    assert question.kind is NewsKind.QUESTION
    assert say(question.advice).endswith("Is this a flare-up?")
    no = question.steps[0].decision
    assert say(question.steps[0].decline) == "No"
    told = replace(no, id="no", accepted=False)
    assert see(replace(diary, decisions=(told,)), 7, 9) is None
    assert see(replace(diary, flares=(Flare(from_=at(7, 0).date()),)), 7, 9) is None


def test_an_easy_week_can_be_declined_until_a_session_follows_it(
    see, stored, lived, felt, make_diary, catalogue, at
) -> None:
    hard = [felt(day=day, effort=8, morning=4 if day in {4, 6} else 2) for day in range(7)]
    diary = lived(*hard, screenings=make_diary().screenings)
    [news] = see(diary, 7).news
    assert (news.kind, say(news.steps[0].decline)) == (NewsKind.EASY_WEEK, "No easy week")
    kept = stored(diary, 7)
    assert news.steps[0].decision.rule == "R-DELOAD"
    assert see(kept, 7, 9) == see(diary, 7)
    assert today_view(kept, catalogue, at(7, 14)).hero.easier_note is None
    begun = lived(*hard, felt(day=7), screenings=make_diary().screenings)
    begun = replace(begun, decisions=kept.decisions)
    assert see(begun, 8) is None
    easy = today_view(begun, catalogue, at(8, 14)).hero.easier_note
    assert say(easy) == "This is an easy week: half the sets, the same levels."


def test_what_holds_the_levels_is_told_once_by_the_gravest(see, lived, felt) -> None:
    def session(day):
        score = 2 if day < 7 else 5
        return felt(day=day, before=score, worst=1, morning=score)

    [news] = see(lived(*map(session, range(24))), 24).news
    assert (news.kind, say(news.steps[0].title)) == (NewsKind.ADVICE, "No steps up for now")
    assert news.steps[0].decline is None
    assert say(news.advice).endswith("Please have it looked at.")


def test_that_little_changed_is_told_once_a_week_or_at_the_open_end(
    see, lived, felt, make_run, at
) -> None:
    same = [felt(day=day, before=4, worst=4, after=4, morning=4) for day in range(44)]
    kept = Change(at=at(42, 6), what=KEPT, value=True)
    diary = lived(*same, runs=(make_run(changes=(kept,)),))
    assert steps(see(diary, 42)) == [("", "Not much has changed")]
    assert see(diary, 43) is None
    assert steps(see(lived(*same), 43)) == [("", "Not much has changed")]


def test_behind_a_stop_and_without_a_program_there_is_none(earned, see, catalogue, at) -> None:
    questionnaire = catalogue.questionnaire
    answers = dict.fromkeys(items_of(questionnaire), Answer.NO)
    sign = next(iter(answers))
    stop = answered(questionnaire, answers | {sign: Answer.YES}, at(2, 6))
    assert today_view(replace(earned, screenings=(stop,)), catalogue, at(2, 9)).news is None
    assert see(replace(earned, runs=()), 2) is None
