"""What the cards may say: what a program gives, what a study saw, what that cannot tell."""

from __future__ import annotations

import re
from collections import Counter

import pytest

from hipcoach.core.diary import Diary
from hipcoach.core.program_view import program_facts
from hipcoach.core.text import say
from hipcoach.core.told import cited, told

UP_TO_NINE = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine")
WORDS = {word: str(n) for n, word in enumerate(UP_TO_NINE, start=1)} | {"once": "1", "twice": "2"}
NUMBER = re.compile(rf"(?<![\w.])[−-]?\.?\d+(?:\.\d+)?|\b(?:{'|'.join(WORDS)})\b", re.IGNORECASE)


def numbers(text):
    """The numbers of a text, in figures or in words."""
    found = (n.lower() for n in NUMBER.findall(text.replace("–", " ")))
    return {WORDS.get(n, n) for n in found}


def all_lines(catalogue):
    """Every sentence with its card, as the docs name it."""
    lines = [(f"{name}, {box}", line) for name, box, line in boxes(catalogue)]
    return [*lines, *(("honesty", line) for line in catalogue.honesty.lines)]


@pytest.fixture(scope="session")
def tables(root):
    """The rows of the docs' tables, as tuples of their cells."""
    page = (root / "docs" / "clinical-sources.md").read_text(encoding="utf-8")
    rows = (line.strip("|").split("|") for line in page.splitlines() if line.startswith("|"))
    return [tuple(cell.strip() for cell in row) for row in rows]


@pytest.fixture(scope="session")
def traced(tables, catalogue):
    """The rows on sentences: card, first words, numbers, tag, section."""
    cards = {card for card, _ in all_lines(catalogue)}
    return [row for row in tables if row[0] in cards and len(row) == 5]


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
    for _, line in all_lines(catalogue):
        if line.tag in ("K", "D"):
            assert line.sources == ()
        else:
            assert line.tag in line.sources


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


# Where it all comes from


def test_every_sentence_is_traced_once_with_its_tag_and_its_section(catalogue, traced):
    lines = all_lines(catalogue)
    for card, line in lines:
        rows = [row for row in traced if row[0] == card and line.text.startswith(row[1])]
        assert len(rows) == 1, line.text
        assert rows[0][3] == line.tag, line.text
    assert len(traced) == len(lines)
    sections = {name: program.section for name, program in catalogue.programs.items()}
    for card, words, _, _, section in traced:
        own = sections.get(card.split(",")[0], "B0")
        places = {"B0", "I", "G 4", own} if card != "honesty" else {"B0", "I"}
        assert set(section.split(", ")) <= places, words


def test_every_number_of_every_sentence_is_traced(catalogue, traced):
    for card, line in all_lines(catalogue):
        row = next(row for row in traced if row[0] == card and line.text.startswith(row[1]))
        sourced = numbers(re.sub(r"\([^)]*\)", "", row[2]))
        assert numbers(line.text) == sourced, line.text


def test_what_is_ours_or_common_knowledge_is_shown_so_and_never_with_a_study(catalogue):
    assert [say(cited(tag, (), catalogue)) for tag in "DK"] == [
        "HipCoach's choice",
        "Common knowledge",
    ]
    cards = [
        getattr(p, box) for p in catalogue.programs.values() for box in ("gives", "saw", "cannot")
    ]
    for card in (*cards, catalogue.honesty):
        tags = {line.text: line.tag for line in card.lines}
        for part in told(card, catalogue):
            kinds = {tags[line.text] in ("K", "D") for line in part.lines}
            assert len(kinds) == 1
            own = say(part.origin) in {"HipCoach's choice", "Common knowledge"}
            assert own == kinds.pop()


def test_what_the_card_counts_is_traced_and_says_whose_choice_it_is(catalogue, tables, morning):
    shown = {facts.id: facts for facts in program_facts(Diary(), catalogue, morning)}
    rows = {row[0]: row[1:] for row in tables if row[0] in catalogue.programs and len(row) == 4}
    assert rows.keys() == catalogue.programs.keys()
    for name, (weeks, often, section) in rows.items():
        program, facts = catalogue.programs[name], shown[name]
        said = say(facts.often).replace("\u00a0", " ")
        assert weeks == f"{program.weeks}, {program.weeks_tag}"
        assert often == f"{said}, {program.often_tag}"
        assert section == program.section
        origins = " ".join(map(say, facts.origins))
        for tag in (program.weeks_tag, program.often_tag):
            assert say(cited(tag, (tag,), catalogue)) in origins
        assert re.search(r"[Mm]inutes: HipCoach's choice", origins)


def test_numbers_are_read_in_figures_and_in_words():
    assert numbers("Three of 2–5, p = .02, −3.5 to 11.5, S3, twice") == {
        *("3", "2", "5", ".02", "−3.5", "11.5"),
    }
    assert Counter(numbers("nobody, someone, none")) == Counter()
