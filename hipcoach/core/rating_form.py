"""A pain rating as it is being written: the values of the panel, and what keeps it from being kept.

A form may be unfinished (no score yet); `rating_of` makes the rating of a finished one. HipCoach's
own tags stand apart from the user's: they have a meaning and cannot be typed. One of them the user
sets, with a tick: muscle ache.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date, datetime, time
from enum import StrEnum

from hipcoach.core.document import require_offset
from hipcoach.core.format import grouped
from hipcoach.core.moment import Local, moved_to
from hipcoach.core.pain import (
    AFTER_SESSION,
    BEFORE_SESSION,
    MUSCLE_ACHE,
    NEXT_MORNING,
    NOTE_LIMIT,
    PainRating,
    Place,
    RatingKind,
)
from hipcoach.core.text import Message, message

MOST_TAGS, LONGEST_TAG = 10, 40
"""How many tags of the user's own a rating takes, and the characters of each."""

OURS = {
    BEFORE_SESSION: message("Before a session"),
    AFTER_SESSION: message("After a session"),
    NEXT_MORNING: message("The morning after a session"),
}
"""The tags that HipCoach sets, in words."""

_RESERVED = frozenset({*OURS, MUSCLE_ACHE})

_BETWEEN = re.compile(r"[,;\n،、，；]")
"""Commas and what stands for them, also in other scripts."""


class RatingField(StrEnum):
    """The fields of the panel that a problem can stand beside."""

    WHEN = "when"
    SCORE = "score"
    TAGS = "tags"
    MEDICINE = "medicine"
    NOTE = "note"


@dataclass(frozen=True, slots=True, kw_only=True)
class RatingForm:
    """What the panel shows and gives back. `id` is empty for a new rating, `today` the user's day.

    `ours` are HipCoach's tags, which are shown and not changed, `ache` whether muscle ache is
    ticked, `tags` the user's own. `can_flare`: a flare-up can be begun from here.
    """

    id: str = ""
    title: Message
    today: date
    at: datetime
    kind: RatingKind = RatingKind.NOW
    score: int | None = None
    ours: tuple[str, ...] = ()
    ache: bool = False
    tags: tuple[str, ...] = ()
    places: tuple[Place, ...] = ()
    medicine: str = ""
    note: str = ""
    session: str = ""
    can_flare: bool = False

    def __post_init__(self) -> None:
        require_offset(self.at, "at")


@dataclass(frozen=True, slots=True, kw_only=True)
class FieldProblem:
    """Why a form cannot be kept, and the field that it stands beside."""

    field: RatingField
    text: Message


def new_form(now: datetime, *, can_flare: bool) -> RatingForm:
    """A form for pain now, nothing answered."""
    return RatingForm(title=message("New entry"), today=now.date(), at=now, can_flare=can_flare)


def form_of(rating: PainRating, today: date) -> RatingForm:
    """The form of a rating that is in the diary."""
    return RatingForm(
        id=rating.id,
        title=message("Change this entry"),
        today=today,
        at=rating.at,
        kind=rating.kind,
        score=rating.score,
        ours=tuple(tag for tag in rating.tags if tag in OURS),
        ache=MUSCLE_ACHE in rating.tags,
        tags=tuple(tag for tag in rating.tags if tag not in _RESERVED),
        places=rating.places,
        medicine=rating.medicine,
        note=rating.note,
        session=rating.session,
    )


def rating_of(form: RatingForm) -> PainRating:
    """The rating to be kept; ValueError where the form has a problem of its own."""
    if form.score is None:
        raise ValueError("a rating needs a score")
    return PainRating(
        id=form.id,
        at=form.at,
        kind=form.kind,
        score=form.score,
        tags=(*form.ours, *((MUSCLE_ACHE,) if form.ache else ()), *form.tags),
        places=form.places,
        medicine=form.medicine,
        note=form.note,
        session=form.session,
    )


def is_of_today(form: RatingForm) -> bool:
    """Whether it speaks of the present: its day is today."""
    return form.at.date() == form.today


def form_problem(form: RatingForm, shown: RatingForm) -> FieldProblem | None:
    """The first thing that keeps the form from being kept; None where nothing does.

    `shown` is the form that the panel began with: tags that an import brought stay as they are.
    """
    if form.score is None:
        return FieldProblem(field=RatingField.SCORE, text=message("Choose a number from 0 to 10."))
    if form.tags != shown.tags and (told := tags_problem(form.tags)):
        return FieldProblem(field=RatingField.TAGS, text=told)
    for field, text in ((RatingField.MEDICINE, form.medicine), (RatingField.NOTE, form.note)):
        if len(text) > NOTE_LIMIT:
            return FieldProblem(field=field, text=_too_long(text))
    return None


def _too_long(text: str) -> Message:
    over = len(text) - NOTE_LIMIT
    return Message(
        one="This is {over} character too long: {limit} fit.",
        text="This is {over} characters too long: {limit} fit.",
        n=over,
        facts={"over": grouped(over), "limit": grouped(NOTE_LIMIT)},
    )


def tags_problem(tags: tuple[str, ...]) -> Message | None:
    """Why the user's tags cannot be kept: one sentence, or None."""
    if len(tags) > MOST_TAGS:
        return message("An entry takes at most {n} tags.", n=MOST_TAGS)
    if any(len(tag) > LONGEST_TAG for tag in tags):
        return message("A tag takes at most {n} characters.", n=LONGEST_TAG)
    own = next((tag for tag in tags if tag.casefold() in _RESERVED), None)
    if own is not None:
        return message("HipCoach sets “{tag}” itself.", tag=own)
    return None


def typed_tags(text: str) -> tuple[str, ...]:
    """The tags that were typed with commas between them, each once, as they were written first."""
    found: dict[str, str] = {}
    for part in _BETWEEN.split(text):
        if tag := " ".join(part.split()):
            found.setdefault(tag.casefold(), tag)
    return tuple(found.values())


def tags_text(tags: tuple[str, ...]) -> str:
    """The tags as they are typed."""
    return ", ".join(tags)


def retagged(form: RatingForm, text: str) -> RatingForm:
    """The form with the tags that were typed; the same tags where the text is theirs."""
    return form if text == tags_text(form.tags) else replace(form, tags=typed_tags(text))


def moved(form: RatingForm, day: date, at: time, local: Local) -> RatingForm:
    """The form at another day or time of day (`moved_to`)."""
    moment = moved_to(form.at, day, at, local, stored=bool(form.id))
    return form if moment is form.at else replace(form, at=moment)


def kind_words(kind: RatingKind, *, now: bool) -> Message:
    """What the scale asks for. `now`: the entry speaks of the present, not of an earlier time."""
    if kind is RatingKind.NOW:
        return message("Back pain now") if now else message("Back pain at that time")
    return {
        RatingKind.AVERAGE: message("Average pain, last 24 hours"),
        RatingKind.WORST: message("Worst pain, last 24 hours"),
        RatingKind.LEAST: message("Least pain, last 24 hours"),
    }[kind]
