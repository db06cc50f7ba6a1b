"""What the user wants on the report: who is named, which sections, questions, the paper."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

INITIALS_LIMIT = 12
NAME_LIMIT = 80
QUESTIONS_LIMIT = 2_000

LETTER_REGIONS = frozenset({"BZ", "CA", "CL", "CO", "CR", "GT", "MX", "NI", "PA", "PH", "PR", "SV"})
LETTER_REGIONS |= {"US", "VE"}
"""Where printers hold Letter paper: the "US-Letter" territories of CLDR."""


class Paper(StrEnum):
    """The paper sizes of the report."""

    A4 = "a4"
    LETTER = "letter"


class Who(StrEnum):
    """How the report names the user: without being asked it shows no surname."""

    INITIALS = "initials"
    NAME = "name"
    NOTHING = "nothing"


class Section(StrEnum):
    """The parts of the report that can be left out; `EVERY_ENTRY` adds the pages after the first.

    The head, the key numbers, the sessions and the user's questions always stand on page 1.
    """

    CHART = "chart"
    EXERCISES = "exercises"
    FLARES_AND_NOTES = "flares-and-notes"
    EVERY_ENTRY = "every-entry"


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportWishes:
    """The choices of the report page. `paper` None: as the region has it.

    Each line of `questions` is one question. Raises ValueError for a text that is longer than its
    limit, and for initials or a name of more than one line.
    """

    who: Who = Who.INITIALS
    initials: str = ""
    name: str = ""
    questions: str = ""
    left_out: tuple[Section, ...] = (Section.EVERY_ENTRY,)
    paper: Paper | None = None

    def __post_init__(self) -> None:
        _check_line("the initials", self.initials, INITIALS_LIMIT)
        _check_line("the name", self.name, NAME_LIMIT)
        if len(self.questions) > QUESTIONS_LIMIT:
            raise ValueError(f"the questions have at most {QUESTIONS_LIMIT:,} characters")

    def shows(self, section: Section) -> bool:
        """Whether the report has this section."""
        return section not in self.left_out

    def paper_in(self, region: str) -> Paper:
        """The chosen paper, else the usual one of the region, as in "US"."""
        return self.paper or (Paper.LETTER if region in LETTER_REGIONS else Paper.A4)


def _check_line(what: str, said: str, limit: int) -> None:
    if len(said) > limit or len(said.splitlines()) > 1:
        raise ValueError(f"{what} must be one line of at most {limit} characters")
