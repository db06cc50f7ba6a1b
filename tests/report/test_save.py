"""Saving replaces the old report in one step, or leaves it as it was and says why."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from hipcoach.report.errors import ReportError
from hipcoach.report.save import save


def test_a_new_file_and_a_replaced_one(tmp_path: Path) -> None:
    target = tmp_path / "Bericht äöü.pdf"
    save(target, b"first")
    save(target, b"second")
    assert target.read_bytes() == b"second"
    assert list(tmp_path.iterdir()) == [target]


def test_a_link_stays_a_link(tmp_path: Path) -> None:
    real, link = tmp_path / "real.pdf", tmp_path / "link.pdf"
    real.write_bytes(b"old")
    link.symlink_to(real)
    save(link, b"new")
    assert link.is_symlink()
    assert real.read_bytes() == b"new"


def test_a_folder_is_refused(tmp_path: Path) -> None:
    with pytest.raises(
        ReportError, match=r"is a folder\. Name a file, as in report\.pdf\."
    ) as refused:
        save(tmp_path, b"new")
    assert refused.value.exit_code == 2
    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_does_not_exist_is_named(tmp_path: Path) -> None:
    with pytest.raises(ReportError, match="nowhere does not exist"):
        save(tmp_path / "nowhere" / "report.pdf", b"new")


def test_a_name_that_the_system_refuses_leaves_nothing_behind(tmp_path: Path) -> None:
    with pytest.raises(ReportError, match=r"could not be written .* Nothing was changed"):
        save(tmp_path / ("x" * 300 + ".pdf"), b"new")
    assert list(tmp_path.iterdir()) == []


def test_a_failed_write_keeps_the_old_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    target = tmp_path / "report.pdf"
    target.write_bytes(b"old")

    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(ReportError, match="No space left on device"):
        save(target, b"new")
    assert target.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [target]
