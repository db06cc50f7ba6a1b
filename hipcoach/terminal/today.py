"""What is due, as lines of text."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime

from hipcoach.core.adherence import Adherence, adherence
from hipcoach.core.catalogue import Catalogue
from hipcoach.core.diary import Diary
from hipcoach.core.format import date_text
from hipcoach.core.gate import standing
from hipcoach.core.opening import opened
from hipcoach.core.parts import Part
from hipcoach.core.run import Run
from hipcoach.core.schedule import Due, SlotState, SlotToday, due
from hipcoach.core.screening import Severity
from hipcoach.core.session import Slot
from hipcoach.core.text import ntr, say, tr
from hipcoach.core.trends import trend, trend_sentence
from hipcoach.terminal.screening import stop_lines


def today_lines(diary: Diary, catalogue: Catalogue, now: datetime, region: str = "") -> list[str]:
    """Today in a few lines: the program, what is due, the exercises, the week, the pain.

    With an open warning sign nothing but what to do about it. `region` is an ISO 3166 code.
    """
    found = due(diary, catalogue, now)
    lines = [date_text(now.date())]
    if diary.settings.sample:
        lines.append(tr("Sample diary: all entries are made up."))
    stands = standing(diary, catalogue.questionnaire, now, catalogue.rules.count)
    if stands.severity is not Severity.CLEAR:
        return [*lines, "", *stop_lines(catalogue.questionnaire, stands, region)]
    if found.run is None or found.program is None:
        return [*lines, _no_program(found), *_pain(diary, catalogue, now.date(), now.date())]
    lines.append(_program(found, catalogue))
    lines += _what_is_due(found, catalogue)
    if not (found.rest_day or found.flare):
        lines += _exercises(diary, catalogue, found.run, found)
    lines += _week(adherence(diary, found.run, found.program, now, catalogue.rules.count))
    lines += _check_in(found)
    return [*lines, *_pain(diary, catalogue, found.run.started_on, now.date())]


def _no_program(found: Due) -> str:
    if found.ended:
        return tr("The program has ended. `hipcoach play` starts another one.")
    return tr("No program yet. `hipcoach play` asks a few questions and starts one.")


def _program(found: Due, catalogue: Catalogue) -> str:
    assert found.program is not None
    name = tr(catalogue.program_names[found.program.id].long)
    return tr("{name}, week {week}, day {day}", name=name, week=found.week, day=found.day)


def _what_is_due(found: Due, catalogue: Catalogue) -> Iterator[str]:
    if found.rest_day:
        yield tr(catalogue.texts["rest-day"])
    if found.flare:
        yield tr(
            "Flare-up since {day}: the easy session, once a day.", day=date_text(found.flare.from_)
        )
    if found.absence:
        yield tr("Away or ill since {day}.", day=date_text(found.absence.from_))
    if found.morning_question:
        yield tr("This morning's pain is not rated yet.")
    if found.resumable:
        yield tr("A session of today was left; `hipcoach play` offers to resume it.")
    yield from (_slot(slot) for slot in found.slots)
    yield (
        tr("A session is due: `hipcoach play`.") if found.session_due else tr("Nothing is due now.")
    )


def _slot(slot: SlotToday) -> str:
    names = {Slot.MORNING: tr("Morning"), Slot.EVENING: tr("Evening"), Slot.EXTRA: tr("Extra")}
    states = {
        SlotState.DONE: tr("done"),
        SlotState.NEXT: tr("next"),
        SlotState.OPEN: tr("open"),
        SlotState.PASSED: tr("not done, no catching up"),
    }
    return f"  {names[slot.slot]}: {states[slot.state]}"


def _exercises(diary: Diary, catalogue: Catalogue, run: Run, found: Due) -> Iterator[str]:
    ready = opened(diary, catalogue, run, found.now, found.slot)
    yield ntr("About {n} minute:", "About {n} minutes:", round(ready.seconds / 60))
    yield from (_part(part, catalogue) for part in ready.parts)


def _part(part: Part, catalogue: Catalogue) -> str:
    dose = part.dose
    reps = f"{dose.low}–{dose.high}" if dose.low != dose.high else f"{dose.low}"
    name = tr(catalogue.exercise_names[part.exercise.id].short)
    return f"  {name}, {tr(part.rung.text)}: {dose.sets} × {reps}"


def _week(found: Adherence) -> Iterator[str]:
    week = found.weeks[-1] if found.weeks else None
    if week:
        yield tr(
            "This week: {done} of {planned} sessions done.", done=week.done, planned=week.planned
        )


def _check_in(found: Due) -> Iterator[str]:
    if found.check_in:
        day = date_text(found.check_in.on)
        yield tr("Next check-in: week {week}, {day}", week=found.check_in.week, day=day)


def _pain(diary: Diary, catalogue: Catalogue, start: date, upto: date) -> list[str]:
    found = trend(diary.pain_ratings, start, upto, catalogue.rules.trend)
    return [tr("Back pain: {sentence}", sentence=say(trend_sentence(found)))]
