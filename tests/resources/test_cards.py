"""What the cards may say: what a program gives, what a study saw, what that cannot tell."""

from __future__ import annotations

import re


def boxes(catalogue):
    return [
        (name, box, card_line)
        for name, program in catalogue.programs.items()
        for box in ("gives", "saw", "cannot")
        for card_line in getattr(program, box).lines
    ]


def test_every_program_has_its_three_boxes(catalogue):
    there = {(name, box) for name, box, _ in boxes(catalogue)}
    assert there == {
        (name, box) for name in catalogue.programs for box in ("gives", "saw", "cannot")
    }


def test_what_a_study_saw_is_told_only_from_sources(catalogue):
    saw = [told for _, box, told in boxes(catalogue) if box == "saw"]
    assert len(saw) >= len(catalogue.programs)
    assert all(re.fullmatch(r"S[0-4]|V\d+", told.tag) for told in saw)


def test_a_sourced_line_names_its_source_and_our_own_choice_names_none(catalogue):
    for _, _, told in [*boxes(catalogue), *(("", "", row) for row in catalogue.honesty.lines)]:
        if told.tag in ("K", "D"):
            assert told.sources == ()
        else:
            assert told.tag in told.sources


def test_the_dose_that_is_ours_says_so(catalogue):
    for name in catalogue.programs.keys() - {"hips-three-twice"}:
        gives = catalogue.programs[name].gives.lines
        told = [row for row in gives if row.text.startswith("Dose chosen by HipCoach:")]
        assert [row.tag for row in told] == ["D"]
    ours = [row for row in catalogue.programs["hips-three-twice"].gives.lines if row.tag == "D"]
    assert any("chosen by HipCoach" in row.text for row in ours)


def test_48_percent_never_stands_without_the_ten_people(strings):
    told = [text for _, text in strings if "48 %" in text or "48%" in text]
    assert told
    assert all("10 people" in text and "no comparison group" in text for text in told)


def test_the_unnamed_study_has_no_result(catalogue):
    first = catalogue.programs["hips-five-hold"].saw.lines[0]
    assert first.text == (
        "The article behind this routine does not name its study clearly, "
        "so we show no result for it."
    )


def test_sentences_that_the_source_gives_word_by_word(catalogue):
    texts = [told.text for _, _, told in boxes(catalogue)]
    assert "This program comes from a training studio's advice, not from a trial." in texts
    assert (
        "Whether training every direction, or evening out the sides, helps a sore back more "
        "than other exercise. Nobody has tested this combination."
    ) in texts
    assert (
        "The list of five comes from one article; sets, days and weeks are HipCoach's choice."
        in texts
    )


def test_the_table_of_the_four_groups(catalogue):
    told = " ".join(row.text for row in catalogue.programs["hip-plus-trunk-6wk"].saw.lines)
    for row in ("55.7, 46.1, 39.6", "55.3, 47.5, 45.6", "61.0, 39.1, 6 weeks not read"):
        assert row in told
    assert "58.9, 53.9, 6 weeks not read" in told


def test_the_summary_in_our_own_words_is_tagged_as_ours(catalogue):
    assert [row.tag for row in catalogue.honesty.lines] == ["D", "V11", "V8"]


def test_the_honesty_card(catalogue):
    told = " ".join(row.text for row in catalogue.honesty.lines)
    for words in (
        "Exercise helps many people with long-lasting back pain. Hip work is one reasonable kind;",
        "it has not been shown to be better than other kinds.",
        "about 0.7 of 10 points, short term, very low certainty",
        "on average, compared with the same care without hip work",
        "wo trials from 2021 found no added benefit",
    ):
        assert words in told
