#!/usr/bin/env python3
"""Prepare a machine for HipCoach, start it and test it; needs nothing but Python.

python3 dev.py run [ARGS]     start HipCoach; ARGS are handed to it
python3 dev.py test [ARGS]    everything that must hold; with ARGS only pytest, with them
python3 dev.py bench [ARGS]   measure how fast it is
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
from typing import Mapping, NamedTuple, NoReturn

ROOT = os.path.dirname(os.path.abspath(__file__))
LOCK = os.path.join(ROOT, "packaging", "requirements-dev.lock")
VENV = os.path.abspath(os.environ.get("HIPCOACH_VENV") or os.path.join(ROOT, ".venv"))
STAMP = os.path.join(VENV, "hipcoach-stamp")
BIN = os.path.join(VENV, "Scripts" if sys.platform == "win32" else "bin")
PYTHON = os.path.join(BIN, "python.exe" if sys.platform == "win32" else "python")
LINUX = sys.platform.startswith("linux")
NAMED_PYTHON = os.environ.get("HIPCOACH_PYTHON", "")

# The first found is taken: PySide6 is at its best from 3.12 on, and 3.14 is not tested yet.
VERSIONS = ((3, 13), (3, 12), (3, 11), (3, 14))

# Shared library -> Debian package. Qt needs these even where it draws into memory only.
OFFSCREEN = {
    "libglib-2.0.so.0": "libglib2.0-0",
    "libGL.so.1": "libgl1",
    "libEGL.so.1": "libegl1",
    "libdbus-1.so.3": "libdbus-1-3",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libfontconfig.so.1": "libfontconfig1",
    "libpulse.so.0": "libpulse0",
    "libgssapi_krb5.so.2": "libgssapi-krb5-2",
}


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


def missing_packages(libraries: Mapping[str, str]) -> list[str]:
    """The packages of those shared libraries that the loader does not find."""
    if not libraries or not LINUX:
        return []
    import ctypes

    missing = dict(libraries)
    for library in libraries:
        with contextlib.suppress(OSError):
            ctypes.CDLL(library)
            del missing[library]
    return list(missing.values())


def apt_installs(packages: list[str]) -> bool:
    """Install Debian packages if this user may; True if they are there now."""
    import shutil

    if not shutil.which("apt-get") or os.geteuid() != 0:
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
        stop(3, "run first: sudo apt-get install --no-install-recommends " + " ".join(packages))


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


def must(*command: str) -> None:
    """Run a command that the environment cannot do without."""
    if subprocess.call(command):
        stop(3, f"could not build the environment: {' '.join(command[1:4])} failed")


def build_environment(python: str) -> None:
    """Build the environment anew. The stamp comes last: what was interrupted is repeated."""
    if os.path.isdir(VENV) and os.listdir(VENV) and not os.path.exists(VENV + "/pyvenv.cfg"):
        stop(2, f"{VENV} holds something else; name another folder in HIPCOACH_VENV")
    say(f"building {VENV} with {python}")
    with contextlib.suppress(FileNotFoundError):
        os.remove(STAMP)
    must(python, "-m", "venv", "--clear", VENV)
    pip = (PYTHON, "-m", "pip", "install", "--quiet", "--disable-pip-version-check")
    must(*pip, "--require-hashes", "--only-binary", ":all:", "-r", LOCK)
    with open(STAMP, "w", encoding="utf-8") as stamp:
        stamp.write(wanted_stamp())


def prepare(libraries: Mapping[str, str]) -> None:
    """Have these libraries and a current environment; costs two small files read if it is there."""
    packages = missing_packages(libraries)
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
    output = None if "pytest" in arguments else sys.stderr
    code = subprocess.call([os.path.join(BIN, tool), *arguments], cwd=ROOT, stdout=output)
    say(f"{'ok    ' if code == 0 else 'FAILED'} {step} ({time.monotonic() - start:.1f} s)")
    return code == 0


STEPS = [
    ("ruff", "check"),
    ("ruff", "format", "--check"),
    ("mypy",),
    ("lint-imports", "--no-logo"),
    ("coverage", "run", "-m", "pytest"),
]
# Every branch of the core and the store is tested; other systems leave out what is Linux's own.
if LINUX:
    STEPS.append(("coverage", "report", "--include=*/core/*,*/store/*", "--fail-under=100"))


def setup() -> None:
    """Prepare the machine for everything below."""
    prepare(OFFSCREEN)


def run(*arguments: str) -> None:
    """Start HipCoach. It has no window yet, so it needs no library of the system."""
    prepare({})
    become("-m", "hipcoach", *arguments)


def bench(*arguments: str) -> None:
    """Measure the product's speed promises."""
    prepare({})
    become(os.path.join(ROOT, "tests", "benchmarks", "bench.py"), *arguments)


def test(*arguments: str) -> None:
    """Run every step and name those that failed at the end; with arguments, pytest alone."""
    prepare(OFFSCREEN)
    if arguments:
        os.chdir(ROOT)
        become("-m", "pytest", *arguments)
    if failed := [" ".join(step) for step in STEPS if not passes(*step)]:
        stop(1, "failed: " + "; ".join(failed))
    say("everything holds")


def check() -> None:
    """Say what this machine has and lacks; nothing is changed."""
    missing = missing_packages(OFFSCREEN)
    say("system packages: " + (f"missing {' '.join(missing)}" if missing else "complete"))
    pythons = interpreters()
    for python in pythons:
        note = "" if python.complete else ", which cannot make environments"
        say("Python {}.{}: {}{}".format(*python.version, python.path, note))
    current = environment_is_current()
    say(f"environment: {VENV} is {'current' if current else 'not built from the present lock'}")
    sys.exit(0 if pythons and current and not missing else 3)


def lock(*arguments: str) -> None:
    """Renew the lock from pyproject.toml; a pin stays while it may, unless ARGS say --upgrade."""
    import shutil

    if not (uv := shutil.which("uv", path=os.pathsep.join([BIN, *os.get_exec_path()]))):
        stop(3, "the lock is written by uv; this installs it: python3 -m pip install uv")
    new = LOCK + ".new"
    shutil.copyfile(LOCK, new)
    what = "--group dev --python-version 3.11 --universal --generate-hashes pyproject.toml"
    style = "--quiet --no-header --no-annotate --no-emit-index-url --output-file"
    command = [uv, "pip", "compile", *what.split(), *style.split(), new, *arguments]
    if subprocess.call(command, cwd=ROOT):
        stop(1, "uv did not resolve the dependencies; the lock stays as it was")
    with open(new, encoding="utf-8") as text:
        if "://" in text.read():
            stop(1, f"the new lock holds an address and was left in {new}")
    os.replace(new, LOCK)


COMMANDS = {it.__name__: it for it in (setup, run, bench, test, check, lock)}

if __name__ == "__main__":
    name, rest = "".join(sys.argv[1:2]), sys.argv[2:]
    if name not in COMMANDS or (rest and name in ("setup", "check")):
        print(__doc__, file=sys.stderr)
        sys.exit(2)
    signal.signal(signal.SIGINT, signal.SIG_DFL)  # Ctrl+C ends this as it ends what was started
    os.environ["PYTHONPATH"] = ROOT  # what is started finds the package from any folder
    COMMANDS[name](*rest)
