"""Where stills are drawn: in the worker's thread, with what only that thread touches."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtGui import QImage

from hipcoach.ui.still_cache import StillCache
from hipcoach.ui.still_wish import Tones, Wish

if TYPE_CHECKING:
    from hipcoach.figure.paint.palette import Colours
    from hipcoach.figure.studio import Studio


@dataclass(frozen=True, slots=True, kw_only=True)
class Drawn:
    """The picture, or the sentence that says why there is none."""

    image: QImage | None = None
    problem: str = ""


class StillDesk:
    """Draws from the figure's data in `folder`, and keeps what it draws."""

    def __init__(self, folder: Path, cache: StillCache, fingerprint: str) -> None:
        self._folder, self._cache, self._fingerprint = folder, cache, fingerprint
        self._studio: Studio | None = None

    def draw(self, wish: Wish) -> Drawn:
        """What is wished, or why not."""
        from hipcoach.store.content import ContentError

        try:
            image = self._still(wish)
        except ContentError as error:
            return Drawn(problem=str(error))
        self._cache.keep(wish.name(self._fingerprint), image)
        return Drawn(image=image)

    def load(self) -> Studio:
        """A studio for the window's thread; what takes long is done here. Raises ContentError."""
        from hipcoach.figure.studio import Studio

        self._cache.prune()
        return Studio(self._folder)

    def _still(self, wish: Wish) -> QImage:
        return self._own().still(
            wish.asked,
            (wish.width, wish.height),
            colours(wish.tones),
            share=wish.share,
            mistake=wish.mistake,
            kind=wish.kind,
        )

    def _own(self) -> Studio:
        if self._studio is None:
            from hipcoach.figure.studio import Studio

            self._studio = Studio(self._folder)
        return self._studio


def colours(tones: Tones) -> Colours:
    """The colours as the figure takes them."""
    from hipcoach.figure.paint.palette import Colours

    return Colours(**asdict(tones))
