"""dev.py finds a Python, trusts only an environment built to its end, and hands everything on."""

from __future__ import annotations

import importlib.util
import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from types import ModuleType

import pytest

DEV = Path(__file__).parent.parent / "dev.py"

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="the stand-ins are shell scripts")


def load_dev() -> ModuleType:
    """dev.py as a module; it reads its surroundings when it is loaded."""
    spec = importlib.util.spec_from_file_location("dev", DEV)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def write_script(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(f"#!/bin/sh\n{text}\n", encoding="utf-8")
    path.chmod(0o755)


@pytest.fixture
def dev(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    """dev.py with a finished environment whose Python only tells how it was called."""
    monkeypatch.setenv("HIPCOACH_VENV", str(tmp_path / "venv"))
    monkeypatch.delenv("HIPCOACH_PYTHON", raising=False)
    module = load_dev()
    write_script(Path(module.PYTHON), 'echo "$PYTHONPATH|$PWD|$*"; exit 4')
    Path(module.STAMP).write_text(module.wanted_stamp(), encoding="utf-8")
    return module


def call(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    argv = [sys.executable, DEV, *arguments]
    return subprocess.run(argv, cwd=folder, capture_output=True, text=True, check=False)


def test_run_hands_on_arguments_folder_and_exit_code(dev: ModuleType, tmp_path: Path) -> None:
    done = call(tmp_path, "run", "pain", "3", "--note", "two words")
    expected = f"{DEV.parent}|{tmp_path}|-m hipcoach pain 3 --note two words\n"
    assert (done.stdout, done.stderr, done.returncode) == (expected, "", 4)


def test_figure_examines_the_exercises_that_are_named(dev: ModuleType, tmp_path: Path) -> None:
    done = call(tmp_path, "figure", "clamshell", "bird-dog")
    expected = f"{DEV.parent}|{tmp_path}|{DEV.parent}/tests/figure/examine.py clamshell bird-dog\n"
    assert (done.stdout, done.stderr, done.returncode) == (expected, "", 4)


@pytest.mark.parametrize(("tool", "out"), [("pytest", "12 passed\n"), ("ruff", "")])
def test_standard_output_has_the_count_of_tests_alone(
    dev: ModuleType, capfd: pytest.CaptureFixture[str], tool: str, out: str
) -> None:
    write_script(Path(dev.BIN) / tool, "echo 12 passed")
    assert dev.passes(tool, "--quiet")
    assert capfd.readouterr().out == out


@pytest.mark.parametrize("arguments", [(), ("fly",), ("setup", "now"), ("--help",)])
def test_wrong_use_shows_the_usage(tmp_path: Path, arguments: tuple[str, ...]) -> None:
    done = call(tmp_path, *arguments)
    assert done.returncode == 2
    assert "python3 dev.py run [ARGS]" in done.stderr


def test_an_environment_is_current_only_when_it_was_built_to_its_end(dev: ModuleType) -> None:
    assert dev.environment_is_current()
    Path(dev.STAMP).unlink()
    assert not dev.environment_is_current()


def test_a_changed_lock_makes_the_environment_old(dev: ModuleType, tmp_path: Path) -> None:
    dev.LOCK = str(tmp_path / "changed.lock")
    Path(dev.LOCK).write_text("tinydb==4.9.0\n", encoding="utf-8")
    assert not dev.environment_is_current()


def test_an_environment_whose_python_is_gone_is_not_current(dev: ModuleType) -> None:
    Path(dev.PYTHON).unlink()
    assert not dev.environment_is_current()


def test_naming_another_python_makes_the_environment_old(
    dev: ModuleType, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HIPCOACH_PYTHON", "python3.11")
    assert not load_dev().environment_is_current()


def test_a_folder_with_something_else_in_it_is_left_alone(dev: ModuleType, tmp_path: Path) -> None:
    Path(dev.STAMP).unlink()
    done = call(tmp_path, "run")
    assert done.returncode == 2
    assert "holds something else" in done.stderr
    assert Path(dev.PYTHON).exists()


def test_a_link_to_another_environment_is_left_alone(dev: ModuleType, tmp_path: Path) -> None:
    theirs = tmp_path / "theirs"
    Path(dev.VENV).rename(theirs)
    Path(dev.VENV).symlink_to(theirs)
    (theirs / Path(dev.STAMP).name).unlink()
    done = call(tmp_path, "run")
    assert done.returncode == 2
    assert "is a link" in done.stderr
    assert Path(dev.PYTHON).exists()


@pytest.fixture
def only_these_pythons(
    dev: ModuleType, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> list[tuple[int, int]]:
    """A machine with a shim that fails, a 3.12, a 3.11, a 3.12 without venv and a 3.10."""
    answers = {
        "a/python3.13": "exit 127",
        "b/python3.11": 'echo 3 11 True "$0"',
        "c/python3.12": 'echo 3 12 False "$0"',
        "d/python3.12": 'echo 3 12 True "$0"',
        "e/python3": 'echo 3 10 True "$0"',
    }
    for name, text in answers.items():
        write_script(tmp_path / name, text)
    monkeypatch.setenv("PATH", ":".join(str(tmp_path / folder) for folder in "abcde"))
    monkeypatch.setenv("PYENV_ROOT", str(tmp_path / "none"))
    monkeypatch.setattr(sys, "executable", str(tmp_path / "e" / "python3"))
    return [python.version for python in dev.interpreters()]


def test_the_newest_complete_python_is_preferred(
    dev: ModuleType, tmp_path: Path, only_these_pythons: list[tuple[int, int]]
) -> None:
    assert only_these_pythons == [(3, 12), (3, 11), (3, 12)]
    assert dev.choose_python().path == str(tmp_path / "d" / "python3.12")


def test_a_python_that_is_too_old_is_refused_with_a_sentence(
    dev: ModuleType, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    write_script(tmp_path / "old", 'echo 3 10 True "$0"')
    dev.NAMED_PYTHON = str(tmp_path / "old")
    with pytest.raises(SystemExit) as stopped:
        dev.choose_python()
    assert stopped.value.code == 3
    assert "needs Python 3.11" in capsys.readouterr().err


@pytest.fixture
def machine(
    dev: ModuleType, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Callable[..., None]:
    """A machine where a part of each of these groups is missing, and a user who may not install."""

    def lacks(*groups: str) -> None:
        table = {name: {"sh": "dash"} for name in (*dev.WINDOW_TESTS, dev.WAYLAND)}
        table |= {name: {"libno-such.so.9": f"for-{name.lower()}"} for name in groups}
        file = tmp_path / "packaging" / "debian.json"
        file.parent.mkdir()
        file.write_text(json.dumps(table), encoding="utf-8")

    dev.ROOT = str(tmp_path)
    monkeypatch.setattr(os, "geteuid", lambda: 1000)
    monkeypatch.delenv("DISPLAY", raising=False)
    monkeypatch.delenv("WAYLAND_DISPLAY", raising=False)
    return lacks


only_linux = pytest.mark.skipif(
    not sys.platform.startswith("linux"), reason="only there are packages asked for"
)


@only_linux
@pytest.mark.parametrize(
    ("screen", "arguments", "asked"),
    [
        ("DISPLAY", (), "for-display"),
        ("WAYLAND_DISPLAY", (), "for-wayland_display"),
        ("DISPLAY", ("--data-dir", "play"), "for-display"),
    ],
)
def test_a_window_needs_the_parts_of_the_screen_that_there_is(
    dev: ModuleType,
    machine: Callable[..., None],
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    screen: str,
    arguments: tuple[str, ...],
    asked: str,
) -> None:
    machine("DISPLAY", "WAYLAND_DISPLAY")
    monkeypatch.setenv(screen, ":0")
    with pytest.raises(SystemExit) as stopped:
        dev.run(*arguments)
    assert stopped.value.code == 3
    assert capsys.readouterr().err == f"dev: run first: {dev.INSTALL}{asked}\n"


@pytest.mark.parametrize(
    ("screen", "arguments"),
    [("", ()), ("DISPLAY", ("pain", "3")), ("DISPLAY", ("--data-dir", "here", "today"))],
)
def test_without_a_window_no_part_of_a_screen_is_needed(
    dev: ModuleType,
    machine: Callable[..., None],
    monkeypatch: pytest.MonkeyPatch,
    screen: str,
    arguments: tuple[str, ...],
) -> None:
    machine("offscreen", "DISPLAY")
    started: list[tuple[str, ...]] = []
    dev.become = lambda *command: started.append(command)
    if screen:
        monkeypatch.setenv(screen, ":0")
    dev.run(*arguments)
    assert started == [("-m", "hipcoach", *arguments)]


@only_linux
def test_without_parts_for_window_tests_it_goes_on_and_says_so(
    dev: ModuleType, machine: Callable[..., None], capsys: pytest.CaptureFixture[str]
) -> None:
    machine("window tests")
    dev.setup()
    told = capsys.readouterr().err
    assert told == f"dev: window tests are left out; for them run: {dev.INSTALL}for-window tests\n"


@only_linux
def test_what_qt_needs_in_any_case_is_asked_for(
    dev: ModuleType, machine: Callable[..., None], capsys: pytest.CaptureFixture[str]
) -> None:
    machine("offscreen")
    with pytest.raises(SystemExit) as stopped:
        dev.setup()
    assert stopped.value.code == 3
    assert "for-offscreen" in capsys.readouterr().err


@only_linux
def test_missing_is_what_is_neither_a_library_nor_a_program_here(
    dev: ModuleType, tmp_path: Path
) -> None:
    parts = {"sh": "1", "libc.so.6": "2", "libno-such.so.9": "3", "no-such-program": "4"}
    (tmp_path / "packaging").mkdir()
    (tmp_path / "packaging" / "debian.json").write_text(json.dumps({"some": parts}))
    dev.ROOT = str(tmp_path)
    assert dev.missing_packages("some") == ["3", "4"]
