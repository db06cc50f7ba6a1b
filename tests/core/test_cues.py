"""Cues: what is said before, during and between sets, and which tone sounds."""

from __future__ import annotations

from datetime import datetime

import pytest

from hipcoach.core.catalogue import Catalogue
from hipcoach.core.cues import Cue, Rank, Tone, cue, newest
from hipcoach.core.diary import Diary
from hipcoach.core.events import Counted, Finished, PhaseStarted, PlayerEvent, RepetitionDone
from hipcoach.core.opening import opened
from hipcoach.core.parts import Part, easier
from hipcoach.core.run import Run, Times
from hipcoach.core.session import Slot
from hipcoach.core.tempo import PhaseKind
from hipcoach.core.text import say
from hipcoach.core.timeline import Phase, timeline


@pytest.fixture
def parts(catalogue: Catalogue, morning: datetime) -> tuple[Part, ...]:
    run = Run(id="run", program="hips-three-twice", program_version=1, started_on=morning.date())
    return opened(Diary(runs=(run,)), catalogue, run, morning, Slot.MORNING).parts


@pytest.fixture
def phases(parts: tuple[Part, ...], catalogue: Catalogue) -> tuple[Phase, ...]:
    return timeline(parts, Times(), catalogue.postures)


def spoken(event: PlayerEvent, parts: tuple[Part, ...], catalogue: Catalogue) -> str:
    told = cue(event, parts, catalogue.exercise_names)
    return " ".join(say(word) for word in told.words) if told else ""


def test_before_an_exercise_its_name_the_way_there_the_side_and_the_time_are_said(
    phases: tuple[Phase, ...], parts: tuple[Part, ...], catalogue: Catalogue
) -> None:
    event = PhaseStarted(at=0, phase=phases[0])
    words = spoken(event, parts, catalogue)
    assert words.startswith("Clamshell, yellow band. Band above your knees.")
    assert "Turn onto your right side." in words
    assert words.endswith("Set 1 of 2, left side. 20 seconds.")
    told = cue(event, parts, catalogue.exercise_names)
    assert told is not None
    assert (told.tone, told.rank) == (Tone.CHANGE, Rank.NAME)


def test_an_easier_version_is_named_and_says_that_the_band_comes_off(
    phases: tuple[Phase, ...], parts: tuple[Part, ...], catalogue: Catalogue
) -> None:
    lighter = (easier(parts[0], catalogue), *parts[1:])
    words = spoken(PhaseStarted(at=0, phase=phases[0]), lighter, catalogue)
    assert words.startswith("Clamshell, no band. Take the band off. ")
    assert "Band above" not in words


def test_a_switch_says_how_to_turn_over_and_a_rest_what_comes_next(
    phases: tuple[Phase, ...], parts: tuple[Part, ...], catalogue: Catalogue
) -> None:
    switch = next(phase for phase in phases if phase.kind is PhaseKind.SWITCH)
    words = spoken(PhaseStarted(at=0, phase=switch), parts, catalogue)
    assert words.startswith("Other side. Band above your knees. Turn onto your left")
    assert words.endswith("15 seconds.")
    rest = next(phase for phase in phases if phase.kind is PhaseKind.REST)
    words = spoken(PhaseStarted(at=0, phase=rest), parts, catalogue)
    assert words == "Rest. Set 2 of 2, left side. 30 seconds."
    last_rest = [phase for phase in phases if phase.kind is PhaseKind.REST][-1]
    words = spoken(PhaseStarted(at=0, phase=last_rest), parts, catalogue)
    assert words == "Rest. Set 2 of 2. 30 seconds."
    last_switch = [phase for phase in phases if phase.kind is PhaseKind.SWITCH][-1]
    right = PhaseStarted(at=0, phase=last_switch)
    assert "Right leg" in spoken(right, parts, catalogue)


def test_the_other_side_is_named_before_its_exercise_when_resuming_there(
    phases: tuple[Phase, ...], parts: tuple[Part, ...], catalogue: Catalogue
) -> None:
    from dataclasses import replace

    switch = next(phase for phase in phases if phase.kind is PhaseKind.SWITCH)
    prepare = replace(switch, kind=PhaseKind.PREPARE)
    assert "right side" in spoken(PhaseStarted(at=0, phase=prepare), parts, catalogue)


@pytest.mark.parametrize(
    ("kind", "tone", "word"),
    [
        (PhaseKind.LIFT, Tone.LIFT, "Lift"),
        (PhaseKind.HOLD, Tone.HOLD, "Hold"),
        (PhaseKind.LOWER, Tone.LOWER, "Lower"),
    ],
)
def test_lift_hold_and_lower_have_their_own_tones(
    phases: tuple[Phase, ...],
    parts: tuple[Part, ...],
    catalogue: Catalogue,
    kind: PhaseKind,
    tone: Tone,
    word: str,
) -> None:
    bridge = next(p for p in phases if p.kind is kind and p.point.part == 2)
    told = cue(PhaseStarted(at=0, phase=bridge), parts, catalogue.exercise_names)
    assert told is not None
    assert (told.tone, say(told.words[0])) == (tone, word)


def test_numbers_the_lower_bound_and_the_last_one_are_said(
    phases: tuple[Phase, ...], parts: tuple[Part, ...], catalogue: Catalogue
) -> None:
    done = {p.point.rep: p for p in phases if p.completes and p.point.part == 0}
    said = {
        rep: spoken(RepetitionDone(at=0, phase=phase, count=rep), parts, catalogue)
        for rep, phase in done.items()
    }
    assert said[7] == "7"
    assert said[12] == "12 You may end here, or go on to 15."
    assert said[14] == "14 Last one."
    assert said[15] == "15"


def test_the_last_seconds_tick_and_the_end_is_silent(
    phases: tuple[Phase, ...], parts: tuple[Part, ...], catalogue: Catalogue
) -> None:
    told = cue(Counted(at=0, seconds=3), parts, catalogue.exercise_names)
    assert told is not None
    assert (told.tone, say(told.words[0])) == (Tone.TICK, "3")
    assert cue(Finished(at=0), parts, catalogue.exercise_names) is None


def test_a_silent_pause_and_a_count_of_three_say_nothing(
    phases: tuple[Phase, ...], parts: tuple[Part, ...], catalogue: Catalogue
) -> None:
    from dataclasses import replace

    pause = replace(phases[1], kind=PhaseKind.PAUSE, say="")
    assert cue(PhaseStarted(at=0, phase=pause), parts, catalogue.exercise_names) is None
    ready = replace(phases[1], kind=PhaseKind.COUNT_IN)
    assert spoken(PhaseStarted(at=0, phase=ready), parts, catalogue) == ""


def test_of_late_cues_only_a_fresh_newest_one_is_spoken() -> None:
    first, second = Cue(tone=Tone.LIFT), Cue(tone=Tone.HOLD)
    assert newest([(1.0, first), (1.1, second)], 1.2) is second
    assert newest([(1.0, first)], 1.26) is None
    assert newest([(1.0, first)], 2.0, rate=10) is first
    assert newest([], 1.0) is None
