"""The safety screening: topics, signs, messages and emergency numbers word by word."""

from __future__ import annotations

import re

import pytest

from hipcoach.core.screening import Severity, emergency_number, items_of

# page by page: emergency (E), urgent (U) or check-first (C), * also in the short screening
TOPICS = {
    "Bladder, bowel and feeling between the legs": (
        "saddle-feeling E*, bladder-bowel E*, sexual-function E*"
    ),
    "Legs": "both-legs E*, leg-worse-than-back U",
    "Accident, fall, bones": "accident E, minor-fall U",
    "Chest, belly, feeling very ill": "chest E, tearing-pain E, very-ill E*",
    "Infection, cancer, weight": "infection U*, cancer-weight U*",
    "The pain itself": "never-eases U*, lump U, age U, hip-joint U",
    "Health to check first": (
        "pregnancy C, surgery C, arthritis C, heart-lung C, blood-thinners C, diabetes C, "
        "epilepsy C, falls C, osteoporosis C, compensation C, pain-at-rest C"
    ),
}
LETTER = {Severity.EMERGENCY: "E", Severity.URGENT: "U", Severity.CHECK_FIRST: "C"}


def test_seven_topics_with_the_items_of_the_source(catalogue):
    told = {
        topic.title: ", ".join(
            f"{item.id} {LETTER[item.severity]}{'*' if item.short else ''}" for item in topic.items
        )
        for topic in catalogue.questionnaire.topics
    }
    assert told == TOPICS
    assert list(told) == list(TOPICS)


def test_the_short_screening_asks_eight_items(catalogue):
    assert len(items_of(catalogue.questionnaire, short=True)) == 8
    assert len(items_of(catalogue.questionnaire)) == 16 + 11


SIGNS = {
    "saddle-feeling": "numbness, tingling or changed feeling between the legs, around the genitals",
    "bladder-bowel": "loss of bowel control or of the feeling of passing stool",
    "sexual-function": "new loss of sexual function or genital feeling",
    "both-legs": "weakness, numbness or pain in BOTH legs",
    "accident": "back pain after a serious accident or a fall from height",
    "chest": "back pain with chest pain, breathlessness, fainting or collapse",
    "tearing-pain": "sudden severe tearing belly or back pain",
    "very-ill": "back pain with high fever, shaking chills, confusion or looking very ill",
    "infection": "fever or night sweats with back pain",
    "cancer-weight": "past or present cancer; unexplained weight loss",
    "never-eases": "pain that never eases, is much worse lying down or wakes you every night",
    "minor-fall": "a minor fall or lift with known osteoporosis, long-term steroid use",
    "lump": "new lump, swelling or change of shape in the back",
    "age": "under 18, or first ever back pain of this kind after about 55 without clear cause",
    "leg-worse-than-back": "leg pain worse than back pain with numbness or weakness below the knee",
    "hip-joint": "hip or groin pain with inability to bear weight, or a hot swollen joint",
    "pregnancy": "pregnancy or birth within 12 weeks",
    "arthritis": "inflammatory arthritis or morning stiffness over 30 min",
    "heart-lung": "heart, lung, blood-pressure or clotting conditions",
    "pain-at-rest": "pain of 8 or more",
}


@pytest.mark.parametrize("name", SIGNS)
def test_each_sign_keeps_its_meaning(catalogue, name):
    text = items_of(catalogue.questionnaire)[name].text
    assert text[0].isupper()
    assert SIGNS[name].lower() in text.lower()


def test_messages_word_by_word(catalogue):
    messages = catalogue.questionnaire.messages
    assert messages[Severity.EMERGENCY] == (
        "Please get medical help now. These signs can mean pressure on nerves or another problem "
        "that needs care today. Go to an emergency department or call your local emergency number. "
        "If your legs or bladder are affected, do not wait to see if it passes and do not drive "
        "yourself. HipCoach will stay paused."
    )
    assert messages[Severity.URGENT] == (
        "This needs a check before exercise. Please see a doctor or physiotherapist in the next "
        "few days - sooner if it gets worse. You can save your answers as a page to take along."
    )
    assert "this plan has not been tested for you" in messages[Severity.CHECK_FIRST]


@pytest.mark.parametrize(
    ("region", "told"),
    [
        ("GB", "In the United Kingdom: 999."),
        ("IE", "In Ireland: 112 or 999."),
        ("US", "In the United States: 911."),
        ("CA", "In Canada: 911."),
        ("AU", "In Australia: 000."),
        ("NZ", "In New Zealand: 111."),
        ("DE", "In the European Union: 112."),
        ("FR", "In the European Union: 112."),
        ("CH", "In Switzerland: 112."),
        ("NO", "In Norway: 112."),
        ("IS", "In Iceland: 112."),
    ],
)
def test_an_emergency_number_names_its_place(catalogue, region, told):
    number = emergency_number(catalogue.questionnaire, region)
    assert number.text == f"{told} Elsewhere: your local emergency number."


@pytest.mark.parametrize("region", ["", "JP", "BR", "ZZ"])
def test_elsewhere_no_country_is_guessed(catalogue, region):
    assert emergency_number(catalogue.questionnaire, region).text == (
        "In the United States and Canada: 911. United Kingdom: 999. Ireland: 112 or 999. "
        "European Union, Switzerland, Norway, Iceland: 112. Australia: 000. New Zealand: 111. "
        "Elsewhere: your local emergency number."
    )


def test_no_region_has_two_numbers_and_the_union_is_whole(catalogue):
    regions = [code for number in catalogue.questionnaire.numbers for code in number.regions]
    assert len(set(regions)) == len(regions) == 26 + 9
    assert all(re.fullmatch("[A-Z]{2}", code) for code in regions)
