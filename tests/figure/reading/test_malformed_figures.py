"""Malformed figures: what is wrong is told by file, exercise, key and reason."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from hipcoach.figure.reading.library import Library
from hipcoach.figure.values.props import PROP_KINDS
from hipcoach.store.content import ContentError
from tests.figure.small_figure import FIGURE, copied, write


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A copy of resources/figure that a test may break."""
    return copied(tmp_path)


def changed(text: str, old: str, new: str) -> str:
    assert text.count(old) == 1
    return text.replace(old, new)


def error(read: Callable[[], object]) -> str:
    with pytest.raises(ContentError) as raised:
        read()
    return str(raised.value)


BROKEN = {
    "no TOML": (('trace = "R_knee"', "trace = "), None),
    "a wrong joint": (
        ("L_hip = { flex", "L_hpi = { flex"),
        "end.L_hpi.flex: is no angle or place of the body",
    ),
    "a wrong angle": (
        ("R_swivel = 4", "R_swievl = 4"),
        "halfway.R_swievl: is no angle or place of the body",
    ),
    "a text for a number": (("pitch = 2", 'pitch = "2"'), "start.pitch: '2' is no number"),
    "a yes for a number": (("pitch = 2", "pitch = true"), "start.pitch: True is no number"),
    "no number at all": (
        ("pitch = 2", "pitch = nan"),
        "start.pitch: nan is no number from -1000 to 1000",
    ),
    "an endless number": (
        ("azimuth = 20", "azimuth = inf"),
        "view.azimuth: inf is no number from -1000 to 1000",
    ),
    "a number beyond the room": (
        ("palm = [0, 0, -1]", "palm = [0, 0, -1e12]"),
        "pins.R_hand.palm[2]: -1000000000000.0 is no number from -1000 to 1000",
    ),
    "two of three numbers": (
        ("R_ankle_at = [0.4, 0.07, 0.1]", "R_ankle_at = [0.4, 0.07]"),
        "base.R_ankle_at: needs three numbers, not 2",
    ),
    "a list for an angle": (
        ("L_hip.flex = 45", "L_hip.flex = [45, 3, 2]"),
        "base.L_hip.flex: is a list, but only places such as R_ankle_at are one",
    ),
    "no table for a key": (
        ("[start]", "[[start]]"),
        "start: needs a table of angles and places",
    ),
    "no end": (
        ("[end]\nR_swivel = 10\nL_hip = { flex = 50, abd = 3 }", ""),
        '"end" is missing',
    ),
    "an unknown attitude": (
        ('attitude = "supine"', 'attitude = "prone"'),
        "attitude: 'prone' is none of standing, supine, side_left, side_right, quadruped",
    ),
    "an unknown key": (
        ('trace = "R_knee"', 'track = "R_knee"'),
        "track: there is no such key here",
    ),
    "an unknown key inside": (
        ("azimuth = 20", "azimut = 20"),
        "view.azimut: there is no such key here",
    ),
    "a missing key": (('muscles = ["glute_max_R"]', ""), '"muscles" is missing'),
    "an unknown muscle": (
        ('"glute_max_R"', '"biceps_R"'),
        'muscles: there is no muscle "biceps_R"',
    ),
    "an unknown point to trace": (
        ('trace = "R_knee"', 'trace = "R_kne"'),
        'trace: there is no point "R_kne"',
    ),
    "an unknown point of a line": (
        ('"L_knee+R_knee"', '"L_knee+R_kne"'),
        'cue_lines[0].points: there is no point "L_knee+R_kne"',
    ),
    "a line of one point": (
        ('["L_hip", "L_knee+R_knee"]', '["L_hip"]'),
        "cue_lines[0].points: needs at least two points",
    ),
    "an unknown kind of prop": (
        ('kind = "band_loop"', 'kind = "bnd_loop"'),
        f"props[1].kind: 'bnd_loop' is none of {', '.join(PROP_KINDS)}",
    ),
    "a prop without its place": (
        (', on = "thigh" }', " }"),
        'props[1]: "on" is missing',
    ),
    "a prop on no part": (
        (
            '{ kind = "mat" }, { kind = "band_loop"',
            '{ kind = "ankle_weight", part = "R_shin" }, { kind = "band_loop"',
        ),
        'props[0].part: there is no part "R_shin"',
    ),
    "the left side": (
        ('works = "right"', 'works = "left"'),
        'works: figures are authored for the right side: "right" or "both"',
    ),
    "a phase that is none": (
        ('moves_on = "lift"', 'moves_on = "hold"'),
        'moves_on: must be "lift" or "lower"',
    ),
    "a pin of a knee": (
        ("R_ankle = { level_foot = true }", "R_knee = { level_foot = true }"),
        "pins.R_knee: only L_ankle, L_hand, R_ankle, R_hand can be pinned",
    ),
    "a pin without a place": (
        ("R_ankle_at = [0.4, 0.07, 0.1]", ""),
        "pins.R_ankle: neither base nor start has its place, R_ankle_at",
    ),
    "half a hand": (
        (", fingers = [1, 0, 0]", ""),
        'pins.R_hand.hand: "wrap" needs frame, palm and fingers, and nothing else has them',
    ),
    "a hand on no frame": (
        ('frame = "pelvis"', 'frame = "belt"'),
        'pins.R_hand.frame: there is no frame "belt"',
    ),
    "an angle that a pin decides": (
        ("pitch = 2", "R_hip.flex = 2"),
        "R_hip.flex: has no effect with these pins",
    ),
    "a mistake that changes nothing": (
        ("delta = { R_swivel = -20 }", "delta = {}"),
        "mistakes.knee_falls_in.delta: changes nothing",
    ),
    "a mistake without a pose": (
        ("delta = { R_swivel = -20 }", ""),
        'mistakes.knee_falls_in: "delta" is missing',
    ),
    "a mistake of a wrong joint": (
        ("delta = { R_swivel = -20 }", "delta = { R_swivl = -20 }"),
        "mistakes.knee_falls_in.delta.R_swivl: is no angle or place of the body",
    ),
    "a mistake that breaks nothing": (
        ('breaks = ["knee"]', 'breaks = ["hip"]'),
        'mistakes.knee_falls_in.breaks: there is no check "hip"',
    ),
    "a check without a limit": (("most = 5, ", ""), "checks.knee: needs least, most or both"),
    "a check without a reason": (
        ('why = "it is so"', 'why = " "'),
        "checks.knee: why: needs a reason",
    ),
    "limits the wrong way round": (
        ("most = 5", "least = 9, most = 5"),
        "checks.knee: least 9 is more than most 5",
    ),
    "a rung that two variants show": (
        ('without = ["end.L_hip"', 'rungs = ["lower"]\nwithout = ["end.L_hip"'),
        'variants.lying.rungs: "lower" is already shown by "low"',
    ),
    "nothing to leave out": (
        ('without = ["end.L_hip"', 'without = ["end.L_hpi"'),
        'variants.lying.without: there is no "end.L_hpi" to leave out',
    ),
    "a variant of a wrong joint": (
        ("end.R_swivel = 5", "end.R_swivl = 5"),
        "variants.low.end.R_swivl: is no angle or place of the body",
    ),
    "a variant on one that follows": (
        ("end.R_swivel = 5", 'based_on = "lying"'),
        "variants.low.based_on: no variant 'lying' comes before this one",
    ),
    "a figure to build on that is not there": (
        ('attitude = "supine"', 'attitude = "supine"\nbased_on = "brigde"'),
        "based_on: there is no poses/brigde.toml",
    ),
    "a position that is not there": (
        ('attitude = "supine"', 'attitude = "supine"\nposition = "brigde"'),
        "position: there is no positions/brigde.toml",
    ),
    "a circle": (
        ('attitude = "supine"', 'attitude = "supine"\nbased_on = "bridge"'),
        "poses/bridge.toml builds on poses/bridge.toml: goes round in a circle",
    ),
}


