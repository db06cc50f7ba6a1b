"""The few lines that differ between operating systems."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Callable
from pathlib import Path

PAUSES = (0.01, 0.02, 0.04, 0.08, 0.15, 0.3)
"""Seconds between the tries of `patiently`: 0.6 in all, longer than a scanner holds a file."""

BINARY = getattr(os, "O_BINARY", 0)
"""Windows translates line ends unless a file is opened with this flag."""


def patiently(step: Callable[[], object], wait: Callable[[float], object]) -> None:
    """Run `step`, again after each `wait` while another program has the file (PermissionError)."""
    for seconds in PAUSES:
        try:
            step()
            return
        except PermissionError:
            wait(seconds)
    step()


if sys.platform == "win32":  # pragma: no cover - runs on Windows only

    def sync_file(descriptor: int) -> None:
        """Return when the file's content is on the disk itself."""
        os.fsync(descriptor)

    def sync_folder(_folder: Path) -> None:
        """Windows writes the names in a folder by itself and offers no way to wait for it."""

    def replace(source: Path, target: Path) -> None:
        """Put `source` in the place of `target`, with patience for readers that have it open."""
        wait = time.sleep  # noqa: TID251 - Windows tells nobody when a file becomes free
        patiently(lambda: source.replace(target), wait)

else:

    def sync_folder(folder: Path) -> None:
        """Return when the names in the folder are on the disk itself."""
        descriptor = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)

    def replace(source: Path, target: Path) -> None:
        """Put `source` in the place of `target`, in one step."""
        source.replace(target)

    if sys.platform == "darwin":  # pragma: no cover - runs on macOS only
        import fcntl

        def sync_file(descriptor: int) -> None:
            """Return when the file's content is on the disk itself, not only in its cache."""
            try:
                fcntl.fcntl(descriptor, fcntl.F_FULLFSYNC)
            except OSError:  # a network folder offers only the ordinary way
                os.fsync(descriptor)

    else:
        sync_file = os.fdatasync


def seconds_always() -> float:
    """A clock in seconds that goes on while the computer sleeps, where the system has one."""
    if hasattr(time, "CLOCK_BOOTTIME"):
        return time.clock_gettime(time.CLOCK_BOOTTIME)
    return time.time()  # noqa: TID251 - the wall clock is the next best that never stops


def has_display() -> bool:
    """Whether a window can be shown: Qt itself would abort where it cannot.

    A platform of Qt's that is named is taken at its word.
    """
    if sys.platform in {"win32", "darwin"} or os.environ.get("QT_QPA_PLATFORM"):
        return True
    return _wayland_answers() or _x11_answers()


def _wayland_answers() -> bool:
    folder, name = os.environ.get("XDG_RUNTIME_DIR"), os.environ.get("WAYLAND_DISPLAY")
    return bool(folder and name) and Path(folder or "", name or "").is_socket()


def _x11_answers() -> bool:
    if not os.environ.get("DISPLAY"):
        return False
    import ctypes

    try:
        x11 = ctypes.CDLL("libX11.so.6")
    except OSError:
        return False
    x11.XOpenDisplay.restype = ctypes.c_void_p
    display = x11.XOpenDisplay(None)
    if display:
        x11.XCloseDisplay(ctypes.c_void_p(display))
    return bool(display)
