"""The start of a run in the terminal: bands owned, whether the one-leg bridge is possible."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from hipcoach.core.catalogue import Catalogue
from hipcoach.core.program import Program
from hipcoach.core.run import ONE_LEG_BRIDGE, Band, Change, Run, Settings
from hipcoach.core.text import tr
from hipcoach.terminal.dialogue import Dialogue


def ask_bands(dialogue: Dialogue, settings: Settings, catalogue: Catalogue) -> Settings:
    """Which elastic bands the user owns, where that was never asked; none is an answer."""
    if settings.bands is not None:
        return settings
    levels = [catalogue.bands[level] for level in sorted(catalogue.bands)]
    levels = [level for level in levels if level.level]
    dialogue.tell("", tr("Which bands do you own?"))
    owned = dialogue.ticks([tr(level.colour) for level in levels], tr("Numbers [Enter: none]:"))
    bands = tuple(Band(colour=levels[place].colour) for place in owned)
    return replace(settings, bands=bands)


def ask_run(dialogue: Dialogue, program: Program, at: datetime) -> Run:
    """A new run of the program from today on, with its starting rungs."""
    return Run(
        program=program.id,
        program_version=program.version,
        started_on=at.date(),
        changes=tuple(_ask_bridge(dialogue, program, at)),
    )


def _ask_bridge(dialogue: Dialogue, program: Program, at: datetime) -> list[Change]:
    """The question that decides between one leg and two, where the program has a place for it."""
    if not any(prescription.clean_start for prescription in program.prescriptions(1)):
        return []
    dialogue.tell("")
    dialogue.tell(tr("If you are not sure of the next answer, say no. There is no need to try."))
    able = dialogue.yes(tr("Can you do 6 tidy bridges on one leg?"), otherwise=False)
    return [Change(at=at, what=ONE_LEG_BRIDGE, value=able)]
