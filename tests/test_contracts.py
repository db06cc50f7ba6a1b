"""Imports point down: the contracts hold, and each of them notices when it is broken."""

from __future__ import annotations

import ast
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent


def lint_imports(tree: Path) -> subprocess.CompletedProcess[str]:
    """What import-linter says about the package in this folder."""
    return subprocess.run(
        [Path(sys.executable).with_name("lint-imports"), "--no-logo", "--no-cache"],
        cwd=tree,
        env={**os.environ, "PYTHONPATH": str(tree), "COLUMNS": "200"},
        capture_output=True,
        text=True,
        check=False,
    )


def broken(done: subprocess.CompletedProcess[str]) -> str:
    """The names of the contracts that it says are broken, one a line."""
    assert done.returncode != 0
    return "\n".join(text for text in done.stdout.splitlines() if text.endswith("BROKEN"))


@pytest.fixture
def tree(tmp_path: Path) -> Path:
    """A copy of the package and its contracts, to be broken."""
    shutil.copytree(
        ROOT / "hipcoach", tmp_path / "hipcoach", ignore=shutil.ignore_patterns("__pycache__", ".*")
    )
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    return tmp_path


def test_contracts_hold(tree: Path) -> None:
    done = lint_imports(tree)
    assert done.returncode == 0, done.stdout
    assert "0 broken" in done.stdout


@pytest.mark.parametrize(
    ("module", "line", "contract"),
    [
        ("core", "import msgspec", "The core knows only the standard library"),
        ("core", "import tinydb", "The core knows only the standard library"),
        ("core", "from PySide6 import QtCore", "The core knows only the standard library"),
        ("core", "import blessed", "The core knows only the standard library"),
        ("core", "from hipcoach import store", "Imports point down"),
        ("store", "from hipcoach import cli", "Imports point down"),
        ("store", "from hipcoach import report", "Imports point down"),
        ("report", "from hipcoach import terminal", "Imports point down"),
        ("report", "from hipcoach import journeys", "Imports point down"),
        ("journeys", "from hipcoach import terminal", "Imports point down"),
        ("report", "from hipcoach.store import store", "The report is handed values"),
        ("store", "import msgspec", "One module knows msgspec"),
        ("figure.skeleton", "from hipcoach.figure import paint", "The figure is solved before"),
        ("figure.scene", "from PySide6 import QtGui", "Only the painters of the figure know Qt"),
        ("terminal", "import tinydb", "Only the store knows TinyDB"),
        ("journeys", "import tinydb", "Only the store knows TinyDB"),
        ("journeys", "from PySide6 import QtCore", "Commands without a window import no Qt"),
        ("terminal", "def late():\n    import PySide6", "Commands without a window import no Qt"),
        ("store", "import pyqtgraph", "Commands without a window import no Qt"),
    ],
)
def test_breaking_a_contract_is_noticed(tree: Path, module: str, line: str, contract: str) -> None:
    breach = tree.joinpath("hipcoach", *module.split("."), "breach.py")
    breach.write_text(f"{line}\n", encoding="utf-8")
    done = lint_imports(tree)
    assert contract in broken(done)
    assert f"hipcoach.{module}.breach" in done.stdout


@pytest.mark.parametrize(
    ("module", "line", "contract"),
    [
        ("core/text.py", "from hipcoach.core import player", "No module below the window"),
        ("core/progression/facts.py", "from hipcoach.core.progression import up", "The rules go"),
    ],
)
def test_a_circle_and_a_rule_that_looks_ahead_are_noticed(
    tree: Path, module: str, line: str, contract: str
) -> None:
    with (tree / "hipcoach" / module).open("a", encoding="utf-8") as file:
        file.write(f"{line}\n")
    assert contract in broken(lint_imports(tree))


def test_a_new_package_must_be_placed_in_a_layer(tree: Path) -> None:
    (tree / "hipcoach" / "extras").mkdir()
    (tree / "hipcoach" / "extras" / "__init__.py").touch()
    done = lint_imports(tree)
    assert done.returncode != 0
    assert "hipcoach.extras" in done.stdout


def imported_names(path: Path) -> set[str]:
    """The top-level names that a module imports anywhere in it."""
    nodes = list(ast.walk(ast.parse(path.read_text(encoding="utf-8"))))
    plain = {name.name for node in nodes if isinstance(node, ast.Import) for name in node.names}
    from_ = {node.module or "" for node in nodes if isinstance(node, ast.ImportFrom)}
    return {name.partition(".")[0] for name in plain | from_}


def test_core_imports_nothing_but_the_standard_library() -> None:
    foreign = {
        path.name: names
        for path in (ROOT / "hipcoach" / "core").glob("**/*.py")
        if (names := imported_names(path) - sys.stdlib_module_names - {"hipcoach"})
    }
    assert foreign == {}
