"""Entry point: the command line of HipCoach."""

from __future__ import annotations

import gc
import sys
from collections.abc import Sequence
from pathlib import Path


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command, or the window without one; returns the exit code (product.md section 9)."""
    from hipcoach.cli import run

    return run(sys.argv[1:] if arguments is None else arguments, open_window)


def open_window(folder: Path) -> int:
    """Open the window on the diary in `folder`. Only here does a command line import Qt."""
    gc.disable()  # a third of a start went into looking for garbage; app.py enables it again
    import hipcoach.core.today_view
    import hipcoach.journeys.sessions  # noqa: F401 - before Qt, which slows every import after its own

    try:
        from hipcoach.app import run
    except ImportError as error:
        print(_no_qt(error), file=sys.stderr)
        return 3
    return run(folder)


def _no_qt(error: ImportError) -> str:
    from hipcoach.core.text import tr

    told = tr("The window cannot start, a part of the system is missing ({error}).", error=error)
    return told + " " + tr("In the terminal, “hipcoach play” works without it.")


if __name__ == "__main__":
    sys.exit(main())
