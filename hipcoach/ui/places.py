"""The pages of the rail."""

from __future__ import annotations

from hipcoach.core.text import tr
from hipcoach.ui.rail import Place


def places() -> tuple[Place, ...]:
    """In their order, the last one at the rail's foot. Each page keeps its key for good."""
    return (
        Place(page="today", icon="house", text=tr("Today"), key="Ctrl+1"),
        Place(page="program", icon="list-checks", text=tr("Program"), key="Ctrl+2"),
        Place(page="diary", icon="notebook-pen", text=tr("Diary"), key="Ctrl+3"),
        Place(page="report", icon="file-text", text=tr("Report"), key="Ctrl+5"),
        Place(page="settings", icon="settings", text=tr("Settings"), key="Ctrl+,"),
    )
