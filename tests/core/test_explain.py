"""The facts and rules behind the levels, in words, day by day."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime, timedelta, timezone

import pytest

from hipcoach.core.catalogue import Catalogue
from hipcoach.core.diary import Diary
from hipcoach.core.exercise import Side
from hipcoach.core.explain import Explained, explain
from hipcoach.core.pain import PainRating
from hipcoach.core.run import (
    AWAY,
    ILL,
    ONE_LEG_BRIDGE,
    RUNG,
    Absence,
    Band,
    Change,
    CheckIn,
    Decision,
    Flare,
    Run,
    Settings,
)
from hipcoach.core.screening import Answer, answered, items_of
from hipcoach.core.session import (
    EASIER_TODAY,
    EASY_DAY,
    WARNING_SIGN,
    EventKind,
    Session,
    SessionEvent,
    SessionState,
    SideSet,
    Slot,
)
from hipcoach.core.text import say

START = datetime(2026, 11, 2, 9, tzinfo=timezone(timedelta(hours=1)))
BANDS = (Band(colour="yellow"), Band(colour="red"))
WHY = "One step up: red band, 12 reps. Why: 15 tidy reps in every set."
CLAM, HEEL = "clamshell-band", "quadruped-hip-extension"


def run(*changes: Change, ended_on: date | None = None) -> Run:
    return Run(
        id="run",
        program="hips-three-twice",
        program_version=1,
        started_on=START.date(),
        ended_on=ended_on,
        changes=changes,
    )


def decided(day: int, text: str, exercise: str = CLAM, *, accepted: bool = True) -> Decision:
    return Decision(
        at=START + timedelta(days=day),
        rule="R-UP",
        exercise=exercise,
        from_="yellow",
        to="red",
        text=text,
        accepted=accepted,
    )


def told(catalogue: Catalogue, diary: Diary, day: int = 40) -> Explained:
    return explain(diary, catalogue, START + timedelta(days=day))


def lines(explained: Explained) -> list[str]:
    """Each day's name, and below it what happened."""
    return [
        line
        for day in explained.days
        for line in (say(day.name), *(say(one) for item in day.told for one in item.all))
    ]


def now(explained: Explained) -> list[str]:
    return [say(line) for line in explained.now]


def test_it_says_where_each_exercise_started_what_was_decided_and_where_it_is(
    catalogue: Catalogue,
) -> None:
    decisions = (decided(10, WHY), decided(17, "Green band?", accepted=False))
    diary = Diary(runs=(run(),), decisions=decisions, settings=Settings(bands=BANDS))
    found = told(catalogue, diary)
    assert [say(line) for line in found.head] == [
        "Three exercises, twice a day, since 2 Nov 2026.",
        "Clamshell: starts at yellow band, the lightest band that you own.",
        "Heel lift: starts at body weight, as the program starts.",
        "One-leg bridge: starts at two legs, as the program starts.",
    ]
    assert lines(found) == [
        "Thu 12 Nov 2026",
        f"Clamshell, R-UP: {WHY} Accepted.",
        "Thu 19 Nov 2026",
        "Clamshell, R-UP: Green band? Declined.",
    ]
    assert now(found)[::2] == [
        "Clamshell: now at red band.",
        "Heel lift: now at body weight.",
        "One-leg bridge: now at two legs.",
    ]
    assert now(found)[1].startswith("Next, R-UP: Same again: red band. Why: ")


def test_a_day_in_the_past_knows_nothing_of_later_ones(catalogue: Catalogue) -> None:
    own = Change(at=START + timedelta(days=12), what=RUNG, exercise=HEEL, value="hold-4")
    diary = Diary(runs=(run(own),), decisions=(decided(10, WHY),))
    early = told(catalogue, diary, 9)
    assert "Clamshell: now at yellow band." in now(early)
    assert early.days == ()
    assert [say(day.name) for day in told(catalogue, diary, 12).days] == [
        "Thu 12 Nov 2026",
        "Sat 14 Nov 2026",
    ]


