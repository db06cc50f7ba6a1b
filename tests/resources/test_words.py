"""What the content says: final texts word by word."""

from __future__ import annotations

import re

import pytest

from hipcoach.paths import resource


def test_every_sentence_of_the_code_is_read(said):
    texts = {text for _, text in said}
    assert len(texts) > 400
    for sentence in (
        "Start session",  # tr, in the window
        "{n} min left",  # ntr
        "Good morning",  # message, in the core
        "No, none of these",  # deep in an expression
        "The {n} weeks of the program are over. It goes on as it is until you choose.",  # a name
        "Press Enter to get into position.",  # in the terminal
    ):
        assert sentence in texts


def test_texts_are_one_line_without_spaces_around_them(strings):
    assert not [(name, text) for name, text in strings if text != " ".join(text.split())]


def test_every_tag_is_well_formed_and_no_source_lacks_a_use(catalogue, strings):
    named = set(catalogue.sources)
    assert all(re.fullmatch(r"S[0-4]|V[1-9]\d?", name) for name in named)
    used = {text for _, text in strings if text in named}
    # The threshold of change (V13), the resistance scale (V22), the band card (V23) and the honesty
    # card's summary (V47) have no tag of their own; their files name the source beside them.
    assert named - used == {"V13", "V22", "V23", "V47"}


def test_the_documentation_lists_every_source(catalogue):
    page = (resource().parent / "docs" / "clinical-sources.md").read_text(encoding="utf-8")
    assert set(re.findall(r"^\| ([SV]\d+) \|", page, re.MULTILINE)) == set(catalogue.sources)


def test_the_articles_go_by_their_shown_descriptions(catalogue):
    assert [catalogue.sources[f"S{n}"].title for n in range(5)] == [
        "an article on a three-week band study",
        "an article on hip and trunk exercise",
        "a training studio's article",
        "a physiotherapy clinic's article",
        "an article with five hip exercises",
    ]


def test_every_source_says_what_of_it_was_read(catalogue):
    assert all(source.read_as.startswith("read as") for source in catalogue.sources.values())


# ---------------------------------------------------------------------------- names


def test_names_are_short_enough_for_where_they_stand(catalogue):
    for names in (*catalogue.exercise_names.values(), *catalogue.program_names.values()):
        assert len(names.short) <= 20
        assert len(names.long) <= 34
        assert len(names.spoken) <= 26


def test_no_two_exercises_are_called_the_same_in_full(catalogue):
    long = [names.long for names in catalogue.exercise_names.values()]
    assert len(set(long)) == len(long) == 22


def test_the_names_of_the_design(catalogue):
    short = {name: names.short for name, names in catalogue.exercise_names.items()}
    assert short["clamshell-band"] == "Clamshell"
    assert short["quadruped-hip-extension"] == "Heel lift"
    assert short["single-leg-bridge"] == "One-leg bridge"
    assert short["cook-hip-lift"] == "Knee-hug bridge"
    assert short["lateral-step-down"] == "Side step-down"


# ---------------------------------------------------------------------------- other texts

WORD_BY_WORD = {
    "not-reviewed": "The exercises and rules have not yet been reviewed by a physiotherapist.",
    "rest-day": (
        "No session today. Change position often, walk a little indoors if you can, use what has "
        "helped you before. If it stays like this for two days, or anything from the warning list "
        "appears, speak to a doctor or physiotherapist."
    ),
    "easy-day": (
        "Your pain is 6 or more right now. Today: the gentle brace, or the two-leg bridge, or "
        "clamshells without a band, one set. It counts as a session."
    ),
    "disclaimer": (
        "HipCoach is an exercise guide and diary for adults. It does not examine you, diagnose, or "
        "treat any condition and does not replace a doctor or physiotherapist. Stop and seek "
        "advice if you feel unwell, if pain rises sharply, or if new symptoms appear. Results in "
        "studies are averages from small groups; yours may differ."
    ),
    "next-morning": "How strong is your back pain this morning?",
    "pain-now": "How strong is your back pain right now?",
    "pain-lowest": "no pain",
    "pain-highest": "worst pain you can imagine",
    "fever": (
        "No session until you have been free of fever for a day. "
        "Fever together with back pain needs a check."
    ),
    "worse": (
        "Your average is 2 points or more above your start. "
        "HipCoach stops offering steps. Please have it looked at."
    ),
    "flare-up-week": "This has lasted a week. Please speak to a doctor or physiotherapist.",
    "easy-day-five": "Five easy days in a row. Please speak to a doctor or physiotherapist.",
    "away": "Days away are not counted against you.",
}


@pytest.mark.parametrize("name", WORD_BY_WORD)
def test_final_wordings(catalogue, name):
    assert catalogue.texts[name] == WORD_BY_WORD[name]


def test_windows_of_the_pain_questions_are_never_mixed(catalogue):
    windows = {
        "pain-average": "on average over the last 24 hours?",
        "pain-worst": "at its worst in the last 24 hours?",
        "pain-least": "at its least in the last 24 hours?",
        "pain-average-week": "on average over the last 7 days?",
    }
    assert all(catalogue.texts[name].endswith(window) for name, window in windows.items())


def test_the_stop_signs_use_the_limits_of_the_rules(catalogue):
    rule, text = catalogue.rules.hurt, catalogue.texts["stop-signs"]
    assert f"pain of {rule.skip_or_end_from} or more, or {rule.rise} or more above" in text


def test_the_constants_of_the_rules(catalogue):
    rules = catalogue.rules
    assert (rules.start.rest_day_from, rules.start.easy_day_from) == (8, 6)
    assert rules.start.prefill_hours == 2
    hurt = rules.hurt
    assert (hurt.easier_from, hurt.skip_or_end_from, hurt.end_from, hurt.rise) == (3, 6, 8, 3)
    assert hurt.end_at_exercise == 2
    trend = rules.trend
    assert (trend.window_days, trend.fewest_rated_days, trend.judged_from_day) == (7, 3, 13)
    assert (trend.clear_points, trend.clear_percent, trend.percent_shown_from) == (2, 30, 2)
    count = rules.count
    assert (count.side_set_share, count.session_share) == (0.5, 0.5)
    assert (count.evening_from_hour, count.check_in_days_around) == (14, 3)
    assert (count.short_screening_after_days, count.full_screening_after_days) == (14, 28)
