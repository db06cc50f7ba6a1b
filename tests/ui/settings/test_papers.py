"""About, and the two pages behind it."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit

from hipcoach import __version__
from hipcoach.core.plain_page import plain_page
from hipcoach.core.sources_view import source_groups
from hipcoach.paths import licence
from hipcoach.ui.about_flow import AboutFlow
from hipcoach.ui.labels import Label
from hipcoach.ui.rail import Place
from hipcoach.ui.settings.about_card import AboutCard
from hipcoach.ui.settings.licences_page import LicencesPage
from hipcoach.ui.settings.sources_page import SourcesPage
from hipcoach.ui.window import Window

SIZES = [(1280, 800, 1), (960, 640, 1), (1280, 800, 1.5), (640, 480, 1.75)]


def texts(widget) -> list[str]:
    return [label.text() for label in widget.findChildren(Label)]


@pytest.fixture
def about(theme, catalogue, show):
    """A window whose settings are the card alone."""
    place = Place(page="settings", icon="settings", text="Settings", key="Ctrl+,")
    window = Window(theme, (place,))
    card = AboutCard(theme, catalogue.texts)
    window.add_page("settings", card)
    window.show_page("settings")
    AboutFlow(window, theme, catalogue, card)
    show(window)
    window.card = card
    return window


def test_about_tells_version_review_and_disclaimer(about, catalogue) -> None:
    told = texts(about.card)
    assert f"HipCoach {__version__}" in told
    assert catalogue.texts["not-reviewed"] in told
    assert catalogue.texts["disclaimer"] in told


@pytest.mark.parametrize("name", ["sources", "licences"])
def test_a_page_opens_and_leads_back_by_keys(about, name) -> None:
    button = getattr(about.card, name)
    for _ in range(2):
        button.setFocus()
        QTest.keyClick(button, Qt.Key.Key_Return)
        assert about.shown == name
        QTest.keyClick(about.focusWidget(), Qt.Key.Key_Escape)
        assert about.shown == "settings"
        assert button.hasFocus()


def test_sources_say_first_that_nobody_reviewed_them_and_their_dois_can_be_copied(
    theme, catalogue, show
) -> None:
    page = show(SourcesPage(theme, source_groups(catalogue), catalogue.texts["not-reviewed"]))
    told = texts(page)
    assert told[:2] == ["Sources", catalogue.texts["not-reviewed"]]
    lines = page.findChildren(QLineEdit)
    assert "DOI 10.1589/jpts.27.345" in [line.text() for line in lines]
    names = [line.accessibleName() for line in lines]
    assert len(set(names)) == len(names) == 5
    assert all(line.isReadOnly() for line in lines)


def test_the_licences_are_whole(theme, show) -> None:
    page = show(LicencesPage(theme, [plain_page(licence("LICENSE").read_text(encoding="utf-8"))]))
    assert any("WITHOUT WARRANTY OF ANY KIND" in text for text in texts(page))


@pytest.mark.parametrize(("width", "height", "scale"), SIZES)
def test_nothing_of_the_pages_is_cut(about, theme, qapp, clipped, width, height, scale) -> None:
    about.resize(width, height)
    theme.show_look(qapp, dark=False, scale=scale)
    for name in ("sources", "licences"):
        getattr(about.card, name).click()
        QApplication.processEvents()
        assert about.shown == name
        assert clipped(about.centralWidget()) == []
