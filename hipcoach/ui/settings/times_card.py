"""The seconds between the sets."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal

from hipcoach.core.run import Settings, Times
from hipcoach.core.text import tr
from hipcoach.ui.buttons import Button
from hipcoach.ui.controls.stepper import Stepper
from hipcoach.ui.labels import Label
from hipcoach.ui.settings.card import SettingsCard
from hipcoach.ui.theme import Theme

LOW, HIGH = 3, 180
"""Seconds that are offered; a longer time that is stored already stays offered."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Time:
    """A field of `Times` as a row: its name, what it is for, and the seconds of a step."""

    field: str
    name: str
    hint: str = ""
    step: int = 1


class TimesCard(SettingsCard):
    """`changed` tells a field of `Times` and its seconds, `reset` that all are as they came."""

    changed = Signal(str, int)
    reset = Signal()

    def __init__(self, theme: Theme) -> None:
        words = tr("seconds pause player")
        super().__init__(theme, "clock", tr("Between the sets"), words)
        told = tr("In force from your next session on.")
        self.add_widget(Label(theme, told, "small", "ink2", wrap=True))
        self._steppers = {row.field: self._stepper(row) for row in _rows()}
        self._reset = Button(theme, tr("Back to the usual"), icon="rotate-ccw", size="small")
        self.add_row(tr("All these times"), self._reset, words=tr("reset default"))
        self._reset.clicked.connect(self.reset)

    def show_settings(self, settings: Settings) -> None:
        """The times as they are."""
        for field, stepper in self._steppers.items():
            seconds = round(getattr(settings.times, field))
            stepper.show_range(LOW, max(HIGH, seconds))
            stepper.show_value(seconds, usual=round(getattr(Times(), field)))
        is_changed = settings.times != Times()
        if not is_changed and self._reset.hasFocus():
            next(iter(self._steppers.values())).setFocus(Qt.FocusReason.OtherFocusReason)
        self._reset.setEnabled(is_changed)

    def _stepper(self, row: _Time) -> Stepper:
        name = tr("{name}, seconds", name=row.name)
        made = Stepper(self._theme, name, LOW, HIGH, step=row.step, unit=tr(" s"))
        self.add_row(row.name, made, row.hint)
        made.changed.connect(lambda seconds: self.changed.emit(row.field, seconds))
        return made


def _rows() -> tuple[_Time, ...]:
    """The times in the order in which a session needs them."""
    return (
        _Time(
            field="prepare_far",
            name=tr("Get in position at the start"),
            hint=tr("the first exercise, and between floor and standing"),
            step=5,
        ),
        _Time(
            field="prepare_near",
            name=tr("Get in position, another posture"),
            hint=tr("as from lying on one side to hands and knees"),
        ),
        _Time(field="prepare_same", name=tr("Get in position, same posture")),
        _Time(field="switch_over", name=tr("Switch sides, turning over")),
        _Time(field="switch", name=tr("Switch sides, without turning")),
        _Time(field="rest", name=tr("Rest between sets"), step=5),
        _Time(
            field="more",
            name=tr("More time"),
            hint=tr("what the button adds while you get in position"),
            step=5,
        ),
    )