@pytest.mark.parametrize(("change", "reason"), BROKEN.values(), ids=BROKEN)
def test_a_malformed_figure_is_told(
    folder: Path, change: tuple[str, str], reason: str | None
) -> None:
    write(folder, changed(FIGURE, *change))
    said = error(lambda: Library(folder).figure("bridge"))
    assert said.startswith("resources/figure/poses/bridge.toml: ")
    if reason:
        assert said == f"resources/figure/poses/bridge.toml: bridge: {reason}"


HOSTILE = {
    "empty": (b"", '"attitude" is missing'),
    "no text": (b"trace = '\xff\xfe'", "is not UTF-8 text"),
    "zeros": (bytes(4000), "is not TOML: "),
    "brackets without an end": (
        b"trace = " + b"[" * 20_000,
        "has too many tables inside each other",
    ),
    "digits without an end": (b"trace = " + b"9" * 20_000, "is not TOML: "),
}


@pytest.mark.parametrize(("content", "reason"), HOSTILE.values(), ids=HOSTILE)
def test_a_hostile_file_is_told(folder: Path, content: bytes, reason: str) -> None:
    (folder / "poses" / "bridge.toml").write_bytes(content)
    said = error(lambda: Library(folder).figure("bridge"))
    assert said.startswith("resources/figure/poses/bridge.toml: ")
    assert reason in said


def test_a_folder_in_the_place_of_a_figure_is_told(folder: Path) -> None:
    (folder / "poses" / "bridge.toml").unlink()
    (folder / "poses" / "bridge.toml").mkdir()
    assert "cannot be read" in error(lambda: Library(folder).figure("bridge"))


def test_there_is_a_look(folder: Path) -> None:
    (folder / "looks.toml").write_bytes(b"")
    said = error(lambda: Library(folder).looks)
    assert said == "resources/figure/looks.toml: there is no look"


def test_a_malformed_figure_leaves_the_others_alone(folder: Path) -> None:
    write(folder, "attitude = 3")
    library = Library(folder)
    assert "attitude" in error(lambda: library.figure("bridge"))
    assert library.figure("clamshell").plain.keys


@pytest.mark.parametrize("name", ["brigde", "../poses/bridge", ""])
def test_a_figure_that_is_not_there(folder: Path, name: str) -> None:
    said = error(lambda: Library(folder).figure(name))
    assert said == f"resources/figure/poses/{name}.toml: {name}: there is no such figure"
