"""The screening in the window: every stop holds, whatever is pressed and however it is left."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest
from PySide6.QtCore import Qt

from hipcoach.core.gate import Asked
from hipcoach.core.screening import Answer, Severity, strictest

NO, YES, UNSURE = Answer.NO, Answer.YES, Answer.UNSURE
TITLES = {
    Severity.EMERGENCY: "Please get medical help now",
    Severity.URGENT: "This needs a check before exercise",
    Severity.CHECK_FIRST: "Please ask a doctor or physiotherapist first",
}


def asked_past_intro(first_run):
    user = first_run()
    user.press("Continue")
    return user


def test_nothing_is_chosen_before_the_user_chooses(first_run):
    user = asked_past_intro(first_run)
    assert user.chosen() == []
    assert not user.buttons()["Continue"].isEnabled()


@pytest.mark.parametrize("answer", [YES, UNSURE])
@pytest.mark.parametrize("place", range(7))
def test_every_page_stops_with_its_strictest_severity(first_run, desk, place, answer):
    topics = desk.catalogue.questionnaire.topics
    severity = strictest(item.severity for item in topics[place].items)
    user = asked_past_intro(first_run)
    for asked in range(place + 1 if severity is Severity.EMERGENCY else len(topics)):
        user.answer(answer if asked == place else NO)
    assert TITLES[severity] in user.texts
    assert user.screener.standing().severity is severity
    (item,) = user.screener.standing().items
    assert item in {sign.id for sign in topics[place].items}


def test_what_is_ticked_counts_not_the_strictest_of_the_page(first_run):
    user = asked_past_intro(first_run)
    user.answer(NO)
    user.answer(YES, "leg-worse-than-back")
    assert user.screener.standing().items == ("leg-worse-than-back",)
    assert "Accident" in user.texts


def test_an_emergency_ends_the_questions_at_once(first_run):
    user = asked_past_intro(first_run)
    user.answer(UNSURE)
    assert TITLES[Severity.EMERGENCY] in user.texts
    assert "Continue" not in user.buttons()
    assert "Back" not in user.buttons()


@pytest.mark.parametrize(
    ("key", "control"),
    [
        (Qt.Key.Key_Return, Qt.KeyboardModifier.NoModifier),
        (Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier),
        (Qt.Key.Key_Space, Qt.KeyboardModifier.NoModifier),
        (Qt.Key.Key_Escape, Qt.KeyboardModifier.NoModifier),
    ],
)
@pytest.mark.parametrize("severity", list(TITLES))
def test_no_key_leads_past_a_stop(first_run, severity, key, control):
    user = asked_past_intro(first_run)
    page = {Severity.EMERGENCY: 0, Severity.URGENT: 4, Severity.CHECK_FIRST: 6}[severity]
    for place in range(7 if page else 1):
        user.answer(YES if place == page else NO)
    before = user.texts
    for _ in range(3):
        user.key(key, control)
    assert user.texts == before
    assert TITLES[severity] in before
    assert user.screener.standing().severity is severity
    assert user.told == []


def test_back_keeps_what_was_answered_before(first_run):
    user = asked_past_intro(first_run)
    user.answer(NO)
    user.answer(YES, "leg-worse-than-back")
    user.press("Back")
    sign = "Leg pain worse than back pain with numbness or weakness below the knee"
    assert user.chosen() == ["Yes, at least one, we show what to do", sign]
    user.press("Back")
    assert user.chosen() == ["No, none of these, on to the next topic"]


def test_a_yes_changed_on_the_way_back_is_kept_with_both_answers(first_run, desk):
    user = asked_past_intro(first_run)
    user.answer(NO)
    user.answer(YES, "leg-worse-than-back")
    user.press("Back")
    user.answer(NO)
    said = [s.answers.get("leg-worse-than-back") for s in desk.diary().screenings]
    assert said == [None, YES, NO]


def test_leaving_in_the_middle_asks_again(first_run):
    user = asked_past_intro(first_run)
    user.answer(NO)
    again = first_run()
    assert "Topic 1 of 7" in again.texts
    assert again.chosen() == []
    assert again.screener.standing().asked is Asked.FULL


def test_a_yes_given_before_a_kill_stops_after_it(first_run):
    user = asked_past_intro(first_run)
    for _ in range(4):
        user.answer(NO)
    user.answer(YES)
    assert TITLES[Severity.URGENT] in first_run().texts


def test_the_wrong_answer_comes_back_empty_and_both_answers_stay(first_run, desk):
    user = asked_past_intro(first_run)
    user.answer(YES, "bladder-bowel")
    user.press("I tapped the wrong answer")
    assert "Bladder, bowel and feeling between the legs" in user.texts
    assert user.chosen() == []
    user.answer(NO)
    assert [s.answers["bladder-bowel"] for s in desk.diary().screenings] == [YES, NO]
    assert "Topic 1 of 7" in user.texts


def test_the_number_of_the_region_is_shown_when_asked_for(first_run):
    user = asked_past_intro(first_run)
    user.answer(YES)
    assert "999" not in user.texts
    user.press("Show emergency number")
    assert "In the United Kingdom: 999." in user.texts


def test_a_doctors_no_holds(first_run):
    user = asked_past_intro(first_run)
    user.answer(YES)
    user.press("I have been checked by a doctor")
    user.answer(NO)
    for shown in (user, first_run()):
        assert TITLES[Severity.EMERGENCY] in shown.texts
        assert "not all right for now" in shown.texts
        assert "I tapped the wrong answer" not in shown.buttons()


def test_a_doctors_yes_counts_once_everything_is_asked_again(first_run, desk):
    user = asked_past_intro(first_run)
    user.answer_all(infection_cancer_weight=YES)
    user.press("I have been checked by a doctor")
    user.answer(YES)
    for _ in range(5):
        user.answer(NO if "cancer" not in user.texts else YES)
    assert TITLES[Severity.URGENT] in first_run().texts  # left in the middle: the stop still holds
    user.answer(NO)
    user.answer(NO)
    assert user.screener.known() == {"infection": desk.now().date()}
    assert "Choose a program" in user.texts


def test_the_day_of_the_check_is_not_in_the_future(first_run, desk):
    user = asked_past_intro(first_run)
    user.answer_all(infection_cancer_weight=YES)
    user.press("I have been checked by a doctor")
    assert not user.buttons()["A day later: On which day were you checked?"].isEnabled()
    user.press("A day earlier")
    user.answer(YES)
    user.answer_all(infection_cancer_weight=YES)
    assert user.screener.known() == {"infection": desk.now().date() - timedelta(days=1)}


def test_check_first_goes_on_after_the_tick_only(first_run):
    user = asked_past_intro(first_run)
    user.answer_all(check_first=YES)
    assert not user.buttons()["Continue"].isEnabled()
    user.press("I have asked a professional")
    user.press("Continue")
    assert "Choose a program" in user.texts


@pytest.mark.parametrize(("new", "severity"), [(NO, Severity.CLEAR), (UNSURE, Severity.URGENT)])
def test_a_cleared_sign_is_asked_whether_it_is_new(safety, desk, new, severity):
    items = [item.id for topic in desk.catalogue.questionnaire.topics for item in topic.items]
    answers = dict.fromkeys(items, NO) | {"lump": YES}
    user = safety()
    user.screener.keep(answers, {"lump": desk.now().date()})
    for kept in desk.diary().screenings:  # the wording has changed since: all is asked again
        desk.store.screenings.replace(replace(kept, wording="0"))
    user.window.start()
    for _ in range(5):
        user.answer(NO)
    user.answer(YES, "lump")
    assert "Is this new, or worse" in user.texts
    assert user.screener.standing().severity is Severity.URGENT  # until it is answered
    user.answer(new)
    user.answer(NO)
    assert user.screener.standing().severity is severity
    assert user.told == (["passed"] if severity is Severity.CLEAR else ["stopped urgent"])


def test_something_new_stops_even_what_was_cleared(safety, desk):
    user = safety()
    items = [item.id for topic in desk.catalogue.questionnaire.topics for item in topic.items]
    user.screener.keep(
        dict.fromkeys(items, NO) | {"infection": YES}, {"infection": desk.now().date()}
    )
    user.window.start()
    assert user.told == ["passed"]
    user.window.ask_new_signs()
    while "Infection" not in user.texts:
        user.answer(NO)
    user.answer(YES, "infection")
    user.answer(NO)
    assert user.told[-1] == "stopped urgent"
    user.press("Leave for now")
    assert user.told[-1] == "left"
    assert user.screener.standing().severity is Severity.URGENT
