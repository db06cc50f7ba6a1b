"""The eye that looks at the figure: perspective, fitted once over a whole movement.

World axes as everywhere: X forward, Y up, Z to the figure's right, metres; screen x to the right
and y down, device pixels. "Camera space" has z toward the viewer.
"""

from __future__ import annotations

import math
from dataclasses import dataclass, field, replace

import numpy as np

from hipcoach.figure.skeleton.vectors import Vec
from hipcoach.figure.values.drawn import View

TUNED_AT = 330.0  # pixels per metre for which widths and soft edges are told
TINY = 1e-9  # instead of nothing, to divide by
_SCREEN = np.array([1.0, -1.0])  # the screen's y points down


@dataclass(frozen=True, slots=True, kw_only=True)
class Canvas:
    """The picture's size, and the strips of it that stay free of the figure, in device pixels."""

    width: int
    height: int
    top: int = 0
    left: int = 0
    right: int = 0
    margin: float = 0.05  # of what the strips leave, on each side

    def free(self) -> tuple[Vec, Vec]:
        """Corner and size (2,) of what the strips leave."""
        size = (self.width - self.left - self.right, self.height - self.top)
        return np.array([self.left, self.top], dtype=float), np.array(size, dtype=float)


@dataclass(frozen=True, slots=True, kw_only=True)
class Camera:
    """A camera that circles the upright axis: azimuth 0 looks from +Z, 90 from +X (the front).

    `target` is the point it looks at, `scale` the pixels per metre there, `centre` its place on
    the screen. Immutable: `fit` returns another camera.
    """

    view: View
    distance: float = 5.0  # metres to the target: a little perspective, no distortion
    target: Vec = field(default_factory=lambda: np.zeros(3))
    scale: float = 1.0
    centre: Vec = field(default_factory=lambda: np.zeros(2))
    rotation: Vec = field(init=False)  # rows: the screen's right and up, and toward the viewer

    def __post_init__(self) -> None:
        object.__setattr__(self, "rotation", _rotation(self.view))

    @property
    def back(self) -> Vec:
        """Unit vector from the target toward the viewer, (3,)."""
        toward_viewer: Vec = self.rotation[2]
        return toward_viewer

    @property
    def unit(self) -> float:
        """What is one pixel at TUNED_AT: the measure for lines and soft edges."""
        return self.scale / TUNED_AT

    @property
    def position(self) -> Vec:
        """Where the eye is, (3,)."""
        return self.target + self.back * self.distance

    def view_of(self, points: Vec) -> tuple[Vec, Vec]:
        """World points (..., 3) -> camera space (..., 3) and their perspective factors (...)."""
        seen = (points - self.target) @ self.rotation.T
        return seen, self.distance / (self.distance - seen[..., 2])

    def project(self, points: Vec) -> Vec:
        """World points (..., 3) -> screen points (..., 2)."""
        return self.on_screen(*self.view_of(points))

    def on_screen(self, seen: Vec, factor: Vec) -> Vec:
        """What `view_of` returned -> screen points (..., 2)."""
        flat = seen[..., :2] * (factor * self.scale)[..., None]
        screen: Vec = self.centre + flat * _SCREEN
        return screen

    def axes(self, semi_axes: Vec, factor: Vec) -> Vec:
        """Semi-axes of ellipsoids (E, 3, 3), as columns -> their screen vectors (E, 2, 3)."""
        across = self.rotation[:2] * _SCREEN[:, None]
        vectors: Vec = np.matmul(across, semi_axes) * (self.scale * factor)[:, None, None]
        return vectors

    def fit(self, points: Vec, canvas: Canvas) -> Camera:
        """The camera that shows all these points (N, 3) as large as the canvas allows, centred."""
        aimed = self.aimed(points)
        return aimed.filling(aimed.project(points), canvas)

    def aimed(self, points: Vec) -> Camera:
        """The camera that looks at the middle of these points, not fitted to any canvas yet."""
        middle = (points.min(axis=0) + points.max(axis=0)) / 2
        return replace(self, target=middle, scale=1.0, centre=np.zeros(2))

    def filling(self, flat: Vec, canvas: Canvas) -> Camera:
        """An aimed camera fitted to a canvas; `flat` (N, 2) is what it has projected.

        On the screen a flat point is then at `centre + scale * flat`.
        """
        low, high = flat.min(axis=0), flat.max(axis=0)
        corner, room = canvas.free()
        scale = float(np.min(room * (1 - 2 * canvas.margin) / np.maximum(high - low, TINY)))
        return replace(self, scale=scale, centre=corner + room / 2 - scale * (low + high) / 2)


def _rotation(view: View) -> Vec:
    azimuth, elevation = math.radians(view.azimuth), math.radians(view.elevation)
    level = math.cos(elevation)
    back = np.array([math.sin(azimuth) * level, math.sin(elevation), math.cos(azimuth) * level])
    right = np.array([math.cos(azimuth), 0.0, -math.sin(azimuth)])
    return np.stack([right, np.cross(back, right), back])
