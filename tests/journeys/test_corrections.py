"""Many corrections after one another: undone they leave no trace, kept they open nothing."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import timedelta
from random import Random

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from hipcoach.core.admission import permission_now, refusal_of_day
from hipcoach.core.decision_words import direction
from hipcoach.core.diary import Diary
from hipcoach.core.document import Document
from hipcoach.core.gate import Permission
from hipcoach.core.lighter import in_force
from hipcoach.core.loosening import lifted
from hipcoach.core.missed import way_back
from hipcoach.core.opening import Kind, program_parts
from hipcoach.core.pain import PainRating, Place, RatingKind
from hipcoach.core.run import AWAY, ILL
from hipcoach.core.schedule import due
from hipcoach.core.session_card import notices
from hipcoach.core.session_entry import as_asked
from hipcoach.core.text import message
from hipcoach.journeys.days_off import DaysOff
from hipcoach.journeys.desk import Back
from hipcoach.journeys.done_sessions import DoneSessions
from hipcoach.journeys.entries import Entries
from hipcoach.journeys.errors import NotAllowed, Unfit
from hipcoach.journeys.periods import Periods
from hipcoach.store.errors import NotSaved

DAY = timedelta(days=1)

Correction = Callable[[], Back]

FAST = settings(
    max_examples=30,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)


def documents(diary: Diary) -> dict[str, Document]:
    """All that is in the diary, but for when it was last changed."""
    tables = (getattr(diary, name) for name in Diary.__slots__ if name != "settings")
    kept = {d.id: replace(d, updated_at=None) for table in tables for d in table}
    return kept | {"settings": replace(diary.settings, updated_at=None)}


class Corrector:
    """Someone who goes through the diary's entries, of which there are some of every kind."""

    def __init__(self, room) -> None:
        self.room = room
        self.ratings, self.sessions = Entries(room.desk), DoneSessions(room.desk)
        self.periods, self.days_off = Periods(room.desk), DaysOff(room.desk)

    @property
    def now(self):
        return self.room.desk.now()

    def live(self) -> None:
        """Three weeks: a session or a rating on most days, days off, entries from without."""
        room = self.room
        for day in range(20):
            room.later(days=1)
            room.rate(2 + day % 3)
            if day % 4 == 0:
                room.play(room.guide(room.sessions.begin(Kind.SESSION)))
        today = self.now.date()
        self.periods.keep_absence("", today - 9 * DAY, today - 8 * DAY, AWAY)
        self.periods.keep_absence("", today - 6 * DAY, today - 6 * DAY, ILL)
        self.periods.keep_flare("", today - 15 * DAY, today - 14 * DAY, "Suitcase")
        worst = PainRating(at=self.now - 2 * DAY, kind=RatingKind.WORST, score=8, note="Stairs")
        self.ratings.keep_rating(worst)
        for ago in (1, 3):
            self.enter(self.now - ago * DAY)
        room.screener.keep(room.answers(), {})
        room.later(minutes=30)

    def enter(self, at) -> Back:
        form = self.sessions.form(at.date())
        if form is None:
            raise Unfit(message("No program was under way."))
        return self.sessions.keep(as_asked(form, at)).back

    # A correction, chosen at random

    def correction(self, random: Random) -> Correction:
        diary = self.room.diary
        made: list[Correction] = [
            lambda: self.enter(self.now - timedelta(hours=random.randrange(1, 400))),
            lambda: self.flare("", random),
            lambda: self.absence("", random),
            lambda: self.rating(PainRating(at=self.now, score=5), random, new=True),
        ]
        made += [partially(self.rating, rating, random) for rating in some(diary.pain_ratings)]
        made += [partially(self.ratings.delete_rating, r.id) for r in some(diary.pain_ratings)]
        typed = [session for session in diary.sessions if session.without_app]
        made += [partially(self.session, session.id, random) for session in typed]
        made += [partially(self.sessions.delete, session.id) for session in typed]
        made += [partially(self.flare, flare.id, random) for flare in diary.flares]
        made += [partially(self.absence, absence.id, random) for absence in diary.absences]
        made += [partially(self.periods.delete, p.id) for p in (*diary.flares, *diary.absences)]
        return random.choice(made)

    def rating(self, rating: PainRating, random: Random, *, new: bool = False) -> Back:
        """Another score, kind, place or time; a new one is none of pain now."""
        places = random.choice([(), (Place.BELOW_KNEE_LEFT,), tuple(Place), rating.places])
        kinds = [RatingKind.WORST, RatingKind.LEAST, *(() if new else (RatingKind.NOW,))]
        changed = replace(
            rating,
            at=random.choice([rating.at, self.now, self.some_time(random)]),
            kind=random.choice(kinds),
            score=random.randrange(11),
            places=places,
        )
        return self.ratings.keep_rating(changed, sure=True).back

    def some_time(self, random: Random):
        return self.now + timedelta(minutes=random.choice([-3000, -300, -110, -40, -10, 30, 600]))

    def session(self, session_id: str, random: Random) -> Back:
        entry = self.sessions.entry(session_id)
        less = replace(entry, done=entry.done[: random.randrange(1, 4)], effort=random.randrange(9))
        at = random.choice([entry.at, entry.at - DAY, self.now])
        return self.sessions.keep(replace(less, at=at)).back

    def flare(self, flare_id: str, random: Random) -> Back:
        first, last = self.days(random)
        return self.periods.keep_flare(flare_id, first, last, "").back

    def absence(self, absence_id: str, random: Random) -> Back:
        first, last = self.days(random)
        reason = random.choice([AWAY, ILL, "holiday"])
        return self.periods.keep_absence(absence_id, first, last, reason).back

    def days(self, random: Random):
        first = self.now.date() - random.randrange(-3, 30) * DAY
        return first, random.choice([None, first + random.randrange(8) * DAY])


