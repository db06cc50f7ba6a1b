"""The figure's pictures for the whole window: stills by need, and the studio for what moves.

Drawing needs numpy and `hipcoach.figure`, which the worker's thread loads once the window stands.
Until then, and while it is at work, there are the stills that an earlier start kept on disk.
"""

from __future__ import annotations

import logging
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QGuiApplication, QImage

from hipcoach.core.demonstration import Showing
from hipcoach.core.depicted import Depicted
from hipcoach.core.run import Motion, Settings
from hipcoach.ui.still_desk import colours
from hipcoach.ui.still_wish import Tones, Wish
from hipcoach.ui.stills import Stills

if TYPE_CHECKING:
    from hipcoach.figure.paint.palette import Colours
    from hipcoach.figure.studio import Studio
    from hipcoach.ui.theme import Theme
    from hipcoach.ui.worker import Worker

log = logging.getLogger("hipcoach.figures")

LANE = "figures"
"""The worker's lane."""


class Figures(QObject):
    """Reached as `theme.figures`. It draws nothing before `open` and `begin`.

    `arrived`: a still came, or it is known that there will be none. `ready`: the studio is there.
    `changed`: the figure's look or the wish for motion did.
    """

    arrived = Signal()
    ready = Signal()
    changed = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._look: str = Settings().figure_look
        self._motion = Motion.SYSTEM
        self._stills: Stills | None = None
        self._studio: Studio | None = None
        self._made: Callable[[], Worker] | None = None
        self._worker: Worker | None = None
        self._hints = QGuiApplication.styleHints()
        self._system = self._hints.accessibility()
        if hasattr(self._system, "motionPreferenceChanged"):
            self._system.motionPreferenceChanged.connect(self.changed)

    # Its beginning and its end

    def open(self, folder: Path, cache: Path, worker: Callable[[], Worker]) -> None:
        """Draw from the figure's data in `folder`, keep stills in `cache`; nothing is read yet."""
        self.close()
        self._made = worker
        if self._stills is None:
            self._stills = Stills(folder, cache)
            self._stills.arrived.connect(self.arrived)

    def begin(self, then: Callable[[], None]) -> None:
        """The window stands: draw what is asked for; `then` is done once all of it is there."""
        if self._stills and self._made:
            self._worker, self._made = self._made(), None
            self._stills.begin(self._worker, then)

    def load(self) -> None:
        """Have the studio made; `ready` follows."""
        if self._stills and self._worker and not (self._studio or self._worker.is_busy(LANE)):
            self._worker.ask(LANE, self._stills.desk.load, self._on_loaded)

    def close(self) -> None:
        """Ask for nothing more; what was drawn can still be shown."""
        self._worker = self._made = None
        if self._stills:
            self._stills.end()

    # What is wished for, by the user and by the system

    def show_settings(self, look: str, motion: Motion) -> None:
        """How the figure looks, and whether it moves."""
        if (look, motion) != (self._look, self._motion):
            self._look, self._motion = look, motion
            self.changed.emit()

    @property
    def look(self) -> str:
        """The name of the figure's look in looks.toml."""
        return self._look

    @property
    def still_motion(self) -> bool:
        """Whether nothing is to move by itself: the user's choice, else the system's."""
        if self._motion is not Motion.SYSTEM:
            return self._motion is Motion.STILLS
        asked = getattr(self._system, "motionPreference", None)
        return asked is not None and asked() is Qt.MotionPreference.ReducedMotion

    # What moves

    @property
    def studio(self) -> Studio | None:
        """What draws in the window's own thread; None until `ready`."""
        return self._studio

    def colours(self, ground: str) -> Colours:
        """The colours of a picture on the ground of this role; only once `ready`."""
        return colours(self._tones(ground=ground))

    def problem(self, asked: Depicted) -> str:
        """Why this figure cannot be drawn, "" while nothing is known against it."""
        return self._stills.problem(asked.figure) if self._stills else ""

    def note_problem(self, asked: Depicted, why: str) -> None:
        """Drawing it failed in the window's thread (ContentError), for this reason."""
        if self._stills:
            self._stills.note_problem(asked.figure, why)

    # What stands still

    @property
    def is_busy(self) -> bool:
        """Whether a still that was asked for is yet to come."""
        return self._stills is not None and self._stills.is_busy

    def still(
        self,
        asked: Depicted,
        width: int,
        height: int,
        *,
        share: float = 1.0,
        ratio: float = 1.0,
        look: str = "",
        mistake: str = "",
        kind: Showing = Showing.ALONE,
    ) -> QImage | None:
        """The figure on a transparent ground, at this share of its movement.

        `width` by `height` points on `ratio` pixels each. None where it is not there yet: it is
        made, and `arrived` tells. `look` "": the user's. `kind`: of the pair about `mistake`.
        """
        wish = Wish(
            asked=asked,
            width=max(round(width * ratio), 1),
            height=max(round(height * ratio), 1),
            share=share,
            tones=self._tones(look=look),
            mistake=mistake,
            kind=kind,
        )
        image = self._stills.find(wish) if self._stills else None
        if image is not None:
            image.setDevicePixelRatio(ratio)
        return image

    def _on_loaded(self, studio: Studio) -> None:
        self._studio = studio
        self.ready.emit()

    def _tones(self, *, ground: str = "", look: str = "") -> Tones:
        colour = self._theme.colour
        return Tones(
            dark=self._theme.dark,
            look=look or self._look,
            ground=colour(ground).name() if ground else "",
            ink=colour("ink").name(),
            well_done=colour("primary").name(),
            mistaken=colour("amber_ink").name(),
            panel=colour("surface").name(),
        )
