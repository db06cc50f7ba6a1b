"""Reading a diary: checkpoint and journal put together, without changing anything on disk.

What is damaged is never passed over in silence. A checkpoint that cannot be read is rebuilt from
the previous one and the transactions since. Where they do not lead up to the end, and where the
journal has a bad line that is no write cut off at its end, the diary is Unreadable.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from hipcoach.core.text import Message, message
from hipcoach.store import checkpoint, journal
from hipcoach.store.checkpoint import APP, Checkpoint, Meta
from hipcoach.store.codec import Invalid, in_bulk
from hipcoach.store.disk import Disk
from hipcoach.store.errors import Unreadable, unreadable
from hipcoach.store.files import kept_names
from hipcoach.store.journal import GapError, Journal, Tables
from hipcoach.store.layout import PREVIOUS, Layout
from hipcoach.store.migrations import STEPS, Step, migrate

TRIES = 50
"""How often a diary that changes while it is read is read again."""

JOURNAL_MISSING = message(
    "The journal is missing; changes since diary.json was written may be lost."
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Loaded:
    """A diary as it was read.

    The tables are of the present format, `format` is the one on disk. `problem` says what was wrong
    with the checkpoint where the previous one stood in, else it is empty. `stands`: the checkpoint
    on disk can be built upon as it is. `journal_missing`: there is a diary, but no journal file.
    """

    tables: Tables
    seq: int
    format: int
    journal: Journal
    problem: str
    stands: bool
    journal_missing: bool

    def notices(self) -> tuple[Message, ...]:
        """What someone who only reads should know."""
        return tuple(self._notices()) if self.seq or self.journal.tail else ()

    def _notices(self) -> Iterator[Message]:
        if self.journal.tail:
            yield message(
                "The last change was cut off while it was being saved, and is not in the diary."
            )
        if self.journal_missing:
            yield JOURNAL_MISSING
        if self.problem and self.journal_missing:
            yield message(
                "diary.json could not be read ({problem}); this is the diary as the previous copy "
                "tells it.",
                problem=self.problem,
            )
        elif self.problem:
            yield message(
                "diary.json could not be read ({problem}); this is the diary as the previous copy "
                "and the journal tell it, with nothing lost.",
                problem=self.problem,
            )


@dataclass(frozen=True, slots=True, kw_only=True)
class Files:
    """The bytes of a diary's two files; None: there is no such file."""

    diary: bytes | None
    journal: bytes | None


def load(disk: Disk, layout: Layout, steps: tuple[Step, ...] = STEPS) -> Loaded:
    """The diary in the folder; an empty one where there is none. Raises Unreadable and TooNew."""
    try:
        with in_bulk():
            return _load(disk, layout, steps)
    except OSError as error:
        raise unreadable(error, layout.diary) from error


def _load(disk: Disk, layout: Layout, steps: tuple[Step, ...]) -> Loaded:
    check_no_link(disk, layout)
    for _ in range(TRIES):
        files = read_files(disk, layout)
        try:
            loaded = _put_together(disk, layout, files, steps)
        except Unreadable:
            if read_files(disk, layout) == files:
                raise
            continue
        if not loaded.journal.tail or read_files(disk, layout) == files:
            return loaded  # a tail that grows is a line that is being written
    raise _restless(layout)


def check_no_link(disk: Disk, layout: Layout) -> None:
    """Raise Unreadable where diary.json is a link: saving would put a file in the link's place."""
    if disk.is_link(layout.diary):
        raise Unreadable(
            message(
                "{path} is a link to another file, which HipCoach does not follow; put the diary "
                "itself there.",
                path=layout.diary,
            )
        )


def read_files(disk: Disk, layout: Layout) -> Files:
    """Checkpoint and journal that belong together, though a writer may be at work.

    Raises OSError, and Unreadable when they change with every look.
    """
    for _ in range(TRIES):
        before = disk.identity(layout.diary)
        files = Files(diary=disk.read(layout.diary), journal=disk.read(layout.journal))
        if disk.identity(layout.diary) == before:
            return files
    raise _restless(layout)


