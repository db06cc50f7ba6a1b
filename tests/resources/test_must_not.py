"""What HipCoach never says (clinical.md D5; product.md section 12), in no string that it holds.

Every text of the content, every string of the code (so every one of window, terminal and report),
the report's template, and what the project says of itself: what a program is for is read from its
page as well. A word is a whole word, with its endings; the sentences that may hold one are listed.
"""

from __future__ import annotations

import re

import pytest

CLAIMS = {
    "treats": r"treat(s|ed|ing|ment|ments|able)?",
    "cures": r"cur(e|es|ed|ing|able|ative)",
    "heals": r"heal(s|ed|ing)?",
    "relieves": r"reliev(e|es|ed|ing)|relief",
    "therapy": r"therap(y|ies|eutic|ist|ists)",
    "rehabilitates": r"rehab|rehabil|rehabilitat(e|es|ed|ing|ion|ive)",
    "prevents": r"prevent(s|ed|ing|ion|ive)?",
    "clinically proven": r"proven",
    "medical-grade": r"medical[ -]grade",
    "prescribed": r"prescrib(e|es|ed|ing|er)",
    "diagnoses": r"diagnos(e|es|ed|ing|is|tic|tics)",
    "a weakness as a cause": r"weakness|weaknesses|instabilit(y|ies)|imbalance|imbalances",
    "reduces pain": r"reduc(e|es|ed|ing) (the |your )?(back )?pain|48 ?%|48 percent",
    "recommended": r"(recommended|endorsed|approved) by",
    "safe for everyone": r"safe for (everyone|everybody|all)",
    "detects": r"detect(s|ed|ing|ion)?",
    "monitors": r"monitor(s|ed|ing)?",
    "replaces a professional": r"replac(e|es|ing) (a|your|the) (doctor|physio\w*|professional)",
    "a trade mark": r"thera-?band",
    "an angle for a direction": r"45 degrees of (hip )?extension|45-degree",
}
"""What would make it a medical product, or says more than is known."""

TONE = {
    "another word": r"workout|workouts|routine|routines|compliance|patient|patients",
    "failing": r"fail(s|ed|ing|ure|ures)?|overdue|lazy|cheat(s|ed|ing)?",
    "correct form": r"correct|correctly|incorrect|right form|perfect|perfectly",
    "praise": r"streak|streaks|great|awesome|bravo|congratulations|proud|well done|good job",
    "a war on pain": r"goal smashed|smash|crush|fight|battle|beat|defeat|conquer|push through",
}
"""What hurts, hurries or flatters."""

ALLOWED = (
    "It does not examine you, diagnose, or treat any condition and does not replace a doctor",
    "It does not examine you and does not replace a physiotherapist or doctor.",
    "Journal of Back and Musculoskeletal Rehabilitation",
    "J Sport Rehabil 19(4):422-435",
    "The article behind this routine does not name its study clearly",
    "in 10 people with no comparison group: strength 12 % higher (p = .02), pain 48 % lower.",
    "Weakness, numbness or pain in BOTH legs",
    "Leg pain worse than back pain with numbness or weakness below the knee",
    "new weakness in a leg",
    "Lumbar instability, hip and trunk (21 people, by the footnote of the copy that was read)",
    "The authors favour adding hip work in the instability group.",
    "Whether you have a lumbar instability: that is a clinician's finding, and HipCoach does not",
    "A7: a small lift is correct",
)
"""The exact sentences that may: the disclaimer, a journal's name, a sign that somebody tells, what
a study was about, and a note to the figure's draughtsman."""

MUST_NOT = CLAIMS | TONE


@pytest.fixture(scope="module")
def everything(strings, said, literals, pages) -> list[tuple[str, str]]:
    """All texts with where they stand, without the allowed sentences."""
    told = (*strings, *said, *literals, *pages)
    return [(name, cleaned) for name, text in told if (cleaned := without_allowed(text)).strip()]


def without_allowed(text: str) -> str:
    """The text with its spaces in order and without what it may say."""
    text = " ".join(text.split())
    for sentence in ALLOWED:
        text = text.replace(sentence, "")
    return text


def holds(pattern: str, text: str) -> bool:
    """Whether a whole word, or several, of the text are what the pattern stands for."""
    return re.search(rf"(?<!\w)({pattern})(?!\w)", text, re.IGNORECASE) is not None


@pytest.mark.parametrize("pattern", MUST_NOT.values(), ids=MUST_NOT.keys())
def test_nothing_says_what_must_not_be_said(everything, pattern):
    assert not [(name, text) for name, text in everything if holds(pattern, text)]


def test_nothing_that_is_said_calls_out(strings, said):
    assert not [(name, text) for name, text in (*strings, *said) if "!" in text]


def test_the_texts_of_all_parts_are_read(strings, said, literals, pages):
    assert len(strings) > 1000
    assert len({text for _, text in said}) > 400
    assert {text for _, text in said} <= {text for _, text in literals}
    places = {name.split("/")[0] for name, _ in literals}
    assert places >= {"ui", "terminal", "report", "core", "journeys", "cli.py"}
    assert {name for name, _ in pages} >= {"README.md", "pyproject.toml", "report.typ"}


@pytest.mark.parametrize("sentence", ALLOWED)
def test_the_allowed_sentences_are_really_there(strings, sentence):
    assert any(sentence in text for _, text in strings)


@pytest.mark.parametrize(
    "sentence",
    [
        "This treats your back.",
        "A treatment for hips",
        "It cured many.",
        "Healing takes time",
        "brings relief",
        "home therapy",
        "Rehab at home",
        "prevents back pain",
        "clinically proven",
        "medical-grade",
        "medical grade",
        "as prescribed",
        "A diagnosis in a minute",
        "your imbalance causes pain",
        "reduces pain by 48 %",
        "reduces your back pain",
        "Recommended by physiotherapists",
        "safe for everyone",
        "detects problems",
        "monitoring your condition",
        "replaces your physiotherapist",
        "Replacing a professional",
        "Workout done",
        "You failed",
        "correct form",
        "You beat it",
    ],
)
def test_a_sentence_that_says_it_is_found(sentence):
    assert any(holds(pattern, without_allowed(sentence)) for pattern in MUST_NOT.values())


@pytest.mark.parametrize(
    "sentence",
    [
        "Please talk to a physiotherapist about it.",
        "a physiotherapy clinic's article",
        "Your health and your hips",
        "A secure anchor",
        "a hip replacement",
        "Restored. What it replaced is in the backups as {name}.",
        "I tapped the wrong answer",
    ],
)
def test_a_sentence_that_only_looks_like_it_is_not(sentence):
    assert not any(holds(pattern, sentence) for pattern in MUST_NOT.values())
