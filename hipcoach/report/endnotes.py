"""The end of the report: how it was asked and counted, its sources, and what it is made with."""

from __future__ import annotations

from collections.abc import Iterator

from hipcoach import __version__
from hipcoach.core.catalogue import Source
from hipcoach.core.format import capitalised, percent
from hipcoach.core.tags import AMBER_FROM, AMBER_RISE, RED_FROM, RED_RISE
from hipcoach.core.text import tr
from hipcoach.report.page import Passage
from hipcoach.report.scope import Scope

THRESHOLDS = "V13"
"""The source of the thresholds of change (clinical.md E1)."""


def endnotes(seen: Scope) -> tuple[Passage, ...]:
    """The passages at the end of the report."""
    return (
        Passage(heading=tr("How it was asked"), paragraphs=tuple(_asked(seen))),
        Passage(heading=tr("How it was counted"), paragraphs=tuple(_counted(seen))),
        Passage(heading=tr("Sources"), paragraphs=tuple(_sources(seen))),
        Passage(heading=tr("Made with"), paragraphs=tuple(_made_with())),
    )


def _asked(seen: Scope) -> Iterator[str]:
    """The wording of the questions, with the ends of their scales."""
    texts = seen.catalogue.texts
    scale = {"low": tr(texts["pain-lowest"]), "high": tr(texts["pain-highest"])}
    yield tr("Pain: whole numbers from 0 “{low}” to 10 “{high}”.", **scale)
    for asked in ("pain-now", "pain-average", "pain-worst", "pain-least", "next-morning"):
        yield tr("“{question}”", question=tr(texts[asked]))
    effort = {"low": tr(texts["effort-lowest"]), "high": tr(texts["effort-highest"])}
    yield tr("Effort: whole numbers from 0 “{low}” to 10 “{high}”.", **effort)
    yield tr("Tidy repetitions: counted by the user after each set.")


def _counted(seen: Scope) -> Iterator[str]:
    """Scoring notes: what every number of the report is."""
    rules = seen.catalogue.rules
    yield tr(
        "Day mean: mean of the day's ratings of pain right now. {days}-day mean: mean of the day "
        "means of the last {days} days, on days with a rating, from {fewest} such days on.",
        days=rules.trend.window_days,
        fewest=rules.trend.fewest_rated_days,
    )
    yield tr(
        "Change: judged from day {day} on, with at least {fewest} rated days on both sides, on "
        "values rounded to one decimal and whole percent.",
        day=rules.trend.judged_from_day,
        fewest=rules.trend.fewest_rated_days,
    )
    yield tr(
        "Sessions: one counts from {share} of its planned sets. Flare-up days and days away are "
        "not planned; an extra session is not counted.",
        share=percent(100 * rules.count.session_share),
    )
    yield _tags()


def _tags() -> str:
    return tr(
        "Tag of a session: the worst of three. Highest pain: amber from {amber}, red from {red}. "
        "Rise since before it, and next morning above the usual one: amber from {rise}, red from "
        "{steep}. Where it was {amber} to {below} before and at most {below} later, its height "
        "does not count. An easy day is amber, and red from a rise of {rise}. Tags are training "
        "limits chosen by HipCoach, not medical alarms.",
        amber=AMBER_FROM,
        red=RED_FROM,
        below=RED_FROM - 1,
        rise=AMBER_RISE,
        steep=RED_RISE,
    )


def _sources(seen: Scope) -> Iterator[str]:
    """The source of the thresholds, then those that the program's own cards name."""
    known = seen.catalogue.sources
    yield tr("Thresholds of change: {source}", source=_source(known[THRESHOLDS]))
    program = seen.catalogue.programs.get(seen.run.program) if seen.run else None
    cards = (program.gives, program.saw, program.cannot) if program else ()
    named = dict.fromkeys(name for card in cards for line in card.lines for name in line.sources)
    for name in named:
        yield tr("Program: {source}", source=_source(known[name]))


def _source(source: Source) -> str:
    """Authors and year, title, journal, DOI, and what of it was read."""
    who = ", ".join(filter(None, (source.authors, str(source.year or ""))))
    doi = tr("DOI {doi}", doi=source.doi) if source.doi else ""
    parts = filter(None, (who, tr(source.title), source.journal, doi, tr(source.read_as)))
    return ". ".join(map(capitalised, parts)) + "."


def _made_with() -> Iterator[str]:
    yield tr("HipCoach {version}, free software under the MIT licence.", version=__version__)
    yield tr("Type: Inter and Inter Display, SIL Open Font License 1.1.")
    yield tr("Set with typst, Apache License 2.0.")
