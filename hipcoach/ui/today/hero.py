"""The main card: what may be done now, and why not more.

It is built anew when what it shows, the text size or the layout changes.
"""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from hipcoach.core.hero_kind import HeroKind
from hipcoach.core.hero_view import HeroView, SlotView
from hipcoach.core.session_card import ExerciseTile as ExerciseView
from hipcoach.core.session_card import SessionCard
from hipcoach.core.text import Message, say, tr
from hipcoach.ui.card import Card
from hipcoach.ui.controls.segmented import Segmented
from hipcoach.ui.icon_view import IconView
from hipcoach.ui.labels import Label
from hipcoach.ui.spread import Spread
from hipcoach.ui.theme import Theme
from hipcoach.ui.today.exercise_tile import ExerciseTile, Tiles
from hipcoach.ui.today.hero_foot import HeroFoot
from hipcoach.ui.today.slot_tile import SlotTile
from hipcoach.ui.tokens import TextStyle

WITH_SLOTS = frozenset({HeroKind.SESSION, HeroKind.EASY_DAY, HeroKind.ALL_DONE})
"""The kinds that go on to tell how the halves of the day stand."""

FACT = TextStyle(size=15, line=20, weight=400)


class Hero(Card):
    """Slots, title, sentences, exercises, kit, and what can be pressed.

    `pressed` tells the action (hero_foot.Action); `stand_in` whether the easy day ends with the
    exercise that stands in.
    """

    pressed = Signal(str)

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, padding=0, spacing=0)
        self._view: HeroView | None = None
        self._picture, self._compact = 0.0, False
        self.stand_in = False
        self._body: QWidget | None = None
        self._tiles: Tiles | None = None
        theme.changed.connect(self._rebuild)

    def show_hero(self, view: HeroView, picture: float, *, compact: bool) -> None:
        """Show what is due, pictures at least so high; in the compact layout slots are chips."""
        if (view, picture, compact) != (self._view, self._picture, self._compact):
            self._view, self._picture, self._compact = view, picture, compact
            self._rebuild()

    @property
    def has_pictures(self) -> bool:
        """Whether it can fill more height: its pictures grow."""
        return self._tiles is not None

    @property
    def has_main(self) -> bool:
        """Whether there is a filled button."""
        return self._body is not None and self._foot.has_main

    def focus_main(self) -> None:
        """Put the focus on the filled button, if there is one."""
        if self._body is not None:
            self._foot.focus_main()

    def _rebuild(self) -> None:
        if self._view is None:
            return
        held = self._body is not None and self._body.isAncestorOf(self.window().focusWidget())
        if self._body is not None:
            self._body.hide()
            self._body.deleteLater()
        self.stand_in = False
        self._body = self._built(self._view)
        self.column.addWidget(self._body)
        if self.isVisible():
            self._settle(self._body)
        if held:
            self.focus_main()

    @staticmethod
    def _settle(body: QWidget) -> None:
        """Show all of it now: what Qt shows later, the page would not be measured by again."""
        for part in body.findChildren(QWidget):
            part.ensurePolished()
            if not part.testAttribute(Qt.WidgetAttribute.WA_WState_ExplicitShowHide):
                part.show()
        body.show()

    def _built(self, view: HeroView) -> QWidget:
        px, body = self._theme.px, QWidget()
        column = QVBoxLayout(body)
        edge = px(20 if self._compact else 24)
        column.setContentsMargins(edge, edge, edge, edge)
        wide = 8 if view.way_back else 14  # a card that says more still fits into the window
        column.setSpacing(px(12 if self._compact else wide))
        slots = view.slots if view.kind in WITH_SLOTS else ()
        if slots and not self._compact:
            column.addLayout(self._slots(slots))
            column.addSpacing(px(6))
        session = view.session if _shows_session(view) else None
        column.addLayout(self._heading(view, slots, session))
        for text, style in _sentences(view):
            column.addWidget(Label(self._theme, say(text), style, wrap=True))
        self._tiles = None
        if session is not None:
            self._add_session(column, session)
        if view.next is not None and not view.can_start:
            column.addWidget(Label(self._theme, say(view.next), colour="ink2", wrap=True))
        self._foot = HeroFoot(self._theme, view, session, compact=self._compact)
        self._foot.pressed.connect(self.pressed)
        if self._foot.holds_anything:
            if not self._compact:
                column.addSpacing(px(4))
                column.addWidget(_line())
            column.addSpacing(px(2))
            column.addWidget(self._foot)
        return body

    def _slots(self, slots: tuple[SlotView, ...]) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(self._theme.px(12))
        for slot in slots:
            row.addWidget(SlotTile(self._theme, slot, chip=False), 1)
        return row

    def _heading(
        self, view: HeroView, slots: tuple[SlotView, ...], session: SessionCard | None
    ) -> Spread:
        """The title, and at its right the facts of the session, or in the compact layout slots."""
        px = self._theme.px
        row = Spread(px(8 if self._compact else 16), px(160))
        row.addWidget(Label(self._theme, say(view.title), "title", wrap=True))
        if self._compact:
            for slot in slots:
                row.addWidget(SlotTile(self._theme, slot, chip=True))
        elif session is not None:
            row.addWidget(self._fact("clock", say(session.minutes)))
            row.addWidget(self._fact("repeat", say(session.dose)))
        return row

    def _fact(self, icon: str, text: str) -> QWidget:
        fact = QWidget()
        row = QHBoxLayout(fact)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(self._theme.px(6))
        row.addWidget(IconView(self._theme, icon, 18, "ink2"))
        row.addWidget(Label(self._theme, text, FACT, "ink2"))
        return fact

    def _add_session(self, column: QVBoxLayout, session: SessionCard) -> None:
        if session.stand_in is not None:
            column.addLayout(self._choice(session.exercises[-1], session.stand_in))
        self._tiles = Tiles()
        gap = self._theme.px(12 if self._compact else 16)
        narrowest = self._theme.px(112 if len(session.exercises) > 3 else 128)
        self._tiles.set_measures(narrowest, gap)
        for exercise in session.exercises:
            self._tiles.addWidget(self._tile(exercise))
        column.addLayout(self._tiles, 1)

    def _tile(self, exercise: ExerciseView) -> ExerciseTile:
        return ExerciseTile(self._theme, exercise, self._picture, compact=self._compact)

    def _choice(self, last: ExerciseView, other: ExerciseView) -> Spread:
        """Which exercise ends the easy day."""
        row = Spread(self._theme.px(12), self._theme.px(120))
        row.addWidget(Label(self._theme, tr("Second exercise"), "label", "ink2", wrap=True))
        names = (tr(last.name), tr(other.name))
        choice = Segmented(self._theme, tr("Second exercise"), names)
        choice.show_part(0)
        choice.changed.connect(lambda part: self._on_chosen(last, other, stand_in=part == 1))
        row.addWidget(choice)
        return row

    def _on_chosen(self, last: ExerciseView, other: ExerciseView, *, stand_in: bool) -> None:
        self.stand_in = stand_in
        if self._tiles is None:
            return
        item = self._tiles.takeAt(self._tiles.count() - 1)
        if item is not None and (old := item.widget()) is not None:
            old.hide()
            old.deleteLater()
        tile = self._tile(other if stand_in else last)
        self._tiles.addWidget(tile)
        tile.show()


def _sentences(view: HeroView) -> Iterator[tuple[Message, str]]:
    """What is said below the title, and its style; the way back stands out where it is due."""
    yield from ((text, "body") for text in view.texts)
    if view.easier_note is not None:
        yield view.easier_note, "body"
    if view.way_back is not None:
        yield view.way_back.text, "body_strong" if view.way_back.emphasised else "body"


def _shows_session(view: HeroView) -> bool:
    return view.can_start or view.extra_allowed or view.left is not None


def _line() -> QFrame:
    line = QFrame()
    line.setProperty("kind", "line")
    return line
