"""The screening kept: every sign stops until it is cleared, and nothing clears it by the way."""

from __future__ import annotations

from datetime import timedelta

import pytest

from hipcoach.core.gate import Asked, Standing
from hipcoach.core.opening import Kind
from hipcoach.core.pain import PainRating, Place
from hipcoach.core.screening import Answer, Severity, items_of
from hipcoach.core.session import WARNING_SIGN
from hipcoach.journeys.entries import Entries
from hipcoach.journeys.errors import NotAllowed
from hipcoach.store.errors import NotSaved

EMERGENCY, URGENT, CHECK_FIRST = "saddle-feeling", "lump", "surgery"


def ids(pages) -> list[str]:
    return [item.id for page in pages for item in page.items]


def test_a_new_diary_asks_the_whole_screening_and_is_clear_after_it(room) -> None:
    assert room.screener.standing().asked is Asked.FULL
    assert room.screener.keep(room.answers(), {}) == Standing()
    assert room.screener.standing() == Standing()


def test_the_pages_hold_the_asked_signs_and_no_page_is_empty(settled) -> None:
    questionnaire = settled.catalogue.questionnaire
    full, short = settled.screener.pages(Asked.FULL), settled.screener.pages(Asked.SHORT)
    assert full == questionnaire.topics
    assert ids(short) == list(items_of(questionnaire, short=True))
    assert all(page.items for page in short)
    assert len(short) < len(full)
    emergencies = {i for i, s in items_of(questionnaire).items() if s.severity == "emergency"}
    assert emergencies | set(ids(short)) == set(ids(settled.screener.new_sign_pages()))


def test_answers_of_single_pages_do_not_make_a_whole_screening(room) -> None:
    for page in room.screener.pages(Asked.FULL):
        stands = room.screener.keep({item.id: Answer.NO for item in page.items}, {})
        assert stands.asked is Asked.FULL


@pytest.mark.parametrize("answer", [Answer.YES, Answer.UNSURE])
@pytest.mark.parametrize("sign", [EMERGENCY, URGENT, CHECK_FIRST])
def test_a_sign_kept_in_the_middle_stops_also_after_a_crash(settled, sign, answer) -> None:
    settled.screener.keep({sign: answer}, {})
    settled.crash()
    assert settled.screener.standing().items == (sign,)


def test_nothing_answered_is_nothing_stored(room) -> None:
    room.screener.keep({}, {})
    assert room.diary.screenings == ()


def test_the_questions_end_at_an_emergency_that_is_not_cleared(settled) -> None:
    ends = settled.screener.ends_here
    assert ends({EMERGENCY: Answer.UNSURE, "both-legs": Answer.NO}, {})
    assert not ends({EMERGENCY: Answer.NO}, {})
    assert not ends({URGENT: Answer.YES, CHECK_FIRST: Answer.YES}, {})
    assert not ends({EMERGENCY: Answer.YES}, {EMERGENCY})


def test_a_doctors_word_counts_with_the_whole_screening_again(room) -> None:
    stands = room.screener.keep(room.answers(saddle_feeling="yes"), {})
    assert stands.severity is Severity.EMERGENCY
    cleared = room.screener.checked(stands, room.now.date() - timedelta(days=1))
    assert room.screener.standing() == stands
    assert room.screener.keep(room.answers(saddle_feeling="yes"), cleared) == Standing()
    assert room.screener.known() == cleared


def test_a_doctors_word_of_tomorrow_clears_nothing(room) -> None:
    stands = room.screener.keep(room.answers(saddle_feeling="yes"), {})
    cleared = room.screener.checked(stands, room.now.date() + timedelta(days=1))
    again = room.screener.keep(room.answers(saddle_feeling="yes"), cleared)
    assert again.severity is Severity.EMERGENCY


def test_what_was_cleared_is_asked_about_and_stops_where_it_is_new(room) -> None:
    stands = room.screener.keep(room.answers(lump="yes"), {})
    cleared = room.screener.checked(stands, room.now.date())
    room.screener.keep(room.answers(lump="yes"), cleared)
    answers = room.answers(lump="yes", surgery="yes")
    known = room.screener.known()
    assert room.screener.reported_again(answers, known) == ("lump",)
    assert room.screener.reported_again(room.answers(), known) == ()
    assert room.screener.keep(answers, {}).items == ("lump",)