def test_what_the_user_chose_is_said_as_that(catalogue: Catalogue) -> None:
    own = Change(at=START + timedelta(days=12), what=RUNG, exercise=HEEL, value="hold-4")
    gone = Change(at=START + timedelta(days=13), what=RUNG, exercise=HEEL, value="platinum")
    other = Change(at=START + timedelta(days=14), what=RUNG, exercise="handstand", value="wall")
    found = told(catalogue, Diary(runs=(run(own, gone, other),)))
    assert lines(found)[1::2] == [
        "Heel lift: you chose 4 s pause.",
        "Heel lift: you chose platinum.",
        "handstand: you chose wall.",
    ]
    assert "Heel lift: now at 4 s pause." in now(found)


def test_a_band_that_is_owned_no_longer_is_said(catalogue: Catalogue) -> None:
    diary = Diary(runs=(run(),), decisions=(decided(10, WHY),), settings=Settings(bands=BANDS[:1]))
    found = now(told(catalogue, diary))
    assert found[:2] == [
        "Clamshell: now at red band.",
        "Without its band it is done at yellow band.",
    ]


def test_the_reasons_of_a_start(catalogue: Catalogue) -> None:
    able = Change(at=START, what=ONE_LEG_BRIDGE, value=True)
    diary = Diary(runs=(run(able),), settings=Settings(bands=()))
    head = [say(line) for line in told(catalogue, diary).head]
    assert "Clamshell: starts at no band, as you own no light band." in head
    assert (
        "One-leg bridge: starts at free knee straight, as 6 tidy ones on one leg are possible."
        in head
    )


def test_after_another_program_it_says_so(catalogue: Catalogue) -> None:
    before = run(ended_on=START.date() + timedelta(days=20))
    later = Run(
        id="next",
        program="hips-three-twice",
        program_version=1,
        started_on=START.date() + timedelta(days=21),
    )
    found = told(catalogue, Diary(runs=(before, later), decisions=(decided(10, WHY),)))
    assert "Clamshell: starts at yellow band, one step below the program before." in [
        say(line) for line in found.head
    ]
    assert found.days == ()  # those of the program before are its own


def test_a_program_that_ended_later_was_under_way(catalogue: Catalogue) -> None:
    diary = Diary(runs=(run(ended_on=START.date() + timedelta(days=20)),))
    assert now(told(catalogue, diary, 19))
    assert now(told(catalogue, diary, 20))


def test_a_decision_about_no_exercise_names_its_rule(catalogue: Catalogue) -> None:
    easy = decided(20, "One easy week: half the sets.", exercise="")
    gone = decided(21, "One step easier.", exercise="handstand")
    assert lines(told(catalogue, Diary(runs=(run(),), decisions=(easy, gone))))[1::2] == [
        "R-UP: One easy week: half the sets.",
        "handstand, R-UP: One step easier. Accepted.",
    ]


def test_text_with_braces_is_said_as_it_is(catalogue: Catalogue) -> None:
    found = told(catalogue, Diary(runs=(run(),), decisions=(decided(3, "{to.__class__} {0}"),)))
    assert "Clamshell, R-UP: {to.__class__} {0} Accepted." in lines(found)


@pytest.mark.parametrize("diary", [Diary(), Diary(runs=(run(ended_on=START.date()),))])
def test_without_a_program_it_says_that(catalogue: Catalogue, diary: Diary) -> None:
    found = told(catalogue, diary, 5)
    assert [say(line) for line in found.head] == ["No program is under way on 7 Nov 2026."]
    assert found.days == found.now == ()


# Sessions


@pytest.fixture
def clam(make_set: Callable[..., SideSet]) -> Callable[..., SideSet]:
    """`clam(side, set, tidy)`: a set of the clamshell."""

    def made(side: Side, number: int, tidy: int, **more: object) -> SideSet:
        return make_set(CLAM, side=side, set=number, tidy_reps=tidy, **more)

    return made


def day_of(found: Explained, name: str) -> list[str]:
    """What happened on one day."""
    (day,) = (day for day in found.days if say(day.name) == name)
    return [say(line) for told in day.told for line in told.all]


