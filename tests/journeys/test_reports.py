"""The report's wishes, and where its file may go."""

from __future__ import annotations

import stat
from dataclasses import replace
from pathlib import Path

import pytest

from hipcoach.core.report_wishes import Paper, ReportWishes, Who
from hipcoach.journeys.reports import Reports, save_for_printing, save_outside
from hipcoach.report.errors import ReportError

WISHES = ReportWishes(who=Who.NAME, name="Ann Łódź", questions="May I swim?", paper=Paper.LETTER)


def test_wishes_are_stored_and_their_way_back_touches_nothing_else(room) -> None:
    reports, settings = Reports(room.desk), room.desk.store.settings
    before = reports.wishes()

    back = reports.keep_wishes(WISHES)
    settings.put(replace(settings.get(), low_focus=True))

    assert reports.wishes() == WISHES
    back()
    assert reports.wishes() == before
    assert settings.get().low_focus


@pytest.mark.parametrize(("region", "paper"), [("DE", Paper.A4), ("US", Paper.LETTER)])
def test_the_paper_is_the_regions_until_one_is_chosen(room, region: str, paper: Paper) -> None:
    reports = Reports(replace(room.desk, region=region))
    assert reports.paper() is paper
    reports.keep_wishes(WISHES)
    assert reports.paper() is Paper.LETTER


def test_no_report_takes_the_place_of_the_diary(tmp_path: Path) -> None:
    home = tmp_path / "diary"
    home.mkdir()
    (tmp_path / "link").symlink_to(home)
    for folder in (home, tmp_path / "link", home / "backups"):
        with pytest.raises(ReportError, match="is in the diary's own folder"):
            save_outside(home, folder / "diary.json", b"%PDF")
    assert list(home.iterdir()) == []

    save_outside(home, tmp_path / "mine.pdf", b"%PDF")
    assert (tmp_path / "mine.pdf").read_bytes() == b"%PDF"


def test_the_copy_to_print_is_its_owners_alone_and_there_is_one(tmp_path: Path) -> None:
    first = save_for_printing(tmp_path, b"%PDF 1")
    second = save_for_printing(tmp_path, b"%PDF 2")

    assert first == second == tmp_path / "print" / "report.pdf"
    assert first.read_bytes() == b"%PDF 2"
    assert [stat.S_IMODE(it.stat().st_mode) for it in (first.parent, first)] == [0o700, 0o600]


def test_a_folder_that_cannot_be_made_is_told(tmp_path: Path) -> None:
    (tmp_path / "print").write_text("a file of that name")
    with pytest.raises(ReportError, match=r"print.report\.pdf could not be written"):
        save_for_printing(tmp_path, b"%PDF")
