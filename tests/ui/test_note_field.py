"""The note field: text comes back as it was written; Ctrl+Z is its own once something is typed."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent

from hipcoach.core.pain import NOTE_LIMIT
from hipcoach.ui.controls.note_field import NoteField
from hipcoach.ui.labels import Label


@pytest.fixture
def note(theme, show) -> NoteField:
    """A field in a panel."""
    return show(NoteField(theme, "Note"), 344, 300)


@pytest.mark.parametrize("text", ["", "two\nlines", "3\u00a0km", "\r\nimported\r\n", "a\u2028b"])
def test_what_is_shown_comes_back_to_the_character(note, text):
    note.show_text(text)

    assert note.text == text


def test_what_is_written_keeps_its_no_break_spaces(note, qtbot):
    note.show_text("3\u00a0km")

    note.field.moveCursor(note.field.textCursor().MoveOperation.End)
    qtbot.keyClicks(note.field, " walk")
    qtbot.keyClick(note.field, Qt.Key.Key_Return)
    qtbot.keyClicks(note.field, "slow")

    assert note.text == "3\u00a0km walk\nslow"


def test_it_grows_with_its_lines_up_to_a_limit(note):
    def height(lines: int) -> int:
        note.show_text("\n".join(["line"] * lines))
        return note.field.height()

    assert 44 == height(1) < height(3) < height(5) == height(500)


def test_it_says_how_much_too_long_it_is(note):
    told = note.findChild(Label)
    note.show_text("x" * (NOTE_LIMIT - 300))
    assert not told.isVisible()

    note.show_text("x" * (NOTE_LIMIT + 2))

    assert told.text() == "2 characters too many: a note holds at most 10\u00a0000."
    assert told.isVisible()
    assert not note.fits


def test_undo_is_the_window_s_until_something_is_typed(note, qtbot):
    def takes_undo() -> bool:
        control = Qt.KeyboardModifier.ControlModifier
        asked = QKeyEvent(QEvent.Type.ShortcutOverride, Qt.Key.Key_Z, control)
        asked.ignore()
        note.field.event(asked)
        return asked.isAccepted()

    note.show_text("kept")
    assert not takes_undo()

    qtbot.keyClicks(note.field, "more")

    assert takes_undo()
