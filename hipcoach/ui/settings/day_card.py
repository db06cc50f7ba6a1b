"""The user's day: when sessions are meant to be, where weeks begin, and how much is shown."""

from __future__ import annotations

from datetime import time

from PySide6.QtCore import Signal

from hipcoach.core.day_names import weekday
from hipcoach.core.low_focus import A_MONDAY
from hipcoach.core.run import NOON_TURN, Settings
from hipcoach.core.schedule import DAY
from hipcoach.core.session import Slot
from hipcoach.core.text import say, tr
from hipcoach.ui.buttons import Button
from hipcoach.ui.controls.drop_down import DropDown
from hipcoach.ui.controls.switch import Switch
from hipcoach.ui.settings.card import SettingsCard
from hipcoach.ui.settings.slot_time import SlotTime
from hipcoach.ui.theme import Theme

MORNING_ENDS, DAY_ENDS = time(13, 59), time(23, 59)
USUAL = {Slot.MORNING: time(7, 30), Slot.EVENING: time(18, 30)}
"""The times to begin with, to be changed at once."""


class DayCard(SettingsCard):
    """Tells what was chosen: a slot with its time or None, a weekday from 1 for Monday or None."""

    slot_chosen = Signal(Slot, object)
    weekday_chosen = Signal(object)
    low_focus_chosen = Signal(bool)
    hints_chosen = Signal(bool)
    hints_asked_again = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, "sun", tr("Your day"))
        self._slots = {
            Slot.MORNING: self._slot(
                Slot.MORNING,
                tr("Morning session at"),
                tr("before 14:00; from then on it is evening"),
                tr("Not saved: the morning session is before 14:00."),
            ),
            Slot.EVENING: self._slot(
                Slot.EVENING,
                tr("Evening session at"),
                tr("from 14:00 on; before that it is morning"),
                tr("Not saved: the evening session is at 14:00 or later."),
            ),
        }
        self._add_week()
        self._add_focus()

    def show_settings(self, settings: Settings) -> None:
        """The choices as they are."""
        self._slots[Slot.MORNING].show_time(settings.morning_at)
        self._slots[Slot.EVENING].show_time(settings.evening_at)
        self._week.show_choice(settings.first_weekday or 0)
        self._low_focus.show_on(settings.low_focus)
        self._hints.show_on(settings.hints)

    def _slot(self, slot: Slot, name: str, hint: str, wrong: str) -> SlotTime:
        ends = (time(0), MORNING_ENDS) if slot is Slot.MORNING else (NOON_TURN, DAY_ENDS)
        made = SlotTime(self._theme, name, *ends, USUAL[slot], wrong)
        self.add_row(name, made, hint, tr("time clock slot when"), below=made.why)
        made.chosen.connect(lambda at: self.slot_chosen.emit(slot, at))
        return made

    def _add_week(self) -> None:
        name = tr("Calendars begin on")
        days = [say(weekday(A_MONDAY + n * DAY)) for n in range(7)]
        self._week = DropDown(self._theme, name, [tr("Usual in your region"), *days])
        self.add_row(name, self._week, words=" ".join((tr("first day of the week"), *days)))
        self._week.chosen.connect(lambda index: self.weekday_chosen.emit(index or None))

    def _add_focus(self) -> None:
        low_focus, hints = tr("Low-focus mode"), tr("First-time hints")
        again = tr("Show all hints again")
        self._low_focus, self._hints = Switch(self._theme, low_focus), Switch(self._theme, hints)
        self._again = Button(self._theme, again, size="small")
        hint = tr("charts stay closed until the weekly look")
        self.add_row(low_focus, self._low_focus, hint, tr("trend chart pain focus"))
        self.add_row(hints, self._hints, words=tr("tips help"))
        self.add_row(tr("Hints that were read"), self._again, words=tr("tips help"))
        self._low_focus.toggled.connect(self.low_focus_chosen)
        self._hints.toggled.connect(self.hints_chosen)
        self._again.clicked.connect(self.hints_asked_again)
