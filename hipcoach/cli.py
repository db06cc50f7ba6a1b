"""Composition root of the commands without a window: builds what a command needs and calls it."""

from __future__ import annotations

import argparse
import io
import locale
import os
import sys
from collections.abc import Callable, Sequence
from contextlib import suppress
from datetime import datetime, time, timedelta, timezone
from pathlib import Path
from typing import TYPE_CHECKING

from hipcoach import composition
from hipcoach.composition import WrongUseError
from hipcoach.core import text
from hipcoach.core.text import ntr, tr
from hipcoach.paths import data_folder, resource
from hipcoach.platform import has_display
from hipcoach.terminal.arguments import parser

if TYPE_CHECKING:
    from hipcoach.core.diary import Diary
    from hipcoach.store.store import Store

DONE, MISSING_PART, UNREADABLE = 0, 3, 5

Window = Callable[[Path], int]


def run(arguments: Sequence[str], window: Window) -> int:
    """Carry out one command line; the exit code says how it ended (product.md section 9).

    Without a command `window` is opened on the data folder, if there is a display.
    """
    _speak_the_users_language()
    options = parser().parse_args(arguments)
    try:
        done = _carry_out(options, window) or DONE
        print(end="", flush=True)
        return done
    except BrokenPipeError:
        _give_up_output()
        return DONE
    except KeyboardInterrupt:
        return DONE
    except Exception as error:
        code = getattr(error, "exit_code", MISSING_PART if isinstance(error, OSError) else None)
        if code is None:
            raise
        if isinstance(error, OSError):
            _give_up_output()
        with suppress(OSError):
            print(f"hipcoach: {error}", file=sys.stderr)
        return int(code)


def _carry_out(options: argparse.Namespace, window: Window) -> int | None:
    if options.command is None and has_display():
        return window(options.data_dir or data_folder())
    return COMMANDS[options.command](options)


def _give_up_output() -> None:
    """Send what is left of the output nowhere: the interpreter would complain once more."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _speak_the_users_language() -> None:
    """Numbers by the locale, words by the catalogues, and no output that a console cannot show."""
    try:
        locale.setlocale(locale.LC_ALL, "")
    except locale.Error:
        locale.setlocale(locale.LC_ALL, "C")
    text.install(resource("i18n"))
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")
    if isinstance(sys.stdin, io.TextIOWrapper):
        sys.stdin.reconfigure(errors="replace")


# What commands are built from


def _store(options: argparse.Namespace, *, write: bool) -> Store:
    store = composition.open_store(options.data_dir or data_folder(), write=write)
    for notice in store.notices:
        print(text.say(notice), file=sys.stderr)
    return store


def _diary(options: argparse.Namespace) -> Diary:
    with _store(options, write=False) as store:
        return store.diary()


def _require_outside(options: argparse.Namespace) -> None:
    """Refuse to write into the folder of the diary, where a file could take the diary's place."""
    folder = (options.data_dir or data_folder()).resolve()
    if options.path.resolve().is_relative_to(folder):
        raise WrongUseError(tr("{path} is in the diary's own folder.", path=options.path))


# The commands


def no_window(options: argparse.Namespace) -> None:
    """Without a display: what is due, and how to play in the terminal."""
    today(options)
    print()
    print(tr("There is no display for the window. In the terminal:"))
    print("  hipcoach play      " + tr("the session, paced"))
    print("  hipcoach pain 3    " + tr("rate your pain, 0-10"))


def today(options: argparse.Namespace) -> None:
    """What is due."""
    from hipcoach.terminal.today import today_lines

    now, region = composition.now(), composition.region()
    print("\n".join(today_lines(_diary(options), composition.catalogue(), now, region)))


def play(options: argparse.Namespace) -> None:
    """A guided session in the terminal."""
    if not all(stream and stream.isatty() for stream in (sys.stdin, sys.stdout)):
        raise WrongUseError(tr("play needs a terminal, to show the session and to read keys."))
    catalogue, clocks = composition.catalogue(), composition.clocks()
    if options.program is not None and options.program not in catalogue.programs:
        known = ", ".join(catalogue.programs)
        named = {"id": options.program, "known": known}
        raise WrongUseError(tr("There is no program “{id}”; there are {known}.", **named))
    from hipcoach.terminal.compose import play_in_terminal

    with _store(options, write=True) as store:
        play_in_terminal(store, catalogue, clocks, options.program, composition.region())


