"""What is due: today's slots, what may be started, what is asked, as one value for every front end.

Days, slots and check-in windows: product.md section 6; extra sessions: section 3.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from enum import StrEnum
from operator import attrgetter, itemgetter

from hipcoach.core.adherence import planned_today, session_counts
from hipcoach.core.catalogue import Catalogue
from hipcoach.core.diary import Diary
from hipcoach.core.gap import days_missed
from hipcoach.core.pain import AHEAD, PainRating, RatingKind
from hipcoach.core.program import Program
from hipcoach.core.red_session import is_red_session
from hipcoach.core.rules import CountRule, Rules, StartRule
from hipcoach.core.run import ILL, Absence, Flare, Run
from hipcoach.core.session import Session, SessionState, Slot

DAY = timedelta(days=1)
MORNING_QUESTION_HOURS = range(4, 12)
"""The hours of the day in which the next-morning question is asked (product.md section 6)."""


class SlotState(StrEnum):
    """Where a slot of today stands.

    PASSED: not done in its half of the day. CANCELLED: not done, and a red session ended the day.
    """

    DONE = "done"
    NEXT = "next"
    OPEN = "open"
    PASSED = "passed"
    CANCELLED = "cancelled"


@dataclass(frozen=True, slots=True, kw_only=True)
class SlotToday:
    """A slot of today, and the session that fills it once it is done."""

    slot: Slot
    state: SlotState
    session: Session | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckInDue:
    """The next check-in: its week, its day, its window, and whether it is open now."""

    week: int
    on: date
    opens: date
    closes: date
    short: bool
    is_open: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Due:
    """Today, described.

    `run` and `program` are None where no program is under way; `ended` says that there was one.
    `week` and `day` of the run count from 1, `past_end` says that the program's weeks are over.
    `felt` is the latest score of the last 2 hours, a "this hurts" included. `slot` is what a
    session started now would fill. `session_due`: a slot waits for its session.
    `extra_allowed`: none is due, but one may be started. `rest_day`: pain now forbids a session.
    `morning_question`: the sessions of the day before that the answer belongs to, empty where it is
    not asked. `red`: a session of today was red, so that it has no further one. `days_missed`:
    whole days without a session since the last one, None before it.
    """

    now: datetime
    run: Run | None = None
    program: Program | None = None
    ended: bool = False
    week: int = 0
    day: int = 0
    past_end: bool = False
    slots: tuple[SlotToday, ...] = ()
    slot: Slot = Slot.EXTRA
    session_due: bool = False
    extra_allowed: bool = False
    resumable: Session | None = None
    pain_now: PainRating | None = None
    felt: int | None = None
    rest_day: bool = False
    red: bool = False
    ill: bool = False
    morning_question: tuple[Session, ...] = ()
    check_in: CheckInDue | None = None
    flare: Flare | None = None
    absence: Absence | None = None
    days_missed: int | None = None


def absence_on(diary: Diary, day: date) -> Absence | None:
    """The days away or ill that hold on the day; of both the illness."""
    holding = [away for away in diary.absences if away.holds(day)]
    return next(filter(is_ill, holding), next(iter(holding), None))


def is_ill(away: Absence | None) -> bool:
    """Whether it is an illness, in which no session is started."""
    return away is not None and away.reason == ILL


def half_of_day(at: datetime, rule: CountRule) -> Slot:
    """The morning, or from 14:00 the evening."""
    return Slot.MORNING if at.hour < rule.evening_from_hour else Slot.EVENING


def slot_at(at: datetime, taken: Collection[Slot], planned: int, rule: CountRule) -> Slot:
    """The slot of a session started `at`, where `taken` are filled and the day has `planned` ones.

    Its half of the day, or else the one that is open; extra where none is.
    """
    filled = {Slot.MORNING, Slot.EVENING}.intersection(taken)
    if len(filled) >= planned:
        return Slot.EXTRA
    own = half_of_day(at, rule)
    other = Slot.EVENING if own is Slot.MORNING else Slot.MORNING
    return other if own in filled else own


def due(diary: Diary, catalogue: Catalogue, now: datetime) -> Due:
    """What is due at the moment `now`, today being the day of its own offset."""
    today, rules = now.date(), catalogue.rules
    run = diary.open_run(today)
    program = catalogue.programs.get(run.program) if run else None
    found = Due(
        now=now,
        ended=run is None and any(r.started_on <= today for r in diary.runs),
        resumable=_resumable(diary, today),
        pain_now=pain_now(diary, now, rules.start),
        felt=felt_now(diary, now, rules.start),
        rest_day=is_rest_day(diary, now, rules.start),
        ill=is_ill(absence_on(diary, today)),
        morning_question=_morning_question(diary, now),
        flare=diary.flare_on(today),
        absence=absence_on(diary, today),
        days_missed=days_missed(diary, now, rules.count),
    )
    return _of_run(found, diary, run, program, rules) if run and program else found


def _of_run(found: Due, diary: Diary, run: Run, program: Program, rules: Rules) -> Due:
    now, today, rule = found.now, found.now.date(), rules.count
    planned = planned_today(diary, run, program, now, rule)
    done = {s.slot: s for s in _of_day(diary, today) if session_counts(s, rule)}
    slot = slot_at(now, done, planned, rule)
    slots = _slots(done, slot, planned, half_of_day(now, rule))
    red = any(is_red_session(s, diary, rules.hurt) for s in _of_day(diary, today))
    blocked = _blocked(found) or red
    session_due = not blocked and _waits(slots, half_of_day(now, rule))
    return replace(
        found,
        run=run,
        program=program,
        week=run.week(today),
        day=(today - run.started_on).days + 1,
        past_end=run.week(today) > program.weeks,
        red=red,
        slots=_cancelled(slots) if red and not found.resumable else slots,
        slot=slot,
        session_due=session_due,
        extra_allowed=not (blocked or session_due) and _room(diary, slot, today),
        check_in=next_check_in(diary, run, program, today, rule),
    )


def _slots(
    done: Mapping[Slot, Session], slot: Slot, planned: int, half: Slot
) -> tuple[SlotToday, ...]:
    """Today's slots in order: both halves, or the one session of a day that has one."""
    both = (Slot.MORNING, Slot.EVENING)
    names = both if planned > 1 else [s for s in both if s in done or s is slot][:planned]
    return tuple(
        SlotToday(slot=name, state=_state(name, done, slot, half), session=done.get(name))
        for name in names
    )


