"""Why there is no report; each text is one sentence for the user."""

from __future__ import annotations


class ReportError(Exception):
    """The report could not be made or saved, and nothing was changed.

    `exit_code` is what a command that fails so ends with.
    """

    exit_code = 2


class WrongPeriod(ReportError, ValueError):
    """The period that was asked for cannot be reported on."""


class Incomplete(ReportError):
    """A part of the installation that the report needs is missing."""

    exit_code = 3
