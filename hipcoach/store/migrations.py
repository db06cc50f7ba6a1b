"""Formats of the diary and the steps between them.

A step is a pure function from the tables of one format to those of the next. It is applied when a
diary is opened; before the first checkpoint in the new format the untouched old file goes to the
backups as `format-N-...`. A step, once released, is never changed; tests/data keeps a diary of
each format.
"""

from __future__ import annotations

from collections.abc import Callable

from hipcoach.core.text import message
from hipcoach.store.errors import TooNew
from hipcoach.store.journal import Tables

Step = Callable[[Tables], Tables]

STEPS: tuple[Step, ...] = ()
"""STEPS[0] leads from format 1 to format 2, and so on."""

FORMAT = len(STEPS) + 1
"""The format that this version writes."""


def migrate(tables: Tables, format_: int, steps: tuple[Step, ...] = STEPS) -> Tables:
    """The tables, which are of the given format, in the present one. Raises TooNew."""
    newest = len(steps) + 1
    if format_ > newest:
        raise TooNew(
            message(
                "This diary was written by a newer HipCoach (format {format}, this one knows "
                "{known}). Nothing was changed; please install the newer version.",
                format=format_,
                known=newest,
            )
        )
    for step in steps[format_ - 1 :]:
        tables = step(tables)
    return tables
