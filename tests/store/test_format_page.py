"""docs/diary-format.md names every table and every field, and no other."""

from __future__ import annotations

import re

import pytest

from hipcoach.core.document import Document
from hipcoach.core.exercise import Resistance
from hipcoach.core.report_wishes import Paper, ReportWishes, Section, Who
from hipcoach.core.run import TEXT_SIZES, Band, Change, Look, Times
from hipcoach.core.session import (
    EASIER_TODAY,
    EASY_DAY,
    EventKind,
    SessionEvent,
    SessionState,
    SideSet,
    Slot,
)
from hipcoach.store.checkpoint import Meta
from hipcoach.store.migrations import FORMAT
from hipcoach.store.saving import KEPT_DAYS
from hipcoach.store.shape import stored_names
from hipcoach.store.tables import KINDS, TABLES

PARTS = {
    "a change": Change,
    "a side-set": SideSet,
    "a resistance": Resistance,
    "an event": SessionEvent,
    "a band": Band,
    "times": Times,
    "the wishes for the report": ReportWishes,
}


@pytest.fixture(scope="module")
def page(root) -> str:
    return (root / "docs" / "diary-format.md").read_text("utf-8")


@pytest.fixture(scope="module")
def described(page) -> dict[str, list[str]]:
    """The fields of each table's and each part's section."""
    sections = re.split(r"^#{3,4} ", page, flags=re.MULTILINE)[1:]
    return {
        section.partition("\n")[0]: re.findall(r"^\| `(\w+)` \|", section, flags=re.MULTILINE)
        for section in sections
    }


def test_every_table_has_its_section_and_every_section_its_table(described) -> None:
    own = ["programs and exercises"]
    assert set(described) == {*KINDS, *PARTS, *own}
    assert list(KINDS) + own[0].split(" and ") == list(TABLES)


@pytest.mark.parametrize("table", KINDS)
def test_every_field_of_a_table_is_described(described, table) -> None:
    common = list(stored_names(Document))
    assert common + described[table] == list(stored_names(KINDS[table].type))


@pytest.mark.parametrize("part", PARTS)
def test_every_field_of_a_part_is_described(described, part) -> None:
    assert described[part] == list(stored_names(PARTS[part]))


def test_the_common_fields_and_meta_are_described(page) -> None:
    for name in (*stored_names(Document), *stored_names(Meta)):
        assert f"`{name}`" in page
    assert "`id`, `created_at`, `updated_at`" in page


def test_words_that_a_field_knows_are_described(page) -> None:
    for words in (
        *(Slot, SessionState, EventKind, Look, Who, Section, Paper),
        (EASY_DAY, EASIER_TODAY),
    ):
        for word in words:
            assert f"`{word}`" in page


def test_the_numbers_are_right(page) -> None:
    assert page.splitlines()[2].startswith(f"Format {FORMAT}.")
    assert f"the newest {KEPT_DAYS} are kept" in page
    *most, last = map(str, TEXT_SIZES)
    assert f"{', '.join(most)} or {last}: size of the text" in page