def some(ratings) -> list[PainRating]:
    """The ones of each end, where what holds now and what is long past lie."""
    return [*ratings[:2], *ratings[-6:]]


def partially(change, *given) -> Correction:
    return lambda: change(*given)


def begun_flare(corrector: Corrector) -> None:
    corrector.days_off.start_flare()
    corrector.room.later(days=2)


def ended_flare(corrector: Corrector) -> None:
    begun_flare(corrector)
    corrector.days_off.end_flare()


def ill(corrector: Corrector) -> None:
    corrector.days_off.start_absence(ILL, corrector.now.date() - DAY, None)


def rest_day(corrector: Corrector) -> None:
    corrector.room.rate(9)
    corrector.room.later(minutes=20)


def easy_day(corrector: Corrector) -> None:
    corrector.room.rate(6)
    corrector.room.later(minutes=100)


def open_sign(corrector: Corrector) -> None:
    rating = PainRating(at=corrector.now - 5 * DAY, score=3, places=(Place.BELOW_KNEE_LEFT,))
    corrector.ratings.keep_rating(rating)


def hurt_today(corrector: Corrector) -> None:
    room = corrector.room
    room.rate(2)
    guided = room.guide(room.sessions.begin(Kind.SESSION))
    room.play(guided, 2)
    guided.hurt()
    guided.answer(5, ())
    room.play(guided, 4)
    room.sessions.keep_left()
    room.later(hours=4)


def away_for_weeks(corrector: Corrector) -> None:
    corrector.room.later(days=20)


SITUATIONS = (
    begun_flare,
    ended_flare,
    ill,
    rest_day,
    easy_day,
    open_sign,
    hurt_today,
    away_for_weeks,
)


@pytest.fixture
def corrector(settled) -> Corrector:
    found = Corrector(settled)
    found.live()
    return found


def corrections(corrector: Corrector, random: Random, wanted: int) -> Iterator[Back]:
    """That many changes that were taken, each with its way back; refused ones left no trace."""
    taken = 0
    while taken < wanted:
        before = corrector.room.diary
        try:
            back = corrector.correction(random)()
        except (NotAllowed, Unfit):
            assert corrector.room.diary == before
            continue
        taken += 1
        yield back


@FAST
@given(seed=st.integers(0, 10_000))
def test_ten_corrections_each_undone_before_the_next_leave_the_diary_as_it_was(
    corrector: Corrector, seed: int
) -> None:
    before, seen = documents(corrector.room.diary), 0
    for back in corrections(corrector, Random(seed), 10):
        seen += documents(corrector.room.diary) != before
        back()
        assert documents(corrector.room.diary) == before
    assert seen > 5, "most corrections change something"


