"""Settings: what is told at once, and where the focus stays while the text grows."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QRadioButton, QWidget

from hipcoach.core.run import TEXT_SIZES, Look, Settings
from hipcoach.ui.labels import Label
from hipcoach.ui.settings_page import SettingsPage
from hipcoach.ui.theme import Theme

TEXTS = {"not-reviewed": "Not reviewed.", "disclaimer": "It does not examine you. " * 8}
SIZES = [(1280, 800, 1), (960, 640, 1), (640, 480, 1), (1280, 800, 1.75), (500, 480, 1.75)]


@pytest.fixture
def page(theme, show, qapp):
    """The page, which follows what it tells as the window does."""
    settings = [Settings()]

    def follow(**change: object) -> None:
        settings.append(replace(settings[-1], **change))
        dark = settings[-1].look is Look.DARK
        theme.show_look(qapp, dark=dark, scale=settings[-1].text_size / 100)
        made.show_settings(settings[-1])

    made = SettingsPage(theme, TEXTS)
    made.look_chosen.connect(lambda look: follow(look=look))
    made.text_size_chosen.connect(lambda size: follow(text_size=size))
    made.show_settings(settings[0])
    made.settings = settings
    return show(made)


def button(page: QWidget, name: str) -> QAbstractButton:
    return next(b for b in page.findChildren(QAbstractButton) if b.accessibleName() == name)


def focused(page: QWidget) -> str:
    widget = page.window().focusWidget()
    return widget.accessibleName() or widget.text()


def test_the_look_is_told_when_it_is_chosen(page, theme):
    dark = next(b for b in page.findChildren(QRadioButton) if b.text() == "Dark")

    QTest.mouseClick(dark, Qt.MouseButton.LeftButton)

    assert page.settings[-1].look is Look.DARK
    assert theme.dark
    assert dark.isChecked()


def test_the_text_grows_by_steps_under_the_pressed_button(page, theme):
    button(page, "Larger text").setFocus()
    seen = []

    for _ in TEXT_SIZES[TEXT_SIZES.index(100) + 1 : -1]:
        QTest.keyClick(page.window().focusWidget(), Qt.Key.Key_Return)
        seen.append((page.settings[-1].text_size, focused(page)))

    assert seen == [(size, "Larger text") for size in TEXT_SIZES if 100 < size < 175]


def test_at_an_end_the_focus_goes_to_the_button_that_leads_on(page):
    larger = button(page, "Larger text")
    larger.setFocus()
    while larger.isEnabled():
        QTest.keyClick(larger, Qt.Key.Key_Space)

    assert page.settings[-1].text_size == TEXT_SIZES[-1]
    assert focused(page) == "Smaller text"
    assert button(page, "Smaller text").accessibleDescription() == "175\N{NO-BREAK SPACE}%"


def test_the_focused_button_stays_in_view(page, qapp):
    page.resize(640, 480)
    larger = button(page, "Larger text")
    larger.setFocus()
    for _ in range(3):
        QTest.keyClick(larger, Qt.Key.Key_Space)
        qapp.processEvents()

    place = larger.mapTo(page.viewport(), larger.rect().center())
    assert page.viewport().rect().contains(place)


def test_tab_follows_the_reading_order(page):
    next(b for b in page.findChildren(QRadioButton) if b.isChecked()).setFocus()
    names = []

    for _ in range(3):
        names.append(focused(page))
        QTest.keyClick(page.window().focusWidget(), Qt.Key.Key_Tab)

    assert names == ["System", "Smaller text", "Larger text"]


@pytest.mark.parametrize(("width", "height", "scale"), SIZES)
def test_nothing_is_cut(page, theme, qapp, clipped, width, height, scale):
    page.resize(width, height)
    theme.show_look(qapp, dark=False, scale=scale)

    assert clipped(page) == []
    assert page.widget().width() <= page.viewport().width()


def test_it_says_what_is_not_reviewed_and_that_nothing_leaves(page):
    texts = {label.text() for label in page.findChildren(Label)}

    assert {"Not reviewed.", "Nothing leaves this computer"} < texts


def test_a_theme_change_after_it_is_gone_does_no_harm(theme: Theme, qapp):
    gone = SettingsPage(theme, TEXTS)
    gone.deleteLater()
    QCoreApplication.sendPostedEvents(gone, QEvent.Type.DeferredDelete)

    theme.show_look(qapp, dark=True, scale=1.5)
