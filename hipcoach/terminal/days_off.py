"""A flare-up, days away and an illness, as lines of text, and the way back from them."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from hipcoach.core.catalogue import Catalogue
from hipcoach.core.days_off_view import way_back_from_flare
from hipcoach.core.diary import Diary
from hipcoach.core.flare import flare_day, is_long
from hipcoach.core.format import date_text
from hipcoach.core.run import Absence, Flare
from hipcoach.core.schedule import Due, is_ill
from hipcoach.core.text import say, tr
from hipcoach.journeys.days_off import DaysOff
from hipcoach.journeys.desk import Desk
from hipcoach.terminal.dialogue import Dialogue


def days_off_lines(diary: Diary, catalogue: Catalogue, found: Due) -> Iterator[str]:
    """What holds today, since when and until when, and its way back."""
    if found.flare:
        yield from _flare(found.flare, catalogue, found)
        yield say(way_back_from_flare(diary, catalogue, found.flare, found).text)
    if found.absence:
        yield _absence(found.absence)
        yield tr(catalogue.texts["fever" if found.ill else "away"])


def _flare(flare: Flare, catalogue: Catalogue, found: Due) -> Iterator[str]:
    today, day = found.now.date(), date_text(flare.from_)
    n = flare_day(flare, today)
    if is_long(flare, today, catalogue.rules.flare):
        yield tr("Flare-up since {day}, day {n}.", day=day, n=n)
        yield tr(catalogue.texts["flare-up-week"])
    else:
        yield tr("Flare-up since {day}, day {n}: the easy session, once a day.", day=day, n=n)


def _absence(away: Absence) -> str:
    since = date_text(away.from_)
    if is_ill(away):
        return tr("Ill since {day}.", day=since)
    if away.to is None:
        return tr("Away since {day}.", day=since)
    return tr("Away from {day} until {last}.", day=since, last=date_text(away.to))


def offer_way_back(desk: Desk, dialogue: Dialogue) -> bool:
    """Ask whether a flare-up or an illness of an earlier day is over; True where it is.

    Days away are left alone: sessions may be done in them.
    """
    found, days_off = desk.due(), DaysOff(desk)
    if found.ill and found.absence and found.absence.from_ < found.now.date():
        question = tr("Have you been free of fever for a whole day?")
        return _ended(dialogue, question, days_off.end_absence)
    if found.flare is None or found.ill or found.flare.from_ == found.now.date():
        return False
    back = way_back_from_flare(desk.diary(), desk.catalogue, found.flare, found)
    dialogue.tell("", say(back.text))
    return _ended(dialogue, tr("End the flare-up now?"), days_off.end_flare)


def _ended(dialogue: Dialogue, question: str, end: Callable[[], object]) -> bool:
    over = dialogue.yes(question, otherwise=False)
    if over:
        end()
    return over
