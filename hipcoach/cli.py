"""Composition root of the commands without a window: builds what a command needs and calls it."""

from __future__ import annotations

import argparse
import io
import locale
import os
import sys
import time
from collections.abc import Callable, Sequence
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

from hipcoach import __version__
from hipcoach.core import text
from hipcoach.core.text import tr
from hipcoach.paths import data_folder, resource

if TYPE_CHECKING:
    from hipcoach.core.catalogue import Catalogue
    from hipcoach.core.clocks import Clocks
    from hipcoach.core.diary import Diary
    from hipcoach.store.store import Store

DONE, WRONG_USE, MISSING_PART, UNREADABLE = 0, 2, 3, 5

RATE_VARIABLE = "HIPCOACH_CLOCK_RATE"
"""The environment variable with the factor on the player's clock."""


class WrongUseError(Exception):
    """The command cannot be carried out as asked; the text is one sentence, nothing was written."""

    exit_code = WRONG_USE


class Parser(argparse.ArgumentParser):
    """Says what was wrong in one sentence."""

    def error(self, message: str) -> NoReturn:
        """Exit with 2."""
        self.exit(WRONG_USE, f"{self.prog}: {message}\n")


def run(arguments: Sequence[str]) -> int:
    """Carry out one command line; the exit code says how it ended (product.md section 9)."""
    _speak_the_users_language()
    options = _parser().parse_args(arguments)
    try:
        return options.command(options) or DONE
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return DONE
    except KeyboardInterrupt:
        return DONE
    except Exception as error:
        code = getattr(error, "exit_code", None)
        if code is None:
            raise
        print(f"hipcoach: {error}", file=sys.stderr)
        return int(code)


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


def _parser() -> Parser:
    parser = Parser(prog="hipcoach", description=tr("Paced hip exercise and a pain diary."))
    parser.add_argument("--version", action="version", version=f"HipCoach {__version__}")
    parser.add_argument("--data-dir", metavar="DIR", type=Path, help=tr("the diary's folder"))
    parser.set_defaults(command=no_window)
    commands = parser.add_subparsers(title=tr("commands"), metavar="COMMAND")

    def add(name: str, command: Callable[[argparse.Namespace], int | None], about: str) -> Parser:
        added: Parser = commands.add_parser(name, help=about, description=about)
        added.set_defaults(command=command)
        return added

    add("today", today, tr("what is due, as text"))
    playing = add("play", play, tr("the session in the terminal"))
    playing.add_argument("--program", metavar="ID", help=tr("the program to play"))
    _add_pain(add("pain", pain, tr("rate the pain, 0-10")))
    _add_report(add("report", report, tr("the progress summary as a PDF")))
    exporting = add("export", export, tr("everything as files"))
    exporting.add_argument("path", metavar="PATH", type=Path)
    exporting.add_argument("--format", choices=("json", "csv"), required=True)
    _add_sample(add("sample", sample, tr("fill an empty folder with a made-up diary")))
    checking = add("doctor", doctor, tr("check the diary, list backups"))
    checking.add_argument("--restore", metavar="NAME", help=tr("bring this backup back"))
    explaining = add("explain", explain, tr("what made the current levels"))
    explaining.add_argument("--date", metavar="D", type=_day, help=tr("as of this day"))
    return parser


def _add_pain(parser: Parser) -> None:
    parser.add_argument("score", metavar="N", help=tr("a whole number from 0 to 10"))
    parser.add_argument("--at", metavar="WHEN", help=tr("a day or a time, as in 2026-11-02T18:00"))
    parser.add_argument("--kind", choices=("now", "average", "worst", "least"), default="now")
    parser.add_argument("--note", metavar="TEXT", default="")


def _add_report(parser: Parser) -> None:
    parser.add_argument("path", metavar="FILE.pdf", type=Path)
    parser.add_argument("--from", dest="from_", metavar="DATE", type=_day)
    parser.add_argument("--to", metavar="DATE", type=_day)
    parser.add_argument("--paper", choices=("a4", "letter"), default="a4")


def _add_sample(parser: Parser) -> None:
    parser.add_argument("--weeks", metavar="N", type=_count(1, 1040), default=12)
    parser.add_argument("--seed", metavar="N", type=_count(0, 2**32), default=1)
    parser.add_argument("--until", metavar="DATE", type=_day, help=tr("its last day"))


def _day(given: str) -> date:
    try:
        return date.fromisoformat(given)
    except ValueError:
        problem = tr("“{given}” is not a day; write it as in 2026-11-02", given=given)
        raise argparse.ArgumentTypeError(problem) from None


