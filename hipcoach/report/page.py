"""What stands on the report's page: display strings and drawn charts, ready to be set."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from hipcoach.core.report_wishes import Paper


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """One entry of the header line: `label` in grey, `value` in bold, `extra` plain."""

    label: str
    value: str
    extra: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Safety:
    """The safety line. `calm` is False where something was reported or nothing was asked."""

    label: str
    text: str
    calm: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Tile:
    """A key number: what it is, its value in large type, and the words beside it."""

    label: str
    value: str
    detail: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """A table with a heading. `numeric` says per column whether it is set flush right.

    `header` is empty where the first column explains the rows. A cell that is None belongs to the
    cell before it, which spans both columns. `note` stands below, small.
    """

    heading: str
    header: tuple[str, ...] = ()
    rows: tuple[tuple[str | None, ...], ...]
    numeric: tuple[bool, ...]
    note: str = ""

    def __post_init__(self) -> None:
        widths = {len(row) for row in (*self.rows, self.header or self.numeric, self.numeric)}
        if len(widths) != 1:
            raise ValueError(f"the rows of the table {self.heading!r} differ in length")


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """A chart: SVG text, its caption, and the description that a screen reader says instead."""

    heading: str
    svg: str
    caption: str
    description: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """Words below a heading, one paragraph each; the page shows as many as it has room for.

    `more[k]` says how many are left out when the last k of the paragraphs are. `hidden` of them are
    left out in any case. `first`: room is made for these words before the others.
    """

    heading: str
    paragraphs: tuple[str, ...]
    more: tuple[str, ...]
    hidden: int = 0
    first: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Head:
    """The head of a listing's column: its word and its width in page pixels."""

    text: str
    width: float
    numeric: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A row of a listing: a cell per head, and `words`, the lines of its last, widest column."""

    cells: tuple[str, ...]
    words: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Listing:
    """A table of as many rows as there are, which flows over pages; `words` heads the last column.

    `note` stands below the heading, small.
    """

    heading: str
    note: str = ""
    heads: tuple[Head, ...]
    words: str
    rows: tuple[Row, ...]

    def __post_init__(self) -> None:
        if any(len(row.cells) != len(self.heads) for row in self.rows):
            raise ValueError(f"a row of the listing {self.heading!r} does not fit its heads")


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """Paragraphs below a heading, all of them shown, on the pages after the first."""

    heading: str
    paragraphs: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Later:
    """The pages after the first. `running` is who and what at the head of each of them.

    `note` says what they leave out.
    """

    running: tuple[str, ...]
    note: str = ""
    listings: tuple[Listing, ...]
    passages: tuple[Passage, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Footer:
    """The foot of the page: small print, when and where it was made, and the page's number.

    `page` has the fields {page} and {pages}: only what sets the pages can count them. Where just
    the first of them is set, `pages` says how many they are.
    """

    lines: tuple[str, ...]
    made: str
    page: str
    pages: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportContent:
    """The whole page. A part that is None has no entries in the period: the page closes up.

    `later`: the pages after the first, None where there are none.
    """

    language: str
    paper: Paper
    made_at: datetime
    title: str
    subtitle: str
    sample: str = ""
    facts: tuple[Fact, ...]
    safety: Safety
    tiles: tuple[Tile, ...] = ()
    pain: Figure | None = None
    last_day: Table | None = None
    mornings: Table | None = None
    sessions: Figure | None = None
    exercises: Table | None = None
    columns: tuple[Column, ...] = ()
    empty: str = ""
    footer: Footer
    later: Later | None = None
