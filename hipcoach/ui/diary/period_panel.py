"""The panel of a flare-up, of days away, or of an illness: when it was, and what for."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QRadioButton, QWidget

from hipcoach.core.document import LATEST
from hipcoach.core.period_form import (
    PeriodForm,
    PeriodKind,
    PeriodPart,
    new_period,
    period_problems,
    period_title,
)
from hipcoach.core.text import say, tr
from hipcoach.ui.controls.note_field import NoteField
from hipcoach.ui.controls.segmented import Segmented
from hipcoach.ui.diary.panel_field import PanelField
from hipcoach.ui.diary.panel_frame import PanelFrame
from hipcoach.ui.diary.period_days import PeriodDays
from hipcoach.ui.labels import Label
from hipcoach.ui.theme import Theme

GAP = 14
"""Pixels at 100 % text between the questions."""

KINDS = tuple(PeriodKind)


class PeriodPanel(PanelFrame):
    """`saved` carries a `PeriodForm`, `deleted` the id of the one that was shown."""

    saved = Signal(object)
    deleted = Signal(str)

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        self._shown = new_period(LATEST)
        self._kind = Segmented(theme, tr("What it was"), [tr("Flare-up"), tr("Away"), tr("Ill")])
        self._days = PeriodDays(theme)
        self._note = NoteField(theme, tr("Note"), lines=2)
        self._why = PanelField(theme, tr("Note"), self._note, marked=(self._note.field,))
        self._going_on = Label(theme, "", "small", "ink2", wrap=True)
        self.body.add(self._kind, self._days, self._why, self._going_on)
        self._kind.changed.connect(self._on_kind)
        self._days.changed.connect(self._on_changed)
        self._note.changed.connect(self._on_changed)
        self.save_asked.connect(self._on_save)
        self.delete_asked.connect(lambda: self.deleted.emit(self._shown.id))
        self._space()
        theme.changed.connect(self._space)

    def show_form(self, form: PeriodForm, today: date) -> None:
        """Ask for days that are not stored yet, or show stored ones, whose kind stays the same."""
        self._shown = form
        self.show_title(say(period_title(form)))
        self.show_delete(tr("Delete") if form.id else "")
        self._kind.setVisible(not form.id)
        self._kind.show_part(KINDS.index(form.kind))
        self._days.show_days(form, today)
        self._note.show_text(form.note)
        self._show_kind()
        self._shown = self.form
        self.begin(self._first())

    @property
    def form(self) -> PeriodForm:
        """The answers as they stand."""
        kind = KINDS[self._kind.part or 0]
        note = "" if kind is PeriodKind.ILL else self._note.text
        first, last = self._days.first, self._days.last
        return replace(self._shown, kind=kind, first=first, last=last, note=note)

    def is_changed(self) -> bool:
        """Whether anything but the kind was answered; that alone is no work to lose."""
        return self.form != replace(self._shown, kind=self.form.kind)

    def _first(self) -> QWidget:
        """What has the focus first: the kind that holds, where it is asked, or else the day."""
        parts = self._kind.findChildren(QRadioButton)
        chosen = next(part for part in parts if part.isChecked())
        return self._days.first_field if self._shown.id else chosen

    def _on_kind(self) -> None:
        self._days.show_kind(self.form.kind)
        self._show_kind()
        self._on_changed()

    def _show_kind(self) -> None:
        """What is asked about these days."""
        kind = self.form.kind
        name, aside = {
            PeriodKind.FLARE: (tr("What may have set it off?"), tr("if you know")),
            PeriodKind.AWAY: (tr("What for?"), tr("if you like")),
            PeriodKind.ILL: ("", ""),
        }[kind]
        self._why.show_name(name, aside)
        self._note.field.setAccessibleName(f"{name} {aside}".strip())
        self._why.setVisible(kind is not PeriodKind.ILL)
        self._show_going_on(kind)

    def _show_going_on(self, kind: PeriodKind) -> None:
        """Where to note what is not over yet: there the warning list comes first."""
        told = {
            PeriodKind.FLARE: tr("If it still goes on, note it on Today instead."),
            PeriodKind.AWAY: "",
            PeriodKind.ILL: tr("If you are still ill, note it on Today instead."),
        }[kind]
        self._going_on.setText(told)
        self._going_on.setVisible(bool(told) and not self._shown.id)

    def _on_changed(self) -> None:
        self.clear_told()
        self._show_problems(self.form, told=False)

    def _on_save(self) -> None:
        form = self.form
        if not self._show_problems(form, told=True):
            self.saved.emit(form)

    def _show_problems(self, form: PeriodForm, *, told: bool) -> bool:
        """Say what is wrong beside its field, or take it back; whether anything is."""
        problems = period_problems(form) if told else {}
        fields = {PeriodPart.NOTE: self._why, **self._days.fields}
        for part, field in fields.items():
            field.show_problem(say(problems[part]) if part in problems else "")
        return bool(problems)

    def _space(self) -> None:
        self.body.box.setSpacing(self.theme.px(GAP))
