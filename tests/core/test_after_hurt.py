"""This hurts: the easier version by its name."""

from __future__ import annotations

import pytest

from hipcoach.core.after_hurt import easier_words
from hipcoach.core.catalogue import Catalogue
from hipcoach.core.parts import easier, part
from hipcoach.core.program import Prescription
from hipcoach.core.run import Times
from hipcoach.core.text import say


@pytest.mark.parametrize(
    ("rung", "owned", "words"),
    [
        ("green", {1, 2, 3}, "Easier version: red band"),
        ("green", {3}, "Easier version: no band"),
        ("none", {1, 2, 3}, "Easier version: half the range"),
    ],
)
def test_it_is_the_step_that_would_follow(
    catalogue: Catalogue, rung: str, owned: set[int], words: str
) -> None:
    clam = catalogue.exercises["clamshell-band"]
    asked = Prescription(exercises=(clam.id,), sets=2, low=12, high=15, tag="S3")
    now = part(asked, clam, clam.rung(rung), catalogue, Times())
    assert say(easier_words(easier(now, catalogue, owned))) == words
