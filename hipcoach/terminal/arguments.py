"""The command line: its commands and options (product.md section 9)."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import NoReturn

from hipcoach import __version__
from hipcoach.core.text import tr

WRONG_USE = 2


class Parser(argparse.ArgumentParser):
    """Says what was wrong in one sentence."""

    def error(self, message: str) -> NoReturn:
        """Exit with 2."""
        self.exit(WRONG_USE, f"{self.prog}: {message}\n")


def parser() -> Parser:
    """The parser; its result names the command, None without one."""
    whole = Parser(prog="hipcoach", description=tr("Paced hip exercise and a pain diary."))
    whole.add_argument("--version", action="version", version=f"HipCoach {__version__}")
    whole.add_argument("--data-dir", metavar="DIR", type=Path, help=tr("the diary's folder"))
    commands = whole.add_subparsers(title=tr("commands"), metavar="COMMAND", dest="command")

    def add(name: str, about: str) -> Parser:
        added: Parser = commands.add_parser(name, help=about, description=about)
        return added

    add("today", tr("what is due, as text"))
    playing = add("play", tr("the session in the terminal"))
    playing.add_argument("--program", metavar="ID", help=tr("the program to play"))
    _add_pain(add("pain", tr("rate the pain, 0-10")))
    _add_report(add("report", tr("the progress summary as a PDF")))
    exporting = add("export", tr("everything as files"))
    exporting.add_argument("path", metavar="PATH", type=Path)
    exporting.add_argument("--format", choices=("json", "csv"), required=True)
    _add_sample(add("sample", tr("fill an empty folder with a made-up diary")))
    checking = add("doctor", tr("check the diary, list backups"))
    checking.add_argument("--restore", metavar="NAME", help=tr("bring this backup back"))
    explaining = add("explain", tr("what made the current levels"))
    explaining.add_argument("--date", metavar="D", type=_day, help=tr("as of this day"))
    return whole


def _add_pain(parser: Parser) -> None:
    parser.add_argument("score", metavar="N", help=tr("a whole number from 0 to 10"))
    parser.add_argument("--at", metavar="WHEN", help=tr("a day or a time, as in 2026-11-02T18:00"))
    parser.add_argument("--kind", choices=("now", "average", "worst", "least"), default="now")
    parser.add_argument("--note", metavar="TEXT", default="")


def _add_report(parser: Parser) -> None:
    parser.add_argument("path", metavar="FILE.pdf", type=Path)
    parser.add_argument("--from", dest="from_", metavar="DATE", type=_day)
    parser.add_argument("--to", metavar="DATE", type=_day)
    parser.add_argument("--paper", choices=("a4", "letter"))


def _add_sample(parser: Parser) -> None:
    parser.add_argument("--weeks", metavar="N", type=_count(1, 520), default=12)
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
