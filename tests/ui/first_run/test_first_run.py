"""The whole first run: by keys alone, left and resumed, and what it stores."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QApplication,
    QDateEdit,
    QRadioButton,
    QWidget,
)

from hipcoach.core.first_run import FirstRunStep
from hipcoach.core.run import ONE_LEG_BRIDGE, Band, BandKind
from hipcoach.core.screening import Answer


def name(widget):
    """What a screen reader calls it."""
    text = widget.text() if isinstance(widget, QAbstractButton) else ""
    return widget.accessibleName() or text


def tab_to(user, start):
    """Tab until the focus is on what is named so."""
    met = []
    for _ in range(60):
        focus = QApplication.focusWidget()
        if name(focus).startswith(start):
            return
        met.append(name(focus))
        user.key(Qt.Key.Key_Tab)
    raise AssertionError(f"Tab does not reach {start}, only {met}")


def choose(user, start, key=Qt.Key.Key_Space):
    tab_to(user, start)
    user.key(key)


def test_the_whole_first_run_by_keys_alone(first_run, desk):
    user = first_run()
    choose(user, "Continue", Qt.Key.Key_Return)
    for _ in range(7):
        choose(user, "No, none of these")
        choose(user, "Continue", Qt.Key.Key_Return)
    choose(user, "Continue", Qt.Key.Key_Return)  # the preselected program
    choose(user, "No")
    choose(user, "Continue", Qt.Key.Key_Return)
    choose(user, "Red")
    tab_to(user, "Loop")
    user.key(Qt.Key.Key_Right)
    choose(user, "Continue", Qt.Key.Key_Return)
    tab_to(user, "0, no pain")
    user.key(Qt.Key.Key_4)
    choose(user, "Save", Qt.Key.Key_Return)
    diary = desk.diary()
    assert user.told == ["finished"]
    assert [run.program for run in diary.runs] == ["hips-three-twice"]
    assert diary.runs[0].value(ONE_LEG_BRIDGE) is False
    assert diary.settings.bands == (Band(colour="red", kind=BandKind.STRIP),)
    assert diary.settings.intro_read_on == desk.now().date()
    assert [rating.score for rating in diary.pain_ratings] == [4]


def past_screening(user):
    user.press("Continue")
    user.answer_all()


def test_it_goes_on_where_it_was_left(first_run, desk):
    user = first_run()
    assert "Welcome" in user.texts
    assert "Welcome" in first_run().texts
    user.press("Continue")
    assert "Topic 1 of 7" in first_run().texts
    user.answer_all()
    user = first_run()
    assert "Choose a program" in user.texts
    user.press("Continue")
    user.answer(Answer.NO)
    user = first_run()
    assert "Which bands do you own?" in user.texts
    user.press("None of them")
    user.press("Continue")
    user = first_run()
    assert "How strong is your back pain" in user.texts
    user.press("Skip")
    assert user.told == ["finished"]
    assert desk.diary().pain_ratings == ()
    assert desk.diary().settings.bands == ()


def test_one_press_answers_one_page(first_run):
    user = first_run()
    past_screening(user)
    assert "Choose a program" in user.texts
    assert user.window.step is FirstRunStep.PROGRAM


def test_the_intro_says_what_is_not_reviewed(first_run, desk):
    texts = first_run().texts
    for name in ("intro", "disclaimer", "not-reviewed"):
        assert desk.catalogue.texts[name] in texts


@pytest.mark.parametrize("program", range(5))
def test_every_program_shows_its_three_boxes_and_the_honesty_card(first_run, desk, program):
    user = first_run()
    past_screening(user)
    programs = sorted(desk.catalogue.programs.values(), key=lambda found: found.section)
    chosen = programs[program]
    user.press(desk.catalogue.program_names[chosen.id].long)
    shown = user.texts
    for card in (chosen.gives, chosen.saw, chosen.cannot, desk.catalogue.honesty):
        assert all(line.text in shown for line in card.lines)
    user.press("Continue")
    if chosen.id == "hips-three-twice":
        assert "Can you do 6 tidy bridges" in user.texts
    else:
        assert desk.diary().runs[-1].program == chosen.id


def test_going_back_from_the_bridge_keeps_the_program(first_run):
    user = first_run()
    past_screening(user)
    user.press("Continue")
    user.press("Back")
    assert user.chosen()[0].startswith("Three exercises, twice a day")


def test_none_and_a_band_exclude_each_other(first_run, desk):
    user = first_run()
    past_screening(user)
    user.press("Five exercises")
    user.press("Continue")
    assert not user.buttons()["Continue"].isEnabled()
    user.press("None of them")
    user.press("Green")
    assert user.chosen() == ["Green"]
    user.press("None of them")
    assert user.chosen() == ["None of them, the exercises go without a band"]


def controls(window):
    """Everything that the focus can be on; of radio buttons that exclude each other, one."""
    found = [w for w in window.findChildren(QWidget) if isinstance(w, (QAbstractButton, QDateEdit))]
    shown = [w for w in found if w.isVisible() and w.isEnabled()]
    groups = {id(w.parent()): w for w in shown if isinstance(w, QRadioButton)}
    return [w for w in shown if not isinstance(w, QRadioButton)] + list(groups.values())


def tabbed(user):
    """What Tab comes by, once round from the top of the page."""
    met = []
    for _ in range(30):
        focus = QApplication.focusWidget()
        met += [focus] if focus not in met else []  # the day's field has three stops
        user.key(Qt.Key.Key_Tab)
    first = min(met, key=lambda w: _place(user.window, w))
    return [w for w in met[met.index(first) :] + met[: met.index(first)] if not _scrolls(w)]


def _scrolls(widget):
    return isinstance(widget, QAbstractScrollArea)


def _place(window, widget):
    at = widget.mapTo(window, widget.rect().topLeft())
    return _scrolls(widget), at.y() // 8, at.x()


def check_focus(user):
    met = tabbed(user)
    assert all(name(widget) for widget in met)
    in_order = sorted(met, key=lambda w: _place(user.window, w))
    assert [name(w) for w in met] == [name(w) for w in in_order]
    reached = {w.parent() if isinstance(w, QRadioButton) else w for w in met}
    wanted = {w.parent() if isinstance(w, QRadioButton) else w for w in controls(user.window)}
    assert {name(w) for w in wanted} <= {name(w) for w in reached}


def test_every_control_is_reached_by_tab_in_reading_order(first_run):
    user = first_run()
    check_focus(user)
    user.press("Continue")
    check_focus(user)
    user.answer(Answer.YES)
    check_focus(user)
    user.press("I have been checked by a doctor")
    check_focus(user)
    user.press("A day earlier")
    user.answer(Answer.YES)
    user.answer_all(bladder_bowel_feeling=Answer.YES)
    check_focus(user)
    user.press("Continue")
    user.answer(Answer.YES)
    user.press("Red")
    check_focus(user)
    user.press("Continue")
    check_focus(user)
