"""The player's picture in the terminal."""

from __future__ import annotations

from dataclasses import replace

import pytest

from hipcoach.core.depicted import Depicted
from hipcoach.core.events import PlayerState
from hipcoach.core.exercise import Side
from hipcoach.core.player_view import PlayerView, StripPart
from hipcoach.core.tempo import PhaseKind
from hipcoach.core.text import message
from hipcoach.terminal.screen import player_lines

HOLD = PlayerView(
    exercise="clamshell-band",
    name="Clamshell",
    rung="red band",
    side=Side.LEFT,
    sides=(Side.LEFT, Side.RIGHT),
    working_side=Side.LEFT,
    kind=PhaseKind.HOLD,
    label="Hold",
    seconds=2,
    progress=0.25,
    count=7,
    low=12,
    high=15,
    set=1,
    sets=2,
    minutes_left=17,
    state=PlayerState.PLAYING,
    waits=False,
    setup="Turn onto your right side. Left leg.",
    steps=("Brace lightly.", "Keep your heels touching."),
    hint="Top hip stays over bottom hip.",
    hints=("Top hip stays over bottom hip.",),
    strip=(
        StripPart(name="Clamshell", behind=1, side_sets=4, current=True),
        StripPart(name="Heel lift", behind=0, side_sets=4, current=False),
    ),
    next_name="Heel lift",
    next_text=message("Turn over, right side"),
    next_picture=None,
    position=(1, 2),
    cycle=(),
    turn=0.5,
    do_this="Top hip stays over bottom hip.",
    mistake="Pelvis rolls back",
    drawn_mistake="",
    first_position=False,
    picture=Depicted(figure="clamshell-band"),
    tempo=(),
    elapsed=0.5,
)

PICTURE = """\
Clamshell, red band   17 min left
[Clamshell] ■□□□   Heel lift □□□□

◀ LEFT

Hold   2
██████████░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░

7   of 12–15 repetitions   set 1 of 2

Top hip stays over bottom hip.
Hold

Enter done with this set   ↑ ↓ count   Space pause   → skip   ← back   H this
hurts   R say it again   O own pace   M bell   Esc leave"""


def lines(
    view: PlayerView, caption: str = "", width: int = 79, height: int = 99, rate: float = 1.0
) -> list[str]:
    return player_lines(view, caption, width=width, height=height, rate=rate)


def test_work_shows_phase_countdown_repetition_side_and_cue() -> None:
    assert "\n".join(lines(HOLD, "Hold")) == PICTURE


def test_getting_into_position_shows_how_and_the_steps() -> None:
    text = "\n".join(lines(replace(HOLD, kind=PhaseKind.PREPARE, seconds=20)))
    assert "Get into position   20" in text
    assert "Turn onto your right side. Left leg." in text
    assert "2  Keep your heels touching." in text
    assert "Enter I am ready" in text


@pytest.mark.parametrize(
    ("kind", "words"),
    [
        (PhaseKind.SWITCH, "Switch sides   2"),
        (PhaseKind.REST, "Rest   2"),
        (PhaseKind.COUNT_IN, "Ready   2"),
    ],
)
def test_every_stretch_between_sets_has_its_words(kind: PhaseKind, words: str) -> None:
    assert words in lines(replace(HOLD, kind=kind))


def test_a_pause_and_ones_own_pace_are_said() -> None:
    paused = lines(replace(HOLD, state=PlayerState.PAUSED))
    assert "Paused" in paused
    assert any("Space go on" in line for line in paused)
    assert "At your own pace" in lines(replace(HOLD, waits=True))


def test_sides_have_their_mark() -> None:
    assert "RIGHT ▶" in lines(replace(HOLD, side=Side.RIGHT))
    both = lines(replace(HOLD, side=Side.BOTH, working_side=Side.RIGHT))
    assert "BOTH SIDES" in both
    assert "Hold right   2" in both


def test_a_single_number_is_no_range_and_a_fast_clock_is_said() -> None:
    text = "\n".join(lines(replace(HOLD, low=8, high=8), rate=60))
    assert "of 8 repetitions" in text
    assert "clock × 60" in text
    assert "clock" not in "\n".join(lines(HOLD))


def test_where_rows_are_few_the_steps_give_way_and_the_keys_stay() -> None:
    prepare = replace(HOLD, kind=PhaseKind.PREPARE, steps=("A step.",) * 9)
    assert len(lines(prepare)) > 23
    shown = lines(prepare, height=23)
    assert len(shown) == 23
    assert "Turn onto your right side. Left leg." in shown
    assert any("Esc leave" in line for line in shown)
    small = lines(prepare, height=12)
    assert "" not in small
    assert any("Get into position" in line for line in small)


def test_a_strip_too_wide_shows_what_is_under_way() -> None:
    strip = tuple(
        StripPart(name=f"Exercise {n}", behind=0, side_sets=4, current=n == 7) for n in range(9)
    )
    shown = lines(replace(HOLD, strip=strip))[1]
    assert "[Exercise 7] □□□□" in shown
    assert len(shown) <= 79


@pytest.mark.parametrize("width", [20, 40, 79])
def test_no_line_is_longer_than_the_terminal(width: int) -> None:
    assert max(map(len, lines(HOLD, "x " * 100, width=width))) <= width
