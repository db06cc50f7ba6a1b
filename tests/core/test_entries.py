"""The entries in their order, and their rows in words."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta, timezone

import pytest

from hipcoach.core.decision_words import decision_told
from hipcoach.core.diary import Diary
from hipcoach.core.entries import entries
from hipcoach.core.entry_row import entry_row
from hipcoach.core.pain import (
    AFTER_SESSION,
    BEFORE_SESSION,
    MUSCLE_ACHE,
    NEXT_MORNING,
    PainRating,
    Place,
    RatingKind,
)
from hipcoach.core.run import ILL, Absence, Decision, Flare
from hipcoach.core.session import SessionState
from hipcoach.core.text import say

TODAY = date(2026, 11, 9)


@pytest.fixture
def row(catalogue, make_diary):
    """`row(entry)`: its row in a diary with the run."""

    def made(entry, diary=None):
        return entry_row(entry, diary or make_diary(), catalogue, TODAY)

    return made


@pytest.fixture
def rated(at):
    """`rated(hour, **changes)`: pain now of day 1."""

    def made(hour: int = 8, **changes):
        return PainRating(**({"id": "r", "at": at(1, hour, 35), "score": 3} | changes))

    return made


@pytest.fixture
def decided(at):
    """`decided(**changes)`: a step up of the clamshell on day 1, accepted."""

    def made(**changes):
        values = {
            "id": "d",
            "at": at(1, 7, 5),
            "rule": "R-UP",
            "exercise": "clamshell-band",
            "from_": "yellow",
            "to": "red",
            "text": "One step up: red band, 12 reps. Why: 15 tidy reps in every set.",
            "accepted": True,
        }
        return Decision(**(values | changes))

    return made


def test_the_newest_first_and_a_period_above_its_first_day(at, make_session) -> None:
    early = PainRating(id="early", at=at(0, 8), score=3)
    late = PainRating(id="late", at=at(0, 20), score=3)
    session = make_session(0, id="session", without_app=True, started_at=at(0, 18))
    flare, away = Flare(id="flare", from_=at(0, 0).date()), Absence(id="away", from_=TODAY)
    diary = Diary(
        pain_ratings=(early, late),
        sessions=(
            session,
            make_session(0, id="paced"),
            replace(session, id="gone", state=SessionState.DISCARDED),
        ),
        flares=(flare,),
        absences=(away,),
    )
    assert entries(diary) == (away, flare, late, session, early)


def test_a_zone_left_behind_keeps_its_days_and_its_hours_their_order() -> None:
    tokyo, lisbon = timezone(timedelta(hours=9)), UTC
    first = PainRating(id="b", at=datetime(2026, 11, 3, 7, tzinfo=tokyo), score=1)
    then = PainRating(id="a", at=datetime(2026, 11, 2, 23, tzinfo=lisbon), score=2)
    repeated = PainRating(id="c", at=datetime(2026, 11, 3, 6, tzinfo=lisbon), score=2)
    assert entries(Diary(pain_ratings=(first, then, repeated))) == (repeated, first, then)


def test_a_rating_in_words(row, rated) -> None:
    places = (Place.BUTTOCK_LEFT, Place.LOW_BACK_MIDDLE)
    told = rated(note="Slept\n well", places=places, medicine=" Ibuprofen ")
    shown = row(told)
    assert (shown.id, shown.on, shown.editable) == ("r", told.at.date(), True)
    assert (shown.day, shown.time, shown.score) == ("Tue 3 Nov", "08:35", "3")
    assert shown.note == "Slept well; Low back, middle; left buttock; Medicine: Ibuprofen"
    assert row(rated()).note == ""
    assert row(rated(tags=(MUSCLE_ACHE,), note="stairs")).note == "stairs; Muscle ache"


def test_a_day_of_another_year_has_its_year(row, rated) -> None:
    before = datetime(2025, 12, 31, 8, tzinfo=UTC)
    assert row(rated(at=before)).day == "Wed 31 Dec 2025"


@pytest.mark.parametrize(
    ("hour", "words"),
    [
        (3, "Night"),
        (4, "Morning"),
        (11, "Morning"),
        (12, "Afternoon"),
        (18, "Evening"),
        (22, "Night"),
    ],
)
def test_pain_now_is_told_by_the_part_of_the_day(row, rated, hour: int, words: str) -> None:
    assert say(row(rated(hour)).when) == words


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"tags": (NEXT_MORNING, BEFORE_SESSION)}, "Before session"),
        ({"tags": (AFTER_SESSION,)}, "After session"),
        ({"tags": ("rain", NEXT_MORNING)}, "Next morning"),
        ({"kind": RatingKind.AVERAGE}, "Average of 24 hours"),
        ({"kind": RatingKind.WORST}, "Worst of 24 hours"),
        ({"kind": RatingKind.LEAST}, "Least of 24 hours"),
    ],
)
def test_what_a_rating_was_given_for(row, rated, changes, words: str) -> None:
    assert say(row(rated(**changes)).when) == words


def test_a_long_note_is_cut(row, rated) -> None:
    assert row(rated(note="word " * 2_000)).note == ("word " * 60).strip() + "…"


def test_odd_characters_leave_our_words_as_they_are(row, rated) -> None:
    told = rated(note="\u202estairs\x00\x1b[1m\n<b>", medicine="\u05d0\u05d1")
    assert row(told).note == "stairs[1m <b>; Medicine: \u2068\u05d0\u05d1\u2069"
    assert row(rated(note="\u202e\x00", medicine="\u200b")).note == ""


def test_a_session_without_the_app_in_words(row, make_session, make_set) -> None:
    sets = (make_set(), make_set(set=2), make_set("made-up"))
    session = make_session(1, without_app=True, sets=sets, note="At my sister's")
    shown = row(session)
    assert (say(shown.when), shown.time, shown.score) == ("Session without the app", "08:00", "")
    assert shown.note == "Clamshell, made-up: 3 sets; At my sister's"
    assert shown.editable
    assert not row(session, Diary()).editable


@pytest.mark.parametrize(
    ("period", "when", "note"),
    [
        (Flare(from_=TODAY, reason="Suitcase"), "Flare-up", "Still going on; Suitcase"),
        (Flare(from_=TODAY, to=TODAY), "Flare-up", "1 day"),
        (Absence(from_=TODAY, to=date(2026, 11, 10)), "Away", "2 days, to 10 Nov"),
        (Absence(from_=TODAY, reason="away"), "Away", "Still going on"),
        (Absence(from_=TODAY, reason=ILL), "Ill", "Still going on"),
    ],
)
def test_a_period_in_words(row, period, when: str, note: str) -> None:
    shown = row(period)
    assert (say(shown.when), shown.note) == (when, note)
    assert (shown.day, shown.time, shown.score) == ("Mon 9 Nov", "", "")


BRIDGE = {"exercise": "single-leg-bridge", "from_": "two-legs"}
SAME, FEWER = {"from_": "", "to": "", "exercise": ""}, {"facts": {"sessions": 1}}


@pytest.mark.parametrize(
    ("changes", "when", "note"),
    [
        ({}, "Step up", "Clamshell: One step up: red band, 12 reps. Why: 15 tidy reps in every"),
        ({"from_": "red", "to": "none"}, "Step down", "Clamshell: One step up"),
        ({**BRIDGE, "to": "knee-bent"}, "Step up", "Two-leg bridge: One step up"),
        ({"accepted": False}, "Step up", "Declined. Clamshell: One step up"),
        ({**SAME, **FEWER, "rule": "R-RED"}, "Lighter session", "One step up"),
        ({**SAME, "rule": "R-WEEK"}, "Same levels", "One step up"),
        ({"exercise": "headstand"}, "Same levels", "One step up"),
    ],
)  # fmt: skip
def test_a_decision_in_words(row, decided, changes, when: str, note: str) -> None:
    shown = row(decided(**changes))
    assert (say(shown.when), shown.day, shown.time, shown.score) == (
        when,
        "Tue 3 Nov",
        "07:05",
        "",
    )
    assert shown.note.startswith(note)
    assert (shown.editable, shown.readable) == (False, True)


def test_decisions_stand_among_the_entries(at, decided) -> None:
    early, late = (PainRating(id=str(hour), at=at(1, hour), score=3) for hour in (6, 8))
    told = decided()
    assert entries(Diary(pain_ratings=(early, late), decisions=(told,))) == (late, told, early)


def test_a_decision_is_told_with_its_reason_its_answer_and_its_rule(decided, catalogue) -> None:
    told = decision_told(decided(), catalogue)
    assert told.exercise is not None
    assert (say(told.name), told.day, say(told.exercise)) == ("Step up", "3 Nov 2026", "Clamshell")
    assert (told.title, told.why) == (
        "One step up: red band, 12 reps",
        "15 tidy reps in every set.",
    )
    assert (say(told.answer), told.rule) == ("Accepted", "R-UP")
    bare = decision_told(decided(text="As told\nthen", accepted=False, exercise=""), catalogue)
    assert (bare.exercise, bare.title, bare.why) == (None, "As told then", "")
    assert say(bare.answer) == "Declined"


def test_fifteen_thousand_entries_are_put_in_order_at_once(at) -> None:
    many = tuple(
        PainRating(id=f"{number:05}", at=at(0, 0) + timedelta(hours=number), score=3)
        for number in range(15_000)
    )
    assert entries(Diary(pain_ratings=many)) == many[::-1]
