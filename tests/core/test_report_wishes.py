"""The wishes for the report: what is accepted, what is shown, which paper."""

from __future__ import annotations

import pytest

from hipcoach.core.report_wishes import Paper, ReportWishes, Section, Who


def test_without_being_asked_it_holds_no_name_and_one_page() -> None:
    wishes = ReportWishes()
    assert wishes.who is Who.INITIALS
    assert [section for section in Section if not wishes.shows(section)] == [Section.EVERY_ENTRY]


@pytest.mark.parametrize(
    "longest",
    [{"initials": "A" * 12}, {"name": "Ł" * 80}, {"questions": "?\n" * 1000}],
)
def test_texts_up_to_their_limit(longest: dict[str, str]) -> None:
    ReportWishes(**longest)
    longer = {field: said + "x" for field, said in longest.items()}
    with pytest.raises(ValueError, match="at most"):
        ReportWishes(**longer)


@pytest.mark.parametrize("field", ["initials", "name"])
@pytest.mark.parametrize("end", ["\n", "\r", "\u2028"])
def test_initials_and_name_are_one_line(field: str, end: str) -> None:
    with pytest.raises(ValueError, match="one line"):
        ReportWishes(**{field: f"A{end}L"})


def test_the_paper_is_the_chosen_one_else_the_region_s() -> None:
    assert ReportWishes().paper_in("US") is Paper.LETTER
    assert ReportWishes().paper_in("DE") is Paper.A4
    assert ReportWishes().paper_in("") is Paper.A4
    assert ReportWishes(paper=Paper.A4).paper_in("US") is Paper.A4
    assert ReportWishes(paper=Paper.LETTER).paper_in("DE") is Paper.LETTER
