"""An entry as a row of the table."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime

from hipcoach.core.catalogue import Catalogue
from hipcoach.core.day_names import clock_time, weekday_abbreviated
from hipcoach.core.decision_words import decision_name, done_name
from hipcoach.core.diary import Diary
from hipcoach.core.entries import Line, day_of, moment_of
from hipcoach.core.format import capitalised, date_text, day_text
from hipcoach.core.one_line import one_line
from hipcoach.core.pain import (
    AFTER_SESSION,
    BEFORE_SESSION,
    MUSCLE_ACHE,
    NEXT_MORNING,
    PainRating,
    Place,
    RatingKind,
    place_names,
)
from hipcoach.core.run import AWAY, ILL, Absence, Decision, Flare
from hipcoach.core.session import Session
from hipcoach.core.text import Message, message, ntr, say, tr

LONGEST_NOTE = 300
"""The characters of a note that a row shows at most."""

MORNING, AFTERNOON, EVENING, NIGHT = 4, 12, 18, 22
"""The hours at which the parts of the day begin."""


@dataclass(frozen=True, slots=True, kw_only=True)
class EntryRow:
    """The words of a row.

    `day` as in "Tue 15 Dec", with the year where it is another one; `time` as in "07:35", "" for a
    period; `when` as in "Morning" or "Flare-up"; `score` "" where there is none; `note` is one line
    with places and medicine. `editable`: it can be opened to be changed; `readable`: only to be
    read.
    """

    id: str
    on: date
    day: str
    time: str
    when: Message
    score: str
    note: str
    editable: bool = True
    readable: bool = False


def entry_row(entry: Line, diary: Diary, catalogue: Catalogue, today: date) -> EntryRow:
    """The row of the entry, quick enough to be made as it is shown."""
    on, at = day_of(entry), None
    if not isinstance(entry, Flare | Absence):
        at = moment_of(entry)
    return EntryRow(
        id=entry.id,
        on=on,
        day=_day(on, today),
        time=clock_time(at) if at else "",
        when=_when(entry, catalogue),
        score=str(entry.score) if isinstance(entry, PainRating) else "",
        note=_one_line(_note(entry, catalogue)),
        editable=_is_editable(entry, diary),
        readable=isinstance(entry, Decision),
    )


def _day(day: date, today: date) -> str:
    text = day_text(day) if day.year == today.year else date_text(day)
    return tr("{weekday} {date}", weekday=say(weekday_abbreviated(day)), date=text)


def _is_editable(entry: Line, diary: Diary) -> bool:
    """A decision is what it was; a session needs its run."""
    if isinstance(entry, Session):
        return diary.run(entry.run) is not None
    return not isinstance(entry, Decision)


def _when(entry: Line, catalogue: Catalogue) -> Message:
    if isinstance(entry, PainRating):
        return _of_rating(entry)
    if isinstance(entry, Decision):
        return decision_name(entry, catalogue)
    if isinstance(entry, Session):
        return message("Session without the app")
    if isinstance(entry, Flare):
        return message("Flare-up")
    return message("Ill") if entry.reason == ILL else message("Away")


def _of_rating(rating: PainRating) -> Message:
    """What it was given for, or the window that it speaks of, or the part of the day."""
    told = {
        BEFORE_SESSION: message("Before session"),
        AFTER_SESSION: message("After session"),
        NEXT_MORNING: message("Next morning"),
    }
    known = next((told[tag] for tag in told if tag in rating.tags), None)
    windows = {
        RatingKind.AVERAGE: message("Average of 24 hours"),
        RatingKind.WORST: message("Worst of 24 hours"),
        RatingKind.LEAST: message("Least of 24 hours"),
    }
    return known or windows.get(rating.kind) or _part_of_day(rating.at)


def _part_of_day(at: datetime) -> Message:
    if MORNING <= at.hour < AFTERNOON:
        return message("Morning")
    if AFTERNOON <= at.hour < EVENING:
        return message("Afternoon")
    return message("Evening") if EVENING <= at.hour < NIGHT else message("Night")


def _note(entry: Line, catalogue: Catalogue) -> Iterator[str]:
    """The parts of the note: what was done or how long it lasts, the user's own words, the rest."""
    if isinstance(entry, Decision):
        yield _decided(entry, catalogue)
    elif isinstance(entry, PainRating):
        ache = tr("Muscle ache") if MUSCLE_ACHE in entry.tags else ""
        yield from (_own(entry.note), _places(entry.places), ache, _medicine(entry.medicine))
    elif isinstance(entry, Session):
        yield from (_done(entry, catalogue), _own(entry.note))
    else:
        yield from (_span(entry), "" if entry.reason in {AWAY, ILL} else _own(entry.reason))


def _own(text: str) -> str:
    """The user's own words in the line."""
    return one_line(text, LONGEST_NOTE)


def _decided(decision: Decision, catalogue: Catalogue) -> str:
    """What was decided and why, of which exercise, and whether it was declined."""
    name, words = done_name(decision, catalogue), _own(decision.text)
    if name:
        words = tr("{exercise}: {words}", exercise=say(name), words=words)
    return words if decision.accepted else tr("Declined. {words}", words=words)


def _places(places: tuple[Place, ...]) -> str:
    names = dict(zip(Place, place_names(), strict=True))
    return capitalised("; ".join(tr(names[place]) for place in Place if place in places))


def _medicine(medicine: str) -> str:
    own = _own(medicine)
    return tr("Medicine: {medicine}", medicine=own) if own else ""


def _done(session: Session, catalogue: Catalogue) -> str:
    """The exercises and the number of sets, those of each side by themselves."""
    known = catalogue.exercise_names
    done = dict.fromkeys(made.exercise for made in session.sets)
    names = ", ".join(tr(known[it].short) if it in known else _own(it) for it in done)
    sets = ntr("{n} set", "{n} sets", len(session.sets))
    return tr("{exercises}: {sets}", exercises=names, sets=sets)


def _span(period: Flare | Absence) -> str:
    if period.to is None:
        return tr("Still going on")
    days = (period.to - period.from_).days + 1
    return ntr("{n} day", "{n} days, to {last}", days, last=day_text(period.to))


def _one_line(parts: Iterator[str]) -> str:
    """The parts that say something, no longer than a row can show."""
    text = "; ".join(filter(None, parts))
    return text if len(text) <= LONGEST_NOTE else f"{text[:LONGEST_NOTE].rstrip()}\u2026"
