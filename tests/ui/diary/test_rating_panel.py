"""The panel of a pain rating: what is answered comes out, what is wrong stands beside its field."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, time, timedelta, timezone

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QLabel, QPushButton

from hipcoach.core.pain import BEFORE_SESSION, NOTE_LIMIT, PainRating, Place, RatingKind
from hipcoach.core.rating_form import RatingField, form_of, new_form
from hipcoach.ui.controls.check_box import CheckBox
from hipcoach.ui.controls.note_field import NoteField
from hipcoach.ui.controls.score_scale import ScoreScale
from hipcoach.ui.controls.time_field import TimeField
from hipcoach.ui.diary.body_chart import BodyChart
from hipcoach.ui.diary.day_line import DayLine
from hipcoach.ui.diary.kind_choice import KindChoice
from hipcoach.ui.diary.rating_panel import RatingPanel

WINTER = timezone(timedelta(hours=1))
NOW = datetime(2026, 12, 15, 18, 10, 23, tzinfo=WINTER)
NEW = new_form(NOW, can_flare=True)
STORED = form_of(
    PainRating(
        id="r1",
        at=NOW - timedelta(days=3),
        kind=RatingKind.WORST,
        score=6,
        tags=("car", BEFORE_SESSION),
        places=(Place.THIGH_LEFT, Place.LOW_BACK_LEFT),
        medicine="Ibuprofen",
        note="3\u00a0km\r\nuphill",
        session="s1",
    ),
    NOW.date(),
)


def local(naive: datetime) -> datetime:
    """A place without summer time."""
    return naive.replace(tzinfo=WINTER)


@pytest.fixture
def panel(theme, show) -> RatingPanel:
    """The panel as wide as beside the chart, asking for a new rating."""
    made = show(RatingPanel(theme, local), 384, 676)
    made.show_form(NEW)
    return made


def button(panel, name) -> QPushButton:
    """The button of this name that can be seen."""
    found = [b for b in panel.findChildren(QPushButton) if b.isVisible()]
    return next(b for b in found if b.accessibleName() == name)


def texts(panel) -> list[str]:
    """What is to be read."""
    return [label.text() for label in panel.findChildren(QLabel) if label.isVisible()]


def saved(panel, qtbot):
    """The form that Save tells."""
    with qtbot.waitSignal(panel.saved, timeout=0) as told:
        button(panel, "Save").click()
    return told.args[0]


def refused(panel, qtbot) -> None:
    """Press Save and see that nothing is told."""
    with qtbot.assertNotEmitted(panel.saved):
        button(panel, "Save").click()


def test_a_new_rating_is_a_digit_and_save(panel, qtbot):
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_7)

    assert saved(panel, qtbot) == replace(NEW, score=7)


def test_save_is_the_one_filled_button_and_nothing_is_deleted_that_is_new(panel):
    shown = [b for b in panel.findChildren(QPushButton) if b.isVisible()]

    assert [b.text() for b in shown if b.property("kind") == "primary"] == ["Save"]
    assert "Delete" not in [b.text() for b in shown]


def test_everything_that_is_answered_is_told(panel, qtbot):
    panel.findChild(ScoreScale).type_digit(4)
    panel.findChild(KindChoice).setCurrentIndex(1)
    for box in panel.findChildren(CheckBox):
        if box.accessibleName() in {"Low back, middle", "Left buttock"}:
            box.click()
    button(panel, "Add medicine or tags").click()
    note, medicine, tags = panel.findChildren(NoteField)
    note.field.setPlainText("<b>stiff</b>")
    medicine.field.setPlainText("Ibuprofen")
    tags.field.setPlainText("car, cold")

    assert saved(panel, qtbot) == replace(
        NEW,
        kind=RatingKind.AVERAGE,
        score=4,
        places=(Place.LOW_BACK_MIDDLE, Place.BUTTOCK_LEFT),
        note="<b>stiff</b>",
        medicine="Ibuprofen",
        tags=("car", "cold"),
    )


def test_muscle_ache_is_ticked_and_ticked_off(panel, qtbot):
    panel.show_form(replace(STORED, ache=True))
    ache = next(b for b in panel.findChildren(CheckBox) if "ache" in b.accessibleName())

    assert ache.isChecked()
    assert not panel.is_changed()
    ache.click()
    assert saved(panel, qtbot) == STORED

    panel.show_form(replace(NEW, score=3))
    assert not ache.isChecked()
    ache.click()
    assert saved(panel, qtbot) == replace(NEW, score=3, ache=True)


def test_a_stored_rating_comes_back_to_the_character(panel, qtbot):
    panel.show_form(STORED)

    assert not panel.is_changed()
    assert saved(panel, qtbot) == STORED
    assert "Before a session" in texts(panel)


def test_a_stored_rating_is_deleted_by_its_id(panel, qtbot):
    panel.show_form(STORED)

    with qtbot.waitSignal(panel.deleted, timeout=0) as told:
        button(panel, "Delete").click()

    assert told.args == ["r1"]


def test_without_a_number_nothing_is_saved_and_the_scale_has_the_focus(panel, qtbot):
    refused(panel, qtbot)

    assert "Choose a number from 0 to 10." in texts(panel)
    assert panel.findChild(ScoreScale).isAncestorOf(QApplication.focusWidget())

    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_0)

    assert "Choose a number from 0 to 10." not in texts(panel)
    assert saved(panel, qtbot).score == 0


def test_an_earlier_day_is_stepped_to_and_has_no_now(panel, qtbot):
    panel.findChild(ScoreScale).type_digit(2)
    button(panel, "A day earlier").click()

    assert panel.findChild(DayLine).text() == "Yesterday, 14 Dec"
    assert panel.findChild(KindChoice).currentText() == "Back pain at that time"
    assert "Back pain at that time" in panel.findChild(ScoreScale).accessibleName()
    assert "This is a flare-up" not in [
        b.text() for b in panel.findChildren(QPushButton) if b.isVisible()
    ]
    assert saved(panel, qtbot).at.isoformat() == "2026-12-14T18:10:00+01:00"


def test_no_day_after_today_is_stepped_to(panel):
    assert not button(panel, "A day later").isEnabled()


def test_a_time_is_typed(panel, qtbot):
    panel.findChild(ScoreScale).type_digit(2)
    field = panel.findChild(TimeField)
    field.selectAll()
    qtbot.keyClicks(field, "7 15")

    assert saved(panel, qtbot).at.time() == time(7, 15)


def test_what_is_no_time_is_said_beside_it_and_nothing_saved(panel, qtbot):
    panel.findChild(ScoreScale).type_digit(2)
    field = panel.findChild(TimeField)
    field.setFocus()
    field.selectAll()
    qtbot.keyClicks(field, "25:90")

    refused(panel, qtbot)

    assert "Write the time as in 18:10." in texts(panel)
    assert QApplication.focusWidget() is field
    assert panel.is_changed()


def test_a_note_that_is_too_long_is_said_beside_it(panel, qtbot):
    panel.findChild(ScoreScale).type_digit(2)
    note = panel.findChildren(NoteField)[0]
    note.field.setPlainText("x" * (NOTE_LIMIT + 1))

    refused(panel, qtbot)

    assert QApplication.focusWidget() is note.field


def test_a_problem_of_the_diary_stands_beside_its_field_until_something_changes(panel):
    panel.show_field_problem(RatingField.WHEN, "That is in the future.")
    assert "That is in the future." in texts(panel)

    panel.findChild(ScoreScale).type_digit(2)

    assert "That is in the future." not in texts(panel)


def test_a_question_is_answered_by_saving_all_the_same(panel, qtbot):
    panel.findChild(ScoreScale).type_digit(8)
    panel.show_question("Your worst pain of that day was 6.")
    assert panel.is_sure

    with qtbot.waitSignal(panel.saved, timeout=0):
        button(panel, "Save all the same").click()
    panel.findChild(ScoreScale).type_digit(5)

    assert not panel.is_sure


def test_escape_closes_at_once_only_where_nothing_would_be_lost(panel, qtbot):
    with qtbot.waitSignal(panel.closed, timeout=0):
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Escape)
    panel.findChildren(NoteField)[0].field.setPlainText("long")

    with qtbot.assertNotEmitted(panel.closed):
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Escape)
    with qtbot.waitSignal(panel.closed, timeout=0):
        button(panel, "Discard").click()


def test_a_flare_up_takes_along_what_was_answered(panel, qtbot):
    with qtbot.waitSignal(panel.flare_asked, timeout=0) as told:
        button(panel, "This is a flare-up").click()
    assert told.args == [None]

    panel.findChildren(NoteField)[0].field.setPlainText("long drive")
    with qtbot.assertNotEmitted(panel.flare_asked):
        button(panel, "This is a flare-up").click()
    assert "Choose a number from 0 to 10." in texts(panel)

    panel.findChild(ScoreScale).type_digit(7)
    with qtbot.waitSignal(panel.flare_asked, timeout=0) as told:
        button(panel, "This is a flare-up").click()
    assert told.args == [replace(NEW, score=7, note="long drive")]


def test_a_press_on_the_body_ticks_its_box(panel, qtbot):
    chart = panel.findChild(BodyChart)
    before = chart.grab().toImage()

    for place in Place:
        at = chart.middle(place).toPoint()
        qtbot.mouseClick(chart, Qt.MouseButton.LeftButton, pos=at)
        assert place in panel.form.places

    assert chart.grab().toImage() != before
    qtbot.mouseClick(chart, Qt.MouseButton.LeftButton, pos=chart.middle(Place.THIGH_LEFT).toPoint())
    qtbot.mouseClick(chart, Qt.MouseButton.LeftButton, pos=QPoint(2, chart.height() - 2))
    assert set(panel.form.places) == set(Place) - {Place.THIGH_LEFT}


def test_left_of_the_user_is_left_in_the_picture(panel):
    chart = panel.findChild(BodyChart)
    pairs = [(Place(f"{part}-left"), Place(f"{part}-right")) for part in _PARTS]

    assert all(chart.middle(left).x() < chart.middle(right).x() for left, right in pairs)


_PARTS = ("low-back", "buttock", "thigh", "below-knee")


def test_tab_goes_as_one_reads_and_reaches_everything(panel, qtbot):
    panel.show_form(STORED)
    panel.order_tabs()
    names = []
    for _ in range(30):
        names.append(QApplication.focusWidget().accessibleName())
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
        if names[-1] == "Save":
            break

    assert names[1:] == [
        "Low back, left",
        "Low back, middle",
        "Low back, right",
        "Left buttock",
        "Right buttock",
        "Left thigh",
        "Right thigh",
        "Below the knee, left",
        "Below the knee, right",
        "Muscle ache (buttock or thigh)",
        "Note",
        "Medicine",
        "Tags",
        "Delete",
        "Save",
    ]


@pytest.mark.parametrize(
    ("width", "height", "scale"),
    [(384, 676, 1.0), (824, 500, 1.0), (384, 676, 0.9), (820, 500, 1.5), (700, 480, 1.75)],
)
def test_nothing_is_cut(panel, theme, qapp, clipped, width, height, scale):
    theme.show_look(qapp, dark=True, scale=scale)
    panel.resize(width, height)
    panel.show_form(STORED)

    assert clipped(panel) == []
