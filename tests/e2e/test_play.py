"""`hipcoach play` as a process in a real terminal, at a fast clock."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import pytest

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="pseudo-terminals are a Unix thing")

FAST = "400"
"""Player seconds per second: a session of 20 minutes takes three seconds."""


def screening(shell) -> None:
    """Answer no to all seven pages."""
    for _ in range(7):
        shell.answer(r"not sure\]", "n")


def begin(shell, *, one_leg: str = "y") -> None:
    """From a new folder to getting into position."""
    screening(shell)
    shell.answer("Numbers .*:", "1 2")
    shell.answer("one leg", one_leg)
    shell.answer("right now", "3")
    shell.answer("anything new", "n")
    shell.answer("Press Enter", "")


def review(shell) -> None:
    shell.answer("not tidy", "")
    shell.answer("How hard", "6")
    shell.answer("at its worst", "4")
    shell.answer("right now", "3")
    shell.answer("note", "zum Glück")
    shell.until("Saved.")


def sessions(tmp_path: Path) -> list[dict]:
    """The stored sessions, read as any program could: from the checkpoint of a closed diary."""
    document = json.loads((tmp_path / "diary" / "diary.json").read_text(encoding="utf-8"))
    return [raw for raw in document["sessions"].values() if not raw.get("deleted")]


@pytest.mark.parametrize(("one_leg", "side_sets"), [("y", 12), ("n", 10)])
def test_a_whole_session_leaves_its_side_sets(
    shell, tmp_path: Path, one_leg: str, side_sets: int
) -> None:
    playing = shell("play", rate=FAST)
    begin(playing, one_leg=one_leg)
    review(playing)
    assert playing.wait() == 0
    (session,) = sessions(tmp_path)
    assert session["state"] == "finished"
    assert [done["reps"] for done in session["sets"]] == [15] * side_sets
    assert (session["effort"], session["pain_worst"], session["note"]) == (6, 4, "zum Glück")
    assert "clock × 400" in playing.text


@pytest.mark.parametrize("side_set", [1, 3, 7, 11])
def test_a_kill_resumes_at_the_exact_set_and_side(shell, tmp_path: Path, side_set: int) -> None:
    playing = shell("play", rate=FAST)
    begin(playing)
    journal = tmp_path / "diary" / "diary.json.journal"
    while journal.read_bytes().count(b'"ended_at":"') < sum(range(1, side_set + 1)):
        playing.until("Hold")
    playing.kill()
    again = shell("play", rate=FAST)
    again.answer("right now", "")
    again.answer("anything new", "n")
    place = again.until(r"Resume: .*, set \d, (left|right)")
    done = json_of_last_session(journal)["sets"]
    order = [
        (name, number, side)
        for name in ("Clamshell", "Heel lift", "One-leg bridge")
        for number in (1, 2)
        for side in ("left", "right")
    ]
    name, number, side = order[len(done)]
    assert place == f"Resume: {name}, set {number}, {side}"
    again.answer("Number:", "1")
    again.answer("Press Enter", "")
    review(again)
    assert again.wait() == 0
    (session,) = sessions(tmp_path)
    assert session["sets"][: len(done)] == done
    assert [s["reps"] for s in session["sets"]] == [15] * 12


def json_of_last_session(journal: Path) -> dict:
    """The session as the last whole line of the journal has it."""
    lines = journal.read_bytes().split(b"\n")[:-1]
    changes = [change for line in lines for change in json.loads(line[9:])[1]]
    return [document for table, _, document in changes if table == "sessions"][-1]


def test_pause_hurt_skip_back_done_and_leave_work_by_their_keys(shell, tmp_path: Path) -> None:
    playing = shell("play", rate="20")
    begin(playing)
    playing.until("Get into position")
    playing.press("\r")
    playing.until(r"\n3   of 12")
    playing.press(" ")
    playing.until("Paused")
    playing.press(" ")
    playing.until("Ready")
    playing.until(r"Lift   \d")
    playing.press("\r")
    playing.until("Switch sides")
    playing.press("\r")
    playing.until(r"\n2   of 12")
    playing.press("h")
    playing.until("How much does it hurt")
    playing.press("4")
    playing.until("Where")
    playing.press("1\r")
    playing.until("Easier version")
    playing.press("\r")
    playing.until("no band")
    playing.press("\r")
    playing.until(r"Lift   \d")
    playing.press("\x1b")
    playing.until("Leave the session")
    playing.press("l")
    playing.until("Until the end of today")
    assert playing.wait() == 0
    (session,) = sessions(tmp_path)
    assert session["state"] == "running"
    assert [done["side"] for done in session["sets"]] == ["left"]
    hurt = [event for event in session["events"] if event["kind"] == "hurt"]
    assert [(event["score"], event["choice"]) for event in hurt] == [(4, "easier")]


def test_bytes_that_are_no_text_and_ctrl_z_disturb_nothing(shell) -> None:
    playing = shell("play", rate="20")
    begin(playing)
    playing.until("Get into position")
    playing.raw(b"\xff\xfe\x1a\r")
    playing.until(r"\n1   of 12")
    playing.press("h")
    playing.until("How much does it hurt")
    playing.press("w")
    playing.until(r"not sure\]")


def test_the_end_of_the_program_leaves_the_terminal_as_it_was(shell, tmp_path: Path) -> None:
    playing = shell("play", rate="20")
    begin(playing)
    playing.until(r"\n2   of 12")
    playing.process.terminate()
    assert playing.wait() == 128 + 15
    assert playing.ends_sane()
    again = shell("play", rate="20")
    again.answer("right now", "")
    again.answer("anything new", "n")
    again.until("Resume: Clamshell, set 1, left")


def test_ctrl_c_leaves_without_a_trace_and_without_a_traceback(shell, tmp_path: Path) -> None:
    playing = shell("play")
    playing.until(r"not sure\]")
    playing.press("\x03")
    assert playing.wait() == 0
    assert "Traceback" not in playing.text


def test_a_second_one_is_told_that_the_diary_is_open(shell) -> None:
    playing = shell("play")
    playing.until(r"not sure\]")
    second = shell("pain", "3")
    assert second.wait() == 4
    assert second.text.count("\n") == 1
