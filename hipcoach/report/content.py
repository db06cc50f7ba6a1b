"""The whole page out of the diary: the same diary, period and moment give the same content."""

from __future__ import annotations

from collections.abc import Iterator

from hipcoach import __version__
from hipcoach.core.catalogue import Catalogue
from hipcoach.core.diary import Diary
from hipcoach.core.format import date_text, percent
from hipcoach.core.report_wishes import Section
from hipcoach.core.text import ntr, tr
from hipcoach.report.bars_part import bars_figure
from hipcoach.report.exercises import exercises_table
from hipcoach.report.header import facts, safety
from hipcoach.report.last_day import last_day_table
from hipcoach.report.later import later_pages
from hipcoach.report.mornings import mornings_table
from hipcoach.report.notes import columns
from hipcoach.report.page import Footer, ReportContent
from hipcoach.report.pain_part import pain_figure, pain_trend
from hipcoach.report.scope import ReportOptions, Scope, scope
from hipcoach.report.tally import tally
from hipcoach.report.tiles import tiles


def report_content(diary: Diary, catalogue: Catalogue, options: ReportOptions) -> ReportContent:
    """Everything that the page says, in the user's language. Parts without entries are left out."""
    seen = scope(diary, catalogue, options)
    shows = options.wishes.shows
    trend, sessions, head = pain_trend(seen), tally(seen), facts(seen)
    return ReportContent(
        language=options.language.replace("-", "_").split("_")[0],
        paper=options.paper,
        made_at=options.made_at,
        title=tr("Hip exercise and back pain diary"),
        subtitle=tr(
            "Progress summary for a clinician. Self-reported diary, not a medical device output."
        ),
        sample=tr("Sample diary: made-up entries") if diary.settings.sample else "",
        facts=head,
        safety=safety(seen),
        tiles=tiles(seen, sessions, trend),
        pain=pain_figure(seen, trend) if shows(Section.CHART) else None,
        last_day=last_day_table(seen),
        mornings=mornings_table(seen, trend),
        sessions=bars_figure(seen, sessions),
        exercises=exercises_table(seen) if shows(Section.EXERCISES) else None,
        columns=columns(seen),
        empty=_empty(seen),
        footer=_footer(seen),
        later=later_pages(seen, head),
    )


def _empty(seen: Scope) -> str:
    periods = (*seen.diary.flares, *seen.diary.absences)
    entries = seen.ratings or seen.sessions
    if entries or any(seen.touches(period.from_, period.to) for period in periods):
        return ""
    return tr("The diary has no entries in this period.")


def _footer(seen: Scope) -> Footer:
    made_at = seen.made_at
    return Footer(
        lines=tuple(_small_print(seen)),
        made=tr(
            "Made on this computer on {day}, {time} ({iso}). HipCoach {version}",
            day=date_text(made_at.date()),
            time=f"{made_at:%H:%M}",
            iso=made_at.date().isoformat(),
            version=__version__,
        ),
        page=tr("Page {page} of {pages}"),
    )


def _small_print(seen: Scope) -> Iterator[str]:
    rule = seen.catalogue.rules.trend
    points = ntr("{n} point", "{n} points", round(rule.clear_points))
    yield tr(
        "Possible change in pain: {points} or {percent} of the start; clear change: both "
        "(thresholds: Ostelo 2008). "
        "Start: mean of the program's days 0 to {day}; now: the period's last {days} days.",
        points=points,
        percent=percent(rule.clear_percent),
        day=rule.window_days - 1,
        days=rule.window_days,
    )
    yield seen.catalogue.texts["disclaimer"]
    yield seen.catalogue.texts["not-reviewed"]