def test_a_session_says_its_facts_its_tag_and_what_was_done(
    catalogue: Catalogue,
    make_session: Callable[..., Session],
    clam: Callable[..., SideSet],
    at: Callable[..., datetime],
) -> None:
    ratings = (
        PainRating(id="u", at=at(10, 7), score=3),
        PainRating(id="b", at=at(10, 17), score=3, tags=("before-session",)),
        PainRating(id="m", at=at(11, 7), score=2, tags=("next-morning",)),
    )
    sets = (
        clam(Side.LEFT, 1, 12),
        clam(Side.RIGHT, 1, 11),
        clam(Side.LEFT, 2, 10, rung="none"),
        clam(Side.RIGHT, 2, 9, rung="none"),
    )
    hurt = SessionEvent(
        at=at(10, 18), kind=EventKind.HURT, exercise=CLAM, side=Side.LEFT, set=2, score=3
    )
    session = make_session(
        10,
        Slot.EVENING,
        pain_before="b",
        next_morning="m",
        pain_worst=3,
        effort=5,
        sets=sets,
        events=(hurt, replace(hurt, exercise=""), replace(hurt, score=None)),
    )
    diary = Diary(runs=(run(),), sessions=(session,), pain_ratings=ratings)
    facts = "pain 3 before, 3 at its worst"
    done = [
        "Clamshell, yellow band, then no band: left 12, 10; right 11, 9 tidy.",
        "Clamshell: this hurts, 3.",
        "This hurts: 3.",
    ]
    assert day_of(told(catalogue, diary), "Thu 12 Nov 2026") == [
        f"Evening session: {facts}, 2 the next morning, usual 3: green (R-HIGHBASE). Effort 5.",
        *done,
    ]
    assert day_of(told(catalogue, diary, 10.5), "Thu 12 Nov 2026") == [
        (
            f"Evening session: {facts}, the next morning still to come: green so far (R-NOAM). "
            "Effort 5."
        ),
        *done,
    ]


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        (
            {"effort": None},
            (
                "Morning session: pain before not given, its worst not given, next "
                "morning not given: too little to go by. Effort not given."
            ),
        ),
        (
            {"program": EASY_DAY, "pain_worst": 6, "effort": 2},
            (
                "Easy day: pain before not given, 6 at its worst, next morning not given: amber so "
                "far (R-PRE6-TAG). Effort 2."
            ),
        ),
        (
            {"program": EASIER_TODAY, "pain_worst": 6, "state": SessionState.ENDED_EARLY},
            (
                "Easier today: pain before not given, 6 at its worst, next morning not given: red "
                "(R-RED). Effort not given. Ended early."
            ),
        ),
        ({"state": SessionState.RUNNING}, "Morning session: under way."),
        (
            {"without_app": True, "slot": Slot.EXTRA},
            "Extra session without the app: no rule goes by it.",
        ),
    ],
)
def test_sessions_of_other_kinds(
    catalogue: Catalogue,
    make_session: Callable[..., Session],
    changes: dict[str, object],
    words: str,
) -> None:
    diary = Diary(runs=(run(),), sessions=(make_session(10, **changes),))
    assert day_of(told(catalogue, diary), "Thu 12 Nov 2026")[0] == words


def test_what_made_a_session_lighter_is_said(
    catalogue: Catalogue, make_session: Callable[..., Session]
) -> None:
    easy = replace(
        decided(9, "An easy week.", exercise=""),
        rule="R-DELOAD",
        facts={"until": (START + timedelta(days=12)).date().isoformat()},
    )
    diary = Diary(runs=(run(),), sessions=(make_session(10),), decisions=(easy,))
    first, *_ = day_of(told(catalogue, diary), "Thu 12 Nov 2026")
    assert first.endswith("Effort not given. It was made lighter.")


def test_an_exercise_that_is_gone_is_named_by_its_id(
    catalogue: Catalogue, make_session: Callable[..., Session], make_set: Callable[..., SideSet]
) -> None:
    sets = (make_set("handstand", rung="wall", side=Side.BOTH), make_set(HEEL, rung="half-range"))
    diary = Diary(runs=(run(),), sessions=(make_session(10, sets=sets),))
    found = lines(told(catalogue, diary))
    assert "handstand, wall: 12 tidy." in found
    assert "Heel lift, half the range: left 12 tidy." in found


