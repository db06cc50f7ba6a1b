"""The player's words for the side that one gets ready for."""

from __future__ import annotations

from datetime import datetime

from hipcoach.core.catalogue import Catalogue
from hipcoach.core.clocks import Clocks
from hipcoach.core.diary import Diary
from hipcoach.core.guided import GuidedSession
from hipcoach.core.opening import opened
from hipcoach.core.player_view import player_view
from hipcoach.core.run import Change, Run, Times
from hipcoach.core.session import Slot
from hipcoach.ui.player.words import in_position, side_lead


def test_the_lead_goes_by_the_order_of_the_sides(catalogue: Catalogue, morning: datetime) -> None:
    sides = {"clamshell-band": "right-left", "quadruped-hip-extension": "left"}
    changes = tuple(
        Change(at=morning, exercise=name, what="sides", value=value)
        for name, value in sides.items()
    )
    started = morning.date()
    run = Run(
        id="run",
        program="hips-three-twice",
        program_version=1,
        started_on=started,
        changes=changes,
    )
    ready = opened(Diary(runs=(run,)), catalogue, run, morning, Slot.MORNING)
    seconds = [0.0]
    guided = GuidedSession(
        session=ready.session,
        parts=ready.parts,
        catalogue=catalogue,
        times=Times(),
        clocks=Clocks(seconds=lambda: seconds[0], now=lambda: morning, slept=lambda: False),
        save=lambda session: session,
        emit=lambda told: None,
    )
    guided.start()
    leads = []
    while guided.goes_on:
        view = player_view(guided, catalogue.exercise_names)
        if in_position(view):
            leads.append((view.side, side_lead(view)))
        seconds[0] = guided.player.next_boundary
        guided.player.wake()
    assert list(dict.fromkeys(leads)) == [
        ("right", "First side"),
        ("left", "Next side"),
        ("right", "Next side"),
        ("left", ""),
        ("both", ""),
    ]
