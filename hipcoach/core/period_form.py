"""A flare-up, days away or an illness as the panel shows and asks for it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from hipcoach.core.day_names import day_in_words
from hipcoach.core.document import EARLIEST
from hipcoach.core.format import grouped
from hipcoach.core.pain import NOTE_LIMIT
from hipcoach.core.run import AWAY, ILL, Absence, Flare
from hipcoach.core.text import Message, message

DAY = timedelta(days=1)
FARTHEST = timedelta(days=365)
"""How far from today days away can be entered."""


class PeriodKind(StrEnum):
    """What the days were."""

    FLARE = "flare"
    AWAY = "away"
    ILL = "ill"


@dataclass(frozen=True, slots=True, kw_only=True)
class PeriodForm:
    """The answers. `id` "": not stored yet; `last` None: it goes on.

    `note`: what may have set a flare-up off, or what the days away were for; an illness has none.
    """

    id: str = ""
    kind: PeriodKind
    first: date
    last: date | None
    note: str = ""

    @property
    def reason(self) -> str:
        """What is stored as the reason: the note; the kind of an absence where that says more."""
        if self.kind is PeriodKind.ILL:
            return ILL
        note = self.note if self.note.strip() else ""
        return note or (AWAY if self.kind is PeriodKind.AWAY else "")


def new_period(today: date) -> PeriodForm:
    """The form of days that are over, before anything is answered: a flare-up of yesterday."""
    return PeriodForm(kind=PeriodKind.FLARE, first=today - DAY, last=today - DAY)


def period_form(period: Flare | Absence) -> PeriodForm:
    """The form of a period that is stored."""
    kind, note = PeriodKind.FLARE, period.reason
    if isinstance(period, Absence):
        kind = PeriodKind.ILL if period.reason == ILL else PeriodKind.AWAY
        note = "" if period.reason in {AWAY, ILL} else period.reason
    return PeriodForm(id=period.id, kind=kind, first=period.from_, last=period.to, note=note)


def latest_day(kind: PeriodKind, today: date) -> date:
    """The last day that can be entered: days away also ahead, what has begun by today only.

    A flare-up or an illness that goes on is noted on Today, which asks the warning list; entered
    afterwards it was over by yesterday.
    """
    return today + FARTHEST if kind is PeriodKind.AWAY else today - DAY


class PeriodPart(StrEnum):
    """What of the form a problem is about."""

    FIRST = "first"
    LAST = "last"
    NOTE = "note"


def period_problems(form: PeriodForm) -> dict[PeriodPart, Message]:
    """What is wrong with the answers, whatever else is stored."""
    found = {}
    if form.first < EARLIEST:
        day = form.first.isoformat()
        found[PeriodPart.FIRST] = message("{date} is before the year 2000.", date=day)
    if form.last is not None and form.last < form.first:
        found[PeriodPart.LAST] = message("The last day is before the first one.")
    if len(form.note) > NOTE_LIMIT:
        limit = grouped(NOTE_LIMIT)
        found[PeriodPart.NOTE] = message("A note holds at most {limit} characters.", limit=limit)
    if form.kind is PeriodKind.AWAY and form.reason == ILL:
        found[PeriodPart.NOTE] = message("For the days of an illness choose “Ill” above.")
    return found


def period_title(form: PeriodForm) -> Message:
    """What the panel is called."""
    if not form.id:
        return message("Flare-up or days away")
    return {
        PeriodKind.FLARE: message("Flare-up"),
        PeriodKind.AWAY: message("Days away"),
        PeriodKind.ILL: message("Days of an illness"),
    }[form.kind]


def span_words(first: date, last: date | None) -> Message:
    """The days in words, as in "From Monday 7 December to Sunday 13 December, 7 days"."""
    begins = day_in_words(first)
    if last is None:
        return message("Since {day}", day=begins)
    if first == last:
        return message("On {day}", day=begins)
    days = (last - first).days + 1
    return message(
        "From {first} to {last}, {days} days", first=begins, last=day_in_words(last), days=days
    )
