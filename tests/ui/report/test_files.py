"""The report as a file: saved where the user says, opened for printing, refused calmly."""

from __future__ import annotations

import errno
import io
import os
import stat
from collections.abc import Iterator
from pathlib import Path

import pytest
from pypdf import PdfReader
from PySide6.QtCore import QObject, QUrl, Slot
from PySide6.QtGui import QDesktopServices

from hipcoach.core.report_wishes import Section


class Viewer(QObject):
    """The system's program for files."""

    def __init__(self) -> None:
        super().__init__()
        self.opened: list[Path] = []

    @Slot(QUrl)
    def show(self, url: QUrl) -> None:
        self.opened.append(Path(url.toLocalFile()))


@pytest.fixture
def viewer() -> Iterator[Viewer]:
    made = Viewer()
    QDesktopServices.setUrlHandler("file", made, "show")
    yield made
    QDesktopServices.unsetUrlHandler("file")


def text_of(path: Path) -> str:
    pages = PdfReader(io.BytesIO(path.read_bytes())).pages
    return " ".join("\n".join(page.extract_text() for page in pages).split())


def test_save_asks_where_and_says_where_it_is(visitor, viewer, tmp_path) -> None:
    visitor.write(visitor.page.card.questions.field, "May I swim?")
    visitor.press(visitor.page.foot.save)
    asked = visitor.dialog()
    assert Path(asked.selectedFiles()[0]).name == "HipCoach report 2026-11-02.pdf"
    path = tmp_path / "mine.pdf"

    visitor.answer(path)

    assert "May I swim?" in text_of(path)
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert "Saved as mine.pdf" in visitor.texts
    visitor.press(visitor.page.foot._told._open)
    assert viewer.opened == [path]
    visitor.press(visitor.page.foot.save)
    assert Path(visitor.dialog().directory().path()) == tmp_path
    visitor.dialog().reject()


def test_ctrl_e_opens_the_page_and_asks(visitor) -> None:
    visitor.window.show_page("today")
    visitor.flow.export()
    asked = visitor.dialog()
    assert asked
    visitor.flow.export()
    assert visitor.dialog() is asked
    asked.reject()
    visitor.settle()
    assert visitor.window.shown == "report"
    assert visitor.picture is not None


def test_the_file_has_what_is_typed_at_that_moment(visitor, tmp_path) -> None:
    visitor.page.card.questions.field.setPlainText("May I ride?")
    visitor.save_as(tmp_path / "mine.pdf")
    assert "May I ride?" in text_of(tmp_path / "mine.pdf")


def test_a_full_disk_leaves_the_old_file_whole(visitor, tmp_path, monkeypatch) -> None:
    path = tmp_path / "mine.pdf"
    path.write_bytes(b"%PDF of last month")

    def full(_descriptor: int) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    visitor.save_as(path)

    told = f"{path} could not be written (No space left on device). Nothing was changed."
    assert told in visitor.texts
    assert path.read_bytes() == b"%PDF of last month"
    assert {it.name for it in tmp_path.iterdir()} == {path.name, "diary"}
    monkeypatch.undo()
    visitor.save_as(path)
    assert told not in visitor.texts
    assert path.read_bytes().startswith(b"%PDF-1.7")


def test_a_folder_that_is_gone_and_the_diarys_own_are_refused(visitor, tmp_path) -> None:
    gone = tmp_path / "stick" / "mine.pdf"
    visitor.save_as(gone)
    assert f"The folder {gone.parent} does not exist." in visitor.texts

    own = visitor.desk.store.folder / "diary.json"
    before = own.read_bytes() if own.exists() else None
    visitor.save_as(own)
    assert f"{own} is in the diary's own folder." in visitor.texts
    assert (own.read_bytes() if own.exists() else None) == before


def test_to_print_it_opens_a_private_copy_that_is_replaced(visitor, viewer) -> None:
    folder = visitor.desk.store.folder / "print"
    visitor.press(visitor.page.foot.print)
    first = text_of(folder / "report.pdf")
    visitor.write(visitor.page.card.questions.field, "May I swim?")
    visitor.press(visitor.page.foot.print)

    assert viewer.opened == [folder / "report.pdf"] * 2
    assert [it.name for it in folder.iterdir()] == ["report.pdf"]
    assert "May I swim?" in text_of(folder / "report.pdf")
    assert "May I swim?" not in first
    modes = [stat.S_IMODE(it.stat().st_mode) for it in (folder, folder / "report.pdf")]
    assert modes == [0o700, 0o600]
    assert "It opens where you read PDF files. Print it from there." in visitor.texts


def test_without_a_program_that_opens_it_one_sentence_says_where_it_is(
    visitor, monkeypatch
) -> None:
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda _url: False)
    visitor.press(visitor.page.foot.print)
    path = visitor.desk.store.folder / "print" / "report.pdf"
    told = f"Nothing here opens PDF files. The report is in {path}."
    assert told in visitor.texts


def test_a_missing_part_of_the_installation_is_said(visitor, tmp_path) -> None:
    visitor.flow._workshop.__init__(tmp_path / "fonts", tmp_path / "report.typ")
    vars(visitor.flow._workshop).pop("_press", None)
    visitor.press(visitor.page.card.sections.boxes[Section.CHART])
    told = "Please install HipCoach again."
    assert any(told in text for text in visitor.texts)
    visitor.save_as(tmp_path / "mine.pdf")
    assert not (tmp_path / "mine.pdf").exists()
