"""A decision of the rules in the diary: a row that is read, not changed."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta, timezone

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QSignalSpy, QTest

from hipcoach.core.decision_words import DecisionTold
from hipcoach.core.entry_row import EntryRow
from hipcoach.core.run import Decision
from hipcoach.core.text import message
from hipcoach.ui.diary.decision_panel import DecisionPanel
from hipcoach.ui.diary.entries_table import EDIT, EntriesTable
from hipcoach.ui.labels import Label

NOW = datetime(2026, 12, 10, 7, tzinfo=timezone(timedelta(hours=1)))
UP = Decision(
    id="up", at=NOW, rule="R-UP", exercise="", from_="", to="", text="One step up.", accepted=True
)
TOLD = DecisionTold(
    name=message("Step up"),
    day="10 Dec 2026",
    exercise=message("Clamshell"),
    title="One step up: green band, 12 reps",
    why="15 tidy reps in every set.",
    answer=message("Accepted"),
    rule="R-UP",
)


def row(decision: Decision) -> EntryRow:
    return EntryRow(
        id=decision.id,
        on=decision.at.date(),
        day="Thu 10 Dec",
        time="07:00",
        when=message("Step up"),
        score="",
        note=decision.text,
        editable=False,
        readable=True,
    )


def texts(panel: DecisionPanel) -> list[str]:
    return [label.text() for label in panel.findChildren(Label) if label.isVisible()]


def test_its_row_opens_but_is_not_deleted(theme, show) -> None:
    table = EntriesTable(theme)
    table.show_entries([UP], row)
    show(table, 900, 400)
    table.setFocus()
    opened, deleted = QSignalSpy(table.edit_asked), QSignalSpy(table.delete_asked)
    QTest.keyClick(table, Qt.Key.Key_Delete)
    QTest.keyClick(table, Qt.Key.Key_Return)
    assert (deleted.count(), opened.count()) == (0, 1)
    assert opened.at(0) == ["up"]
    assert table.rows.row(0)[EDIT].name == "Show"


def test_it_says_what_why_and_by_which_rule(theme, show) -> None:
    panel = DecisionPanel(theme)
    show(panel, 384, 600)
    panel.show_decision(TOLD)
    assert texts(panel) == [
        "Step up",
        "Clamshell",
        "One step up: green band, 12 reps",
        "Why: 15 tidy reps in every set.",
        "Accepted on 10 Dec 2026, rule R-UP",
    ]
    panel.show_decision(replace(TOLD, exercise=None, why="", answer=message("Declined")))
    assert texts(panel) == [
        "Step up",
        "One step up: green band, 12 reps",
        "Declined on 10 Dec 2026, rule R-UP",
    ]
    assert not panel.is_changed()


@pytest.mark.parametrize("key", [Qt.Key.Key_Escape, Qt.Key.Key_Return])
def test_the_focus_is_on_the_way_out(theme, show, key) -> None:
    panel = DecisionPanel(theme)
    show(panel, 384, 600)
    panel.show_decision(TOLD)
    closed = QSignalSpy(panel.closed)
    QTest.keyClick(panel.window().focusWidget(), key)
    assert closed.count() == 1


def test_nothing_is_cut(theme, show, clipped) -> None:
    panel = DecisionPanel(theme)
    show(panel, 384, 600)
    panel.show_decision(replace(TOLD, why=TOLD.why * 20))
    assert clipped(panel) == []
