"""How low the skin is: every ellipsoid of the body, for the tests."""

from __future__ import annotations

import numpy as np

from hipcoach.figure.skeleton.skeleton import Stance
from hipcoach.figure.values.body import Body


def lowest(stance: Stance, body: Body) -> dict[str, float]:
    """The height of the lowest point of every ellipsoid, metres above the floor."""
    found = {}
    for name, flesh in body.ellipsoids.items():
        frame = stance.frames[flesh.frame]
        down = frame.rotation[1]
        centre = frame.origin[1] + down @ np.array(flesh.centre) * body.stature
        found[name] = float(centre - np.linalg.norm(down * np.array(flesh.radii)) * body.stature)
    return found
