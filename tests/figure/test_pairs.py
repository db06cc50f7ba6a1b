"""Good form beside a common mistake, as a user would see them."""

from __future__ import annotations

from dataclasses import replace

import pytest

from hipcoach.core.demonstration import Showing
from hipcoach.core.depicted import Depicted
from hipcoach.figure.paint.palette import Colours
from hipcoach.figure.paint.picture import Picture
from hipcoach.figure.studio import Studio
from hipcoach.store.content import ContentError
from tests.figure.pixels import differing, shows

PAIR = (360, 240)
CLAMSHELL = Depicted(figure="clamshell")
LEG_LIFT = Depicted(figure="side-lying-hip-abduction")


class TestPair:
    """Good form beside a common mistake."""

    @pytest.fixture
    def pair(self, studio: Studio, light: Colours) -> tuple[Picture, Picture]:
        return tuple(
            studio.picture(
                CLAMSHELL, PAIR, light, mistake="pelvis_rolls_back", kind=kind, badge=(150, 30)
            )
            for kind in (Showing.DO_THIS, Showing.MISTAKE)
        )

    def test_both_are_seen_from_one_place_and_begin_alike(
        self, pair: tuple[Picture, Picture]
    ) -> None:
        good, wrong = pair
        assert differing(good.image(0, 0.3), wrong.image(0, 0.3)) < 0.02
        assert differing(good.image(1, 1), wrong.image(1, 1)) > 0.04

    def test_each_has_lines_of_its_own_colour(
        self, pair: tuple[Picture, Picture], light: Colours
    ) -> None:
        good, wrong = (half.image(1, 1) for half in pair)
        assert shows(good, light.well_done) > 40
        assert shows(good, light.mistaken) == 0
        assert shows(wrong, light.mistaken) > 40
        assert shows(wrong, light.well_done) == 0

    def test_the_line_of_the_mistake_is_broken(
        self, studio: Studio, light: Colours, pair: tuple[Picture, Picture]
    ) -> None:
        """Told apart without colours: the same line has fewer dark pixels."""
        same = replace(light, well_done=light.mistaken)
        solid = studio.picture(
            CLAMSHELL,
            PAIR,
            same,
            mistake="pelvis_rolls_back",
            kind=Showing.DO_THIS,
            badge=(150, 30),
        )
        whole, broken = (shows(half.image(0, 0.3), light.mistaken) for half in (solid, pair[1]))
        assert 0.35 * whole < broken < 0.85 * whole

    def test_room_for_a_badge_is_kept_free(
        self, pair: tuple[Picture, Picture], light: Colours
    ) -> None:
        for half in pair:
            above = half.image(1, 1).copy(0, 0, PAIR[0] // 3, 28)
            assert shows(above, light.ground, 0) == above.width() * above.height()

    def test_a_pair_has_no_insets(self, studio: Studio, light: Colours) -> None:
        size = (800, 600)
        one, other = (
            studio.picture(
                CLAMSHELL,
                size,
                light,
                mistake="pelvis_rolls_back",
                kind=Showing.DO_THIS,
                insets=insets,
            ).image(1, 1)
            for insets in (True, False)
        )
        assert one == other

    def test_a_mistake_that_is_not_drawn_is_told(self, studio: Studio, light: Colours) -> None:
        with pytest.raises(ContentError, match=r"clamshell.*mistakes\.flies"):
            studio.picture(CLAMSHELL, PAIR, light, mistake="flies", kind=Showing.MISTAKE)
