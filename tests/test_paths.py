"""Where content and diary are found."""

from __future__ import annotations

from pathlib import Path

import pytest
from platformdirs import user_cache_path

from hipcoach import paths
from hipcoach.paths import cache_folder, data_folder, licence, resource


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


def test_pictures_are_kept_beside_a_diary_whose_folder_was_named(tmp_path):
    assert cache_folder(tmp_path / "diary") == tmp_path / "diary" / "cache"


def test_else_where_the_platform_keeps_what_can_be_made_again(monkeypatch, tmp_path):
    monkeypatch.delenv("HIPCOACH_HOME", raising=False)
    for name in ("XDG_DATA_HOME", "XDG_CACHE_HOME"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("HOME", str(tmp_path))
    found = cache_folder(data_folder())
    assert found == user_cache_path("hipcoach", appauthor=False)
    assert not found.is_relative_to(data_folder())


def test_a_user_without_a_home_keeps_them_beside_the_diary(monkeypatch, tmp_path):
    def homeless(*_names, **_more):
        raise RuntimeError("could not determine the home directory")

    monkeypatch.delenv("HIPCOACH_HOME", raising=False)
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    monkeypatch.setattr(paths, "user_cache_path", homeless)
    assert cache_folder(data_folder()) == data_folder() / "cache"
