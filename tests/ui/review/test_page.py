"""Session done: what the page shows of a session, and the review that it gives back."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QPushButton, QSpinBox, QWidget

from hipcoach.core.catalogue import Catalogue
from hipcoach.core.exercise import Side
from hipcoach.core.pain import NOTE_LIMIT
from hipcoach.core.review import Review
from hipcoach.core.review_view import review_view
from hipcoach.core.session import WARNING_SIGN, EventKind, Session, SessionEvent
from hipcoach.ui.controls.score_scale import ScoreScale
from hipcoach.ui.controls.stepper import Stepper
from hipcoach.ui.labels import Label
from hipcoach.ui.review.note_card import NoteCard
from hipcoach.ui.review.page import ReviewPage
from hipcoach.ui.theme import Theme

Done = Callable[..., Session]


def texts(page: QWidget) -> list[str]:
    return [label.text() for label in page.findChildren(Label) if label.isVisible()]


def button(page: QWidget, name: str) -> QPushButton:
    return next(b for b in page.findChildren(QPushButton) if b.accessibleName() == name)


def number(page: QWidget, name: str) -> QSpinBox:
    return next(n for n in page.findChildren(QSpinBox) if n.accessibleName().startswith(name))


def scales(page: QWidget) -> list[ScoreScale]:
    return page.findChildren(ScoreScale)


def tab(qtbot, page: QWidget, times: int = 1) -> QWidget:
    for _ in range(times):
        qtbot.keyClick(page.window().focusWidget(), Qt.Key.Key_Tab)
    return page.window().focusWidget()


def test_what_was_left_alone_is_left_open(page: ReviewPage, done: Done, catalogue, qtbot) -> None:
    page.show_review(review_view(done(), catalogue))
    with qtbot.waitSignal(page.saved) as told:
        button(page, "Save session").click()
    assert told.args == [Review()]


def test_every_answer_comes_back_exactly(page: ReviewPage, done: Done, catalogue, qtbot) -> None:
    session = done()
    page.show_review(review_view(session, catalogue))
    number(page, "Clamshell, right, set 2").setValue(11)
    number(page, "Heel lift, left, set 1").setValue(0)
    number(page, "Heel lift, left, set 1").setValue(session.sets[0].reps)
    for scale, score in zip(scales(page), (6, 4, 10), strict=True):
        scale.type_digit(score) if score < 10 else [scale.type_digit(n) for n in (1, 0)]
    button(page, "Add a note").click()
    page.findChild(NoteCard).field.setPlainText("Café <b>stiff</b>\nsecond line")
    with qtbot.waitSignal(page.saved) as told:
        button(page, "Save session").click()
    place = next(
        place
        for place, made in enumerate(session.sets)
        if (made.exercise, made.side, made.set) == ("clamshell-band", Side.RIGHT, 2)
    )
    note = "Café <b>stiff</b>\nsecond line"
    assert told.args == [Review(tidy={place: 11}, effort=6, worst=4, after=10, note=note)]


def test_the_whole_page_by_keys_in_reading_order(
    page: ReviewPage, done: Done, catalogue, qtbot
) -> None:
    page.show_review(review_view(done(stop_after=2), catalogue))
    order = [page.window().focusWidget()]
    order += [tab(qtbot, page) for _ in range(7)]
    names = [widget.accessibleName() for widget in order]
    assert names == [
        "Clamshell, left, set 1, tidy of 15",
        "Clamshell, right, set 1, tidy of 15",
        "0, nothing",
        "0, no pain",
        "0, no pain",
        "Add a note",
        "Finish later",
        "Save session",
    ]
    qtbot.keyClick(order[1], Qt.Key.Key_Minus)
    qtbot.keyClick(order[2], Qt.Key.Key_7)
    order[5].setFocus()
    qtbot.keyClick(order[5], Qt.Key.Key_Return)
    qtbot.keyClicks(page.window().focusWidget(), "ok")
    assert tab(qtbot, page, 2).accessibleName() == "Save session"
    with qtbot.waitSignal(page.saved) as told:
        qtbot.keyClick(page.window().focusWidget(), Qt.Key.Key_Return)
    assert told.args == [Review(tidy={1: 14}, effort=7, note="ok")]


def test_the_keys_of_the_player_answer_nothing(
    page: ReviewPage, done: Done, catalogue, qtbot
) -> None:
    page.show_review(review_view(done(), catalogue))
    for key in (Qt.Key.Key_Return, Qt.Key.Key_Space, Qt.Key.Key_Enter):
        qtbot.keyClick(page.window().focusWidget(), key)
    with qtbot.waitSignal(page.saved) as told:
        button(page, "Save session").click()
    assert told.args == [Review()]


def test_tidy_lies_between_none_and_what_was_done(page: ReviewPage, done: Done, catalogue) -> None:
    page.show_review(review_view(done(), catalogue))
    field = number(page, "Clamshell, left, set 1")
    field.setValue(99)
    assert field.value() == field.maximum() == 15
    field.setValue(-3)
    assert field.value() == 0


def test_finish_later_keeps_what_was_filled_in(
    page: ReviewPage, done: Done, catalogue, qtbot
) -> None:
    view = review_view(done(), catalogue)
    page.show_review(view)
    scales(page)[0].type_digit(8)
    with qtbot.waitSignal(page.postponed):
        button(page, "Finish later").click()
    page.show_review(view)
    assert scales(page)[0].score == 8
    button(page, "Save session").click()
    page.show_review(view)
    assert page.findChildren(ScoreScale)[-3].score is None


def test_another_session_begins_without_answers(page: ReviewPage, done: Done, catalogue) -> None:
    page.show_review(review_view(done(), catalogue))
    scales(page)[0].type_digit(8)
    page.show_review(review_view(done("band-abductors-3wk"), catalogue))
    assert [scale.score for scale in scales(page)[-3:]] == [None, None, None]
    assert "Band leg-out" in texts(page)


@pytest.mark.parametrize(
    ("program", "steppers"),
    [
        ("hips-three-twice", 10),
        ("hips-five-hold", 10),
        ("band-abductors-3wk", 12),
        ("hip-plus-trunk-6wk", 18),
        ("all-directions", 25),
    ],
)
@pytest.mark.parametrize("scale", [1.0, 1.75])
def test_every_program_fits_its_page(
    page: ReviewPage, theme: Theme, qapp, done: Done, catalogue, program, steppers, scale
) -> None:
    theme.show_look(qapp, dark=False, scale=scale)
    page.resize(960, 640)
    page.show_review(review_view(done(program), catalogue))
    qapp.processEvents()
    found = page.findChildren(Stepper)
    assert len(found) == steppers
    for widget in (*found, *page.findChildren(ScoreScale), *page.findChildren(QPushButton)):
        if widget.isVisible():
            left = widget.mapTo(page, widget.rect().topLeft()).x()
            assert 0 <= left <= left + widget.width() <= page.width()
    theme.show_look(qapp, dark=False, scale=1.0)


def test_sides_are_named_once_where_all_rows_share_them(
    page: ReviewPage, done: Done, catalogue
) -> None:
    page.show_review(review_view(done("band-abductors-3wk"), catalogue))
    assert texts(page).count("Left") == texts(page).count("set 1 to 3") - 1 == 1


def test_rows_of_both_kinds_name_their_sides(page: ReviewPage, done: Done, catalogue) -> None:
    page.show_review(review_view(done("all-directions"), catalogue))
    assert (texts(page).count("Left"), texts(page).count("Both sides")) == (6, 1)


def test_every_number_and_scale_has_a_name(page: ReviewPage, done: Done, catalogue) -> None:
    page.show_review(review_view(done("hip-plus-trunk-6wk"), catalogue))
    names = [field.accessibleName() for field in page.findChildren(QSpinBox)]
    assert len(set(names)) == len(names) == 18
    assert "Dead bug, both, set 2, tidy of 10" in names
    told = QAccessible.queryAccessibleInterface(scales(page)[0]).text(QAccessible.Text.Name)
    assert told == "How hard was it?, no answer yet, 0 nothing, 10 could not do one more"


def test_a_skipped_side_set_says_that_it_was_not_done(
    page: ReviewPage, done: Done, catalogue
) -> None:
    session = done()
    page.show_review(review_view(replace(session, sets=session.sets[1:]), catalogue))
    assert texts(page).count("not done") == 1
    assert "9 of 10 sets" in texts(page)


def test_what_hurt_stands_as_worst_pain(
    page: ReviewPage, done: Done, catalogue: Catalogue, morning, qtbot
) -> None:
    hurts = [SessionEvent(at=morning, kind=EventKind.HURT, score=n) for n in (5, 3)]
    page.show_review(review_view(replace(done(), events=tuple(hurts)), catalogue))
    with qtbot.waitSignal(page.saved) as told:
        button(page, "Save session").click()
    assert told.args == [Review(worst=5)]


def test_a_finished_session_needs_no_word_about_its_end(
    page: ReviewPage, done: Done, catalogue
) -> None:
    page.show_review(review_view(done(), catalogue))
    assert "Session done" in texts(page)
    assert not [text for text in texts(page) if "ended" in text]


def test_an_early_end_is_said_calmly(page: ReviewPage, done: Done, catalogue) -> None:
    session = done(stop_after=3)
    page.show_review(review_view(session, catalogue))
    assert "It ended early. What you did is kept." in texts(page)
    end = replace(session.events[-1], choice=WARNING_SIGN)
    page.show_review(review_view(replace(session, events=(end,)), catalogue))
    assert "It ended because of a warning sign. What you did is kept." in texts(page)


def test_without_a_repetition_the_rest_is_asked(
    page: ReviewPage, done: Done, catalogue, qtbot
) -> None:
    page.show_review(review_view(done(stop_after=0), catalogue))
    assert "No repetition was counted in this session." in texts(page)
    qtbot.keyClick(page.window().focusWidget(), Qt.Key.Key_3)
    with qtbot.waitSignal(page.saved) as told:
        button(page, "Save session").click()
    assert told.args == [Review(effort=3)]


def test_a_note_counts_down_near_its_limit_and_is_never_cut(
    page: ReviewPage, done: Done, catalogue, qtbot
) -> None:
    page.show_review(review_view(done(), catalogue))
    button(page, "Add a note").click()
    field = page.findChild(NoteCard).field
    field.setPlainText("ä" * (NOTE_LIMIT - 201))
    assert not [text for text in texts(page) if "left" in text]
    field.setPlainText("ä" * (NOTE_LIMIT - 1))
    assert "1 character left" in texts(page)
    field.setPlainText("ä" * (NOTE_LIMIT + 2))
    assert "2 characters too many: a note holds at most 10\u00a0000." in texts(page)
    with qtbot.assertNotEmitted(page.saved):
        button(page, "Save session").click()
    assert page.window().focusWidget() is field
    field.setPlainText("ä" * NOTE_LIMIT)
    with qtbot.waitSignal(page.saved) as told:
        button(page, "Save session").click()
    assert told.args == [Review(note="ä" * NOTE_LIMIT)]


def test_a_paste_that_can_never_fit_is_refused_and_said(
    page: ReviewPage, done: Done, catalogue
) -> None:
    page.show_review(review_view(done(), catalogue))
    button(page, "Add a note").click()
    note, pasted = page.findChild(NoteCard), QMimeData()
    note.field.setPlainText("kept")
    pasted.setText("x" * 1_000_000)
    note.field.insertFromMimeData(pasted)
    assert note.text == "kept"
    assert "That was not pasted: a note holds at most 10\u00a0000 characters." in texts(page)
    pasted.setText(" and <b>more</b>")
    note.field.insertFromMimeData(pasted)
    assert sorted(note.text) == sorted("kept and <b>more</b>")


def test_one_filled_button_and_a_changed_look(
    page: ReviewPage, theme: Theme, qapp, done: Done, catalogue
) -> None:
    page.show_review(review_view(done(), catalogue))
    kinds = [b.property("kind") for b in page.findChildren(QPushButton) if b.isVisible()]
    assert kinds.count("primary") == 1
    theme.show_look(qapp, dark=True, scale=1.5)
    assert button(page, "Save session").height() >= 66
    theme.show_look(qapp, dark=False, scale=1.0)


@pytest.mark.parametrize("program", ["hips-three-twice", "hip-plus-trunk-6wk"])
@pytest.mark.parametrize("stop_after", [None, 3])
def test_nothing_is_cut_or_covered(
    page: ReviewPage, theme: Theme, qapp, done: Done, catalogue, clipped, program, stop_after
) -> None:
    page.show_review(review_view(done(program, stop_after), catalogue))
    try:
        for width, height, scale in ((1280, 800, 1.0), (960, 640, 1.0), (1280, 800, 1.5)):
            theme.show_look(qapp, dark=False, scale=scale)
            page.resize(width, height)
            assert clipped(page) == [], (width, height, scale)
    finally:
        theme.show_look(qapp, dark=False, scale=1.0)


def test_numbers_and_buttons_follow_the_look(
    page: ReviewPage, theme: Theme, qapp, done: Done, catalogue
) -> None:
    theme.show_look(qapp, dark=False, scale=1.75)
    page.show_review(review_view(done(), catalogue))
    qapp.processEvents()
    theme.show_look(qapp, dark=True, scale=1.0)
    qapp.processEvents()
    written = number(page, "Clamshell, left, set 1").lineEdit()
    assert written.font().pixelSize() == 18
    assert written.palette().text().color() == theme.colour("ink")
    assert button(page, "Save session").font().pixelSize() == 16
    theme.show_look(qapp, dark=False, scale=1.0)
