"""The ring: its arcs follow the tempo, its name is said once a phase."""

from __future__ import annotations

from dataclasses import replace

import pytest

from hipcoach.core.events import PlayerState
from hipcoach.core.player_view import Segment, player_view
from hipcoach.core.tempo import PhaseKind
from hipcoach.ui.player.ring import arcs, knob
from hipcoach.ui.player.words import ring_name

THIRDS = tuple(
    Segment(kind=kind, label=kind.value, share=1 / 3)
    for kind in (PhaseKind.LIFT, PhaseKind.HOLD, PhaseKind.LOWER)
)


def test_arcs_share_the_turn_as_the_tempo_does():
    found = arcs(THIRDS, 0.5)
    assert [(round(arc.start, 1), round(arc.end, 1)) for arc in found] == [
        (7.5, 112.5),
        (127.5, 232.5),
        (247.5, 352.5),
    ]
    lift, hold, lower = found
    assert lift.filled == pytest.approx(lift.end)
    assert hold.filled == pytest.approx(180)
    assert lower.filled == lower.start


def test_a_long_hold_gets_a_long_arc_and_a_short_phase_stays_visible():
    cycle = (
        Segment(kind=PhaseKind.LIFT, label="Lift", share=0.02),
        Segment(kind=PhaseKind.HOLD, label="Hold", share=0.98),
    )
    short, long = arcs(cycle, 0.0)
    assert short.end > short.start
    assert long.end - long.start > 330


@pytest.mark.parametrize(
    ("turn", "kind"),
    [(0.0, PhaseKind.LIFT), (0.2, PhaseKind.LIFT), (0.5, PhaseKind.HOLD), (0.9, PhaseKind.LOWER)],
)
def test_the_knob_stands_on_the_phase_under_way(turn, kind):
    here = knob(arcs(THIRDS, turn), turn)
    assert here is not None
    assert here.kind is kind


def test_the_name_says_phase_seconds_repetition_side_and_set(played):
    played.begin()
    assert played.page.frame.play.panel.ring.accessibleName() == (
        "Get in position, 20 seconds left, left, set 1 of 2"
    )
    played.pass_time(20 + 6 * 7 + 2)
    assert played.page.frame.play.panel.ring.accessibleName() == (
        "Hold, 2 seconds left, rep 7 of 12 to 15, left, set 1 of 2"
    )


def test_the_name_changes_with_the_phase_and_never_with_a_frame(played):
    played.begin()
    played.pass_time(22)
    ring = played.page.frame.play.panel.ring
    name, value = ring.accessibleName(), ring.value()
    played.seconds += 0.5
    played.driver.moved.emit()
    assert (ring.accessibleName(), ring.value()) == (name, value)
    played.pass_time(2)
    assert ring.accessibleName() != name


def test_paused_or_at_ones_own_pace_no_seconds_are_told(played, catalogue):
    played.begin()
    played.pass_time(22)
    view = player_view(played.guided, catalogue.exercise_names)
    paused = replace(view, state=PlayerState.PAUSED)
    assert ring_name(paused).startswith("Paused, rep 0 of 12 to 15")
    assert ring_name(replace(view, waits=True)).startswith("At your own pace, rep")
