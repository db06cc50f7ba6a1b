"""One mechanism for all words: translated, counted, filled, left alone where nothing is known."""

from __future__ import annotations

import gettext
from collections.abc import Iterator
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo

from hipcoach.core import text
from hipcoach.core.text import Message, message, ntr, say, tr


@pytest.fixture
def german(tmp_path: Path) -> Iterator[None]:
    """A catalogue of a few German words."""
    catalogue = Catalog(locale="de")
    catalogue.add("Hold", "Halten")
    catalogue.add("Back pain: {score}", "Rückenschmerz: {score}")
    catalogue.add(("{n} minute", "{n} minutes"), ("{n} Minute", "{n} Minuten"))
    folder = tmp_path / "de" / "LC_MESSAGES"
    folder.mkdir(parents=True)
    with (folder / "hipcoach.mo").open("wb") as file:
        write_mo(file, catalogue)
    text.install(tmp_path, ["de"])
    yield
    text.install(tmp_path, [])


class Loud(gettext.NullTranslations):
    """A language of capitals, made while running."""

    def gettext(self, message: str) -> str:
        return message.upper()


@pytest.fixture
def loud() -> Iterator[None]:
    text.use(Loud())
    yield
    text.use(gettext.NullTranslations())


def test_without_a_catalogue_the_text_itself_is_said() -> None:
    assert tr("Hold") == "Hold"
    assert ntr("{n} minute", "{n} minutes", 1) == "1 minute"
    assert ntr("{n} minute", "{n} minutes", 2) == "2 minutes"


@pytest.mark.usefixtures("german")
def test_words_sentences_and_counts_are_translated() -> None:
    assert tr("Hold") == "Halten"
    assert tr("Back pain: {score}", score=3) == "Rückenschmerz: 3"
    assert ntr("{n} minute", "{n} minutes", 1) == "1 Minute"
    assert ntr("{n} minute", "{n} minutes", 5) == "5 Minuten"
    assert tr("Lower") == "Lower"


@pytest.mark.usefixtures("german")
def test_a_message_is_translated_where_it_is_said_with_the_messages_in_it() -> None:
    inner = message("Hold")
    assert say(message("Back pain: {score}", score=inner)) == "Rückenschmerz: Halten"
    counted = Message(text="{n} minutes", one="{n} minute", n=1)
    assert say(counted) == "1 Minute"


def test_braces_in_a_text_without_values_and_an_empty_text_are_left_alone() -> None:
    assert tr("{not a field}") == "{not a field}"
    assert tr("") == ""


@pytest.mark.usefixtures("loud")
def test_a_language_may_be_made_while_running() -> None:
    assert tr("Hold") == "HOLD"
    assert say(message("Back pain: {SCORE}", SCORE=message("none"))) == "BACK PAIN: NONE"
