"""The Diary page in its states and sizes."""

from __future__ import annotations

from datetime import datetime, timedelta, timezone

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QSignalSpy, QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from hipcoach.core import text
from hipcoach.core.entry_row import EntryRow
from hipcoach.core.pain import PainRating
from hipcoach.core.text import message
from hipcoach.ui.buttons import Button
from hipcoach.ui.controls.check_box import CheckBox
from hipcoach.ui.diary.chart_card import CardWords, Standing
from hipcoach.ui.diary.other_panel import OtherPanel
from hipcoach.ui.diary.page import DiaryPage
from hipcoach.ui.diary.panel_frame import PanelFrame
from tests.shots.pseudo import Pseudo

NOW = datetime(2026, 12, 15, 18, 10, tzinfo=timezone(timedelta(hours=1)))
OPEN = CardWords(
    standing=Standing.OPEN,
    sentence="Start 5.3 (n = 7), now 3.4 (n = 5). Change −1.9 (−36 %):",
    verdict="possible change",
)
SIZES = ((1280, 800), (960, 640), (700, 760))


class Typed(PanelFrame):
    """A panel in which something was typed once its box is ticked."""

    def __init__(self, theme) -> None:
        super().__init__(theme)
        self.show_title("New entry")
        self.tick = CheckBox(theme, "Low back, middle")
        self.body.add(self.tick)

    def is_changed(self) -> bool:
        return self.tick.isChecked()


def words(entry: PainRating) -> EntryRow:
    return EntryRow(
        id=entry.id,
        on=entry.at.date(),
        day="Tue 15 Dec",
        time="18:10",
        when=message("Average of 24 hours"),
        score=str(entry.score),
        note="Bridge felt steadier on the left",
    )


@pytest.fixture
def page(theme) -> DiaryPage:
    made = DiaryPage(theme, ["2 weeks", "6 weeks", "3 months", "All"])
    made.chart_card.put_chart(QWidget())
    made.chart_card.show_words(OPEN)
    found = [PainRating(id=str(n), at=NOW - timedelta(hours=n), score=3) for n in range(40)]
    made.entries.show_entries(found, words)
    made.show_parts()
    return made


def filled(page: DiaryPage) -> list[str]:
    """The filled buttons that can be seen."""
    found = [it for it in page.findChildren(Button) if it.isVisible()]
    return [it.accessibleName() for it in found if it.property("kind") == "primary"]


# What is shown


def test_the_panel_stands_beside_the_chart_where_there_is_room(page, theme, show) -> None:
    show(page, 1280, 800)
    assert filled(page) == ["New entry"]
    alone = page.chart_card.width()
    panel = Typed(theme)
    page.open_panel(panel)
    QApplication.processEvents()
    assert panel.width() == 384
    card = page.entries.parentWidget()
    bottoms = {part.mapTo(page, part.rect().bottomLeft()).y() for part in (card, panel)}
    assert bottoms == {page.height() - 32 - 1}
    assert page.chart_card.isVisible()
    assert page.chart_card.width() < alone - 384
    assert filled(page) == ["Save"]
    assert page.head.reach.isVisible()
    page.close_panel()
    QApplication.processEvents()
    assert page.chart_card.width() == alone


@pytest.mark.parametrize("size", SIZES[1:])
def test_the_panel_takes_the_place_of_the_chart_where_there_is_not(page, theme, show, size) -> None:
    show(page, *size)
    panel = Typed(theme)
    page.open_panel(panel)
    QApplication.processEvents()
    assert not page.chart_card.isVisible()
    assert not page.head.isVisible()
    save = panel.foot.save
    assert page.rect().contains(save.mapTo(page, save.rect().bottomRight()))
    page.close_panel()
    assert page.chart_card.isVisible()
    assert page.head.entry.isVisible()


def test_growing_and_shrinking_keeps_the_focus(page, show) -> None:
    show(page, 1280, 800)
    page.head.entry.setFocus()
    for width in (960, 1280):
        page.resize(width, 800)
        QApplication.processEvents()
        assert page.head.entry.hasFocus()


def test_while_the_chart_is_loaded_its_place_is_kept(page, show) -> None:
    show(page, 1280, 800)
    top = page.entries.mapTo(page, page.entries.rect().topLeft()).y()
    page.chart_card.show_words(CardWords())
    page.show_parts()
    QApplication.processEvents()
    assert "Drawing the chart ..." in shown_texts(page)
    assert page.entries.isVisible()
    assert not page.head.reach.isVisible()
    keys = page.chart_card.switch
    assert not keys.isVisible()
    moved = page.entries.mapTo(page, page.entries.rect().topLeft()).y()
    assert abs(moved - top) < 60  # the sentence and the legend are not there yet


def test_a_closed_chart_tells_nothing_but_when_the_next_look_is(page, show) -> None:
    show(page, 1280, 800)
    closed = "Your next look is on Monday 21 December"
    page.chart_card.show_words(CardWords(standing=Standing.CLOSED, sentence="Start", closed=closed))
    page.show_parts()
    seen = shown_texts(page)
    assert closed in seen
    assert "Start" not in seen
    assert not page.head.reach.isVisible()
    asked = QSignalSpy(page.chart_card.look_asked)
    QTest.keyClick(next(it for it in buttons(page) if it.text() == "Look now"), Qt.Key.Key_Return)
    assert asked.count() == 1


