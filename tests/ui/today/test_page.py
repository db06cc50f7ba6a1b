"""What a user notices on Today: what may be pressed, what is said, what is saved."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QPushButton

from hipcoach.core import text
from hipcoach.core.days_off_view import WayBack
from hipcoach.core.depicted import Depicted
from hipcoach.core.hero_kind import HeroKind
from hipcoach.core.left_view import LeftView
from hipcoach.core.opening import Kind
from hipcoach.core.session_card import ExerciseTile
from hipcoach.core.text import message
from hipcoach.core.trend_view import Days
from hipcoach.ui.controls.score_scale import ScoreScale
from hipcoach.ui.labels import Label
from hipcoach.ui.today.page import TodayPage
from hipcoach.ui.today.trend_chart import TrendChart

WEEK = timedelta(days=7)
DUE = {"Easier today", "Start session*"}
FLARE, AWAY = "Having a flare-up?", "Away or ill?"
END = WayBack(text=message("One step easier."), button=message("End the flare-up"))
STAND_IN = ExerciseTile(
    exercise="clamshell", picture=Depicted(figure="clamshell"), name="Clamshell", rung="no band"
)


@pytest.fixture
def page(theme, show):
    made = TodayPage(theme)

    def shown(view, width=1280, height=800, **options):
        made.show_today(view, **options)
        return show(made, width, height)

    return shown


def buttons(page):
    """The texts of the push buttons in sight, the filled ones with an asterisk."""
    found = [b for b in page.findChildren(QPushButton) if b.isVisible()]
    return {b.text() + "*" * (b.property("kind") == "primary") for b in found}


def texts(page):
    return [label.text() for label in page.findChildren(Label) if label.isVisible()]


def press(page, name):
    named = [b for b in page.findChildren(QAbstractButton) if b.isVisible()]
    next(b for b in named if name in {b.accessibleName(), b.text()}).click()


def states(hero):
    """Kind of day: the view, and the buttons that stand in it."""
    left = LeftView(resume=message("Resume: Clamshell, set 2, left"))
    done = replace(hero, can_start=False, can_be_easier=False)
    easy = replace(
        hero,
        starts=Kind.EASY_DAY,
        can_be_easier=False,
        kind=HeroKind.EASY_DAY,
        session=replace(hero.session, stand_in=STAND_IN),
    )
    keep, discard = "Keep what was done", "Discard"
    return {
        "due": (hero, DUE),
        "easier": (replace(hero, easier_note=message("Five days without a session.")), DUE),
        "easy day": (easy, {"Start easy day*"}),
        "flare-up": (replace(easy, kind=HeroKind.FLARE), {"Start easy session*"}),
        "rest day": (replace(done, kind=HeroKind.REST_DAY, session=None), set()),
        "ill": (replace(done, kind=HeroKind.ILL, session=None), set()),
        "done": (replace(done, kind=HeroKind.ALL_DONE), set()),
        "extra": (
            replace(done, kind=HeroKind.ALL_DONE, extra_allowed=True),
            {"Start a session now"},
        ),
        "no program": (
            replace(done, kind=HeroKind.NO_PROGRAM, slots=(), session=None),
            {"Choose a program*"},
        ),
        "stop": (replace(done, kind=HeroKind.STOP, session=None), {"What to do*"}),
        "days off": (replace(hero, can_flare=True, can_be_away=True), {FLARE, AWAY, *DUE}),
        "flare-up, way back": (
            replace(easy, kind=HeroKind.FLARE, can_be_away=True, way_back=END),
            {AWAY, "Start easy session*", "End the flare-up"},
        ),
        "flare-up, way back due": (
            replace(easy, kind=HeroKind.FLARE, way_back=replace(END, emphasised=True)),
            {"Start easy session", "End the flare-up*"},
        ),
        "ill, way back": (
            replace(done, kind=HeroKind.ILL, session=None, way_back=END),
            {"End the flare-up"},
        ),
        "away": (
            replace(done, kind=HeroKind.AWAY, extra_allowed=True, way_back=END, can_flare=True),
            {FLARE, "Start a session now", "End the flare-up"},
        ),
        "left": (
            replace(done, left=left),
            {"Resume: Clamshell, set 2, left*", keep, discard},
        ),
        "left, refused": (
            replace(done, left=replace(left, refused=message("No session today."))),
            {keep + "*", discard},
        ),
    }


STATES = [
    "due",
    "easier",
    "days off",
    "flare-up, way back",
    "flare-up, way back due",
    "ill, way back",
    "away",
    "easy day",
    "flare-up",
    "rest day",
    "ill",
    "done",
    "extra",
    "no program",
    "stop",
    "left",
    "left, refused",
]


@pytest.mark.parametrize("state", STATES)
def test_each_state_offers_its_buttons_and_at_most_one_filled(page, day, hero, state):
    view, expected = states(hero)[state]

    shown = buttons(page(day(view)))

    assert shown == expected | {"Open diary"}
    assert sum(name.endswith("*") for name in shown) == (
        0 if state in {"rest day", "ill", "ill, way back", "away", "done", "extra"} else 1
    )


@pytest.mark.parametrize("state", STATES)
@pytest.mark.parametrize(
    ("width", "scale"), [(1280, 1), (960, 1), (640, 1), (1280, 1.33), (1280, 1.75)]
)
def test_nothing_is_cut(page, day, hero, theme, qapp, clipped, state, width, scale):
    theme.show_look(qapp, dark=False, scale=scale)

    assert clipped(page(day(states(hero)[state][0]), width)) == []


def test_the_smallest_window_holds_the_largest_text(page, day, theme, qapp):
    """Nothing of the page is to the right of what is seen; the rail leaves 485 pixels."""
    theme.show_look(qapp, dark=False, scale=1.75)

    shown = page(day(sample=message("Sample diary: all entries are made up.")), 485, 480)

    assert shown.widget().width() <= shown.viewport().width()


@pytest.mark.parametrize("width", [1280, 960, 640])
def test_longer_texts_are_not_cut(page, day, hero, clipped, width, monkeypatch):
    class Longer:
        def gettext(self, said):
            return f"{said} {'longer ' * (len(said) // 18)}{'x' * 3}"

    monkeypatch.setattr(text, "_catalogue", Longer())
    rated = replace(day().pain, score=3, rating="1", saved=message("Saved at 18:12"))

    for view, _ in states(hero).values():
        shown = page(day(view, pain=rated, sample=message("Sample diary.")), width, undoable="1")
        assert clipped(shown) == []


@pytest.mark.parametrize(
    ("state", "name", "signal", "said"),
    [
        ("due", "Start session", "session_started", []),
        ("due", "Easier today", "easier_started", []),
        ("easy day", "Start easy day", "easy_day_started", [False]),
        ("extra", "Start a session now", "session_started", []),
        ("left", "Resume: Clamshell, set 2, left", "resumed", []),
        ("left", "Keep what was done", "left_kept", []),
        ("left", "Discard", "left_discarded", []),
        ("no program", "Choose a program", "program_chosen", []),
        ("stop", "What to do", "stop_shown", []),
        ("days off", FLARE, "flare_asked", []),
        ("days off", AWAY, "away_asked", []),
        ("flare-up, way back", "End the flare-up", "way_back_asked", []),
    ],
)
def test_a_press_is_told(page, day, hero, qtbot, state, name, signal, said):
    shown = page(day(states(hero)[state][0]))

    with qtbot.waitSignal(getattr(shown, signal), timeout=0) as told:
        press(shown, name)

    assert told.args == said


def test_the_easy_day_ends_with_the_exercise_that_was_chosen(page, day, hero, qtbot):
    shown = page(day(states(hero)["easy day"][0]))

    press(shown, "Clamshell")

    assert "No band" in texts(shown)
    with qtbot.waitSignal(shown.easy_day_started, timeout=0) as told:
        press(shown, "Start easy day")
    assert told.args == [True]


def the_scale(page):
    return next(s for s in page.findChildren(ScoreScale) if s.isVisible())


def test_a_click_a_digit_and_enter_save_at_once_but_arrows_do_not(page, day):
    shown = page(day())
    saved = []
    shown.rated.connect(saved.append)
    scale = the_scale(shown)

    shown.focus_pain()
    press(shown, "7")
    QTest.keyClick(shown.window().focusWidget(), Qt.Key.Key_Right)
    assert saved == [7]
    QTest.keyClick(shown.window().focusWidget(), Qt.Key.Key_Return)
    assert saved == [7, 8]
    QTest.keyClick(shown.window().focusWidget(), Qt.Key.Key_4)
    assert saved == [7, 8, 4]
    assert scale.score == 4


@pytest.mark.parametrize("undoable", ["", "other", "this"])
def test_a_saved_rating_says_when_and_can_be_undone_once(page, day, qtbot, undoable):
    rated = replace(day().pain, score=3, rating="this", saved=message("Saved at 18:12"))

    shown = page(day(pain=rated), undoable=undoable)

    assert "Saved at 18:12" in texts(shown)
    assert the_scale(shown).score == 3
    assert ("Undo" in buttons(shown)) == (undoable == "this")
    if undoable == "this":
        with qtbot.waitSignal(shown.rating_undone, timeout=0):
            press(shown, "Undo")


def test_in_the_morning_only_its_question_is_asked_and_above_everything(page, day, qtbot):
    asked = day(morning=message("How strong is your back pain this morning?"))
    shown = page(asked)

    scales = [s for s in shown.findChildren(ScoreScale) if s.isVisible()]
    assert [s.accessibleName().split("?")[0] for s in scales] == [
        "How strong is your back pain this morning"
    ]
    start = next(b for b in shown.findChildren(QPushButton) if b.text() == "Start session")
    assert (
        scales[0].mapTo(shown, scales[0].rect().topLeft()).y()
        < start.mapTo(shown, start.rect().topLeft()).y()
    )
    with qtbot.waitSignal(shown.morning_answered, timeout=0) as told:
        press(shown, "5")
    assert told.args == [5]
    with qtbot.waitSignal(shown.morning_skipped, timeout=0):
        press(shown, "Skip")


def test_after_the_morning_question_the_focus_goes_to_start(page, day):
    shown = page(day(morning=message("How strong is your back pain this morning?")))
    press(shown, "5")
    the_scale(shown).setFocus()

    shown.show_today(day())

    assert shown.window().focusWidget().text() == "Start session"
    assert the_scale(shown).accessibleName().startswith("How strong is your back pain right now?")


def test_a_morning_that_is_taken_back_is_asked_again_with_the_focus_on_it(page, day):
    rated = replace(day().pain, score=3, rating="this")
    shown = page(day(pain=rated), undoable="this")
    undo = next(b for b in shown.findChildren(QPushButton) if b.text() == "Undo")
    undo.setFocus()

    shown.show_today(day(morning=message("How strong is your back pain this morning?")))

    asked = the_scale(shown)
    assert asked.isAncestorOf(shown.window().focusWidget())
    assert asked.accessibleName().startswith("How strong is your back pain this morning?")


def test_where_nothing_is_due_the_focus_waits_at_the_review_not_on_a_score(page, day, hero):
    idle = replace(hero, kind=HeroKind.ALL_DONE, can_start=False, can_be_easier=False)
    view = day(idle, review=message("How was the session this morning?"))
    shown = page(view)
    shown.focus_main()
    assert shown.window().focusWidget().text() == "Finish the review"
    shown.show_today(day(idle, review=view.review, trend=replace(view.trend, value="3.3")))
    assert shown.window().focusWidget().text() == "Finish the review"
    shown.show_today(day(idle))
    shown.focus_main()
    assert the_scale(shown).isAncestorOf(shown.window().focusWidget())


def test_before_the_first_session_its_notices_are_read(page, day, hero, session):
    careful = replace(session.exercises[0], avoid="With a sharp pinch, stop.")
    first = replace(session, exercises=(careful,), notices=(message("Never hold your breath."),))

    shown = page(day(replace(hero, session=first)))

    assert {"Before you start", "Never hold your breath.", "With a sharp pinch, stop."} < set(
        texts(shown)
    )
    shown.show_today(day())
    assert "Before you start" not in texts(shown)


def test_without_a_program_nothing_of_one_is_shown(page, day, hero):
    view = states(hero)["no program"][0]

    shown = texts(page(day(view, week=None, check_in=None)))

    assert not {"This week", "Next check-in", "You need"} & set(shown)


@pytest.mark.parametrize(
    ("state", "said"),
    [("easier", "Five days without a session."), ("flare-up, way back", "One step easier.")],
)
def test_the_main_card_says_why_it_is_lighter_and_what_the_way_back_is(
    page, day, hero, state, said
):
    assert said in texts(page(day(states(hero)[state][0])))


@pytest.mark.parametrize("width", [1280, 960])
def test_the_ways_to_days_off_stand_beside_the_greeting_not_beside_start(page, day, hero, width):
    shown = page(day(states(hero)["days off"][0]), width)
    found = {b.text(): b for b in shown.findChildren(QPushButton) if b.isVisible()}

    def top(text):
        return found[text].mapTo(shown, found[text].rect().topLeft()).y()

    greeting = next(label for label in shown.findChildren(Label) if label.text() == "Good evening")
    assert abs(top(FLARE) - greeting.mapTo(shown, greeting.rect().topLeft()).y()) < 20
    assert top(FLARE) == top(AWAY) < top("Start session") - 100


def test_days_away_and_flare_ups_are_shaded_and_look_different(page, day):
    """Each ground is drawn, and not in the other's way."""
    trend = day().trend
    span = Days(first=trend.days.first + WEEK, last=trend.days.first + 2 * WEEK)

    pictures = [
        page(day(trend=replace(trend, **given))).findChild(TrendChart).grab().toImage()
        for given in ({}, {"flares": (span,)}, {"absences": (span,)})
    ]

    assert len({bytes(picture.constBits()) for picture in pictures}) == 3


