"""The panel of a pain rating: when, how strong, and what else there is to say about it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime

from PySide6.QtCore import Signal

from hipcoach.core.pain import Place
from hipcoach.core.rating_form import (
    OURS,
    RatingField,
    RatingForm,
    form_problem,
    is_of_today,
    moved,
    new_form,
    retagged,
)
from hipcoach.core.text import say, tr
from hipcoach.ui.box import Box
from hipcoach.ui.buttons import Button
from hipcoach.ui.controls.check_box import CheckBox
from hipcoach.ui.controls.note_field import NoteField
from hipcoach.ui.diary.more_fields import MoreFields
from hipcoach.ui.diary.panel_field import PanelField
from hipcoach.ui.diary.panel_frame import PanelFrame
from hipcoach.ui.diary.score_field import ScoreField
from hipcoach.ui.diary.when_fields import WhenFields
from hipcoach.ui.diary.where_field import WhereField
from hipcoach.ui.labels import Label
from hipcoach.ui.theme import Theme

GAP = 14
"""Pixels at 100 % text between the questions."""

NOTHING_YET = new_form(datetime(2000, 1, 1, tzinfo=UTC), can_flare=False)


class RatingPanel(PanelFrame):
    """`saved` carries the `RatingForm`, `deleted` the id of the rating that is shown.

    `flare_asked` carries the form to be saved before, or None where nothing was answered. `local`
    gives a time of day without an offset the one that holds at this place.
    """

    saved = Signal(object)
    deleted = Signal(str)
    flare_asked = Signal(object)

    def __init__(
        self, theme: Theme, local: Callable[[datetime], datetime] = datetime.astimezone
    ) -> None:
        super().__init__(theme)
        self._local, self._shown = local, NOTHING_YET
        self._when, self._score, self._where = (
            WhenFields(theme),
            ScoreField(theme),
            WhereField(theme),
        )
        self._ache = CheckBox(theme, tr("Muscle ache (buttock or thigh)"))
        self._ours = Label(theme, "", "small", "ink2", wrap=True)
        self._note, self._more = NoteField(theme, tr("Note")), MoreFields(theme)
        self._flare = Button(
            theme, tr("This is a flare-up"), "quiet-careful", icon="flag", size="small"
        )
        self._fields = self._make_fields(theme)
        self._lay_out()
        self._listen()
        self._space()

    def show_form(self, form: RatingForm) -> None:
        """Ask for a new rating, or show one that is in the diary."""
        self._shown = form
        self.show_title(say(form.title))
        self.show_delete(tr("Delete") if form.id else "")
        self._when.show_when(form.at.date(), form.at.time(), form.today)
        self._score.show_score(form.score)
        self._score.show_kind(form.kind, now=is_of_today(form))
        self._where.show_places(form.places)
        self._ache.show_on(form.ache)
        self._note.show_text(form.note)
        self._more.show_more(form.medicine, form.tags)
        self._ours.setText(", ".join(say(OURS[tag]) for tag in form.ours))
        self._ours.setVisible(bool(form.ours))
        self._follow()
        self.begin(self._score.scale)

    @property
    def form(self) -> RatingForm:
        """The answers as they stand; at the time that was shown while what is typed is none."""
        given = replace(
            self._shown,
            kind=self._score.kind,
            score=self._score.score,
            places=self._places(),
            ache=self._ache.isChecked(),
            medicine=self._more.medicine,
            note=self._note.text,
        )
        at = self._when.at
        timed = given if at is None else moved(given, self._when.day, at, self._local)
        return retagged(timed, self._more.tags)

    def is_changed(self) -> bool:
        """Whether anything was answered that is not saved."""
        return self._when.at is None or self.form != self._shown

    def show_field_problem(self, field: RatingField, told: str) -> None:
        """Say beside a field why the rating was not saved, with the focus on it."""
        for name, place in self._fields.items():
            place.show_problem(told if name is field else "")

    def _make_fields(self, theme: Theme) -> dict[RatingField, PanelField]:
        like, note = tr("if you like"), self._note
        return {
            RatingField.WHEN: PanelField(theme, "", self._when, marked=self._when.boxes),
            RatingField.SCORE: PanelField(theme, "", self._score, marked=(self._score.scale,)),
            RatingField.NOTE: PanelField(theme, tr("Note"), note, aside=like, marked=(note.field,)),
            **self._more.fields,
        }

    def _lay_out(self) -> None:
        fields, seen = self._fields, tr("seen from behind")
        where = PanelField(self.theme, tr("Where?"), self._where, aside=seen)
        head = Box(self.theme, spacing=6)
        head.add(fields[RatingField.WHEN], self._ours, fields[RatingField.SCORE])
        self.body.add(head, where, self._ache, fields[RatingField.NOTE], self._more)
        self.foot.add_aside(self._flare)

    def _listen(self) -> None:
        for part in (self._when, self._score, self._where, self._note, self._more):
            part.changed.connect(self._on_changed)
        self._ache.toggled.connect(self._on_changed)
        self._more.opened.connect(self.order_tabs)
        self._flare.clicked.connect(self._on_flare)
        self.save_asked.connect(self._on_save)
        self.delete_asked.connect(lambda: self.deleted.emit(self._shown.id))
        self.theme.changed.connect(self._space)

    def _places(self) -> tuple[Place, ...]:
        """The areas that are ticked, in the order that is stored where they are the same."""
        ticked, stored = self._where.places, self._shown.places
        return stored if set(ticked) == set(stored) else ticked

    def _on_changed(self) -> None:
        self.clear_told()
        for field in self._fields.values():
            field.show_problem("")
        self._follow()

    def _follow(self) -> None:
        """What depends on the day: an earlier one has no "now", and begins no flare-up."""
        form = self.form
        self._score.show_kind(form.kind, now=is_of_today(form))
        self._flare.setVisible(form.can_flare and is_of_today(form))

    def _on_save(self) -> None:
        if self._fits():
            self.saved.emit(self.form)

    def _on_flare(self) -> None:
        if not self.is_changed():
            self.flare_asked.emit(None)
        elif self._fits():
            self.flare_asked.emit(self.form)

    def _fits(self) -> bool:
        """Whether the form can be kept as far as it knows itself; what is wrong is said."""
        if self._when.at is None:
            self.show_field_problem(RatingField.WHEN, tr("Write the time as in 18:10."))
            self._when.show_no_time()
            return False
        problem = form_problem(self.form, self._shown)
        if problem:
            self.show_field_problem(problem.field, say(problem.text))
        return problem is None

    def _space(self) -> None:
        self.body.box.setSpacing(self.theme.px(GAP))
