"""The words of flare-ups and days away in the chart, and a chart that has no diary yet."""

from __future__ import annotations

from datetime import date, datetime, timedelta, timezone

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent, QWheelEvent
from PySide6.QtTest import QSignalSpy
from PySide6.QtWidgets import QApplication

from hipcoach.core.diary import Diary
from hipcoach.core.diary_chart import Reach, diary_chart
from hipcoach.core.run import AWAY, Absence, Flare
from hipcoach.core.text import say
from hipcoach.paths import resource
from hipcoach.store.catalogue import load_catalogue
from hipcoach.ui.diary.chart import PainChart
from hipcoach.ui.diary.chart_shades import plates

TODAY = date(2026, 12, 15)
NOW = datetime(2026, 12, 15, 18, 10, tzinfo=timezone(timedelta(hours=1)))
DAY = timedelta(days=1)


@pytest.fixture
def words(theme, show):
    """The words of days that are shaded, over three months."""
    catalogue = load_catalogue(resource())

    def of(flares=(), away=()):
        found = [Flare(id=f"{n}", from_=TODAY - n * DAY, to=TODAY - n * DAY) for n in flares]
        absences = tuple(
            Absence(id=f"a{n}", from_=TODAY - n * DAY, to=TODAY - n * DAY, reason=AWAY)
            for n in away
        )
        diary = Diary(flares=tuple(found), absences=absences)
        chart = PainChart(theme)
        drawn = diary_chart(diary, catalogue, NOW)
        chart.show_chart(drawn, lambda _days: (), lambda _day: ())
        show(chart, 700, 352)
        chart.show_reach(Reach.THREE_MONTHS)
        return [say(shade.text) for shade, _ in plates(chart._canvas.picture)]

    return of


def test_one_word_stands_for_narrow_flare_ups_side_by_side(words):
    assert words(flares=[40]) == ["Flare-up"]
    assert words(flares=[40, 37, 34]) == ["Flare-up"]


def test_no_word_hides_days_that_it_does_not_mean(words):
    assert words(flares=[40], away=[38]) == []


def test_a_pointer_over_a_chart_without_a_diary_does_nothing(theme, show):
    chart = show(PainChart(theme), 900, 352)
    moved, port = QSignalSpy(chart.moved), chart._canvas.view.viewport()
    at, none = QPointF(400, 150), Qt.KeyboardModifier.NoModifier
    plain = Qt.MouseButton.NoButton
    there = port.mapToGlobal(at)
    QApplication.sendEvent(port, QMouseEvent(QEvent.Type.MouseMove, at, there, plain, plain, none))
    control, phase = Qt.KeyboardModifier.ControlModifier, Qt.ScrollPhase.NoScrollPhase
    notch = QPoint(0, 120)
    QApplication.sendEvent(
        port, QWheelEvent(at, there, QPoint(), notch, plain, control, phase, False)
    )
    assert moved.count() == 0
    assert chart.told == ""
