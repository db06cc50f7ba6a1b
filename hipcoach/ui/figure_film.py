"""The frames of one movement in one size and look, of its other half, and of a breath."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QFont, QPainter

from hipcoach.core.demonstration import Showing
from hipcoach.core.depicted import Depicted
from hipcoach.core.tempo import PhaseKind

if TYPE_CHECKING:
    from hipcoach.figure.paint.frames import Frames
    from hipcoach.figure.paint.palette import Colours
    from hipcoach.figure.studio import Studio

MEGABYTE = 1 << 20

ENDS = 2
"""Frames of a movement that only changes between two stills."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Scene:
    """What a film is about: the exercise, or one of the two of a common mistake's pair.

    `breaths` are those of a hold, where the figure breathes. `badge` is how much of the upper left
    corner, in points, has something else on it.
    """

    asked: Depicted
    mistake: str = ""
    kind: Showing = Showing.ALONE
    insets: bool = True
    breaths: int = 1
    badge: tuple[int, int] = (0, 0)


class Spot(NamedTuple):
    """A place in a film: which of its reels, and the share of that, 0 to 1."""

    reel: int = 0
    share: float = 0.0


class Film:
    """Frames of a scene in `size` device pixels. ContentError where its figure cannot be drawn.

    All of them together take at most `most_bytes`. `title_font` is the insets'. A film that is
    `still` only changes between two phases. Its reels are the movement, its other half where sides
    alternate, and a breath where the figure breathes.
    """

    def __init__(
        self,
        studio: Studio,
        scene: Scene,
        size: tuple[int, int],
        colours: Colours,
        title_font: QFont,
        *,
        ratio: float = 1.0,
        most_bytes: int,
        still: bool = False,
    ) -> None:
        from hipcoach.figure.skeleton.pose import moment, still_moment

        asked, badge = scene.asked, scene.badge
        self.size = size
        self._moment, self._still_moment, self._still = moment, still_moment, still
        self._moves_on, self._breaths = studio.moves_on(asked), scene.breaths
        breathes = scene.kind is Showing.ALONE and studio.breathes(asked) and not still
        reels = [{}, *([{"other": True}] if studio.alternates(asked) else [])]
        reels += [{"breathing": True}] if breathes else []
        self._breath = len(reels) - 1 if breathes else 0
        self._frames = tuple(
            studio.frames(
                studio.picture(
                    asked,
                    size,
                    colours,
                    mistake=scene.mistake,
                    kind=scene.kind,
                    insets=scene.insets,
                    badge=(round(badge[0] * ratio), round(badge[1] * ratio)),
                    title_font=title_font,
                    **reel,
                ),
                most_bytes=most_bytes // len(reels),
            )
            for reel in reels
        )

    def fill(self) -> Iterator[None]:
        """Draw what is missing in small steps, of all reels in turn."""
        works = [self._fill(frames) for frames in self._frames]
        while works:
            for work in tuple(works):
                if next(work, self) is self:
                    works.remove(work)
                else:
                    yield

    @property
    def is_full(self) -> bool:
        """Whether every frame is there."""
        return all(map(self._is_enough, self._frames))

    @property
    def bytes(self) -> int:
        """Memory that the frames take."""
        return sum(frames.bytes for frames in self._frames)

    def spot(self, kind: PhaseKind, progress: float, *, other: bool) -> Spot:
        """The place at this moment of a repetition; `other`: of the other half."""
        if self._breath and kind is PhaseKind.HOLD:
            return Spot(self._breath, progress * self._breaths % 1)
        reel = 1 if other and len(self._frames) > 1 else 0
        if self._still:
            return Spot(reel, self._still_moment(kind, self._moves_on).share)
        return Spot(reel, self._moment(kind, progress, self._moves_on).share)

    def nearest(self, spot: Spot) -> tuple[int, int]:
        """The reel and the frame that `paint` would show now, -1 where there is none yet."""
        return spot.reel, self._frames[spot.reel].index(spot.share)

    def change(self, before: tuple[int, int], spot: Spot) -> QRect:
        """What of its pixels `paint` would change where it showed `before`, a `nearest`."""
        frames, (reel, number) = self._frames[spot.reel], before
        if reel != spot.reel or number < 0 or frames.size != QSize(*self.size):
            return QRect(0, 0, *self.size)
        return frames.change(spot.share, number)

    def paint(self, painter: QPainter, target: QRect, spot: Spot) -> bool:
        """Show the nearest frame there is; False where there is none yet."""
        return self._frames[spot.reel].paint(painter, target, spot.share)

    def _fill(self, frames: Frames) -> Iterator[None]:
        for _ in frames.fill():
            yield
            if self._is_enough(frames):
                return

    def _is_enough(self, frames: Frames) -> bool:
        return frames.is_full or (self._still and frames.count >= ENDS)
