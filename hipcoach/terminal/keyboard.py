"""The terminal as the player needs it: one key at a time, whole pictures, a bell."""

from __future__ import annotations

import os
import signal
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Protocol

from blessed import Terminal

from hipcoach.core.text import tr

_NAMES = {
    "KEY_ENTER": "enter",
    "KEY_RIGHT": "right",
    "KEY_PGDOWN": "right",
    "KEY_LEFT": "left",
    "KEY_PGUP": "left",
    "KEY_UP": "up",
    "KEY_DOWN": "down",
    "KEY_ESCAPE": "escape",
    "KEY_BACKSPACE": "backspace",
}
_CHARACTERS = {" ": "space", "\r": "enter", "\n": "enter"}


class Stage(Protocol):
    """Where a session is shown and keys come from."""

    @property
    def size(self) -> tuple[int, int]:
        """Columns and rows that a picture can have."""

    def key(self, seconds: float | None) -> str:
        """The next key's name, a lower-case character, or "" when none came within `seconds`."""

    def show(self, lines: Sequence[str]) -> None:
        """Show a picture in place of the last one."""

    def bell(self) -> None:
        """Ring once."""


class TerminalStage:
    """The real terminal."""

    def __init__(self, terminal: Terminal) -> None:
        self._terminal = terminal
        self._shown: list[str] = []
        self._shown_at = (0, 0)

    @property
    def size(self) -> tuple[int, int]:
        """The terminal's columns and rows, less one each so that nothing wraps or scrolls."""
        return max(self._terminal.width - 1, 20), max(self._terminal.height - 1, 5)

    def key(self, seconds: float | None) -> str:
        """Wait for a key; media and unknown keys give ""."""
        try:
            pressed = self._terminal.inkey(timeout=seconds, esc_delay=0.1)
        except UnicodeDecodeError:  # a byte that is no text, as a paste may hold
            return ""
        if pressed.is_sequence:
            return _NAMES.get(pressed.name or "", "")
        return _CHARACTERS.get(str(pressed), str(pressed).lower())

    def show(self, lines: Sequence[str]) -> None:
        """Draw the lines that changed since the last picture; all of them after a resize."""
        term = self._terminal
        if self._shown_at != self.size:
            print(term.clear, end="")
            self._shown, self._shown_at = [], self.size
        rows = list(lines)[: self.size[1]]
        rows += [""] * (len(self._shown) - len(rows))
        changed = [
            term.move_xy(0, y) + row + term.clear_eol
            for y, row in enumerate(rows)
            if self._shown[y : y + 1] != [row]
        ]
        print("".join(changed), end="", flush=True)
        self._shown = rows

    def bell(self) -> None:
        """Ring the terminal's bell."""
        print("\a", end="", flush=True)


class NoTerminalError(Exception):
    """The terminal cannot show a picture; the text is one sentence."""

    exit_code = 2


def require_terminal() -> None:
    """Raise NoTerminalError where the terminal cannot place text."""
    if not Terminal().move_xy(0, 0):
        name = os.environ.get("TERM", "")
        raise NoTerminalError(tr("This terminal ({name}) cannot show a session.", name=name))


@contextmanager
def ended_by_signals() -> Iterator[None]:
    """Let the signals that end a program do so in order: the terminal is put right, all is kept."""

    def leave(number: int, _frame: object) -> None:
        raise SystemExit(128 + number)

    names = [name for name in ("SIGTERM", "SIGHUP") if hasattr(signal, name)]
    before = {name: signal.signal(getattr(signal, name), leave) for name in names}
    try:
        yield
    finally:
        for name, handler in before.items():
            signal.signal(getattr(signal, name), handler)


@contextmanager
def _without_suspending() -> Iterator[None]:
    """Ctrl+Z would leave a picture behind in which no key works."""
    if not hasattr(signal, "SIGTSTP"):
        yield
        return
    before = signal.signal(signal.SIGTSTP, signal.SIG_IGN)
    try:
        yield
    finally:
        signal.signal(signal.SIGTSTP, before)


@contextmanager
def terminal_stage() -> Iterator[TerminalStage]:
    """The terminal with keys read one by one; left as it was found, whatever happens."""
    terminal = Terminal()
    with _without_suspending(), terminal.fullscreen(), terminal.cbreak(), terminal.hidden_cursor():
        yield TerminalStage(terminal)
