"""The panel of days off: each kind asks what it needs, and gives it back as it was entered."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPlainTextEdit, QRadioButton, QWidget

from hipcoach.core import text
from hipcoach.core.period_form import PeriodForm, PeriodKind, new_period
from hipcoach.ui.buttons import Button
from hipcoach.ui.diary.period_panel import PeriodPanel
from hipcoach.ui.first_run.day_field import DayField
from hipcoach.ui.labels import Label
from tests.shots.pseudo import Pseudo

TODAY = date(2026, 12, 15)
DAY = timedelta(days=1)

FLARE = PeriodForm(
    id="1", kind=PeriodKind.FLARE, first=date(2026, 11, 19), last=date(2026, 11, 24), note="a drive"
)
AWAY = replace(FLARE, kind=PeriodKind.AWAY, note="visiting family")
ILL = replace(FLARE, kind=PeriodKind.ILL, note="")
OPEN_FLARE = replace(FLARE, first=TODAY - 2 * DAY, last=None)
OPEN_AWAY = replace(AWAY, first=TODAY - 2 * DAY, last=None)


@pytest.fixture
def pseudo(monkeypatch):
    """Texts a third longer, until the test is over."""
    monkeypatch.setattr(text, "_catalogue", Pseudo())


@pytest.fixture
def panel(theme, show):
    """The panel, shown; it is asked for a form by the test."""
    return show(PeriodPanel(theme), 384, 676)


def days(panel: QWidget) -> dict[str, DayField]:
    """The fields of days that are in sight, by name."""
    return {field.name: field for field in panel.findChildren(DayField) if field.isVisible()}


def words(panel: QWidget) -> set[str]:
    """All texts in sight."""
    return {label.text() for label in panel.findChildren(Label) if label.isVisible()}


def press(panel: QWidget, name: str) -> None:
    """Press the button or the part of this text."""
    found = [*panel.findChildren(Button), *panel.findChildren(QRadioButton)]
    next(b for b in found if name in {b.text(), b.accessibleName()} and b.isVisible()).click()


def kept(panel: PeriodPanel) -> PeriodForm:
    """What Save tells."""
    told: list[PeriodForm] = []
    panel.saved.connect(told.append)
    press(panel, "Save")
    assert len(told) == 1
    return told[0]


@pytest.mark.parametrize("form", [FLARE, AWAY, ILL, OPEN_FLARE, OPEN_AWAY])
def test_a_stored_period_comes_back_as_it_was_and_counts_as_unchanged(panel, form):
    panel.show_form(form, TODAY)
    assert not panel.is_changed()
    assert kept(panel) == form


def test_a_new_flare_up_is_over_and_cannot_begin_in_the_future(panel):
    panel.show_form(new_period(TODAY), TODAY)
    assert "If it still goes on, note it on Today instead." in words(panel)
    fields = days(panel)
    fields["First day"].show_day(TODAY + DAY)
    fields["Last day"].show_day(TODAY)
    form = kept(panel)
    assert (form.id, form.kind, form.first, form.last) == (
        "",
        PeriodKind.FLARE,
        TODAY - DAY,
        TODAY - DAY,
    )


def test_the_last_day_follows_the_first_and_both_are_said_in_words(panel):
    panel.show_form(FLARE, TODAY)
    assert "From Thursday 19 November to Tuesday 24 November, 6 days" in words(panel)
    days(panel)["First day"].show_day(date(2026, 11, 30))
    assert "On Monday 30 November" in words(panel)
    assert panel.is_changed()


def test_days_away_can_lie_ahead_and_be_left_open(panel):
    panel.show_form(new_period(TODAY), TODAY)
    press(panel, "Away")
    days(panel)["First day"].show_day(TODAY + 7 * DAY)
    press(panel, "Until I am back")
    assert set(days(panel)) == {"First day"}
    form = kept(panel)
    assert (form.kind, form.first, form.last) == (PeriodKind.AWAY, TODAY + 7 * DAY, None)


def test_what_goes_on_is_ended_on_today_and_may_only_have_begun_earlier(panel):
    panel.show_form(OPEN_FLARE, TODAY)
    assert "It goes on until you end it on Today." in words(panel)
    first = days(panel)["First day"]
    first.show_day(TODAY)
    assert first.day == OPEN_FLARE.first
    first.show_day(OPEN_FLARE.first - DAY)
    assert kept(panel) == replace(OPEN_FLARE, first=OPEN_FLARE.first - DAY)


def test_each_kind_asks_for_its_own_note_and_an_illness_for_none(panel):
    panel.show_form(new_period(TODAY), TODAY)
    note = panel.findChild(QPlainTextEdit)
    assert note.accessibleName() == "What may have set it off? if you know"
    QTest.keyClicks(note, "a long drive")
    press(panel, "Away")
    assert note.accessibleName() == "What for? if you like"
    press(panel, "Ill")
    assert not note.isVisible()
    assert kept(panel).note == ""
    press(panel, "Flare-up")
    assert kept(panel).note == "a long drive"


def test_the_word_that_stands_for_an_illness_is_refused_beside_the_note(panel, qtbot):
    panel.show_form(AWAY, TODAY)
    note = panel.findChild(QPlainTextEdit)
    note.setPlainText("ill")
    with qtbot.assertNotEmitted(panel.saved):
        press(panel, "Save")
    told = "For the days of an illness choose “Ill” above."
    assert told in words(panel)
    assert QApplication.focusWidget() is note
    QTest.keyClicks(note, "ness of my mother")
    assert told not in words(panel)


def test_delete_names_what_is_shown_and_a_new_one_has_nothing_to_delete(panel, qtbot):
    panel.show_form(new_period(TODAY), TODAY)
    assert not panel.foot.delete.isVisible()
    panel.show_form(FLARE, TODAY)
    with qtbot.waitSignal(panel.deleted, timeout=0) as told:
        press(panel, "Delete")
    assert told.args == ["1"]


def test_another_kind_alone_is_nothing_to_be_asked_about(panel, qtbot):
    panel.show_form(new_period(TODAY), TODAY)
    press(panel, "Away")
    with qtbot.waitSignal(panel.closed, timeout=0):
        QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Escape)


FORMS = {
    "new": new_period(TODAY),
    "flare-up": FLARE,
    "open flare-up": OPEN_FLARE,
    "away": AWAY,
    "illness": ILL,
}


@pytest.mark.parametrize("form", FORMS.values(), ids=FORMS)
@pytest.mark.parametrize(("scale", "width"), [(1.0, 384), (1.5, 576), (1.75, 440)])
@pytest.mark.usefixtures("pseudo")
def test_nothing_is_cut_in_a_longer_language(theme, show, clipped, qapp, form, scale, width):
    theme.show_look(qapp, dark=False, scale=scale)
    panel = show(PeriodPanel(theme), width, 676)
    panel.show_form(form, TODAY)
    assert clipped(panel) == []
