"""The hints' file: what is wrong in it is told by file, key and reason."""

from __future__ import annotations

import pytest

from hipcoach.core.hints import PAGES, Hint
from hipcoach.paths import resource
from hipcoach.store.catalogue import load_catalogue
from hipcoach.store.content import ContentError, load


def test_every_hint_is_short_and_a_page_has_few():
    hints = load_catalogue(resource()).hints
    assert 5 <= len(hints) <= 7
    assert {hint.page for hint in hints} == set(PAGES)
    assert max(len(hint.text) for hint in hints) <= 110
    assert all(hint.text.count(".") <= 2 for hint in hints)


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ('page = "player"', 'start: a hint stands on one of the pages.*not on "player"'),
        ('page = "today"\nneed = "start"', "start.need: there is no such key here"),
        ('pages = "today"', "start"),
    ],
)
def test_what_is_wrong_is_named(tmp_path, line, told):
    (tmp_path / "hints.toml").write_text(f'[start]\n{line}\ntext = "Press Start."\n')
    with pytest.raises(ContentError, match=f"hints.toml: {told}"):
        load(tmp_path, "hints.toml", dict[str, Hint], keyed=True)
