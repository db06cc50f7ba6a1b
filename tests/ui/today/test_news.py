"""The news on Today: read, declined, and in no one's way."""

from __future__ import annotations

import gettext
from datetime import datetime, timedelta, timezone

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton

from hipcoach.core import text
from hipcoach.core.news_view import News, NewsKind, NewsStep, NewsView
from hipcoach.core.run import Decision
from hipcoach.core.text import message
from hipcoach.ui.labels import Label
from hipcoach.ui.today.page import TodayPage
from tests.shots.pseudo import Pseudo

NOW = datetime(2026, 12, 10, 7, tzinfo=timezone(timedelta(hours=1)))
NAMES = {"clamshell-band": "Clamshell", "quadruped-hip-extension": "Heel lift", "": None}
MORNING = message("How strong is your back pain this morning?")


def decision(exercise):
    return Decision(
        at=NOW, rule="R-UP", exercise=exercise, from_="a", to="b", text="", accepted=True
    )


def step(exercise, title, decline="Stay as it is"):
    name = NAMES[exercise]
    return NewsStep(
        name=message(name) if name else None,
        title=message(title),
        decline=message(decline) if decline else None,
        decision=decision(exercise),
    )


UP = News(
    kind=NewsKind.UP,
    steps=(step("clamshell-band", "One step up: green band, 12 reps"),),
    why=message("15 tidy reps in every set, left and right, 2 sessions in a row."),
)
DOWN = News(
    kind=NewsKind.DOWN,
    steps=(
        step("clamshell-band", "One step easier: yellow band"),
        step("quadruped-hip-extension", "One step easier: no pause"),
    ),
    why=message("Three sessions in a row were not quite calm."),
)
WORSE = News(
    kind=NewsKind.ADVICE,
    steps=(step("", "Levels stay as they are", None),),
    why=message("Your average was 3.0 at the start and is 5.1 now."),
    advice=message("Please have it looked at."),
)
FLARE = News(
    kind=NewsKind.QUESTION,
    steps=(step("", "A question about your mornings", "No"),),
    why=message("Your last 2 mornings were 4, then 5; your usual is 2."),
    advice=message("Is this a flare-up?"),
)
ALL = (WORSE, FLARE, UP, DOWN)


def told(*news):
    return NewsView(title=message("Next time"), news=news)


@pytest.fixture
def page(theme, show):
    made = TodayPage(theme)

    def shown(view, width=1280, height=800):
        made.show_today(view)
        return show(made, width, height)

    return shown


@pytest.fixture
def pseudo():
    """A language whose texts are a third longer."""
    text.use(Pseudo())
    yield
    text.use(gettext.NullTranslations())


def texts(page):
    return [label.text() for label in page.findChildren(Label) if label.isVisible()]


def button(page, name):
    found = [b for b in page.findChildren(QPushButton) if b.isVisible()]
    return next(b for b in found if b.accessibleName() == name)


def top(page, widget):
    return widget.mapTo(page, widget.rect().topLeft()).y()


def test_a_step_is_told_with_its_reason_and_can_be_declined(page, day, qtbot):
    shown = page(day(news=told(UP)))
    read = texts(shown)
    place = read.index("Next time")
    assert read[place : place + 4] == [
        "Next time",
        "Clamshell",
        "One step up: green band, 12 reps",
        "Why: 15 tidy reps in every set, left and right, 2 sessions in a row.",
    ]
    with qtbot.waitSignal(shown.declined, timeout=0) as said:
        button(shown, "Stay as it is: Clamshell").click()
    assert said.args == [decision("clamshell-band")]


def test_steps_with_one_reason_say_it_once_and_each_has_its_own_button(page, day, qtbot):
    shown = page(day(news=told(DOWN)))
    assert texts(shown).count("Why: Three sessions in a row were not quite calm.") == 1
    with qtbot.waitSignal(shown.declined, timeout=0) as said:
        button(shown, "Stay as it is: Heel lift").click()
    assert said.args == [decision("quadruped-hip-extension")]


def test_a_question_has_two_answers(page, day, qtbot):
    shown = page(day(news=told(FLARE)))
    assert "Is this a flare-up?" in texts(shown)
    assert "Your last 2 mornings were 4, then 5; your usual is 2." in texts(shown)
    with qtbot.waitSignal(shown.flare_asked, timeout=0):
        button(shown, "Flare-up").click()
    with qtbot.waitSignal(shown.declined, timeout=0) as said:
        button(shown, "No").click()
    assert said.args == [decision("")]


def test_advice_has_nothing_to_press(page, day):
    with_advice = {b.text() for b in page(day(news=told(WORSE))).findChildren(QPushButton)}
    assert "Please have it looked at." in texts(page(day(news=told(WORSE))))
    assert with_advice == {b.text() for b in page(day()).findChildren(QPushButton)}


def test_without_news_there_is_no_card(page, day):
    page(day(news=told(UP)))
    assert "Next time" not in texts(page(day()))


@pytest.mark.parametrize("height", [800, 1000])
def test_beside_the_main_card_where_there_is_room_else_below_it(page, day, height):
    shown = page(day(news=told(UP)), 1280, height)

    def tops(*size):
        """Where the news and Start are in a window of this size."""
        shown.window().resize(*size)
        QApplication.processEvents()
        title = next(label for label in shown.findChildren(Label) if label.text() == "Next time")
        return top(shown, title), top(shown, button(shown, "Start session"))

    wide = tops(1280, height)
    assert wide[0] < wide[1] < 560  # wherever the page ends, Start is in sight
    narrow = tops(960, 640)
    assert narrow[1] < narrow[0] < 640
    assert tops(1280, height) == wide


@pytest.mark.parametrize(("width", "scale"), [(1280, 1), (960, 1), (640, 1), (1280, 1.5)])
@pytest.mark.parametrize("language", ["english", "longer"])
def test_nothing_is_cut(page, day, theme, qapp, clipped, request, width, scale, language):
    if language == "longer":
        request.getfixturevalue("pseudo")
    theme.show_look(qapp, dark=False, scale=scale)
    shown = page(day(news=told(*ALL), morning=MORNING), width)
    assert clipped(shown) == []
    assert shown.widget().width() <= shown.viewport().width()


def test_after_a_press_the_focus_goes_on_to_the_next_news_then_to_start(page, day):
    shown = page(day(news=told(DOWN)))
    button(shown, "Stay as it is: Clamshell").setFocus()
    left = News(kind=DOWN.kind, steps=DOWN.steps[1:], why=DOWN.why)
    shown.show_today(day(news=told(left)))
    assert shown.window().focusWidget().accessibleName() == "Stay as it is: Heel lift"
    shown.show_today(day(news=told(left)))  # the same again keeps it
    assert shown.window().focusWidget().accessibleName() == "Stay as it is: Heel lift"
    shown.show_today(day())
    assert shown.window().focusWidget().accessibleName() == "Start session"


@pytest.mark.parametrize(
    ("width", "names"),
    [
        (960, ["Start session", "Stay as it is: Clamshell", "0, no pain", "This week"]),
        (1280, ["Start session", "0, no pain", "Stay as it is: Clamshell", "Open diary"]),
    ],
)
def test_tab_follows_the_reading_order(page, day, width, names):
    shown = page(day(news=told(UP)), width)
    shown.focus_main()
    found = []
    for _ in names:
        found.append(shown.window().focusWidget().accessibleName())
        QTest.keyClick(shown.window().focusWidget(), Qt.Key.Key_Tab)
    assert [name[: len(wanted)] for name, wanted in zip(found, names, strict=True)] == names
