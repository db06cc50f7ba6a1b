"""The marks: each has its shape and its sentence."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QImage

from hipcoach.core.week_marks import Mark
from hipcoach.ui.today.session_mark import SessionMark


def drawn(mark: SessionMark) -> QImage:
    """The mark in greyscale."""
    return mark.grab().toImage().convertToFormat(QImage.Format.Format_Grayscale8)


@pytest.mark.parametrize("dark", [False, True])
def test_no_two_marks_look_alike_without_colour(theme, qapp, dark):
    theme.show_look(qapp, dark=dark, scale=2)
    images = []
    for mark in Mark:
        widget = SessionMark(theme, mark, "")
        widget.resize(widget.sizeHint())
        images.append(drawn(widget))

    for number, image in enumerate(images):
        assert image not in images[number + 1 :]


def test_a_mark_says_what_it_means(theme):
    mark = SessionMark(theme, Mark.PLANNED, "Tuesday evening, planned")

    mark.show_mark(Mark.MISSED, "Tuesday evening, missed")

    assert mark.accessibleName() == "Tuesday evening, missed"
    assert mark.toolTip() == "Tuesday evening, missed"
