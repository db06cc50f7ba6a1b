"""`python -m hipcoach` with a lookout beside it, who answers what is on the screen.

The program is the real one, in a process of its own; the lookout is a thread that reads questions
from standard input and has the window's thread answer them. It presses nothing and changes nothing:
where a button stands is asked here, the mouse is moved by xdotool.

A question is a line of JSON, its answer a line on standard output that begins with "lookout ":
["see"]               what is shown, in the order of the accessibility tree
["modules", NAME...]  which of these modules were loaded when the first picture was painted
"""

from __future__ import annotations

import json
import logging
import runpy
import sys
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

MARK = "lookout "

_LOADED: set[str] = set()
"""The modules that were loaded when the first picture was painted."""


def main() -> None:
    """Start the lookout, then HipCoach with the arguments of this script."""
    sys.path.insert(0, str(Path(__file__).resolve().parents[2]))
    threading.Thread(target=_listen, daemon=True).start()
    logging.getLogger("hipcoach.app").addFilter(_note_painted)
    runpy.run_module("hipcoach", run_name="__main__", alter_sys=True)


def _note_painted(record: logging.LogRecord) -> bool:
    """Note what is loaded at the first picture, before anything is loaded behind it."""
    if not _LOADED and record.getMessage().startswith("painted"):
        _LOADED.update(sys.modules)
    return True


def _listen() -> None:
    for line in sys.stdin:
        _in_the_windows_thread(json.loads(line))


def _in_the_windows_thread(question: list[str]) -> None:
    """Have the question answered there; it comes after the first picture, so there is one."""
    from PySide6.QtCore import QTimer
    from PySide6.QtWidgets import QApplication

    app = QApplication.instance()
    assert app is not None
    QTimer.singleShot(0, app, lambda: _answer(question))


def _answer(question: list[str]) -> None:
    asked, *names = question
    answer = [*_seen()] if asked == "see" else sorted({*names} & _LOADED)
    print(MARK + json.dumps(answer), flush=True)


def _seen() -> Iterator[dict[str, Any]]:
    """Every node of the visible windows, parents before children."""
    from PySide6.QtGui import QAccessible
    from PySide6.QtWidgets import QApplication

    for window in QApplication.topLevelWidgets():
        if window.isVisible():
            yield from _nodes(QAccessible.queryAccessibleInterface(window))


def _nodes(node: Any) -> Iterator[dict[str, Any]]:
    state = node.state()
    if state.invisible:
        return
    yield {**_said(node), "state": _states(node), "rect": _rect(node)}
    for index in range(node.childCount()):
        if child := node.child(index):
            yield from _nodes(child)


def _said(node: Any) -> dict[str, str]:
    """What a screen reader says of it, and the class of its widget."""
    from PySide6.QtGui import QAccessible

    texts = {"name": QAccessible.Text.Name, "value": QAccessible.Text.Value}
    said = {key: node.text(text) for key, text in texts.items()}
    kind = type(node.object()).__name__ if node.object() else ""
    return {**said, "role": node.role().name, "kind": kind}


def _states(node: Any) -> list[str]:
    """Qt calls all focused that hand the focus on to a part of theirs; here it is that part."""
    state, widget = node.state(), node.object()
    hands_on = bool(widget) and widget.isWidgetType() and widget.focusProxy() is not None
    names = ("focused", "focusable", "disabled", "checked", "selected", "readOnly", "checkable")
    return [it for it in names if getattr(state, it) and not (hands_on and it == "focused")]


def _rect(node: Any) -> list[int]:
    """Left, top, width and height on the screen of the part that can be seen."""
    from PySide6.QtWidgets import QWidget

    widget = node.object()
    if isinstance(widget, QWidget):
        seen = widget.visibleRegion().boundingRect()
        place = widget.mapToGlobal(seen.topLeft())
        return [place.x(), place.y(), seen.width(), seen.height()]
    rect = node.rect()
    return [rect.x(), rect.y(), rect.width(), rect.height()]


if __name__ == "__main__":
    main()
