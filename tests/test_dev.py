"""dev.py finds a Python, trusts only an environment built to its end, and hands everything on."""

from __future__ import annotations

import importlib.util
import subprocess
import sys
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
