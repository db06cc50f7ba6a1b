"""The real window on a screen that nobody sees, driven as a person drives it: with keys and mouse.

How a test knows where the program is: the log in the data folder says `painted PAGE` once the first
picture is on the screen; the lookout (lookout.py) is asked what is on the screen and which control
has the focus; what was stored is read as any other command does. A test never waits for a time,
only for one of these, up to PATIENCE.

There is no window manager on the screen: the window is placed at its left top corner and is given
the keyboard by `xdotool windowfocus`.
"""

from __future__ import annotations

import json
import os
import re
import select
import subprocess
import sys
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from hipcoach.composition import open_store
from hipcoach.core.diary import Diary
from tests.e2e.close_button import press_close_button
from tests.e2e.lookout import MARK

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[1]
PATIENCE = 30.0
"""Seconds within which something expected must happen; only a failing test waits that long."""
PAUSE = 0.03
"""Seconds between two looks."""
DOUBLE_CLICK = 0.45
"""Seconds in which two clicks at one place are a double click, which HipCoach takes for one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Seen:
    """One control or text on the screen, as a screen reader is told of it.

    `rect` is left, top, width and height of the part that can be seen, empty where it is scrolled
    away; `state` holds words such as "focused", "focusable", "disabled", "checked".
    """

    name: str
    value: str
    role: str
    kind: str
    state: tuple[str, ...]
    rect: tuple[int, int, int, int]

    @property
    def can_be_clicked(self) -> bool:
        """Whether a part of it is on the screen."""
        return self.rect[2] > 2 and self.rect[3] > 2

    @property
    def middle(self) -> tuple[int, int]:
        """The point in the middle of what is seen of it."""
        left, top, width, height = self.rect
        return left + width // 2, top + height // 2


def fill_with_sample(home: Path, *, weeks: int = 12) -> None:
    """Fill a data folder with the made-up diary, as the command does."""
    command = [sys.executable, "-m", "hipcoach", "--data-dir", str(home)]
    filling = [*command, "sample", "--weeks", str(weeks)]
    environment = os.environ | {"PYTHONPATH": str(ROOT)}
    subprocess.run(filling, env=environment, check=True, stdout=subprocess.DEVNULL)


class Window:
    """HipCoach in a process of its own; `home` is its data folder.

    `environment` says where its window appears: on_screen(display), or {"QT_QPA_PLATFORM":
    "offscreen"} where nothing is pressed.
    """

    def __init__(
        self, environment: Mapping[str, str], home: Path, *arguments: str, rate: str = "1"
    ) -> None:
        self.home = home
        self.environment = {**os.environ, **environment}
        self._log = home / "logs" / "hipcoach.log"
        self._started_at = self._log.stat().st_size if self._log.exists() else 0
        self._read_to = self._started_at
        self.process = subprocess.Popen(
            [sys.executable, HERE / "lookout.py", "--data-dir", str(home), *arguments],
            env=self.environment | {"HIPCOACH_CLOCK_RATE": rate},
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )

    def until(self, holds: Callable[[], object], what: str) -> None:
        """Look again and again until it holds; `what` names it where it never does."""
        for _ in range(int(PATIENCE / PAUSE)):
            if holds():
                return
            with suppress(subprocess.TimeoutExpired):
                self.process.wait(PAUSE)
                break
        raise AssertionError(f"{what} never came; {self._last_words()}")

    # What the program tells

    def until_logged(self, pattern: str) -> str:
        """Read the log on until a line matches; the text that matched."""
        self.until(lambda: re.search(pattern, self._log_ahead(), re.MULTILINE), f"log {pattern!r}")
        found = re.search(pattern, self._log_ahead(), re.MULTILINE)
        assert found
        self._read_to += len(self._log_ahead()[: found.end()].encode())
        return found.group()

    def log(self) -> str:
        """All that was logged since it was started."""
        return self._log.read_bytes()[self._started_at :].decode() if self._log.exists() else ""

    def diary(self) -> Diary:
        """What is stored by now."""
        with open_store(self.home, write=False) as store:
            return store.diary()

    # What is on the screen

    def see(self) -> list[Seen]:
        """Everything that is shown, in the order in which a screen reader walks through it."""
        return [
            Seen(**{k: tuple(v) if isinstance(v, list) else v for k, v in node.items()})
            for node in self._ask("see")
        ]

    def find(self, pattern: str, role: str = "") -> Seen | None:
        """The first thing shown whose whole name matches and that has this role."""
        fits = re.compile(pattern).fullmatch
        return next((it for it in self.see() if fits(it.name) and role in ("", it.role)), None)

    def until_seen(self, pattern: str, role: str = "") -> Seen:
        """Wait for a control or a text of this name; how it was when it was found."""
        found: list[Seen] = []

        def is_there() -> bool:
            found[:] = filter(None, [self.find(pattern, role)])
            return bool(found)

        self.until(is_there, f"{role} {pattern!r} on the screen")
        return found[0]

    def focused(self) -> Seen | None:
        """What has the keyboard."""
        return next((it for it in reversed(self.see()) if "focused" in it.state), None)

    def loaded(self, *modules: str) -> list[str]:
        """Which of these modules the program had loaded when it painted its first picture."""
        return self._ask("modules", *modules)

    # What a person does

    def take_keyboard(self) -> None:
        """Give the window the keyboard, as a window manager would."""
        self._xdotool("windowfocus", "--sync", self._number())

    @property
    def is_in_front(self) -> bool:
        """Whether no other window lies over it."""
        under = self._xdotool("mousemove", "20", "20", "getmouselocation", "--shell")
        return f"WINDOW={self._number()}" in under.split()

    def press_close_button(self) -> None:
        """Press the button of the frame that a window manager draws around it."""
        press_close_button(self.environment["DISPLAY"], int(self._number()))

    def press(self, *keys: str, delay: int = 20) -> None:
        """Press keys one after the other, by their names in X: "Return", "ctrl+Return", "5".

        Without `delay`, in milliseconds, all are there before the first is answered.
        """
        self._xdotool("key", "--delay", str(delay), *keys)

    def type(self, text: str) -> None:
        """Type a text."""
        self._xdotool("type", "--delay", "20", text)

    def tab_to(self, pattern: str) -> Seen:
        """Press Tab until a control of this name has the keyboard."""
        first = self.focused()
        for _ in range(80):
            now = self.focused()
            if now and re.fullmatch(pattern, now.name):
                return now
            self.press("Tab")
            self.until(lambda now=now: self.focused() != now, "another focus")
        raise AssertionError(f"Tab never reached {pattern!r} from {first}")

    def click(self, pattern: str, role: str = "") -> None:
        """Click a control with the mouse, and turn the wheel to it first if it is out of sight."""
        found = self.until_seen(pattern, role)
        for _ in range(60):
            found = found if found.can_be_clicked else self._wheeled(found)
        self.click_on(found)

    def click_on(self, found: Seen) -> None:
        """Click what was seen before, where it was; a hand is slower than a double click."""
        left, top = found.middle
        with suppress(subprocess.TimeoutExpired):
            self.process.wait(DOUBLE_CLICK)
        self._xdotool("mousemove", str(left), str(top), "click", "1")

    def kill(self) -> None:
        """End it as a power cut would."""
        self.process.kill()
        self.process.wait(PATIENCE)

    def wait(self) -> int:
        """Its exit code, once it ended by itself."""
        return self.process.wait(PATIENCE)

    def close(self) -> list[str]:
        """End what is left; what the program or Qt complained of, which should be nothing."""
        if self.process.poll() is None:
            self.kill()
        assert self.process.stderr
        complaints = self.process.stderr.read().splitlines()
        for pipe in (self.process.stdin, self.process.stdout, self.process.stderr):
            assert pipe
            with suppress(BrokenPipeError):
                pipe.close()
        return complaints

    # How it is done

    def _number(self) -> str:
        """The X number of its window, once it is shown."""
        found = self._xdotool("search", "--sync", "--onlyvisible", "--pid", str(self.process.pid))
        return found.split()[-1]

    def _ask(self, *question: str) -> list:
        """Ask the lookout; what the program itself prints meanwhile is passed over."""
        assert self.process.stdin
        assert self.process.stdout
        self.process.stdin.write(json.dumps(question) + "\n")
        self.process.stdin.flush()
        while select.select([self.process.stdout], [], [], PATIENCE)[0]:
            line = self.process.stdout.readline()
            if line.startswith(MARK):
                return json.loads(line.removeprefix(MARK))
            if not line:
                break
        raise AssertionError(f"the window does not answer; {self._last_words()}")

    def _wheeled(self, found: Seen) -> Seen:
        """Turn the wheel in the middle of the window, towards what was found; where it is then."""
        left, top = self.see()[0].middle
        button = "4" if found.rect[1] < top else "5"
        self._xdotool("mousemove", str(left), str(top), "click", button)
        moved: list[Seen] = []

        def has_moved() -> bool:
            moved[:] = [it for it in self.see() if (it.name, it.role) == (found.name, found.role)]
            return moved[:1] != [found]

        self.until(has_moved, f"the wheel to {found}")
        return moved[0]

    def _xdotool(self, *arguments: str) -> str:
        done = subprocess.run(
            ["xdotool", *arguments],
            env=self.environment,
            capture_output=True,
            text=True,
            timeout=PATIENCE,
            check=False,
        )
        assert done.returncode == 0, f"xdotool {arguments}: {done.stderr}; {self._last_words()}"
        return done.stdout

    def _log_ahead(self) -> str:
        """What was logged and not yet passed."""
        if not self._log.exists():
            return ""
        return self._log.read_bytes()[self._read_to :].decode()

    def _last_words(self) -> str:
        """What helps to see why a test failed."""
        code = self.process.poll()
        errors = self.process.stderr.read() if self.process.stderr and code is not None else ""
        log = self._log.read_text(encoding="utf-8")[-1500:] if self._log.exists() else "none"
        return f"exit code {code}\nerrors: {errors[-1500:]}\nlog: {log}"
