"""The report, by keys alone: wished for, looked at, saved, and refused by the disk."""

from __future__ import annotations

import resource
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from pypdf import PdfReader

from hipcoach.core.report_wishes import ReportWishes, Section
from tests.e2e.steps import nameless
from tests.e2e.window import Window

Start = Callable[..., Window]
QUESTION = "Is it all right to start swimming?"


def wishes(window: Window) -> ReportWishes:
    return window.diary().settings.report


def open_report(window: Window) -> None:
    """The page, with its picture."""
    window.press("ctrl+5")
    window.until_seen("Report, page 1 of 1")


def ask_where(window: Window, path: Path) -> None:
    """Save from the keys' short way, under this name."""
    window.press("ctrl+e")
    window.until(lambda: "File name:" in str(window.focused()), "the field for the name")
    window.press("ctrl+a")
    window.type(str(path))
    window.press("Return")


def replace_it(window: Window) -> None:
    """Yes, where the file is there already."""
    window.until_seen("(?s).*already exists.*")
    window.press("alt+y")


@contextmanager
def refusing(window: Window, size: int = 20_000) -> Iterator[None]:
    """The disk takes no file of the program's beyond so many bytes."""
    old = resource.prlimit(window.process.pid, resource.RLIMIT_FSIZE)
    resource.prlimit(window.process.pid, resource.RLIMIT_FSIZE, (size, old[1]))
    yield
    resource.prlimit(window.process.pid, resource.RLIMIT_FSIZE, old)


def text_of(path: Path) -> str:
    return " ".join(" ".join(page.extract_text() for page in PdfReader(path).pages).split())


def test_a_wish_is_followed_kept_taken_back_and_saved(on_sample: Start, tmp_path: Path) -> None:
    window, path = on_sample(), tmp_path / "mine.pdf"
    open_report(window)
    assert nameless(window) == []

    window.tab_to(r"Every session and entry \(more pages\)")
    window.press("space")
    window.until_seen(r"Report, page 1 of [2-9]\d*")
    assert Section.EVERY_ENTRY not in wishes(window).left_out
    window.press("ctrl+z")
    window.until_seen("Report, page 1 of 1")
    assert wishes(window) == ReportWishes()

    window.tab_to("My questions, one a line")
    window.type(QUESTION)
    window.press("Tab")
    window.until(lambda: wishes(window).questions == QUESTION, "the question in the diary")
    ask_where(window, path)
    window.until_seen("Saved as mine.pdf")
    window.take_keyboard()  # no window manager is there that gives it back after a dialog
    text = text_of(path)
    assert "Hip exercise and back pain diary" in text
    assert QUESTION in text

    window.press("ctrl+q")
    assert window.wait() == 0
    assert "Traceback" not in window.log()


def test_what_cannot_be_written_is_said_and_the_old_file_stays_whole(
    on_sample: Start, tmp_path: Path
) -> None:
    window, path = on_sample(), tmp_path / "mine.pdf"
    open_report(window)
    ask_where(window, Path("/sys/mine.pdf"))
    window.until_seen(r"/sys/mine\.pdf could not be written \(.*\)\. Nothing was changed\.")
    window.take_keyboard()

    path.write_bytes(b"%PDF of last month")
    with refusing(window):
        ask_where(window, path)
        replace_it(window)
        window.until_seen(rf"{path} could not be written \(.*\)\. Nothing was changed\.")
        window.take_keyboard()
    assert path.read_bytes() == b"%PDF of last month"
    assert [it.name for it in tmp_path.iterdir() if it.is_file()] == ["mine.pdf"]

    ask_where(window, path)
    replace_it(window)
    window.until_seen("Saved as mine.pdf")
    assert "Hip exercise and back pain diary" in text_of(path)
    assert "Traceback" not in window.log()


def test_closing_while_pages_are_set_ends_cleanly(on_sample: Start) -> None:
    window = on_sample()
    open_report(window)
    window.tab_to(r"Every session and entry \(more pages\)")
    window.press("space", "ctrl+q", delay=0)
    assert window.wait() == 0
    assert Section.EVERY_ENTRY not in wishes(window).left_out
    assert "Traceback" not in window.log()
