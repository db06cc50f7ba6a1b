"""The real program: the command in a pseudo-terminal, the window on a screen of its own."""

from __future__ import annotations

import fcntl
import os
import pty
import re
import select
import signal
import struct
import subprocess
import sys
import termios
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.display import lacking, on_screen, screen
from tests.e2e.window import Window, fill_with_sample

ROOT = Path(__file__).resolve().parents[2]
PATIENCE = 30.0
"""Seconds within which something expected must appear; only a failing test waits that long."""

_MOVE = re.compile(r"\x1b\[[0-9;]*H")
_CONTROL = re.compile(r"\x1b\[[0-9;?]*[a-zA-Z]|\x1b[()][A-Z0-9]|\x1b[=>78]|[\r\x0f]")


class Shell:
    """`hipcoach` with arguments, running in a pseudo-terminal of 100 x 40."""

    def __init__(self, home: Path, *arguments: str, rate: str = "1") -> None:
        self._master, slave = pty.openpty()
        fcntl.ioctl(slave, termios.TIOCSWINSZ, struct.pack("HHHH", 40, 100, 0, 0))
        environment = {
            **os.environ,
            "HIPCOACH_HOME": str(home),
            "HIPCOACH_CLOCK_RATE": rate,
            "PYTHONPATH": str(ROOT),
            "TERM": "xterm-256color",
            "LC_ALL": "C.UTF-8",
        }
        self.process = subprocess.Popen(
            [sys.executable, "-m", "hipcoach", *arguments],
            stdin=slave,
            stdout=slave,
            stderr=slave,
            env=environment,
            start_new_session=True,
            # Only so does Ctrl+C reach it; no thread runs in the tests.
            preexec_fn=lambda: fcntl.ioctl(0, termios.TIOCSCTTY, 0),  # noqa: PLW1509
        )
        os.close(slave)
        self.text = ""
        self._raw = b""
        self._read_to = 0

    def until(self, pattern: str) -> str:
        """Read until the pattern appears in what was not yet passed; that text."""
        while (found := re.search(pattern, self.text[self._read_to :])) is None:
            assert self._read(), f"{pattern!r} never came; seen last: {self.text[-600:]!r}"
        self._read_to += found.end()
        return found.group()

    def _read(self) -> bool:
        ready, _, _ = select.select([self._master], [], [], PATIENCE)
        if not ready:
            return False
        try:
            raw = os.read(self._master, 65536)
        except OSError:  # the other end is closed
            return False
        self._raw += raw
        lines = _MOVE.sub("\n", raw.decode(errors="replace"))
        self.text += _CONTROL.sub("", lines)
        return bool(raw)

    def type(self, *lines: str) -> None:
        """Type lines, each with Enter."""
        for line in lines:
            os.write(self._master, line.encode() + b"\r")

    def answer(self, prompt: str, line: str) -> None:
        """Type a line once its question was asked."""
        self.until(prompt)
        self.type(line)

    def press(self, keys: str) -> None:
        """Press keys without Enter."""
        os.write(self._master, keys.encode())

    def raw(self, keys: bytes) -> None:
        """Press keys that need not be text."""
        os.write(self._master, keys)

    def ends_sane(self) -> bool:
        """Whether the last words put back the screen and the cursor."""
        return b"\x1b[?1049l" in self._raw[-400:] and b"\x1b[?25h" in self._raw[-400:]

    def wait(self) -> int:
        """Read to the end; the exit code."""
        while self._read():
            pass
        return self.process.wait(PATIENCE)

    def kill(self) -> None:
        """Kill the process as a power cut would."""
        self.process.send_signal(signal.SIGKILL)
        self.process.wait(PATIENCE)

    def close(self) -> None:
        """End what is left."""
        if self.process.poll() is None:
            self.kill()
        os.close(self._master)


@pytest.fixture
def shell(tmp_path: Path) -> Iterator[Callable[..., Shell]]:
    """Starts `hipcoach` commands on one data folder."""
    shells: list[Shell] = []

    def start(*arguments: str, rate: str = "1") -> Shell:
        shells.append(Shell(tmp_path / "diary", *arguments, rate=rate))
        return shells[-1]

    yield start
    for started in shells:
        started.close()


@pytest.fixture(scope="session")
def display() -> Iterator[str]:
    """A screen for the windows of all tests; without one they are left out."""
    if reason := lacking():
        pytest.skip(f"no window can be shown here: {reason}")
    with screen() as name:
        yield name


@pytest.fixture
def window(display: str, tmp_path: Path) -> Iterator[Callable[..., Window]]:
    """Starts HipCoach's window on one data folder, waits for its first picture, gives it the keys.

    `painted` is the page that is drawn first.
    """
    windows: list[Window] = []

    def start(*arguments: str, rate: str = "1", painted: str = r"\S+") -> Window:
        windows.append(Window(on_screen(display), tmp_path / "diary", *arguments, rate=rate))
        windows[-1].until_logged(f"painted {painted}$")
        windows[-1].take_keyboard()
        return windows[-1]

    yield start
    assert [complaint for started in windows for complaint in started.close()] == []


@pytest.fixture
def on_sample(window: Callable[..., Window], tmp_path: Path) -> Callable[..., Window]:
    """Starts the window on the made-up diary, which is there after the first start."""

    def start(rate: str = "1") -> Window:
        if not (tmp_path / "diary").exists():
            fill_with_sample(tmp_path / "diary")
        return window(rate=rate, painted="today")

    return start
