"""What a session will be: its dose, its kit, what has to be known before it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime

import pytest

from hipcoach.core.catalogue import Catalogue
from hipcoach.core.diary import Diary
from hipcoach.core.exercise import Resistance, ResistanceKind
from hipcoach.core.kit import kit_list
from hipcoach.core.opening import opened
from hipcoach.core.parts import Part, part
from hipcoach.core.program import Prescription
from hipcoach.core.run import RUNG, Change, Run, Settings, Times
from hipcoach.core.session import Session, SideSet, Slot
from hipcoach.core.session_card import SessionCard, session_card
from hipcoach.core.text import say

At = Callable[..., datetime]
Card = Callable[..., SessionCard]


@pytest.fixture
def card(catalogue: Catalogue, at: At, make_diary: Callable[..., Diary]) -> Card:
    """`card(run, *sessions)`: the card of the run's session on day 7."""

    def made(run: Run, *sessions: Session, **tables: object) -> SessionCard:
        diary = make_diary(*sessions, runs=(run,), **tables)
        ready = opened(diary, catalogue, run, at(7, 9), Slot.MORNING)
        return session_card(diary, catalogue, ready)

    return made


def test_exercises_dose_length_and_kit(
    card: Card, at: At, make_run: Callable[..., Run], catalogue: Catalogue
) -> None:
    bridge = Change(at=at(0, 6), exercise="single-leg-bridge", what=RUNG, value="knee-straight")
    view = card(make_run(changes=(bridge,)))
    assert [(tile.name, tile.rung) for tile in view.exercises] == [
        ("Clamshell", "red band"),
        ("Heel lift", "body weight"),
        ("One-leg bridge", "free knee straight"),
    ]
    assert [(tile.picture.figure, tile.picture.rung) for tile in view.exercises] == [
        ("clamshell-band", "red"),
        ("quadruped-hip-extension", "none"),
        ("single-leg-bridge", "knee-straight"),
    ]
    assert view.exercises[0].posture == catalogue.postures["side-lying"].name
    assert (say(view.minutes), say(view.dose)) == ("about 18 min", "2 sets of 12–15, each side")
    assert [say(thing) for thing in view.kit] == [
        "mat",
        "small pillow",
        "red loop band",
        "knee pad",
    ]
    assert view.stand_in is None


def test_a_dose_for_sides_or_both_or_none(card: Card, make_run: Callable[..., Run]) -> None:
    assert say(card(make_run()).dose) == "2 sets of 12–15, each side or both"
    assert say(card(make_run("hips-five-hold")).dose) == "5 exercises"


def test_where_a_side_is_left_out_nothing_is_said_of_sides(
    card: Card, at: At, make_run: Callable[..., Run]
) -> None:
    only = Change(at=at(0, 6), exercise="clamshell-band", what="sides", value="left")
    assert say(card(make_run(changes=(only,))).dose) == "2 sets of 12–15"
    first = replace(only, value="right-left")
    assert say(card(make_run(changes=(first,))).dose) == "2 sets of 12–15, each side or both"
    more = replace(only, what="sets", value=3)
    assert say(card(make_run(changes=(more,))).dose) == "3 exercises"


def test_without_a_band_none_is_needed(card: Card, make_run: Callable[..., Run]) -> None:
    view = card(make_run(), settings=Settings(bands=()))
    assert [say(thing) for thing in view.kit] == ["mat", "small pillow", "knee pad"]


def test_a_rungs_band_and_weight_are_named(catalogue: Catalogue) -> None:
    def of(exercise: str, rung: str) -> Part:
        asked = Prescription(exercises=(exercise,), sets=1, low=8, high=8, tag="D")
        found = catalogue.exercises[exercise]
        return part(asked, found, found.rung(rung), catalogue, Times())

    def named(*parts: Part) -> list[str]:
        return [say(thing) for thing in kit_list(parts, catalogue)]

    assert named(of("quadruped-hip-extension", "green")) == ["mat", "knee pad", "green band"]
    assert named(of("quadruped-hip-extension", "weight-1.5"))[-1] == "1.5 kg ankle weight"
    assert named(of("side-lying-hip-abduction", "weight-1"))[-1] == "1 kg ankle weight"
    assert named(of("lateral-step-down", "weight-2"))[-1] == "2 kg for the hands"
    chest = replace(
        of("lateral-step-down", "weight-2").rung,
        resistance=Resistance(kind=ResistanceKind.BAND, level=2),
    )
    leg_out = replace(of("standing-band-abduction", "yellow"), rung=chest)
    assert named(leg_out) == ["chair", "red elastic band"]


def test_before_the_first_time_there_is_something_to_read(
    card: Card,
    make_run: Callable[..., Run],
    make_session: Callable[..., Session],
    make_set: Callable[..., SideSet],
    catalogue: Catalogue,
) -> None:
    texts = catalogue.texts
    first = card(make_run())
    assert [say(notice) for notice in first.notices] == [
        texts["breathing"],
        texts["stop-signs"],
        texts["band-card"],
    ]
    assert first.exercises[0].avoid == catalogue.exercises["clamshell-band"].avoid
    without_band = card(make_run(), make_session(0))
    assert [say(notice) for notice in without_band.notices] == [texts["band-card"]]
    assert without_band.exercises[0].avoid == ""
    red = Resistance(kind=ResistanceKind.BAND, level=2)
    banded = make_session(0, sets=(make_set(resistance=red),))
    assert card(make_run(), banded).notices == ()
