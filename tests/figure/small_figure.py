"""A figure with one of each thing, as a file that a test may change."""

from __future__ import annotations

import shutil
from pathlib import Path

from hipcoach.paths import resource

FIGURE = """
attitude = "supine"
works = "right"
moves_on = "lift"
alternates = false
trace = "R_knee"
muscles = ["glute_max_R"]
view = { azimuth = 20, elevation = 12 }
props = [{ kind = "mat" }, { kind = "band_loop", on = "thigh" }]
cue_lines = [{ points = ["L_hip", "L_knee+R_knee"], chord = true }]
insets = [{ title = "Front", view = { azimuth = 90, elevation = 0 } }]

[pins]
R_ankle = { level_foot = true }
R_hand = { frame = "pelvis", hand = "wrap", palm = [0, 0, -1], fingers = [1, 0, 0] }

[base]
R_ankle_at = [0.4, 0.07, 0.1]
R_hand_at = [0, 0.1, 0.1]
L_hip.flex = 45

[start]
pitch = 2

[halfway]
R_swivel = 4

[end]
R_swivel = 10
L_hip = { flex = 50, abd = 3 }

[mistakes.knee_falls_in]
delta = { R_swivel = -20 }
breaks = ["knee"]

[variants.low]
rungs = ["lower", "lowest"]
end.R_swivel = 5

[variants.lying]
without = ["end.L_hip", "trace"]
props = [{ kind = "mat" }]

[checks]
knee = { measure = "angle", of = ["R_knee.flex"], when = "end", most = 5, why = "it is so" }
"""


def copied(folder: Path) -> Path:
    """A copy of resources/figure in an empty folder, with one more figure: bridge."""
    copy = folder / "resources" / "figure"
    shutil.copytree(resource("figure"), copy)
    write(copy, FIGURE)
    return copy


def write(folder: Path, text: str, name: str = "poses/bridge.toml") -> None:
    """The file anew, with this text."""
    (folder / name).write_text(text, encoding="utf-8")
