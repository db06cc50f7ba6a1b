"""The pain chart: what it shows, how it is moved, zoomed and walked through."""

from __future__ import annotations

from datetime import date, datetime, timedelta, timezone
from itertools import pairwise

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QKeyEvent, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from hipcoach.core.chart_sessions import sessions_on
from hipcoach.core.diary_chart import Reach, diary_chart
from hipcoach.core.sample import sample_diary
from hipcoach.core.text import message
from hipcoach.paths import resource
from hipcoach.store.catalogue import load_catalogue
from hipcoach.ui.diary import chart as module
from hipcoach.ui.diary.chart import PainChart
from hipcoach.ui.diary.chart_axis import places_beside
from hipcoach.ui.diary.chart_rows import bar_unit
from hipcoach.ui.scroll import Scroll

TODAY = date(2026, 12, 15)
NOW = datetime(2026, 12, 15, 18, 10, tzinfo=timezone(timedelta(hours=1)))
DAY = timedelta(days=1)
SIX_WEEKS = (TODAY - 41 * DAY, TODAY)
KEY = Qt.Key


@pytest.fixture(scope="module")
def catalogue():
    return load_catalogue(resource())


@pytest.fixture(scope="module")
def written(catalogue):
    """Sample diaries by their weeks, made once."""
    made = {}

    def of(weeks):
        if weeks not in made:
            until, place = TODAY - DAY, NOW.tzinfo
            made[weeks] = sample_diary(
                weeks=weeks, seed=1, until=until, catalogue=catalogue, offset=place
            )
        return made[weeks]

    return of


@pytest.fixture
def asked():
    """The days whose sessions were asked for."""
    return []


@pytest.fixture
def fill(catalogue, written, asked):
    """Have a chart show a sample of so many weeks."""

    def filled(chart, weeks=12):
        diary = written(weeks)

        def sessions(days):
            asked.append(days)
            return sessions_on(diary, catalogue, days, NOW)

        def words(day):
            return message("Day {day}", day=day), message("all of it")

        chart.show_chart(diary_chart(diary, catalogue, NOW), sessions, words)
        return chart

    return filled


@pytest.fixture
def chart(theme, show, fill):
    """A chart of twelve weeks, on the screen."""
    return show(fill(PainChart(theme)), 900, 352)


def shown(chart):
    return chart.shown.first, chart.shown.last


def span(chart):
    return chart._canvas.view.span


def on(chart, point):
    """Where a point stands on the canvas."""
    frame = chart._canvas.picture.frame
    return QPoint(round(frame.x(point.day)), round(frame.y(point.mean)))


def viewport(chart):
    return chart._canvas.view.viewport()


def drag(chart, by, start=400):
    where = QPoint(start, 200)
    QTest.mousePress(viewport(chart), Qt.MouseButton.LeftButton, pos=where)
    for part in (0.25, 0.5, 1):
        QTest.mouseMove(viewport(chart), where + QPoint(round(by * part), 0))
    QTest.mouseRelease(viewport(chart), Qt.MouseButton.LeftButton, pos=where + QPoint(by, 0))


def turn_wheel(widget, at, notches, keys=Qt.KeyboardModifier.NoModifier):
    where = QPointF(at, 150)
    turned, none = QPoint(0, 120 * notches), QPoint()
    event = QWheelEvent(
        *(where, QPointF(widget.mapToGlobal(where.toPoint())), none, turned),
        *(Qt.MouseButton.NoButton, keys, Qt.ScrollPhase.NoScrollPhase, False),
    )
    QApplication.sendEvent(widget, event)


def test_it_begins_with_six_weeks_and_shows_the_reach_that_is_chosen(chart):
    assert shown(chart) == SIX_WEEKS
    chart.show_reach(Reach.TWO_WEEKS)
    assert shown(chart) == (TODAY - 13 * DAY, TODAY)
    chart.show_reach(Reach.ALL)
    assert shown(chart) == (TODAY - 84 * DAY, TODAY)


def test_six_weeks_are_shown_also_where_the_diary_is_younger(theme, show, fill):
    young = show(fill(PainChart(theme), 2), 900, 352)
    assert shown(young) == SIX_WEEKS


def test_dragging_moves_the_days_with_the_pointer_and_stops_at_the_ends(chart, qtbot):
    pitch, (first, last) = chart._canvas.picture.frame.pitch, span(chart)
    with qtbot.waitSignal(chart.moved) as told:
        drag(chart, 100)
    assert span(chart)[0] == pytest.approx(first - 100 / pitch)
    assert span(chart)[1] - span(chart)[0] == pytest.approx(last - first)
    assert told.args[0] < SIX_WEEKS[0]
    for _ in range(9):
        drag(chart, 400)
    assert shown(chart)[0] == TODAY - 84 * DAY
    for _ in range(9):
        drag(chart, -400, start=600)
    assert shown(chart) == SIX_WEEKS


