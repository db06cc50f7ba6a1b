"""Where things are: the content that comes with HipCoach, and the folder of the user's diary."""

from __future__ import annotations

import os
from pathlib import Path

from platformdirs import user_cache_path, user_data_path

from hipcoach.core.text import tr

HOME_VARIABLE = "HIPCOACH_HOME"
"""The environment variable that names the data folder, if it is set and not empty."""

_PACKAGE = Path(__file__).resolve().parent


class NoHomeError(Exception):
    """The system does not say where the user's data go; the text is one sentence."""

    exit_code = 3


def resource(*parts: str) -> Path:
    """A file or folder of resources/: in the installed package, else beside it in a checkout."""
    installed = _PACKAGE / "resources"
    folder = installed if installed.is_dir() else _PACKAGE.parent / "resources"
    return folder.joinpath(*parts)


def licence(name: str) -> Path:
    """A licence text of HipCoach itself: in the installed package, else in the checkout."""
    installed = resource("licences", name)
    return installed if installed.is_file() else _PACKAGE.parent / name


def data_folder() -> Path:
    """The folder of the diary: $HIPCOACH_HOME, else the platform's; it need not exist yet."""
    named = os.environ.get(HOME_VARIABLE)
    if named:
        return Path(named).absolute()
    try:
        return user_data_path("hipcoach", appauthor=False)
    except RuntimeError:  # a user without a home
        told = tr("No home folder was found; name one in {name}.", name=HOME_VARIABLE)
        raise NoHomeError(told) from None


def cache_folder(diary: Path) -> Path:
    """Where what can be made again is kept, for a diary in this folder; it need not exist yet.

    The platform's place for such things; inside the folder of a diary that is not in its usual one.
    """
    try:
        usual = user_data_path("hipcoach", appauthor=False)
        cache = user_cache_path("hipcoach", appauthor=False)
    except RuntimeError:  # a user without a home
        return diary / "cache"
    return cache if diary == usual else diary / "cache"
