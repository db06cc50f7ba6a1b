"""A flare-up, days away and an illness, lived day by day on a real diary."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta, timezone

import pytest

from hipcoach.core.adherence import WeekCount, adherence
from hipcoach.core.document import NotSavedError
from hipcoach.core.gate import Asked
from hipcoach.core.hero_kind import HeroKind
from hipcoach.core.hero_view import HeroView
from hipcoach.core.levels import levels
from hipcoach.core.opening import Kind
from hipcoach.core.run import AWAY, ILL, RUNG, Band, Change
from hipcoach.core.screening import Answer
from hipcoach.core.text import say
from hipcoach.core.today_view import today_view
from hipcoach.journeys.coach import MOMENT
from hipcoach.journeys.days_off import DaysOff
from hipcoach.journeys.errors import NotAllowed
from hipcoach.journeys.programs import Programs
from hipcoach.terminal.explain import explain_lines
from hipcoach.terminal.today import today_lines

CLAM = "clamshell-band"
ZONE = timezone(timedelta(hours=1))


class Life:
    """Someone's days in a room: `on` goes to an hour of a day, the first being 0."""

    def __init__(self, room) -> None:
        self.room, self.first = room, room.now.date()
        self.days_off = DaysOff(room.desk)

    def on(self, day: int, hour: int = 9) -> None:
        midnight = datetime.combine(self.first, datetime.min.time(), ZONE)
        self.room.now, self.room.seconds = midnight + timedelta(days=day, hours=hour), 0.0

    def day(self, number: int) -> date:
        return self.first + timedelta(days=number)

    def train(self, kind: Kind = Kind.SESSION) -> None:
        self.room.play(self.room.guide(self.room.sessions.begin(kind)))

    def hero(self) -> HeroView:
        room = self.room
        return today_view(room.diary, room.catalogue, room.desk.now()).hero

    def lines(self) -> str:
        room = self.room
        return "\n".join(today_lines(room.diary, room.catalogue, room.desk.now()))

    def clam(self) -> str:
        room = self.room
        return levels(room.diary, room.sessions.run(), room.catalogue, room.desk.now().date())[CLAM]

    def at_green(self) -> None:
        """The clam at the green band, the bands up to it owned."""
        room = self.room
        room.preferences.keep_bands([Band(colour=name) for name in ("yellow", "red", "green")])
        chosen = Change(at=room.desk.now(), exercise=CLAM, what=RUNG, value="green")
        run = room.sessions.run()
        room.store.runs.replace(replace(run, changes=(*run.changes, chosen)))

    def weeks(self) -> tuple[WeekCount, ...]:
        room, run = self.room, self.room.sessions.run()
        rule, program = room.catalogue.rules.count, room.catalogue.programs[run.program]
        return adherence(room.diary, run, program, room.desk.now(), rule).weeks

    def answer_short(self) -> None:
        pages = self.room.screener.pages(Asked.SHORT)
        items = [item.id for page in pages for item in page.items]
        self.room.screener.keep(dict.fromkeys(items, Answer.NO), {})


@pytest.fixture
def life(settled) -> Life:
    """Three mornings of 3 with a session each, on the days 0 to 2."""
    life = Life(settled)
    for day in range(3):
        life.on(day)
        settled.rate(3)
        life.train()
    return life


def words(view: HeroView) -> str:
    return " ".join(map(say, view.texts))


# A flare-up of nine days


def test_nine_days_of_a_flare_up(life: Life) -> None:
    room, texts = life.room, life.room.catalogue.texts
    assert life.clam() == "yellow"
    begun, long = 3, range(10, 12)
    for day in range(begun, 12):
        life.on(day)
        room.rate({6: 4, 7: 4}.get(day, 5))
        if day == begun:
            life.days_off.start_flare()
        view, n = life.hero(), day - begun + 1
        assert (view.kind, say(view.title)) == (HeroKind.FLARE, f"Flare-up, day {n}")
        assert words(view) == texts["flare-up-week" if day in long else "flare-up"]
        assert (view.can_start, view.extra_allowed) == (day not in long, False)
        assert (view.session is None) is (day in long)
        assert view.way_back.emphasised is (day in {7, *long})
        assert (view.can_flare, view.can_be_easier) == (False, False)
        assert f"day {n}" in life.lines()
        with pytest.raises(NotAllowed):
            room.sessions.begin(Kind.SESSION)
        if day in long:
            with pytest.raises(NotAllowed, match="first 7 days"):
                room.sessions.begin(Kind.EASY_DAY)
            continue
        life.train(Kind.EASY_DAY)
        life.on(day, 18)
        done = life.hero()
        assert (done.can_start, done.extra_allowed) == (False, False)
        assert (done.next is None) is (n == 7)
        with pytest.raises(NotAllowed, match="enough for a day"):
            room.sessions.begin(Kind.EASY_DAY)
    assert [(w.done, w.planned, w.flare_days) for w in life.weeks()] == [(3, 6, 4), (0, 0, 5)]


