"""What changes next time and why, as lines of text, and whether the user wants it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from hipcoach.core.news_view import News, NewsKind, NewsStep, NewsView, news_view
from hipcoach.core.next_time import NextCard, NextTime
from hipcoach.core.rule_ids import R_FLARE
from hipcoach.core.text import Message, say, tr
from hipcoach.journeys.coach import Coach
from hipcoach.journeys.days_off import DaysOff
from hipcoach.journeys.desk import Desk
from hipcoach.terminal.dialogue import Dialogue
from hipcoach.terminal.porter import Porter


def ask_next_time(dialogue: Dialogue, found: NextTime) -> frozenset[str]:
    """Tell what becomes of each exercise, and ask where there is a choice; the declined keys."""
    if found.cards:
        dialogue.tell("", tr("Next time:"))
    declined = frozenset(card.key for card in found.cards if not _goes_along(dialogue, card))
    if found.note:
        dialogue.tell(say(found.note))
    return declined


def _goes_along(dialogue: Dialogue, card: NextCard) -> bool:
    name, title = say(card.name), say(card.title)
    dialogue.tell(tr("  {name}: {title}", name=name, title=title), _why(say(card.why)))
    return card.accept is None or _yes(dialogue, say(card.accept))


def _why(why: str) -> str:
    return tr("    Why: {why}", why=why)


def _yes(dialogue: Dialogue, choice: str) -> bool:
    return dialogue.yes(tr("  {choice}?", choice=choice), otherwise=True)


# What was decided since the last session


def news_lines(view: NewsView | None) -> Iterator[str]:
    """What the rules decided since the last session, and what holds now."""
    if view is None:
        return
    yield tr("{title}:", title=say(view.title))
    for news in view.news:
        yield from map(_step, news.steps)
        yield from _reasons(news)


def _step(step: NewsStep) -> str:
    title = say(step.title)
    if step.name is None:
        return tr("  {title}", title=title)
    return tr("  {name}: {title}", name=say(step.name), title=title)


def _reasons(news: News) -> Iterator[str]:
    if news.why:
        why = say(news.why)
        yield tr("    {why}", why=why) if news.kind is NewsKind.QUESTION else _why(why)
    if news.advice:
        yield tr("    {advice}", advice=say(news.advice))


class Newsman:
    """Tells before a session what the rules decided, and asks about what is new in it."""

    def __init__(self, desk: Desk, dialogue: Dialogue, porter: Porter) -> None:
        self._desk, self._dialogue, self._porter = desk, dialogue, porter
        self._known = frozenset(told.id for told in desk.diary().decisions)
        self._told: NewsView | None = None

    def has_told(self, note: Message) -> bool:
        """Whether the reason of this note, that the session is lighter, was among the news."""
        return self._told is not None and self._told.tells(note)

    def lets_on(self) -> bool:
        """Tell it; False where a flare-up's warning list stands in the way of a session.

        What was decided before today's questions is told, and not asked about again; nor is the way
        back from a flare-up, which was just chosen.
        """
        desk = self._desk
        view = news_view(desk.diary(), desk.catalogue, desk.due())
        if view is None:
            return True
        self._told = view
        self._dialogue.tell("", *news_lines(view))
        questions = (news for news in view.news if news.kind is NewsKind.QUESTION)
        lets_on = all(self._no_flare(news) for news in questions)
        self._ask([step for news in view.news for step in news.steps if self._is_open(step)])
        return lets_on

    def _is_open(self, step: NewsStep) -> bool:
        told = step.decision
        if step.decline is None or told is None:
            return False
        return told.id not in self._known and told.rule != R_FLARE

    def _ask(self, steps: Sequence[NewsStep]) -> None:
        """Whether the user goes along with each; they were told with all they say."""
        for step in steps:
            choice = tr("Go along with it") if len(steps) == 1 else _step(step).strip()
            if not _yes(self._dialogue, choice) and step.decision:
                Coach(self._desk).decline(step.decision)
                self._dialogue.tell(tr("  It stays as it is."))

    def _no_flare(self, news: News) -> bool:
        """Whether it is none, or nothing on the warning list is new in it."""
        if self._dialogue.yes(tr("  Flare-up?"), otherwise=False):
            return self._flares_up()
        for step in news.steps:
            if step.decision:
                Coach(self._desk).decline(step.decision)
        return True

    def _flares_up(self) -> bool:
        """It begins once the warning list is answered, whatever it says."""
        self._dialogue.tell("", tr(self._desk.catalogue.texts["flare-up"]))
        clear = self._porter.ask_new_signs()
        DaysOff(self._desk).start_flare()
        return clear
