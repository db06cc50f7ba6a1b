"""The pages of days off: nothing is cut, everything is named, and only what is entered is told."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from PySide6.QtCore import QDate, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QAbstractSpinBox, QWidget

from hipcoach.core import text
from hipcoach.core.run import AWAY, ILL, Absence
from hipcoach.ui.days_off.away_page import AwayPage, DaysAsked
from hipcoach.ui.days_off.flare_page import FlarePage
from hipcoach.ui.days_off.paragraphs import paragraphs
from hipcoach.ui.days_off.way_back_page import WayBackPage, absence_words, flare_words
from hipcoach.ui.first_run.day_field import DayField
from hipcoach.ui.labels import Label

TODAY = date(2026, 12, 10)
WEEK = timedelta(days=7)


@pytest.fixture
def ahead():
    """Days away that are noted for later."""
    days = Absence(from_=TODAY + WEEK, to=TODAY + 3 * WEEK, reason=AWAY)
    return (replace(days, id="later"),)


@pytest.fixture
def pages(theme, catalogue, ahead):
    """Each page and state, made when it is asked for."""

    def away(reason):
        page = AwayPage(theme, catalogue.texts, TODAY, ahead)
        press(page, reason)
        page.show_refusal("Choose days within a year from today.")
        return page

    def until():
        page = away("Away")
        press(page, "Until a day I know")
        return page

    return {
        "flare-up": lambda: FlarePage(theme, catalogue.texts),
        "nothing chosen": lambda: AwayPage(theme, catalogue.texts, TODAY),
        "away": lambda: away("Away"),
        "away until": until,
        "ill": lambda: away("Ill or fever"),
        "end of a flare-up": lambda: WayBackPage(
            theme, flare_words("End the flare-up", began_today=False)
        ),
        "end of an illness": lambda: WayBackPage(
            theme, absence_words("I am well", ill=True, began_today=False)
        ),
    }


PAGES = [
    "flare-up",
    "nothing chosen",
    "away",
    "away until",
    "ill",
    "end of a flare-up",
    "end of an illness",
]
SIZES = [(1176, 800, 1), (872, 640, 1), (552, 480, 1), (1124, 800, 1.5), (485, 480, 1.75)]
"""What the rail leaves of the window."""


def press(page, name):
    english = [b for b in page.findChildren(QAbstractButton) if name in b.text() + _name(b)]
    english[0].click()


def _name(widget: QWidget) -> str:
    return QAccessible.queryAccessibleInterface(widget).text(QAccessible.Text.Name)


@pytest.mark.parametrize("state", PAGES)
@pytest.mark.parametrize(("width", "height", "scale"), SIZES)
def test_nothing_is_cut(pages, show, theme, qapp, clipped, state, width, height, scale):
    theme.show_look(qapp, dark=False, scale=scale)

    page = show(pages[state](), width, height)

    assert clipped(page) == []
    assert page.widget().width() <= page.viewport().width()


@pytest.mark.parametrize("state", PAGES)
@pytest.mark.parametrize("width", [1176, 872, 552])
def test_longer_texts_are_not_cut(pages, show, clipped, state, width, monkeypatch):
    class Longer:
        def gettext(self, said):
            return f"{said} {'longer ' * (len(said) // 18)}{'x' * 3}"

    monkeypatch.setattr(text, "_catalogue", Longer())

    page = show(pages[state](), width, 640)

    assert clipped(page) == []
    assert page.widget().width() <= page.viewport().width()


@pytest.mark.parametrize("state", PAGES)
def test_all_that_takes_the_focus_has_a_name_of_its_own(pages, show, state):
    page = show(pages[state]())

    own = [w for w in page.findChildren(QWidget) if not isinstance(w.parent(), QAbstractSpinBox)]
    stops = [w for w in own if w.isVisible() and w.focusPolicy() is not Qt.FocusPolicy.NoFocus]
    names = [_name(stop) for stop in stops]

    assert all(names)
    assert len(set(names)) == len(names)


@pytest.mark.parametrize("state", PAGES)
def test_esc_and_the_button_above_lead_back(pages, show, state):
    page = show(pages[state]())
    left = []
    page.left.connect(lambda: left.append(state))
    page.begin()

    QTest.keyClick(page.window().focusWidget(), Qt.Key.Key_Escape)
    press(page, "Back to Today")

    assert left == [state, state]


def test_esc_leads_back_from_a_field_too(pages, show):
    page = show(pages["away"]())
    left = []
    page.left.connect(lambda: left.append(1))
    field = page.findChild(DayField).field
    field.setFocus()

    QTest.keyClick(field, Qt.Key.Key_Escape)

    assert left == [1]


def test_a_low_window_shows_the_page_from_its_top(pages, show):
    page = show(pages["flare-up"](), 552, 360)

    page.begin()

    assert page.verticalScrollBar().value() == 0
    assert page.window().focusWidget().text() == "Back to Today"


# What is read and what is told


def test_the_text_of_the_flare_up_is_read_in_pieces_word_for_word(catalogue):
    whole = catalogue.texts["flare-up"]

    parts = paragraphs(whole)

    assert " ".join(parts) == whole
    assert "First: is anything on the warning list new?" in parts
    assert max(map(len, parts)) <= 110


def test_nothing_is_chosen_before_the_user_chooses(pages, show):
    page = show(pages["nothing chosen"]())

    assert not page.way_on.isEnabled()
    assert not any(field.isVisible() for field in page.findChildren(DayField))


def asked(page) -> list[DaysAsked]:
    told: list[DaysAsked] = []
    page.asked.connect(told.append)
    page.way_on.click()
    return told


def test_days_away_last_until_one_is_back_or_until_a_day(pages, show):
    page = show(pages["away"]())
    assert asked(page) == [DaysAsked(reason=AWAY, first=TODAY, last=None)]
    press(page, "Until a day I know")

    week = TODAY + timedelta(days=6)
    assert asked(page) == [DaysAsked(reason=AWAY, first=TODAY, last=week)]
    texts = [label.text() for label in page.findChildren(Label)]
    assert "From Thursday 10 December to Wednesday 16 December" in texts


def test_the_last_day_is_never_before_the_first(pages, show):
    page = show(pages["away until"]())
    first, _ = (field.field for field in page.findChildren(DayField) if field.isVisible())

    first.setDate(QDate(2026, 12, 24))

    (told,) = asked(page)
    assert (told.first, told.last) == (date(2026, 12, 24), date(2026, 12, 24))


def test_an_illness_began_by_today_and_is_open(pages, show):
    page = show(pages["ill"]())
    (field,) = (field for field in page.findChildren(DayField) if field.isVisible())
    field.field.setDate(QDate(2026, 12, 11))

    assert asked(page) == [DaysAsked(reason=ILL, first=TODAY, last=None)]
    assert page.way_on.text() == "To the warning list"


def test_days_noted_for_later_are_called_off_by_their_id(pages, show):
    page = show(pages["away"]())
    told = []
    page.called_off.connect(told.append)

    press(page, "Call off")

    assert told == ["later"]


def test_a_refusal_is_read_above_the_button_and_goes_with_another_choice(pages, show):
    page = show(pages["away"]())
    told = "Choose days within a year from today."

    assert told in [label.text() for label in page.findChildren(Label) if label.isVisible()]
    press(page, "Ill or fever")
    assert told not in [label.text() for label in page.findChildren(Label) if label.isVisible()]


@pytest.mark.parametrize("state", PAGES)
def test_tab_follows_the_reading_order(pages, show, state):
    page = show(pages[state](), 1176, 800)
    page.begin()
    stops, part = [], page.nextInFocusChain()
    while part is not page:
        tab = part.focusPolicy() & Qt.FocusPolicy.TabFocus
        if tab and part.isVisible() and page.isAncestorOf(part):
            stops.append(part)
        part = part.nextInFocusChain()
    heights = [stop.mapTo(page, stop.rect().center()).y() for stop in stops]
    assert heights == sorted(heights)
    assert stops[-1] is page.way_on