def test_ten_corrections_are_on_the_disk_and_so_is_the_way_back(corrector: Corrector) -> None:
    before = documents(corrector.room.diary)
    backs = list(corrections(corrector, Random(5), 10))
    after = documents(corrector.room.diary)
    for back in reversed(backs):
        back()
    assert documents(corrector.room.diary) == before
    corrector.room.crash()
    assert documents(corrector.room.diary) == before != after


@FAST
@given(seed=st.integers(0, 10_000))
def test_a_full_disk_at_any_of_ten_corrections_leaves_the_diary_as_it_was(
    corrector: Corrector, seed: int
) -> None:
    before, disk = corrector.room.diary, corrector.room.disk
    for _ in range(10):
        disk.left = 0
        with pytest.raises((NotSaved, NotAllowed, Unfit)):
            corrector.correction(Random(seed))()
        assert corrector.room.diary == before
        disk.left = None
        seed += 1


def test_a_full_disk_at_the_way_back_leaves_what_was_corrected(corrector: Corrector) -> None:
    disk = corrector.room.disk
    for back in corrections(corrector, Random(7), 10):
        after = corrector.room.diary
        disk.left = 0
        with pytest.raises(NotSaved):
            back()
        disk.left = None
        assert corrector.room.diary == after
        back()


@pytest.fixture(params=SITUATIONS, ids=lambda situation: situation.__name__)
def situated(corrector: Corrector, request) -> Corrector:
    """In one of the situations in which something is closed or asked."""
    request.param(corrector)
    return corrector


STRICTER = list(Permission)


@settings(FAST, max_examples=12)
@given(seed=st.integers(0, 10_000))
def test_no_row_of_corrections_opens_anything(situated: Corrector, seed: int) -> None:
    """Nor what the sessions of today and of the days to come would be like, but for new steps down.

    A rating that tells of more pain may make them lighter, by a decision that says why.
    """
    room = situated.room
    was, catalogue, now = room.diary, room.catalogue, situated.now
    backs = list(corrections(situated, Random(seed), 12))
    diary = room.diary
    assert lifted(was, diary, catalogue, now) == ()
    known = {told.id for told in was.decisions}
    new = [told for told in diary.decisions if told.id not in known]
    assert all(direction(told, catalogue) <= 0 for told in new)
    as_known = replace(diary, decisions=was.decisions)
    for ahead in (timedelta(), timedelta(minutes=45), timedelta(hours=1.5), 7 * DAY, 30 * DAY):
        at = now + ahead
        before, after = (
            permission_now(found, catalogue, due(found, catalogue, at)) for found in (was, diary)
        )
        assert STRICTER.index(after) >= STRICTER.index(before)
        assert _session(as_known, room, at) == _session(was, room, at)
    for kind in Kind:
        if refusal_of_day(kind, was, catalogue, due(was, catalogue, now)):
            assert refusal_of_day(kind, diary, catalogue, due(diary, catalogue, now))
    for back in reversed(backs):
        back()
    assert documents(room.diary) == documents(was)


@settings(FAST, max_examples=12)
@given(seed=st.integers(0, 10_000), hours=st.sampled_from([1, 5, 26, 100]))
def test_nor_do_they_under_a_clock_put_back(situated: Corrector, seed: int, hours: int) -> None:
    room = situated.room
    was = room.diary
    room.later(hours=-hours)
    backs = list(corrections(situated, Random(seed), 6))
    room.later(hours=hours)
    assert lifted(was, room.diary, room.catalogue, situated.now) == ()
    for back in reversed(backs):
        back()
    assert documents(room.diary) == documents(was)


def _session(diary: Diary, room, at) -> object:
    """What a session at that moment would be, what made it lighter, and what is told before it."""
    run, catalogue = diary.runs[-1], room.catalogue
    parts = program_parts(diary, catalogue, run, at)
    lighter = in_force(diary, at, catalogue.rules)
    return way_back(diary, catalogue, run, at), lighter, parts, notices(parts, diary)
