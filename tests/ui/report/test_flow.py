"""The Report page at work: what is wished for is stored, set, and taken back."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest

from hipcoach.core.document import NotSavedError
from hipcoach.core.pain import PainRating
from hipcoach.core.report_wishes import QUESTIONS_LIMIT, Paper, ReportWishes, Section, Who
from hipcoach.ui.report.typed import whole

AS_IT_WAS = ReportWishes()


def tick(section: Section):
    return lambda visitor: visitor.press(visitor.page.card.sections.boxes[section])


CHOICES = {
    "no chart": (
        tick(Section.CHART),
        replace(AS_IT_WAS, left_out=(Section.CHART, Section.EVERY_ENTRY)),
    ),
    "every entry": (tick(Section.EVERY_ENTRY), replace(AS_IT_WAS, left_out=())),
    "Letter": (
        lambda visitor: visitor.choose(visitor.page.card.paper, 1),
        replace(AS_IT_WAS, paper=Paper.LETTER),
    ),
    "full name": (
        lambda visitor: visitor.choose(visitor.page.card.who.choice, 1),
        replace(AS_IT_WAS, who=Who.NAME),
    ),
    "initials": (
        lambda visitor: visitor.write(visitor.page.card.who.fields[Who.INITIALS], "A. L."),
        replace(AS_IT_WAS, initials="A. L."),
    ),
    "questions": (
        lambda visitor: visitor.write(visitor.page.card.questions.field, "May I swim?"),
        replace(AS_IT_WAS, questions="May I swim?"),
    ),
}


def test_the_page_is_set_when_it_is_opened(visitor) -> None:
    assert isinstance(visitor.picture, QImage)
    assert abs(visitor.picture.height() - visitor.page.preview.sheet.height_asked()) <= 2
    assert visitor.pages == "Page 1 of 1"
    assert "Hip exercise and back pain diary." in visitor.summary
    assert "Period: 19 Oct to 2 Nov 2026." in visitor.summary
    assert visitor.page.preview.sheet.accessibleName() == "Report, page 1 of 1"


@pytest.mark.parametrize("name", CHOICES)
def test_a_wish_is_stored_shown_and_taken_back(visitor, name: str) -> None:
    act, wished = CHOICES[name]
    before = visitor.picture

    act(visitor)

    assert visitor.kept == wished
    assert name == "full name" or visitor.picture != before
    visitor.undo()
    assert visitor.kept == AS_IT_WAS
    assert visitor.page.card.wishes == AS_IT_WAS
    assert visitor.picture == before


def test_the_page_follows_what_is_typed_before_it_is_stored(visitor) -> None:
    before = visitor.picture
    visitor.page.card.questions.field.setFocus()
    QTest.keyClicks(visitor.page.card.questions.field, "May I swim?")
    assert visitor.kept == AS_IT_WAS
    visitor.settle()
    assert visitor.picture != before

    visitor.flow.close()  # the window is closed in the middle of a word

    assert visitor.kept.questions == "May I swim?"


@pytest.mark.parametrize("way", ["show", "export", "refresh"])
def test_what_is_just_being_typed_outlives_that_the_page_is_shown_again(visitor, way) -> None:
    field = visitor.page.card.questions.field
    field.setFocus()
    QTest.keyClicks(field, "May I swim?")
    getattr(visitor.flow, way)()
    visitor.settle()
    if asked := visitor.dialog():
        asked.done(0)

    assert field.toPlainText() == "May I swim?"
    field.setFocus()
    visitor.key(Qt.Key.Key_Tab)
    assert visitor.kept.questions == "May I swim?"


def test_what_is_typed_at_once_outlives_that_the_pages_are_made_ahead(visitor) -> None:
    field = visitor.page.card.questions.field
    field.setFocus()
    QTest.keyClicks(field, "May I swim?")
    for _ in visitor.flow.make_ahead():
        pass
    assert field.toPlainText() == "May I swim?"
    visitor.settle()


def test_what_is_typed_in_one_field_goes_back_in_one_step(visitor) -> None:
    field = visitor.page.card.questions.field
    field.setFocus()
    for words in ("May I swim? ", "And ride?"):
        QTest.keyClicks(field, words)
        visitor.flow._keep_texts()
    assert visitor.kept.questions == "May I swim? And ride?"
    visitor.key(Qt.Key.Key_Tab)

    visitor.undo()

    assert visitor.kept == AS_IT_WAS
    assert visitor.page.card.questions.text == ""


def test_in_a_field_ctrl_z_takes_back_the_typing_first(visitor) -> None:
    visitor.choose(visitor.page.card.paper, 1)
    field = visitor.page.card.questions.field
    field.setFocus()
    QTest.keyClicks(field, "x")
    visitor.undo()
    assert (field.toPlainText(), visitor.kept.paper) == ("", Paper.LETTER)
    visitor.undo()
    assert visitor.kept.paper is None


def test_questions_that_are_too_long_are_said_and_not_stored(visitor) -> None:
    field = visitor.page.card.questions.field
    field.setPlainText("x" * (QUESTIONS_LIMIT + 1))
    visitor.flow._keep_texts()
    visitor.settle()
    assert any(text.startswith("1 character too many") for text in visitor.texts)
    assert visitor.kept == AS_IT_WAS
    field.setPlainText("x" * QUESTIONS_LIMIT)
    visitor.flow._keep_texts()
    assert len(visitor.kept.questions) == QUESTIONS_LIMIT


@pytest.mark.parametrize("typed", ["A\u2028L", "A\x0bL"])
def test_strange_characters_are_no_trouble(visitor, typed: str) -> None:
    visitor.page.card.who.fields[Who.INITIALS].setText(typed)
    visitor.page.card.who.typed.emit()
    visitor.flow._keep_texts()
    visitor.settle()
    assert len(visitor.kept.initials) == 3
    assert visitor.picture is not None


def test_half_a_character_becomes_a_question_mark() -> None:
    assert whole("A\ud800L") == "A?L"


def test_three_weeks_and_dates(visitor) -> None:
    period = visitor.page.card.period
    visitor.choose(period.spans, 1)
    assert "Period: 13 Oct to 2 Nov 2026." in visitor.summary
    assert visitor.kept == AS_IT_WAS

    visitor.choose(period.spans, 2)
    assert "Period: 13 Oct to 2 Nov 2026." in visitor.summary
    period.last.show_day(visitor.desk.now().date() - timedelta(days=4))
    visitor.settle()
    assert "Period: 13 to 29 Oct 2026." in visitor.summary


def test_dates_that_cannot_be_are_said_beside_them_and_nothing_is_saved(visitor) -> None:
    period, told = visitor.page.card.period, "The last day is before the first one."
    visitor.choose(period.spans, 2)
    period.last.show_day(period.first.day - timedelta(days=1))
    visitor.settle()
    assert told in visitor.texts
    assert period.last.field.accessibleDescription() == told

    for control in (visitor.page.foot.save, visitor.page.foot.print):
        visitor.press(control)
        assert visitor.dialog() is None
        assert visitor.window.focusWidget() is period.last.field

    period.last.show_day(period.first.day)
    visitor.settle()
    assert told not in visitor.texts
    assert "Period: 19 Oct 2026." in visitor.summary


def test_pages_are_turned_with_buttons_and_keys(visitor) -> None:
    visitor.press(visitor.page.card.sections.boxes[Section.EVERY_ENTRY])
    first = visitor.picture
    assert visitor.pages.startswith("Page 1 of ")
    assert visitor.pages != "Page 1 of 1"
    visitor.press(visitor.page.preview._pager._on)
    assert visitor.pages.startswith("Page 2 of ")
    assert visitor.picture != first
    QTest.keyClick(visitor.page.preview.sheet, Qt.Key.Key_PageUp)
    visitor.settle()
    assert visitor.picture == first
    QTest.keyClick(visitor.page.preview.sheet, Qt.Key.Key_PageUp)
    visitor.settle()
    assert visitor.pages.startswith("Page 1 of ")

    visitor.press(visitor.page.preview._pager._on)
    visitor.press(visitor.page.card.sections.boxes[Section.EVERY_ENTRY])
    assert visitor.pages == "Page 1 of 1"


def test_what_was_entered_since_is_on_the_page_when_it_is_opened_again(visitor) -> None:
    before = visitor.picture
    visitor.window.show_page("today")
    visitor.desk.store.pain_ratings.add(PainRating(at=visitor.desk.now(), score=9))
    visitor.flow.show()
    visitor.settle()
    assert visitor.picture != before


def test_an_old_picture_is_dimmed_and_a_slow_one_is_said_to_be_made(visitor) -> None:
    preview = visitor.page.preview
    preview.show_waiting()
    assert not preview.sheet._old
    preview._dims.timeout.emit()
    assert preview.sheet._old
    preview._tells.timeout.emit()
    assert "Making the page ..." in visitor.texts

    visitor.flow.refresh()
    visitor.settle()

    assert not preview.sheet._old
    assert "Making the page ..." not in visitor.texts


def test_a_larger_window_gets_a_larger_picture(visitor) -> None:
    visitor.window.resize(1280, 1000)
    visitor.settle()
    sheet = visitor.page.preview.sheet
    assert abs(visitor.picture.height() - sheet._page().height()) <= 1
    assert sheet._page().height() > 750
    assert sheet.rect().contains(sheet._page().toRect())


def test_a_full_disk_leaves_the_wishes_as_they_are_stored(visitor, disk, qtbot) -> None:
    disk.full = True
    with qtbot.captureExceptions() as raised:
        visitor.press(visitor.page.card.sections.boxes[Section.CHART])
    disk.full = False
    assert issubclass(raised[0][0], NotSavedError)
    assert visitor.page.card.wishes == visitor.kept == AS_IT_WAS


def test_what_a_full_disk_refused_of_a_text_is_stored_when_the_field_is_left(
    visitor, disk, qtbot
) -> None:
    field = visitor.page.card.questions.field
    field.setFocus()
    QTest.keyClicks(field, "May I swim?")
    disk.full = True
    with qtbot.captureExceptions() as raised:
        visitor.flow._written.timeout.emit()
    disk.full = False
    assert issubclass(raised[0][0], NotSavedError)
    assert field.toPlainText() == "May I swim?"
    visitor.key(Qt.Key.Key_Tab)
    assert visitor.kept.questions == "May I swim?"


def test_a_picture_of_before_does_not_hide_that_the_dates_are_wrong(visitor) -> None:
    period = visitor.page.card.period
    visitor.choose(period.spans, 2)
    visitor.page.card.sections.boxes[Section.CHART].click()
    period.last.show_day(period.first.day - timedelta(days=1))
    visitor.settle()
    assert visitor.page.preview.sheet._old


def test_the_program_can_end_while_a_page_is_set(visitor, qapp) -> None:
    visitor.page.card.sections.boxes[Section.EVERY_ENTRY].click()
    assert visitor.worker.is_busy("picture")
    visitor.close()
    qapp.processEvents()
    assert visitor.kept.left_out == ()
