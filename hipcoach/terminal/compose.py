"""Puts `hipcoach play` together for a real terminal."""

from __future__ import annotations

from shutil import get_terminal_size
from textwrap import fill

from hipcoach.core.catalogue import Catalogue
from hipcoach.core.clocks import Clocks
from hipcoach.core.text import tr
from hipcoach.journeys.desk import Desk
from hipcoach.store.store import Store
from hipcoach.terminal.dialogue import Dialogue, LeftError
from hipcoach.terminal.keyboard import ended_by_signals, require_terminal, terminal_stage
from hipcoach.terminal.play import Play

WIDEST = 90
"""Columns up to which a line of text is comfortable to read."""


def play_in_terminal(
    store: Store, catalogue: Catalogue, clocks: Clocks, program: str | None, region: str
) -> None:
    """Guide one session in this terminal; leaving at any question is all right."""
    require_terminal()
    dialogue = Dialogue(_read, _print)
    desk = Desk(store=store, catalogue=catalogue, clocks=clocks, region=region)
    play = Play(desk, dialogue, terminal_stage)
    try:
        with ended_by_signals():
            play.run(program)
    except LeftError:
        print()
        print(tr("Left. What was done is kept; `hipcoach play` goes on from here."))


def _read(prompt: str) -> str:
    print(_wrapped(prompt), end=" ", flush=True)
    return input()


def _print(line: str) -> None:
    print(_wrapped(line))


def _wrapped(line: str) -> str:
    """The line broken between words to fit the terminal; what follows a list's mark is indented."""
    width = min(get_terminal_size().columns, WIDEST) - 1
    indent = "    " if line.startswith("  ") else ""
    return fill(line, width, subsequent_indent=indent)
