#!/usr/bin/env python3
"""Prepare a machine for HipCoach, start it and test it; needs nothing but Python.

python3 dev.py run [ARGS]     start HipCoach; ARGS are handed to it
python3 dev.py test [ARGS]    everything that must hold; with ARGS only pytest, with them
python3 dev.py bench [ARGS]   measure how fast it is
python3 dev.py shots DIR      write a picture of every page and state to DIR
python3 dev.py figure ID      an exercise's figure: its angles, and everything that is wrong with it
python3 dev.py setup          prepare the machine and stop there
python3 dev.py check          say what this machine has and lacks; exit code 3 if anything
python3 dev.py lock [ARGS]    renew packaging/requirements-dev.lock; ARGS are handed to uv

HIPCOACH_VENV moves the virtual environment (default: .venv beside this file).
HIPCOACH_PYTHON names the Python it is built with (default: the newest of 3.13 and 3.12, else 3.11).
Exit codes: 2 wrong use, 3 this machine lacks something, else those of the command.
"""

from __future__ import annotations

import contextlib
import os
import signal
import subprocess
import sys
import time
import zlib
from typing import NamedTuple, NoReturn

ROOT = os.path.dirname(os.path.abspath(__file__))
LOCK = ROOT + "/packaging/requirements-dev.lock"
VENV = os.path.abspath(os.environ.get("HIPCOACH_VENV") or os.path.join(ROOT, ".venv"))
STAMP = os.path.join(VENV, "hipcoach-stamp")
BIN = os.path.join(VENV, "Scripts" if sys.platform == "win32" else "bin")
PYTHON = os.path.join(BIN, "python.exe" if sys.platform == "win32" else "python")
LINUX = sys.platform.startswith("linux")
NAMED_PYTHON = os.environ.get("HIPCOACH_PYTHON", "")

# The first found is taken: PySide6 is at its best from 3.12 on, and 3.14 is not tested yet.
VERSIONS = ((3, 13), (3, 12), (3, 11), (3, 14))

# Groups of packaging/debian.json; that of a screen is named as its variable of the environment.
ALWAYS, X11, WAYLAND = "offscreen", "DISPLAY", "WAYLAND_DISPLAY"
WINDOW_TESTS = (ALWAYS, X11, "window tests")
INSTALL = "sudo apt-get install --no-install-recommends "


class Interpreter(NamedTuple):
    """A Python on this machine; `complete` says whether it can make virtual environments."""

    path: str
    version: tuple[int, int]
    complete: bool


def say(sentence: str) -> None:
    """Tell the developer something; standard output belongs to the program that is run."""
    print("dev:", sentence, file=sys.stderr, flush=True)


def stop(code: int, sentence: str) -> NoReturn:
    """Say why, and end with this exit code."""
    say(sentence)
    sys.exit(code)


def missing_packages(*groups: str) -> list[str]:
    """The Debian packages of those libraries and programs of these groups that are not found."""
    if not groups or not LINUX:
        return []
    import ctypes
    import json
    import shutil

    with open(ROOT + "/packaging/debian.json", encoding="utf-8") as file:
        table = json.load(file)
    parts = {part: package for group in groups for part, package in table[group].items()}
    missing = {part: package for part, package in parts.items() if not shutil.which(part)}
    for part in list(missing):
        with contextlib.suppress(OSError):
            ctypes.CDLL(part)
            del missing[part]
    return list(missing.values())


def apt_installs(packages: list[str]) -> bool:
    """Install Debian packages if this user may; True if they are there now."""
    if not os.path.exists("/usr/bin/apt-get") or os.geteuid() != 0:
        return False
    say("installing " + " ".join(packages))
    silent = ["env", "DEBIAN_FRONTEND=noninteractive", "apt-get", "-qq"]

    def apt(*command: str) -> bool:
        return subprocess.call([*silent, *command], stdout=subprocess.DEVNULL) == 0

    install = ("install", "-y", "--no-install-recommends", *packages)
    return apt(*install) or (apt("update") and apt(*install))


def require_packages(packages: list[str]) -> None:
    """Install what is missing, or end with the line that would."""
    if packages and not apt_installs(packages):
        stop(3, "run first: " + INSTALL + " ".join(packages))


PROBE = """import sys; from importlib.util import find_spec as finds
print(*sys.version_info[:2], bool(finds("venv") and finds("ensurepip")), sys.executable)"""


