"""Day and time of an entry: words while they are read, digits while they are typed."""

from __future__ import annotations

from datetime import date, time

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QKeyEvent, QWheelEvent
from PySide6.QtWidgets import QApplication

from hipcoach.ui.controls.time_field import TimeField
from hipcoach.ui.diary.day_line import DayLine
from hipcoach.ui.diary.when_fields import WhenFields

TODAY = date(2026, 12, 15)


@pytest.fixture
def when(theme, show) -> WhenFields:
    """The fields in the width of a panel."""
    made = show(WhenFields(theme), 342, 200)
    made.show_when(TODAY, time(18, 10, 23), TODAY)
    made.findChild(TimeField).setFocus()
    return made


@pytest.mark.parametrize(
    ("day", "words"),
    [
        (TODAY, "Today, 15 Dec"),
        (date(2026, 12, 14), "Yesterday, 14 Dec"),
        (date(2026, 12, 12), "Sat 12 Dec"),
        (date(2025, 12, 15), "15 Dec 2025"),
        (date(2026, 12, 16), "Wed 16 Dec"),
    ],
)
def test_the_day_is_said_in_words(when, day, words):
    when.show_when(day, time(7, 5), TODAY)

    assert when.findChild(DayLine).text() == words
    assert (when.day, when.at) == (day, time(7, 5))


def test_the_whole_date_is_there_to_be_typed_while_the_field_has_the_focus(when, qtbot):
    line = when.findChild(DayLine)
    line.setFocus(Qt.FocusReason.TabFocusReason)
    assert line.text() == "15 Dec 2026"

    with qtbot.waitSignal(when.day_changed, timeout=0) as told:
        qtbot.keyClicks(line, "3")
    when.findChild(TimeField).setFocus()

    assert told.args == [date(2026, 12, 3)]
    assert line.text() == "Thu 3 Dec"


def test_what_is_shown_is_not_told(when, qtbot):
    with qtbot.assertNotEmitted(when.changed), qtbot.assertNotEmitted(when.day_changed):
        when.show_when(date(2026, 1, 1), time(1), TODAY)


def test_nothing_changes_by_scrolling(when):
    line = when.findChild(DayLine)
    line.setFocus()
    middle = QPointF(line.rect().center())
    wheel = QWheelEvent(
        middle,
        line.mapToGlobal(middle),
        QPoint(0, 120),
        QPoint(0, 120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(line, wheel)

    assert when.day == TODAY


def test_in_a_narrow_panel_the_day_says_no_more_than_has_room(when):
    when.resize(210, 200)
    for _ in range(3):
        QApplication.processEvents()
    assert when.minimumSizeHint().width() <= 210
    assert when.findChild(DayLine).text() == "15 Dec 2026"
    when.resize(342, 200)
    for _ in range(3):
        QApplication.processEvents()
    assert when.findChild(DayLine).text() == "Today, 15 Dec"


def test_undo_stays_the_window_s(when):
    control = Qt.KeyboardModifier.ControlModifier
    asked = QKeyEvent(QEvent.Type.ShortcutOverride, Qt.Key.Key_Z, control)
    asked.ignore()

    when.findChild(DayLine).event(asked)

    assert not asked.isAccepted()


def test_day_and_time_stand_in_one_row_of_a_panel_and_below_each_other_in_large_text(
    when, theme, qapp
):
    day, at = when.boxes
    assert day.y() == at.y()

    theme.show_look(qapp, dark=False, scale=1.5)
    for _ in range(3):
        QApplication.processEvents()

    assert at.y() >= day.geometry().bottom()
    assert when.rect().contains(at.geometry())