# Everything else


def test_days_off_check_ins_and_safety_questions_stand_on_their_days(
    catalogue: Catalogue, at: Callable[..., datetime], make_session: Callable[..., Session]
) -> None:
    questionnaire = catalogue.questionnaire
    clear = dict.fromkeys(items_of(questionnaire), Answer.NO)
    sign = clear | {next(iter(clear)): Answer.YES}
    diary = Diary(
        runs=(run(),),
        sessions=(make_session(3, pain_worst=6),),
        screenings=(
            answered(questionnaire, clear, at(-1, 8)),
            answered(questionnaire, clear, at(3, 6)),
            answered(questionnaire, sign, at(3, 20)),
        ),
        flares=(
            Flare(id="f", from_=at(3, 0).date(), to=at(5, 0).date()),
            Flare(id="g", from_=at(30, 0).date()),
        ),
        absences=(
            Absence(id="a", from_=at(8, 0).date(), to=at(9, 0).date(), reason=AWAY),
            Absence(id="i", from_=at(12, 0).date(), to=at(50, 0).date(), reason=ILL),
        ),
        check_ins=(
            CheckIn(id="c", at=at(21, 9), run="run", week=3, items={}),
            CheckIn(id="d", at=at(22, 9), run="another", week=3, items={}),
        ),
    )
    found = told(catalogue, diary)
    assert [say(item.told) for item in found.days[0].told] == [
        "A flare-up begins.",
        "Safety questions answered: nothing reported.",
        (
            "Morning session: pain before not given, 6 at its worst, next morning not given: red "
            "(R-RED). Effort not given."
        ),
        "Safety questions answered: something reported.",
    ]
    assert [(say(day.name), say(day.told[0].told)) for day in found.days[1:]] == [
        ("Sun 8 Nov 2026", "The flare-up is over."),
        ("Tue 10 Nov 2026", "Days away begin."),
        ("Sat 14 Nov 2026", "Days ill begin."),
        ("Mon 23 Nov 2026", "Check-in of week 3."),
        ("Wed 2 Dec 2026", "A flare-up begins."),
    ]


def test_what_holds_for_all_exercises_comes_last(
    catalogue: Catalogue, at: Callable[..., datetime]
) -> None:
    calm = [PainRating(at=at(day, 20), score=2) for day in range(4)]
    worse = [PainRating(at=at(day, 20), score=5) for day in range(20, 25)]
    diary = Diary(runs=(run(),), pain_ratings=(*calm, *worse))
    found = now(told(catalogue, diary, 24.9))
    assert found[-1].startswith("R-WORSE: ")
    assert found[-1].endswith(catalogue.texts["worse"])
    assert found[1].startswith("Next, R-WORSE: Same again: yellow band. Why: ")


def test_a_step_for_all_exercises_is_said_once(
    catalogue: Catalogue, make_session: Callable[..., Session]
) -> None:
    diary = Diary(runs=(run(),), sessions=(make_session(3, pain_worst=7),))
    found = now(told(catalogue, diary, 3.9))
    assert found[-1].startswith("Next, R-RED: One set fewer next time. Why: ")


def test_muscle_ache_without_advice_is_said_too(
    catalogue: Catalogue, at: Callable[..., datetime]
) -> None:
    ache = PainRating(at=at(10, 8), score=2, tags=("muscle-ache",))
    found = told(catalogue, Diary(runs=(run(),), pain_ratings=(ache,)), 10)
    assert lines(found) == ["Thu 12 Nov 2026", "Muscle ache was told."]
    assert any(line.startswith("R-SORE: ") for line in now(found))


def test_a_warning_sign_in_a_session_is_said(
    catalogue: Catalogue, make_session: Callable[..., Session], at: Callable[..., datetime]
) -> None:
    end = SessionEvent(at=at(10, 8), kind=EventKind.END, choice=WARNING_SIGN)
    session = make_session(10, state=SessionState.ENDED_EARLY, events=(end,))
    first = lines(told(catalogue, Diary(runs=(run(),), sessions=(session,))))[1]
    assert first.endswith("Effort not given. Ended early. A warning sign was told.")