def probe(path: str) -> Interpreter | None:
    """Start this Python and ask it what it is; None if it does not start, as pyenv's shims may."""
    try:
        command = [path, "-I", "-c", PROBE]
        answer = subprocess.check_output(command, stderr=subprocess.DEVNULL, text=True)
        major, minor, complete, executable = answer.strip().split(" ", 3)
    except (OSError, ValueError, subprocess.CalledProcessError):
        return None
    return Interpreter(os.path.realpath(executable), (int(major), int(minor)), complete == "True")


def interpreters() -> list[Interpreter]:
    """The Pythons on PATH and in pyenv that HipCoach runs on, best first."""
    import glob

    names = ["python3", *(f"python{major}.{minor}" for major, minor in VERSIONS)]
    pyenv = os.environ.get("PYENV_ROOT") or os.path.expanduser("~/.pyenv")
    folders = [*os.get_exec_path(), *glob.glob(os.path.join(pyenv, "versions", "*", "bin"))]
    paths = {os.path.realpath(os.path.join(folder, name)) for folder in folders for name in names}
    pythons = {probe(path) for path in (sys.executable, *filter(os.path.isfile, paths))}
    usable = [python for python in pythons if python and python.version in VERSIONS]
    return sorted(usable, key=lambda it: (not it.complete, VERSIONS.index(it.version), it.path))


def choose_python() -> Interpreter:
    """The Python to build the environment with: the one that was named, else the best."""
    chosen = probe(NAMED_PYTHON) if NAMED_PYTHON else next(iter(interpreters()), None)
    if not chosen or chosen.version < min(VERSIONS):
        where = f"as {NAMED_PYTHON}" if NAMED_PYTHON else "on PATH or in pyenv"
        stop(3, f"HipCoach needs Python 3.11, 3.12 or 3.13; there is none {where}")
    return chosen


def wanted_stamp() -> str:
    """How the stamp of a current environment begins: its lock, its place, the Python asked for."""
    with open(LOCK, "rb") as lock_file:
        lines = [str(zlib.crc32(lock_file.read())), VENV, NAMED_PYTHON]
    return "".join(line + "\n" for line in lines if line)


def environment_is_current() -> bool:
    """Whether the environment was built to its end, in this place, from the present lock."""
    try:
        with open(STAMP, encoding="utf-8") as stamp:
            return stamp.read().startswith(wanted_stamp()) and os.path.isfile(PYTHON)
    except OSError:
        return False


def build_environment(python: str) -> None:
    """Build the environment anew. The stamp comes last: what was interrupted is repeated."""
    if os.path.islink(VENV):
        stop(2, f"{VENV} is a link to another environment, which would be cleared; remove it")
    if os.path.isdir(VENV) and os.listdir(VENV) and not os.path.exists(VENV + "/pyvenv.cfg"):
        stop(2, f"{VENV} holds something else; name another folder in HIPCOACH_VENV")
    say(f"building {VENV} with {python}")
    with contextlib.suppress(FileNotFoundError):
        os.remove(STAMP)
    pip = (PYTHON, "-m", "pip", "install", "--quiet", "--disable-pip-version-check")
    install = (*pip, "--require-hashes", "--only-binary", ":all:", "-r", LOCK)
    for command in ((python, "-m", "venv", "--clear", VENV), install):
        if subprocess.call(command):
            stop(3, f"could not build the environment: {' '.join(command[1:4])} failed")
    with open(STAMP, "w", encoding="utf-8") as stamp:
        stamp.write(wanted_stamp())


def prepare(*groups: str) -> None:
    """Have these parts and a current environment; costs two small files read if it is there."""
    packages = missing_packages(*groups)
    if environment_is_current():
        require_packages(packages)
        return
    python = choose_python()
    if not python.complete:  # Debian keeps this part of Python in a package of its own
        packages.append("python{}.{}-venv".format(*python.version))
    require_packages(packages)
    os.makedirs(os.path.dirname(VENV), exist_ok=True)
    with open(VENV + ".lock", "a", encoding="utf-8") as handle:
        if sys.platform != "win32":
            import fcntl

            fcntl.flock(handle, fcntl.LOCK_EX)  # one at a time; the system frees it in any case
        if not environment_is_current():
            build_environment(python.path)


def become(*arguments: str) -> NoReturn:
    """Turn into the environment's Python: terminal, signals and exit code are its own."""
    if sys.platform == "win32":
        sys.exit(subprocess.call([PYTHON, *arguments]))
    os.execv(PYTHON, [PYTHON, *arguments])


