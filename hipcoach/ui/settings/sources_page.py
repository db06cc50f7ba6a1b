"""Where the programs come from: every source, and what of it was read."""

from __future__ import annotations

from collections.abc import Iterable

from hipcoach.core.format import capitalised
from hipcoach.core.sources_view import SourceGroup, SourceRow
from hipcoach.core.text import say, tr
from hipcoach.ui.box import Box
from hipcoach.ui.card import Card
from hipcoach.ui.labels import Label
from hipcoach.ui.settings.copy_line import CopyLine
from hipcoach.ui.settings.sub_page import SubPage
from hipcoach.ui.theme import Theme


class SourcesPage(SubPage):
    """Groups of sources below the sentence that nobody has reviewed HipCoach yet.

    Nothing here leads out of HipCoach: a DOI is text to be copied.
    """

    def __init__(self, theme: Theme, groups: Iterable[SourceGroup], not_reviewed: str) -> None:
        super().__init__(theme, tr("Sources"), spacing=16)
        self.body.add(Label(theme, tr(not_reviewed), colour="ink2", wrap=True))
        for group in groups:
            card = Card(theme, spacing=0)
            card.column.addWidget(Label(theme, say(group.title), "section", wrap=True))
            for number, row in enumerate(group.rows):
                if number:
                    card.column.addWidget(Box(theme, kind="line"))
                card.column.addWidget(_Row(theme, row))
            self.body.add(card)


class _Row(Box):
    def __init__(self, theme: Theme, row: SourceRow) -> None:
        super().__init__(theme, spacing=2, edges=(0, 10, 0, 10))
        title = capitalised(say(row.title))
        self.add(Label(theme, title, "body_strong", wrap=True))
        if row.where:
            self.add(Label(theme, row.where, "small", wrap=True))
        if row.doi:
            self.add(CopyLine(theme, tr("DOI of {source}", source=title), f"DOI {row.doi}"))
        read = capitalised(say(row.read_as))
        self.add(Label(theme, read, "small", "ink2", wrap=True))
