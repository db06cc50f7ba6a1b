"""The way of a new user: which step comes next. It can be left and resumed at any of them."""

from __future__ import annotations

from datetime import date
from enum import StrEnum

from hipcoach.core.diary import Diary
from hipcoach.core.gate import Standing
from hipcoach.core.run import Run
from hipcoach.core.screening import Severity


class FirstRunStep(StrEnum):
    """The steps in their order. DONE leads to Today."""

    INTRO = "intro"
    SCREENING = "screening"
    STOP = "stop"
    PROGRAM = "program"
    KIT = "kit"
    PAIN = "pain"
    DONE = "done"


def first_run_step(diary: Diary, stands: Standing, today: date) -> FirstRunStep:
    """The step that comes next; `stands` is where the user stands with the screening.

    Once a program was begun, Today itself shows a stop and asks again what has to be asked.
    """
    if diary.runs:
        return _after_program(diary, diary.runs[-1], today)
    if stands.severity is not Severity.CLEAR:
        return FirstRunStep.STOP
    if stands.asked is None:
        return FirstRunStep.PROGRAM
    known = diary.settings.intro_read_on or diary.screenings
    return FirstRunStep.SCREENING if known else FirstRunStep.INTRO


def _after_program(diary: Diary, run: Run, today: date) -> FirstRunStep:
    """Kit and pain now; the pain is asked on the first program's first day only."""
    if diary.settings.bands is None:
        return FirstRunStep.KIT
    first_day = len(diary.runs) == 1 and run.started_on == today
    rated = any(rating.at.date() >= today for rating in diary.pain_ratings)
    trained = any(not session.without_app for session in diary.sessions)
    return FirstRunStep.PAIN if first_day and not (rated or trained) else FirstRunStep.DONE
