"""First-time hints: which one a page shows now. At most one, and none where something is asked."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass

from hipcoach.core.run import Settings

PAGES = ("today", "program", "diary", "report", "settings")
"""The pages that may show a hint; a session and what asks something may not."""

START, SCALE, CHART = "start", "scale", "chart"
"""What a page may offer just now that a hint speaks about."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Hint:
    """A hint for a page, shown until it was read. `needs` is what the page has to offer for it."""

    id: str
    page: str
    text: str
    needs: str = ""

    def __post_init__(self) -> None:
        if self.page not in PAGES:
            pages = ", ".join(PAGES)
            raise ValueError(f'a hint stands on one of the pages {pages}, not on "{self.page}"')
        if self.needs not in {"", START, SCALE, CHART}:
            needs = f"{START}, {SCALE}, {CHART}"
            raise ValueError(f'a hint needs {needs} or nothing, not "{self.needs}"')


def hint_now(
    hints: Iterable[Hint], settings: Settings, page: str, offers: Collection[str] = ()
) -> Hint | None:
    """The first hint of the page that was not read and that fits what it offers; None: none."""
    if not settings.hints:
        return None
    unread = (hint for hint in hints if hint.page == page and hint.id not in settings.hints_seen)
    return next((hint for hint in unread if not hint.needs or hint.needs in offers), None)
