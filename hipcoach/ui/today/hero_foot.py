"""The foot of the main card: what is needed, and what can be pressed. One button is filled."""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from hipcoach.core.days_off_view import WayBack
from hipcoach.core.format import capitalised
from hipcoach.core.hero_kind import HeroKind
from hipcoach.core.hero_view import HeroView
from hipcoach.core.left_view import LeftView
from hipcoach.core.opening import Kind
from hipcoach.core.session_card import SessionCard
from hipcoach.core.text import say, tr
from hipcoach.ui.buttons import Button
from hipcoach.ui.buttons import Kind as Look
from hipcoach.ui.labels import Label
from hipcoach.ui.spread import Spread
from hipcoach.ui.theme import Theme
from hipcoach.ui.tokens import TextStyle

KIT = TextStyle(size=15, line=22, weight=400)
MAIN = 224
"""Pixels at 100 % text that the filled button is wide at least in the full layout."""


class Action(StrEnum):
    """What can be pressed."""

    START = "start"
    EASIER = "easier"
    EASY_DAY = "easy-day"
    RESUME = "resume"
    KEEP = "keep"
    DISCARD = "discard"
    CHOOSE_PROGRAM = "choose-program"
    SHOW_STOP = "show-stop"
    WAY_BACK = "way-back"


class HeroFoot(QWidget):
    """`pressed` tells an `Action`. `holds_anything` is false where there is nothing to show."""

    pressed = Signal(str)

    def __init__(
        self, theme: Theme, view: HeroView, session: SessionCard | None, *, compact: bool
    ) -> None:
        super().__init__()
        self._theme, self._compact, self._main = theme, compact, list[Button]()
        self._row = Spread(theme.px(12), theme.px(190), to_right=True)
        self.setLayout(self._row)
        buttons = [self._button(*made) for made in _actions(view)]
        lines = list(_lines(view, session, compact=compact))
        self.holds_anything = bool(buttons or lines)
        self._row.addWidget(self._words(lines))
        for button in buttons:
            self._row.addWidget(button)

    @property
    def has_main(self) -> bool:
        """Whether there is a filled button."""
        return bool(self._main)

    def focus_main(self) -> None:
        """Put the focus on the filled button, if there is one."""
        for button in self._main:
            button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _words(self, lines: list[tuple[str, str | TextStyle, str]]) -> QWidget:
        words = QWidget()
        words.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        column = QVBoxLayout(words)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for text, style, colour in lines:
            column.addWidget(Label(self._theme, text, style, colour, wrap=True))
        return words

    def _button(self, action: Action, text: str, look: Look, icon: str = "") -> Button:
        button = Button(
            self._theme, text, look, icon=icon, size="large" if look == "primary" else "normal"
        )
        if look != "quiet":
            button.setMinimumHeight(self._theme.px(52 if self._compact else 56))
        button.clicked.connect(lambda: self.pressed.emit(action))
        if look == "primary":
            button.setMinimumWidth(self._theme.px(0 if self._compact else MAIN))
            self._main.append(button)
        return button


def _lines(
    view: HeroView, session: SessionCard | None, *, compact: bool
) -> Iterator[tuple[str, str | TextStyle, str]]:
    """The words at the left: text, style, colour."""
    if session is not None:
        kit = capitalised(", ".join(say(thing) for thing in session.kit))
        if compact:
            facts = {"minutes": capitalised(say(session.minutes)), "dose": say(session.dose)}
            yield tr("{minutes}, {dose}", **facts), "small_strong", "ink"
            yield kit, "small", "ink2"
        elif kit:
            yield tr("You need"), "caption", "ink3"
            yield kit, KIT, "ink"
    if view.left is not None and view.left.refused is not None:
        yield say(view.left.refused), "small", "ink2"
    if view.questions is not None and (view.can_start or view.extra_allowed):
        yield say(view.questions), "caption", "ink2"


def _actions(view: HeroView) -> Iterator[tuple[Action, str, Look, str]]:
    """What can be pressed, the filled one last."""
    if view.left is not None:
        yield from _left_actions(view.left)
    elif view.way_back is not None:
        yield from _days_off_actions(view, view.way_back)
    elif view.kind is HeroKind.STOP:
        yield Action.SHOW_STOP, tr("What to do"), "primary", ""
    elif view.kind is HeroKind.NO_PROGRAM:
        yield Action.CHOOSE_PROGRAM, tr("Choose a program"), "primary", ""
    elif view.can_start:
        yield from _start_actions(view)
    elif view.extra_allowed:
        yield _extra(view)


def _extra(view: HeroView) -> tuple[Action, str, Look, str]:
    action = Action.EASY_DAY if view.starts is Kind.EASY_DAY else Action.START
    return action, tr("Start a session now"), "secondary", ""


def _days_off_actions(view: HeroView, back: WayBack) -> Iterator[tuple[Action, str, Look, str]]:
    """The way back, and what may be started until then; the way back is filled where it is due."""
    way_back = Action.WAY_BACK, say(back.button)
    if not back.emphasised:
        alone = not (view.can_start or view.extra_allowed)
        yield *way_back, "secondary" if alone else "quiet", ""
    if view.can_start:
        look: Look = "secondary" if back.emphasised else "primary"
        yield Action.EASY_DAY, tr("Start easy session"), look, "play-filled"
    elif view.extra_allowed:
        yield _extra(view)
    if back.emphasised:
        yield *way_back, "primary", ""


def _left_actions(left: LeftView) -> Iterator[tuple[Action, str, Look, str]]:
    """What may be done with a session that was left; refused, it is kept or discarded."""
    may_go_on = left.refused is None
    yield Action.DISCARD, tr("Discard"), "quiet", ""
    yield Action.KEEP, tr("Keep what was done"), "secondary" if may_go_on else "primary", ""
    if may_go_on:
        yield Action.RESUME, say(left.resume), "primary", "play-filled"


def _start_actions(view: HeroView) -> Iterator[tuple[Action, str, Look, str]]:
    if view.can_be_easier:
        yield Action.EASIER, tr("Easier today"), "secondary", ""
    if view.starts is Kind.SESSION:
        yield Action.START, tr("Start session"), "primary", "play-filled"
    else:
        easy_day = view.kind is HeroKind.EASY_DAY
        text = tr("Start easy day") if easy_day else tr("Start easy session")
        yield Action.EASY_DAY, text, "primary", "play-filled"
