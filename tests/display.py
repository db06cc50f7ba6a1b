"""A screen of its own for a window under test: a private Xvfb that nobody sees."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager

from dev import WINDOW_TESTS, missing_packages

SIZE = (1600, 1000)
"""Pixels of the screen: room for every window size that is looked at."""


def lacking() -> str:
    """Why no window can be shown and driven here, "" where it can."""
    if not shutil.which("Xvfb"):
        return "there is no Xvfb"
    missing = missing_packages(*WINDOW_TESTS)
    return f"it needs the packages {' '.join(missing)}" if missing else ""


@contextmanager
def screen() -> Iterator[str]:
    """Start an Xvfb on a number that is free, and name it as DISPLAY does: ":99".

    Raises:
        OSError: it did not start.
    """
    reading, writing = os.pipe()
    size = "{}x{}x24".format(*SIZE)
    command = ["Xvfb", "-displayfd", str(writing), "-screen", "0", size, "-nolisten", "tcp"]
    server = subprocess.Popen(command, pass_fds=(writing,), stderr=subprocess.DEVNULL)
    os.close(writing)
    try:
        with open(reading, encoding="ascii") as numbers:  # noqa: PTH123 - a pipe, not a path
            number = numbers.readline().strip()
        if not number:
            raise OSError(f"Xvfb ended with {server.wait()} before it had a screen")
        yield f":{number}"
    finally:
        server.terminate()
        server.wait()


def on_screen(display: str) -> dict[str, str]:
    """What a process needs in its environment for its window to appear on this screen."""
    return {"DISPLAY": display, "WAYLAND_DISPLAY": "", "QT_QPA_PLATFORM": "xcb"}
