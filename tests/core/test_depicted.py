"""What a picture shows follows the exercise that is done, its rung and the working side."""

from __future__ import annotations

import tomllib
from dataclasses import replace

import pytest

from hipcoach.core.catalogue import Catalogue
from hipcoach.core.depicted import Depicted, depicted, depicted_part
from hipcoach.core.exercise import Resistance, ResistanceKind, Side
from hipcoach.core.parts import half_of, part
from hipcoach.core.program import Prescription
from hipcoach.core.run import FigureLook, Times


def test_a_rung_brings_its_resistance_and_the_set_its_side(catalogue: Catalogue) -> None:
    clamshell = catalogue.exercises["clamshell-band"]
    shown = depicted(clamshell, clamshell.rung("green"), Side.LEFT)
    band = Resistance(kind=ResistanceKind.BAND, level=3)
    assert shown == Depicted(figure="clamshell-band", rung="green", side=Side.LEFT, resistance=band)


def test_without_a_rung_it_is_the_plain_movement(catalogue: Catalogue) -> None:
    assert depicted(catalogue.exercises["dead-bug"]) == Depicted(figure="dead-bug")


@pytest.mark.parametrize(("side", "shown"), [(Side.BOTH, Side.RIGHT), (Side.LEFT, Side.LEFT)])
def test_both_sides_together_have_one_picture(
    catalogue: Catalogue, side: Side, shown: Side
) -> None:
    assert depicted(catalogue.exercises["two-leg-bridge"], side=side).side is shown


def test_half_the_range_is_drawn_as_half(catalogue: Catalogue) -> None:
    lift = catalogue.exercises["side-lying-hip-abduction"]
    assert depicted(lift, half_of(lift.ladder[0])).reach == 0.5
    assert depicted(lift, lift.ladder[0]).reach == 1


def test_half_the_range_keeps_the_step_and_its_picture(catalogue: Catalogue) -> None:
    """Half of a 5 cm step-down is not half of a 20 cm one, however often it is halved."""
    lowest = catalogue.exercises["lateral-step-down"].ladder[0]
    for rung in (half_of(lowest), half_of(half_of(lowest))):
        picture = depicted(catalogue.exercises["lateral-step-down"], rung)
        assert (picture.rung, picture.reach) == ("step-5", 0.5)


def test_an_exercise_can_borrow_another_ones_figure(catalogue: Catalogue) -> None:
    own = replace(catalogue.exercises["clamshell"], id="my-clamshell", figure="clamshell")
    assert depicted(own).figure == "clamshell"


@pytest.mark.parametrize(
    ("sides", "shown"),
    [((), Side.RIGHT), ((Side.RIGHT, Side.LEFT), Side.RIGHT), ((Side.LEFT,), Side.LEFT)],
)
def test_a_part_is_shown_from_the_right_unless_only_the_left_is_done(
    catalogue: Catalogue, sides: tuple[Side, ...], shown: Side
) -> None:
    ladder = catalogue.exercises["clamshell-band"]
    asked = Prescription(exercises=(ladder.id,), sets=2, low=8, high=10, sides=sides, tag="D")
    without = part(asked, ladder, ladder.rung("none"), catalogue, Times())
    picture = depicted_part(without)
    assert (picture.figure, picture.rung, picture.side) == ("clamshell", "none", shown)


def test_the_looks_to_choose_from_are_those_that_are_drawn(root) -> None:
    drawn = tomllib.loads((root / "resources/figure/looks.toml").read_text(encoding="utf-8"))
    assert {*FigureLook} == {*drawn}