def test_a_range_moved_by_hand_stays_when_something_is_entered(chart, fill):
    drag(chart, 200)
    before = shown(chart)
    assert shown(fill(chart)) == before


def test_ctrl_and_wheel_zoom_around_the_pointer_within_the_limits(chart):
    frame = chart._canvas.picture.frame
    day = frame.first + (300 - frame.plot.left()) / frame.pitch
    turn_wheel(viewport(chart), 300, 2, Qt.KeyboardModifier.ControlModifier)
    frame = chart._canvas.picture.frame
    assert frame.last - frame.first == pytest.approx(42 * 0.64)
    assert frame.first + (300 - frame.plot.left()) / frame.pitch == pytest.approx(day)
    turn_wheel(viewport(chart), 300, 40, Qt.KeyboardModifier.ControlModifier)
    assert span(chart)[1] - span(chart)[0] == pytest.approx(7)
    before = span(chart)
    turn_wheel(viewport(chart), 700, 1, Qt.KeyboardModifier.ControlModifier)
    assert span(chart) == pytest.approx(before)
    turn_wheel(viewport(chart), 300, -40, Qt.KeyboardModifier.ControlModifier)
    assert shown(chart) == (TODAY - 84 * DAY, TODAY)


def test_a_plain_wheel_scrolls_the_page(theme, show, fill):
    page, chart = Scroll(theme), fill(PainChart(theme))
    chart.setMinimumHeight(900)
    page.column.addWidget(chart)
    show(page, 900, 400)
    turn_wheel(viewport(chart), 300, -2)
    assert page.verticalScrollBar().value() > 0
    assert shown(chart) == SIX_WEEKS


def test_keys_walk_the_points_open_a_day_and_hide_the_words(chart, qtbot, monkeypatch):
    said = []
    monkeypatch.setattr(module, "announce", lambda _w, text, at_once: said.append(text))
    points = chart._canvas.picture.chart.points
    QTest.keyClick(chart, KEY.Key_Left)
    QTest.keyClick(chart, KEY.Key_Left)
    assert chart.told == f"Day {points[-2].day}\nall of it"
    assert said == [f"Day {p.day}. all of it" for p in (points[-1], points[-2])]
    with qtbot.waitSignal(chart.day_opened) as opened:
        QTest.keyClick(chart, KEY.Key_Return)
    assert opened.args == [points[-2].day]
    QTest.keyClick(chart, KEY.Key_Escape)
    assert chart.told == ""
    QTest.keyClick(chart, KEY.Key_Right)
    assert chart.told.startswith(f"Day {points[-1].day}")


def test_home_and_end_bring_the_outermost_points_into_view(chart):
    points = chart._canvas.picture.chart.points
    QTest.keyClick(chart, KEY.Key_Home)
    assert chart.told.startswith(f"Day {points[0].day}")
    assert chart.shown.first <= points[0].day < SIX_WEEKS[0]
    QTest.keyClick(chart, KEY.Key_End)
    assert chart.told.startswith(f"Day {points[-1].day}")
    assert chart.shown.last >= points[-1].day


def test_page_keys_move_by_what_is_shown_and_plus_and_minus_zoom(chart):
    QTest.keyClick(chart, KEY.Key_PageUp)
    assert shown(chart) == (TODAY - 83 * DAY, TODAY - 42 * DAY)
    QTest.keyClick(chart, KEY.Key_PageDown)
    assert shown(chart) == SIX_WEEKS
    QTest.keyClick(chart, KEY.Key_Plus)
    assert span(chart)[1] - span(chart)[0] == pytest.approx(42 * 0.8)
    QTest.keyClick(chart, KEY.Key_Minus)
    assert span(chart)[1] - span(chart)[0] == pytest.approx(42)


def test_escape_is_left_to_the_page_where_nothing_is_told(chart):
    plain = Qt.KeyboardModifier.NoModifier
    QTest.keyClick(chart, KEY.Key_Left)
    first, second = (QKeyEvent(QEvent.Type.KeyPress, KEY.Key_Escape, plain) for _ in range(2))
    QApplication.sendEvent(chart, first)
    QApplication.sendEvent(chart, second)
    assert (first.isAccepted(), second.isAccepted()) == (True, False)


def test_the_pointer_tells_the_point_it_is_at_and_a_click_opens_its_day(chart, qtbot):
    point = chart._canvas.picture.visible.points[10]
    QTest.mouseMove(viewport(chart), on(chart, point) + QPoint(3, 5))
    assert chart.told.startswith(f"Day {point.day}")
    assert chart._tip.isVisible()
    assert chart.rect().contains(chart._tip.geometry())
    with qtbot.waitSignal(chart.day_opened) as opened:
        QTest.mouseClick(viewport(chart), Qt.MouseButton.LeftButton, pos=on(chart, point))
    assert opened.args == [point.day]
    assert chart.hasFocus()
    QTest.mouseMove(viewport(chart), QPoint(400, 60))
    assert chart.told == ""


