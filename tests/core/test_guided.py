"""A guided session: what is recorded, and what this hurts, leaving and resuming do to it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta

import pytest

from hipcoach.core.catalogue import Catalogue
from hipcoach.core.clocks import Clocks
from hipcoach.core.diary import Diary
from hipcoach.core.document import NotSavedError
from hipcoach.core.events import NotKept, PlayerEvent, PlayerState
from hipcoach.core.exercise import Side
from hipcoach.core.guided import GuidedSession
from hipcoach.core.hurt import Choice
from hipcoach.core.opening import Opened, opened, opened_easy, reopened
from hipcoach.core.pain import Place
from hipcoach.core.parts import HALF_RANGE
from hipcoach.core.recorder import resume_point
from hipcoach.core.run import ONE_LEG_BRIDGE, Band, Change, Run, Settings, Times
from hipcoach.core.session import EventKind, Session, SessionState, Slot
from hipcoach.core.tempo import PhaseKind
from hipcoach.core.timeline import Phase, Point


class Mat:
    """A guided session on a fake clock, whose saved states are kept in a list."""

    def __init__(self, catalogue: Catalogue, at: datetime, ready: Opened, diary: Diary) -> None:
        self.catalogue, self.at, self.diary = catalogue, at, diary
        self.seconds = 0.0
        self.saved: list[Session] = []
        self.told: list[PlayerEvent] = []
        self.disk_full = False
        self.asleep = False
        self.guided = self.guide(ready)

    def guide(self, ready: Opened, pain_before: int | None = 2) -> GuidedSession:
        clocks = Clocks(
            seconds=lambda: self.seconds,
            now=lambda: self.at + timedelta(seconds=self.seconds),
            slept=lambda: self.asleep,
        )
        self.guided = GuidedSession(
            session=ready.session,
            parts=ready.parts,
            catalogue=self.catalogue,
            times=Times(),
            clocks=clocks,
            save=self._save,
            emit=self.told.append,
            pain_before=pain_before,
        )
        return self.guided

    def _save(self, session: Session) -> Session:
        if self.disk_full:
            raise NotSavedError("Not saved: the disk is full.")
        self.saved.append(session)
        return session

    def until(self, reached: Callable[[Phase], bool]) -> None:
        while not reached(self.guided.player.phase):
            self.step()

    def step(self) -> None:
        boundary = self.guided.player.next_boundary
        assert boundary is not None
        self.seconds = max(self.seconds, boundary)
        self.guided.player.wake()

    def finish(self) -> None:
        while self.guided.player.state is PlayerState.PLAYING:
            self.step()

    def at_rep(self, part: int, rep: int, side: Side | None = None) -> None:
        def reached(phase: Phase) -> bool:
            point = phase.point
            here = (point.part, point.rep) == (part, rep) and phase.works
            return here and side in (None, point.side)

        self.until(reached)

    def hurt(self, score: int, choice: Choice) -> None:
        self.guided.hurt()
        offers = self.guided.answer(score)
        assert choice in offers.choices
        self.guided.choose(choice)


@pytest.fixture
def diary(morning: datetime) -> Diary:
    one_leg = Change(at=morning, what=ONE_LEG_BRIDGE, value=True)
    run = Run(
        id="run",
        program="hips-three-twice",
        program_version=1,
        started_on=morning.date(),
        changes=(one_leg,),
    )
    return Diary(runs=(run,), settings=Settings(bands=(Band(colour="yellow"),)))


@pytest.fixture
def mat(catalogue: Catalogue, morning: datetime, diary: Diary) -> Mat:
    ready = opened(diary, catalogue, diary.runs[0], morning, Slot.MORNING)
    mat = Mat(catalogue, morning, ready, diary)
    mat.guided.start()
    return mat


def test_a_whole_session_leaves_12_side_sets_with_counted_repetitions(mat: Mat) -> None:
    mat.finish()
    session = mat.saved[-1]
    assert session.state is SessionState.FINISHED
    assert [(s.exercise, s.set, s.side.value) for s in session.sets] == [
        (exercise, number, side)
        for exercise in ("clamshell-band", "quadruped-hip-extension", "single-leg-bridge")
        for number in (1, 2)
        for side in ("left", "right")
    ]
    assert {(s.reps, s.tidy_reps, s.low, s.tempo, s.hold) for s in session.sets} == {
        (15, 15, 12, "2/2/2/0", 2)
    }
    assert session.sets[0].resistance.level == 1
    assert session.ended_at == mat.at + timedelta(seconds=mat.seconds)


def test_every_side_set_is_saved_the_moment_it_ends(mat: Mat) -> None:
    mat.until(lambda phase: phase.kind is PhaseKind.SWITCH)
    assert [len(session.sets) for session in mat.saved] == [1]
    assert mat.saved[0].sets[0].ended_at == mat.at + timedelta(seconds=20 + 15 * 6)
    assert mat.saved[0].state is SessionState.RUNNING


def test_a_late_wake_up_records_the_planned_time(mat: Mat) -> None:
    mat.seconds = 20 + 15 * 6 + 0.4
    mat.guided.player.wake()
    assert mat.saved[0].sets[0].ended_at == mat.at + timedelta(seconds=110)


def test_enter_is_ready_and_then_done(mat: Mat) -> None:
    mat.guided.enter()
    assert mat.guided.player.phase.works
    mat.at_rep(0, 3)
    mat.guided.enter()
    assert mat.saved[-1].sets[0].reps == 2
    mat.guided.more()
    assert mat.guided.player.remaining == 30


def test_a_set_without_a_repetition_is_not_stored_but_its_skip_is(mat: Mat) -> None:
    mat.guided.player.skip()
    session = mat.saved[-1]
    assert session.sets == ()
    event = session.events[0]
    assert (event.kind, event.exercise, event.side) == (
        EventKind.SKIP,
        "clamshell-band",
        Side.LEFT,
    )


def test_a_set_ended_without_a_repetition_stays_behind_after_resuming(
    mat: Mat, catalogue: Catalogue
) -> None:
    mat.guided.enter()
    mat.seconds += 1.5
    mat.guided.enter()
    session = mat.saved[-1]
    assert [(told.kind, told.side) for told in session.events] == [(EventKind.SKIP, Side.LEFT)]
    ready = reopened(mat.diary, catalogue, session)
    assert ready is not None
    assert resume_point(ready.session, ready.parts) == Point(part=0, set=1, side=Side.RIGHT)


def test_a_set_done_again_replaces_the_one_before(mat: Mat) -> None:
    mat.at_rep(0, 4)
    mat.guided.enter()
    assert mat.saved[-1].sets[0].reps == 3
    mat.guided.player.back()
    mat.at_rep(0, 6)
    mat.guided.enter()
    assert [(s.side, s.reps) for s in mat.saved[-1].sets] == [(Side.LEFT, 5)]


def test_the_count_can_be_corrected_in_the_set_and_after_it(mat: Mat) -> None:
    mat.guided.change_count(1)
    assert mat.saved == []
    mat.at_rep(0, 4)
    mat.guided.change_count(-1)
    mat.guided.enter()
    assert mat.saved[-1].sets[0].reps == 2
    mat.guided.change_count(1)
    assert (mat.saved[-1].sets[0].reps, mat.saved[-1].sets[0].tidy_reps) == (3, 3)


def test_easier_goes_on_with_the_same_set_one_rung_lower(mat: Mat) -> None:
    mat.at_rep(0, 5)
    mat.hurt(4, Choice.EASIER)
    player = mat.guided.player
    assert (player.phase.kind, player.remaining) == (PhaseKind.PREPARE, 12)
    assert (player.phase.point.rep, player.count) == (5, 4)
    mat.until(lambda phase: phase.kind is PhaseKind.SWITCH)
    session = mat.saved[-1]
    assert (session.sets[0].rung, session.sets[0].reps) == ("none", 15)
    event = session.events[0]
    assert (event.kind, event.score, event.rep, event.choice) == (EventKind.HURT, 4, 4, "easier")


def test_an_easier_version_in_the_same_gear_needs_the_short_way_only(mat: Mat) -> None:
    mat.at_rep(1, 2)
    mat.hurt(2, Choice.EASIER)
    assert mat.guided.player.remaining == 6


def test_without_a_lower_rung_easier_is_half_the_range(mat: Mat) -> None:
    mat.at_rep(1, 2)
    mat.hurt(3, Choice.EASIER)
    mat.guided.enter()
    mat.guided.enter()
    assert mat.saved[-1].sets[-1].rung == HALF_RANGE


def test_an_easier_rung_may_change_the_sides(mat: Mat) -> None:
    mat.at_rep(2, 2, Side.RIGHT)
    for _ in range(3):
        mat.hurt(2, Choice.EASIER)
        mat.guided.enter()
    assert mat.guided.part.exercise.id == "two-leg-bridge"
    assert mat.guided.player.phase.point == Point(part=2, set=1, side=Side.BOTH, rep=2)
    mat.finish()
    bridges = [s for s in mat.saved[-1].sets if s.exercise == "single-leg-bridge"]
    assert [(s.set, s.side) for s in bridges] == [
        (1, Side.LEFT),
        (1, Side.BOTH),
        (2, Side.BOTH),
    ]
    assert resume_point(mat.saved[-1], mat.guided.parts) is None


def test_fewer_ends_this_exercises_sets_at_two_thirds_of_low(mat: Mat) -> None:
    mat.at_rep(0, 5)
    mat.hurt(2, Choice.FEWER)
    mat.until(lambda phase: phase.point.part == 1)
    assert [s.reps for s in mat.saved[-1].sets] == [8, 8, 8, 8]


def test_fewer_beyond_two_thirds_ends_the_set(mat: Mat) -> None:
    mat.at_rep(0, 11)
    mat.hurt(2, Choice.FEWER)
    assert mat.saved[-1].sets[0].reps == 10
    assert mat.guided.player.phase.point == Point(part=0, set=1, side=Side.RIGHT)


def test_fewer_in_the_very_last_set_ends_the_session(mat: Mat) -> None:
    mat.until(lambda phase: (phase.point.part, phase.point.set) == (2, 2))
    mat.at_rep(2, 11, Side.RIGHT)
    mat.hurt(2, Choice.FEWER)
    assert mat.saved[-1].state is SessionState.FINISHED


def test_skip_goes_to_the_next_exercise_and_keeps_the_count(mat: Mat) -> None:
    mat.at_rep(0, 8)
    mat.hurt(6, Choice.SKIP)
    assert (mat.guided.player.phase.point.part, mat.guided.player.remaining) == (1, 20)
    assert [s.reps for s in mat.saved[-1].sets] == [7]
    assert mat.saved[-1].events[0].choice == "skip"


def test_skipping_the_last_exercise_finishes(mat: Mat) -> None:
    mat.at_rep(2, 2)
    mat.hurt(6, Choice.SKIP)
    assert mat.saved[-1].state is SessionState.FINISHED


def test_a_second_red_exercise_can_only_end(mat: Mat) -> None:
    mat.at_rep(0, 8)
    mat.hurt(6, Choice.SKIP)
    mat.at_rep(1, 3)
    mat.guided.hurt()
    offers = mat.guided.answer(5, (Place.LOW_BACK_LEFT,))
    assert offers.choices == (Choice.END,)
    mat.guided.choose(Choice.END)
    session = mat.saved[-1]
    assert session.state is SessionState.ENDED_EARLY
    assert session.sets[-1].reps == 2
    assert session.events[1].places == (Place.LOW_BACK_LEFT,)
    assert not mat.guided.goes_on


def test_the_score_is_durable_before_anything_is_chosen(mat: Mat) -> None:
    mat.at_rep(0, 2)
    mat.guided.hurt()
    mat.guided.answer(7)
    assert (mat.saved[-1].events[0].score, mat.saved[-1].events[0].choice) == (7, "")
    assert mat.guided.player.state is PlayerState.PAUSED


def test_this_hurts_is_durable_before_anything_is_asked(mat: Mat) -> None:
    mat.at_rep(0, 2)
    mat.guided.hurt()
    event = mat.saved[-1].events[0]
    assert (event.kind, event.rep, event.score) == (EventKind.HURT, 1, None)
    assert mat.guided.open_hurt == event
    assert mat.guided.open_offers is None


def test_pauses_and_sleep_are_noted(mat: Mat) -> None:
    mat.guided.player.pause()
    mat.guided.player.resume()
    mat.asleep = True
    mat.guided.player.wake()
    kinds = [event.kind for event in mat.saved[-1].events]
    assert kinds == [EventKind.PAUSE, EventKind.SLEPT]


@pytest.mark.parametrize("done", [True, False])
def test_a_session_that_was_paused_overnight_is_over(mat: Mat, done: bool) -> None:
    if done:
        mat.until(lambda phase: phase.kind is PhaseKind.SWITCH)
    mat.guided.player.pause()
    mat.at += timedelta(days=1)
    mat.guided.resume()
    session = mat.saved[-1]
    assert session.state is (SessionState.ENDED_EARLY if done else SessionState.DISCARDED)
    assert not mat.guided.goes_on
    if done:
        assert session.ended_at == session.sets[-1].ended_at


@pytest.mark.parametrize("choice", [Choice.EASIER, Choice.END])
def test_a_choice_made_the_next_day_ends_the_session(mat: Mat, choice: Choice) -> None:
    mat.at_rep(0, 3)
    mat.guided.hurt()
    mat.guided.answer(2)
    mat.at += timedelta(days=1)
    mat.guided.choose(choice)
    assert mat.saved[-1].state is SessionState.ENDED_EARLY
    assert mat.saved[-1].events[-1].choice == choice


@pytest.mark.parametrize(("hours", "minutes"), [(14, 55), (2, 30)])
def test_over_midnight_or_after_hours_of_the_same_day_it_goes_on(
    mat: Mat, catalogue: Catalogue, hours: int, minutes: int
) -> None:
    late = mat.at + timedelta(hours=hours, minutes=minutes)
    session = mat.guided.session
    if hours > 12:
        session = replace(session, started_at=late)
    mat.guided.session = session
    mat.guided.player.pause()
    mat.at = late + timedelta(minutes=10)
    mat.guided.resume()
    assert mat.guided.player.state is PlayerState.PLAYING


def test_a_full_disk_stops_nothing_and_the_next_set_saves_all(mat: Mat) -> None:
    mat.disk_full = True
    mat.until(lambda phase: phase.kind is PhaseKind.REST)
    assert mat.saved == []
    told = [event for event in mat.told if isinstance(event, NotKept)]
    assert [event.reason for event in told] == ["Not saved: the disk is full."] * 2
    mat.disk_full = False
    mat.until(lambda phase: phase.point.set == 2 and phase.kind is PhaseKind.SWITCH)
    assert [s.reps for s in mat.saved[-1].sets] == [15, 15, 15]


def left_after(mat: Mat, steps: int) -> Session:
    """The session as it was stored when the process died after so many boundaries."""
    first = mat.guided.session
    for _ in range(steps):
        mat.step()
    return mat.saved[-1] if mat.saved else first


@pytest.mark.parametrize("steps", [0, 1, 5, 40, 80, 137, 300, 455])
def test_a_left_session_resumes_at_the_interrupted_side_set(
    mat: Mat, catalogue: Catalogue, steps: int
) -> None:
    left = left_after(mat, steps)
    here = mat.guided.player.phase.point
    ready = reopened(mat.diary, catalogue, left)
    assert ready is not None
    mat.guide(ready).start()
    point = mat.guided.player.phase.point
    assert point.same_set(here)
    assert (point.rep, mat.guided.player.remaining) == (1, 20)
    mat.finish()
    assert len(mat.saved[-1].sets) == 12


def test_easier_fewer_and_skip_hold_after_resuming(mat: Mat, catalogue: Catalogue) -> None:
    mat.at_rep(0, 2)
    mat.hurt(2, Choice.EASIER)
    mat.at_rep(0, 3)
    mat.hurt(2, Choice.FEWER)
    mat.at_rep(0, 2, Side.RIGHT)
    ready = reopened(mat.diary, catalogue, mat.saved[-1])
    assert ready is not None
    guided = mat.guide(ready)
    assert (guided.parts[0].rung.id, guided.parts[0].dose.high) == ("none", 8)
    guided.start()
    mat.at_rep(0, 2)
    mat.hurt(6, Choice.SKIP)
    again = reopened(mat.diary, catalogue, mat.saved[-1])
    assert again is not None
    assert resume_point(again.session, again.parts) == Point(part=1, set=1, side=Side.LEFT)


def test_a_skipped_side_set_stays_behind_after_resuming(mat: Mat, catalogue: Catalogue) -> None:
    mat.guided.player.skip()
    ready = reopened(mat.diary, catalogue, mat.saved[-1])
    assert ready is not None
    assert resume_point(ready.session, ready.parts) == Point(part=0, set=1, side=Side.RIGHT)


def test_records_of_exercises_that_the_program_lost_are_kept(
    mat: Mat, catalogue: Catalogue
) -> None:
    mat.until(lambda phase: phase.kind is PhaseKind.SWITCH)
    mat.guided.player.skip()
    stored = mat.saved[-1]
    strange = replace(
        stored,
        sets=tuple(replace(done, exercise="gone") for done in stored.sets),
        events=tuple(replace(event, exercise="gone") for event in stored.events),
    )
    ready = reopened(mat.diary, catalogue, strange)
    assert ready is not None
    assert resume_point(strange, ready.parts) == Point(part=0, set=1, side=Side.LEFT)
    assert mat.guide(ready).session.sets == strange.sets


def test_a_session_with_nothing_left_finishes_at_once(mat: Mat, catalogue: Catalogue) -> None:
    mat.finish()
    stored = replace(mat.saved[-1], state=SessionState.RUNNING)
    ready = reopened(mat.diary, catalogue, stored)
    assert ready is not None
    guided = mat.guide(ready)
    guided.start()
    assert guided.session.state is SessionState.FINISHED


def test_a_session_whose_run_is_gone_cannot_be_reopened(mat: Mat, catalogue: Catalogue) -> None:
    assert reopened(Diary(), catalogue, mat.guided.session) is None


@pytest.mark.parametrize("stand_in", [False, True])
def test_an_easy_day_is_reopened_as_it_was_chosen(
    catalogue: Catalogue, morning: datetime, diary: Diary, stand_in: bool
) -> None:
    run = diary.runs[0]
    ready = opened_easy(diary, catalogue, run, morning, Slot.MORNING, stand_in=stand_in)
    again = reopened(diary, catalogue, ready.session)
    assert again is not None
    assert again.parts == ready.parts


def test_hurt_while_getting_into_position_takes_up_the_coming_set(mat: Mat) -> None:
    mat.hurt(2, Choice.EASIER)
    assert mat.guided.player.phase.point.rep == 1
    assert mat.guided.player.remaining == 12
    assert mat.guided.part.rung.id == "none"


def killed_at_the_choice(mat: Mat, catalogue: Catalogue, score: int) -> GuidedSession:
    """The session as it comes back after the process died at "what now?"."""
    mat.guided.hurt()
    mat.guided.answer(score, (Place.BUTTOCK_LEFT,))
    ready = reopened(mat.diary, catalogue, mat.saved[-1])
    assert ready is not None
    return mat.guide(ready)


@pytest.mark.parametrize("score", [2, 4, 5, 7, 9])
def test_an_open_choice_is_still_on_offer_after_a_kill(
    mat: Mat, catalogue: Catalogue, score: int
) -> None:
    mat.at_rep(0, 5)
    mat.guided.hurt()
    on_offer = mat.guided.answer(score)
    assert killed_at_the_choice(mat, catalogue, score).open_offers == on_offer


def test_after_a_kill_at_9_only_ending_is_possible(mat: Mat, catalogue: Catalogue) -> None:
    mat.at_rep(0, 5)
    guided = killed_at_the_choice(mat, catalogue, 9)
    assert guided.open_hurt is not None
    assert guided.open_hurt.places == (Place.BUTTOCK_LEFT,)
    for choice in (Choice.EASIER, Choice.FEWER, Choice.SKIP):
        with pytest.raises(ValueError, match="not on offer"):
            guided.choose(choice)
    guided.choose(Choice.END)
    assert guided.session.state is SessionState.ENDED_EARLY
    assert [event.choice for event in guided.session.events] == ["end", ""]
    assert guided.open_offers is None
    guided.start()
    assert guided.player.state is PlayerState.READY
    assert mat.saved[-1] == guided.session


@pytest.mark.parametrize("choice", [Choice.EASIER, Choice.FEWER, Choice.SKIP])
def test_a_choice_after_a_kill_holds_when_the_session_starts(
    mat: Mat, catalogue: Catalogue, choice: Choice
) -> None:
    mat.at_rep(0, 5, Side.RIGHT)
    guided = killed_at_the_choice(mat, catalogue, 2)
    guided.choose(choice)
    guided.start()
    place = (guided.player.phase.point.part, guided.player.phase.point.side)
    assert place == ((1, Side.LEFT) if choice is Choice.SKIP else (0, Side.RIGHT))
    assert guided.parts[0].rung.id == ("none" if choice is Choice.EASIER else "yellow")
    assert guided.parts[0].dose.high == (8 if choice is Choice.FEWER else 15)
    mat.until(lambda phase: phase.works and phase.point.part == place[0])
    assert guided.player.phase.high == guided.part.dose.high
    assert guided.open_offers is None


def test_an_answer_about_an_exercise_that_the_program_lost_can_skip_or_end(
    mat: Mat, catalogue: Catalogue
) -> None:
    mat.at_rep(0, 2)
    mat.guided.hurt()
    mat.guided.answer(2)
    events = tuple(replace(event, exercise="gone") for event in mat.saved[-1].events)
    ready = reopened(mat.diary, catalogue, replace(mat.saved[-1], events=events))
    assert ready is not None
    guided = mat.guide(ready)
    assert guided.open_offers is not None
    assert guided.open_offers.choices == (Choice.SKIP, Choice.END)


def test_without_an_answer_nothing_is_on_offer(mat: Mat) -> None:
    assert mat.guided.open_offers is None
    with pytest.raises(ValueError, match="not on offer"):
        mat.guided.choose(Choice.END)


def test_back_never_leads_into_an_exercise_that_was_left_because_it_hurt(
    mat: Mat, catalogue: Catalogue
) -> None:
    mat.at_rep(0, 8)
    mat.hurt(6, Choice.SKIP)
    first = Point(part=1, set=1, side=Side.LEFT)
    mat.guided.player.back()
    assert mat.guided.player.phase.point == first
    mat.guided.enter()
    mat.guided.player.back()
    assert mat.guided.player.phase.point == first
    ready = reopened(mat.diary, catalogue, mat.saved[-1])
    assert ready is not None
    mat.guide(ready).start()
    mat.guided.player.back()
    assert mat.guided.player.phase.point == first


def test_hurt_right_after_an_exercise_is_noted_with_that_exercise(mat: Mat) -> None:
    mat.until(lambda phase: phase.point.part == 1)
    mat.guided.hurt()
    on_offer = mat.guided.answer(4)
    assert (on_offer.choices, on_offer.preselected) == ((Choice.SKIP, Choice.END), None)
    event = mat.saved[-1].events[0]
    told = (event.exercise, event.set, event.side, event.rep)
    assert told == ("clamshell-band", 2, Side.RIGHT, 15)
    mat.guided.choose(Choice.SKIP)
    assert mat.guided.player.phase.point == Point(part=1, set=1, side=Side.LEFT)
    assert (mat.guided.player.state, mat.guided.player.remaining) == (PlayerState.PLAYING, 20)
    assert mat.guided.part.rung.id == "none"
    mat.finish()
    assert len(mat.saved[-1].sets) == 12


def test_hurt_right_after_an_exercise_can_only_end_from_8_on(mat: Mat) -> None:
    mat.until(lambda phase: phase.point.part == 1)
    mat.guided.hurt()
    on_offer = mat.guided.answer(8)
    assert (on_offer.choices, on_offer.preselected) == ((Choice.END,), Choice.END)


def test_hurt_after_skipping_ahead_is_noted_with_the_exercise_worked_last(mat: Mat) -> None:
    mat.at_rep(0, 3)
    while mat.guided.player.phase.point.part < 2:
        mat.guided.player.skip()
    mat.hurt(2, Choice.SKIP)
    assert (mat.saved[-1].events[-1].exercise, mat.saved[-1].events[-1].rep) == (
        "clamshell-band",
        2,
    )
    assert mat.guided.player.phase.point.part == 2


def test_hurt_again_before_an_easier_first_set_is_noted_with_the_new_exercise(mat: Mat) -> None:
    mat.until(lambda phase: phase.point.part == 1 and phase.works)
    mat.hurt(2, Choice.EASIER)
    mat.hurt(2, Choice.FEWER)
    exercises = [event.exercise for event in mat.saved[-1].events]
    assert exercises == ["quadruped-hip-extension"] * 2


def test_own_pace_never_records_its_prefilled_count_for_what_was_left(mat: Mat) -> None:
    mat.guided.player.set_own_pace(True)
    mat.guided.enter()
    assert mat.guided.player.count == 12
    mat.hurt(2, Choice.EASIER)
    assert mat.guided.player.phase.point.rep == 1
    mat.guided.enter()
    mat.hurt(6, Choice.SKIP)
    assert [event.rep for event in mat.saved[-1].events] == [0, 0]
    mat.guided.enter()
    mat.guided.change_count(-7)
    mat.guided.end()
    done = [(s.exercise, s.reps) for s in mat.saved[-1].sets]
    assert done == [("quadruped-hip-extension", 5)]


def test_easier_passes_over_bands_that_are_not_owned(mat: Mat, catalogue: Catalogue) -> None:
    red = replace(mat.guided.parts[0], rung=catalogue.exercises["clamshell-band"].rung("red"))
    for owned, rung in ((None, "yellow"), (frozenset({2}), "none")):
        guided = GuidedSession(
            session=mat.guided.session,
            parts=(red,),
            catalogue=catalogue,
            times=Times(),
            clocks=Clocks(seconds=lambda: 0.0, now=lambda: mat.at, slept=lambda: False),
            save=lambda session: session,
            emit=mat.told.append,
            owned=owned,
        )
        guided.start()
        guided.hurt()
        guided.answer(2)
        guided.choose(Choice.EASIER)
        assert guided.part.rung.id == rung