def test_the_way_back_from_it_is_one_step_easier_after_the_short_questions(life: Life) -> None:
    life.on(3)
    life.days_off.start_flare()
    for day in range(3, 10):
        life.on(day)
        life.train(Kind.EASY_DAY)
    life.on(12)
    life.days_off.end_flare()
    room = life.room
    (flare,), (down,) = room.diary.flares, room.diary.decisions
    assert (flare.from_, flare.to) == (life.day(3), life.day(11))
    assert (down.rule, down.exercise, down.facts["days"]) == ("R-FLARE", CLAM, 9)
    assert life.clam() == "none"
    view = life.hero()
    assert (view.kind, view.can_start, view.questions_first) == (HeroKind.SESSION, True, True)
    assert view.session.exercises[0].rung == "no band"
    with pytest.raises(NotAllowed, match="safety questions"):
        room.sessions.begin(Kind.SESSION)
    life.answer_short()
    life.train()
    assert not life.hero().questions_first
    told = " ".join(explain_lines(room.diary, room.catalogue, room.clock()))
    assert "R-FLARE: One step easier: no band. Why: A flare-up of 9 days. Accepted." in told
    assert room.diary.sessions[-1].sets[0].rung == "none"


def test_the_way_back_tells_the_mornings_in_numbers(life: Life) -> None:
    life.on(3)
    life.days_off.start_flare()
    first = life.hero().way_back
    assert "If that was a mistake" in say(first.text)
    for day, score in ((4, 4), (5, 3)):
        life.on(day)
        life.room.rate(score)
    back = life.hero().way_back
    assert back.emphasised
    assert say(back.text) == (
        "Your last mornings, 4 and 3, are back near your usual 3. The way back begins one step "
        "easier."
    )
    assert say(back.text) in life.lines()


def test_a_flare_up_taken_back_on_its_day_changes_nothing(life: Life) -> None:
    life.on(3)
    before = life.room.diary
    life.days_off.start_flare()
    back = life.days_off.end_flare()
    assert life.room.diary == before
    back()
    assert life.days_off.flare() is not None
    with pytest.raises(NotAllowed, match="already"):
        life.days_off.start_flare()


def content(room) -> dict[str, list[dict[str, object]]]:
    """Every document without its times of storing."""
    diary = room.diary
    return {
        table: [
            {name: getattr(doc, name) for name in doc.__dataclass_fields__ if name != "updated_at"}
            for doc in getattr(diary, table)
        ]
        for table in ("flares", "absences", "decisions", "runs", "sessions", "screenings")
    }


def test_every_change_can_be_taken_back_exactly(life: Life) -> None:
    days_off, room = life.days_off, life.room
    life.on(3)
    before = content(room)
    days_off.start_flare()()
    assert content(room) == before
    days_off.start_absence(AWAY, life.day(5), life.day(8))
    days_off.start_absence(AWAY, life.day(10), life.day(12))
    days_off.start_flare()
    life.on(6)
    later = content(room)
    for change in (
        days_off.end_flare,
        days_off.end_absence,
        lambda: days_off.start_absence(AWAY, life.day(8), life.day(10)),
        lambda: days_off.start_absence(ILL, life.day(6), None),
        lambda: days_off.call_off(days_off.ahead()[0].id),
    ):
        back = change()
        assert content(room) != later
        back()
        assert content(room) == later


def test_a_full_disk_keeps_the_diary_whole(life: Life) -> None:
    room = life.room
    life.on(3)
    life.days_off.start_flare()
    life.on(5)
    before = content(room)
    room.disk.left = 0
    with pytest.raises(NotSavedError):
        life.days_off.end_flare()
    assert content(room) == before
    room.disk.left = None
    life.days_off.end_flare()
    life.answer_short()
    life.on(16)
    before = content(room)
    room.disk.left = 0
    with pytest.raises(NotSavedError):
        room.sessions.begin(Kind.SESSION)
    assert content(room) == before
    room.crash()
    assert content(room) == before


