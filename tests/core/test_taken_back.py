"""R-STOP-EX: repetitions taken back in a row end the set, with what was tidy."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime

import pytest

from hipcoach.core.catalogue import Catalogue
from hipcoach.core.clocks import Clocks
from hipcoach.core.cues import Cue, Rank, cue
from hipcoach.core.diary import Diary
from hipcoach.core.events import Finished, FormLost, PhaseStarted, PlayerEvent, PlayerState
from hipcoach.core.exercise import Side
from hipcoach.core.guided import GuidedSession
from hipcoach.core.mistakes import main_cue
from hipcoach.core.opening import opened
from hipcoach.core.run import Run, Times
from hipcoach.core.session import Session, Slot
from hipcoach.core.taken_back import TakenBack
from hipcoach.core.text import say
from hipcoach.core.timeline import Point

LEFT, RIGHT = Side.LEFT, Side.RIGHT


@pytest.mark.parametrize(
    ("done", "changes", "reps"),
    [
        ([3], [-1], (3,)),
        ([3, 4], [-1, -1], (3, 4)),
        ([3, 5], [-1, -1], (3, 5)),
        ([4, 4], [-1, -1], (4, 3)),
        ([4], [-2], (4, 3)),
        ([1], [-2], (1,)),
        ([3, 3], [-1, 1], ()),
        ([3, 3, 3], [-1, 1, -1], (3,)),
        ([3, 3, 3], [1, -1, -1], (3,)),
        ([3, 3], [-2, 1], (3,)),
        ([3, 3], [-1, 3], ()),
    ],
)
def test_each_press_takes_back_the_latest_repetition_that_counts(
    done: list[int], changes: list[int], reps: tuple[int, ...]
) -> None:
    taken = TakenBack()
    for number, change in zip(done, changes, strict=True):
        taken = TakenBack(done=number, added=taken.added, reps=taken.reps).changed(change)
    assert taken.reps == reps


@pytest.mark.parametrize(
    ("reps", "number", "ends"),
    [
        ((), 2, False),
        ((7,), 2, False),
        ((7, 8), 2, True),
        ((8, 7), 2, True),
        ((7, 9), 2, False),
        ((3, 9, 8), 2, True),
        ((7, 8), 3, False),
        ((7, 9, 8), 3, True),
    ],
)
def test_a_row_is_one_repetition_after_the_other(
    reps: tuple[int, ...], number: int, ends: bool
) -> None:
    assert TakenBack(done=12, reps=reps).in_a_row(number) is ends


class Mat:
    """A session of three exercises on a clock that is moved by hand."""

    def __init__(self, catalogue: Catalogue, at: datetime) -> None:
        run = Run(id="run", program="hips-three-twice", program_version=1, started_on=at.date())
        ready = opened(Diary(runs=(run,)), catalogue, run, at, Slot.MORNING)
        self.seconds, self.told = 0.0, list[PlayerEvent]()
        self.names = catalogue.exercise_names
        self.guided = GuidedSession(
            session=ready.session,
            parts=ready.parts,
            catalogue=catalogue,
            times=Times(),
            clocks=Clocks(seconds=lambda: self.seconds, now=lambda: at, slept=lambda: False),
            save=lambda session: session,
            emit=self.told.append,
        )
        self.guided.start()

    @property
    def session(self) -> Session:
        return self.guided.session

    @property
    def point(self) -> Point:
        return self.guided.player.phase.point

    def to_rep(self, rep: int, seconds: float = 0.0) -> None:
        """Into the next repetition of that number, `seconds` after its start."""
        player = self.guided.player
        while not (player.phase.works and player.phase.point.rep == rep):
            boundary = player.next_boundary
            assert boundary is not None
            self.seconds = max(self.seconds, boundary)
            player.wake()
        self.seconds += seconds
        player.wake()

    def take_back(self, *reps: int) -> None:
        """Take back each of these repetitions while the following one is under way."""
        for rep in reps:
            self.to_rep(rep + 1, 1.0)
            self.guided.change_count(-1)

    @property
    def lost(self) -> list[FormLost]:
        return [event for event in self.told if isinstance(event, FormLost)]

    def said(self, event: PlayerEvent) -> Iterator[str]:
        told = cue(event, self.guided.parts, self.names)
        assert told is not None
        yield from map(say, told.words)


@pytest.fixture
def mat(catalogue: Catalogue, morning: datetime) -> Mat:
    return Mat(catalogue, morning)


def test_two_in_a_row_end_the_set_with_the_tidy_ones(mat: Mat) -> None:
    mat.take_back(6)
    assert (mat.session.sets, mat.point.side) == ((), LEFT)
    mat.take_back(7)
    (done,) = mat.session.sets
    assert (done.side, done.reps, done.tidy_reps) == (LEFT, 5, 5)
    assert (mat.point.side, mat.point.rep) == (RIGHT, 1)
    assert mat.guided.player.state is PlayerState.PLAYING


def test_the_one_just_done_and_the_one_before_are_two_in_a_row(mat: Mat) -> None:
    mat.to_rep(9, 1.0)
    mat.guided.change_count(-1)
    mat.guided.change_count(-1)
    assert [done.reps for done in mat.session.sets] == [6]


@pytest.mark.parametrize("reps", [(6, 8), (3, 5, 7, 9, 11)])
def test_untidy_ones_with_a_tidy_one_between_end_nothing(mat: Mat, reps: tuple[int, ...]) -> None:
    mat.take_back(*reps)
    assert mat.session.sets == ()
    assert mat.guided.player.count == reps[-1] - len(reps)


def test_one_that_is_given_back_was_tidy(mat: Mat) -> None:
    mat.take_back(6)
    mat.guided.change_count(1)
    mat.take_back(7)
    assert mat.session.sets == ()


def test_a_new_start_begins_a_new_row(mat: Mat) -> None:
    mat.take_back(7)
    mat.guided.player.back()
    mat.take_back(8)
    assert (mat.session.sets, mat.point.side) == ((), LEFT)
    mat.take_back(9)
    assert [done.reps for done in mat.session.sets] == [7]


def test_another_side_begins_a_new_row(mat: Mat) -> None:
    mat.take_back(2)
    mat.guided.enter()
    mat.to_rep(1)
    mat.take_back(3)
    assert [done.side for done in mat.session.sets] == [LEFT]


def test_what_is_corrected_in_a_pause_or_at_own_pace_ends_nothing(mat: Mat) -> None:
    mat.to_rep(5, 1.0)
    mat.guided.player.pause()
    mat.guided.change_count(-1)
    mat.guided.change_count(-1)
    mat.guided.resume()
    mat.guided.player.set_own_pace(True)
    mat.guided.enter()
    mat.guided.change_count(-1)
    mat.guided.change_count(-1)
    assert mat.session.sets == ()
    assert mat.lost == []


@pytest.mark.parametrize("rep", [1, 5])
def test_while_a_pause_is_counted_out_no_set_before_is_changed(mat: Mat, rep: int) -> None:
    mat.to_rep(3)
    mat.guided.enter()
    mat.to_rep(1)
    mat.to_rep(rep, 2.0)
    mat.guided.player.pause()
    mat.guided.resume()
    for _ in range(2):
        mat.guided.change_count(-1)
    assert [done.reps for done in mat.session.sets] == [2]
    assert mat.guided.player.count == rep - 1


def test_the_reason_is_told_before_what_follows_with_the_main_cue(mat: Mat) -> None:
    mat.take_back(6, 7)
    (lost,) = mat.lost
    assert (lost.reps, lost.untidy, lost.at) == (5, 2, mat.seconds)
    assert list(mat.said(lost)) == [
        "The last 2 were not tidy, so this set ends here, at 5.",
        "Top hip stays over bottom hip. Smaller opening is fine.",
    ]
    after = mat.told[mat.told.index(lost) :]
    following = [event for event in after if isinstance(event, PhaseStarted)]
    assert next(mat.said(following[0])) == "Other side."
    told = cue(lost, mat.guided.parts, mat.names)
    assert isinstance(told, Cue)
    assert (told.rank, told.tone is not None) == (Rank.NAME, True)


def test_in_the_very_last_set_the_session_ends_as_it_does_after_a_full_one(mat: Mat) -> None:
    while mat.point.part < 2 or mat.point.set < 2:
        mat.guided.player.skip()
    mat.take_back(4, 5)
    assert isinstance(mat.told[-1], Finished)
    assert [(done.exercise, done.reps) for done in mat.session.sets] == [("single-leg-bridge", 3)]
    assert mat.session.state.value == "finished"


def test_every_exercise_has_a_cue_to_come_back_with(catalogue: Catalogue) -> None:
    for exercise in catalogue.exercises.values():
        remedies = {mistake.cue for mistake in exercise.mistakes if mistake.remedy}
        assert main_cue(exercise.mistakes) not in {"", *remedies}


def test_without_a_cue_the_reason_is_said_alone(mat: Mat) -> None:
    first, *others = mat.guided.parts
    plain = replace(first, exercise=replace(first.exercise, mistakes=()))
    mat.guided.parts = (plain, *others)
    lost = FormLost(at=0.0, point=mat.point, reps=5, untidy=2)
    assert list(mat.said(lost)) == ["The last 2 were not tidy, so this set ends here, at 5."]
