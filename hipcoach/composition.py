"""What both composition roots build from: the clocks, the catalogue, the diary, the region."""

from __future__ import annotations

import locale
import os
import time
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from hipcoach.core.text import tr
from hipcoach.paths import resource

if TYPE_CHECKING:
    from hipcoach.core.catalogue import Catalogue
    from hipcoach.core.clocks import Clocks
    from hipcoach.store.store import Store

WRONG_USE = 2
RATE_VARIABLE = "HIPCOACH_CLOCK_RATE"
"""The environment variable with the factor on the player's clock."""


class WrongUseError(Exception):
    """HipCoach cannot be used as asked; the text is one sentence, nothing was written."""

    exit_code = WRONG_USE


def now() -> datetime:
    """The wall clock, with the offset of the place."""
    return datetime.now().astimezone()


def catalogue() -> Catalogue:
    """The content that comes with HipCoach."""
    from hipcoach.store.catalogue import load_catalogue

    return load_catalogue(resource())


def open_store(folder: Path, *, write: bool) -> Store:
    """The diary in `folder`; StoreError says why not."""
    from hipcoach.store.ids import IdSource
    from hipcoach.store.store import Store

    return Store.open(folder, now=now, new_id=IdSource(now, os.urandom), write=write)


def region() -> str:
    """The region of the system's locale as an ISO 3166 code, "" where it names none."""
    name = locale.getlocale(locale.LC_CTYPE)[0] or ""
    return name.partition("_")[2][:2].upper()


def clocks() -> Clocks:
    """The player's clock at the rate that the environment asks for, and the watch for sleep."""
    from hipcoach.core.clocks import Clocks, SleepWatch, rated
    from hipcoach.platform import seconds_always

    given = os.environ.get(RATE_VARIABLE) or "1"
    try:
        rate = float(given)
    except ValueError:
        rate = 0.0
    if not 0.01 <= rate <= 10_000:
        wrong = {"name": RATE_VARIABLE, "given": given}
        raise WrongUseError(tr("{name} is a number from 0.01 to 10000, not {given}.", **wrong))
    watch = SleepWatch(time.monotonic, seconds_always)
    return Clocks(seconds=rated(time.monotonic, rate), now=now, slept=watch.slept, rate=rate)
