"""The two pages behind the card that says what HipCoach is."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QObject

from hipcoach.core.catalogue import Catalogue
from hipcoach.core.plain_page import plain_page
from hipcoach.core.sources_view import source_groups
from hipcoach.paths import licence, resource
from hipcoach.ui.settings.about_card import AboutCard
from hipcoach.ui.settings.licences_page import LicencesPage
from hipcoach.ui.settings.sources_page import SourcesPage
from hipcoach.ui.settings.sub_page import SubPage
from hipcoach.ui.theme import Theme
from hipcoach.ui.window import Window

SOURCES, LICENCES, SETTINGS = "sources", "licences", "settings"


def _licences() -> Iterator[str]:
    """The texts, each below a heading."""
    yield "# HipCoach\n\n" + licence("LICENSE").read_text(encoding="utf-8")
    yield licence("THIRD-PARTY-LICENSES.md").read_text(encoding="utf-8")
    yield "# Inter, Inter Display\n\n" + _text("fonts", "OFL.txt")
    yield "# Lucide\n\n" + _text("icons", "LICENSE-lucide.txt")


def _text(*parts: str) -> str:
    return resource(*parts).read_text(encoding="utf-8")


class AboutFlow(QObject):
    """Each page is made when it is first shown."""

    def __init__(self, window: Window, theme: Theme, catalogue: Catalogue, card: AboutCard) -> None:
        super().__init__(card)
        self._pages: dict[str, SubPage] = {}
        self._window, self._theme, self._catalogue, self._card = window, theme, catalogue, card
        card.sources_asked.connect(self.show_sources)
        card.licences_asked.connect(self.show_licences)

    def show_sources(self) -> None:
        """Where the programs come from."""
        if SOURCES not in self._pages:
            groups = source_groups(self._catalogue)
            page = SourcesPage(self._theme, groups, self._catalogue.texts["not-reviewed"])
            self._add(SOURCES, page)
        self._show(SOURCES)

    def show_licences(self) -> None:
        """HipCoach's own licence, and those of others."""
        if LICENCES not in self._pages:
            texts = [plain_page(text) for text in _licences()]
            self._add(LICENCES, LicencesPage(self._theme, texts))
        self._show(LICENCES)

    def _add(self, name: str, page: SubPage) -> None:
        self._pages[name] = page
        page.left.connect(lambda: self._on_left(name))
        self._window.add_page(name, page, place=SETTINGS)

    def _show(self, name: str) -> None:
        self._window.show_page(name)
        self._pages[name].show_top()
        self._pages[name].back.setFocus()

    def _on_left(self, name: str) -> None:
        self._window.show_page(SETTINGS)
        button = self._card.sources if name == SOURCES else self._card.licences
        button.setFocus()
