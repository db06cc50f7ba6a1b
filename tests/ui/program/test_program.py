"""The programs at work: looked at, changed, taken back, and at their end."""

from __future__ import annotations

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget

from hipcoach.core.pain import PainRating
from hipcoach.core.run import KEPT, ONCE_A_DAY, ONE_LEG_BRIDGE, Band, Settings
from hipcoach.core.screening import Answer
from hipcoach.core.text import say
from hipcoach.core.told import told
from hipcoach.journeys.programs import Programs
from hipcoach.journeys.screener import Screener
from hipcoach.store.errors import NotSaved
from hipcoach.ui.buttons import Button

SHIFT = Qt.KeyboardModifier.ShiftModifier
FIVE = "Five exercises with holds"


def filled(user):
    """The filled buttons that are shown."""
    shown = [b for b in user.window.findChildren(Button) if b.isVisible()]
    return [b.accessibleName() for b in shown if b.property("kind") == "primary"]


def test_it_opens_at_the_own_program_which_has_no_filled_button(user):
    user.flow.show()
    assert user.focused.startswith("Three exercises, twice a day, Your program: 3 exercises")
    assert "Your program, week 1" in user.texts
    assert "Under way since 2 Nov 2026" in user.texts
    assert filled(user) == []


@pytest.mark.parametrize("place", range(5))
def test_every_card_has_its_boxes_the_honesty_and_the_origin_of_each_sentence(user, place):
    user.flow.show()
    for _ in range(place):
        user.key(Qt.Key.Key_Down)
    catalogue = user.desk.catalogue
    programs = sorted(catalogue.programs.values(), key=lambda program: program.section)
    chosen, shown = programs[place], user.texts.lower()
    for card in (chosen.gives, chosen.saw, chosen.cannot, catalogue.honesty):
        for part in told(card, catalogue):
            assert all(say(line).lower() in shown for line in part.lines)
            assert say(part.origin).lower() in shown
    assert ("Once a day instead" in user.buttons()) == (chosen.id == "hips-three-twice")
    assert user.run.program == "hips-three-twice"  # looking changes nothing


def test_the_three_boxes_are_of_one_width_and_height(user):
    user.flow.show()
    boxes = [b for b in user.window.findChildren(QWidget) if type(b).__name__ == "ToldBox"]
    first, second, third, _honesty = (b.size() for b in boxes if b.isVisible())
    assert first.height() == second.height() == third.height()
    widths = (first.width(), second.width(), third.width())
    assert max(widths) - min(widths) <= 1


def test_once_a_day_holds_at_once_and_is_taken_back(user):
    user.flow.show()
    user.press("Once a day instead")
    assert user.run.value(ONCE_A_DAY) is True
    assert "6 weeks, once a day" in user.texts
    assert user.focused == "Once a day instead"
    assert user.bars == [""]  # a bar would cover the switch
    user.last.take_back()
    assert user.run.changes[-1].what != ONCE_A_DAY
    assert "6 weeks, twice a day" in user.texts
    assert not user.buttons()["Once a day instead"].isChecked()


def test_a_switch_that_a_full_disk_refused_stands_as_it_is_stored(user, qtbot):
    user.flow.show()
    user.disk.full = True
    with qtbot.capture_exceptions() as raised:
        user.press("Once a day instead")
    assert [type(error) for _, error, _ in raised] == [NotSaved]
    assert user.run.value(ONCE_A_DAY) is None
    assert not user.buttons()["Once a day instead"].isChecked()


def test_a_row_opens_the_exercise_and_has_the_focus_again_afterwards(user):
    user.flow.show()
    user.press("Heel lift on hands and knees")
    assert user.told == ["quadruped-hip-extension"]
    user.window.add_page("elsewhere", Button(user.flow._theme, "Elsewhere"))
    user.window.show_page("elsewhere")
    Programs(user.desk).keep_dose("quadruped-hip-extension", {"sets": 3})
    user.flow.show()
    assert user.focused.startswith("Heel lift on hands and knees, 3 sets of 12–15 reps")
    assert user.focused.endswith("changed by you")
    assert "Changed: 3 sets" in user.texts
    assert "As the program has it: 2 sets" in user.texts


def test_the_change_is_told_before_it_is_made_and_can_be_taken_back(user):
    before = user.run
    user.flow.show()
    user.press(FIVE, "Change to this program")
    assert user.window.shown == "program-change"
    assert "“Three exercises, twice a day” ends today, in week 1." in user.texts
    assert "Before you start" not in user.texts
    assert "Today is the new day 0." in user.texts
    assert "Heel lift on hands and knees starts" in user.texts
    assert user.run == before
    user.press("Back")
    assert user.window.shown == "program"
    assert user.focused == "Change to this program"
    user.press("Change to this program", "Change to this program")
    assert user.told == ["started"]
    assert user.run.program == "hips-five-hold"
    assert user.desk.diary().run(before.id).ended_on == user.clock.at.date()
    user.last.take_back()
    assert user.run == before
    assert user.desk.diary().runs == (before,)


def test_without_a_program_one_is_started_after_what_has_to_be_asked(user):
    run = user.run
    user.desk.store.runs.delete(run.id)
    user.desk.store.settings.put(Settings())
    user.flow.show()
    assert filled(user) == ["Start this program"]
    user.press("Start this program")
    assert "Can you do 6 tidy bridges" in user.texts
    user.press("Yes", "Continue", "Back")
    assert "Can you do 6 tidy bridges" in user.texts
    user.press("Yes", "Continue", "Red", "Start this program")
    assert user.told == ["started"]
    assert user.run.value(ONE_LEG_BRIDGE) is True
    assert user.desk.diary().settings.bands == (Band(colour="red"),)


