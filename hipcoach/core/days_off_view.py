"""What Today says about a flare-up and days away or ill, and the way back from them."""

from __future__ import annotations

from dataclasses import dataclass

from hipcoach.core.catalogue import Catalogue
from hipcoach.core.day_names import month
from hipcoach.core.diary import Diary
from hipcoach.core.flare import CalmMornings, calm_mornings, flare_day, is_long
from hipcoach.core.format import number
from hipcoach.core.run import Absence, Flare
from hipcoach.core.schedule import Due, is_ill
from hipcoach.core.text import Message, message


@dataclass(frozen=True, slots=True, kw_only=True)
class WayBack:
    """How a flare-up, an illness or days away end: a sentence and the button beside it.

    `emphasised`: the way back is what the card offers first; else it is there, and stays quiet.
    """

    text: Message
    button: Message
    emphasised: bool = False


def flare_title(flare: Flare, found: Due) -> Message:
    """The flare-up and its day: "Flare-up, day 3"."""
    return message("Flare-up, day {n}", n=flare_day(flare, found.now.date()))


def away_title(away: Absence) -> Message:
    """The days away with their end, where there is one: "Away until 3 December"."""
    if away.to is None:
        return message("Days away")
    return message("Away until {day} {month}", day=away.to.day, month=month(away.to))


def way_back_from_flare(diary: Diary, catalogue: Catalogue, flare: Flare, found: Due) -> WayBack:
    """The way back from a flare-up: emphasised when mornings are near the usual, or it is long."""
    today = found.now.date()
    if flare.from_ == today:
        text = message("Noted today. If that was a mistake, take it back: nothing else changes.")
        return WayBack(text=text, button=message("Not a flare-up"))
    button = message("End the flare-up")
    calm = calm_mornings(diary, catalogue, flare, found.run, today)
    if calm:
        return WayBack(text=_calm_words(calm), button=button, emphasised=True)
    if is_long(flare, today, catalogue.rules.flare):
        text = message("When you are ready, the way back begins one step easier.")
        return WayBack(text=text, button=button, emphasised=True)
    text = message("The way back begins one step easier. You may take it at any time.")
    return WayBack(text=text, button=button)


def _calm_words(calm: CalmMornings) -> Message:
    return message(
        "Your last mornings, {scores}, are back near your usual {usual}. The way back begins one "
        "step easier.",
        scores=_listed(calm.scores),
        usual=number(calm.usual, 0 if calm.usual == int(calm.usual) else 1),
    )


def _listed(scores: tuple[int, ...]) -> Message:
    """The scores in a row: "3 and 4"."""
    *first, last = scores
    return message("{first} and {last}", first=", ".join(map(str, first)), last=last)


def way_back_from_absence(away: Absence, found: Due) -> WayBack:
    """The way back from days away, or from an illness: that is the user's own word."""
    ill = is_ill(away)
    if away.from_ == found.now.date():
        text = message("Noted from today. If that was a mistake, take it back.")
        return WayBack(text=text, button=message("Not ill") if ill else message("Not away"))
    if ill:
        text = message("Free of fever for a whole day? Then your program goes on.")
        return WayBack(text=text, button=message("Free of fever for a day"))
    text = message("Back already? Then your program goes on today.")
    return WayBack(text=text, button=message("I am back"))
