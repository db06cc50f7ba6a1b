"""Every page of these steps has room for what it shows, at every size, and in longer languages."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QScrollArea

from hipcoach.core import text
from hipcoach.core.screening import Answer
from hipcoach.ui.buttons import Button

SIZES = [(1280, 800, 1), (960, 640, 1), (640, 480, 1), (1280, 800, 1.33), (1280, 800, 1.75)]


@pytest.fixture(params=["english", "longer"])
def language(request, monkeypatch):
    class Longer:
        def gettext(self, said):
            return f"{said} {'longer ' * (len(said) // 18)}{'x' * 3}"

        def ngettext(self, one, many, n):
            return self.gettext(one if n == 1 else many)

    if request.param == "longer":
        monkeypatch.setattr(text, "_catalogue", Longer())


def pages(user):
    """The way through all of them, each shown when it is given; the name of each."""
    yield "intro"
    user.press("Continue")
    yield "screening"
    user.press("Yes, at least one")
    yield "a yes and its signs"
    user.press("Continue")
    yield "stop"
    user.press("Show emergency number")
    yield "emergency number"
    user.press("I have been checked by a doctor")
    yield "the day of the check"
    user.press("Yes")
    user.press("Continue")
    user.answer_all()
    yield "program"
    user.press("Continue")
    yield "bridge"
    user.press("No")
    user.press("Continue")
    yield "kit"
    user.press("Red")
    user.press("Continue")
    yield "pain"


@pytest.mark.usefixtures("language")
@pytest.mark.parametrize(("width", "height", "scale"), SIZES)
def test_nothing_is_cut(first_run, theme, qapp, clipped, width, height, scale):
    user = first_run()
    theme.show_look(qapp, dark=False, scale=scale)
    user.window.resize(width, height)

    faults = {name: clipped(user.window) for name in pages(user)}

    assert {name: found for name, found in faults.items() if found} == {}


@pytest.mark.parametrize("stop", [Answer.YES, Answer.UNSURE])
@pytest.mark.parametrize(("width", "height", "scale"), SIZES)
def test_the_page_that_asks_for_a_professional_is_not_cut(
    first_run, theme, qapp, clipped, stop, width, height, scale
):
    theme.show_look(qapp, dark=False, scale=scale)
    user = first_run()
    user.window.resize(width, height)
    user.press("Continue")
    last = user.desk.catalogue.questionnaire.topics[-1].id.replace("-", "_")

    user.answer_all(**{last: stop})

    assert "You answered yes or not sure:" in user.texts
    assert clipped(user.window) == []


def test_on_a_low_window_tab_goes_from_the_text_to_its_answers_then_to_the_ways(first_run):
    user = first_run()
    user.window.resize(960, 640)
    user.press("Continue")
    text_ = user.window.focusWidget()
    assert isinstance(text_, QScrollArea)

    named = []
    for _ in range(3):
        QTest.keyClick(user.window, Qt.Key.Key_Tab)
        named.append(user.window.focusWidget().accessibleName())

    assert named[0].startswith("No, none of these")
    assert named[1:] == ["Why do we ask this?", "Back"]


def test_the_way_on_is_always_as_wide(first_run, theme):
    """It keeps its width while it waits for an answer, when it comes, and from page to page."""
    user = first_run()
    widths = []

    for _ in pages(user):
        ways = user.window.findChildren(Button)
        shown = [b for b in ways if b.isVisible() and b.property("kind") == "primary"]
        widths += [b.width() for b in shown]

    assert set(widths) == {theme.px(176)}