def test_where_nothing_has_to_be_asked_it_starts_at_once(user):
    Programs(user.desk).pause()
    user.clock.at += timedelta(days=1)
    user.flow.show()
    user.press(FIVE, "Start this program")
    assert user.told == ["started"]
    assert user.run.program == "hips-five-hold"


@pytest.mark.parametrize("weeks", [5, 6])
def test_the_end_is_told_once_the_weeks_are_over(user, weeks):
    user.clock.at += timedelta(weeks=weeks)
    user.flow.show()
    assert ("The 6 weeks are over" in user.texts) == (weeks == 6)


def test_the_end_says_that_little_changed(user, clipped):
    for day in (*range(7), *range(36, 43)):
        at = user.clock.at + timedelta(days=day)
        user.desk.store.pain_ratings.add(PainRating(at=at, score=4))
    user.clock.at += timedelta(weeks=6)
    user.flow.show()
    assert user.desk.catalogue.texts["no-change"] in user.texts
    assert clipped(user.flow._made()) == []


def test_it_is_kept_past_its_end(user):
    user.clock.at += timedelta(weeks=6)
    user.flow.show()
    user.press("Keep it as it is")
    assert user.run.value(KEPT) is True
    assert "The 6 weeks are over" not in user.texts
    assert "Your program, week 7" in user.texts
    assert user.focused.startswith("Three exercises")
    user.last.take_back()
    assert "The 6 weeks are over" in user.texts


def test_it_is_paused_at_its_end(user):
    user.clock.at += timedelta(weeks=6)
    user.flow.show()
    user.press("Pause")
    assert user.run is None
    assert filled(user) == ["Start this program"]
    user.last.take_back()
    assert user.run is not None
    assert "The 6 weeks are over" in user.texts


def test_another_one_is_looked_at_at_its_end(user):
    user.clock.at += timedelta(weeks=6)
    user.flow.show()
    user.press("Another program")
    assert user.focused.startswith(FIVE)
    assert filled(user) == ["Change to this program"]


def test_no_program_starts_while_a_warning_sign_is_open(user):
    item = user.desk.catalogue.questionnaire.topics[0].items[0].id
    Screener(user.desk).keep({item: Answer.YES}, {})
    user.flow.show()
    user.press(FIVE)
    assert filled(user) == []
    assert "No program starts while a warning sign is open." in user.texts


def test_the_bands_are_asked_for(user):
    user.flow.show()
    user.press("Your bands")
    assert user.told == ["kit"]


def test_what_is_known_of_another_program_is_read_with_the_keys(user):
    user.flow.show()
    user.key(Qt.Key.Key_Down)
    user.key(Qt.Key.Key_Tab)
    assert user.focused == FIVE
    bar = QApplication.focusWidget().verticalScrollBar()
    user.key(Qt.Key.Key_PageDown)
    assert bar.value() > 0
    user.key(Qt.Key.Key_Tab)
    assert user.focused.startswith("Clamshell without a band")


def test_the_foot_stays_in_view_where_the_window_is_low(user):
    user.clock.at += timedelta(weeks=6)
    user.window.resize(960, 640)
    user.flow.show()
    user.work_off()
    assert user.flow._page.verticalScrollBar().maximum() == 0
    switch = user.buttons()["Once a day instead"]
    assert user.window.rect().contains(switch.mapTo(user.window, switch.rect().bottomRight()))


def test_with_large_text_the_card_begins_in_view_below_the_tiles(user, theme, qapp):
    theme.show_look(qapp, dark=False, scale=1.5)
    user.window.resize(1280, 800)
    user.flow.show()
    user.press(FIVE)
    card = user.flow._page._card
    top = card.mapTo(user.window, card.rect().topLeft()).y()
    theme.show_look(qapp, dark=False, scale=1)
    assert top < 600


def test_tab_goes_in_reading_order_and_every_stop_has_a_name(user):
    user.clock.at += timedelta(weeks=6)
    user.flow.show()
    user.flow._page.focus_on("keep")
    names = []
    for _ in range(9):
        names.append(user.focused.split(",")[0])
        user.key(Qt.Key.Key_Tab)
    assert names == [
        "Keep it as it is",
        "Another program",
        "Pause",
        "Three exercises",
        "Your bands",
        "Clamshell with a band",
        "Heel lift on hands and knees",
        "Bridge on one leg",
        "Once a day instead",
    ]
    user.key(Qt.Key.Key_Backtab, SHIFT)
    assert QApplication.focusWidget() is not None


def test_tab_goes_from_another_program_into_its_card(user):
    user.flow.show()
    user.key(Qt.Key.Key_Down)
    assert user.focused.startswith(FIVE)
    user.key(Qt.Key.Key_Tab)
    assert user.focused == FIVE
    user.key(Qt.Key.Key_Tab)
    assert user.focused.startswith("Clamshell without a band")
    user.key(Qt.Key.Key_Backtab, SHIFT)
    user.key(Qt.Key.Key_Backtab, SHIFT)
    assert user.focused.startswith(f"{FIVE}, ")


def test_esc_leaves_the_steps_to_another_program_one_by_one(user):
    user.flow.show()
    user.press("Three weeks with a band", "Change to this program")
    user.key(Qt.Key.Key_Escape)
    assert user.window.shown == "program"
    assert user.focused == "Change to this program"
    assert user.run.program == "hips-three-twice"
