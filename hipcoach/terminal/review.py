"""The review after a session, asked line by line."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from hipcoach.core.catalogue import Catalogue
from hipcoach.core.exercise import Side
from hipcoach.core.next_time import NextTime
from hipcoach.core.pain import NOTE_LIMIT
from hipcoach.core.review import Review
from hipcoach.core.session import Session, SideSet
from hipcoach.core.text import tr
from hipcoach.terminal.dialogue import Dialogue, pain_question
from hipcoach.terminal.next_time import ask_next_time


def ask_review(
    dialogue: Dialogue,
    session: Session,
    catalogue: Catalogue,
    proposed: Callable[[Review], NextTime],
) -> Review:
    """Ask for tidy repetitions, effort, pain and a note; every question can be left open.

    Last, what the rules propose by the answers, and what of it is not wanted.
    """
    texts = catalogue.texts
    tidy = _ask_tidy(dialogue, session, catalogue)
    ends = {"lowest": tr(texts["effort-lowest"]), "highest": tr(texts["effort-highest"])}
    effort = dialogue.score(tr("How hard was it? 0 {lowest}, 10 {highest}", **ends))
    worst = dialogue.score(tr("How strong was your back pain at its worst in this session? 0-10"))
    after = dialogue.score(pain_question(texts, "pain-now"))
    note = dialogue.line(tr("A note? [Enter: none]"))[:NOTE_LIMIT]
    review = Review(tidy=tidy, effort=effort, worst=worst, after=after, note=note)
    return replace(review, declined=ask_next_time(dialogue, proposed(review)))


def _ask_tidy(dialogue: Dialogue, session: Session, catalogue: Catalogue) -> dict[int, int]:
    """How many repetitions were tidy, where not all of them."""
    if not session.sets:
        return {}
    lines = [_set_line(done, catalogue) for done in session.sets]
    prompt = tr("Were some not tidy? Type the numbers of those sets [Enter: all tidy]:")
    tidy = {}
    for place in dialogue.ticks(lines, prompt):
        done = session.sets[place]
        question = tr("{line}: how many were tidy?", line=lines[place])
        tidy[place] = dialogue.count(question, done.reps)
    return tidy


def _set_line(done: SideSet, catalogue: Catalogue) -> str:
    """By the name of what was done, as in the session."""
    ladder = catalogue.exercises[done.exercise].ladder
    own = next((rung.exercise for rung in ladder if rung.id == done.rung), None)
    sides = {Side.LEFT: tr("left"), Side.RIGHT: tr("right"), Side.BOTH: tr("both")}
    return tr(
        "{name}, set {set}, {side}: {reps}",
        name=tr(catalogue.exercise_names[own or done.exercise].short),
        set=done.set,
        side=sides[done.side],
        reps=done.reps,
    )
