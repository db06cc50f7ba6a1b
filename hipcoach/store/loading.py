"""Reading a diary: checkpoint and journal put together, without changing anything on disk.

What is damaged is never passed over in silence. A checkpoint that cannot be read is rebuilt from
the previous one and the transactions since. Where they do not lead up to the end, and where a good
line follows a bad one in the journal, the diary is Unreadable.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from hipcoach.core.text import Message, message
from hipcoach.store import checkpoint, journal
from hipcoach.store.checkpoint import APP, Checkpoint, Meta
from hipcoach.store.codec import Invalid, in_bulk
from hipcoach.store.disk import Disk
from hipcoach.store.errors import Unreadable, unreadable
from hipcoach.store.files import kept_names
from hipcoach.store.journal import GapError, Journal, Tables
from hipcoach.store.layout import Layout
from hipcoach.store.migrations import STEPS, Step, migrate

TRIES = 50
"""How often a diary that changes while it is read is read again."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Loaded:
    """A diary as it was read.

    The tables are of the present format, `format` is the one on disk. `problem` says what was wrong
    with the checkpoint where the previous one stood in, else it is empty. `stands`: the checkpoint
    on disk can be built upon as it is.
    """

    tables: Tables
    seq: int
    format: int
    journal: Journal
    problem: str
    stands: bool

    def notices(self) -> tuple[Message, ...]:
        """What someone who only reads should know."""
        told = message(
            "diary.json could not be read ({problem}); this is the diary as the previous copy and "
            "the journal tell it, with nothing lost.",
            problem=self.problem,
        )
        return (told,) if self.problem and self.seq else ()


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
    for _ in range(TRIES):
        files = read_files(disk, layout)
        try:
            return _put_together(disk, layout, files, steps)
        except Unreadable:
            if read_files(disk, layout) == files:
                raise
    raise _restless(layout)


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
    base, problem = _base(disk, layout, files, newest)
    migrate({}, base.meta.format, steps)  # first of all: a newer format's journal may look damaged
    lines = journal.read(files.journal or b"")
    if lines.after:
        raise Unreadable(_damaged(layout, lines))
    try:
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
    )


def _base(disk: Disk, layout: Layout, files: Files, newest: int) -> tuple[Checkpoint, str]:
    """What the journal continues, and what is wrong with the checkpoint that should be it."""
    if files.diary is None:
        if not files.journal and not kept_names(disk, layout.backups):
            return Checkpoint(meta=Meta(app=APP, format=newest, seq=0), tables={}), ""
        return _previous(disk, layout, "the file is missing")
    try:
        return checkpoint.load(files.diary), ""
    except Invalid as error:
        return _previous(disk, layout, str(error))


def _previous(disk: Disk, layout: Layout, problem: str) -> tuple[Checkpoint, str]:
    """The previous checkpoint, brought to the present one by the transactions kept with it."""
    try:
        base = checkpoint.load(disk.read(layout.previous) or b"")
        lines = journal.read(disk.read(layout.previous_journal) or b"")
        if lines.bad_line:
            raise Invalid(f"line {lines.bad_line} of its journal is damaged")
        seq = journal.replay(base.tables, base.meta.seq, lines.entries)
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
