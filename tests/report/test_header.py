"""The header names period and program; the safety line tells what was asked and answered."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest

from hipcoach.core.diary import Diary
from hipcoach.core.report_wishes import ReportWishes, Who
from hipcoach.core.run import Run
from hipcoach.core.screening import Answer, Screening
from hipcoach.report.header import facts, safety
from hipcoach.report.scope import Scope

Seen = Callable[..., Scope]
Asked = Callable[..., Screening]


def test_period_and_program(diary: Diary, seen_of: Seen) -> None:
    period, program = facts(seen_of(diary))
    assert (period.value, period.extra) == ("2 Nov to 15 Dec 2026", "(2026-11-02/12-15)")
    assert (program.value, program.extra) == ("Three exercises, twice a day", "(version 1)")


@pytest.mark.parametrize(
    ("wishes", "said"),
    [
        (ReportWishes(initials="A. L.", name="Anna Lang"), ("Initials", "A. L.")),
        (ReportWishes(who=Who.NAME, name=" Anna\tLang "), ("Name", "Anna Lang")),
    ],
)
def test_who_it_is_comes_first(
    diary: Diary, seen_of: Seen, wishes: ReportWishes, said: tuple[str, str]
) -> None:
    who, *others = facts(seen_of(diary, wishes=wishes))
    assert (who.label, who.value) == said
    assert [fact.label for fact in others] == ["Period", "Program"]


@pytest.mark.parametrize(
    "wishes",
    [
        ReportWishes(who=Who.NOTHING, initials="A. L.", name="Anna Lang"),
        ReportWishes(name="Anna Lang"),
        ReportWishes(who=Who.NAME, initials="A. L.", name="\u200b "),
    ],
)
def test_what_is_not_wanted_or_not_given_is_not_named(
    diary: Diary, seen_of: Seen, wishes: ReportWishes
) -> None:
    found = facts(seen_of(diary, wishes=wishes))
    assert [fact.label for fact in found] == ["Period", "Program"]


def test_a_part_of_a_run_says_when_the_program_began(diary: Diary, seen_of: Seen) -> None:
    _, program = facts(seen_of(diary, from_=date(2026, 12, 1)))
    assert program.extra == "(version 1, since 2 Nov 2026)"


def test_other_runs_of_the_period_are_counted(diary: Diary, run: Run, seen_of: Seen) -> None:
    before = replace(run, id="b", started_on=date(2026, 9, 1), ended_on=date(2026, 10, 1))
    both = replace(diary, runs=(before, replace(run, ended_on=date(2026, 12, 14))))
    _, program = facts(seen_of(both, from_=date(2026, 9, 15)))
    assert program.extra.endswith("ended 14 Dec 2026, 1 other run in the period)")


def test_without_a_run_there_is_only_the_period(seen_of: Seen) -> None:
    assert [fact.label for fact in facts(seen_of(Diary()))] == ["Period"]


def test_a_program_that_is_gone_keeps_its_id(diary: Diary, run: Run, seen_of: Seen) -> None:
    own = replace(diary, runs=(replace(run, program="my-own" * 40),))
    _, program = facts(seen_of(own))
    assert program.value.startswith("my-own")
    assert len(program.value) == 80


def test_nothing_reported(diary: Diary, seen_of: Seen) -> None:
    line = safety(seen_of(diary))
    assert line.calm
    assert line.text == ("no warning signs reported. Asked in full on 2 Nov; short form on 25 Nov.")


def test_never_asked(seen_of: Seen) -> None:
    line = safety(seen_of(Diary()))
    assert not line.calm
    assert line.text == "the warning signs have not been asked about yet."


def test_asked_before_the_period(diary: Diary, seen_of: Seen) -> None:
    line = safety(seen_of(diary, from_=date(2026, 12, 1)))
    assert not line.calm
    assert line.text == (
        "the warning signs were not asked about in this period, last on 25 Nov 2026."
    )


@pytest.mark.parametrize(("answer", "doubt"), [(Answer.YES, ""), (Answer.UNSURE, " (not sure)")])
def test_a_warning_sign_is_told_with_its_day(
    screening: Asked, seen_of: Seen, answer: Answer, doubt: str
) -> None:
    asked = screening(date(2026, 12, 1), cancer_weight=answer)
    line = safety(seen_of(Diary(screenings=(asked,)), from_=date(2026, 11, 2)))
    assert not line.calm
    assert line.text == (
        f"reported on 1 Dec: past or present cancer; unexplained weight loss{doubt}. "
        "Asked in full on 1 Dec."
    )


def test_something_to_check_first_is_no_warning_sign(screening: Asked, seen_of: Seen) -> None:
    asked = replace(
        screening(date(2026, 12, 1), epilepsy=Answer.YES),
        cleared_on={"epilepsy": date(2026, 11, 5)},
    )
    line = safety(seen_of(Diary(screenings=(asked,)), from_=date(2026, 12, 1)))
    assert line.calm
    assert line.text == (
        "no warning signs reported. Asked in full on 1 Dec. "
        "Cleared by a professional: epilepsy (5 Nov 2026)."
    )


def test_many_signs_and_many_dates_stay_a_line(screening: Asked, seen_of: Seen) -> None:
    asked = tuple(
        screening(date(2026, 12, day), chest=Answer.YES, lump=Answer.YES) for day in range(1, 13)
    )
    line = safety(seen_of(Diary(screenings=asked), from_=date(2026, 12, 1)))
    assert "and 20 more" in line.text
    assert "12 Dec and 7 earlier." in line.text
    assert len(line.text) < 600