def passes(tool: str, *arguments: str) -> bool:
    """Run one of the environment's tools over the project, and tell how it went and how long."""
    step = " ".join([tool, *arguments])
    start = time.monotonic()
    # Standard output stays pytest's alone: whoever reads it finds the count of tests at its end.
    output = None if tool == "pytest" else sys.stderr
    code = subprocess.call([os.path.join(BIN, tool), *arguments], cwd=ROOT, stdout=output)
    say(f"{'ok    ' if code == 0 else 'FAILED'} {step} ({time.monotonic() - start:.1f} s)")
    return code == 0


STEPS = [
    ("ruff", "check"),
    ("ruff", "format", "--check"),
    ("mypy",),
    ("lint-imports", "--no-logo"),
    ("pytest", "--numprocesses=auto", "--dist=loadfile", "--cov", "--cov-report="),
]
# Every branch of the core and the store is tested; other systems leave out what is Linux's own.
if LINUX:
    STEPS.append(("coverage", "report", "--include=*/core/*,*/store/*", "--fail-under=100"))


def setup() -> None:
    """Prepare the machine for everything below; without a part for the window it goes on."""
    prepare(ALWAYS)
    packages = missing_packages(*WINDOW_TESTS)
    if packages and not apt_installs(packages):
        say(f"window tests are left out; for them run: {INSTALL}{' '.join(packages)}")


def run(*arguments: str) -> None:
    """Start HipCoach. Its window needs parts of the system, those of the screen that there is."""
    screen = next((name for name in (X11, WAYLAND) if os.environ.get(name)), "")
    commands = [it for it in arguments[::2] if not it.startswith("--")]  # options have values
    prepare(*((ALWAYS, screen) if screen and not commands else ()))
    become("-m", "hipcoach", *arguments)


def bench(*arguments: str) -> None:
    """Measure the product's speed promises."""
    setup()
    become(ROOT + "/tests/benchmarks/bench.py", *arguments)


def shots(*arguments: str) -> None:
    """Write pictures of the real window, on a screen of its own."""
    prepare(*WINDOW_TESTS)
    become(ROOT + "/tests/shots/shots.py", *arguments)


def figure(*arguments: str) -> None:
    """Say what is wrong with a figure while somebody writes it."""
    prepare()
    become(ROOT + "/tests/figure/examine.py", *arguments)


def test(*arguments: str) -> None:
    """Run every step and name those that failed at the end; with arguments, pytest alone."""
    setup()
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    if arguments:
        os.chdir(ROOT)
        become("-m", "pytest", *arguments)
    if failed := [" ".join(step) for step in STEPS if not passes(*step)]:
        stop(1, "failed: " + "; ".join(failed))
    say("everything holds")


def check() -> None:
    """Say what this machine has and lacks; nothing is changed."""
    missing, wished = missing_packages(ALWAYS), missing_packages(*WINDOW_TESTS)
    say("system packages: " + (f"missing {' '.join(missing)}" if missing else "complete"))
    say("tests of the window: " + (f"missing {' '.join(wished)}" if wished else "complete"))
    for python in (pythons := interpreters()):
        note = "" if python.complete else ", which cannot make environments"
        say("Python {}.{}: {}{}".format(*python.version, python.path, note))
    current = environment_is_current()
    say(f"environment: {VENV} is {'current' if current else 'not built from the present lock'}")
    sys.exit(0 if pythons and current and not missing else 3)


def lock(*arguments: str) -> None:
    """Renew the lock from pyproject.toml; it needs no environment but uv."""
    os.environ["PATH"] = os.pathsep.join([BIN, *os.get_exec_path()])
    sys.exit(subprocess.call([sys.executable, ROOT + "/packaging/lock.py", *arguments]))


COMMANDS = {it.__name__: it for it in (setup, run, bench, shots, figure, test, check, lock)}

if __name__ == "__main__":
    name, rest = "".join(sys.argv[1:2]), sys.argv[2:]
    if name not in COMMANDS or (rest and name in ("setup", "check")):
        print(__doc__, file=sys.stderr)
        sys.exit(2)
    signal.signal(signal.SIGINT, signal.SIG_DFL)  # Ctrl+C ends this as it ends what was started
    os.environ["PYTHONPATH"] = ROOT  # what is started finds the package from any folder
    COMMANDS[name](*rest)
