"""The content as it is shipped."""

from __future__ import annotations

import ast
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

from hipcoach.paths import resource
from hipcoach.store.catalogue import load_catalogue


@pytest.fixture(scope="session")
def catalogue():
    return load_catalogue(resource())


@pytest.fixture(scope="session")
def strings():
    """Every text value of every TOML file, as (file, text)."""
    files = sorted(resource().rglob("*.toml"))
    raw = [(file, tomllib.loads(file.read_text(encoding="utf-8"))) for file in files]
    return [(f"{file.parent.name}/{file.name}", text) for file, v in raw for text in _texts(v)]


SPEAKING = {"tr": 1, "ntr": 2, "message": 1, "Message": 0}
"""The calls that hold texts for the user, and how many of their first arguments are such texts."""

NAMED = {"text", "one"}
"""The keywords that hold them too."""


@pytest.fixture(scope="session")
def said(root: Path) -> list[tuple[str, str]]:
    """Every sentence that the package's own code says, as (file, text)."""
    files = sorted((root / "hipcoach").rglob("*.py"))
    trees = [(file.name, ast.parse(file.read_text(encoding="utf-8"))) for file in files]
    return [(name, text) for name, tree in trees for text in _said(tree)]


@pytest.fixture(scope="session")
def literals(root: Path) -> list[tuple[str, str]]:
    """Every string in the package's code that is no docstring, as (path in the package, text)."""
    package = root / "hipcoach"
    return [
        (file.relative_to(package).as_posix(), text)
        for file in sorted(package.rglob("*.py"))
        for text in _constants(ast.parse(file.read_text(encoding="utf-8")))
    ]


def _constants(tree: ast.AST) -> Iterator[str]:
    stated = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    constants = (node for node in ast.walk(tree) if isinstance(node, ast.Constant))
    told = (node.value for node in constants if id(node) not in stated)
    yield from (value for value in told if isinstance(value, str))


@pytest.fixture(scope="session")
def pages(root: Path) -> list[tuple[str, str]]:
    """The report's template, and what the project says of itself, as (file, text)."""
    project = tomllib.loads((root / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    itself = " ".join((project["description"], *project["keywords"]))
    files = [*sorted((root / "resources" / "report").glob("*.typ")), root / "README.md"]
    texts = [(file.name, file.read_text(encoding="utf-8")) for file in files]
    return [*texts, ("pyproject.toml", itself)]


def _said(tree: ast.AST) -> Iterator[str]:
    """The texts in those calls, also where a name that is given a text or several stands in."""
    assigned = {
        target.id: node.value
        for node in ast.walk(tree)
        if isinstance(node, ast.Assign)
        for target in node.targets
        if isinstance(target, ast.Name)
    }
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
            given = node.args[: SPEAKING.get(node.func.id, 0)]
            if node.func.id in SPEAKING:
                given += [it.value for it in node.keywords if it.arg in NAMED]
            for part in given:
                yield from _literals(assigned.get(part.id, part) if _is_name(part) else part)


def _is_name(node: ast.AST) -> bool:
    return isinstance(node, ast.Name)


def _literals(node: ast.AST) -> Iterator[str]:
    """The texts in an expression, those of its choices included."""
    for part in ast.walk(node):
        if isinstance(part, ast.Constant) and isinstance(part.value, str):
            yield part.value


def _texts(value):
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict | list):
        for inner in value.values() if isinstance(value, dict) else value:
            yield from _texts(inner)
