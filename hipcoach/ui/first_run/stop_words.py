"""What a stop page says: the severity's final wording, sentence by sentence."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from hipcoach.core.gate import Standing
from hipcoach.core.screening import Questionnaire, Severity, emergency_number, items_of
from hipcoach.core.text import tr

SHOWN = {Severity.URGENT: 2}
"""How many sentences are shown, where not all: urgent's third offers a page that the window cannot
save yet."""

EXPLAINED = {Severity.EMERGENCY}
"""Where the second sentence says why; elsewhere it is what to do."""


@dataclass(frozen=True, slots=True, kw_only=True)
class StopWords:
    """The page in the user's language: title, reason ("" without one), what to do, and the signs.

    `number` is whom to call, "" where that is not asked for; `refused` that a doctor said no.
    """

    severity: Severity
    title: str
    reason: str
    steps: tuple[str, ...]
    signs: tuple[str, ...]
    number: str
    refused: bool


def stop_words(questionnaire: Questionnaire, stands: Standing, region: str) -> StopWords:
    """The words for a standing that stops. `region` is an ISO 3166 code, "" where unknown."""
    severity, known = stands.severity, items_of(questionnaire)
    told = sentences(tr(questionnaire.messages[severity]))[: SHOWN.get(severity)]
    first = 2 if severity in EXPLAINED else 1
    emergency = severity is Severity.EMERGENCY
    return StopWords(
        severity=severity,
        title=told[0].rstrip("."),
        reason=_joined(told[1:first]),
        steps=told[first:],
        signs=tuple(tr(known[item].text) for item in stands.items),
        number=tr(emergency_number(questionnaire, region).text) if emergency else "",
        refused=stands.refused,
    )


def sentences(text: str) -> tuple[str, ...]:
    """The text's sentences, each with its full stop."""
    return tuple(re.split(r"(?<=\.)\s+|(?<=。)\s*(?=\S)", text))


def _joined(told: Iterable[str]) -> str:
    return " ".join(told)
