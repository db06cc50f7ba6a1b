"""A still that is wanted: all that tells its picture from another, as one value."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass
from hashlib import blake2b
from pathlib import Path

from hipcoach import __version__
from hipcoach.core.demonstration import Showing
from hipcoach.core.depicted import Depicted

DRAWING = 1
"""Raised when the code draws otherwise, between two versions: stills kept till then are left."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Tones:
    """The figure's look and the theme's colours as "#RRGGBB"; `ground` "" is transparent."""

    dark: bool
    look: str
    ground: str
    ink: str
    well_done: str
    mistaken: str
    panel: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Wish:
    """A picture at `share` of the movement, `width` by `height` pixels of the screen.

    `kind` is one of the two of the pair about `mistake` where there is one.
    """

    asked: Depicted
    width: int
    height: int
    share: float
    tones: Tones
    mistake: str = ""
    kind: Showing = Showing.ALONE

    def name(self, fingerprint: str) -> str:
        """Its name among the stills that are kept on disk."""
        return blake2b(f"{fingerprint}{self!r}".encode(), digest_size=16).hexdigest()


def fingerprint(folder: Path) -> str:
    """The same as long as the figure's data in `folder` and HipCoach draw the same."""
    told = blake2b(f"{__version__} {DRAWING}".encode(), digest_size=16)
    for file in sorted(folder.rglob("*.toml")):
        told.update(file.name.encode())
        with suppress(OSError):  # whoever draws from it tells what is wrong
            told.update(file.read_bytes())
    return told.hexdigest()