def _count(least: int, most: int) -> Callable[[str], int]:
    """A parser of whole numbers within the bounds."""

    def parse(given: str) -> int:
        if given.isascii() and given.isdigit() and least <= int(given[:20]) <= most:
            return int(given)
        bounds = {"least": least, "most": most, "given": given}
        problem = tr("“{given}” is not a whole number from {least} to {most}", **bounds)
        raise argparse.ArgumentTypeError(problem)

    return parse


# What commands are built from


def _now() -> datetime:
    return datetime.now().astimezone()


def _catalogue() -> Catalogue:
    from hipcoach.store.catalogue import load_catalogue

    return load_catalogue(resource())


def _store(options: argparse.Namespace, *, write: bool) -> Store:
    from hipcoach.store.ids import IdSource
    from hipcoach.store.store import Store

    folder = options.data_dir or data_folder()
    store = Store.open(folder, now=_now, new_id=IdSource(_now, os.urandom), write=write)
    for notice in store.notices:
        print(text.say(notice), file=sys.stderr)
    return store


def _diary(options: argparse.Namespace) -> Diary:
    with _store(options, write=False) as store:
        return store.diary()


# The commands


def no_window(options: argparse.Namespace) -> None:
    """Without a command: what is due, and how to play in the terminal."""
    today(options)
    print()
    print(tr("HipCoach has no window yet. In the terminal:"))
    print("  hipcoach play      " + tr("the session, paced"))
    print("  hipcoach pain 3    " + tr("rate your pain, 0-10"))


def today(options: argparse.Namespace) -> None:
    """What is due."""
    from hipcoach.terminal.today import today_lines

    print("\n".join(today_lines(_diary(options), _catalogue(), _now())))


def play(options: argparse.Namespace) -> None:
    """A guided session in the terminal."""
    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        raise WrongUseError(tr("play needs a terminal, to show the session and to read keys."))
    catalogue, clocks = _catalogue(), _clocks()
    if options.program is not None and options.program not in catalogue.programs:
        known = ", ".join(catalogue.programs)
        named = {"id": options.program, "known": known}
        raise WrongUseError(tr("There is no program “{id}”; there are {known}.", **named))
    from hipcoach.terminal.compose import play_in_terminal

    with _store(options, write=True) as store:
        play_in_terminal(store, catalogue, clocks, options.program)


def _clocks() -> Clocks:
    """The player's clock at the rate that the environment asks for, and the watch for sleep."""
    from hipcoach.core.clocks import Clocks, SleepWatch, rated
    from hipcoach.platform import seconds_always

    given = os.environ.get(RATE_VARIABLE) or "1"
    try:
        rate = float(given)
    except ValueError:
        rate = 0.0
    if not 0.01 <= rate <= 10_000:
        wrong = {"name": RATE_VARIABLE, "given": given}
        raise WrongUseError(tr("{name} is a number from 0.01 to 10000, not {given}.", **wrong))
    watch = SleepWatch(time.monotonic, seconds_always)
    return Clocks(seconds=rated(time.monotonic, rate), now=_now, slept=watch.slept, rate=rate)


def pain(options: argparse.Namespace) -> None:
    """Store one rating, and print its id once it is durable."""
    from hipcoach.terminal.rating import rating

    given = rating(options.score, options.at, options.kind, options.note, _now())
    with _store(options, write=True) as store:
        print(store.pain_ratings.add(given).id)


def report(options: argparse.Namespace) -> None:
    """Write the summary as a PDF, replacing the file in one step."""
    from hipcoach.report.content import report_content
    from hipcoach.report.page import Paper
    from hipcoach.report.pdf import compile_pdf
    from hipcoach.report.save import save
    from hipcoach.report.scope import ReportOptions

    now = _now()
    chosen = ReportOptions(
        from_=options.from_, to=options.to or now.date(), paper=Paper(options.paper), made_at=now
    )
    content = report_content(_diary(options), _catalogue(), chosen)
    save(options.path, compile_pdf(content, resource("fonts"), resource("report", "report.typ")))
    print(options.path)


def export(options: argparse.Namespace) -> None:
    """Write everything as JSON, or as one CSV file per table."""
    with _store(options, write=False) as store:
        write = store.export_json if options.format == "json" else store.export_csv
        write(options.path)
    print(options.path)


def sample(options: argparse.Namespace) -> None:
    """Fill an empty data folder with a made-up diary."""
    raise NotImplementedError


def doctor(options: argparse.Namespace) -> int:
    """Check the diary and list backups, or bring one back."""
    raise NotImplementedError


def explain(options: argparse.Namespace) -> None:
    """Print which facts and rules made the levels of a day."""
    from hipcoach.core.explain import explain as explained

    on = options.date or _now().date()
    lines = explained(_diary(options), _catalogue(), on)
    print("\n".join(text.say(line) for line in lines))
