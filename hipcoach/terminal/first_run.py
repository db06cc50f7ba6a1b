"""The start of a run in the terminal: bands owned, whether the one-leg bridge is possible."""

from __future__ import annotations

from hipcoach.core.catalogue import Catalogue
from hipcoach.core.program import Program
from hipcoach.core.run import Band
from hipcoach.core.text import tr
from hipcoach.terminal.dialogue import Dialogue


def ask_bands(dialogue: Dialogue, catalogue: Catalogue) -> tuple[Band, ...]:
    """Which elastic bands the user owns; none is an answer."""
    levels = [catalogue.bands[level] for level in sorted(catalogue.bands)]
    levels = [level for level in levels if level.level]
    dialogue.tell("", tr("Which bands do you own?"))
    owned = dialogue.ticks([tr(level.colour) for level in levels], tr("Numbers [Enter: none]:"))
    return tuple(Band(colour=levels[place].colour) for place in owned)


def ask_bridge(dialogue: Dialogue, program: Program) -> bool | None:
    """The question that decides between one leg and two; None where the program has no use for it.

    It has one in its first week or never.
    """
    if not any(prescription.clean_start for prescription in program.prescriptions(1)):
        return None
    dialogue.tell("")
    dialogue.tell(tr("If you are not sure of the next answer, say no. There is no need to try."))
    return dialogue.yes(tr("Can you do 6 tidy bridges on one leg?"), otherwise=False)
