"""The language of the screenshots is longer, marks every text and keeps its fields."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from hipcoach.core import text
from hipcoach.core.text import ntr, tr
from tests.shots.pseudo import Pseudo


@pytest.fixture(autouse=True)
def language() -> Iterator[None]:
    kept = text._catalogue
    text.use(Pseudo())
    yield
    text.use(kept)


@pytest.mark.parametrize("said", ["Go", "Start", "Lie on your side and lift the upper knee. " * 9])
def test_every_text_is_a_third_longer_and_in_brackets(said: str) -> None:
    longer = tr(said)
    assert longer[0] + longer[-1] == "[]"
    assert 1.3 * len(said) <= len(longer) <= 1.4 * len(said) + 3


def test_fields_are_filled_as_in_english() -> None:
    assert "{" not in tr("Back pain: {score}", score=3)
    assert "3" in tr("Back pain: {score}", score=3)
    assert ntr("{n} minute", "{n} minutes", 5).startswith("[5 mîñütéš")
