"""The Program page: the programs, and the card of the one that is looked at."""

from __future__ import annotations

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from hipcoach.core.program_view import ProgramsView
from hipcoach.core.text import tr
from hipcoach.ui.box import ACROSS, DOWN, Box
from hipcoach.ui.labels import Label
from hipcoach.ui.program.end_card import EndCard
from hipcoach.ui.program.program_card import ProgramCard
from hipcoach.ui.program.program_list import ProgramList
from hipcoach.ui.scroll import Scroll
from hipcoach.ui.tab_order import follow_parts
from hipcoach.ui.theme import Theme
from hipcoach.ui.today.size_class import EDGES, SizeClass, size_class

LIST = {SizeClass.FULL: 340, SizeClass.COMPACT: 272}
GAP = 20
"""Pixels at 100 % text: the list's width, and the room between the cards."""


class ProgramPage(Scroll):
    """Shows what it is given and tells what was pressed; looking at a program changes nothing.

    `looked_at` is the id of the program whose card is shown; with it comes `change_asked`.
    """

    exercise_asked = Signal(str)
    kit_asked = Signal()
    once_chosen = Signal(bool)
    change_asked = Signal(str)
    kept = Signal()
    paused = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        self.looked_at = ""
        self._view: ProgramsView | None = None
        self._end: EndCard | None = None
        self._card: ProgramCard | None = None
        self._title = Label(theme, tr("Program"), "page", wrap=True)
        self._list = ProgramList(theme)
        self._row = Box(theme, across=True, spacing=GAP)
        self._row.add(self._list)
        self.column.addWidget(self._title)
        self.column.addWidget(self._row, 1)
        self._list.chosen.connect(self.look_at)
        theme.changed.connect(self._arrange)
        self._arrange()

    def show_programs(self, view: ProgramsView, looked_at: str = "") -> None:
        """Show the programs; `looked_at` is the one to look at, "" for the same as before."""
        if view != self._view or looked_at not in {"", self.looked_at}:
            ids = [facts.id for facts in view.programs]
            self.looked_at = looked_at or self.looked_at or view.running or ids[0]
            self._view = view
            self.show_again()

    def show_again(self) -> None:
        """Show what is shown as it is stored."""
        view = self._view
        assert view is not None
        held = self._held()
        self._list.show_programs(view, self.looked_at)
        self._show_end(view)
        self._show_card(view)
        self._arrange()
        if held is not None:
            self.focus_on(held)

    def look_at(self, program: str) -> None:
        """Show the card of this program."""
        if self._view is not None:
            self.show_programs(self._view, program)

    def focus_on(self, part: str = "") -> None:
        """Put the focus on a part by its name: an exercise's id, "main", "once", "keep".

        Where there is none, on the program that is looked at.
        """
        made = [made for made in (self._card, self._end) if made and part]
        found = [inside for it in made if (inside := it.findChild(QWidget, part))]
        focused = next(iter(found), self._list.tile(self.looked_at))
        focused.setFocus()
        if (card := self._card) is not None:  # once the page has the height that it will have
            QTimer.singleShot(0, focused, lambda: card.bring_up(focused))

    def _show_end(self, view: ProgramsView) -> None:
        run = view.run
        _take_away(self._end)
        self._end = None
        if run is not None and run.over is not None:
            self._end = EndCard(self._theme, run.over, run.advice)
            self._end.kept.connect(self.kept)
            self._end.paused.connect(self.paused)
            self._end.another_asked.connect(self._on_another_asked)
            self.column.insertWidget(1, self._end)
            self._end.show()

    def _show_card(self, view: ProgramsView) -> None:
        place = self._card.place if self._card else ("", 0)
        _take_away(self._card)
        self._card = card = ProgramCard(self._theme, view, self.looked_at)
        card.exercise_asked.connect(self.exercise_asked)
        card.kit_asked.connect(self.kit_asked)
        card.once_chosen.connect(self.once_chosen)
        card.change_asked.connect(lambda: self.change_asked.emit(self.looked_at))
        self._row.box.addWidget(card, 1)
        card.show()
        QTimer.singleShot(0, card, lambda: card.scroll_to(place))

    def _on_another_asked(self) -> None:
        """Look at the next one in the list."""
        assert self._view is not None
        ids = [facts.id for facts in self._view.programs]
        after = (ids.index(self.looked_at) + 1) % len(ids)
        if self.looked_at == self._view.running:
            self.look_at(ids[after])
        self._list.tile(self.looked_at).setFocus()

    def _held(self) -> str | None:
        """The name of the part that has the focus and is made anew; None where it stays."""
        focused: QWidget | None = self.window().focusWidget()
        made_anew = [part for part in (self._card, self._end) if part]
        if focused is None or not any(part.isAncestorOf(focused) for part in made_anew):
            return None
        return focused.objectName()

    def _arrange(self) -> None:
        """Two columns of which the card scrolls, or one that scrolls as a whole."""
        size, px = size_class(self, self._theme), self._theme.px
        narrow, full = size is SizeClass.NARROW, size is SizeClass.FULL
        edge = px(EDGES[size])
        self.column.setContentsMargins(edge, px(28 if full else 16), edge, px(32 if full else 16))
        self.column.setSpacing(px(GAP if full else 14))
        self._title.setMinimumHeight(px(44 if full else 36))
        self._row.box.setDirection(DOWN if narrow else ACROSS)
        widest = self.maximumWidth() if narrow else px(LIST[size])
        self._list.setMinimumWidth(0 if narrow else widest)
        self._list.setMaximumWidth(widest)
        self._list.arrange(small=size is SizeClass.COMPACT, scrolls=not narrow)
        if self._card is not None:
            self._card.arrange(scrolls=not narrow)
        self._order_tabs()

    def _order_tabs(self) -> None:
        """Let Tab follow the reading order: cards are made anew.

        Of the tiles Tab stops at one only; which one changes, so all of them have their place.
        """
        follow_parts((self._end, self._list, self._card))

    # Qt's own

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Change the layout where the window became wider or narrower."""
        super().resizeEvent(event)
        self._arrange()


def _take_away(part: QWidget | None) -> None:
    if part is not None:
        part.hide()
        part.deleteLater()
