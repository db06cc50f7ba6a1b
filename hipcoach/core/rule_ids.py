"""The rules by the names under which decisions, cards and `explain` tell them (clinical.md C, D).

Those of missed days are `Missed` in `core/lighter.py`.
"""

from __future__ import annotations

R_GREEN, R_AMBER, R_RED = "R-GREEN", "R-AMBER", "R-RED"
R_HIGHBASE, R_PRE6_TAG, R_NOAM = "R-HIGHBASE", "R-PRE6-TAG", "R-NOAM"
"""What a session came to; R-RED is what follows from it, too."""

R_UP, R_UP_ABD, R_UP_STEP, R_UP_HOLD = "R-UP", "R-UP-ABD", "R-UP-STEP", "R-UP-HOLD"
STEPS_UP = frozenset({R_UP, R_UP_ABD, R_UP_STEP, R_UP_HOLD})
"""A step up that was earned: each exercise has one of these rules."""

R_DOWN, R_GATE, R_SORE = "R-DOWN", "R-GATE", "R-SORE"
"""A step down without a red session; R-DOWN is the step that is offered back, too."""

R_LIMIT, R_SIDE, R_HOLD, R_ILL = "R-LIMIT", "R-SIDE", "R-HOLD", "R-ILL"
"""The same level again."""

R_WEEK, R_WORSE, R_NOCHANGE = "R-WEEK", "R-WORSE", "R-NOCHANGE"
R_DELOAD, R_FLARE, R_PRE6 = "R-DELOAD", "R-FLARE", "R-PRE6"
"""What days and weeks came to; R-FLARE is the step down after a flare-up, too."""

R_TWICE = "R-TWICE"
"""The day's second session after an amber one."""
