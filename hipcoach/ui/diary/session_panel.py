"""The panel of a session that was done without the app."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, date, datetime, time

from PySide6.QtCore import Qt, Signal

from hipcoach.core.document import EARLIEST
from hipcoach.core.moment import Local, moved_to
from hipcoach.core.review_scales import effort_scale
from hipcoach.core.session_entry import SessionEntry, SessionForm, as_asked
from hipcoach.core.text import say, tr
from hipcoach.ui.controls.note_field import NoteField
from hipcoach.ui.controls.score_scale import ScoreScale
from hipcoach.ui.diary.panel_field import PanelField
from hipcoach.ui.diary.panel_frame import PanelFrame
from hipcoach.ui.diary.session_rows import SessionRows
from hipcoach.ui.diary.when_fields import WhenFields
from hipcoach.ui.labels import Label
from hipcoach.ui.theme import Theme

GAP = 12
"""Pixels at 100 % text between the questions."""

NOTHING = SessionEntry(at=datetime.combine(EARLIEST, time.min, UTC), done=())
"""What is shown before the first form."""


class SessionPanel(PanelFrame):
    """`saved` carries a `SessionEntry`, `deleted` the id of the one that was shown.

    `day_changed`: another day was entered, and `show_day` is to follow with its exercises.
    `texts` are the catalogue's; `local` gives an entered time its offset.
    """

    saved = Signal(object)
    deleted = Signal(str)
    day_changed = Signal(date)

    def __init__(
        self, theme: Theme, texts: Mapping[str, str], local: Local = datetime.astimezone
    ) -> None:
        super().__init__(theme)
        self._local = local
        self._before = self._shown = NOTHING
        self._when = WhenFields(theme)
        self._dated = PanelField(theme, "", self._when, marked=self._when.boxes[1:])
        self._rows = SessionRows(theme)
        self._what = PanelField(theme, tr("What you did"), self._rows)
        asked = effort_scale(texts)
        low, high = say(asked.lowest), say(asked.highest)
        question, like = say(asked.question), tr("if you like")
        self._effort = ScoreScale(theme, question, joined=True, tight=True, low=low, high=high)
        self._note = NoteField(theme, tr("Note, if you like"))
        self._asked = (
            self._what,
            PanelField(theme, question, self._effort, aside=like),
            PanelField(theme, tr("Note"), self._note, aside=like),
        )
        none = tr("No program was under way on this day. Choose another day.")
        self._none = Label(theme, none, "small", "ink2", wrap=True)
        self.body.add(self._dated, self._none, *self._asked)
        self._connect()
        self._space()
        theme.changed.connect(self._space)

    def show_form(self, form: SessionForm | None, entry: SessionEntry, today: date) -> None:
        """Ask for a session, prefilled with `entry` (`as_asked`), or show one that is stored.

        `form` None: no program was under way on that day.
        """
        self._before = entry
        self.show_title(tr("Change this session") if entry.id else tr("Session without the app"))
        self.show_delete(tr("Delete") if entry.id else "")
        self._when.show_when(entry.at.date(), entry.at.time(), today)
        self._effort.show_score(entry.effort)
        self._note.show_text(entry.note)
        self._rows.show_exercises(form.exercises if form else (), entry.done)
        self._show_program(form)
        self._shown = self._entry
        self._dated.show_problem("")
        self._what.show_problem("")
        self.begin(self._when if entry.id or not form else self._rows)

    def show_day(self, form: SessionForm | None) -> None:
        """The exercises of the day that was entered; the same ones keep what was answered."""
        asked = form.exercises if form else ()
        if not self._rows.asks(asked):
            done = as_asked(form, self._before.at).done if form else ()
            self._rows.show_exercises(asked, done)
            self.order_tabs()
        self._show_program(form)
        self._on_changed()

    def is_changed(self) -> bool:
        """Whether anything was entered or ticked."""
        return self._when.at is None or self._entry != self._shown

    @property
    def _entry(self) -> SessionEntry:
        """What is entered; at the time it had while another one is not whole."""
        before, stored = self._before, bool(self._before.id)
        clock = self._when.at or before.at.time().replace(second=0, microsecond=0)
        return replace(
            before,
            at=moved_to(before.at, self._when.day, clock, self._local, stored=stored),
            done=self._rows.done,
            effort=self._effort.score,
            note=self._note.text,
        )

    def _connect(self) -> None:
        self._when.changed.connect(self._on_changed)
        self._when.day_changed.connect(self.day_changed)
        self._rows.changed.connect(self._on_changed)
        self._rows.opened.connect(self.order_tabs)
        self._effort.chosen.connect(self._on_changed)
        self._note.changed.connect(self._on_changed)
        self.save_asked.connect(self._on_save)
        self.delete_asked.connect(lambda: self.deleted.emit(self._before.id))

    def _show_program(self, form: SessionForm | None) -> None:
        """Whose exercises these are; without a program there is nothing to save."""
        self._none.setVisible(form is None)
        for part in self._asked:
            part.setVisible(form is not None)
        self._what.show_name(tr("What you did"), say(form.program) if form else "")
        self.foot.save.setEnabled(form is not None)

    def _on_changed(self) -> None:
        """What was told holds no longer."""
        self.clear_told()
        self._dated.show_problem("")
        self._what.show_problem("")

    def _on_save(self) -> None:
        entry = self._entry
        if self._when.at is None:
            self._dated.show_problem(tr("Write the time as in 18:30."))
        elif not entry.done:
            self._what.show_problem(tr("Tick at least one exercise."))
        elif not self._note.fits:
            self._note.field.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.saved.emit(entry)

    def _space(self) -> None:
        self.body.box.setSpacing(self.theme.px(GAP))