def test_a_way_back_that_the_disk_refuses_can_be_taken_again(life: Life) -> None:
    room, programs = life.room, Programs(life.room.desk)
    life.on(3)
    life.days_off.start_flare()
    life.days_off.start_absence(AWAY, life.day(8), life.day(9))
    life.days_off.start_absence(AWAY, life.day(12), life.day(13))
    life.on(6)
    before = content(room)
    for change in (
        life.days_off.end_flare,
        lambda: life.days_off.start_absence(AWAY, life.day(9), life.day(12)),
        lambda: programs.start("hips-five-hold"),
        programs.pause,
    ):
        back = change()
        changed = content(room)
        room.disk.left = 0
        with pytest.raises(NotSavedError):
            back()
        assert content(room) == changed
        room.disk.left = None
        back()
        assert content(room) == before
    room.crash()
    assert content(room) == before


def test_an_easy_session_in_a_flare_up_leaves_the_days_missed_in_mind(life: Life) -> None:
    """Twenty days away, a flare-up with one easy session: still half the sets, one step down."""
    room = life.room
    life.on(23)
    life.answer_short()
    life.days_off.start_flare()
    life.train(Kind.EASY_DAY)
    life.on(25)
    life.days_off.end_flare()
    assert say(life.hero().easier_note).endswith("half the sets for a week.")
    assert say(life.hero().session.dose) == "1 set of 12–15, each side or both"
    assert life.clam() == "none"
    assert [d.rule for d in room.diary.decisions if d.exercise] == ["R-MISS-4"]


def test_two_flare_ups_with_no_session_between_are_one_step(life: Life) -> None:
    life.at_green()
    life.on(3)
    life.days_off.start_flare()
    life.on(5)
    life.days_off.end_flare()
    life.on(6)
    life.days_off.start_flare()
    life.answer_short()
    life.train(Kind.EASY_DAY)
    life.on(8)
    life.days_off.end_flare()
    assert len(life.room.diary.flares) == 2
    assert life.clam() == "red"
    life.answer_short()
    life.room.leave(Kind.SESSION, 1)  # it was tried on that level
    life.on(9)
    life.days_off.start_flare()
    life.on(10)
    life.days_off.end_flare()
    assert life.clam() == "yellow"


def test_a_flare_up_that_comes_back_on_the_day_of_its_end_goes_on(life: Life) -> None:
    life.on(3)
    life.days_off.start_flare()
    life.on(8)
    life.days_off.end_flare()
    before = content(life.room)
    back = life.days_off.start_flare()
    assert say(life.hero().title) == "Flare-up, day 6"
    (flare,) = life.room.diary.flares
    assert (flare.from_, flare.to) == (life.day(3), None)
    life.on(10)
    assert words(life.hero()) == life.room.catalogue.texts["flare-up-week"]
    life.on(8)
    back()
    assert content(life.room) == before


def test_today_shows_the_levels_that_begin_where_a_long_flare_up_ends(life: Life) -> None:
    room = life.room
    life.at_green()
    life.on(3)
    life.days_off.start_flare()
    life.on(40)
    life.days_off.end_flare()
    room.screener.keep(room.answers(), {})
    room.later(minutes=1)
    shown = [exercise.rung for exercise in life.hero().session.exercises]
    begun = room.sessions.begin(Kind.SESSION)
    assert shown == [part.rung.text for part in begun.parts]


# Three weeks away


def test_three_weeks_away_day_by_day(life: Life) -> None:
    room = life.room
    life.on(2, 20)
    life.days_off.start_absence(AWAY, life.day(3), life.day(23))
    assert life.hero().kind is not HeroKind.AWAY  # from tomorrow
    assert [absence.to for absence in life.days_off.ahead()] == [life.day(23)]
    for day in range(3, 24):
        life.on(day)
        view = life.hero()
        assert (view.kind, say(view.title)) == (HeroKind.AWAY, "Away until 25 November")
        assert words(view) == room.catalogue.texts["away"]
        assert say(view.next) == (
            "Next: tomorrow morning." if day == 23 else "Next: Thursday 26 November."
        )
        assert (view.can_start, view.extra_allowed) == (False, True)
        assert view.easier_note is None
        assert "Away from 5 Nov 2026 until 25 Nov 2026." in life.lines()
    life.on(24)
    assert [(w.done, w.planned, w.not_planned_days) for w in life.weeks()] == [
        (3, 6, 4),
        (0, 0, 7),
        (0, 0, 7),
        (0, 0, 3),
    ]
    view, note = life.hero(), "After 21 days without a session: one step easier, and half the sets"
    assert (view.kind, view.can_start, view.questions_first) == (HeroKind.SESSION, True, True)
    assert say(view.easier_note) == f"{note} for a week."
    assert note in life.lines()
    assert say(view.session.dose) == "1 set of 12–15, each side or both"
    assert room.diary.decisions == ()


