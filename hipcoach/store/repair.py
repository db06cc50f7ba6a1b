"""What a writer mends on opening: a torn journal, a damaged checkpoint, an old format.

Nothing is thrown away: what is replaced lies in the backups under a dated name.
"""

from __future__ import annotations

from hipcoach.core.text import Message, message
from hipcoach.store.checkpoint import APP, Meta, dump
from hipcoach.store.files import put
from hipcoach.store.folder import Folder
from hipcoach.store.loading import JOURNAL_MISSING, Loaded
from hipcoach.store.log import Log
from hipcoach.store.saving import save_anew


def repaired(folder: Folder, loaded: Loaded, format_: int) -> tuple[Log, tuple[Message, ...]]:
    """The open journal of the diary, now whole, and what the user should know about it.

    Raises OSError and NotSaved; then as much is mended as could be, and nothing is lost.
    """
    told = [_keep_tail(folder, loaded)] if loaded.journal.tail else []
    told += [JOURNAL_MISSING] if loaded.journal_missing and loaded.seq else []
    if not loaded.stands:
        told += _write_anew(folder, loaded, format_)
    size = loaded.journal.whole if loaded.stands else 0
    cut = bool(loaded.journal.tail) or not loaded.stands
    return Log(folder.disk, folder.layout.journal, seq=loaded.seq, size=size, cut=cut), tuple(told)


def _keep_tail(folder: Folder, loaded: Loaded) -> Message:
    """Save the unreadable end of the journal before it is cut off."""
    folder.disk.make_folder(folder.layout.backups)
    aside = folder.aside("torn", ".journal")
    put(folder.disk, aside, loaded.journal.tail)
    folder.disk.sync_folder(folder.layout.backups)
    return message(
        "The last change was cut off while it was being saved, and is not in the diary. "
        "What there was of it is kept as {name}.",
        name=aside.name,
    )


def _write_anew(folder: Folder, loaded: Loaded, format_: int) -> list[Message]:
    """Replace a checkpoint that cannot be built upon; the first one of all is written here too."""
    why = "damaged" if loaded.problem else f"format-{loaded.format}"
    aside = folder.aside(why, ".json")
    meta = Meta(app=APP, format=format_, seq=loaded.seq)
    save_anew(folder.disk, folder.layout, dump(loaded.tables, meta), aside)
    kept = folder.disk.identity(aside) is not None
    return [_told(loaded, aside.name if kept else "")] if loaded.seq else []


def _told(loaded: Loaded, name: str) -> Message:
    if not loaded.problem:
        return message(
            "The diary was brought into a new format; the old one is kept as {name}.", name=name
        )
    return _rebuilt_with_gap(loaded, name) if loaded.journal_missing else _rebuilt(loaded, name)


def _rebuilt(loaded: Loaded, name: str) -> Message:
    if not name:
        return message(
            "diary.json was missing. It was put together again from the previous copy and the "
            "journal; nothing is lost."
        )
    return message(
        "diary.json could not be read ({problem}). It was put together again from the previous "
        "copy and the journal; nothing is lost. The damaged file is kept as {name}.",
        problem=loaded.problem,
        name=name,
    )


def _rebuilt_with_gap(loaded: Loaded, name: str) -> Message:
    if not name:
        return message("diary.json was missing. It was put together again from the previous copy.")
    return message(
        "diary.json could not be read ({problem}). It was put together again from the previous "
        "copy. The damaged file is kept as {name}.",
        problem=loaded.problem,
        name=name,
    )
