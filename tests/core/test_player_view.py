"""What a front end shows of a moment."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime

import pytest

from hipcoach.core.catalogue import Catalogue
from hipcoach.core.clocks import Clocks
from hipcoach.core.diary import Diary
from hipcoach.core.exercise import Side
from hipcoach.core.guided import GuidedSession
from hipcoach.core.mistakes import main_mistake
from hipcoach.core.opening import opened
from hipcoach.core.parts import half_range
from hipcoach.core.player_view import PlayerView, in_whole_seconds, moved, player_view
from hipcoach.core.run import Run, Times
from hipcoach.core.session import Slot
from hipcoach.core.tempo import PhaseKind
from hipcoach.core.text import say
from hipcoach.core.timeline import Point

PREPARE, LIFT, HOLD, LOWER = PhaseKind.PREPARE, PhaseKind.LIFT, PhaseKind.HOLD, PhaseKind.LOWER
LEFT, RIGHT, BOTH = Side.LEFT, Side.RIGHT, Side.BOTH


class Moments:
    """A guided session whose clock is turned by hand."""

    def __init__(self, catalogue: Catalogue, program: str, at: datetime) -> None:
        run = Run(id="run", program=program, program_version=1, started_on=at.date())
        ready = opened(Diary(runs=(run,)), catalogue, run, at, Slot.MORNING)
        self.now, self._names = 0.0, catalogue.exercise_names
        self.guided = GuidedSession(
            session=ready.session,
            parts=ready.parts,
            catalogue=catalogue,
            times=Times(),
            clocks=Clocks(seconds=lambda: self.now, now=lambda: at, slept=lambda: False),
            save=lambda session: session,
            emit=lambda event: None,
        )
        self.guided.start()

    @property
    def view(self) -> PlayerView:
        return player_view(self.guided, self._names)

    def wait(self, seconds: float) -> PlayerView:
        self.now += seconds
        self.guided.player.wake()
        return self.view

    def go_to(self, part: int, set_number: int, side: Side) -> PlayerView:
        """Into the first repetition of a side-set."""
        wanted = Point(part=part, set=set_number, side=side)
        player = self.guided.player
        while not (player.phase.works and player.phase.point.same_set(wanted)):
            self.now = player.next_boundary or self.now
            player.wake()
        return self.view


@pytest.fixture
def moments(catalogue: Catalogue, morning: datetime) -> Callable[..., Moments]:
    def made(program: str = "hips-three-twice") -> Moments:
        return Moments(catalogue, program, morning)

    return made


def test_getting_into_position_says_how_and_how_long(moments: Callable[..., Moments]) -> None:
    view = moments().view
    assert (view.kind, view.seconds, view.minutes_left) == (PREPARE, 20, 15)
    assert (view.exercise, view.name, view.position) == ("clamshell-band", "Clamshell", (1, 3))
    assert "Turn onto your right side." in view.setup
    assert view.hint == ""


def test_work_says_phase_count_bounds_and_a_cue(
    moments: Callable[..., Moments], catalogue: Catalogue
) -> None:
    session = moments()
    session.go_to(1, 1, LEFT)
    view = session.wait(6 + 0.9)
    assert (view.name, view.side, view.kind) == ("Heel lift", LEFT, LIFT)
    assert (view.seconds, view.count, view.low, view.high) == (2, 1, 12, 15)
    assert view.hint == catalogue.exercises["quadruped-hip-extension"].mistakes[0].cue
    assert view.progress == pytest.approx(0.45)
    assert (view.next_name, view.position) == ("Two-leg bridge", (2, 3))


def test_cues_change_and_are_no_remedies(moments: Callable[..., Moments]) -> None:
    session, hints = moments(), set()
    session.go_to(2, 1, BOTH)
    assert session.view.next_name == ""
    while session.guided.player.next_boundary is not None:
        hints.add(session.view.hint)
        session.now = session.guided.player.next_boundary
        session.guided.player.wake()
    assert hints - {""} == {"Ribs down, finish with the glutes.", "Knees over second toe."}


def test_the_main_mistake_stands_beside_what_mends_it(
    moments: Callable[..., Moments], catalogue: Catalogue
) -> None:
    session = moments()
    view = session.view
    assert (view.mistake, view.do_this) == (
        "Pelvis rolls back",
        "Top hip stays over bottom hip. Smaller opening is fine.",
    )
    first, *others = session.guided.parts
    only_remedies = tuple(replace(m, remedy=True, drawn="") for m in first.exercise.mistakes)
    bare = replace(first, exercise=replace(first.exercise, mistakes=only_remedies))
    session.guided.parts = (bare, *others)
    assert (session.view.mistake, session.view.do_this) == ("", "")


def test_a_turn_is_one_repetition(moments: Callable[..., Moments]) -> None:
    session = moments()
    assert session.view.turn == 0
    view = session.go_to(0, 1, LEFT)
    assert [(part.kind, part.label) for part in view.cycle] == [
        (LIFT, "Lift"),
        (HOLD, "Hold"),
        (LOWER, "Lower"),
    ]
    assert [part.share for part in view.cycle] == pytest.approx([1 / 3] * 3)
    assert view.turn == 0
    assert session.wait(1).turn == pytest.approx(1 / 6)
    assert session.wait(2).turn == pytest.approx(3 / 6)
    assert session.wait(2.5).turn == pytest.approx(5.5 / 6)
    assert session.wait(0.5).turn == pytest.approx(0)


def test_a_pause_between_repetitions_is_a_part_of_the_turn(
    moments: Callable[..., Moments],
) -> None:
    session = moments("hips-five-hold")
    view = session.go_to(0, 1, LEFT)
    assert [part.kind for part in view.cycle] == [LIFT, HOLD, LOWER, PhaseKind.PAUSE]
    assert [part.share for part in view.cycle] == pytest.approx([2 / 8, 2 / 8, 3 / 8, 1 / 8])
    assert session.wait(7.5).turn == pytest.approx(7.5 / 8)


def test_the_strip_says_what_is_behind_and_how_much_of_the_set(
    moments: Callable[..., Moments],
) -> None:
    session = moments()
    strip = session.view.strip
    assert [(part.name, part.behind, part.side_sets) for part in strip] == [
        ("Clamshell", 0, 4),
        ("Heel lift", 0, 4),
        ("Two-leg bridge", 0, 2),
    ]
    session.go_to(1, 1, LEFT)
    strip = session.wait(3 * 6).strip
    assert [part.behind for part in strip] == [4, 0, 0]
    assert [part.current for part in strip] == [False, True, False]
    assert [part.share for part in strip] == [0, pytest.approx(3 / 15), 0]
    session.guided.player.change_count(20)
    assert session.view.strip[1].share == 1


def test_what_is_only_filled_in_at_own_pace_is_not_done_yet(
    moments: Callable[..., Moments],
) -> None:
    session = moments()
    session.go_to(0, 1, LEFT)
    session.guided.player.set_own_pace(True)
    assert (session.view.waits, session.view.count) == (True, 12)
    assert session.view.strip[0].share == 0


@pytest.mark.parametrize(
    ("program", "part", "set_number", "side", "words"),
    [
        ("hips-three-twice", 0, 1, LEFT, "Turn over, right side"),
        ("hips-three-twice", 0, 1, RIGHT, "Rest, then set 2"),
        ("hips-three-twice", 0, 2, RIGHT, "Heel lift"),
        ("hips-three-twice", 1, 1, LEFT, "Right side"),
        ("hips-three-twice", 2, 2, BOTH, "Last set"),
    ],
)
def test_what_follows_the_side_set(
    moments: Callable[..., Moments],
    program: str,
    part: int,
    set_number: int,
    side: Side,
    words: str,
) -> None:
    assert say(moments(program).go_to(part, set_number, side).next_text) == words


def test_the_first_position_is_over_with_the_first_repetition(
    moments: Callable[..., Moments],
) -> None:
    session = moments()
    assert session.view.first_position
    assert not session.go_to(0, 1, LEFT).first_position
    session.go_to(0, 2, RIGHT)
    session.wait(1)
    session.guided.player.done()
    assert (session.view.kind, session.view.position) == (PREPARE, (2, 3))
    assert not session.view.first_position


def test_exercises_skipped_before_any_repetition_leave_it_the_first_position(
    moments: Callable[..., Moments],
) -> None:
    session = moments()
    for _ in range(4):
        session.guided.player.skip()
    assert (session.view.kind, session.view.position) == (PREPARE, (2, 3))
    assert session.view.first_position


def test_the_picture_is_of_the_side_and_the_next_one_of_what_follows(
    moments: Callable[..., Moments],
) -> None:
    session = moments()
    first = session.view
    assert (first.picture.figure, first.picture.side) == ("clamshell-band", LEFT)
    assert first.picture.resistance == session.guided.parts[0].rung.resistance
    assert first.next_picture == replace(first.picture, side=RIGHT)
    following = session.go_to(0, 2, RIGHT).next_picture
    assert following is not None
    assert (following.figure, following.side) == ("quadruped-hip-extension", LEFT)
    assert session.go_to(2, 2, BOTH).next_picture is None


def test_half_the_range_is_pictured_as_half(moments: Callable[..., Moments]) -> None:
    session = moments()
    session.guided.parts = (half_range(session.guided.parts[0]), *session.guided.parts[1:])
    assert session.view.picture.reach == 0.5


def test_the_mistake_that_is_drawn_comes_first(catalogue: Catalogue) -> None:
    first, second, *_ = catalogue.exercises["clamshell-band"].mistakes
    drawn, plain = replace(second, drawn="roll", remedy=False), replace(first, drawn="")
    assert main_mistake((plain, drawn)) is drawn
    assert main_mistake((plain, replace(drawn, drawn=""))) is plain


def test_a_remedy_is_the_main_mistake_only_where_nothing_else_is_drawn(
    catalogue: Catalogue,
) -> None:
    """In words alone it would tell everybody to mend what happens to few."""
    first, second, *_ = catalogue.exercises["clamshell-band"].mistakes
    remedy, plain = replace(second, drawn="roll", remedy=True), replace(first, drawn="")
    assert main_mistake((remedy, plain)) is remedy
    assert main_mistake((remedy, replace(first, drawn="stack"))).drawn == "stack"
    assert main_mistake((replace(remedy, drawn=""), plain)) is plain
    assert main_mistake((replace(remedy, drawn=""),)) is None


def test_the_dead_bug_s_pair_is_about_the_back(catalogue: Catalogue) -> None:
    main = main_mistake(catalogue.exercises["dead-bug"].mistakes)
    assert main is not None
    assert (main.mistake, main.cue, main.drawn) == ("Back arches", "Heel higher.", "back_arches")


def test_a_cue_is_one_of_those_that_room_is_kept_for(moments: Callable[..., Moments]) -> None:
    session = moments()
    assert session.view.hints == session.go_to(0, 1, LEFT).hints
    assert session.view.hint in session.view.hints


def test_seconds_of_the_phase_go_on_where_time_is_added(moments: Callable[..., Moments]) -> None:
    session = moments()
    assert session.wait(3).elapsed == pytest.approx(3)
    session.guided.more()
    assert session.view.elapsed == pytest.approx(3 - 15)


def test_in_whole_seconds_nothing_moves_within_a_second(moments: Callable[..., Moments]) -> None:
    session = moments()
    for view in (session.wait(4.4), session.go_to(0, 1, LEFT), session.wait(1.7)):
        told = in_whole_seconds(view.moment, view.tempo)
        assert told.elapsed == pytest.approx(int(view.elapsed))
        assert told.progress == pytest.approx(view.progress - (view.elapsed % 1) / _length(view))
    late = session.wait(3.5)
    assert in_whole_seconds(late.moment, late.tempo).turn == pytest.approx(5 / 6)


def test_within_a_second_only_the_moment_is_another(moments: Callable[..., Moments]) -> None:
    session = moments()
    for begin in (lambda: session.wait(4.1), lambda: session.go_to(0, 1, LEFT)):
        first = begin()
        now = session.wait(0.25)
        told = moved(first, session.guided)
        assert told == pytest.approx(now.moment)
        assert replace(first, **told._asdict()) == replace(now, **told._asdict())
        session.wait(0.8)
        assert moved(first, session.guided) is None
        assert moved(now, session.guided) is None


def _length(view: PlayerView) -> float:
    """Seconds of the phase, 1 where it has just begun."""
    return view.elapsed / view.progress if view.progress else 1.0