def test_the_way_back_from_it_is_stored_with_the_first_session(life: Life) -> None:
    room = life.room
    life.on(24)
    life.answer_short()
    shown = life.hero().session
    guided = room.guide(room.sessions.begin(Kind.SESSION))
    assert [d.rule for d in room.diary.decisions] == ["R-MISS-4", "R-MISS-4"]
    assert {d.at for d in room.diary.decisions} == {guided.session.started_at - MOMENT}
    assert {part.dose.sets for part in guided.parts} == {1}
    assert guided.session.planned_sets == 5
    assert guided.parts[0].rung.text == shown.exercises[0].rung == "no band"
    room.play(guided, 2)
    again = room.sessions.resume()
    assert again.parts == tuple(guided.parts)
    life.on(30)
    assert say(life.hero().easier_note).endswith("half the sets for a week.")
    assert {part.dose.sets for part in room.sessions.begin(Kind.SESSION).parts} == {1}
    assert len(room.diary.decisions) == 2
    life.on(31)  # no session has counted yet: the week begins anew, the step down does not
    assert {part.dose.sets for part in room.sessions.begin(Kind.SESSION).parts} == {1}
    assert [d.rule for d in room.diary.decisions if not d.exercise] == ["R-MISS-4"] * 2
    assert len(room.diary.decisions) == 3


def test_after_a_whole_first_session_the_week_is_over_after_seven_days(life: Life) -> None:
    room = life.room
    life.on(24)
    life.answer_short()
    life.train()
    for day in range(25, 31):
        life.on(day)
        assert {part.dose.sets for part in room.sessions.begin(Kind.SESSION).parts} == {1}
        room.play(room.guide(room.sessions.resume()))
    life.on(31)
    assert life.hero().easier_note is None
    assert {part.dose.sets for part in room.sessions.begin(Kind.SESSION).parts} == {2}
    assert life.clam() == "none"
    assert len(room.diary.decisions) == 2


def test_more_than_four_weeks_away_start_the_program_again(life: Life) -> None:
    room = life.room
    life.on(40)
    view = life.hero()
    assert say(view.easier_note).startswith("After 37 days without a session: the program starts")
    assert room.screener.standing().asked is Asked.FULL
    room.screener.keep(room.answers(), {})
    assert len(room.diary.runs) == 1
    life.train()
    old, new = room.diary.runs
    assert (old.ended_on, new.started_on, new.program) == (life.day(40), life.day(40), old.program)
    assert room.diary.sessions[-1].run == room.sessions.run().id == new.id
    assert room.diary.sessions[-1].sets[0].rung == life.clam() == "none"
    told = " ".join(explain_lines(room.diary, room.catalogue, room.clock()))
    assert "one step below the program before" in told
    assert "R-MISS-5: After 37 days" in told
    assert life.hero().easier_note is None
    life.on(40, 18)
    life.train()
    assert len(room.diary.runs) == 2


def test_an_easy_day_brings_the_way_back_too(life: Life) -> None:
    life.on(12)
    life.room.rate(6)
    life.train(Kind.EASY_DAY)
    assert {d.rule for d in life.room.diary.decisions} == {"R-MISS-3"}
    life.on(13)
    assert say(life.hero().easier_note).endswith("one set fewer for 2 sessions.")


def test_days_away_hold_no_session_that_is_due_but_one_may_be_done(life: Life) -> None:
    life.on(4)
    life.days_off.start_absence(AWAY, life.day(4), None)
    view = life.hero()
    assert (say(view.title), view.next) == ("Days away", None)
    assert "mistake" in say(view.way_back.text)
    life.train()
    life.on(5)
    assert say(life.hero().way_back.button) == "I am back"
    life.days_off.end_absence()
    (away,) = life.room.diary.absences
    assert (away.from_, away.to) == (life.day(4), life.day(4))
    assert life.hero().kind is HeroKind.SESSION


# Illness


def test_an_illness_rests_until_the_user_says_so(life: Life) -> None:
    room = life.room
    life.on(3)
    life.days_off.start_absence(ILL, life.day(3), None)
    for day in (3, 4, 8):
        life.on(day)
        view = life.hero()
        assert (view.kind, words(view)) == (HeroKind.ILL, room.catalogue.texts["fever"])
        assert (view.can_start, view.extra_allowed, view.session) == (False, False, None)
        assert (view.can_flare, view.can_be_away) == (False, False)
        assert not view.way_back.emphasised
        assert "mistake" in say(view.way_back.text) or "fever" in say(view.way_back.text)
        for kind in Kind:
            with pytest.raises(NotAllowed, match="free of fever"):
                room.sessions.begin(kind)
    life.days_off.end_absence()
    (ill,) = room.diary.absences
    assert (ill.to, ill.reason) == (life.day(7), ILL)
    assert life.hero().can_start