def test_an_empty_diary_says_so_and_has_no_table(page, show) -> None:
    show(page, 1280, 800)
    page.chart_card.show_words(CardWords(standing=Standing.EMPTY))
    page.entries.show_entries([], words)
    page.show_parts()
    assert any(it.startswith("Nothing is noted yet.") for it in shown_texts(page))
    assert not page.entries.isVisible()
    assert filled(page) == ["New entry"]


def test_the_chart_and_the_table_take_turns(page, show) -> None:
    show(page, 1280, 800)
    card, changed = page.chart_card, QSignalSpy(page.chart_card.view_changed)
    card.switch.click()
    assert card.table.isVisible()
    assert not card.chart.isVisible()
    assert card.switch.accessibleName() == "Show chart"
    card.switch.click()
    assert card.chart.isVisible()
    assert [changed.at(n)[0] for n in range(2)] == [True, False]


def test_a_span_that_holds_can_be_pressed_again(page, show) -> None:
    """The chart was moved by hand, and is to go back."""
    show(page, 1280, 800)
    page.head.reach.show_part(1)
    chosen = QSignalSpy(page.head.reach_chosen)
    part = next(it for it in page.head.reach.children() if getattr(it, "isChecked", bool)())
    part.click()
    assert chosen.at(0) == [1]


def test_esc_closes_the_panel_from_the_table(page, theme, show) -> None:
    show(page, 1280, 800)
    panel = Typed(theme)
    page.open_panel(panel)
    closed = QSignalSpy(panel.closed)
    page.entries.setFocus()
    QTest.keyClick(page.entries, Qt.Key.Key_Escape)
    assert closed.count() == 1
    panel.tick.setChecked(True)
    page.entries.setFocus()
    QTest.keyClick(page.entries, Qt.Key.Key_Escape)
    assert closed.count() == 1
    assert "Discard what you typed?" in shown_texts(page)


def test_other_entries_are_two_ways_on_with_nothing_to_save(page, theme, show) -> None:
    show(page, 1280, 800)
    panel = OtherPanel(theme)
    page.open_panel(panel)
    panel.ask()
    assert QApplication.focusWidget().accessibleName() == "Session without the app"
    assert filled(page) == []
    asked = QSignalSpy(panel.period_asked)
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    assert asked.count() == 1
    closed = QSignalSpy(panel.closed)
    QTest.keyClick(panel, Qt.Key.Key_Escape)
    assert closed.count() == 1


def test_a_diary_that_is_made_up_says_so_on_the_page(page, show) -> None:
    show(page, 1280, 800)
    made_up = "Sample diary, made up"
    assert made_up not in shown_texts(page)
    page.head.show_sample(True)
    assert made_up in shown_texts(page)


def test_what_says_so_is_not_squeezed_beside_the_buttons(page, show) -> None:
    page.head.show_sample(True)
    show(page, 960, 640)
    QApplication.processEvents()
    assert page.head.sample.height() == 28
    assert page.head.sample.y() < page.head.reach.y()


def test_few_entries_leave_the_cards_corners_round(page, theme, show) -> None:
    page.entries.show_entries([PainRating(id="1", at=NOW, score=3)], words)
    page.show_parts()
    show(page, 1280, 800)
    card = page.entries.parentWidget()
    corner = card.mapTo(page, card.rect().bottomRight()) - QPoint(1, 3)
    assert page.grab().toImage().pixelColor(corner) == theme.colour("canvas")


def test_widening_the_window_again_leaves_no_scroll_bar(page, theme, show) -> None:
    """The rows were two lines high where it was narrow."""
    show(page, 480, 800)
    assert page.entries.rowHeight(0) == 64
    page.resize(1280, 800)
    page.open_panel(Typed(theme))
    for _ in range(3):
        QApplication.processEvents()
    assert page.entries.rowHeight(0) == 44
    assert page.entries.minimumSizeHint().height() < 180
    assert page.entries.parentWidget().height() == page.panel.height()


# Room


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("scale", [0.9, 1.0, 1.5, 1.75])
def test_nothing_is_clipped(page, theme, qapp, show, clipped, size, scale) -> None:
    theme.show_look(qapp, dark=False, scale=scale)
    page.head.show_sample(True)
    show(page, *size)
    assert clipped(page) == []


@pytest.mark.parametrize("size", SIZES)
def test_longer_texts_have_room(theme, show, clipped, monkeypatch, size) -> None:
    monkeypatch.setattr(text, "_catalogue", Pseudo())
    page = DiaryPage(theme, [text.tr(it) for it in ("2 weeks", "6 weeks", "3 months", "All")])
    page.chart_card.put_chart(QWidget())
    page.chart_card.show_words(OPEN)
    page.show_parts()
    show(page, *size)
    assert clipped(page) == []
    page.open_panel(OtherPanel(theme))
    assert clipped(page) == []


def shown_texts(page: DiaryPage) -> list[str]:
    return [it.text() for it in page.findChildren(QLabel) if it.isVisible()]


def buttons(page: DiaryPage) -> list[Button]:
    return [it for it in page.findChildren(Button) if it.isVisible()]
