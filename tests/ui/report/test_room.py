"""Everything on the Report page has room, in every size, and in longer languages."""

from __future__ import annotations

import gettext

import pytest
from PySide6.QtWidgets import QLineEdit

from hipcoach.core import text
from hipcoach.ui.labels import Label
from tests.shots.pseudo import Pseudo

SIZES = [
    (1280, 800, 1, False),
    (960, 640, 1, False),
    (640, 480, 1, False),
    (1280, 800, 1.5, False),
    (1280, 800, 1.75, False),
    (1280, 800, 1, True),
    (960, 640, 1, True),
]
LONG = "somebody/Documents/and many more words, so that lines have to break, report.pdf"


@pytest.fixture
def words(request, monkeypatch) -> None:
    """The language that the page is made in."""
    chosen = Pseudo() if request.param else gettext.NullTranslations()
    monkeypatch.setattr(text, "_catalogue", chosen)


@pytest.mark.parametrize(("width", "height", "scale", "words"), SIZES, indirect=["words"], ids=str)
def test_nothing_is_cut(words, visitor, theme, qapp, clipped, width, height, scale) -> None:
    theme.show_look(qapp, dark=False, scale=scale)
    visitor.window.resize(width, height)
    visitor.settle()
    page = visitor.page

    faults = {"as it opens": clipped(page)}
    visitor.choose(page.card.period.spans, 2)
    page.card.period.show_problem("The last day is before the first one.")
    page.foot.show_done("Saved as HipCoach report 2026-11-02.pdf", opens=True)
    visitor.work_off()
    faults["dates"] = clipped(page)
    page.foot.show_problem(f"{LONG} could not be written. Nothing was changed.")
    page.preview.show_problem(f"The report cannot be made: {LONG} is missing.")
    visitor.work_off()
    faults["problems"] = clipped(page)
    theme.show_look(qapp, dark=False, scale=1)

    assert {name: found for name, found in faults.items() if found} == {}


def test_every_text_follows_another_size(visitor, theme, qapp) -> None:
    visitor.window.resize(1280, 800)
    visitor.settle()
    written = [*visitor.page.findChildren(Label), *visitor.page.findChildren(QLineEdit)]
    before = [part.font().pixelSize() for part in written]
    theme.show_look(qapp, dark=False, scale=1.5)  # one column, as in a narrow window
    visitor.work_off()
    after = [part.font().pixelSize() for part in written]
    theme.show_look(qapp, dark=False, scale=1)
    visitor.work_off()

    assert after == [round(size * 1.5) for size in before]
    assert [part.font().pixelSize() for part in written] == before


def test_tab_reaches_everything_in_the_order_of_reading(visitor) -> None:
    page, walked = visitor.page, []
    visitor.choose(page.card.period.spans, 2)
    page.card.period.focus_first()
    page.foot.show_done("Saved as mine.pdf", opens=True)
    first = visitor.window.focusWidget()
    while (focused := visitor.window.focusWidget()) is not first or not walked:
        walked.append(focused.accessibleName() or focused.text())
        page.focusNextChild()

    assert walked[:18] == [
        "Dates",
        "A day earlier: First day",
        "First day",
        "A day later: First day",
        "A day earlier: Last day",
        "Last day",
        "Pain chart",
        "Exercises and levels",
        "Flare-ups, medicines and notes",
        "Every session and entry (more pages)",
        "A4",
        "Initials",
        "Your initials",
        "My questions, one a line",
        "Open the report",
        "Save PDF",
        "Open to print",
        "Report, page 1 of 1",
    ]
