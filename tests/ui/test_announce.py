"""Announcements reach whatever listens to the accessibility bridge."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QAccessible

from hipcoach.ui import announce as module
from hipcoach.ui.announce import announce
from hipcoach.ui.labels import Label


@pytest.fixture
def heard(monkeypatch):
    """What was sent while a screen reader runs, as (text, politeness)."""
    events: list[tuple[str, object]] = []

    class Listening(QAccessible):
        """The bridge with a listener."""

        @staticmethod
        def updateAccessibility(event):
            events.append((event.message(), event.politeness()))
            QAccessible.updateAccessibility(event)

    monkeypatch.setattr(module, "QAccessible", Listening)
    QAccessible.setActive(True)
    yield events
    QAccessible.setActive(False)


def test_a_sentence_is_said_politely_or_at_once(theme, show, heard):
    label = show(Label(theme, "Today"), 200, 60)
    announce(label, "Saved at 18:12")
    announce(label, "Paused", at_once=True)
    polite = QAccessible.AnnouncementPoliteness
    assert heard == [("Saved at 18:12", polite.Polite), ("Paused", polite.Assertive)]


def test_nothing_is_sent_where_no_screen_reader_runs(theme, show, heard):
    label = show(Label(theme, "Today"), 200, 60)
    QAccessible.setActive(False)
    announce(label, "Saved at 18:12")
    assert heard == []