def pain(options: argparse.Namespace) -> None:
    """Store one rating, and print its id once it is durable."""
    from hipcoach.terminal.rating import rating

    given = rating(options.score, options.at, options.kind, options.note, composition.now())
    with _store(options, write=True) as store:
        print(store.pain_ratings.add(given).id)


def report(options: argparse.Namespace) -> None:
    """Write the summary as a PDF, replacing the file in one step.

    What it shows is what was chosen on the report page, the paper too where none is named.
    """
    from hipcoach.core.report_wishes import Paper
    from hipcoach.report.content import report_content
    from hipcoach.report.pdf import compile_pdf
    from hipcoach.report.save import save
    from hipcoach.report.scope import ReportOptions

    _require_outside(options)
    now, diary = composition.now(), _diary(options)
    wishes = diary.settings.report
    usual = wishes.paper_in(composition.region())
    chosen = ReportOptions(
        from_=options.from_,
        to=options.to or now.date(),
        paper=Paper(options.paper) if options.paper else usual,
        wishes=wishes,
        made_at=now,
    )
    content = report_content(diary, composition.catalogue(), chosen)
    save(options.path, compile_pdf(content, resource("fonts"), resource("report", "report.typ")))
    print(options.path)


def export(options: argparse.Namespace) -> None:
    """Write everything as JSON, or as one CSV file per table."""
    _require_outside(options)
    with _store(options, write=False) as store:
        write = store.export_json if options.format == "json" else store.export_csv
        write(options.path)
    print(options.path)


def sample(options: argparse.Namespace) -> None:
    """Fill an empty data folder with a made-up diary."""
    from hipcoach.core.sample import sample_diary

    now, catalogue = composition.now(), composition.catalogue()
    until = options.until or now.date() - timedelta(days=1)
    if until > now.date():
        raise WrongUseError(tr("{day} is in the future.", day=until))
    try:
        made = sample_diary(
            weeks=options.weeks,
            seed=options.seed,
            until=until,
            catalogue=catalogue,
            offset=timezone(now.utcoffset() or timedelta()),
        )
    except ValueError as error:
        raise WrongUseError(str(error)) from error
    with _store(options, write=True) as store:
        if not store.is_empty:
            raise WrongUseError(tr("The folder holds a diary already; a sample needs its own."))
        store.fill(made)
    one = "A made-up diary of {n} week until {day}."
    print(ntr(one, "A made-up diary of {n} weeks until {day}.", options.weeks, day=until))


def doctor(options: argparse.Namespace) -> int:
    """Check the diary and list backups, or bring one back."""
    from hipcoach.store.doctor import examine, report, restore

    folder = options.data_dir or data_folder()
    if options.restore:
        replaced = restore(folder, options.restore, composition.now)
        print(tr("Restored. What it replaced is in the backups as {name}.", name=replaced))
        return DONE
    found = examine(folder)
    print("\n".join(text.say(line) for line in report(found)))
    return UNREADABLE if found.problems else DONE


def explain(options: argparse.Namespace) -> None:
    """Print which facts and rules made the levels of a day, as they were at its end."""
    from hipcoach.terminal.explain import explain_lines

    now = composition.now()
    on = options.date or now.date()
    if on > now.date():
        raise WrongUseError(tr("{day} is in the future.", day=on))
    at = now if on == now.date() else datetime.combine(on, time.max, now.tzinfo)
    print("\n".join(explain_lines(_diary(options), composition.catalogue(), at)))


COMMANDS: dict[str | None, Callable[[argparse.Namespace], int | None]] = {
    None: no_window,
    "today": today,
    "play": play,
    "pain": pain,
    "report": report,
    "export": export,
    "sample": sample,
    "doctor": doctor,
    "explain": explain,
}
