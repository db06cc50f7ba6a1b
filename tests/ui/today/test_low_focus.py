"""The trend in low-focus mode: closed, opened for this once, closed again when Today is left."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QStackedWidget, QWidget

from hipcoach.core.text import message
from hipcoach.ui.labels import Label
from hipcoach.ui.today.fold_tile import FoldTile
from hipcoach.ui.today.page import TodayPage
from hipcoach.ui.today.trend_card import TrendCard
from hipcoach.ui.today.trend_chart import TrendChart

TOLD = "Your next look is on Monday 30 November"


@pytest.fixture
def closed(day):
    """A day whose trend is closed."""
    view = day()
    return replace(view, trend=replace(view.trend, closed=message(TOLD)))


@pytest.fixture
def pages(theme, show, closed):
    """Today before another page."""
    made = QStackedWidget()
    page = TodayPage(theme)
    made.addWidget(page)
    made.addWidget(QWidget())
    page.show_today(closed)
    return show(made)


def card(pages: QWidget) -> TrendCard:
    (found,) = pages.findChildren(TrendCard)
    return found


def read(pages: QWidget) -> list[str]:
    return [w.text() for w in card(pages).findChildren(Label) if w.isVisible() and w.text()]


def chart(pages: QWidget) -> TrendChart:
    (found,) = pages.findChildren(TrendChart)
    return found


def look(pages: QWidget) -> None:
    QTest.mouseClick(card(pages)._look, Qt.MouseButton.LeftButton)


def test_closed_it_says_when_the_next_look_is_and_no_number(pages) -> None:
    assert read(pages) == ["Back pain, 4 weeks", TOLD]
    assert not chart(pages).isVisible()


def test_look_now_opens_it(pages, closed) -> None:
    look(pages)

    assert chart(pages).isVisible()
    assert TOLD not in read(pages)
    assert closed.trend.value in read(pages)
    assert not card(pages)._look.isVisible()


def test_it_stays_open_while_today_is_shown_anew(pages, closed) -> None:
    look(pages)
    pages.widget(0).show_today(closed)
    assert chart(pages).isVisible()


def test_it_is_closed_again_once_the_page_is_left(pages) -> None:
    look(pages)
    pages.setCurrentIndex(1)
    pages.setCurrentIndex(0)
    assert read(pages) == ["Back pain, 4 weeks", TOLD]
    assert not chart(pages).isVisible()


def test_on_the_day_of_the_look_it_is_open_by_itself(pages, day) -> None:
    pages.widget(0).show_today(day())
    assert chart(pages).isVisible()
    assert not card(pages)._look.isVisible()


def test_a_folded_card_tells_no_number_either(pages, qapp) -> None:
    pages.resize(960, 640)
    qapp.processEvents()
    names = [tile.accessibleName() for tile in pages.findChildren(FoldTile) if tile.isVisible()]
    assert any(TOLD in name for name in names)
    assert not any("last 7 days" in name for name in names)


@pytest.mark.parametrize(("width", "height", "scale"), [(1280, 800, 1), (1280, 800, 1.5)])
def test_nothing_is_cut(pages, theme, qapp, clipped, width, height, scale) -> None:
    pages.resize(width, height)
    theme.show_look(qapp, dark=False, scale=scale)
    assert clipped(card(pages)) == []
