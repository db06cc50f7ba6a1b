"""The table of keys beside the keys that really work, and beside the README."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from PySide6.QtGui import QKeySequence

from hipcoach.core.hurt import Choice
from hipcoach.core.text import say
from hipcoach.ui.keys.names import in_words
from hipcoach.ui.keys.table import HURT, SESSION, WINDOW, groups
from hipcoach.ui.player.hurt_offers import LETTERS
from hipcoach.ui.player.keys import KEYS


def keys(group):
    return [key for line in group.lines for key in line.keys]


def test_the_player_s_keys_are_all_listed_and_no_others():
    assert sorted(keys(SESSION)) == sorted(QKeySequence(key).toString() for key in KEYS)


def test_the_letters_after_this_hurts_are_listed():
    assert [LETTERS[choice] for choice in Choice] == [key for key in keys(HURT) if key in "EFSX"]


@pytest.mark.parametrize("group", [WINDOW, SESSION, HURT], ids=lambda group: say(group.title))
def test_the_readme_lists_the_same_keys(root: Path, group):
    readme = (root / "README.md").read_text(encoding="utf-8")
    table = re.search(
        rf"^\| {re.escape(say(group.title))} \| \|\n.*\n((\|.*\n)+)", readme, re.MULTILINE
    )
    assert table
    listed = [f"| {in_words(line)} | {say(line.does)} |" for line in group.lines]
    assert table[1].splitlines() == listed


def test_a_session_lists_what_works_in_it_and_today_what_works_there():
    session = [key for group in groups("player", beside_rail=False) for key in keys(group)]
    assert {"Space", "H", "F1", "Ctrl+Q"} <= {*session}
    assert not {"Ctrl+1", "Ctrl+Z", "Ctrl+Return"} & {*session}
    today = [key for group in groups("today", beside_rail=True) for key in keys(group)]
    assert {"Ctrl+1", "Ctrl+N", "9", "F1"} <= {*today}
    assert "H" not in today
