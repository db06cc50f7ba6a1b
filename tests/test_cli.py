"""The commands as they are typed: what they print, their exit codes, that nothing is lost."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path

import pytest

from hipcoach.__main__ import main

Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def run(home: Path, capsys: pytest.CaptureFixture[str]) -> Run:
    """Run a command; its exit code, output and error output."""

    def command(*arguments: object) -> tuple[int, str, str]:
        try:
            code = main([str(argument) for argument in arguments])
        except SystemExit as left:
            code = int(left.code or 0)
        output = capsys.readouterr()
        return code, output.out, output.err

    return command


def ratings(home: Path) -> list[dict]:
    document = json.loads((home / "diary.json").read_text(encoding="utf-8"))
    return list(document.get("pain_ratings", {}).values())


def test_without_a_command_it_says_what_is_due_and_how_to_play(run: Run, home: Path) -> None:
    code, out, err = run()
    assert (code, err) == (0, "")
    assert "No program yet." in out
    assert "hipcoach play" in out
    assert not home.exists()


def test_a_rating_prints_its_id_and_is_durable(run: Run, home: Path) -> None:
    code, out, _ = run("pain", 3, "--kind", "worst", "--note", "Łódź <img> =cmd() #x $y$")
    assert code == 0
    (stored,) = ratings(home)
    assert stored["id"] == out.strip()
    assert (stored["score"], stored["kind"]) == (3, "worst")
    assert stored["note"] == "Łódź <img> =cmd() #x $y$"


@pytest.mark.parametrize("note", ["\x00\x07\x1b[31m\u202e", "a\nb\tc\r", "\u2028", "'; drop"])
def test_control_characters_in_a_note_are_kept_exactly(run: Run, home: Path, note: str) -> None:
    assert run("pain", 3, "--note", note)[0] == 0
    assert ratings(home)[0]["note"] == note


@pytest.mark.parametrize(
    "arguments",
    [
        ["pain", "11"],
        ["pain", "3.5"],
        ["pain", "-1"],
        ["pain"],
        ["pain", "3", "--at", "2199-01-01"],
        ["pain", "3", "--at", "soon"],
        ["pain", "3", "--kind", "strange"],
        ["pain", "3", "--note", "x" * 1_000_000],
        ["pain", "3", "--note", "\udcff"],
        ["nonsense"],
        ["report", "x.pdf", "--from", "2026-02-30"],
        ["sample", "--weeks", "0"],
        ["sample", "--weeks", "٣"],
        ["sample", "--until", "2199-01-01"],
        ["sample", "--until", "1990-01-01"],
        ["explain", "--date", "x"],
        ["play"],
        ["doctor", "--restore", "nothing.json"],
    ],
)
def test_bad_input_gets_one_sentence_and_exit_code_2(
    run: Run, home: Path, arguments: list[str]
) -> None:
    code, out, err = run(*arguments)
    assert (code, out) == (2, "")
    assert err.count("\n") == 1
    assert err.startswith("hipcoach")
    assert "Traceback" not in err
    assert not (home / "diary.json").exists() or ratings(home) == []


def test_a_report_whose_period_is_upside_down_is_refused(run: Run, tmp_path: Path) -> None:
    target = tmp_path / "x.pdf"
    code, _, err = run("report", target, "--from", "2026-11-02", "--to", "2026-11-01")
    assert code == 2
    assert err.count("\n") == 1
    assert not target.exists()


def test_the_sample_fills_an_empty_folder_only_and_always_alike(run: Run, tmp_path: Path) -> None:
    for name in ("a", "b"):
        code, out, _ = run("--data-dir", tmp_path / name, "sample", "--until", "2026-11-20")
        assert code == 0
        assert "12 weeks" in out
    assert (tmp_path / "a/diary.json").read_bytes() == (tmp_path / "b/diary.json").read_bytes()
    before = (tmp_path / "a/diary.json").read_bytes()
    code, _, err = run("--data-dir", tmp_path / "a", "sample")
    assert code == 2
    assert "holds a diary already" in err
    assert (tmp_path / "a/diary.json").read_bytes() == before


def test_today_explain_report_and_doctor_read_the_sample(
    run: Run, home: Path, tmp_path: Path
) -> None:
    run("sample", "--weeks", 4)
    before = {path: path.read_bytes() for path in home.rglob("*") if path.is_file()}
    code, out, _ = run("today")
    assert code == 0
    assert "Sample diary" in out
    assert "A session is due" in out
    assert "Clamshell" in out
    code, out, _ = run("explain")
    assert code == 0
    assert "Clamshell: starts at yellow band" in out
    session = r"^  Morning session: pain \d before, .*: green \(R-\w+\)\. Effort \d\.$"
    clam = r"^    Clamshell, yellow band: left \d+, \d+; right \d+, \d+ tidy\.$"
    assert re.search(session, out, re.MULTILINE)
    assert re.search(clam, out, re.MULTILINE)
    assert out.splitlines()[-1].startswith("Next, R-")
    target = tmp_path / "summary.pdf"
    assert run("report", target, "--paper", "letter")[0] == 0
    assert target.read_bytes().startswith(b"%PDF-1.7")
    code, out, _ = run("doctor")
    assert code == 0
    assert "Nothing is wrong." in out
    after = {path: path.read_bytes() for path in home.rglob("*") if path.is_file()}
    assert after == before


def test_explain_of_a_day_knows_what_was_known_at_its_end(run: Run, home: Path) -> None:
    assert run("explain")[1].startswith("No program is under way on ")
    assert not home.exists()
    run("sample", "--weeks", 4, "--until", "2026-10-31")
    first = run("explain", "--date", "2026-10-04")
    assert first[0] == 0
    assert first[1].count("2026") == 2  # the program's start, and its first day
    assert "Sun 4 Oct 2026" in first[1]
    assert "the next morning still to come" in first[1]
    later = run("explain", "--date", "2026-10-05")[1]
    assert "Mon 5 Oct 2026" in later
    assert "the next morning" in later
    assert run("explain", "--date", "2026-10-03")[1] == ("No program is under way on 3 Oct 2026.\n")


def test_nothing_is_explained_of_a_day_to_come(run: Run) -> None:
    code, out, error = run("explain", "--date", "2999-01-01")
    assert (code, out) == (2, "")
    assert "2999-01-01 is in the future." in error


def test_a_report_shows_what_was_chosen_on_its_page(
    run: Run, home: Path, tmp_path: Path, morning: datetime
) -> None:
    from pypdf import PdfReader

    from hipcoach.core.report_wishes import Paper, ReportWishes
    from hipcoach.core.run import Settings
    from hipcoach.store.store import Store

    run("pain", 3)
    chosen = ReportWishes(initials="A. L.", questions="Why?", left_out=(), paper=Paper.LETTER)
    with Store.open(home, now=lambda: morning, new_id=iter("ab").__next__) as store:
        store.settings.put(Settings(report=chosen))
    target = tmp_path / "summary.pdf"
    assert run("report", target)[0] == 0
    first, second = PdfReader(target).pages
    assert round(first.mediabox.width) == 612
    assert "A. L." in first.extract_text()
    assert "Why?" in first.extract_text()
    assert "Every pain entry" in second.extract_text()
    assert run("report", target, "--paper", "a4")[0] == 0
    assert round(PdfReader(target).pages[0].mediabox.width) == 595


def test_nothing_is_written_into_the_diarys_own_folder(run: Run, home: Path) -> None:
    run("pain", 3)
    before = {path: path.read_bytes() for path in home.rglob("*") if path.is_file()}
    for command in (
        ["report", home / "diary.json"],
        ["export", home / "diary.json.journal", "--format", "json"],
        ["export", home / "backups", "--format", "csv"],
    ):
        code, _, err = run(*command)
        assert (code, err.count("\n")) == (2, 1)
    assert {path: path.read_bytes() for path in home.rglob("*") if path.is_file()} == before


def test_a_report_replaces_files_and_nothing_else(run: Run, tmp_path: Path) -> None:
    import os

    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    code, _, err = run("report", pipe)
    assert (code, err.count("\n")) == (2, 1)
    assert pipe.is_fifo()


def test_a_sample_that_cannot_be_made_leaves_no_folder(run: Run, home: Path) -> None:
    assert run("sample", "--until", "1999-01-01")[0] == 2
    assert not home.exists()


def test_a_user_without_a_home_is_told_what_to_do(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    from hipcoach import paths

    def nowhere(*_: object, **__: object) -> Path:
        raise RuntimeError("Could not determine home directory.")

    monkeypatch.delenv("HIPCOACH_HOME")
    monkeypatch.setattr(paths, "user_data_path", nowhere)
    code, _, err = run("today")
    assert code == 3
    assert "HIPCOACH_HOME" in err


def test_a_full_disk_behind_the_output_is_one_sentence(home: Path) -> None:
    with Path("/dev/full").open("w") as full:
        done = subprocess.run(
            [sys.executable, "-m", "hipcoach", "today"],
            stdout=full,
            stderr=subprocess.PIPE,
            text=True,
            check=False,
        )
    assert done.returncode == 3
    assert done.stderr.count("\n") == 1


def test_exports_refuse_what_exists(run: Run, tmp_path: Path) -> None:
    run("pain", 3)
    assert run("export", tmp_path / "all.json", "--format", "json")[0] == 0
    assert run("export", tmp_path / "tables", "--format", "csv")[0] == 0
    assert (tmp_path / "tables/pain_ratings.csv").read_bytes().startswith(b"\xef\xbb\xbf")
    for target, form in (("all.json", "json"), ("tables", "csv")):
        code, _, err = run("export", tmp_path / target, "--format", form)
        assert code == 2
        assert err.count("\n") == 1


def test_a_locked_diary_is_exit_code_4_and_can_still_be_read(
    run: Run, home: Path, tmp_path: Path, morning: datetime
) -> None:
    from hipcoach.store.store import Store

    run("pain", 3)
    with Store.open(home, now=lambda: morning, new_id=iter("ab").__next__):
        code, _, err = run("pain", 4)
        assert code == 4
        assert err.count("\n") == 1
        assert run("today")[0] == 0
        assert run("report", tmp_path / "x.pdf")[0] == 0
    assert len(ratings(home)) == 1


@pytest.mark.parametrize("damage", [b"", b"{", b"[]", b'{"_meta": 3}', b"\xff\xfe"])
def test_an_unreadable_diary_is_exit_code_5_and_stays_as_it_is(
    run: Run, home: Path, damage: bytes
) -> None:
    home.mkdir()
    (home / "diary.json").write_bytes(damage)
    for command in (["pain", 3], ["today"], ["sample"], ["doctor"]):
        code, _, err = run(*command)
        assert code == 5
        assert "Traceback" not in err
    assert (home / "diary.json").read_bytes() == damage


def test_a_newer_format_is_refused_untouched(run: Run, home: Path) -> None:
    run("pain", 3)
    newer = (home / "diary.json").read_bytes().replace(b'"format":1', b'"format":99')
    (home / "diary.json").write_bytes(newer)
    code, _, err = run("pain", 4)
    assert code == 5
    assert "newer" in err
    assert (home / "diary.json").read_bytes() == newer


def test_no_command_imports_qt_or_what_it_does_not_need(home: Path) -> None:
    script = (
        "import sys; from hipcoach.__main__ import main; code = main(['pain', '3']); "
        "heavy = {'PySide6', 'pyqtgraph', 'numpy', 'typst', 'wakepy', 'blessed'}; "
        "sys.exit(code or sorted(heavy & set(sys.modules)) or 0)"
    )
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stderr) == (0, "")


def test_a_closed_pipe_is_no_error(home: Path) -> None:
    script = "import sys; from hipcoach.__main__ import main; sys.exit(main(['today']))"
    command = f'{sys.executable} -c "{script}" | true; exit ${{PIPESTATUS[0]}}'
    done = subprocess.run(["bash", "-c", command], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")


@pytest.mark.parametrize("rate", ["fast", "0", "-1", "nan", "inf"])
def test_a_clock_rate_that_is_no_factor_is_refused(
    run: Run, monkeypatch: pytest.MonkeyPatch, rate: str
) -> None:
    monkeypatch.setenv("HIPCOACH_CLOCK_RATE", rate)
    monkeypatch.setattr(sys.stdin, "isatty", lambda: True, raising=False)
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True, raising=False)
    code, _, err = run("play")
    assert code == 2
    assert "HIPCOACH_CLOCK_RATE" in err


def test_an_unknown_program_is_refused_with_the_known_ones(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys.stdin, "isatty", lambda: True, raising=False)
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True, raising=False)
    code, _, err = run("play", "--program", "couch")
    assert code == 2
    assert "hips-three-twice" in err


def test_a_day_is_noon_and_kept_with_its_offset(run: Run, home: Path) -> None:
    run("pain", 2, "--at", date(2026, 11, 1))
    assert "T12:00:00" in ratings(home)[0]["at"]