def _restless(layout: Layout) -> Unreadable:
    told = message("{path} changes faster than it can be read; try again.", path=layout.diary)
    return Unreadable(told)


def _put_together(disk: Disk, layout: Layout, files: Files, steps: tuple[Step, ...]) -> Loaded:
    newest = len(steps) + 1
    lines = journal.read(files.journal or b"")
    base, problem = _base(disk, layout, files, lines, newest)
    migrate({}, base.meta.format, steps)  # first of all: a newer format's journal may look damaged
    if lines.damaged:
        raise Unreadable(_damaged(layout, lines))
    try:
        journal.check_reach(base.meta.seq, lines.entries)
        seq = journal.replay(base.tables, base.meta.seq, lines.entries)
    except GapError as error:
        raise Unreadable(_gap(layout, error)) from error
    return Loaded(
        tables=migrate(base.tables, base.meta.format, steps),
        seq=seq,
        format=base.meta.format,
        journal=lines,
        problem=problem,
        stands=files.diary is not None and not problem and base.meta.format == newest,
        journal_missing=files.journal is None and (files.diary is not None or bool(problem)),
    )


def _base(
    disk: Disk, layout: Layout, files: Files, lines: Journal, newest: int
) -> tuple[Checkpoint, str]:
    """What the journal continues, and what is wrong with the checkpoint that should be it."""
    if files.diary is None:
        kept = kept_names(disk, layout.backups)
        if not files.journal and not kept:
            return Checkpoint(meta=Meta(app=APP, format=newest, seq=0), tables={}), ""
        first_start = files.journal is None and kept == [PREVIOUS]
        return _previous(disk, layout, lines, "the file is missing", first_start=first_start)
    try:
        return checkpoint.load(files.diary), ""
    except Invalid as error:
        return _previous(disk, layout, lines, str(error))


def _previous(
    disk: Disk, layout: Layout, lines: Journal, problem: str, *, first_start: bool = False
) -> tuple[Checkpoint, str]:
    """The previous checkpoint, brought to the present one by the transactions kept with it.

    Without these it is known to lead up to the present one only where the journal goes on from it,
    or where a first start was interrupted before it wrote them.
    """
    try:
        base = checkpoint.load(disk.read(layout.previous) or b"")
        kept = disk.read(layout.previous_journal)
        goes_on = any(entry.seq == base.meta.seq + 1 for entry in lines.entries)
        if kept is None and not goes_on and not (first_start and base.meta.seq == 0):
            raise Invalid("its journal is missing")
        between = journal.read(kept or b"")
        if between.bad_line:
            raise Invalid(f"line {between.bad_line} of its journal is damaged")
        seq = journal.replay(base.tables, base.meta.seq, between.entries)
    except (Invalid, GapError) as error:
        raise Unreadable(_lost(layout, problem)) from error
    return Checkpoint(meta=replace(base.meta, seq=seq), tables=base.tables), problem


def _lost(layout: Layout, problem: str) -> Message:
    return message(
        "{path} cannot be read ({problem}), and the previous copy does not lead up to it. Nothing "
        "was changed; hipcoach doctor lists the backups that can be restored.",
        path=layout.diary,
        problem=problem,
    )


def _damaged(layout: Layout, lines: Journal) -> Message:
    return message(
        "{path} is damaged: line {line} cannot be read (good lines after it: {after}). Nothing was "
        "changed; hipcoach doctor says what can be restored.",
        path=layout.journal,
        line=lines.bad_line,
        after=len(lines.after),
    )


def _gap(layout: Layout, error: GapError) -> Message:
    return message(
        "{path} does not continue diary.json: {problem}. Nothing was changed; hipcoach doctor says "
        "what can be restored.",
        path=layout.journal,
        problem=error,
    )
