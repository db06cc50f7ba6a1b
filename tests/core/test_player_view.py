"""What a front end shows of a moment."""

from __future__ import annotations

from datetime import datetime

import pytest

from hipcoach.core.catalogue import Catalogue
from hipcoach.core.clocks import Clocks
from hipcoach.core.diary import Diary
from hipcoach.core.exercise import Side
from hipcoach.core.guided import GuidedSession
from hipcoach.core.opening import opened
from hipcoach.core.player_view import player_view
from hipcoach.core.run import Run, Times
from hipcoach.core.session import Slot
from hipcoach.core.tempo import PhaseKind


def test_a_moment_says_exercise_side_countdown_count_and_what_comes_next(
    catalogue: Catalogue, morning: datetime
) -> None:
    run = Run(id="run", program="hips-three-twice", program_version=1, started_on=morning.date())
    ready = opened(Diary(runs=(run,)), catalogue, run, morning, Slot.MORNING)
    now = [0.0]
    guided = GuidedSession(
        session=ready.session,
        parts=ready.parts,
        catalogue=catalogue,
        times=Times(),
        clocks=Clocks(seconds=lambda: now[0], now=lambda: morning, slept=lambda: False),
        save=lambda session: session,
        emit=lambda event: None,
    )
    guided.start()
    first = player_view(guided, catalogue.exercise_names)
    assert (first.kind, first.seconds, first.minutes_left) == (PhaseKind.PREPARE, 20, 15)
    assert first.hint == ""
    assert "Turn onto your right side." in first.setup
    assert [(part.name, part.behind, part.side_sets) for part in first.strip] == [
        ("Clamshell", 0, 4),
        ("Heel lift", 0, 4),
        ("Two-leg bridge", 0, 2),
    ]
    while guided.player.phase.point.part == 0:
        now[0] = guided.player.next_boundary or now[0]
        guided.player.wake()
    now[0] += 12 + 6 + 0.9
    guided.player.wake()
    view = player_view(guided, catalogue.exercise_names)
    assert (view.name, view.side, view.kind) == ("Heel lift", Side.LEFT, PhaseKind.LIFT)
    assert (view.seconds, view.count, view.low, view.high) == (2, 1, 12, 15)
    assert view.hint == catalogue.exercises["quadruped-hip-extension"].mistakes[0].cue
    assert view.progress == pytest.approx(0.45)
    assert [part.behind for part in view.strip] == [4, 0, 0]
    assert [part.current for part in view.strip] == [False, True, False]
    assert view.next_name == "Two-leg bridge"
    hints = set()
    while guided.player.phase.point.part == 1:
        now[0] = guided.player.next_boundary or now[0]
        guided.player.wake()
    assert player_view(guided, catalogue.exercise_names).next_name == ""
    while guided.player.next_boundary is not None:
        hints.add(player_view(guided, catalogue.exercise_names).hint)
        now[0] = guided.player.next_boundary
        guided.player.wake()
    assert hints - {""} == {"Ribs down, finish with the glutes.", "Knees over second toe."}