def test_a_week_opens_as_the_six_weeks_around_it(theme, show, fill, qtbot):
    chart = PainChart(theme)
    with qtbot.waitSignal(chart.weekly_changed) as weekly:
        show(fill(chart, 60), 900, 352).show_reach(Reach.ALL)
    assert weekly.args == [True]
    QTest.keyClick(chart, KEY.Key_Left)
    QTest.keyClick(chart, KEY.Key_Left)
    week = chart._canvas.picture.chosen
    assert chart.told.startswith("Week")
    with qtbot.assertNotEmitted(chart.day_opened), qtbot.waitSignal(chart.moved):
        QTest.keyClick(chart, KEY.Key_Return)
    assert not chart.is_weekly
    assert chart.shown.first < week < chart.shown.last
    assert (chart.shown.last - chart.shown.first).days == 40


def test_it_tells_what_is_shown_to_whoever_cannot_see_it(chart, qtbot):
    assert chart.accessibleName()
    six_weeks = chart.accessibleDescription()
    assert "start" in six_weeks
    assert "now" in six_weeks
    drag(chart, 200)
    qtbot.waitUntil(lambda: chart.accessibleDescription() != six_weeks)


def test_words_beside_the_plot_never_touch_and_go_with_their_lines(chart):
    places = [place for _, place in places_beside(chart._canvas.picture)]
    assert len(places) == 4
    ordered = sorted(places, key=lambda place: place.top())
    assert all(one.bottom() <= other.top() + 0.01 for one, other in pairwise(ordered))
    QTest.keyClick(chart, KEY.Key_PageUp)
    texts = [word.text for word, _ in places_beside(chart._canvas.picture)]
    assert len(texts) == 3
    assert not any(text.startswith("now") for text in texts)


def test_sessions_are_asked_for_once_and_counted_where_days_are_too_narrow(
    theme, show, fill, asked, qtbot
):
    chart = show(fill(PainChart(theme), 60), 900, 352)
    assert chart._canvas.picture.visible.weekly is False
    days = chart._canvas.picture.chart.days
    assert all(a.first >= SIX_WEEKS[0].replace(day=1) for a in asked)
    chart.show_reach(Reach.ALL)
    assert bar_unit(chart._canvas.picture.frame) is not None
    qtbot.waitUntil(lambda: not chart._canvas._shelf.lacks(days))
    assert len(asked) == len({a.first for a in asked})
    assert sum((a.last - a.first).days + 1 for a in asked) == (days.last - days.first).days + 1


@pytest.mark.parametrize("dark", [False, True])
def test_both_themes_are_painted_in_their_colours(chart, theme, qapp, dark):
    theme.show_look(qapp, dark=dark, scale=1.0)
    picture = chart._canvas.picture
    image = chart.grab().toImage()
    x = round(picture.frame.x(TODAY))
    now = QPoint(x, round(picture.frame.y(picture.chart.now.value)))
    assert image.pixelColor(now) == theme.colour("indigo")
    assert image.pixelColor(2, 2) == theme.colour("surface")
    theme.show_look(qapp, dark=False, scale=1.0)


def test_no_line_is_drawn_over_days_without_ratings(chart, theme):
    picture = chart._canvas.picture
    means = [mean for segment in picture.visible.segments for mean in segment]
    image = chart.grab().toImage()
    gaps = [(a, b) for a, b in pairwise(means) if b.day - a.day > 3 * DAY]
    assert gaps
    for a, b in gaps:
        middle = a.day + (b.day - a.day) / 2
        column = [image.pixelColor(round(picture.frame.x(middle)), y) for y in range(40, 250)]
        assert theme.colour("indigo") not in column


def test_larger_text_leaves_room_for_every_word(chart, theme, qapp):
    before = chart._canvas.picture.frame.plot
    theme.show_look(qapp, dark=False, scale=1.5)
    after = chart._canvas.picture.frame.plot
    assert after.left() > before.left()
    assert after.right() < before.right()
    assert chart.minimumSizeHint().height() == 420
    theme.show_look(qapp, dark=False, scale=1.0)


def test_an_empty_diary_says_what_will_be_there(theme, show, catalogue, written):
    chart = PainChart(theme)
    empty = type(written(12))()
    chart.show_chart(diary_chart(empty, catalogue, NOW), lambda _days: (), lambda _day: ())
    show(chart, 900, 352)
    frame, image = chart._canvas.picture.frame, chart.grab().toImage()
    row = round(frame.y(9))
    ink = {image.pixelColor(x, row).name() for x in range(300, 600)} - {"#ffffff"}
    assert ink
    QTest.keyClick(chart, KEY.Key_Left)
    assert chart.told == ""


def test_showing_again_and_again_keeps_nothing_of_before(chart, fill, theme, qapp):
    parts = len(chart.findChildren(object)), len(chart._canvas.view.scene().items())
    for number in range(6):
        fill(chart)
        theme.show_look(qapp, dark=number % 2 == 0, scale=1.0)
    assert (len(chart.findChildren(object)), len(chart._canvas.view.scene().items())) == parts
