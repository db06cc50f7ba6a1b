"""The player: pacing, late wake-ups, pause, skip, back, own pace, sleep."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hipcoach.core.events import (
    Counted,
    Ending,
    Finished,
    Paused,
    PauseReason,
    PhaseStarted,
    PlayerEvent,
    PlayerState,
    RepetitionDone,
    SetEnded,
)
from hipcoach.core.exercise import (
    Dose,
    Exercise,
    LyingSide,
    Posture,
    Rung,
    Side,
    Sides,
)
from hipcoach.core.parts import Part
from hipcoach.core.player import Player
from hipcoach.core.program import Prescription
from hipcoach.core.run import Times
from hipcoach.core.tempo import PhaseKind, TempoPhase
from hipcoach.core.timeline import Phase, Point, timeline

TEMPO = tuple(
    TempoPhase(kind=kind, label=kind.title(), say=kind.title(), seconds=seconds)
    for kind, seconds in ((PhaseKind.LIFT, 2), (PhaseKind.HOLD, 2), (PhaseKind.LOWER, 2))
)
POSTURES = {
    "side": Posture(id="side", name="On the side", ground="floor"),
    "back": Posture(id="back", name="On the back", ground="floor"),
}


def exercise(name: str, sides: Sides = Sides.EACH, posture: str = "side") -> Exercise:
    lies_on = LyingSide.OPPOSITE if posture == "side" else None
    keys = (Side.LEFT, Side.RIGHT) if sides is Sides.EACH else (Side.BOTH,)
    return Exercise(
        id=name,
        section="A0",
        muscles=("gluteus medius",),
        plane="frontal",
        kit=(),
        sides=sides,
        posture=posture,
        lies_on=lies_on,
        start="Lie down.",
        setup=dict.fromkeys(keys, "Turn over."),
        steps=("Lift.",),
        dose=Dose(sets=2, low=2, high=3),
        bottom=1,
        top=15,
        tempo=TEMPO,
        mistakes=(),
        ladder=(Rung(id="none", text="body weight", tag="K"),),
        easier="Less.",
    )


def part(name: str, sides: Sides = Sides.EACH, posture: str = "side", low: int = 2) -> Part:
    done = exercise(name, sides, posture)
    return Part(
        asked=Prescription(exercises=(name,), sets=2, low=low, high=low + 1, tag="D"),
        ladder=done,
        exercise=done,
        rung=done.ladder[0],
        dose=Dose(sets=2, low=low, high=low + 1),
        tempo=TEMPO,
        rest=30,
    )


PARTS = (part("clam"), part("bridge", Sides.TOGETHER, "back"))
PHASES = timeline(PARTS, Times(), POSTURES)


class FakeClock:
    """Time that moves when told to."""

    def __init__(self) -> None:
        self.now = 100.0

    def __call__(self) -> float:
        return self.now


class Stage:
    """A player on a fake clock, with everything that it told."""

    def __init__(self, phases: tuple[Phase, ...] = PHASES) -> None:
        self.clock = FakeClock()
        self.told: list[PlayerEvent] = []
        self.asleep = False
        self.player = Player(phases, self.clock, self.told.append, self._slept)

    def _slept(self) -> bool:
        slept, self.asleep = self.asleep, False
        return slept

    def wait(self, seconds: float) -> None:
        self.clock.now += seconds
        self.player.wake()

    def run_to_boundary(self) -> None:
        due = self.player.next_boundary
        assert due is not None
        self.clock.now = max(due, self.clock.now)
        self.player.wake()

    def until(self, reached: Callable[[Phase], bool]) -> None:
        while not reached(self.player.phase):
            self.run_to_boundary()

    def of(self, kind: type[PlayerEvent]) -> list[PlayerEvent]:
        return [event for event in self.told if isinstance(event, kind)]


@pytest.fixture
def stage() -> Stage:
    stage = Stage()
    stage.player.start()
    return stage


def planned(phases: tuple[Phase, ...], start: float) -> list[tuple[str, float]]:
    """Every boundary of an undisturbed session, with its time: written independently of Player."""
    found: list[tuple[str, float]] = [("phase", start)]
    for phase, after in pairwise((*phases, None)):
        assert phase is not None
        if not phase.works:
            found += [("count", start + phase.end - n) for n in (3, 2, 1)]
        if phase.completes:
            found.append(("rep", start + phase.end))
        if after is None or (phase.works and not after.works):
            found.append(("set", start + phase.end))
        found.append(("end" if after is None else "phase", start + phase.end))
    return found


NAMES = {
    PhaseStarted: "phase",
    Counted: "count",
    RepetitionDone: "rep",
    SetEnded: "set",
    Finished: "end",
}


def steps(gap_ms: int) -> Iterator[float]:
    while True:
        yield gap_ms / 1000


@pytest.mark.parametrize("gap_ms", [1, 7, 16, 33, 100, 250, 400, 999, 1000])
def test_every_boundary_is_told_once_at_its_planned_time(gap_ms: int) -> None:
    stage = Stage()
    stage.player.start()
    for gap in steps(gap_ms):
        if stage.player.state is PlayerState.FINISHED:
            break
        stage.wait(gap)
    told = [(NAMES[type(event)], event.at) for event in stage.told]
    assert told == [(name, pytest.approx(at, abs=1e-6)) for name, at in planned(PHASES, 100.0)]


@given(gaps=st.lists(st.floats(0.001, 1.0) | st.just(0.4), min_size=1, max_size=400))
def test_irregular_wake_ups_and_stalls_lose_and_double_nothing(gaps: list[float]) -> None:
    stage = Stage()
    stage.player.start()
    for gap in gaps:
        before = stage.clock.now
        count = len(stage.told)
        stage.wait(gap)
        assert all(before < event.at <= stage.clock.now for event in stage.told[count:])
    expected = [entry for entry in planned(PHASES, 100.0) if entry[1] <= stage.clock.now]
    told = [(NAMES[type(event)], event.at) for event in stage.told]
    assert told == [(name, pytest.approx(at, abs=1e-6)) for name, at in expected]


def test_position_stays_within_the_phase_until_its_end_is_told(stage: Stage) -> None:
    stage.clock.now += 19.0
    assert stage.player.remaining == pytest.approx(1.0)
    assert stage.player.progress == pytest.approx(19 / 20)
    stage.clock.now += 5.0
    assert (stage.player.remaining, stage.player.progress) == (0.0, 1.0)


def test_a_pause_freezes_and_resuming_counts_three_and_restarts_the_repetition(
    stage: Stage,
) -> None:
    stage.until(lambda phase: phase.point.rep == 2 and phase.kind is PhaseKind.HOLD)
    stage.wait(0.5)
    stage.player.pause()
    shown = stage.player.remaining
    stage.clock.now += 600
    stage.player.wake()
    assert stage.player.remaining == shown
    assert stage.player.next_boundary is None
    stage.told.clear()
    stage.player.resume()
    assert stage.player.phase.kind is PhaseKind.COUNT_IN
    stage.wait(3.0)
    assert [event.seconds for event in stage.of(Counted)] == [3, 2, 1]
    assert stage.player.phase.kind is PhaseKind.LIFT
    assert (stage.player.phase.point.rep, stage.player.count) == (2, 1)


def test_a_pause_while_getting_into_position_goes_on_where_it_was(stage: Stage) -> None:
    stage.wait(5)
    stage.player.pause()
    stage.clock.now += 60
    stage.player.resume()
    assert stage.player.remaining == pytest.approx(15)
    stage.player.pause(PauseReason.HURT)
    assert stage.of(Paused)[-1].reason is PauseReason.HURT


def test_pausing_twice_and_resuming_without_a_pause_change_nothing(stage: Stage) -> None:
    stage.player.resume()
    stage.player.pause()
    stage.player.pause()
    assert len(stage.of(Paused)) == 1


def test_after_an_hour_asleep_it_is_paused_where_it_was(stage: Stage) -> None:
    stage.until(lambda phase: phase.kind is PhaseKind.HOLD)
    stage.wait(0.5)
    shown = stage.player.remaining
    stage.clock.now += 3600
    stage.asleep = True
    stage.told.clear()
    stage.player.wake()
    assert [type(event) for event in stage.told] == [Paused]
    assert stage.of(Paused)[0].reason is PauseReason.SLEPT
    assert (stage.player.state, stage.player.remaining) == (PlayerState.PAUSED, shown)


def test_done_ends_the_set_with_what_was_completed(stage: Stage) -> None:
    stage.until(lambda phase: phase.point.rep == 2)
    stage.wait(5.9)
    stage.player.done()
    ended = stage.of(SetEnded)[-1]
    assert (ended.reps, ended.ending, ended.point.side) == (1, Ending.DONE, Side.LEFT)
    assert stage.player.phase.kind is PhaseKind.SWITCH
    assert stage.player.remaining == 15
    assert stage.player.count == 0


def test_done_is_ignored_in_the_first_second(stage: Stage) -> None:
    stage.player.ready()
    stage.player.done()
    stage.wait(0.9)
    stage.player.done()
    assert stage.of(SetEnded) == []
    stage.wait(0.2)
    stage.player.done()
    assert stage.of(SetEnded)[-1].reps == 0


def test_getting_into_position_lasts_as_long_as_it_says(stage: Stage) -> None:
    stage.player.start(Point(part=0, set=2, side=Side.LEFT), 20)
    assert (stage.player.phase.kind, stage.player.phase.seconds) == (PhaseKind.REST, 20)
    assert stage.player.progress == 0


def test_a_set_ends_by_itself_at_the_upper_bound(stage: Stage) -> None:
    stage.until(lambda phase: phase.kind is PhaseKind.SWITCH)
    ended = stage.of(SetEnded)[-1]
    assert (ended.reps, ended.ending) == (3, Ending.FULL)


def test_the_counter_can_be_corrected_but_never_below_zero(stage: Stage) -> None:
    stage.player.change_count(1)
    assert stage.player.count == 0
    stage.until(lambda phase: phase.point.rep == 2)
    stage.player.change_count(-1)
    stage.player.change_count(-1)
    assert stage.player.count == 0
    stage.player.change_count(2)
    stage.player.done()
    assert stage.of(SetEnded)[-1].reps == 2


def test_skip_goes_to_the_next_side_and_is_ignored_in_the_first_second(stage: Stage) -> None:
    stage.player.ready()
    stage.wait(0.5)
    stage.player.skip()
    assert stage.player.phase.kind is PhaseKind.LIFT
    stage.wait(0.6)
    stage.player.skip()
    assert stage.of(SetEnded)[-1].ending is Ending.SKIPPED
    assert stage.player.phase.kind is PhaseKind.SWITCH


def test_skipping_the_coming_set_keeps_the_time_to_get_into_position(stage: Stage) -> None:
    stage.player.skip()
    point = stage.player.phase.point
    assert (point.side, point.set) == (Side.RIGHT, 1)
    assert stage.player.remaining == 20


def test_skipping_the_last_set_finishes(stage: Stage) -> None:
    while stage.player.state is PlayerState.PLAYING:
        stage.player.skip()
    assert stage.player.state is PlayerState.FINISHED
    assert len(stage.of(SetEnded)) == 6
    assert stage.player.next_boundary is None


def test_back_restarts_the_set_after_a_count_of_three(stage: Stage) -> None:
    stage.until(lambda phase: phase.point.rep == 2)
    stage.player.back()
    assert stage.player.phase.kind is PhaseKind.COUNT_IN
    stage.wait(3)
    assert (stage.player.phase.point.rep, stage.player.count) == (1, 0)


def test_back_in_the_first_seconds_goes_to_the_side_before(stage: Stage) -> None:
    stage.until(lambda phase: phase.works and phase.side is Side.RIGHT)
    stage.wait(2.9)
    stage.player.back()
    assert stage.player.phase.point.side is Side.LEFT
    assert stage.player.phase.kind is PhaseKind.PREPARE
    stage.player.back()
    assert stage.player.phase.point == Point(part=0, set=1, side=Side.LEFT)


def test_i_am_ready_begins_at_once_and_more_time_is_counted_again(stage: Stage) -> None:
    stage.wait(18.5)
    stage.player.more(15)
    assert stage.player.remaining == pytest.approx(16.5)
    stage.told.clear()
    stage.wait(16)
    assert [event.seconds for event in stage.of(Counted)] == [3, 2, 1]
    stage.player.ready()
    assert stage.player.phase.kind is PhaseKind.LIFT
    assert stage.player.remaining == 2


def test_own_pace_waits_for_enter_and_is_prefilled_with_low(stage: Stage) -> None:
    stage.player.set_own_pace(True)
    stage.wait(20)
    assert (stage.player.waits, stage.player.count) == (True, 2)
    stage.wait(500)
    assert stage.player.next_boundary is None
    assert stage.player.phase.kind is PhaseKind.LIFT
    stage.player.change_count(1)
    stage.player.done()
    assert stage.of(SetEnded)[-1].reps == 3
    assert stage.player.remaining == 15
    stage.player.set_own_pace(True)


def test_own_pace_can_be_taken_up_and_left_in_the_middle_of_a_set(stage: Stage) -> None:
    stage.until(lambda phase: phase.point.rep == 2)
    stage.player.set_own_pace(True)
    assert (stage.player.waits, stage.player.count) == (True, 2)
    stage.player.set_own_pace(False)
    assert (stage.player.phase.kind, stage.player.count) == (PhaseKind.COUNT_IN, 1)


def test_own_pace_left_while_paused_restarts_the_repetition_on_resume(stage: Stage) -> None:
    stage.player.set_own_pace(True)
    stage.wait(20)
    stage.player.pause()
    stage.player.resume()
    assert stage.player.waits
    stage.player.pause()
    stage.player.set_own_pace(False)
    assert stage.player.state is PlayerState.PAUSED
    stage.player.resume()
    assert (stage.player.phase.kind, stage.player.count) == (PhaseKind.COUNT_IN, 0)


def test_own_pace_switched_in_a_rest_changes_nothing_yet(stage: Stage) -> None:
    stage.player.set_own_pace(True)
    stage.player.set_own_pace(False)
    assert stage.player.remaining == 20


def test_what_is_said_can_be_said_again(stage: Stage) -> None:
    stage.player.say_again()
    last = stage.told[-1]
    assert isinstance(last, PhaseStarted)
    assert last.again
    assert last.phase is stage.player.phase


def test_the_time_left_counts_lower_bounds(stage: Stage) -> None:
    assert stage.player.left == 20 + 6 * 2 * 6 + 15 + 30 + 15 + 12 + 30
    stage.until(lambda phase: phase.point.rep == 3)
    assert stage.player.left == 5 * 2 * 6 + 15 + 30 + 15 + 12 + 30


def test_it_starts_at_a_given_side_set_with_the_given_time(stage: Stage) -> None:
    stage.player.start(Point(part=0, set=2, side=Side.RIGHT), 20)
    assert stage.player.remaining == 20
    stage.wait(20)
    assert stage.player.phase.works
    assert (stage.player.phase.point.set, stage.player.phase.side) == (2, Side.RIGHT)


def test_a_changed_timeline_goes_on_at_the_next_repetition(stage: Stage) -> None:
    stage.until(lambda phase: phase.point.rep == 2)
    stage.player.pause(PauseReason.HURT)
    easier = timeline((part("knees"), PARTS[1]), Times(), POSTURES)
    stage.player.follow(easier, Point(part=0, set=1, side=Side.LEFT, rep=2), 6)
    assert (stage.player.phase.kind, stage.player.remaining) == (PhaseKind.PREPARE, 6)
    assert stage.player.count == 1
    stage.wait(6)
    assert (stage.player.phase.kind, stage.player.phase.point.rep) == (PhaseKind.LIFT, 2)


def test_another_side_set_of_a_changed_timeline_ends_the_one_under_way(stage: Stage) -> None:
    stage.until(lambda phase: phase.point.rep == 2)
    stage.player.pause(PauseReason.HURT)
    stage.player.follow(PHASES, Point(part=1, set=1, side=Side.BOTH), 12, Ending.STOPPED)
    ended = stage.of(SetEnded)[-1]
    assert (ended.reps, ended.ending) == (1, Ending.STOPPED)
    assert stage.player.remaining == 12


def test_stop_keeps_the_count_and_finishes(stage: Stage) -> None:
    stage.until(lambda phase: phase.point.rep == 2)
    stage.player.stop()
    stage.player.stop()
    assert [event.ending for event in stage.of(SetEnded)] == [Ending.STOPPED]
    assert len(stage.of(Finished)) == 1
    stage.player.pause()
    assert stage.player.state is PlayerState.FINISHED


def test_stop_while_getting_into_position_ends_no_set(stage: Stage) -> None:
    stage.player.stop()
    assert stage.of(SetEnded) == []
    assert stage.player.state is PlayerState.FINISHED


def test_keys_that_do_not_fit_the_phase_change_nothing(stage: Stage) -> None:
    stage.player.done()
    assert stage.player.remaining == 20
    stage.player.ready()
    stage.player.ready()
    stage.player.more(15)
    assert (stage.player.phase.kind, stage.player.remaining) == (PhaseKind.LIFT, 2)
    stage.player.pause()
    for key in (stage.player.done, stage.player.skip, stage.player.back, stage.player.ready):
        key()
    assert stage.player.state is PlayerState.PAUSED


def test_before_the_start_nothing_runs() -> None:
    stage = Stage()
    stage.wait(100)
    stage.player.pause()
    assert (stage.told, stage.player.next_boundary) == ([], None)


def test_a_point_that_is_not_on_the_timeline_is_refused(stage: Stage) -> None:
    with pytest.raises(KeyError):
        stage.player.start(Point(part=7, set=1, side=Side.LEFT))


@pytest.mark.parametrize(("change", "reps"), [(0, 0), (-1, 1), (1, 3)])
@pytest.mark.parametrize("leave", [Player.skip, Player.stop])
def test_own_pace_left_undone_keeps_only_what_the_user_set(
    stage: Stage, leave: Callable[[Player], None], change: int, reps: int
) -> None:
    stage.player.set_own_pace(True)
    stage.player.ready()
    if change:
        stage.player.change_count(change)
    leave(stage.player)
    assert stage.of(SetEnded)[-1].reps == reps


def test_own_pace_taken_up_in_a_set_keeps_what_the_metronome_counted(stage: Stage) -> None:
    stage.until(lambda phase: phase.point.rep == 2)
    stage.player.set_own_pace(True)
    stage.player.skip()
    assert stage.of(SetEnded)[-1].reps == 1
