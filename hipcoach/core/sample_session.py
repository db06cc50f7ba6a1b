"""One session of the sample: pain before, the sets, pain after."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime, timedelta

from hipcoach.core.exercise import Side
from hipcoach.core.hurt import Choice
from hipcoach.core.missed import way_back
from hipcoach.core.opening import Opened, opened_easy, program_parts
from hipcoach.core.pain import AFTER_SESSION, BEFORE_SESSION, HIGHEST, PainRating, Place
from hipcoach.core.parts import Part
from hipcoach.core.progression.twice import twice
from hipcoach.core.run import Decision
from hipcoach.core.sample_book import Book
from hipcoach.core.sample_pain import level, score
from hipcoach.core.sample_plan import BRIDGE
from hipcoach.core.sample_sets import Repetitions, performed
from hipcoach.core.session import EASY_DAY, EventKind, Session, SessionEvent, Slot
from hipcoach.core.timeline import Point, side_sets

HOURS = {Slot.MORNING: 7.4, Slot.EVENING: 18.0, Slot.EXTRA: 10.0}
SPREAD_MINUTES = 55.0

BELOW_THE_DAY = 0.3
"""For a session one chooses the better moments of a day."""

MOMENT = timedelta(seconds=1)
"""So much before a session is decided what it is done by."""

PAIN_OF_RED, REPS_OF_RED = 6, 5
PAIN_AT_THE_END = 3


def write_session(book: Book, day: int, slot: Slot) -> None:
    """Write one session with its ratings."""
    started = book.at(day, 0, 60 * HOURS[slot] + SPREAD_MINUTES * book.chance())
    session_id = book.new_id(started)
    before = _before(book, day, started, session_id)
    ready = _ready(book, day, slot, started, before.score)
    if is_red(book, day, slot):
        session, worst = _hurting(ready, book, day), PAIN_OF_RED
    else:
        session, worst = _done(ready, book, day), before.score + _rise(book, day, before.score)
        if worst > before.score:
            book.most[day + 1] = min(book.most.get(day + 1, HIGHEST), before.score + 1)
    after = _after(book, session, session_id, before.score, worst)
    book.sessions.append(
        replace(
            session,
            id=session_id,
            created_at=started,
            updated_at=after.at,
            effort=(2 if session.program == EASY_DAY else 4) + int(3 * book.chance()),
            pain_before=before.id,
            pain_after=after.id,
            pain_worst=worst,
        )
    )


def is_red(book: Book, day: int, slot: Slot) -> bool:
    """Whether this is the session in which the bridge hurts."""
    return day == book.plan.red and slot is Slot.EVENING


def _before(book: Book, day: int, started: datetime, session_id: str) -> PainRating:
    """Pain before: the rating of the last 2 hours, or a new one."""
    hours = timedelta(hours=book.catalogue.rules.start.prefill_hours)
    if book.ratings and started - book.ratings[-1].at <= hours:
        last = book.ratings[-1]
        tags = (*last.tags, BEFORE_SESSION)
        book.ratings[-1] = replace(last, tags=tags, session=session_id, updated_at=started)
        return book.ratings[-1]
    at = started - timedelta(seconds=40)
    told = score(level(book.plan, day) - BELOW_THE_DAY, book.chance, book.highest(day))
    told = PAIN_AT_THE_END if day == book.plan.last else told
    return book.rate(PainRating(at=at, score=told, tags=(BEFORE_SESSION,), session=session_id))


def _ready(book: Book, day: int, slot: Slot, started: datetime, before: int) -> Opened:
    """The session as it is opened; what days missed and an amber morning change is decided."""
    diary, catalogue, run = book.recent(started), book.catalogue, book.run
    if back := way_back(diary, catalogue, run, started):
        _decided(book, back.decisions, started)
        diary = book.recent(started)
    if book.plan.in_flare(day) or before >= book.easy_from:
        return opened_easy(diary, catalogue, run, started, slot, stand_in=False)
    second = bool(book.sessions) and book.sessions[-1].day == started.date()
    if second and (once := twice(diary, catalogue, run, started)):
        _decided(book, [once], started)
        diary = book.recent(started)
    ready = program_parts(diary, catalogue, run, started)
    planned = len(side_sets(ready))
    session = Session(
        started_at=started, run=run.id, program=run.program, slot=slot, planned_sets=planned
    )
    return Opened(session=session, parts=ready, seconds=0)


def _decided(book: Book, decisions: Iterable[Decision], started: datetime) -> None:
    """Keep what was decided as a session began; it is done by it."""
    at = started - MOMENT
    book.decide([replace(decision, at=at) for decision in decisions], at)


def _done(ready: Opened, book: Book, day: int) -> Session:
    """The session as planned; now and then it is ended early, after two thirds of it."""
    may_end = not book.plan.matters(day) and ready.session.program != EASY_DAY
    stop = len(side_sets(ready.parts)) * 2 // 3 if may_end and book.chance() < 0.04 else None
    return performed(ready, book.catalogue, _counter(book, day), stop)


def _counter(book: Book, day: int) -> Repetitions:
    """Repetitions rise from low after a change; the top is reached only before a step."""
    full = {book.exercise(place) for place in book.plan.ready(day)}

    def count(part: Part, _: Point) -> tuple[int, int]:
        low, high = part.dose.low, part.dose.high
        if part.ladder.id in full or low == high:
            return high, high
        learnt = (day - book.changed.get(part.ladder.id, 0)) // 3
        luck = int(book.chance() < 0.15) - int(book.chance() < 0.2)
        reps = min(low + learnt + luck, high - 1)
        return reps, reps - int(book.chance() < 0.15)

    return count


def _hurting(ready: Opened, book: Book, day: int) -> Session:
    """The session in which the bridge hurts on the second side, and that ends there."""
    count, bridge = _counter(book, day), ready.parts[BRIDGE]
    first = next(n for n, point in enumerate(side_sets(ready.parts)) if point.part == BRIDGE)

    def until_it_hurts(part: Part, point: Point) -> tuple[int, int]:
        hurts = part is bridge and point.side is not Side.LEFT
        return (REPS_OF_RED, REPS_OF_RED) if hurts else count(part, point)

    session = performed(ready, book.catalogue, until_it_hurts, first + 2)
    return replace(session, events=_events(session), note="A pull on the right when pushing up.")


def _events(session: Session) -> tuple[SessionEvent, ...]:
    """This hurts, and the end that was chosen."""
    last = session.sets[-1]
    hurt = SessionEvent(
        at=last.ended_at,
        kind=EventKind.HURT,
        exercise=last.exercise,
        side=last.side,
        set=last.set,
        rep=last.reps,
        score=PAIN_OF_RED,
        places=(Place.LOW_BACK_RIGHT,),
        choice=Choice.END.value,
    )
    return hurt, replace(hurt, kind=EventKind.END, score=None, places=(), choice="")


def _rise(book: Book, day: int, before: int) -> int:
    """How far pain rises in a session: mostly not, and never into the next band."""
    chance = book.chance()
    if book.plan.is_calm(day):
        return 0
    if before >= book.easy_from or book.plan.in_flare(day):
        return int(chance < 0.3)
    return min((chance < 0.3) + (chance < 0.07), book.easy_from - 1 - before)


def _after(book: Book, session: Session, session_id: str, before: int, worst: int) -> PainRating:
    at = (session.ended_at or session.started_at) + timedelta(seconds=60)
    told = worst - int(worst > before and book.chance() < 0.4)
    return book.rate(PainRating(at=at, score=told, tags=(AFTER_SESSION,), session=session_id))
