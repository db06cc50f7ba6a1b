"""The programs in words: whose numbers they are, and what the user made of them."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from hipcoach.core.change_view import change_view
from hipcoach.core.changes import SIDES
from hipcoach.core.diary import Diary
from hipcoach.core.levels import levels
from hipcoach.core.opening import opened
from hipcoach.core.pain import MUSCLE_ACHE, PainRating
from hipcoach.core.program_view import program_facts, programs_view
from hipcoach.core.run import KEPT, ONCE_A_DAY, RUNG, Band, Change, Decision, Run, Settings
from hipcoach.core.screening import Answer, answered
from hipcoach.core.session import Slot
from hipcoach.core.text import say

OWNED = Settings(bands=(Band(colour="yellow"), Band(colour="red")))


@pytest.fixture
def screened(catalogue, morning):
    """A diary of somebody who has no warning sign and owns bands."""
    items = [item.id for topic in catalogue.questionnaire.topics for item in topic.items]
    no = answered(catalogue.questionnaire, dict.fromkeys(items, Answer.NO), morning, {})
    return Diary(screenings=(no,), settings=OWNED)


@pytest.fixture
def running(screened, morning):
    """The same, in the first week of the default program."""
    run = Run(
        id="a" * 32,
        program="hips-three-twice",
        program_version=1,
        started_on=morning.date() - timedelta(days=2),
    )
    return replace(screened, runs=(run,))


def changed(diary, morning, **fields):
    """The diary with a changed run."""
    changes = tuple(
        Change(at=morning, exercise=exercise, what=what, value=value)
        for exercise, what, value in fields.pop("changes", ())
    )
    run = replace(diary.runs[-1], changes=changes, **fields)
    return replace(diary, runs=(*diary.runs[:-1], run))


def facts(diary, catalogue, morning, program):
    found = {told.id: told for told in program_facts(diary, catalogue, morning)}
    return found[program]


def origins(diary, catalogue, morning, program):
    return " ".join(map(say, facts(diary, catalogue, morning, program).origins))


def test_what_the_card_counts_says_whose_choice_it_is(catalogue, morning):
    told = {name: origins(Diary(), catalogue, morning, name) for name in catalogue.programs}
    assert told == {
        "hips-three-twice": (
            "Length and minutes: HipCoach's choice. How often: a physiotherapy clinic's article."
        ),
        "hips-five-hold": "Length, how often and minutes: HipCoach's choice.",
        "band-abductors-3wk": (
            "Length: an article on a three-week band study. "
            "How often and minutes: HipCoach's choice."
        ),
        "hip-plus-trunk-6wk": (
            "Length: an article on hip and trunk exercise. "
            "How often and minutes: HipCoach's choice."
        ),
        "all-directions": "Length, how often and minutes: HipCoach's choice.",
    }


def test_a_program_lasts_as_long_as_its_timelines(catalogue, morning):
    minutes = {f.id: say(f.minutes) for f in program_facts(Diary(), catalogue, morning)}
    assert minutes["hips-three-twice"] == "15–18\u00a0min"
    assert minutes["hips-five-hold"] == "14–32\u00a0min"


def test_the_running_program_shows_the_user_s_own_dose_beside_the_program_s(
    running, catalogue, morning
):
    own = changed(
        running,
        morning,
        changes=[
            ("clamshell-band", "sets", 3),
            ("clamshell-band", "hold", 3),
            ("quadruped-hip-extension", SIDES, "left"),
        ],
    )
    clam, heel, bridge = facts(own, catalogue, morning, "hips-three-twice").exercises
    assert say(clam.dose) == "3 sets of 12–15 reps"
    assert say(clam.changed) == "3 sets, hold 3 s"
    assert say(clam.own) == "2 sets, hold 2 s"
    assert say(heel.sides) == "left only"
    assert bridge.changed is None
    before, after = (
        facts(diary, catalogue, morning, "hips-three-twice").minutes for diary in (running, own)
    )
    assert before.facts["n"] < after.facts["n"]


def test_a_day_that_is_lighter_changes_no_card(running, catalogue, morning):
    told = Decision(
        at=morning,
        rule="R-MISS-3",
        exercise="",
        from_="",
        to="",
        facts={"days": 9, "sessions": 2, "sets": 2},
        text="",
        accepted=True,
    )
    missed = replace(running, decisions=(told,))
    lighter = opened(missed, catalogue, missed.runs[0], morning, Slot.MORNING)
    assert [part.dose.sets for part in lighter.parts] == [1, 1, 1]
    assert program_facts(missed, catalogue, morning) == program_facts(running, catalogue, morning)


def test_once_a_day_is_said_to_be_the_user_s_change(running, catalogue, morning):
    once = changed(running, morning, changes=[("", ONCE_A_DAY, True)])
    assert say(facts(once, catalogue, morning, "hips-three-twice").often) == "once a day"
    told = origins(once, catalogue, morning, "hips-three-twice")
    assert told.startswith("Once a day is your change from the program.")
    assert "How often" not in told
    assert programs_view(once, catalogue, morning).run.once is True


def test_the_weeks_are_over_until_it_is_kept(running, catalogue, morning):
    started = {"started_on": morning.date() - timedelta(weeks=6)}
    over = changed(running, morning, **started)
    assert say(programs_view(over, catalogue, morning).run.over) == "The 6 weeks are over"
    kept = changed(running, morning, changes=[("", KEPT, True)], **started)
    assert programs_view(kept, catalogue, morning).run.over is None
    assert programs_view(running, catalogue, morning).run.over is None


@pytest.mark.parametrize(
    ("weeks", "now", "told"),
    [
        (6, 4, "no-change"),
        (6, 6, "worse"),
        (6, 1, None),
        (5, 4, None),  # the end is not there yet
    ],
)
def test_the_end_says_what_the_numbers_say(running, catalogue, morning, weeks, now, told):
    def rated(days, score):
        return PainRating(id=f"{days}", at=morning - timedelta(days=days), score=score)

    days = 7 * weeks
    ratings = [*(rated(days - n, 4) for n in range(7)), *(rated(6 - n, now) for n in range(7))]
    diary = changed(running, morning, started_on=morning.date() - timedelta(days=days))
    seen = programs_view(replace(diary, pain_ratings=tuple(ratings)), catalogue, morning)
    advice = [say(one) for one in seen.run.advice]
    assert advice == ([catalogue.texts[told]] if told else [])


def test_the_end_says_nothing_of_a_passing_ache(running, catalogue, morning):
    ache = PainRating(id="ache", at=morning, score=2, tags=(MUSCLE_ACHE,))
    over = changed(running, morning, started_on=morning.date() - timedelta(weeks=6))
    seen = programs_view(replace(over, pain_ratings=(ache,)), catalogue, morning)
    assert seen.run.advice == ()


def test_no_program_starts_while_a_warning_sign_is_open(running, catalogue, morning):
    assert programs_view(running, catalogue, morning).refused is None
    item = catalogue.questionnaire.topics[0].items[0].id
    sign = answered(catalogue.questionnaire, {item: Answer.YES}, morning, {})
    stopped = replace(running, screenings=(*running.screenings, sign))
    assert programs_view(stopped, catalogue, morning).refused is not None


def test_the_bridge_is_asked_only_where_the_answer_counts(screened, running, catalogue, morning):
    """Who had the bridge in the program before starts it one step lower in any case."""
    name = "hips-three-twice"
    assert facts(screened, catalogue, morning, name).asks_bridge
    assert not facts(running, catalogue, morning, "hips-five-hold").asks_bridge
    ended = changed(running, morning, ended_on=morning.date() - timedelta(days=1))
    assert not facts(ended, catalogue, morning, name).asks_bridge


def test_the_change_tells_where_the_new_program_really_starts(running, catalogue, morning):
    own = changed(running, morning, changes=[("quadruped-hip-extension", RUNG, "hold-4")])
    told = change_view(own, catalogue, morning, "hips-five-hold")
    new = Run(id="d" * 32, program="hips-five-hold", program_version=1, started_on=morning.date())
    rung = levels(replace(own, runs=(*own.runs, new)), new, catalogue, morning.date())
    heel = catalogue.exercises["quadruped-hip-extension"].rung(rung["quadruped-hip-extension"])
    assert [say(line) for line in told.shared] == [
        f"Heel lift on hands and knees starts one step lower: {heel.text}."
    ]
    assert "in week 1." in say(told.ends[0])
    assert change_view(Diary(), catalogue, morning, "hips-five-hold") is None


def test_each_program_has_a_picture_of_its_own(screened, catalogue, morning):
    shown = [told.picture.figure for told in program_facts(screened, catalogue, morning)]
    assert len(set(shown)) == len(shown)
    assert shown[:2] == ["clamshell-band", "side-lying-hip-abduction"]


def test_an_exercise_is_shown_as_it_is_done_now(running, catalogue, morning):
    first = facts(running, catalogue, morning, "hips-three-twice").exercises[0]
    assert (first.picture.figure, first.picture.rung) == ("clamshell-band", "yellow")
    without = replace(running, settings=Settings(bands=()))
    first = facts(without, catalogue, morning, "hips-three-twice").exercises[0]
    assert first.picture.figure == "clamshell"