def _state(name: Slot, done: Collection[Slot], slot: Slot, half: Slot) -> SlotState:
    if name in done:
        return SlotState.DONE
    if name is Slot.MORNING and half is Slot.EVENING:
        return SlotState.PASSED
    return SlotState.NEXT if name is slot else SlotState.OPEN


def _waits(slots: Iterable[SlotToday], half: Slot) -> bool:
    """Whether a slot's time has come: nobody has to catch up, or to be ahead."""
    return any(s.state is SlotState.NEXT and s.slot is half for s in slots)


def _cancelled(slots: Iterable[SlotToday]) -> tuple[SlotToday, ...]:
    """The slots of a day that has no further session."""
    ahead = {SlotState.NEXT, SlotState.OPEN}
    return tuple(replace(s, state=SlotState.CANCELLED) if s.state in ahead else s for s in slots)


def _blocked(found: Due) -> bool:
    """Whether the day allows no session of the program: rest day, flare-up or illness."""
    return found.rest_day or found.flare is not None or found.ill


def _room(diary: Diary, slot: Slot, today: date) -> bool:
    """Whether the day has an open slot, or had no extra session yet."""
    return slot is not Slot.EXTRA or all(s.slot is not Slot.EXTRA for s in _of_day(diary, today))


def _of_day(diary: Diary, day: date) -> list[Session]:
    return [s for s in diary.sessions if s.day == day and s.state is not SessionState.DISCARDED]


def _resumable(diary: Diary, today: date) -> Session | None:
    """The session that was left today; it can be resumed until the end of its day."""
    left = [s for s in _of_day(diary, today) if s.state is SessionState.RUNNING]
    return left[-1] if left else None


def pain_now(diary: Diary, now: datetime, rule: StartRule) -> PainRating | None:
    """The latest rating of kind "now" of the last 2 hours."""
    oldest = now - timedelta(hours=rule.prefill_hours)
    recent = [r for r in _felt_from(diary, oldest) if r.at <= now]
    return recent[-1] if recent else None


def felt_now(diary: Diary, now: datetime, rule: StartRule) -> int | None:
    """The latest score of the last 2 hours: a rating of kind "now", or a "this hurts".

    What is dated ahead of now, as a clock put back leaves it, counts beside it: the stronger one.
    """
    oldest = now - timedelta(hours=rule.prefill_hours)
    felt = [(r.at, r.score) for r in _felt_from(diary, oldest)]
    for session in diary.sessions:
        felt += [(told.at, told.score) for told in session.events if told.score is not None]
    recent = [told for told in felt if oldest <= told[0] <= now + AHEAD]
    recent.sort(key=itemgetter(0))  # stable: of one moment the later entry counts
    ahead = [score for at, score in recent if at > now]
    past = [score for at, score in recent if at <= now]
    return max((*past[-1:], *ahead[-1:]), default=None)


def _felt_from(diary: Diary, oldest: datetime) -> list[PainRating]:
    """The ratings of kind "now" from a moment on, found without reading the rest."""
    first = bisect_left(diary.pain_ratings, oldest, key=attrgetter("at"))
    return [r for r in diary.pain_ratings[first:] if r.kind is RatingKind.NOW]


def is_rest_day(diary: Diary, now: datetime, rule: StartRule) -> bool:
    """Whether pain is 8 or more, by a score of the last 2 hours with no lower one since."""
    score = felt_now(diary, now, rule)
    return score is not None and score >= rule.rest_day_from


def _morning_question(diary: Diary, now: datetime) -> tuple[Session, ...]:
    """The sessions of the day before that lack their answer; a session left untouched is none."""
    asked = diary.settings.morning_asked_on == now.date()
    if asked or now.hour not in MORNING_QUESTION_HOURS:
        return ()
    yesterday = _of_day(diary, now.date() - DAY)
    open_ = (s for s in yesterday if diary.rating(s.next_morning) is None)
    return tuple(s for s in open_ if (s.sets or s.events) and not s.without_app)


def next_check_in(
    diary: Diary, run: Run, program: Program, today: date, rule: CountRule
) -> CheckInDue | None:
    """The run's first check-in that is neither done nor past its window, or None."""
    done = {check_in.week for check_in in diary.check_ins if check_in.run == run.id}
    around = rule.check_in_days_around * DAY
    for week in sorted({*program.check_ins, *program.short_check_ins} - done):
        on = run.started_on + 7 * week * DAY
        if today <= on + around:
            return CheckInDue(
                week=week,
                on=on,
                opens=on - around,
                closes=on + around,
                short=week not in program.check_ins,
                is_open=today >= on - around,
            )
    return None
