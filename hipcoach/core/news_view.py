"""What the rules decided since the last session, and what holds now, as Today tells it.

Decisions that are due are told before they are stored: whoever looks works out the same.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from enum import StrEnum

from hipcoach.core.catalogue import Catalogue
from hipcoach.core.decision_words import direction, done_name, split_words
from hipcoach.core.diary import Diary
from hipcoach.core.levels import decided_by, decisions_of
from hipcoach.core.lighter import note
from hipcoach.core.progression.begun import Begun, begun
from hipcoach.core.progression.case import Case, case_of
from hipcoach.core.progression.spell import Spell, spell_decision
from hipcoach.core.progression.spells import spells
from hipcoach.core.rule_ids import R_DELOAD, R_FLARE, R_NOCHANGE, R_PRE6, R_RED, R_SORE
from hipcoach.core.run import KEPT, Decision, Run
from hipcoach.core.schedule import Due
from hipcoach.core.session import SessionState
from hipcoach.core.text import Message, message


class NewsKind(StrEnum):
    """What a piece of news is about. SAME: levels stay; ADVICE: somebody should be asked."""

    UP = "up"
    DOWN = "down"
    FEWER = "fewer"
    EASY_WEEK = "easy-week"
    SAME = "same"
    ADVICE = "advice"
    QUESTION = "question"


_EASING = frozenset({R_RED, R_DELOAD})
"""The rules whose decisions make a session lighter, beside those of days missed."""

CHANGES = frozenset({NewsKind.UP, NewsKind.DOWN, NewsKind.FEWER, NewsKind.EASY_WEEK})
"""The kinds that make the next session another one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class NewsStep:
    """One thing that changes: the exercise's name, None for all of them, and what.

    `decline` is the button's text, None where there is nothing to decline; `decision` is what it
    declines.
    """

    name: Message | None
    title: Message
    decline: Message | None = None
    decision: Decision | None = field(default=None, compare=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class News:
    """Steps of one kind for one reason, at least one. `advice` is a sentence after it."""

    kind: NewsKind
    steps: tuple[NewsStep, ...]
    why: Message | None = None
    advice: Message | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class NewsView:
    """The card: its title and at least one piece of news."""

    title: Message
    news: tuple[News, ...]

    def tells(self, easier: Message | None) -> bool:
        """Whether it gives the reason of this note, that the session is lighter."""
        decisions = (step.decision for news in self.news for step in news.steps)
        return easier in [note(told) for told in decisions if told and told.rule in _EASING]


def news_view(
    diary: Diary, catalogue: Catalogue, found: Due, ready: Begun | None = None
) -> NewsView | None:
    """What there is to tell at the moment of `found`; None where that is nothing.

    `ready` is what a session would find now, where that is known already.
    """
    run, now = found.run, found.now
    if run is None or found.program is None:
        return None
    ready = ready or begun(diary, catalogue, run, now)
    new = (*_since_last(diary, run, now), *ready.new)
    case = case_of(ready.diary, catalogue, run, now)
    news = (*_of_spells(case, new, found), *_of_steps(new, catalogue))
    if not news:
        return None
    changes = any(one.kind in CHANGES for one in news)
    title = message("Since your last session") if changes else message("Worth knowing")
    return NewsView(title=title, news=news)


def _since_last(diary: Diary, run: Run, now: datetime) -> Iterator[Decision]:
    """The run's stored decisions that no session has followed yet."""
    kept = (s for s in reversed(diary.sessions) if s.state is not SessionState.DISCARDED)
    last = next((session.started_at for session in kept if session.started_at <= now), None)
    made = (d for d in decisions_of(diary, run, decided_by(diary, now)) if d.at <= now)
    return (d for d in made if last is None or d.at > last)


# ---------------------------------------------------------------------------- the steps


def _of_steps(new: Sequence[Decision], catalogue: Catalogue) -> Iterator[News]:
    """The latest decision about each exercise; those for one reason are told together."""
    latest = {d.exercise: d for d in new if d.exercise or d.rule == R_RED}
    groups: dict[tuple[str, NewsKind, str], list[Decision]] = {}
    for decision in latest.values():
        kind = _kind(decision, catalogue)
        if decision.accepted and kind:
            why = split_words(decision.text)[1]
            groups.setdefault((decision.rule, kind, why), []).append(decision)
    for (_, kind, why), decisions in groups.items():
        steps = tuple(_step(decision, kind, catalogue) for decision in decisions)
        yield News(kind=kind, steps=steps, why=message("{why}", why=why) if why else None)


def _kind(decision: Decision, catalogue: Catalogue) -> NewsKind | None:
    """Which way it goes; None where nothing becomes another one."""
    way = direction(decision, catalogue)
    if way:
        return NewsKind.UP if way > 0 else NewsKind.DOWN
    return NewsKind.FEWER if decision.facts.get("sessions") else None


def _step(decision: Decision, kind: NewsKind, catalogue: Catalogue) -> NewsStep:
    keep = "Keep all sets" if kind is NewsKind.FEWER else "Stay as it is"
    return NewsStep(
        name=done_name(decision, catalogue),
        title=message("{title}", title=split_words(decision.text)[0]),
        decline=message(keep),
        decision=decision,
    )


# ---------------------------------------------------------------------------- the spells

_KINDS = {R_DELOAD: NewsKind.EASY_WEEK, R_FLARE: NewsKind.QUESTION, R_SORE: NewsKind.SAME}
"""What spells are about; all others end with advice."""

_DECLINE = {R_DELOAD: message("No easy week"), R_FLARE: message("No")}


def _of_spells(case: Case, new: Sequence[Decision], found: Due) -> Iterator[News]:
    """What holds for the whole program; of several that come to the same the gravest."""
    titles: set[str] = set()
    for spell in spells(case):
        news = _of_spell(spell, case, new)
        if spell.title.text not in titles and _is_told(spell, news, found):
            titles.add(spell.title.text)
            yield news


def _is_told(spell: Spell, news: News, found: Due) -> bool:
    """Whether it is told here and now.

    Easy days, and an easy week that a session has begun, are told by the main card; that little
    changed once a week, and while the end of the program is open.
    """
    if spell.rule == R_NOCHANGE:
        is_open = found.past_end and not (found.run and found.run.value(KEPT))
        return is_open or (found.day - 1) % 7 == 0
    if spell.rule == R_DELOAD:
        return news.steps[0].decline is not None
    return spell.rule != R_PRE6


def _of_spell(spell: Spell, case: Case, new: Sequence[Decision]) -> News:
    step = NewsStep(name=None, title=spell.title)
    decision = _behind(spell, case, new) if spell.declinable else None
    if decision:
        step = replace(step, decline=_DECLINE.get(spell.rule), decision=decision)
    kind = _KINDS.get(spell.rule, NewsKind.ADVICE)
    return News(kind=kind, steps=(step,), why=spell.why, advice=spell.advice)


def _behind(spell: Spell, case: Case, new: Sequence[Decision]) -> Decision | None:
    """The decision that is declined with the spell; None where a session has followed it."""
    if spell.rule == R_FLARE:
        return spell_decision(spell, case.now)
    return next((d for d in reversed(new) if d.rule == spell.rule and not d.exercise), None)
