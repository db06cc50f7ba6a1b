"""One translation mechanism for core.

Terminal, report and window, on the standard library's gettext.
"""

from __future__ import annotations

import gettext
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

DOMAIN = "hipcoach"

_catalogue: gettext.NullTranslations = gettext.NullTranslations()


@dataclass(frozen=True, slots=True, kw_only=True)
class Message:
    """A sentence that core has to say: a translatable text with named fields, and its facts.

    `one` is the singular text and `n` the count where the sentence counts something.
    """

    text: str
    one: str | None = None
    n: int = 0
    facts: Mapping[str, object] = field(default_factory=dict)


def install(folder: Path, languages: Sequence[str] | None = None) -> None:
    """Use the catalogues below `folder`.

    `languages` as in gettext, by default the environment's.
    """
    use(gettext.translation(DOMAIN, folder, languages, fallback=True))


def use(translations: gettext.NullTranslations) -> None:
    """Use these translations from now on: a catalogue of gettext, or one made while running."""
    global _catalogue  # noqa: PLW0603 - the language is the process's, as in gettext.install
    _catalogue = translations


def message(text: str, **facts: object) -> Message:
    """A message that the edge will translate and fill: core's way to say something."""
    return Message(text=text, facts=facts)


def say(told: Message) -> str:
    """The message in the user's language, filled with its facts; a fact may be a message itself."""
    facts = {k: say(fact) if isinstance(fact, Message) else fact for k, fact in told.facts.items()}
    if told.one is not None:
        return ntr(told.one, told.text, told.n, **facts)
    return tr(told.text, **facts)


def tr(text: str, **values: object) -> str:
    """`text` in the user's language, with `{name}` fields filled.

    Without values, braces are left alone.
    """
    translated = _catalogue.gettext(text) if text else text
    return translated.format(**values) if values else translated


def ntr(one: str, many: str, n: int, **values: object) -> str:
    """The form of the sentence that fits the count `n`; `{n}` may be used in both."""
    return _catalogue.ngettext(one, many, n).format(n=n, **values)
