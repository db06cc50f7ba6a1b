"""The end of the report: how it was asked and counted, its sources, and what it is made with."""

from __future__ import annotations

from collections.abc import Iterator

from hipcoach import __version__
from hipcoach.core.catalogue import Source
from hipcoach.core.format import capitalised, percent
from hipcoach.core.rule_words import rule_words
from hipcoach.core.rules import TagRule
from hipcoach.core.text import say, tr
from hipcoach.report.page import Passage
from hipcoach.report.scope import Scope

THRESHOLDS = "V13"
"""The source of the thresholds of change (clinical.md E1)."""


def endnotes(seen: Scope) -> tuple[Passage, ...]:
    """The passages at the end of the report."""
    rules = tuple(_rules(seen))
    return (
        *([Passage(heading=tr("The rules named above"), paragraphs=rules)] if rules else ()),
        Passage(heading=tr("How it was asked"), paragraphs=tuple(_asked(seen))),
        Passage(heading=tr("How it was counted"), paragraphs=tuple(_counted(seen))),
        Passage(heading=tr("Sources"), paragraphs=tuple(_sources(seen))),
        Passage(heading=tr("Made with"), paragraphs=tuple(_made_with())),
    )


def _rules(seen: Scope) -> Iterator[str]:
    """What each rule means that decided anything in the period, in the order in which they came."""
    decided = (d.rule for d in seen.diary.decisions if seen.holds(d.at.date()))
    for rule in dict.fromkeys(decided):
        if words := rule_words(rule, seen.catalogue.rules):
            yield tr("{rule}: {words}.", rule=rule, words=say(words))


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
    yield _tags(rules.tag)


def _tags(rule: TagRule) -> str:
    """How a session is tagged, with the numbers of the rule."""
    return tr(
        "Tag of a session: the worst of four. Highest pain: amber from {amber}, red from {red}. "
        "Rise since before it, and next morning above the usual one: amber from {rise}, red from "
        "{steep}. A rise of {rise} that is still there {first} to {last} hours later: red. Where "
        "it was {amber} to {below} before and at most {below} later, its height does not count. "
        "An easy day is amber, and red from a rise of {easy}. Tags are training limits chosen by "
        "HipCoach, not medical alarms.",
        amber=rule.amber_from,
        red=rule.red_from,
        below=rule.red_from - 1,
        rise=rule.amber_rise,
        steep=rule.red_rise,
        easy=rule.easy_red_rise,
        first=round(rule.settled_from),
        last=round(rule.settled_to),
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
