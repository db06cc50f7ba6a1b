"""What the report says, in a few sentences for those who cannot see its picture."""

from __future__ import annotations

from collections.abc import Iterator

from hipcoach.core.text import tr
from hipcoach.report.page import ReportContent


def summary(content: ReportContent) -> str:
    """Title, period, safety line, key numbers and charts, as sentences."""
    return " ".join(sentence for sentence in map(_ended, _parts(content)) if sentence)


def _parts(content: ReportContent) -> Iterator[str]:
    yield content.title
    yield content.sample
    for fact in content.facts:
        yield tr("{name}: {value}", name=fact.label, value=fact.value)
    yield f"{content.safety.label} {content.safety.text}"
    for tile in content.tiles:
        told = tr("{name}: {value}", name=tile.label, value=tile.value)
        yield f"{told}, {tile.detail}" if tile.detail else told
    for figure in (content.pain, content.sessions):
        if figure:
            yield figure.description
    yield content.empty


def _ended(text: str) -> str:
    """With a full stop, so that a screen reader pauses."""
    text = text.strip()
    return text if not text or text[-1] in ".:!?…" else f"{text}."