def test_a_made_up_diary_says_so(page, day):
    sample = message("Sample diary: all entries are made up.")

    assert "Sample diary: all entries are made up." in texts(page(day(sample=sample)))


def test_a_compact_tile_opens_its_card(page, day):
    shown = page(day(), 960, 640)
    name = "This week, 6 of 14 sessions"
    assert "Missed one? Just carry on. No catching up." not in texts(shown)

    press(shown, name)

    assert "Missed one? Just carry on. No catching up." in texts(shown)


def test_the_trend_is_told_in_words_and_waits_for_days(page, day):
    few = replace(day().trend, points=(), segments=(), hint=message("3 more days"), value="")
    shown = page(day())

    chart = shown.findChild(TrendChart)
    assert chart.accessibleName() == "Back pain, 4 weeks: start 5.3, now 3.2"
    assert {"3.2", "last 7 days, start 5.3"} < set(texts(shown))
    shown.show_today(day(trend=few))
    assert not chart.isVisible()
    assert "3 more days" in texts(shown)


def test_showing_the_same_day_again_keeps_the_focus(page, day):
    shown = page(day())
    shown.focus_main()
    focused = shown.window().focusWidget()

    shown.show_today(day())

    assert shown.window().focusWidget() is focused


def test_tab_follows_the_reading_order(page, day, hero):
    shown = page(day(), 960, 640)
    shown.show_today(day(replace(hero, can_be_easier=False)))  # the main card is built anew
    shown.show_today(
        day(morning=message("How strong is your back pain this morning?")), undoable=""
    )
    next(b for b in shown.findChildren(QPushButton) if b.text() == "Skip").setFocus()
    names = []

    for _ in range(6):
        names.append(shown.window().focusWidget().accessibleName())
        QTest.keyClick(shown.window().focusWidget(), Qt.Key.Key_Tab)

    assert names == [
        "Skip",
        "0, no pain",
        "Easier today",
        "Start session",
        "This week, 6 of 14 sessions",
        "Week-6 check-in, in 3 days",
    ]


@pytest.mark.parametrize("height", [800, 736])
def test_an_ordinary_day_does_not_scroll_nor_does_it_above_a_hint(page, day, height):
    assert page(day(), 1176, height).verticalScrollBar().maximum() == 0