def test_an_illness_noted_by_mistake_is_deleted_on_its_day(life: Life) -> None:
    life.on(3)
    life.days_off.start_absence(ILL, life.day(3), None)
    life.days_off.end_absence()
    assert life.room.diary.absences == ()


def test_ill_while_away_ends_first(life: Life) -> None:
    life.on(3)
    life.days_off.start_absence(AWAY, life.day(3), life.day(9))
    life.on(5)
    assert life.hero().can_be_away
    life.days_off.start_absence(ILL, life.day(5), None)
    assert life.hero().kind is HeroKind.ILL
    life.on(7)
    life.days_off.end_absence()
    assert life.hero().kind is HeroKind.AWAY
    assert life.days_off.absence().to == life.day(9)


# What is refused, and what becomes one


def test_days_away_that_meet_become_one(life: Life) -> None:
    days_off = life.days_off
    life.on(3)
    days_off.start_absence(AWAY, life.day(5), life.day(8))
    days_off.start_absence(AWAY, life.day(12), None)
    days_off.start_absence(AWAY, life.day(9), life.day(10))
    assert len(life.room.diary.absences) == 3
    days_off.start_absence(AWAY, life.day(7), life.day(9))
    days_off.start_absence(AWAY, life.day(4), life.day(12))
    (away,) = life.room.diary.absences
    assert (away.from_, away.to) == (life.day(4), None)


@pytest.mark.parametrize(
    ("reason", "first", "last", "told"),
    [
        (AWAY, 5, 4, "before the first"),
        (AWAY, 0, 370, "within a year"),
        (AWAY, -370, 0, "within a year"),
        (AWAY, 367, None, "within a year"),
        (ILL, 1, None, "today or earlier"),
        (ILL, 0, 2, "today or earlier"),
        ("holiday", 0, 2, "away or ill"),
    ],
)
def test_days_that_cannot_be_are_refused(
    settled, reason: str, first: int, last: int | None, told: str
) -> None:
    life = Life(settled)
    upto = None if last is None else life.day(last)
    with pytest.raises(NotAllowed, match=told):
        life.days_off.start_absence(reason, life.day(first), upto)
    assert settled.diary.absences == ()


def test_nothing_ends_that_is_not_there(settled) -> None:
    days_off = DaysOff(settled.desk)
    with pytest.raises(NotAllowed, match="No flare-up"):
        days_off.end_flare()
    with pytest.raises(NotAllowed, match="No days away"):
        days_off.end_absence()
    with pytest.raises(NotAllowed, match="called off already"):
        days_off.call_off("gone")


# Clocks, zones, runs


def test_a_clock_put_back_leaves_one_flare_up(life: Life) -> None:
    life.on(20)
    life.days_off.start_flare()
    life.on(4)
    assert life.days_off.flare() is None
    back = life.days_off.start_flare()
    (flare,) = life.room.diary.flares
    assert flare.from_ == life.day(4)
    back()
    assert life.room.diary.flares[0].from_ == life.day(20)


def test_a_change_of_zone_keeps_the_days(life: Life) -> None:
    life.on(3)
    life.days_off.start_flare()
    room = life.room
    room.now = datetime(2026, 11, 6, 1, tzinfo=timezone(timedelta(hours=13)))  # the 5th, at home
    assert say(life.hero().title) == "Flare-up, day 2"
    life.days_off.end_flare()
    assert room.diary.flares[0].to == life.day(3)


def test_another_program_after_the_flare_up_starts_from_its_levels(life: Life) -> None:
    life.on(3)
    life.days_off.start_flare()
    life.on(6)
    life.days_off.end_flare()
    room = life.room
    room.later(minutes=1)
    room.sessions.start_run("hips-three-twice", one_leg_bridge=False)
    assert [d.exercise for d in room.diary.decisions] == [CLAM]
    assert life.clam() == "none"
    told = " ".join(explain_lines(room.diary, room.catalogue, room.clock()))
    assert "R-FLARE" not in told


def test_without_a_program_a_flare_up_ends_without_steps(room) -> None:
    life = Life(room)
    life.days_off.start_flare()
    life.on(2)
    life.days_off.end_flare()
    assert room.diary.decisions == ()
    assert room.diary.flares[0].to == life.day(1)
