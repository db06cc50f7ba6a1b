"""Next time, on the review: live while the questions are answered, and the user's own choice."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QRadioButton, QSpinBox, QWidget

from hipcoach.core.next_time import NextCard, NextTime
from hipcoach.core.progression.verdict import Move
from hipcoach.core.review import Review
from hipcoach.core.review_view import review_view
from hipcoach.core.session import Session
from hipcoach.core.text import message
from hipcoach.ui.controls.score_scale import ScoreScale
from hipcoach.ui.labels import Label
from hipcoach.ui.review.next_card import NextCardView
from hipcoach.ui.review.page import ReviewPage
from hipcoach.ui.review.tidy_card import TidyCard
from hipcoach.ui.review.way_pair import WayPair
from hipcoach.ui.theme import Theme

UP = NextCard(
    key="clamshell-band",
    name=message("Clamshell"),
    move=Move.UP,
    title=message("One step up: green band, 12 reps"),
    why=message("15 tidy reps in every set, left and right, on two days. Worst pain 2, effort 6."),
    accept=message("Step up"),
    decline=message("Stay on red"),
)
SAME = NextCard(
    key="quadruped-hip-extension",
    name=message("Heel lift"),
    move=Move.SAME,
    title=message("Same again: 4 s pause"),
    why=message("15 tidy reps, but for one day so far."),
    done=1,
    of=2,
)
DOWN = replace(
    UP,
    move=Move.DOWN,
    title=message("One step easier: no band, one set fewer"),
    why=message("Pain reached 6 during it. It comes back after two calm sessions."),
    accept=message("One step easier"),
)
NOTE = message("Tomorrow morning we ask one question before anything changes for good.")
TOLD = NextTime(note=NOTE, cards=(UP, SAME))


def texts(page: QWidget) -> list[str]:
    return [label.text() for label in page.findChildren(Label) if label.isVisible()]


def cards(page: QWidget) -> list[NextCardView]:
    return [view for view in page.findChildren(NextCardView) if view.isVisible()]


def way(page: QWidget, name: str) -> QRadioButton:
    return next(w for w in page.findChildren(QRadioButton) if w.text() == name and w.isVisible())


def saved(page: ReviewPage, qtbot) -> Review:
    button = next(b for b in page.findChildren(QPushButton) if b.text() == "Save session")
    with qtbot.waitSignal(page.saved) as told:
        button.click()
    return told.args[0]


@pytest.fixture
def asked(page: ReviewPage, done: Callable[..., Session], catalogue) -> Callable[..., ReviewPage]:
    """`asked(told)`: the page with these cards, whatever is answered."""

    def made(told: NextTime = TOLD, program: str = "hips-three-twice") -> ReviewPage:
        page.show_review(review_view(done(program), catalogue), lambda _answers: told)
        return page

    return made


def test_each_card_says_what_and_why(asked) -> None:
    page = asked()
    shown = texts(page)
    assert "Next time" in shown
    assert NOTE.text in shown
    assert "One step up: green band, 12 reps" in shown
    assert "Why: 15 tidy reps, but for one day so far." in shown
    assert shown.count("1 of 2 days towards the next step") == 1
    assert [view.ways.isVisible() for view in cards(page)] == [True, False]


def test_with_nothing_to_say_there_is_no_heading(asked) -> None:
    assert "Next time" not in texts(asked(NextTime()))


def test_every_answer_is_looked_at_at_once_and_a_note_is_not(
    page: ReviewPage, done, catalogue, qtbot
) -> None:
    seen: list[Review] = []

    def propose(review: Review) -> NextTime:
        seen.append(review)
        return TOLD if review.worst is None else NextTime(cards=(DOWN, SAME))

    page.show_review(review_view(done(), catalogue), propose)
    number = page.findChildren(QSpinBox)[0]
    number.setValue(11)
    page.findChildren(ScoreScale)[0].type_digit(6)
    page.findChildren(ScoreScale)[1].type_digit(7)
    last = Review(tidy={0: 11}, effort=6, worst=7)
    assert seen == [Review(), Review(tidy={0: 11}), Review(tidy={0: 11}, effort=6), last]
    assert "One step easier: no band, one set fewer" in texts(page)
    assert NOTE.text not in texts(page)
    page._on_note_asked()
    page._body.note.field.setPlainText("x" * 20_000)
    page.findChildren(ScoreScale)[2].type_digit(0)
    assert seen[-1] == replace(last, after=0)


def test_what_is_not_wanted_is_in_the_review(asked, qtbot) -> None:
    page = asked()
    assert not way(page, "Stay on red").isChecked()
    way(page, "Stay on red").click()
    assert saved(page, qtbot).declined == {"clamshell-band"}


def test_a_step_up_stands_out_until_it_is_declined(asked) -> None:
    page = asked()
    clam, heel = cards(page)
    assert (clam.property("kind"), heel.property("kind")) == ("chosen", "card")
    way(page, "Stay on red").click()
    assert clam.property("kind") == "card"
    way(page, "Step up").click()
    assert clam.property("kind") == "chosen"


def test_a_choice_holds_while_its_card_goes_the_same_way(
    page: ReviewPage, done, catalogue, qtbot
) -> None:
    def propose(review: Review) -> NextTime:
        return NextTime(cards=(DOWN if review.worst == 6 else UP, SAME))

    page.show_review(review_view(done(), catalogue), propose)
    effort, worst, _ = page.findChildren(ScoreScale)
    way(page, "Stay on red").click()
    effort.type_digit(5)
    assert way(page, "Stay on red").isChecked()
    worst.type_digit(6)
    assert way(page, "One step easier").isChecked()
    worst.type_digit(2)
    assert saved(page, qtbot).declined == {"clamshell-band"}


def test_finish_later_keeps_the_choice(page: ReviewPage, done, catalogue, qtbot) -> None:
    view = review_view(done(), catalogue)
    page.show_review(view, lambda _answers: TOLD)
    way(page, "Stay on red").click()
    page.show_review(view, lambda _answers: replace(TOLD, cards=(replace(UP, why=NOTE), SAME)))
    assert way(page, "Stay on red").isChecked()
    assert f"Why: {NOTE.text}" in texts(page)
    assert saved(page, qtbot).declined == {"clamshell-band"}


def test_another_session_begins_without_choices(page: ReviewPage, done, catalogue, qtbot) -> None:
    page.show_review(review_view(done(), catalogue), lambda _answers: TOLD)
    way(page, "Stay on red").click()
    other = review_view(done("band-abductors-3wk"), catalogue)
    page.show_review(other, lambda _answers: TOLD)
    assert saved(page, qtbot).declined == frozenset()


def test_a_card_that_is_gone_declines_nothing(page: ReviewPage, done, catalogue, qtbot) -> None:
    def propose(review: Review) -> NextTime:
        return TOLD if review.effort is None else NextTime(cards=(SAME,))

    page.show_review(review_view(done(), catalogue), propose)
    way(page, "Stay on red").click()
    page.findChildren(ScoreScale)[0].type_digit(9)
    assert [view.card for view in cards(page)] == [SAME]
    assert saved(page, qtbot).declined == frozenset()


def test_a_card_that_comes_and_goes_is_made_once(page: ReviewPage, done, catalogue) -> None:
    for_all = replace(SAME, key="")

    def propose(review: Review) -> NextTime:
        return NextTime(cards=(for_all,) if review.worst == 6 else (UP, SAME))

    page.show_review(review_view(done(), catalogue), propose)
    worst = page.findChildren(ScoreScale)[1]
    for score in (6, 2, 6, 2):
        worst.type_digit(score)
        assert [view.card for view in cards(page)] == list(propose(Review(worst=score)).cards)
    assert len(page.findChildren(NextCardView)) == 3


def test_the_two_ways_are_one_stop_after_the_scales(asked, qtbot) -> None:
    page = asked()
    page.findChildren(ScoreScale)[-1].setFocus()
    qtbot.keyClick(page.window().focusWidget(), Qt.Key.Key_Tab)
    assert page.window().focusWidget() is way(page, "Step up")
    qtbot.keyClick(page.window().focusWidget(), Qt.Key.Key_Right)
    assert way(page, "Stay on red").isChecked()
    qtbot.keyClick(page.window().focusWidget(), Qt.Key.Key_Tab)
    assert page.window().focusWidget().accessibleName() == "Add a note"
    qtbot.keyClick(page.window().focusWidget(), Qt.Key.Key_Backtab)
    assert page.window().focusWidget() is way(page, "Stay on red")
    way(page, "Step up").setFocus()
    qtbot.keyClick(way(page, "Step up"), Qt.Key.Key_Return)
    assert saved(page, qtbot).declined == frozenset()


def test_a_card_that_comes_later_stands_in_reading_order(
    page: ReviewPage, done, catalogue, qtbot
) -> None:
    def propose(review: Review) -> NextTime:
        return NextTime(cards=(SAME,)) if review.after is None else TOLD

    page.show_review(review_view(done(), catalogue), propose)
    last = page.findChildren(ScoreScale)[-1]
    last.setFocus()
    qtbot.keyClick(page.window().focusWidget(), Qt.Key.Key_2)
    assert [view.card.key for view in cards(page)] == [UP.key, SAME.key]
    qtbot.keyClick(page.window().focusWidget(), Qt.Key.Key_Tab)
    assert page.window().focusWidget() is way(page, "Step up")


def test_the_ways_belong_to_their_exercise_for_screen_readers(asked) -> None:
    pair = next(p for p in asked().findChildren(WayPair) if p.isVisible())
    assert pair.accessibleName() == "Clamshell. One step up: green band, 12 reps"


@pytest.mark.parametrize(
    ("size", "scale", "columns"),
    [((1280, 800), 1.0, 3), ((960, 640), 1.0, 2), ((1280, 800), 1.5, 1), ((700, 640), 1.0, 1)],
)
def test_three_two_or_one_card_in_a_row_of_equal_heights(
    asked, theme: Theme, qapp, clipped, size, scale, columns
) -> None:
    three = (UP, SAME, replace(SAME, key="bridge"))
    theme.show_look(qapp, dark=False, scale=scale)
    try:
        page = asked(NextTime(note=NOTE, cards=three))
        page.resize(*size)
        assert clipped(page) == []
        places = [view.geometry() for view in cards(page)]
        first = [place for place in places if place.top() == places[0].top()]
        assert len(first) == columns
        assert len({place.height() for place in first}) == 1
    finally:
        theme.show_look(qapp, dark=False, scale=1.0)


def test_nine_cards_fit_after_every_change_of_look_and_size(
    asked, theme: Theme, qapp, clipped
) -> None:
    nine = tuple(replace(card, key=f"{card.key}{n}") for n in range(3) for card in (UP, DOWN, SAME))
    page = asked(NextTime(note=NOTE, cards=nine), "hip-plus-trunk-6wk")
    try:
        for width, height, scale in (
            (1280, 800, 1.0),
            (960, 640, 1.0),
            (1280, 800, 1.75),
            (1280, 1752, 1.0),
            (960, 640, 1.0),
        ):
            theme.show_look(qapp, dark=True, scale=scale)
            theme.show_look(qapp, dark=False, scale=scale)
            page.resize(width, height)
            assert clipped(page) == [], (width, height, scale)
    finally:
        theme.show_look(qapp, dark=False, scale=1.0)


@pytest.mark.parametrize("width", [1165, 1180, 960])
def test_a_width_is_answered_with_one_shape(asked, qapp, monkeypatch, width: int) -> None:
    page = asked(TOLD, "hip-plus-trunk-6wk")
    page.resize(width, 800)
    for _ in range(5):
        qapp.processEvents()
    card, seen = page.findChild(TidyCard), []
    shape = card._fit
    monkeypatch.setattr(card, "_fit", lambda: (seen.append(card.width()), shape()))
    for _ in range(10):
        qapp.processEvents()
    assert seen == []


def test_a_long_name_of_a_way_breaks_into_lines(asked, qapp) -> None:
    long = message("Stay on the yellow band around both of the thighs for the next two weeks")
    page = asked(NextTime(cards=(replace(UP, decline=long), SAME, replace(SAME, key="b"))))
    for _ in range(3):
        qapp.processEvents()
    stay, card = way(page, long.text), cards(page)[0]
    assert stay.height() > way(page, "Step up").height()
    assert stay.mapTo(card, stay.rect().bottomRight()).x() < card.width()
