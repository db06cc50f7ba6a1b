"""What changes next time, as lines of text."""

from __future__ import annotations

from hipcoach.core.news_view import News, NewsKind, NewsStep, NewsView
from hipcoach.core.next_time import NextCard, NextTime
from hipcoach.core.progression.verdict import Move
from hipcoach.core.text import message
from hipcoach.terminal.next_time import ask_next_time, news_lines

UP = NextCard(
    key="clamshell-band",
    name=message("Clamshell"),
    move=Move.UP,
    title=message("One step up: red band, 12 reps"),
    why=message("Two calm sessions."),
    accept=message("Step up"),
    decline=message("Stay on yellow"),
)
SAME = NextCard(
    key="single-leg-bridge",
    name=message("One-leg bridge"),
    move=Move.SAME,
    title=message("Same again: two legs"),
    why=message("One session so far."),
)


def test_what_can_be_chosen_is_asked_and_the_rest_is_told(typist) -> None:
    for answer, declined in (("", frozenset()), ("n", frozenset({"clamshell-band"}))):
        typed = typist([answer])
        assert ask_next_time(typed.dialogue, NextTime(cards=(UP, SAME))) == declined
        assert typed.seen == [
            "",
            "Next time:",
            "  Clamshell: One step up: red band, 12 reps",
            "    Why: Two calm sessions.",
            "  Step up? [Y/n]",
            "  One-leg bridge: Same again: two legs",
            "    Why: One session so far.",
        ]


def test_the_note_comes_last_and_without_cards_nothing_is_said(typist) -> None:
    typed = typist([])
    assert ask_next_time(typed.dialogue, NextTime()) == frozenset()
    assert typed.seen == []
    ask_next_time(typed.dialogue, NextTime(note=message("Tomorrow one question."), cards=(SAME,)))
    assert typed.seen[-1] == "Tomorrow one question."


def test_news_are_told_with_their_reasons() -> None:
    step = NewsStep(name=message("Clamshell"), title=message("One step up: red band"))
    held = NewsStep(name=None, title=message("Levels stay as they are"))
    asked = NewsStep(name=None, title=message("A question about your mornings"))
    question = message("Your last 2 mornings were 6, then 6.")
    view = NewsView(
        title=message("Next time"),
        news=(
            News(kind=NewsKind.UP, steps=(step,), why=message("Two calm sessions.")),
            News(kind=NewsKind.ADVICE, steps=(held,), advice=message("Please have it looked at.")),
            News(kind=NewsKind.QUESTION, steps=(asked,), why=question),
        ),
    )
    assert [*news_lines(view)] == [
        "Next time:",
        "  Clamshell: One step up: red band",
        "    Why: Two calm sessions.",
        "  Levels stay as they are",
        "    Please have it looked at.",
        "  A question about your mornings",
        "    Your last 2 mornings were 6, then 6.",
    ]
    assert [*news_lines(None)] == []
