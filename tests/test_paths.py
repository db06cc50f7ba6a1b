"""Where content and diary are found."""

from __future__ import annotations

from pathlib import Path

import pytest

from hipcoach import paths
from hipcoach.paths import data_folder, licence, resource


def test_in_a_checkout_the_content_stands_beside_the_package():
    assert resource("exercises", "clamshell.toml").is_file()
    assert resource() == Path(paths.__file__).resolve().parents[1] / "resources"


def test_once_installed_the_content_is_inside_the_package(tmp_path, monkeypatch):
    (tmp_path / "resources").mkdir()
    monkeypatch.setattr(paths, "_PACKAGE", tmp_path)
    assert resource("kit.toml") == tmp_path / "resources" / "kit.toml"


@pytest.mark.parametrize("name", ["LICENSE", "THIRD-PARTY-LICENSES.md"])
def test_the_licences_are_found_in_a_checkout_and_once_installed(tmp_path, monkeypatch, name):
    assert licence(name).is_file()
    (tmp_path / "resources" / "licences").mkdir(parents=True)
    installed = tmp_path / "resources" / "licences" / name
    installed.write_text("free", encoding="utf-8")
    monkeypatch.setattr(paths, "_PACKAGE", tmp_path)
    assert licence(name) == installed


def test_the_variable_names_the_data_folder(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("HIPCOACH_HOME", "diary")
    assert data_folder() == tmp_path / "diary"


@pytest.mark.parametrize("value", [None, ""])
def test_without_it_the_platform_does(monkeypatch, tmp_path, value):
    if value is None:
        monkeypatch.delenv("HIPCOACH_HOME", raising=False)
    else:
        monkeypatch.setenv("HIPCOACH_HOME", value)
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.delenv("XDG_DATA_HOME", raising=False)
    found = data_folder()
    assert found.is_absolute()
    assert "hipcoach" in found.name.lower()
