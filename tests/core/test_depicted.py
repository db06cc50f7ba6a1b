"""What a picture shows follows the exercise that is done, its rung and the working side."""

from __future__ import annotations

from dataclasses import replace

import pytest

from hipcoach.core.catalogue import Catalogue
from hipcoach.core.depicted import Depicted, depicted
from hipcoach.core.exercise import Resistance, ResistanceKind, Side
from hipcoach.core.parts import half_of


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


def test_an_exercise_can_borrow_another_ones_figure(catalogue: Catalogue) -> None:
    own = replace(catalogue.exercises["clamshell"], id="my-clamshell", figure="clamshell")
    assert depicted(own).figure == "clamshell"
