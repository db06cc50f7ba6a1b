"""What is due, as lines of text."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime

from hipcoach.core.adherence import Adherence, adherence
from hipcoach.core.admission import refusal_of_day
from hipcoach.core.catalogue import Catalogue
from hipcoach.core.change_words import change_words
from hipcoach.core.diary import Diary
from hipcoach.core.flare import is_long
from hipcoach.core.format import date_text
from hipcoach.core.gate import Permission, Standing, gate, standing
from hipcoach.core.hero_text import past_end
from hipcoach.core.news_view import NewsView, news_view
from hipcoach.core.opening import Kind, Opened, opened_as
from hipcoach.core.parts import Part
from hipcoach.core.progression.begun import begun, easier_note
from hipcoach.core.run import KEPT, Run
from hipcoach.core.schedule import Due, SlotState, SlotToday, due
from hipcoach.core.screening import Severity
from hipcoach.core.session import Slot
from hipcoach.core.text import ntr, say, tr
from hipcoach.core.trend_words import trend_sentence
from hipcoach.core.trends import trend, trend_run
from hipcoach.terminal.days_off import days_off_lines
from hipcoach.terminal.next_time import news_lines
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
        return [*lines, _no_program(found), *_pain(diary, catalogue, now.date())]
    lines.append(_program(found, catalogue))
    lines += _past_end(found, catalogue)
    lines += days_off_lines(diary, catalogue, found)
    news = news_view(diary, catalogue, found)
    lines += news_lines(news)
    lines += _what_is_due(diary, catalogue, found)
    if _may_be_done(catalogue, found):
        lines += _exercises(diary, catalogue, found.run, found, news)
    lines += _week(adherence(diary, found.run, found.program, now, catalogue.rules.count))
    lines += _check_in(found)
    return [*lines, *_pain(diary, catalogue, now.date())]


def _no_program(found: Due) -> str:
    if found.ended:
        return tr("The program has ended. `hipcoach play` starts another one.")
    return tr("No program yet. `hipcoach play` asks a few questions and starts one.")


def _program(found: Due, catalogue: Catalogue) -> str:
    assert found.program is not None
    name = tr(catalogue.program_names[found.program.id].long)
    return tr("{name}, week {week}, day {day}", name=name, week=found.week, day=found.day)


def _past_end(found: Due, catalogue: Catalogue) -> Iterator[str]:
    """That the program's weeks are over, or that the user lets it go on."""
    yield from map(say, past_end(found, catalogue))
    if found.past_end and found.run and found.run.value(KEPT):
        yield tr("The program goes on as it is.")


def _only_easy(catalogue: Catalogue, found: Due) -> bool:
    """Whether pain now leaves the easy day only."""
    return gate(Standing(), found.felt, catalogue.rules.start) is Permission.EASY_DAY


def _may_be_done(catalogue: Catalogue, found: Due) -> bool:
    """Whether a session of the program may still be done today."""
    if found.rest_day or found.flare or found.ill or _only_easy(catalogue, found):
        return False
    return found.session_due or found.extra_allowed or found.resumable is not None


def _what_is_due(diary: Diary, catalogue: Catalogue, found: Due) -> Iterator[str]:
    if found.rest_day:
        yield tr(catalogue.texts["rest-day"])
    if found.session_due and _only_easy(catalogue, found):
        yield tr(catalogue.texts["easy-day"])
    if found.morning_question:
        yield tr("This morning's pain is not rated yet.")
    if found.resumable:
        yield tr("A session of today was left; `hipcoach play` offers to resume it.")
    yield from (_slot(slot) for slot in found.slots)
    yield _what_waits(diary, catalogue, found)


def _what_waits(diary: Diary, catalogue: Catalogue, found: Due) -> str:
    """The session that is due, in a flare-up its easy one; or that the day had enough."""
    if found.session_due:
        return tr("A session is due: `hipcoach play`.")
    long = found.flare and is_long(found.flare, found.now.date(), catalogue.rules.flare)
    if found.rest_day or found.ill or found.resumable or long:
        return tr("Nothing is due now.")
    kind = Kind.EASY_DAY if found.flare else Kind.SESSION
    if refused := refusal_of_day(kind, diary, catalogue, found):
        return say(refused)
    easy = tr("The easy session of today: `hipcoach play`.")
    return easy if found.flare else tr("Nothing is due now.")


def _slot(slot: SlotToday) -> str:
    names = {Slot.MORNING: tr("Morning"), Slot.EVENING: tr("Evening"), Slot.EXTRA: tr("Extra")}
    states = {
        SlotState.DONE: tr("done"),
        SlotState.NEXT: tr("next"),
        SlotState.OPEN: tr("open"),
        SlotState.PASSED: tr("not done, no catching up"),
        SlotState.CANCELLED: tr("not today"),
    }
    return f"  {names[slot.slot]}: {states[slot.state]}"


def _exercises(
    diary: Diary, catalogue: Catalogue, run: Run, found: Due, news: NewsView | None
) -> Iterator[str]:
    """What a session would be, and why it is lighter where the news do not tell it."""
    finds = begun(diary, catalogue, run, found.now)
    ready = opened_as(finds, catalogue, found.now, found.slot)
    note = None if found.absence else easier_note(finds, catalogue, found.now)
    if note and not (news and news.tells(note)):
        yield say(note)
    yield ntr("About {n} minute:", "About {n} minutes:", round(ready.seconds / 60))
    yield from (_part(part, catalogue) for part in ready.parts)
    yield from _changes(ready, catalogue, run, found.now)


def _changes(ready: Opened, catalogue: Catalogue, run: Run, now: datetime) -> Iterator[str]:
    """What is not as the program has it, by the names that the list above has."""
    called = {part.ladder.id: part.exercise.id for part in ready.parts}
    told = change_words(run, catalogue, now, called)
    if told:
        yield tr("Changed from the program:")
    yield from (f"  {say(words)}" for words in told)


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


def _pain(diary: Diary, catalogue: Catalogue, today: date) -> list[str]:
    run = trend_run(diary, today)
    started = run.started_on if run else None
    found = trend(diary.pain_ratings, started, today, catalogue.rules.trend)
    return [tr("Back pain: {sentence}", sentence=say(trend_sentence(found)))]