def test_a_sign_reported_from_the_list_of_new_ones_is_not_covered_by_an_old_clearance(
    room,
) -> None:
    stands = room.screener.keep(room.answers(saddle_feeling="yes"), {})
    cleared = room.screener.checked(stands, room.now.date())
    room.screener.keep(room.answers(saddle_feeling="yes"), cleared)
    room.later(minutes=1)
    assert room.screener.keep({EMERGENCY: Answer.YES}, {}).severity is Severity.EMERGENCY


def test_a_professional_is_enough_for_what_is_to_be_checked_first(room) -> None:
    stands = room.screener.keep(room.answers(surgery="yes", falls="unsure"), {})
    assert stands.severity is Severity.CHECK_FIRST
    assert room.screener.note_professional(stands) == Standing()
    assert set(room.screener.known()) == {"surgery", "falls"}


@pytest.mark.parametrize("sign", [EMERGENCY, URGENT])
def test_a_professional_is_not_enough_for_more(room, sign) -> None:
    said = {sign.replace("-", "_"): "yes"}
    stands = room.screener.keep(room.answers(**said), {})
    disguised = Standing(severity=Severity.CHECK_FIRST, items=(sign,))
    with pytest.raises(ValueError, match="needs a doctor's check"):
        room.screener.note_professional(disguised)
    assert room.screener.standing() == stands
    assert len(room.diary.screenings) == 1


def test_a_refusal_stays(room) -> None:
    stands = room.screener.keep(room.answers(lump="yes"), {})
    refused = room.screener.note_refused(stands, room.now.date())
    assert refused.refused
    assert (refused.severity, refused.items) == (stands.severity, stands.items)
    room.crash()
    assert room.screener.standing() == refused


def test_a_wrong_answer_leads_to_its_page_and_both_answers_stay(room) -> None:
    stands = room.screener.keep(room.answers(lump="yes"), {})
    pages = room.screener.wrong_answer_pages(stands)
    assert [page.id for page in pages] == ["pain-itself"]
    room.later(minutes=1)
    assert room.screener.keep(dict.fromkeys(ids(pages), Answer.NO), {}) == Standing()
    assert [s.answers["lump"] for s in room.diary.screenings] == ["yes", "no"]


def test_an_answer_under_a_clock_put_back_is_asked_again_and_then_redated(room) -> None:
    room.screener.keep(room.answers(), {})
    room.later(days=-2)
    assert room.screener.standing().asked is Asked.FULL
    assert room.screener.keep(room.answers(), {}) == Standing()
    assert {s.at for s in room.diary.screenings} == {room.now}


def test_a_full_disk_keeps_neither_the_answers_nor_the_new_dates(room) -> None:
    room.screener.keep(room.answers(), {})
    room.later(days=-2)
    before = room.diary.screenings
    room.disk.left = 0
    with pytest.raises(NotSaved):
        room.screener.keep(room.answers(), {})
    assert room.diary.screenings == before


def told_in_a_rating(room) -> None:
    below = PainRating(at=room.desk.now(), score=3, places=(Place.BELOW_KNEE_LEFT,))
    Entries(room.desk).keep_rating(below)


def told_in_a_session(room) -> None:
    room.screener.keep(room.answers(), {})
    guided = room.guide(room.sessions.begin(Kind.SESSION))
    room.play(guided, 2)
    guided.end(WARNING_SIGN)
    assert room.diary.sessions[-1].events


@pytest.mark.parametrize("told", [told_in_a_rating, told_in_a_session])
def test_a_sign_told_under_a_clock_that_was_ahead_is_ended_by_its_list(settled, told) -> None:
    settled.later(days=300)
    told(settled)
    settled.later(days=-299)
    assert settled.screener.keep({EMERGENCY: Answer.NO}, {}).asked is Asked.FULL
    settled.later(minutes=1)
    assert settled.screener.keep(settled.answers(), {}) == Standing()
    settled.crash()
    assert settled.screener.standing() == Standing()


def test_at_week_3_no_session_begins_before_the_short_questions_and_one_does_after_them(
    settled,
) -> None:
    for _ in range(2):
        settled.later(days=10, minutes=1)
        settled.leave(Kind.SESSION, sets=99)
    settled.later(days=1)
    assert settled.screener.standing() == Standing(asked=Asked.SHORT)
    for kind in Kind:
        with pytest.raises(NotAllowed, match="The safety questions come first"):
            settled.sessions.begin(kind)
    pages = settled.screener.pages(Asked.SHORT)
    for page in pages:
        told = settled.screener.keep({item.id: Answer.NO for item in page.items}, {})
        assert told.asked is Asked.SHORT
    assert settled.screener.keep(dict.fromkeys(ids(pages), Answer.NO), {}) == Standing()
    settled.sessions.begin(Kind.SESSION)
