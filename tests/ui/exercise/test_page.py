"""What the page shows of an exercise, and that everything has room and a name."""

from __future__ import annotations

import gettext

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QSpinBox, QWidget

from hipcoach.core import text
from hipcoach.ui.card import Card
from tests.shots.pseudo import Pseudo

SIZES = [(1280, 800, 1), (960, 640, 1), (640, 480, 1), (1280, 800, 1.5), (1280, 800, 1.75)]
TELLING = (
    "clamshell-band",  # bands, a link, notes
    "single-leg-bridge",  # done instead, a remedy
    "quadruped-hip-extension",  # a long ladder
    "lateral-step-down",  # not in the program
)


@pytest.fixture
def pseudo():
    """A language whose texts are a third longer."""
    text.use(Pseudo())
    yield
    text.use(gettext.NullTranslations())


def test_all_of_an_exercise_is_shown(room, catalogue):
    room.show("clamshell-band")
    clam, shown = catalogue.exercises["clamshell-band"], room.texts
    assert {"Clamshell with a band", "Lying on one side", clam.start, *clam.steps} <= set(shown)
    assert {clam.avoid, clam.easier, *clam.notes} <= set(shown)
    assert {m.mistake for m in clam.mistakes} | {m.cue for m in clam.mistakes} <= set(shown)
    assert {catalogue.texts[name] for name in ("stop-signs", "band-card", "not-reviewed")} <= set(
        shown
    )
    assert "Also called: clam with band, side-lying hip external rotation" in shown
    assert "Side of the hip, deep in the hip, buttock" in shown
    assert {"You are here", "You do not own this band"} <= set(shown)
    assert "Since 2 Nov, the lightest band that you own." in shown
    room.show("quadruped-hip-extension")
    assert {"You are here", "Next step"} <= set(room.texts)


def test_remedies_stand_apart_from_the_mistakes(room):
    room.show("single-leg-bridge")
    shown = room.texts
    assert shown.index("If this happens") < shown.index("Hamstring cramp")
    assert shown.index("Pushing with the arms") < shown.index("If this happens")
    room.show("clamshell-band")
    assert "If this happens" not in room.texts


def test_what_is_done_instead_leads_there(room):
    room.show("single-leg-bridge")
    assert "At your level you do this instead: Bridge on two legs." in room.texts
    room.press("Show: Bridge on two legs")
    assert "Bridge on two legs" in room.texts
    assert room.spin("Sets").value() == 2


def test_an_exercise_of_another_program_has_no_dose_and_no_own_step(room):
    room.show("lateral-step-down")
    assert not [it for it in room.flow.page.findChildren(QSpinBox) if it.isVisible()]
    assert "You are here" not in room.texts
    assert "This exercise is not in your program now." in room.texts


def test_seconds_of_the_own_step_are_said_not_changed(room):
    room.start("hip-plus-trunk-6wk", "yellow")
    room.show("side-plank")
    assert "set by your level" in room.texts
    names = {it.accessibleName() for it in room.flow.page.findChildren(QSpinBox)}
    assert names == {"Sets", "Rest between sets, seconds", "Lift, seconds", "Lower, seconds"}


@pytest.mark.parametrize("exercise", ["dead-bug", "abdominal-brace"])
def test_sides_are_chosen_only_where_one_works_after_the_other(room, exercise):
    room.start("hip-plus-trunk-6wk", "yellow")
    room.show(exercise)
    assert room.button("Left only") is None


def test_a_stretch_of_no_seconds_is_left_out(room):
    room.start("hips-five-hold", "yellow")
    room.show("lateral-step-down")
    names = {it.accessibleName() for it in room.flow.page.findChildren(QSpinBox)}
    assert "Hold, seconds" not in names
    assert {"Lower, seconds", "Push up, seconds", "Pause, seconds"} <= names


@pytest.mark.parametrize(("width", "height", "scale"), SIZES)
def test_every_card_is_as_high_as_it_has_to_be(room, theme, qapp, width, height, scale):
    theme.show_look(qapp, dark=False, scale=scale)
    room.window.resize(width, height)
    room.show("clamshell-band")
    cards = [card for card in room.flow.page.findChildren(Card) if card.isVisible()]
    needed = {type(it).__name__: it.layout().totalHeightForWidth(it.width()) for it in cards}
    shown = {type(it).__name__: it.height() for it in cards}
    theme.show_look(qapp, dark=False, scale=1)
    assert shown == needed


@pytest.mark.parametrize("exercise", TELLING)
@pytest.mark.parametrize(("width", "height", "scale"), SIZES[:-1])
def test_nothing_is_cut(room, theme, qapp, clipped, exercise, width, height, scale):
    theme.show_look(qapp, dark=False, scale=scale)
    room.window.resize(width, height)
    room.show(exercise)
    assert clipped(room.flow.page) == []
    assert room.flow.page.widget().width() <= room.flow.page.viewport().width()


@pytest.mark.parametrize(("width", "height", "scale"), SIZES)
@pytest.mark.usefixtures("pseudo")
def test_longer_texts_are_not_cut(room, theme, qapp, clipped, width, height, scale):
    room.show("clamshell-band")
    room.programs.keep_dose("clamshell-band", {"sets": 3, "hold": 4, "rest": 60})
    room.flow.refresh()
    room.window.resize(width, height)
    theme.show_look(qapp, dark=False, scale=scale)
    assert clipped(room.flow.page) == []
    assert room.flow.page.widget().width() <= room.flow.page.viewport().width()


@pytest.mark.parametrize("exercise", TELLING)
def test_whatever_takes_the_focus_has_a_name(room, exercise):
    room.show(exercise)
    if room.button("Left only"):
        room.step("Sets")
    tab = Qt.FocusPolicy.TabFocus
    inside = [it for it in room.flow.page.findChildren(QWidget) if it.isVisible()]
    stops = [it for it in inside if it.focusPolicy() & tab and it.focusProxy() is None]
    assert len(stops) > 1 or exercise == "lateral-step-down"
    for stop in stops:
        assert QAccessible.queryAccessibleInterface(stop).text(QAccessible.Text.Name), stop
